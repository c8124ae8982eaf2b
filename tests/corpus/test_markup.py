import pytest

from corpus.render.blocks import Heading, ListItem, PageBreak, Paragraph, Table
from corpus.render.markup import parse_markup, parse_plain


def test_each_construct_becomes_its_block() -> None:
    blocks = parse_markup(
        "= Plan\n# 2.1 Mål\n*Mål 2026:*\n- en\n  rad till\n-- inre\n1.1. Resa\n\\page\nadress\\\n"
    )
    assert blocks == (
        Heading("Plan", 0),
        Heading("2.1 Mål", 1),
        Paragraph("Mål 2026:", bold=True),
        ListItem("•", "en rad till"),
        ListItem("–", "inre", 1),
        ListItem("1.1.", "Resa", 1, bold=True),
        PageBreak(),
        Paragraph("adress", tight=True),
    )


def test_neighbouring_lines_are_one_paragraph() -> None:
    assert parse_markup("kust- och\nskärgård\n\nnytt") == (
        Paragraph("kust- och skärgård"),
        Paragraph("nytt"),
    )


def test_a_year_that_ends_a_sentence_begins_no_item() -> None:
    text = "Det avslutas den 28 februari\n2026. Sedan ses vi."
    assert parse_markup(text) == (Paragraph(text.replace("\n", " ")),)


def test_rows_become_a_table() -> None:
    (table,) = parse_markup("|= 1 3\n| Insats | Effekt |\n| Prioritering 1 |\n| a // b | c |\n")
    rows = (("Insats", "Effekt"), ("Prioritering 1",), ("a\nb", "c"))
    assert table == Table(rows, (0.25, 0.75))
    assert table.paragraphs == ("Insats", "Effekt", "Prioritering 1", "a", "b", "c")


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("2.1 Verksamhet", "2.1", "Verksamhet"),
        ("3. Nätverk", "3", "Nätverk"),
        ("Bilaga 1. Tidplan", "Bilaga 1", "Tidplan"),
        ("Syfte", "", "Syfte"),
    ],
)
def test_headings_know_their_number(text: str, number: str, name: str) -> None:
    heading = Heading(text)
    assert (heading.number, heading.name) == (number, name)


def test_plain_lines_stay_lines() -> None:
    assert parse_plain("  Syfte \n\n• ett\tmål,\n2. två\n\fslut") == (
        Paragraph("Syfte", tight=True),
        ListItem("•", "ett mål,"),
        ListItem("2.", "två"),
        PageBreak(),
        Paragraph("slut", tight=True),
    )
