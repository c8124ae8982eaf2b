"""What must not change: healthy pages; names, codes, numbers and addresses on ruined ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.config import RepairConfig
from pipeline.lexicon import Lexicon
from pipeline.repair import repair_lines

RUINED = [
    "Kommunfullmiktige beslutade i gar att skolan ska rustas upp under hésten.",
    "Barnens vig till skolan gar over en hart trafikerad gata, och manga f6raldrar ar oroliga.",
    "Därf6r f6reslar namnden att hastigheten sanks langs stranden for att skydda barnen.",
    "Kostnaden beraknas till 3,4 miljoner kronor, varav halften tas ur arets budget.",
]
HEALTHY = """\
Arbetet i hamnen har börjat och väntas pågå till hösten, säger byggledaren.
Oskar Lindhult och Maja Fryxbom leder bygget åt Brimvik Entreprenad AB.
Priset är 3 400 kr per kvadratmeter, och ärendet har nummer KS 2021/00345.
För frågor: maja.fryxbom@brimvik.se eller www.brimvik.se/for-alla.
Läs mer i The Road to Nowhere av D. Byrne (2003), s. 12–14, och i bil. 3 b.
Hon har stått vid ån, där stod en hall och en vag av rök låg över byn.
• gång- och cykelväg   (GC)\tlängs väg 27
""".splitlines()
KEPT = [
    "maja.fryxbom@brimvik.se",
    "www.brimvik.se/fragor/for-alla",
    "https://brimvik.se/sok?q=halla",
    "KS 2021/00345",
    "070-123 45 67",
    "2008/50/EG",
    "bilaga B2",
    "E22",
    "14.30",
    "3 400 kr",
    "(KD)",
    "(M)",
    "Oskar Lindhult",
    "Maja Fryxbom",
    "Adolfo Kimani",
    "Brimvik Entreprenad AB",
    "Smart Cities for All",
    "Interreg",
    "SFS 1998:808",
    "§ 118",
]


def repaired(lexicon: Lexicon, lines: list[str]) -> list[str]:
    return [line.text for line in repair_lines(lines, lexicon, RepairConfig())]


def test_a_healthy_text_stays_byte_for_byte(lexicon: Lexicon) -> None:
    assert repaired(lexicon, HEALTHY) == HEALTHY


@settings(max_examples=25)
@given(st.permutations(HEALTHY), st.integers(1, 3))
def test_it_stays_in_any_order_and_at_any_length(
    lexicon: Lexicon, lines: list[str], times: int
) -> None:
    assert repaired(lexicon, lines * times) == lines * times


@pytest.mark.parametrize("kept", KEPT)
def test_a_ruined_text_keeps_it(lexicon: Lexicon, kept: str) -> None:
    lines = [*RUINED, f"Fragan behandlas av {kept} och galler aven nasta ar."]
    found = repaired(lexicon, lines)
    assert found[-1] == f"Frågan behandlas av {kept} och gäller även nästa år."
    assert found[1].startswith("Barnens väg till skolan går över")


def test_an_english_sentence_stays(lexicon: Lexicon) -> None:
    text = "We look for new ways to make our cities safe for all, and to share what we learn."
    assert repaired(lexicon, [*RUINED, text])[-1] == text


@given(
    st.from_regex(
        r"[2-9][0-9]{0,3}([.:/-][0-9]{1,4}){0,3}|[A-Z]{2,4}[ -]?[0-9]{2,5}", fullmatch=True
    )
)
@settings(max_examples=40)
def test_numbers_and_codes_stay(lexicon: Lexicon, code: str) -> None:
    found = repaired(lexicon, [*RUINED, f"Ny fraga, {code}, om buller."])[-1]
    assert found == f"Ny fråga, {code}, om buller."


def test_numbers_of_items_never_become_words(lexicon: Lexicon) -> None:
    lines = ["1. Mal och medel", "2. Atgarder", "1) atgarder", "1: atgarder", "§ 1 atgarder"]
    found = repaired(lexicon, [*RUINED, *lines])[-5:]
    assert found == [
        "1. Mål och medel",
        "2. Åtgärder",
        "1) åtgärder",
        "1: åtgärder",
        "§ 1 åtgärder",
    ]


def test_white_space_stays(lexicon: Lexicon) -> None:
    lines = [*RUINED, "", "\tfor\u00a0alla  ar ", "  ", "\u2003"]
    found = repaired(lexicon, lines)
    assert found[-4:] == ["", "\tför\u00a0alla  är ", "  ", "\u2003"]
