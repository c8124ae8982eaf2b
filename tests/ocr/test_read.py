from dataclasses import replace
from typing import ClassVar

import numpy as np
import pytest

from pipeline.config import OcrConfig
from pipeline.errors import FailureReason, SourceError
from pipeline.model.geometry import Box
from pipeline.model.page import Decision, Line, Page, Role, TextSource, Word
from pipeline.model.raster import Raster
from pipeline.ocr import NullEngine, TesseractEngine, read_image
from pipeline.ocr.engine import Orientation
from tests.ocr.drawing import A4, LINES, blank, draw, slanted, turned

SCAN = Page(1, *A4, TextSource.TEXT_LAYER, Decision.READ_IMAGE, "no text layer")
CONFIG = OcrConfig()
WIDE = (" ".join(LINES[:2]), " ".join(LINES[2:4])) * 6


class ScriptedEngine:
    """An engine that answers from a list, in the end with its last; errors are raised."""

    name: ClassVar[str] = "scripted"

    def __init__(self, *answers: tuple[Word, ...] | SourceError) -> None:
        self.answers = list(answers)
        self.seen: list[Raster] = []
        self.stands = Orientation(0, 9.0)
        self.seconds_an_image = 0.0

    @property
    def processor_seconds(self) -> float:
        return self.seconds_an_image * len(self.seen)

    def version(self, languages: str) -> str:
        return languages

    def recognise(self, raster: Raster, languages: str, time_limit: float) -> tuple[Word, ...]:
        self.seen.append(raster)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, SourceError):
            raise answer
        return answer

    def orientation(self, raster: Raster, time_limit: float) -> Orientation:
        return self.stands


def said(text: str, confidence: float) -> tuple[Word, ...]:
    return tuple(
        Word(part, Box(72 + 40 * place, 90, 105 + 40 * place, 102), confidence)
        for place, part in enumerate(text.split())
    )


