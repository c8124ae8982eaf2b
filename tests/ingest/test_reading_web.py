"""Web pages: encodings, content in order, furniture in its role, tables as tables."""

from pathlib import Path

import pytest

from pipeline.config import IngestConfig
from pipeline.errors import FailureReason
from pipeline.ingest import read_pages, take_in
from pipeline.ingest.web_pages import read_web_page
from pipeline.lexicon import Lexicon
from pipeline.model.page import Role
from tests.ingest import making

PAGE = """<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8">
<title>Samarbeten – Region</title><style>p {color: red}</style></head><body>
<header><a href="/">Region</a></header>
<nav><ul><li><a href="/a">Vård</a></li><li>Skola</li></ul></nav>
<main><h1>Internationella
 samarbeten</h1><p>Vi arbetar&nbsp;med <b>fem</b> n&auml;tverk.<br>Så här:</p>
<div>Fri text<ul><li>Ett<ul><li>Ett a</li></ul></li><li>Två</li></ul>efter listan</div>
<table><caption>Projekt</caption><tr><th>Namn</th><th>Tid</th></tr>
<tr><td rowspan="2"><p>Havet</p><p>vid kusten</p></td><td>2024</td></tr><tr><td>2025</td></tr>
</table><script>var x = "inte text";</script></main>
<aside>Kontakt</aside><footer><p>Org.nr 232100</p></footer></body></html>"""


def test_content_and_furniture_in_order() -> None:
    lines, _ = read_web_page(PAGE.encode())
    assert [(line.text, line.role.value) for line in lines] == [
        ("Samarbeten – Region", "header"),
        ("Region", "header"),
        ("Vård", "header"),
        ("Skola", "header"),
        ("Internationella samarbeten", "heading"),
        ("Vi arbetar med fem nätverk.", "body"),
        ("Så här:", "body"),
        ("Fri text", "body"),
        ("Ett", "list_item"),
        ("Ett a", "list_item"),
        ("Två", "list_item"),
        ("efter listan", "body"),
        ("Projekt", "table_cell"),
        ("Namn", "table_cell"),
        ("Tid", "table_cell"),
        ("Havet", "table_cell"),
        ("vid kusten", "table_cell"),
        ("2024", "table_cell"),
        ("2025", "table_cell"),
        ("Kontakt", "footer"),
        ("Org.nr 232100", "footer"),
    ]
    assert lines[5].block == lines[6].block != lines[7].block


def test_cells_that_span_rows_leave_empty_ones() -> None:
    lines, (table,) = read_web_page(PAGE.encode())
    cells = {(c.row, c.column): [lines[n - 1].text for n in c.line_numbers] for c in table.cells}
    assert cells[0, 0] == ["Projekt"]
    assert cells[2, 0] == ["Havet", "vid kusten"]
    assert cells[3, 0] == []
    assert cells[3, 1] == ["2025"]


def test_a_page_without_a_main_part_goes_by_landmarks() -> None:
    page = (
        b"<html><body><div><div role='banner'>Logga</div><div><p>Text.</p>"
        b"<article><header><h2>Rubrik</h2></header></article></div></div>"
        b"<div role='contentinfo'>Adress</div></body></html>"
    )
    lines, _ = read_web_page(page)
    assert [(line.text, line.role) for line in lines] == [
        ("Logga", Role.HEADER),
        ("Text.", Role.BODY),
        ("Rubrik", Role.HEADING),
        ("Adress", Role.FOOTER),
    ]


def test_a_layout_table_is_no_table() -> None:
    page = b"<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table><td>x<tr><td>y<td>z</table>"
    lines, tables = read_web_page(b"<html><body>" + page)
    assert len(tables) == 1
    assert [line.text for line in lines] == ["a", "b", "c", "d", "x", "y", "z"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        ('<meta charset="utf-8">', "utf-8"),
        ("", "utf-8"),
        ("", "cp1252"),
        ('<meta charset="utf-8">', "cp1252"),
        ('<meta charset="no-such">', "utf-8"),
        ("", "utf-16"),
        ("", "utf-8-sig"),
    ],
)
def test_encodings(tmp_path: Path, lexicon: Lexicon, declared: str, encoding: str) -> None:
    page = f"<html><head>{declared}</head><body><p>{making.SWEDISH[0]} – åäö</p></body></html>"
    path = making.write(tmp_path / "page", page.encode(encoding))
    reading = read_pages(take_in(path, IngestConfig()), 1, 1, lexicon, IngestConfig())
    assert [line.text for line in reading.pages[0].lines] == [f"{making.SWEDISH[0]} – åäö"]


def test_an_xml_declaration_and_deep_nesting_do_no_harm() -> None:
    page = '<?xml version="1.0" encoding="utf-8"?><html><body>' + "<div>" * 2000 + "djupt"
    lines, _ = read_web_page(page.encode())
    assert [line.text for line in lines] in ([], ["djupt"])


@pytest.mark.parametrize("charset", ["punycode", "utf-16", "unicode_escape", "rot13", "nonsense"])
def test_a_charset_that_is_no_alphabet_of_the_page_is_not_believed(charset: str) -> None:
    page = PAGE.replace('charset="utf-8"', f'charset="{charset}"')
    lines, _ = read_web_page(page.encode())
    assert "Vi arbetar med fem nätverk." in [line.text for line in lines]


def test_a_page_without_words_fails(tmp_path: Path, lexicon: Lexicon) -> None:
    data = b"<!DOCTYPE html><html><body><script>draw()</script></body></html>"
    document = take_in(making.write(tmp_path / "page.html", data), IngestConfig())
    reading = read_pages(document, 1, 1, lexicon, IngestConfig())
    assert reading.pages == ()
    assert [failure.reason for failure in reading.failures] == [FailureReason.EMPTY]


def test_headings_keep_the_level_of_their_tags() -> None:
    page = b"<main><h1>Plan</h1><h2>Mal <b>1</b></h2><div><h4>Hav</h4>Fri text</div></main>"
    lines, _ = read_web_page(page)
    assert [(line.text, line.level) for line in lines] == [
        ("Plan", 1),
        ("Mal 1", 2),
        ("Hav", 4),
        ("Fri text", None),
    ]
