from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.aligned_tables import aligned_table

SEATS = """\
Nätverk                  Organ            Ledamöter             Ersättare

Norra kustens nätverk    Styrgrupp        Anna Ek (S)           Eva Brandt (C)
för hamnar                                Bo Lindqvist (M)      Nils Hägg (V)

Ljusa städer             Övervaknings-    Karin Sjöberg (KD)    Vakant
                         kommitté
""".splitlines()

COSTS = """\
                           Budget 2024   Utfall 2024
Vänortsmöte i Steinås           60 000        71 250
Bidrag                             900           850
                                60 900        72 100
Summan betalas i juni.
""".splitlines()


def flat(rows: object) -> list[list[str]]:
    """Return the cells of rows, paragraphs parted by ` | ` and lines by a blank."""
    return [[" | ".join(map(" ".join, cell)) for cell in row] for row in rows]  # type: ignore[attr-defined]


def test_cells_over_several_lines_are_one_cell_each() -> None:
    found = aligned_table(SEATS, 0)
    assert found is not None
    assert found.end == len(SEATS)
    assert flat(found.rows)[1:] == [
        [
            "Norra kustens nätverk för hamnar",
            "Styrgrupp",
            "Anna Ek (S) | Bo Lindqvist (M)",
            "Eva Brandt (C) | Nils Hägg (V)",
        ],
        ["Ljusa städer", "Övervaknings- kommitté", "Karin Sjöberg (KD)", "Vakant"],
    ]


def test_numbers_stay_whole_and_a_sum_is_a_row_of_its_own() -> None:
    found = aligned_table(COSTS, 0)
    assert found is not None
    assert flat(found.rows) == [
        ["", "Budget 2024", "Utfall 2024"],
        ["Vänortsmöte i Steinås", "60 000", "71 250"],
        ["Bidrag", "900", "850"],
        ["", "60 900", "72 100"],
    ]
    assert COSTS[found.end] == "Summan betalas i juni."


HEADED = [
    "Uppdrag             Namn            Parti",
    "Ljusa städer, styrelse",
    "   ordinarie        Anna Ek         S",
    "   ordinarie        Bo Lindqvist    M",
    "",
    "FÖRENINGEN KUSTBYGD I SAMVERKAN",
    "   ersättare        Eva Brandt      C",
]


def test_a_line_above_indented_rows_heads_them() -> None:
    found = aligned_table(HEADED, 0)
    assert found is not None
    assert flat(found.rows) == [
        ["Uppdrag", "Namn", "Parti"],
        ["Ljusa städer, styrelse", "", ""],
        ["ordinarie", "Anna Ek", "S"],
        ["ordinarie", "Bo Lindqvist", "M"],
        ["FÖRENINGEN KUSTBYGD I SAMVERKAN", "", ""],
        ["ersättare", "Eva Brandt", "C"],
    ]


def test_a_line_above_rows_with_bullets_heads_them() -> None:
    lines = [
        "Nätverk            Ordinarie           Ersättare",
        "",
        "Kustens Samverkansråd",
        "- styrelsen        Anna Ek (S)         Bo Lindqvist (M)",
        "- rådet            Eva Brandt (C)      Nils Hägg (V)",
    ]
    found = aligned_table(lines, 0)
    assert found is not None
    assert flat(found.rows)[1:3] == [
        ["Kustens Samverkansråd", "", ""],
        ["- styrelsen", "Anna Ek (S)", "Bo Lindqvist (M)"],
    ]


PARTED = [
    "Insats                       Effekt                     Koppling",
    "",
    "Prioritering 1: Lärande",
    "",
    "Ta fram en ståndpunkt om     Fler vet mer               Skog",
    "skogen",
    "Bjuda in unga                Fler söker                 Unga",
    "",
    "Prioritering 2: Påverkan",
    "",
    "Delta i samråd               Starkare stöd för lokala   Resor",
    "                             tåg",
]


def test_a_line_apart_above_rows_in_the_columns_of_the_header_heads_them() -> None:
    found = aligned_table(PARTED, 0)
    assert found is not None
    assert flat(found.rows) == [
        ["Insats", "Effekt", "Koppling"],
        ["Prioritering 1: Lärande", "", ""],
        ["Ta fram en ståndpunkt om skogen", "Fler vet mer", "Skog"],
        ["Bjuda in unga", "Fler söker", "Unga"],
        ["Prioritering 2: Påverkan", "", ""],
        ["Delta i samråd", "Starkare stöd för lokala tåg", "Resor"],
    ]