def text_of(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def test_a_clean_page_reads_as_printed() -> None:
    page = read_image(SCAN, draw(), TesseractEngine(), CONFIG)
    assert text_of(page) == list(LINES)
    assert page.text_source is TextSource.OCR
    assert page.ocr_language == "swe"
    assert page.ocr_confidence is not None
    assert page.ocr_confidence > 0.9
    assert (page.rotation, page.skew) == (0, 0)
    assert (page.width_pt, page.height_pt) == pytest.approx(A4, abs=0.5)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_page_is_turned_back(degrees: int) -> None:
    upright = read_image(SCAN, draw(WIDE), TesseractEngine(), CONFIG)
    page = read_image(SCAN, turned(draw(WIDE), degrees), TesseractEngine(), CONFIG)
    assert text_of(page) == text_of(upright)
    assert (page.rotation + degrees) % 360 == 0
    assert (page.width_pt, page.height_pt) == pytest.approx(A4, abs=0.5)
    assert page.lines[0].box is not None
    assert page.lines[0].box.y0 == pytest.approx(91, abs=3)


def test_words_that_stand_on_end_tell_that_the_page_lies_on_its_side() -> None:
    on_end = (Word("Regionens", Box(90, 72, 102, 140), 0.96),)
    engine = ScriptedEngine(on_end, said("Regionens mål", 0.96))
    engine.stands = Orientation(270, 9.0)
    page = read_image(SCAN, draw(), engine, CONFIG)
    assert text_of(page) == ["Regionens mål"]
    assert page.rotation == 270


def test_lines_that_run_down_are_turned_as_the_engine_says() -> None:
    engine = ScriptedEngine(said("Regionens mål", 0.96))
    engine.stands = Orientation(0, 9.0)
    assert read_image(SCAN, turned(draw(WIDE), 90), engine, CONFIG).rotation == 0
    engine.stands = Orientation(0, 0.0)
    assert read_image(SCAN, turned(draw(WIDE), 90), engine, CONFIG).rotation == 90


def test_boxes_of_a_slanting_page_lie_where_the_words_are_printed() -> None:
    page = read_image(SCAN, slanted(draw(WIDE), 4), TesseractEngine(), CONFIG)
    assert text_of(page) == list(WIDE)
    assert page.skew == pytest.approx(4, abs=0.1)
    words = page.lines[0].words
    first, last = words[0].box, words[-1].box
    assert first is not None
    assert last is not None
    # Clockwise: the line falls to the right, by the sine of the slant.
    fall = (last.y0 + last.y1) / 2 - (first.y0 + first.y1) / 2
    assert fall == pytest.approx((last.x0 - first.x0) * np.sin(np.deg2rad(4)), abs=4)
    assert page.lines[0].box is not None
    assert page.lines[0].box.y0 == pytest.approx(first.y0, abs=1)


def test_without_deskew_the_slant_stays() -> None:
    page = read_image(
        SCAN, slanted(draw(LINES), 1), TesseractEngine(), replace(CONFIG, deskew=False)
    )
    assert page.skew == 0


def test_white_paper_is_not_read_at_all() -> None:
    engine = ScriptedEngine(())
    page = read_image(SCAN, blank(), engine, CONFIG)
    assert engine.seen == []
    assert page.lines == ()
    assert page.decision_reason == "no text layer; the image is blank"
    assert page.ocr_confidence is None


def test_a_text_layer_that_the_image_does_not_show_stays() -> None:
    layer = replace(SCAN, lines=(Line("Texten finns bara här", Role.BODY),))
    page = read_image(layer, draw(), NullEngine(), CONFIG)
    assert page.lines == layer.lines
    assert page.text_source is TextSource.TEXT_LAYER
    assert page.decision is Decision.REPAIR
    assert "so the text layer stays" in page.decision_reason


def test_a_ruined_text_layer_gives_way() -> None:
    layer = replace(SCAN, lines=(Line("Regionens mal f6r ar 2026"),))
    page = read_image(layer, draw(), TesseractEngine(), CONFIG)
    assert text_of(page) == list(LINES)


def test_a_sure_page_is_read_once() -> None:
    engine = ScriptedEngine(said("Mål för året", 0.95))
    assert text_of(read_image(SCAN, draw(), engine, CONFIG)) == ["Mål för året"]
    assert len(engine.seen) == 1


def test_a_clean_up_step_is_kept_only_if_the_engine_is_surer_after_it() -> None:
    engine = ScriptedEngine(
        said("Mål fdr dret", 0.7), said("M l f r d", 0.6), said("Mål för året", 0.95)
    )
    assert text_of(read_image(SCAN, draw(), engine, CONFIG)) == ["Mål för året"]
    flattened, despeckled = engine.seen[1:]
    assert not np.array_equal(flattened.pixels, despeckled.pixels)


def test_a_page_is_read_no_more_when_its_processor_time_is_over() -> None:
    unsure, sure = said("Mål fdr dret", 0.7), said("Mål för året", 0.95)
    engine = ScriptedEngine(unsure, sure)
    engine.seconds_an_image = CONFIG.page_seconds + 1
    assert text_of(read_image(SCAN, draw(), engine, CONFIG)) == ["Mål fdr dret"]
    engine = ScriptedEngine(unsure, sure)
    engine.seconds_an_image = CONFIG.page_seconds / 4
    assert text_of(read_image(SCAN, draw(), engine, CONFIG)) == ["Mål för året"]


@pytest.mark.parametrize("reason", [FailureReason.TIME_LIMIT, FailureReason.OCR_FAILED])
def test_a_second_reading_that_fails_keeps_the_first(reason: FailureReason) -> None:
    late = SourceError(reason, "late")
    engine = ScriptedEngine(said("Mål fdr dret", 0.7), late, late)
    assert text_of(read_image(SCAN, draw(), engine, CONFIG)) == ["Mål fdr dret"]


def test_a_first_reading_that_fails_fails_the_page() -> None:
    engine = ScriptedEngine(SourceError(FailureReason.TIME_LIMIT, "late"))
    with pytest.raises(SourceError, match="late"):
        read_image(SCAN, draw(), engine, CONFIG)


def test_a_stop_with_no_word_before_it_is_dirt() -> None:
    stops = (
        *said("Mål .", 0.95)[:1],
        Word(".", Box(107, 100, 108, 101), 0.95),
        Word("och", Box(112, 90, 130, 102), 0.95),
        Word(".", Box(140, 100, 141, 101), 0.95),
        Word(".", Box(72, 120, 73, 121), 0.95),
        Word("medel", Box(72, 140, 105, 152), 0.95),
    )
    assert text_of(read_image(SCAN, draw(), ScriptedEngine(stops), CONFIG)) == [
        "Mål . och",
        "medel",
    ]


def test_dirt_is_left_out_but_bullets_and_doubtful_letters_stay() -> None:
    dirt = (
        *said("• Mål för – ”", 0.95),
        Word("|", Box(300, 90, 301, 102), 0.12),
        Word("|", Box(305, 90, 306, 91), 0.92),
        Word("å", Box(310, 90, 315, 102), 0.12),
    )
    assert text_of(read_image(SCAN, draw(), ScriptedEngine(dirt), CONFIG)) == ["• Mål för – ” å"]
