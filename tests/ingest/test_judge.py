"""The judge decides on figures, with caution where there are few."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import IngestConfig
from pipeline.ingest.judge import Paper, is_ruined, judge_page, judge_plain
from pipeline.ingest.signals import TextSignals, measure_text, surely_below
from pipeline.lexicon import Lexicon
from pipeline.model.page import Decision
from tests.ingest import making

CONFIG = IngestConfig()
A4 = Paper(area=595 * 842)
HEALTHY = TextSignals(2000, 300, 291, 300, 78, unreadable=0.0, mojibake=0.0)


@pytest.mark.parametrize(
    ("text", "paper", "decision", "reason"),
    [
        ({}, {}, "keep", "97 % of 300 words known, 26 % with å/ä/ö"),
        ({"known": 174, "diacritics": 3}, {"image_share": 1.0}, "read_image", "58 % of 300"),
        ({"known": 174, "diacritics": 3}, {"hidden": True}, "read_image", "behind an image"),
        ({"known": 174, "diacritics": 3}, {}, "repair", "no image of the page"),
        ({"diacritics": 0}, {}, "repair", "0 % with å/ä/ö"),
        ({"mojibake": 0.04}, {}, "repair", "4 % in a wrong encoding"),
        ({"unreadable": 0.4}, {}, "read_image", "does not tell its letters (40 %"),
        ({"characters": 40}, {"image_share": 0.9}, "read_image", "almost no text (40"),
        ({"characters": 40}, {"image_share": 0.4}, "read_image", "almost no text (40"),
        ({"characters": 40}, {"image_share": 0.4, "print_size": 30.0}, "keep", "kept"),
        ({"characters": 40}, {"image_share": 0.05}, "keep", "kept"),
        ({"characters": 0}, {"image_share": 0.3}, "read_image", "no text layer, an image on 30"),
        ({"characters": 0}, {"drawn": 900}, "read_image", "900 drawn shapes"),
        ({"characters": 0}, {}, "keep", "blank page"),
    ],
)
def test_decisions(text: dict[str, Any], paper: dict[str, Any], decision: str, reason: str) -> None:
    verdict = judge_page(replace(HEALTHY, **text), replace(A4, **paper), CONFIG)
    assert verdict.decision.value == decision
    assert reason in verdict.reason


def test_few_words_prove_nothing_unless_an_image_is_at_hand() -> None:
    few = TextSignals(70, 10, 8, 10, 0, unreadable=0.0, mojibake=0.0)
    assert judge_page(few, A4, CONFIG).decision is Decision.KEEP
    over_image = judge_page(few, replace(A4, image_share=1.0), CONFIG)
    assert over_image.decision is Decision.READ_IMAGE


def test_names_and_figures_are_not_judged(lexicon: Lexicon) -> None:
    table = ["Anna Öberg (S) 1 250 000", "SBHSS ERB LNU", "Bo Ek (M) 12,5 %", "Wismar Gdynia 2024"]
    signals = measure_text(table, lexicon)
    assert signals.words == 0
    assert judge_plain(signals, CONFIG).reason == "text kept: names and figures only"


@pytest.mark.parametrize(
    ("lines", "ruined"),
    [
        (making.SWEDISH, False),
        (making.RUINED, True),
        (making.ENGLISH, False),
        (making.SWEDISH[:2] + making.ENGLISH[:2], False),
        (tuple(line.encode().decode("cp1252", "replace") for line in making.SWEDISH), True),
    ],
)
def test_texts(lexicon: Lexicon, lines: tuple[str, ...], ruined: bool) -> None:
    assert is_ruined(measure_text(lines * 3, lexicon), CONFIG) is ruined


def test_glyphs_without_letters_are_counted_and_bullets_are_not(lexicon: Lexicon) -> None:
    assert measure_text(["(cid:12)(cid:7) ab"], lexicon).unreadable > 0.1
    assert measure_text(["\uf0b7 Första punkten"], lexicon).unreadable == 0


@given(st.integers(1, 2000), st.data())
def test_what_lies_surely_below_lies_below(total: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, total))
    if surely_below(count, total, 0.5):
        assert count / total < 0.5
    elif total > 1000:
        assert count / total > 0.45