def test_lines_called_as_one_that_stands_apart_head_rows_without_room_around_them() -> None:
    found = aligned_table([line for line in PARTED if line], 0)
    assert found is not None
    assert flat(found.rows)[1] == ["Prioritering 1: Lärande", "", ""]
    assert flat(found.rows)[4] == ["Prioritering 2: Påverkan", "", ""]


def test_a_line_apart_above_the_same_header_again_ends_a_table() -> None:
    found = aligned_table([*PARTED[:9], "", PARTED[0], *PARTED[10:]], 0)
    assert found is None or found.end <= 8


def test_a_line_above_indented_rows_is_no_cell_without_a_header() -> None:
    rows = [*HEADED[2:4], "   ordinarie        Karin Sjöberg   V", *HEADED[4:]]
    found = aligned_table(rows, 0)
    assert found is not None
    assert len(found.rows) == found.end == 3


def test_what_goes_on_with_a_first_cell_heads_no_rows() -> None:
    lines = [
        "Organ               Uppdrag      Namn",
        "Energirådet för     ledamot      Anna Ek",
        "norra kustens",
        "                    ersättare    Bo Lindqvist",
        "Ljusa städer        ledamot      Eva Brandt",
    ]
    found = aligned_table(lines, 0)
    assert found is not None
    assert flat(found.rows)[1][0].startswith("Energirådet för norra kustens")


def test_first_lines_of_cells_that_go_on_set_in_head_no_rows() -> None:
    lines = [
        "Nätverk                Organ          Namn",
        "Nordiska rådet för",
        "  god luft             styrelsen      Anna Ek",
        "",
        "Förbundet Ljusa",
        "  städer               rådet          Eva Brandt",
    ]
    found = aligned_table(lines, 0)
    assert found is None or ["Nordiska rådet för", "", ""] not in flat(found.rows)


@pytest.mark.parametrize(
    "lines",
    [
        [
            "REGION ALMVIK        PROTOKOLL         Sida",
            "Styrelsen            2019-01-23        11",
        ],
        ["14 april         Vårmöte, Tynset", "10–11 juni       Höstmöte, Lund", "1 juli    X"],
        ["Text som löper över hela raden och inte är någon tabell alls."] * 4,
    ],
)
def test_heads_of_pages_and_lists_of_days_are_no_tables(lines: list[str]) -> None:
    assert aligned_table(lines, 0) is None


words = st.from_regex(r"[A-ZÅÄÖ][a-zåäö]{3,9}(?: [a-zåäö]{2,8}){0,2}", fullmatch=True)


