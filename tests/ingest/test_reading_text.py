"""Plain text: nothing lost, tables and HTML fragments read as what they are."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import IngestConfig
from pipeline.ingest import read_pages, take_in
from pipeline.ingest.text_pages import divide_pages, read_text_page
from pipeline.lexicon import Lexicon
from pipeline.model.page import Decision, Line, Role, Table
from tests.ingest import making

SEED = Path(__file__).parents[3] / "shared" / "seeds" / "003_533bc95ed241e97f.txt"


def _texts(text: str) -> list[str]:
    return [line.text for line in read_text_page(text)[0]]


def _rows(lines: tuple[Line, ...], table: Table) -> list[list[list[str]]]:
    rows: list[list[list[str]]] = []
    for cell in table.cells:
        if cell.row == len(rows):
            rows.append([])
        rows[cell.row].append([lines[number - 1].text for number in cell.line_numbers])
    return rows


def test_form_feeds_part_pages_and_encodings_are_told(tmp_path: Path, lexicon: Lexicon) -> None:
    text = "\f".join("\n".join(making.SWEDISH) for _ in range(3)) + "\f"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        path = making.write(tmp_path / "plan.txt", text.encode(encoding))
        document = take_in(path, IngestConfig())
        reading = read_pages(document, 2, 3, lexicon, IngestConfig())
        assert [page.number for page in reading.pages] == [2, 3]
        for page in reading.pages:
            assert tuple(line.text for line in page.lines) == making.SWEDISH
            assert page.decision is Decision.KEEP
            assert (page.width_pt, page.height_pt) == (0, 0)


def test_a_ruined_text_is_repaired(tmp_path: Path, lexicon: Lexicon) -> None:
    path = making.write(tmp_path / "plan.txt", "\n".join(making.RUINED).encode())
    (page,) = read_pages(take_in(path, IngestConfig()), 1, 1, lexicon, IngestConfig()).pages
    assert page.decision is Decision.REPAIR
    assert "words known" in page.decision_reason


@pytest.mark.parametrize(
    "table",
    [
        "Insats\tEffekt\nsamverka\tbättre vård\n\tnära",
        "| Insats | Effekt |\n|:---|---:|\n| samverka | bättre vård |\n|  | nära |",
        "Insats | Effekt\n--- | ---\nsamverka | bättre vård\n | nära",
        "Insats\tEffekt\n<p>samverka</p>\t<b>bättre</b>&nbsp;v&aring;rd\n\n\tnära\n--\t--",
        "<table><tr><th>Insats<th>Effekt<tr><td>samverka<td>bättre vård\n<tr><td><td>nära</table>",
    ],
)
def test_tables_by_tabs_pipes_and_tags(table: str) -> None:
    lines, tables = read_text_page(f"Före.\n\n{table}\n\nEfter.")
    assert _rows(lines, tables[0]) == [
        [["Insats"], ["Effekt"]],
        [["samverka"], ["bättre vård"]],
        [[], ["nära"]],
    ]
    assert [lines[0].text, lines[-1].text] == ["Före.", "Efter."]
    assert all(line.role is Role.TABLE_CELL for line in lines[1:-1])


def test_semicolons_without_a_space_part_cells_and_those_of_text_none() -> None:
    lines, (table,) = read_text_page('Organ;Namn;Parti\n"AER";"Åsa Ek";"S"\nERRIN;Vakant;\n')
    assert _rows(lines, table) == [
        [["Organ"], ["Namn"], ["Parti"]],
        [["AER"], ["Åsa Ek"], ["S"]],
        [["ERRIN"], ["Vakant"], []],
    ]
    text = "Medlemmar: Almvik; Norrby; Söderby\nÄrenden: val; budget; övrigt"
    assert _texts(text) == text.split("\n")
    assert not read_text_page(text)[1]


def test_cells_hold_paragraphs_and_items() -> None:
    row = (
        "<p>aktivt medverka</p> <p>initiera &amp; pröva<br>sedan</p>\t"
        '<p>i linje med:</p> <ul style="x"> - Gröna planen. Mål 3. - studie- och yrkesval'
    )
    lines, (table,) = read_text_page(f"Insats\tEffekt\n{row}")
    assert _rows(lines, table)[1] == [
        ["aktivt medverka", "initiera & pröva", "sedan"],
        ["i linje med:", "- Gröna planen. Mål 3.", "- studie- och yrkesval"],
    ]


def test_a_header_that_comes_again_begins_a_table() -> None:
    text = "Insats\tEffekt\na\tb\n\nc\td\n\nInsats\tEffekt\ne\tf"
    lines, tables = read_text_page(text)
    assert [len(_rows(lines, table)) for table in tables] == [3, 2]


@pytest.mark.parametrize(
    "text",
    [
        "Andelen är < 5 % och > 2 %, dvs. a<b.",
        "Start | Om oss | Kontakt",
        "R&D och A&O;",
        "if x <y> then",
    ],
)
def test_signs_that_are_no_markup_stay(text: str) -> None:
    assert _texts(text) == [text]


def test_columns_that_wide_gaps_part_are_a_table() -> None:
    text = (
        "Avgifter:\n"
        "Nätverk                 Sedan   Avgift\n"
        "Tre kuster              2017    1 200 kr\n"
        "Ljusa städers förening  2019      800 kr\n"
        "                                 2 000 kr\n"
        "Summan betalas i juni."
    )
    lines, (table,) = read_text_page(text)
    assert [[cell for (cell,) in row if cell] for row in _rows(lines, table)[:3]] == [
        ["Nätverk", "Sedan", "Avgift"],
        ["Tre kuster", "2017", "1 200 kr"],
        ["Ljusa städers förening", "2019", "800 kr"],
    ]
    assert lines[-1].text == "Summan betalas i juni."


@pytest.mark.parametrize(
    "text",
    [
        "att   utse Anna Ek till ledamot,\natt   anta planen.",
        "Region Almvik                    Sida 2 av 5\n\nText som går vidare.",
        "Anna Ek          Bo Al\nOrdförande i nämnden",
    ],
)
def test_gaps_that_part_no_columns(text: str) -> None:
    assert not read_text_page(text)[1]


def test_a_long_first_cell_leaves_two_spaces_before_the_next() -> None:
    text = "Ledamot               Åsa Ek (S)\nTjänstemannakommitté  Bo Al\n"
    lines, tables = read_text_page(text)
    assert _rows(lines, tables[0])[1] == [["Tjänstemannakommitté"], ["Bo Al"]]


@pytest.mark.parametrize("sign", ["•", "➢", "☐", "✓", "\uf0b7", "\uf0d8"])
def test_bullets_parted_by_a_tab_are_a_list(sign: str) -> None:
    lines, tables = read_text_page(f"{sign}\tLärande\n{sign}\tPåverkan\n{sign}\tFinansiering")
    assert tables == ()
    assert [(line.text, line.role) for line in lines] == [
        (f"{sign} Lärande", Role.LIST_ITEM),
        (f"{sign} Påverkan", Role.LIST_ITEM),
        (f"{sign} Finansiering", Role.LIST_ITEM),
    ]


def test_tags_outside_tables_are_read() -> None:
    lines, tables = read_text_page("<h2>Mål</h2><p>Ett <i>gott</i> liv.\n<ul><li>Vård<li>Skola")
    assert tables == ()
    assert [(line.text, line.role) for line in lines] == [
        ("Mål", Role.HEADING),
        ("Ett gott liv.", Role.BODY),
        ("Vård", Role.LIST_ITEM),
        ("Skola", Role.LIST_ITEM),
    ]


def _letters(text: str) -> str:
    return re.sub(r"[\s|\\\x1c-\x1f\x85]+", "", text)


@given(st.text(st.sampled_from("abåÄ1.,:- \t\n|•\f"), max_size=200))
def test_nothing_is_lost_but_blanks_and_dividers(text: str) -> None:
    for page in divide_pages(text):
        lines, tables = read_text_page(page)
        kept, whole = "".join(_letters(line.text) for line in lines), _letters(page)
        if tables:  # a rule under the header is made of these two signs
            kept, whole = (re.sub("[-:]", "", some) for some in (kept, whole))
        assert kept == whole
        numbers = [n for table in tables for cell in table.cells for n in cell.line_numbers]
        assert len(numbers) == len(set(numbers))
        assert all(lines[number - 1].role is Role.TABLE_CELL for number in numbers)


@pytest.mark.skipif(not SEED.exists(), reason="the example texts are not here")
def test_a_real_text_with_fragments_in_tables() -> None:
    text = SEED.read_text(encoding="utf-8")
    lines, tables = read_text_page(text)
    assert len(tables) == 3
    printed = "\n".join(line.text for line in lines)
    assert "<" not in printed
    assert "\t" not in printed
    words = re.findall(r"[\wåäöÅÄÖ:]+", re.sub(r"<[^>]*>", " ", text))
    assert words == re.findall(r"[\wåäöÅÄÖ:]+", printed)
