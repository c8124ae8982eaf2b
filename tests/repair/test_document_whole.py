"""The whole of a document: names in several prints, bullets, pages that differ."""

import pytest

from pipeline.config import RepairConfig
from pipeline.lexicon import Lexicon
from pipeline.model.page import Decision, Line, Page, TextSource
from pipeline.model.repair import EditKind
from pipeline.repair import repair_document, repair_lines

RUINED = [
    "Kommunfullmiktige beslutade i gar att skolan ska rustas upp under hésten.",
    "Barnens vig till skolan gar over en hart trafikerad gata, och manga f6raldrar ar oroliga.",
    "Därf6r f6reslar namnden att hastigheten sanks langs stranden for att skydda barnen.",
    "Kostnaden beraknas till 3,4 miljoner kronor, varav halften tas ur arets budget.",
]
PRINTED = [
    "Festivalen i Hékesund lockade besokare, och byn Hokesund ligger vid vattnet.",
    "Fran Hdkesund gar en farja, och Hékesunds hamn ar liten. I Hokesund finns en skola.",
]
HEALTHY = ["Arbetet i hamnen har börjat och väntas pågå till hösten, säger byggledaren på plats."]


def texts(lexicon: Lexicon, lines: list[str]) -> list[str]:
    return [line.text for line in repair_lines(lines, lexicon, RepairConfig())]


def page(number: int, lines: list[str]) -> Page:
    return Page(number, 595, 842, TextSource.OCR, Decision.REPAIR, "", tuple(map(Line, lines)))


def test_a_name_in_several_damaged_prints_is_spelled_in_one_way(lexicon: Lexicon) -> None:
    found = " ".join(texts(lexicon, [*RUINED, *PRINTED])[len(RUINED) :])
    assert found.count("Hökesund") == 5
    assert found.count("Hökesunds") == 1


def test_a_name_once_spelled_whole_settles_its_damaged_prints(lexicon: Lexicon) -> None:
    lines = [*RUINED, "Byn Hökesund vid vattnet", "Vi for till Hokesund", "I Hokesund ar det lugnt"]
    found = texts(lexicon, lines)
    assert sum("Hökesund" in line for line in found) == 3


def test_other_pages_tell_how_a_name_is_spelled(lexicon: Lexicon) -> None:
    pages = [page(1, [*RUINED, PRINTED[0]]), page(2, [*RUINED, PRINTED[1]])]
    found = repair_document(pages, lexicon, RepairConfig())
    assert "i Hökesund" in found[0].lines[-1].text
    assert "Hökesunds hamn" in found[1].lines[-1].text


def test_a_party_in_brackets_is_no_number_before_the_verb(lexicon: Lexicon) -> None:
    lines = ["Anna Ek (M) ar ledamot i styrelsen.", "SAMVERKAN I NORR (KSN)"]
    assert texts(lexicon, [*RUINED, *lines])[len(RUINED) :] == [
        "Anna Ek (M) är ledamot i styrelsen.",
        "SAMVERKAN I NORR (KSN)",
    ]


def test_pages_are_judged_one_by_one(lexicon: Lexicon) -> None:
    well, ruined = repair_document([page(1, HEALTHY * 9), page(2, RUINED)], lexicon, RepairConfig())
    assert [line.edits for line in well.lines] == [()] * 9
    assert ruined.lines[1].text.startswith("Barnens väg till skolan går över")


@pytest.mark.parametrize("sign", ["e", "«", "°", "*", "+", "©", ">"])
def test_bullets_read_as_signs_are_bullets_again(lexicon: Lexicon, sign: str) -> None:
    lines = [*RUINED, "", f"{sign} fler bostader", f"{sign} battre vagar", f" {sign} okad trygghet"]
    found = list(repair_lines(lines, lexicon, RepairConfig()))[-3:]
    assert [line.text for line in found] == [
        "• fler bostäder",
        "• bättre vägar",
        " • ökad trygghet",
    ]
    assert {line.edits[0].kind for line in found} == {EditKind.BULLET}


def test_one_sign_alone_is_no_bullet(lexicon: Lexicon) -> None:
    found = texts(lexicon, [*RUINED, "", "e fler bostader", "och battre vagar"])
    assert found[-2:] == ["e fler bostäder", "och bättre vägar"]


def test_healthy_pages_keep_their_signs(lexicon: Lexicon) -> None:
    lines = [*HEALTHY * 9, "* fler bostäder", "* bättre vägar"]
    assert texts(lexicon, lines) == lines


@pytest.mark.parametrize("known", [[], HEALTHY * 9, RUINED])
def test_bullets_of_a_lost_font_are_bullets_again(lexicon: Lexicon, known: list[str]) -> None:
    lines = [*known, "\uf0b7 fler hus", "  \uf0a7\tfler barn", "\uf0fcfler träd", "Tel \uf028 5"]
    found = list(repair_lines(lines, lexicon, RepairConfig()))[-4:]
    assert [line.text for line in found] == [
        "• fler hus",
        "  •\tfler barn",
        "•fler träd",
        "Tel \uf028 5",
    ]
    assert {edit.kind for line in found for edit in line.edits} == {EditKind.BULLET}


def test_the_same_document_is_repaired_in_the_same_way(lexicon: Lexicon) -> None:
    pages = [page(1, [*RUINED, PRINTED[0]]), page(2, HEALTHY), page(3, PRINTED)]
    first, second = (repair_document(pages, lexicon, RepairConfig()) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Bo Al (M), ersattare", "Bo Al (M), ersättare"),
        ("Ordforande: Asa Berg", "Ordförande: Åsa Berg"),
        (
            "Anna Ek (S) ar ledamot i styrelsen for Kustkommunernas forening.",
            "Anna Ek (S) är ledamot i styrelsen för Kustkommunernas förening.",
        ),
        ("Foreningen Norden og kommunene er enige.", "Foreningen Norden og kommunene er enige."),
    ],
)
def test_a_line_alone_is_text_enough(lexicon: Lexicon, printed: str, meant: str) -> None:
    assert texts(lexicon, [printed]) == [meant]


def test_small_words_that_lost_their_dots_tell_of_it(lexicon: Lexicon) -> None:
    assert texts(lexicon, ["Vi ar med"]) == ["Vi är med"]
