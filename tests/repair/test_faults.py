"""Nothing in a text may stop its repair: strange signs, endless words, broken characters."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.config import RepairConfig
from pipeline.lexicon import Lexicon
from pipeline.repair import repair_lines
from tests.repair.undoing import undone

RUINED = [
    "Kommunfullmiktige beslutade i gar att skolan ska rustas upp under hésten.",
    "Barnens vig till skolan gar over en hart trafikerad gata, och manga f6raldrar ar oroliga.",
    "Därf6r f6reslar namnden att hastigheten sanks langs stranden for att skydda barnen.",
]
LONG = 10_000
SOON = 20
"""Seconds in which a line of 10,000 signs must be done, on a machine with other work to do."""

ENDLESS = {
    "one letter": "x" * LONG,
    "a confused letter": "a" * LONG,
    "leaders read as letters": "Innehåll " + "e" * 200 + " 7",
    "random letters": "".join(Random(1).choices("abcdefghijklmnoprstuvyåäö", k=LONG)),
    "a compound without end": "kommun" * (LONG // 6),
    "capitals": "A" * LONG,
    "mixed case": "aB" * (LONG // 2),
    "Greek": "α" * LONG,
    "Chinese": "漢" * LONG,
    "digits": "6" * LONG,
    "letters and digits": "a6" * (LONG // 2),
    "signs for letters": "a&" * (LONG // 2),
    "replacement characters": "a\ufffd" * (LONG // 2),
    "hyphens": "-" * (LONG // 4),
    "hyphened letters": "a-" * (LONG // 2),
    "abbreviations": "a." * (LONG // 2),
    "colons": "a:" * (LONG // 2),
    "at signs": "a@" * (LONG // 2),
    "an address": "www." + "a." * (LONG // 2),
    "combining marks": "a" + "\u0308" * LONG,
    "soft hyphens": "\u00ad" * LONG,
    "ligatures": "ﬁ" * LONG,
    "mojibake": "Ã¶" * (LONG // 2),
    "words": "for " * (LONG // 4),
}
STRANGE = [
    "f\ud800r och \udfff ar",
    "\ud83d",
    "\x00f\x00or\x00",
    "\x01\x02f\x85r\x0b\x0c\x1c\x7f",
    "\u202efor\u202c \u200ear",
    "𝐟𝐨𝐫 𝐚𝐫 👨‍👩‍👧 for",
    "İstanbul fİr ß STRAẞE ŉ ǰ ΐ",
    "m² x³ ½ Ⅷ ٣٤ ㊷",
    "ก็ไม่มีใครรู้ว่าเขาจะมาเมื่อไหร่แต่ทุกคนก็รอคอยเขาอยู่ที่บ้าน",
    "\ufeff\ufffe\uffff\U0010ffff",
    "for\r",
    "for\u2028ar\u2029",
    "",
    " ",
]


def check(lexicon: Lexicon, lines: list[str]) -> None:
    found = list(repair_lines(lines, lexicon, RepairConfig()))
    assert [line.raw for line in found] == lines
    assert [undone(line) for line in found] == lines


@pytest.mark.timeout(SOON)
@pytest.mark.parametrize("kind", ENDLESS)
def test_an_endless_word_on_a_healthy_page_neither_stops_nor_hangs(
    lexicon: Lexicon, kind: str
) -> None:
    check(lexicon, [ENDLESS[kind]])


@pytest.mark.timeout(SOON)
@pytest.mark.parametrize("kind", ENDLESS)
def test_an_endless_word_on_a_ruined_page_neither_stops_nor_hangs(
    lexicon: Lexicon, kind: str
) -> None:
    check(lexicon, [*RUINED, ENDLESS[kind], "", *RUINED])


@pytest.mark.parametrize("text", STRANGE)
def test_strange_signs_stop_nothing(lexicon: Lexicon, text: str) -> None:
    check(lexicon, [text])
    check(lexicon, [*RUINED, text, f"f6r {text} ar", f"{text}-", "gar"])


def test_no_lines_and_empty_lines_are_no_fault(lexicon: Lexicon) -> None:
    for lines in ([], [""], ["", "", ""], ["", *RUINED, "", ""], ["\n".strip()] * 1200):
        check(lexicon, lines)


@settings(max_examples=60)
@given(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=40), max_size=4))
def test_any_text_is_repaired_line_by_line(lexicon: Lexicon, lines: list[str]) -> None:
    check(lexicon, lines)
    check(lexicon, [*RUINED, *lines])


@settings(max_examples=40)
@given(st.lists(st.text("åäöaoid6é&£{}-.:()1AOS \u00ad\ufffd", max_size=40), max_size=4))
def test_any_damage_is_repaired_line_by_line(lexicon: Lexicon, lines: list[str]) -> None:
    check(lexicon, [*RUINED, *lines])
