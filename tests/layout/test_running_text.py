import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.layout import arrange_text
from pipeline.model.page import Role

_TEXT = """1. Inledning
Syftet med arbetet är att skapa ett mervärde för länets invånare
och för regionens verksamhet. Genom samarbeten synliggörs länet
även i andra länder.

Mål 2026:
• Utbyten genomförs med syfte att tillvarata regionens goda
möjligheter.
• Kunskapen stärks.
Planerade aktiviteter
1. Studiebesök i andra regioner
2. Utbyte av erfarenheter

Vision
Regionen är en aktiv aktör i Europa, i syfte att främja länets
utveckling och dess
intressen."""
TEXT = _TEXT.split("\n")


def _blocks(lines: list[str]) -> list[str]:
    blocks: list[str] = []
    for line in arrange_text(lines):
        if line.block == len(blocks):
            blocks.append(f"{line.role.value}: {line.text}")
        else:
            blocks[-1] += f" / {line.text}"
    return [block[:40] for block in blocks]


EXPECTED = [
    "heading: 1. Inledning",
    "body: Syftet med arbetet är att skapa et",
    "heading: Mål 2026:",
    "list_item: • Utbyten genomförs med syfte",
    "list_item: • Kunskapen stärks.",
    "heading: Planerade aktiviteter",
    "list_item: 1. Studiebesök i andra region",
    "list_item: 2. Utbyte av erfarenheter",
    "heading: Vision",
    "body: Regionen är en aktiv aktör i Europ",
]


def test_blocks_and_roles() -> None:
    assert _blocks(TEXT) == EXPECTED


def test_blank_lines_between_all_lines_change_nothing() -> None:
    spaced = [part for line in TEXT for part in (line, "")]
    assert _blocks(spaced) == EXPECTED


def test_a_sentence_goes_on_over_a_blank_line() -> None:
    lines = [
        "Internationellt samarbete ökar möjligheterna att dra nytta",
        "",
        "av styrkor i länet.",
    ]
    assert {line.block for line in arrange_text(lines)} == {0}


def test_what_minutes_decide_begins_behind_each_blank_line() -> None:
    lines = [
        "Styrelsen beslutar",
        "",
        "att till Kustrådet utse",
        "– Åsa Ek (S), ledamot i rådet",
        "",
    ]
    found = _blocks([*lines, "att till Vattenringen utse", "– Bo Al (M)"])
    assert [block for block in found if ": att" in block] == [
        "body: att till Kustrådet utse",
        "body: att till Vattenringen utse",
    ]


def test_lines_that_stand_together_are_no_headings() -> None:
    lines = ["Region Almvik", "Regional utveckling", "", *TEXT[1:4]]
    assert [line.role for line in arrange_text(lines)[:2]] == [Role.BODY] * 2


@pytest.mark.parametrize("lines", [[], ["", "  "]])
def test_nothing_gives_nothing(lines: list[str]) -> None:
    assert arrange_text(lines) == ()


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Zl", "Zp", "Cs"]), max_size=30)))
def test_every_line_that_is_not_blank_is_kept(lines: list[str]) -> None:
    arranged = arrange_text(lines)
    assert [line.text for line in arranged] == [line.strip() for line in lines if line.strip()]
    blocks = [line.block for line in arranged]
    assert blocks == sorted(blocks)
    assert set(blocks) == set(range(len(set(blocks))))


def test_letters_with_a_stop_begin_items() -> None:
    lines = ["Staden ska", "a. ha tio vänorter", "b. vara känd", "f. Kr. stod muren här."]
    assert [line.role for line in arrange_text(lines)][1:] == [Role.LIST_ITEM] * 3
    assert [line.block for line in arrange_text(lines)][-2:] == [2, 2]


def test_a_numbered_title_ends_where_the_next_word_had_room() -> None:
    lines = [
        "4 Nätverk",
        "",
        "4.2 Förbundet för Östersjöns regioner och deras unga invånare (FÖRU)",
        "Sedan 2024 är regionen medlem i förbundet, och kontaktpolitiker är Åsa Ek (S), som",
        "också sitter i den arbetsgrupp som förbundet har för resor över gränserna i norr.",
        "",
        "4.3 Nätverket för hälsa i alla kommuner runt Östersjön (NHKÖ)",
        "Regionen lämnade nätverket 2023.",
    ]
    roles = [line.role for line in arrange_text(lines)]
    assert roles[1:4] == [Role.HEADING, Role.BODY, Role.BODY]


_FULL_LINES = [
    "Arbetet med grannarna bedrivs i nätverket, som har funnits i",
    "trettio år och samlar elva regioner. Medlemmar är kommunerna",
]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Almvik, Ekby och Storås samt Högby. Årsavgiften är för oss", "25 000 kronor 2023. Den"),
        ("Almvik, Ekby och Storås samt Högby. Kommittén leds av herr", "Bo Al, som är ledamot."),
        ("Medlemmar är, efter valet 2022. Den leds av Ekby, Almvik,", "Storås och Högby. Det"),
        ("samt ett antal kommuner vid kusten. Den har varit öppen sedan", "2011, tillsammans med"),
        ("samt ett antal kommuner vid kusten. Arsavgiften till den ar", "25 000 kronor om året"),
    ],
)
def test_a_full_line_of_prose_goes_on_over_a_blank_line(before: str, after: str) -> None:
    """Engines part a paragraph below its first line."""
    lines = [*_FULL_LINES, before, "", after]
    assert {line.block for line in arrange_text(lines)} == {0}


def test_a_word_that_a_line_had_no_room_for_goes_on_over_a_blank_line() -> None:
    lines = [*_FULL_LINES, "att", "", "samordna det arbete som kom till 2018."]
    assert {line.block for line in arrange_text(lines)} == {0}


@pytest.mark.parametrize(
    "after",
    [
        "Budget",
        "Bilaga 2. Avgifter och de möten som",
        "Avgift: 25 000 kr. Den är oförändrad.",
        "- Bo",
    ],
)
def test_what_begins_anew_below_a_full_line_stays_apart(after: str) -> None:
    lines = [*_FULL_LINES, "", after]
    assert [line.block for line in arrange_text(lines)] == [0, 0, 1]


def test_titles_and_rows_of_cells_stay_apart_from_the_text_below() -> None:
    for above in (
        "Uppföljning av handlingsplanen för internationellt arbete 2019",
        "Ekby  vägar som håller för alla. Interreg Nord  2021  Almvik",
    ):
        lines = [*_FULL_LINES, "Ekby.", "", above, "", "Projekten leds av Ekby. De pågår."]
        assert len({line.block for line in arrange_text(lines)}) == 3
