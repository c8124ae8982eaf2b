import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.knowledge.reading.pages import read_flow
from pipeline.knowledge.textflow import BlockKind
from tests.knowledge.written import pages_of


def test_words_and_names_broken_over_lines_become_whole() -> None:
    flow = read_flow(pages_of("Arbetet leds av Karl-\nErik Åberg i utveck-\nlingsnämnden."))
    assert flow.text == "Arbetet leds av Karl-Erik Åberg i utvecklingsnämnden."


def test_a_hanging_hyphen_stays() -> None:
    flow = read_flow(pages_of("Programmet för kust-\noch skärgård antogs."))
    assert flow.text == "Programmet för kust- och skärgård antogs."


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    flow = read_flow(pages_of("Regionen deltar i arbetet med att\n\fstärka samarbetet i norr."))
    assert [block.text for block in flow.blocks] == [
        "Regionen deltar i arbetet med att stärka samarbetet i norr."
    ]
    start = flow.text.index("stärka")
    place = flow.place(start, start + 6)
    assert (place.page_number, place.line_number, place.char_start) == (2, 1, 0)


@pytest.mark.parametrize("sign", ["•", "➢", "☑", "✓", "\uf0b7"])
def test_items_are_blocks_with_markers(sign: str) -> None:
    flow = read_flow(pages_of(f"Mål:\n{sign} ett mål som\ngår vidare\n{sign} ett till"))
    assert [(block.kind, block.marker, block.content) for block in flow.blocks] == [
        (BlockKind.TEXT, "", "Mål:"),
        (BlockKind.ITEM, sign, "ett mål som går vidare"),
        (BlockKind.ITEM, sign, "ett till"),
    ]


@given(st.lists(st.text(alphabet="abÅ-. •1\t", max_size=12), max_size=12))
def test_every_character_leads_back_to_its_page(lines: list[str]) -> None:
    flow = read_flow(pages_of("\n".join(lines)))
    for offset, char in enumerate(flow.text):
        if char != "\n":
            place = flow.place(offset, offset + 1)
            assert flow.surface(place)[0] == char or char == " "


def test_lines_of_a_list_of_persons_are_blocks() -> None:
    flow = read_flow(
        pages_of("Ledamöter\nÅsa Ek (S), Almviks kommun\nBo Al (M), Region Almvik, ersättare")
    )
    assert len(flow.blocks) == 3


def test_lines_of_a_text_that_was_never_wrapped_stay_apart() -> None:
    paragraph = "Arbetet i nätverket fortsätter som planerat under hela perioden. " * 5
    flow = read_flow(pages_of(f"{paragraph}\n\nÅsa Ek\nOrdförande i styrelsen\nAnna Dahl"))
    assert [block.text for block in flow.blocks[1:]] == [
        "Åsa Ek",
        "Ordförande i styrelsen",
        "Anna Dahl",
    ]


def table_over_pages(*heads: str) -> list[list[int]]:
    """Return the places of the cells of pages that are tables with a head and a row each."""
    text = "\f".join(f"{head}\n| Bo Al | S |" for head in heads)
    return [list(block.cell) for block in read_flow(pages_of(text)).blocks if block.cell]


def test_a_table_goes_on_over_a_page_break() -> None:
    goes_on = table_over_pages("| Namn | Parti |", "| Åsa Ek | M |")
    assert goes_on[4:] == [[0, 2, 0], [0, 2, 1], [0, 3, 0], [0, 3, 1]]
    again = table_over_pages("| Namn | Parti |", "| Namn | Parti |")
    assert again[4:] == [[1, 0, 0], [1, 0, 1], [1, 1, 0], [1, 1, 1]]


def test_html_that_was_printed_is_read_without_its_tags() -> None:
    flow = read_flow(
        pages_of(
            "<h3>Salt &amp; <b>sött</b></h3>\n<p>Fiske i hamnarna.\nProjektet är nytt.<br>\n"
            "Budget: 2 mkr</p>\n<ul><li>Ung kust</li><li>Cittaslow</li></ul>\n"
            "<table><tr><td>Rena viken</td><td>LIFE</td></tr></table>"
        )
    )
    assert [(block.kind, block.text) for block in flow.blocks] == [
        (BlockKind.HEADING, "Salt sött"),
        (BlockKind.TEXT, "Fiske i hamnarna. Projektet är nytt."),
        (BlockKind.TEXT, "Budget: 2 mkr"),
        (BlockKind.ITEM, "Ung kust"),
        (BlockKind.ITEM, "Cittaslow"),
        (BlockKind.CELL, "Rena viken"),
        (BlockKind.CELL, "LIFE"),
    ]
    start = flow.text.index("Cittaslow")
    place = flow.place(start, start + 9)
    assert flow.surface(place)[0] == "Cittaslow"


def test_tags_inside_a_line_part_nothing() -> None:
    flow = read_flow(pages_of("Vi är med i <b>ERRIN</b>, sedan 2012."))
    assert flow.text == "Vi är med i ERRIN, sedan 2012."
