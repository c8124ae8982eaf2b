"""Words of the paper beside names."""

import pytest

from pipeline.knowledge.entities.paper_words import before_paper, is_paper, labels_end
from tests.knowledge.written import understood


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Kustrådet Datum: 11 juni", "Kustrådet"),
        ("Kölkommittén Fastställd av årsmötet", "Kölkommittén"),
        ("Kustrådet Hamngatan 2, Viksund", "Kustrådet"),
        ("Föreningen Havsnäs-Wismar Verksamhetsberättelse 2018", "Föreningen Havsnäs-Wismar"),
        ("Rådet Norra Kusten", "Rådet Norra Kusten"),
    ],
)
def test_a_name_ends_before_words_of_the_paper(line: str, name: str) -> None:
    end = before_paper(line, 0, line.find(":") if ":" in line else len(line))
    assert line[:end].startswith(name)
    assert line[:end].removesuffix(" 2018") == name


def test_a_name_begins_behind_labels() -> None:
    assert labels_end("Namn Parti Tre kuster", 0) == len("Namn Parti ")
    assert labels_end("Inledning Kustrådet", 0) == len("Inledning ")
    assert labels_end("Kustrådet Inledning", 0) == 0


def test_a_word_is_the_papers_as_a_whole() -> None:
    assert is_paper("Verksamhetsberättelsen")
    assert not is_paper("Tidaholm")


def test_lines_run_together_spoil_no_name() -> None:
    plan = understood(
        "Verksamhetsberättelse 2017 Kölgränskommittén Fastställd av årsmötet 2018-04-12\n\n"
        "1. Inledning Kölgränskommittén är en ideell förening för nordiskt samarbete. Medlemmar "
        "2017 var Åkerdals kommun och Färglanda kommun. Styrelsen har bestått av Åsa Ek (S), "
        "ordförande, och Bo Al (M).\n"
    )
    networks = {e.name for e in plan.entities if e.entity_type == "network"}
    assert networks == {"Kölgränskommittén"}
