"""Blocks and roles, for print that is known and for print read from an image."""

import pytest

from pipeline.layout import arrange
from pipeline.layout.roles import roles
from pipeline.model.page import Line, Role, Word
from tests.layout.printing import column, row

BODY = [
    "Regionen ska stärka sin kompetens och öka samverkan",
    "med kommuner i hela länet. Målet är att invånarna",
    "får tillgång till en god vård på lika villkor.",
]


def _lines(words: list[Word]) -> list[Line]:
    return list(arrange(words)[0])


def _with_heading(text: str, size: float = 11, *, bold: bool = False, fonts: bool = True) -> Line:
    words = row(text, 72, 100, size, bold=bold, fonts=fonts)
    return _lines(words + column(BODY, 72, 130, fonts=fonts))[0]


@pytest.mark.parametrize("text", ["Mål 2026:", "2.1 Verksamhet", "Inledning", "Är vi framme?"])
def test_larger_or_bold_print_heads(text: str) -> None:
    assert _with_heading(text, 16).role is Role.HEADING
    assert _with_heading(text, bold=True).role is Role.HEADING
    assert _with_heading(text, 20, fonts=False).role is Role.HEADING


@pytest.mark.parametrize("text", ["2.1 Verksamhet", "1.2.3 Mål och medel", "BAKGRUND"])
def test_numbers_and_capitals_head_in_plain_print(text: str) -> None:
    assert _with_heading(text).role is Role.HEADING


@pytest.mark.parametrize(
    "text",
    [
        "Detta är en mening.",
        "fortsättning på något",
        "Syfte ........ 4",
        "2024-01-01,",
        "12 %",
        "2 950 000 kronor",
    ],
)
def test_what_heads_nothing(text: str) -> None:
    assert _with_heading(text).role is not Role.HEADING


def test_a_bold_label_before_a_value_is_no_heading() -> None:
    label = row("Diarienummer:", 72, 60, bold=True) + row("RS 24", 180, 60)
    assert _lines(label + column(BODY, 72, 100))[0].role is Role.BODY


def test_a_line_that_ends_early_parts_a_title_from_its_text_in_an_image() -> None:
    words = row("Lokal utveckling", 72, 86, fonts=False) + column(BODY, 72, 100, fonts=False)
    assert [line.block for line in _lines(words)] == [0, 1, 1, 1]


def test_a_footnote_is_no_heading() -> None:
    note = [*row("6", 72, 700, 6), *row("Kommuners ansvar", 77, 700, 10)]
    assert _lines(column(BODY, 72, 100) + note)[-1].role is Role.BODY


@pytest.mark.parametrize("marker", ["•", "-", "–", "o", "1.", "a)", "\uf0b7", "12)"])
def test_list_items_and_their_second_lines(marker: str) -> None:
    words = column(BODY, 72, 100)
    for number in range(2):
        y = 160 + 40 * number
        words += row(marker, 72, y) + row("samverka med kommunerna och", 90, y)
        words += row("länen i hela landet", 90, y + 14)
    lines = _lines(words)[3:]
    assert [line.role for line in lines] == [Role.LIST_ITEM] * 4
    assert [line.block for line in lines] == [1, 1, 2, 2]


def test_bullets_misread_in_an_image_count_where_there_are_two() -> None:
    two = column(BODY, 72, 100) + row("e stärka länet", 72, 160) + row("e öka vården", 72, 180)
    assert [line.role for line in _lines(two)[3:]] == [Role.LIST_ITEM] * 2
    one = column(BODY, 72, 100) + row("e stärka länet", 72, 160)
    assert _lines(one)[3].role is Role.BODY
    beside = one + row("• öka vården", 72, 176)
    assert [line.role for line in _lines(beside)[3:]] == [Role.LIST_ITEM] * 2


