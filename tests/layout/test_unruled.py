"""Tables that only white space shows, in print that is known and in print read from an image."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.layout import arrange
from pipeline.model.page import Line, Role, Table, Word
from tests.layout.printing import column, row

STEP = 14.3
LEFTS = (72.0, 250.0, 400.0)
SEATS = [
    ("Namn", "Kommun", "Uppdrag"),
    ("Solveig Ek (S)", "Vika", "ordförande"),
    ("Bo Ås (M)", "Norrtofta", "ledamot"),
    ("Siv By (C)", "Lövås", "ersättare"),
]
SENTENCE = ["Regionen ska stärka sin kompetens och öka samverkan med kommuner", "i hela länet."]


def printed(
    rows: Sequence[tuple[str, ...]], y: float = 160, step: float = STEP, *, fonts: bool = True
) -> list[Word]:
    """Return the words of rows below each other; an empty cell has none."""
    return [
        word
        for number, cells in enumerate(rows)
        for left, cell in zip(LEFTS, cells, strict=False)
        for word in row(cell, left, y + step * number, fonts=fonts)
    ]


def cells(words: list[Word]) -> list[list[list[str]]]:
    """Return the tables of a page as rows of cells."""
    lines, tables = arrange(words)
    return [_rows(lines, table) for table in tables]


def _rows(lines: tuple[Line, ...], table: Table) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for cell in table.cells:
        text = " ".join(lines[number - 1].text for number in cell.line_numbers)
        found.setdefault(cell.row, []).append(text)
    return list(found.values())


@pytest.mark.parametrize("fonts", [True, False])
def test_columns_in_line_with_each_other_are_a_table(fonts: bool) -> None:
    around = column(SENTENCE, 72, 100, fonts=fonts) + column(SENTENCE, 72, 240, fonts=fonts)
    assert cells(printed(SEATS, fonts=fonts) + around) == [list(map(list, SEATS))]


def test_a_cell_goes_on_below_where_the_first_is_empty_or_begins_small() -> None:
    rows = [
        ("Insats", "Effekt", "Tid"),
        ("Studieresa till Skottland", "Nytt arbetssätt infört", "2024"),
        ("för chefer", "vid två vårdcentraler", ""),
        ("Rådgivning", "Fyra kommuner har", "2025"),
        ("", "fått stöd", ""),
    ]
    assert cells(printed(rows)) == [
        [
            ["Insats", "Effekt", "Tid"],
            ["Studieresa till Skottland för chefer", rows[1][1] + " " + rows[2][1], "2024"],
            ["Rådgivning", "Fyra kommuner har fått stöd", "2025"],
        ]
    ]


def test_wider_steps_part_the_rows() -> None:
    groups: list[list[tuple[str, ...]]] = [
        [("Nätverk", "Organ", "Ledamöter")],
        [("Assembly of European", "Styrelse", "Bo Ås (M)"), ("Regions", "", "Siv By (C)")],
        [("Gränskommittén", "Styrelse", "Ali Ek (S)"), ("Elvom", "", "Li Ö (V)")],
    ]
    words: list[Word] = []
    y = 160.0
    for group in groups:
        words += printed(group, y)
        y += STEP * (len(group) + 1)
    assert [line[0] for line in cells(words)[0]] == [
        "Nätverk",
        "Assembly of European Regions",
        "Gränskommittén Elvom",
    ]


def test_a_title_between_rows_is_a_row_and_one_that_stands_apart_none() -> None:
    with_title: list[tuple[str, ...]] = [*SEATS[:2], ("Område B. Påverkan",), *SEATS[2:]]
    assert [line[0] for line in cells(printed(with_title))[0]] == [r[0] for r in with_title]
    apart = printed(SEATS) + row("Aktiviteter", 72, 160 + 6 * STEP)
    assert cells(apart) == [list(map(list, SEATS))]


def test_a_title_that_stands_apart_above_more_rows_is_one_of_them() -> None:
    more = [("Barentsrådet", "Åsa Ek", "ledamot"), ("Baltiska forumet", "Bo Al", "ersättare")]
    start = 160 + STEP * (len(SEATS) + 2)
    title = row("Område B. Påverkan", 72, start - STEP)
    together = cells(printed(SEATS) + title + printed(more, start + STEP))
    assert [line[0] for line in together[0]][-3:] == ["Område B. Påverkan", *(r[0] for r in more)]
    # The same head once more begins another table.
    anew = printed([SEATS[0], *more], start + STEP)
    assert [len(table) for table in cells(printed(SEATS) + title + anew)] == [len(SEATS), 3]


@pytest.mark.parametrize(
    "rows",
    [
        [("Personal", "1 680 000 SEK"), ("Resor", "140 000 SEK"), ("Avgift", "4 100 EUR")],
        [("Ägare", "Andel"), ("Region Vika", "45 %"), ("Region Ås", "35 %")],
        [("14 april", "Vårmöte, Tynset"), ("10–11 juni", "Årsmöte"), ("4 maj", "Styrelse")],
        [("09.00", "Kaffe"), ("09.30", "Regionrådet hälsar"), ("10.15–11.00", "Samtal")],
    ],
)
def test_two_columns_with_sums_or_days(rows: Sequence[tuple[str, ...]]) -> None:
    assert cells(printed(rows)) == [list(map(list, rows))]


def test_what_is_labelled_is_read_across() -> None:
    rows = [
        ("Finansiering:", "Europeiska socialfonden"),
        ("Projektägare:", "Vika kommun"),
        ("Projekttid:", "2010-01-01–2012-12-31"),
    ]
    lines, tables = arrange(printed(rows))
    assert not tables
    assert [line.text for line in lines] == [" ".join(cells) for cells in rows]


def test_a_label_of_two_lines_stays_whole() -> None:
    rows = [
        ("Extraordinär", "Händelse som avviker från det"),
        ("händelse:", "normala i kommunen."),
        ("Process:", "Ett delområde av"),
        ("", "verksamheten."),
        ("Risk:", "Sannolikhet och följd."),
    ]
    lines, _ = arrange(printed(rows))
    assert [line.text for line in lines[:4]] == [
        "Extraordinär",
        "händelse:",
        "Händelse som avviker från det",
        "normala i kommunen.",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [("Anna Ek (S)", "Bo Ek (M)"), ("Siv By (C)", "Ulf Ö (V)"), ("Åsa Å (L)", "Per I (KD)")],
        [("1", "Inledning", "3"), ("2", "Mål", "4"), ("3", "Medel", "9")],
        [("VIKA KOMMUN", "PM", "1 (3)"), ("Kansliet", "", "2024-01-01"), ("Staben", "", "Dnr 1")],
        [SEATS[0], SEATS[1]],
    ],
)
def test_what_is_no_table(rows: Sequence[tuple[str, ...]]) -> None:
    assert not cells(printed(rows))


def test_three_columns_of_running_text_are_read_one_by_one() -> None:
    texts = [
        ["Kommunerna samverkar om", "vatten och avlopp med", "grannar i andra länder."],
        ["Regionen deltar i flera", "nätverk som arbetar för", "en bättre miljö i havet."],
        ["Projekten betalas av", "program som löper till", "slutet av perioden nu."],
    ]
    words = [word for text, x in zip(texts, LEFTS, strict=True) for word in column(text, x, 160)]
    lines, tables = arrange(words)
    assert not tables
    assert [line.text for line in lines] == [line for text in texts for line in text]


@given(
    st.lists(
        st.lists(st.sampled_from(["Vika", "ledamot", "12 000", "§ 4", "•", ""]), max_size=3),
        max_size=8,
    )
)
def test_no_word_is_lost_or_doubled(rows: list[list[str]]) -> None:
    words = printed([tuple(cells) for cells in rows])
    lines, _ = arrange(words)
    assert sorted(w.text for line in lines for w in line.words) == sorted(w.text for w in words)
    assert all(line.role is not Role.TABLE_CELL or line.text for line in lines)


def test_numbers_of_rows_are_a_column_though_some_look_like_those_of_items() -> None:
    activities = [
        ("Nr", "Aktivitet", "Tid", "Ansvarig"),
        ("1", "Mässa i Bryssel", "6 mars", "Timo Rantala"),
        ("1.1", "Utställning om gruvor", "mars", "Siv By"),
        ("1.2", "Samtal om råvaror", "mars", "Siv By"),
        ("2", "Resa till Strasbourg", "13 juni", "Bo Ås"),
    ]
    lefts = (72.0, 98.0, 250.0, 400.0)
    words = [
        word
        for number, row_cells in enumerate(activities)
        for left, cell in zip(lefts, row_cells, strict=True)
        for word in row(cell, left, 160 + STEP * number)
    ]
    assert cells(words) == [list(map(list, activities))]


def test_a_title_below_a_lone_row_is_of_the_table_below_it() -> None:
    lone = printed([("Nätverken kostar mindre", "Bokslut")], 120)
    title = row("Aktiviteter", 72, 120 + 2 * STEP)
    (table,) = cells(lone + title + printed(SEATS, 120 + 4 * STEP))
    assert table == list(map(list, SEATS))


def test_sums_that_count_up_are_no_pages() -> None:
    rows = [("Post", "Belopp (tkr)"), ("Avgift", "45"), ("Resor", "120"), ("Möten", "310")]
    assert cells(printed(rows)) == [list(map(list, rows))]
    rows[3] = ("Möten", "1 600")
    assert cells(printed(rows)) == [list(map(list, rows))]


def test_years_above_sums_have_an_empty_corner() -> None:
    rows = [("", "2026", "2027"), ("Personal", "1 980 tkr", "2 350 tkr"), ("Resor", "18", "20")]
    assert cells(printed(rows)) == [list(map(list, rows))]


def test_persons_and_who_elected_them_are_read_row_by_row() -> None:
    rows = [
        ("Namn", "Utsedd av"),
        ("Eva Ros (S), ordförande", "Landstinget Vika"),
        ("Bo Ås (M)", "Region Lövås"),
        ("Siv By (C)", "Region Lövås"),
    ]
    assert cells(printed(rows)) == [list(map(list, rows))]


def test_persons_in_both_columns_are_two_lists() -> None:
    rows = [("Bo Ås (M)", "Siv By (C)"), ("Ali Ek (S)", "Li Ö (V)"), ("Eva Ros (S)", "Per Al (L)")]
    assert not cells(printed(rows))


def test_a_label_may_hold_for_several_persons() -> None:
    rows = [
        ("Ordinarie:", "Bo Ås (M)"),
        ("", "Siv By (C)"),
        ("Ersättare:", "Ali Ek (S)"),
        ("", "Li Ödman (V)"),
    ]
    assert cells(printed(rows)) == [list(map(list, rows))]


def test_two_columns_under_titles() -> None:
    rows = [
        ("Insats", "Effekt"),
        ("Bilda en inköpsgrupp", "Lägre priser för alla som"),
        ("för solceller", "köper solceller"),
        ("Starta en saluhall", "Fler småföretag säljer direkt"),
    ]
    assert cells(printed(rows)) == [
        [
            ["Insats", "Effekt"],
            [f"{rows[1][0]} {rows[2][0]}", f"{rows[1][1]} {rows[2][1]}"],
            list(rows[3]),
        ]
    ]


def test_cells_that_go_on_side_by_side_are_one_row() -> None:
    rows = [
        ("Insats", "Effekt", "Koppling"),
        ("Delta i Interreg", "Lägre utsläpp från", "Transportplan"),
        ("Nordsjöns utlysning", "landanslutna fartyg", "2022–2033"),
        ("Starta ett utbyte", "Nya företag i länet", "Näringsstrategi"),
        ("Möta ägarna", "Klarare uppdrag", "vakant"),
    ]
    assert [line[0] for line in cells(printed(rows))[0]] == [
        "Insats",
        "Delta i Interreg Nordsjöns utlysning",
        "Starta ett utbyte",
        "Möta ägarna",
    ]


def test_a_heading_far_below_ends_a_list_of_facts() -> None:
    rows = [
        ("Löptid", "januari 2012–juni 2014"),
        ("Budget", "9 850 tkr av programmet"),
        ("Projektledare", "Kent Ås"),
    ]
    heading = row("2", 50, 160 + 5 * STEP) + row("Sjövika kommun", 72, 160 + 5 * STEP)
    lines, _ = arrange(printed(rows) + heading)
    assert [line.text for line in lines[:3]] == [" ".join(pair) for pair in rows]


def test_less_white_parts_columns_that_other_rows_show() -> None:
    wide = "HEALTHY SEA ÖSTERSJÖN I NORR"
    words = printed([("Projekt", "Innehåll", "Tid"), ("Öar i nät", "Elbilar", "2018")])
    below = row(wide, LEFTS[0], 160 + 2 * STEP)
    assert below[-1].box is not None
    words += below + row("Hälsa", below[-1].box.x1 + 8, 160 + 2 * STEP)
    words += row("2019", LEFTS[2], 160 + 2 * STEP)
    assert cells(words)[0][2] == [wide, "Hälsa", "2019"]


@pytest.mark.parametrize(
    ("below", "last"),
    [
        ("Utomlands", "Studera friluftslivet Utomlands"),
        ("Mål", "Studera friluftslivet"),  # for which there was room above
    ],
)
def test_the_last_cell_goes_on_in_what_had_no_room(below: str, last: str) -> None:
    rows = [
        ("Insats", "Effekt", "Tid"),
        ("Resor till Norra Skottland", "Nytt", "2024"),
        ("Studera friluftslivet", "Nya kunder", "2026"),
    ]
    (table,) = cells(printed([*rows, (below,)]))
    assert table[-1][0] == last