@given(st.lists(st.tuples(words, words, words), min_size=3, max_size=8), st.integers(3, 9))
def test_what_is_set_in_columns_comes_back(rows: list[tuple[str, ...]], gap: int) -> None:
    widths = [max(map(len, column)) + gap for column in zip_longest(*rows, fillvalue="")]
    lines = ["".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    found = aligned_table(lines, 0)
    assert found is not None
    assert flat(found.rows) == [list(row) for row in rows]


def test_a_line_in_small_letters_goes_on_with_the_row_above() -> None:
    table = aligned_table(
        """\
Åtgärd                             Förväntad effekt                  Ansvarig
Teckna avtal med grannens          Kortare väg i bygderna            Hälso- och
sjukvårdsdistrikt om ambulans                                        vårdchefen
Översätta information till         Fler får vård på ett språk som    Informations-
meänkieli och nordsamiska          de behärskar                      avdelningen
""".splitlines(),
        0,
    )
    assert table is not None
    assert [row[0] for row in flat(table.rows)] == [
        "Åtgärd",
        "Teckna avtal med grannens sjukvårdsdistrikt om ambulans",
        "Översätta information till meänkieli och nordsamiska",
    ]


def test_lines_drawn_below_the_head_and_the_rows_part_nothing() -> None:
    rule = "-" * 60
    lines = [
        "Organ                    Ordinarie             Ersättare",
        rule,
        "ÖGEO, rådet              Anna Ek (S)           Eva Brandt (C)",
        "Kustforum,               Karin Sjö (KD)        Vakant",
        "styrelsen                Bo Al (M)             Nils Hägg (V)",
        rule,
        "Valen gäller i fyra år.",
    ]
    table = aligned_table(lines, 0)
    assert table is not None
    assert table.end == len(lines) - 2
    assert flat(table.rows) == [
        ["Organ", "Ordinarie", "Ersättare"],
        ["ÖGEO, rådet", "Anna Ek (S)", "Eva Brandt (C)"],
        ["Kustforum, styrelsen", "Karin Sjö (KD) | Bo Al (M)", "Vakant | Nils Hägg (V)"],
    ]


def test_cells_go_on_where_the_words_above_are_left_open() -> None:
    table = aligned_table(
        [
            "Insats                          Förväntad effekt              Koppling",
            "Rita en karta ihop med          Ansökan till Fonden för       En stark kust",
            "Ventspils och Gdynia            Europas hamnar",
            "Öva i skolkök                   Fler vågar hjälpa till        Plats för alla",
        ],
        0,
    )
    assert table is not None
    assert [row[:2] for row in flat(table.rows)][1:] == [
        ["Rita en karta ihop med Ventspils och Gdynia", "Ansökan till Fonden för Europas hamnar"],
        ["Öva i skolkök", "Fler vågar hjälpa till"],
    ]


def test_each_person_with_a_place_is_a_row_below_the_first_of_a_network() -> None:
    table = aligned_table(
        [
            "Organ                        Plats          Namn                 Parti",
            "-" * 72,
            "Norra hamnringen             ordförande     Åsa Ek-Lind Sund     C",
            "                             ledamot        Bo Al                S",
            "",
            "Europaforum Fjord och Ö,     ledamot        Eva Brandt           M",
            "politiska gruppen            ersättare      Nils Hägg            V",
            "",
            "Ljusa städer                 ledamot        Karin Sjö            KD",
        ],
        0,
    )
    assert table is not None
    assert flat(table.rows)[1:] == [
        ["Norra hamnringen", "ordförande", "Åsa Ek-Lind Sund", "C"],
        ["", "ledamot", "Bo Al", "S"],
        ["Europaforum Fjord och Ö, politiska gruppen", "ledamot", "Eva Brandt", "M"],
        ["", "ersättare", "Nils Hägg", "V"],
        ["Ljusa städer", "ledamot", "Karin Sjö", "KD"],
    ]


def test_a_number_begins_a_row_of_which_most_cells_are_empty() -> None:
    table = aligned_table(
        [
            "Nr      Aktivitet                    Tid               Ort",
            "1       Hav och kust",
            "1.1     Frukost om musslor           15 mars 2027      Bryssel",
            "1.2     Svar om havsplaner           i höst",
            "2       Hållbara resor",
        ],
        0,
    )
    assert table is not None
    assert [row[:2] for row in flat(table.rows)] == [
        ["Nr", "Aktivitet"],
        ["1", "Hav och kust"],
        ["1.1", "Frukost om musslor"],
        ["1.2", "Svar om havsplaner"],
        ["2", "Hållbara resor"],
    ]


@pytest.mark.parametrize(
    "below",
    [
        ["Projektledare:  Blå kajer        Åsa Ek", "                Tyst hamn        Bo Al"],
        [
            "                Total budget     Stadens andel   Avslut",
            "Blå kajer       2 mkr   1 mkr",
        ],
    ],
)
def test_a_table_ends_where_lines_below_would_cut_its_cells(below: list[str]) -> None:
    """Lines as wide as a table count for no column, and are no less its own."""
    whole = [
        "Akronym         Om                                   Program           Roll",
        "",
        "Blå kajer       laddning av färjor vid kaj           LIFE              ledande partner",
        "Tyst hamn       dämpat buller i småbåtshamnar        Interreg Europe   partner",
    ]
    found = aligned_table([*whole, "", *below], 0)
    assert found is not None
    assert found.end == len(whole)
    assert [row[1] for row in flat(found.rows)[1:]] == [
        "laddning av färjor vid kaj",
        "dämpat buller i småbåtshamnar",
    ]