def test_an_item_whose_bullet_was_misread_is_parted_from_its_caption() -> None:
    seats = ["Euroregion Baltic, styrelsen", "«Bo Ek (S), ledamot", "• Eva Ås (C), ersättare"]
    caption, *items = _lines(column(BODY, 72, 100) + column(seats, 72, 160, fonts=False))[3:]
    assert caption.block != items[0].block
    assert [line.role for line in items] == [Role.LIST_ITEM] * 2


def test_an_angle_mark_before_a_blank_is_a_bullet() -> None:
    words = column(BODY, 72, 100) + row("« stärka länet", 72, 160)
    assert _lines(words)[3].role is Role.LIST_ITEM


def test_a_person_between_items_whose_bullet_was_lost_heads_nothing() -> None:
    texts = ["• Anna Ek (s), Vika", "Bo Ås (m), Norrtofta", "• Siv By (fp), Lövås"]
    listed = [w for n, text in enumerate(texts) for w in row(text, 72, 160 + 25 * n, fonts=False)]
    lines = _lines(column(BODY, 72, 100, fonts=False) + listed)
    assert [line.role for line in lines[3:]] == [Role.LIST_ITEM, Role.BODY, Role.LIST_ITEM]


def test_dirt_before_a_number_leaves_a_heading() -> None:
    words = row('"1. Informationskontor för EU', 72, 70, fonts=False)
    assert _lines(words + column(BODY, 72, 100, fonts=False))[0].role is Role.HEADING


@pytest.mark.parametrize("text", ["-5 grader kallt i hela länet", "och så vidare", "ore och malm"])
def test_what_begins_like_a_bullet_and_is_none(text: str) -> None:
    assert _lines(column(BODY, 72, 100) + row(text, 72, 170))[3].role is Role.BODY


def _blocks(words: list[Word]) -> list[int]:
    return [line.block for line in _lines(words)]


def test_a_gap_ends_a_paragraph() -> None:
    assert _blocks(column(BODY, 72, 100) + column(BODY, 72, 155)) == [0, 0, 0, 1, 1, 1]


def test_an_indent_begins_a_paragraph() -> None:
    indented = row(BODY[0], 90, 100 + 3 * 14.3) + column(BODY[1:], 72, 100 + 4 * 14.3)
    assert _blocks(column(BODY, 72, 100) + indented) == [0, 0, 0, 1, 1, 1]


def test_a_short_last_line_ends_a_paragraph() -> None:
    short = [*BODY, "Det gäller alla.", "Dessutom ska regionen verka för en god miljö och mer"]
    assert _blocks(column(short, 72, 100)) == [0, 0, 0, 0, 1]


def test_text_after_a_list_is_a_block_of_its_own() -> None:
    words = row("•", 72, 100) + row("samverka med alla kommuner i", 90, 100)
    words += row("hela länet", 90, 114) + row("Därefter följer arbetet upp", 72, 128)
    assert _blocks(words) == [0, 0, 1]


def test_a_change_of_print_ends_a_block() -> None:
    words = row("Mål", 72, 100, bold=True) + row("Regionen har tre mål.", 72, 114)
    words += row("Mindre print om detta.", 72, 128, 8)
    assert _blocks(words) == [0, 1, 2]


def test_facts_with_labels_head_nothing() -> None:
    facts = [
        "EUREGHA",
        "Typ: tematiskt nätverk",
        "Inriktning: folkhälsa",
        "Medlem: nej. Regionen lämnade nätverket vid utgången av 2021 men tar del av nyhetsbrevet.",
    ]
    found = roles([[Line(text)] for text in facts])
    assert found[1:3] == [Role.BODY, Role.BODY]


def test_items_are_counted_on_where_a_stop_was_read_as_a_comma() -> None:
    items = [
        "3. Till ombud vid årsstämman utses Axel Ås (V).",
        f"4, Till ledamot i styrelsen utses Elsa By (C). {'Ersättare väljs senare i år. ' * 5}",
    ]
    assert roles([[Line(text)] for text in items]) == [Role.LIST_ITEM, Role.LIST_ITEM]
