"""Labels that only their words set off."""

import pytest

from pipeline.knowledge.structure.worded_labels import is_worded, worded_labels
from tests.knowledge.written import understood

TITLE = "# Blå kajer\n\nHamnar på båda sidor om sundet laddar båtar.\n\n# Fakta\n\n"


@pytest.mark.parametrize(
    "facts",
    [
        ("Projektägare Almviks kommun", "Projekttid 2016–2019", "EU-stöd 1 200 000 kr"),
        ("PROJEKTÄGARE Almviks kommun", "INSATSOMRÅDE Hav och kust", "EU-STÖD 1 200 000 kr"),
        ("Sökande Almviks kommun", "Period 2016–2019", "Beviljat stöd 1 200 000 kr"),
    ],
)
def test_a_run_of_known_labels_is_a_box(facts: tuple[str, ...]) -> None:
    knowledge = understood(TITLE + "\n\n".join(facts))
    assert [p.name for p in knowledge.projects] == ["Blå kajer"]
    assert [(c.subject_text, c.amount) for c in knowledge.costs] == [("Blå kajer", 1_200_000)]


def test_labels_and_values() -> None:
    lines = ["Projektägare Almviks kommun", "TOTALBUDGET 40 000 €", "Partners Sundby kommun", "Mer"]
    found = {place: (match["label"], match["value"]) for place, match in worded_labels(lines)}
    assert found == {
        0: ("Projektägare", "Almviks kommun"),
        1: ("TOTALBUDGET", "40 000 €"),
        2: ("Partners", "Sundby kommun"),
    }


def test_two_such_lines_are_no_box() -> None:
    assert not list(worded_labels(["Projektägare Almviks kommun", "Budget 40 000 €", "Mer"]))


@pytest.mark.parametrize(
    "line", ["Budget för 2019", "Partner sökes", "Projektledare Åsa Ek tackar."]
)
def test_sentences_and_titles_are_no_labelled_lines(line: str) -> None:
    assert not is_worded(line)
