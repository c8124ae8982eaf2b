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
