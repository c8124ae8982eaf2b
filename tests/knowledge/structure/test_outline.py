"""The outline: which headings are parts of which."""

from pipeline.knowledge.structure.outline import make_outline
from pipeline.knowledge.textflow import Block, BlockKind


def _levels(*headings: Block) -> list[int]:
    return [section.level for section in make_outline(headings).sections]


def _heading(place: int, text: str, level: int | None = None, marker: str = "") -> Block:
    return Block(BlockKind.HEADING, place * 1000, text, marker, level=level)


def test_levels_that_a_file_gives_decide() -> None:
    headings = (_heading(0, "Nätverk", 2), _heading(1, "Hansan", 4), _heading(2, "Projekt", 2))
    assert _levels(*headings) == [1, 2, 1]


def test_numbers_come_before_the_levels_of_a_file() -> None:
    headings = (_heading(0, "1 Nätverk", 2, "1"), _heading(1, "1.1 Hansan", 2, "1.1"))
    assert _levels(*headings) == [1, 2]


def test_a_letterhead_above_the_title_heads_nothing() -> None:
    blocks = (_heading(0, "REGION ALMVIK"), _heading(1, "Handlingsplan 2025"), _heading(2, "Mål"))
    sections = make_outline(blocks, title=1).sections
    assert [(one.level, one.heading) for one in sections] == [(0, "Handlingsplan 2025"), (1, "Mål")]


def test_words_in_capitals_beside_longer_ones_are_set_so() -> None:
    texts = ("FÖRORD", "FOLKHÄLSA", "Rosa", "MILJÖ", "KULTUR OCH BILDNING", "AER")
    headings = (_heading(place, text) for place, text in enumerate(texts))
    assert _levels(*headings) == [1, 1, 2, 1, 1, 2]


def test_what_stands_in_an_item_of_minutes_or_an_annex_is_deeper() -> None:
    texts = ("§ 31 Val av ombud", "Bakgrund", "§ 32 Yttrande", "Reservation", "Bilaga 1", "Ombud")
    headings = (_heading(place, text) for place, text in enumerate(texts))
    assert _levels(*headings) == [1, 2, 1, 2, 1, 2]


def test_parts_by_letter_hold_what_follows() -> None:
    texts = ("Inledning", "A. Organ", "Regionkommittén", "B. Nätverk", "Kust")
    headings = (_heading(place, text) for place, text in enumerate(texts))
    assert _levels(*headings) == [1, 1, 2, 1, 2]


def test_numbers_of_lettered_parts_hold_what_follows() -> None:
    headings = (
        _heading(0, "DEL C – HUR?"),
        _heading(1, "C.2 Nätverk", marker="C.2"),
        _heading(2, "Dalens Brysselkontor"),
    )
    assert _levels(*headings) == [1, 2, 3]


def test_names_right_below_a_heading_without_text_are_parts_of_it() -> None:
    def told(place: int, text: str) -> Block:
        return Block(BlockKind.TEXT, place * 1000, text)

    blocks = (
        _heading(0, "Nätverk"),
        *(_heading(1, "Euroregion Baltic (ERB)"), told(2, "Nätverket bildades 1998.")),
        *(_heading(3, "Mittnordenkommittén"), told(4, "Kommittén har fyra medlemmar.")),
        *(_heading(5, "Pågående projekt"), told(6, "Två projekt pågår.")),
        *(_heading(7, "Union of the Baltic Cities"), told(8, "Unionen är stor.")),
    )
    assert _levels(*blocks) == [1, 2, 2, 1, 1]
