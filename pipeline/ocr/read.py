"""From a page image to a page: read, freed of specks, laid out."""

from dataclasses import replace
from functools import reduce
from statistics import fmean
from typing import Final

from msgspec import structs

from pipeline.config import OcrConfig
from pipeline.layout import arrange
from pipeline.model.geometry import Box
from pipeline.model.page import Decision, Line, Page, Table, TextSource, Word
from pipeline.model.raster import Raster
from pipeline.ocr.attempts import Attempt, Reader, count_letters
from pipeline.ocr.clean import is_blank
from pipeline.ocr.components import nearly_coarser
from pipeline.ocr.engine import Engine
from pipeline.ocr.marks import BULLET
from pipeline.ocr.skew import WORKING_DPI, TextLines
from pipeline.ocr.straighten import Straight

_POINTS: Final = 72
_KEPT_SHARE: Final = 0.5
"""An image that shows less than this share of the text layer's letters is not its source."""

_SPECK_CONFIDENCE: Final = 0.30
_DASHES: Final = frozenset("=-–—~_")
_STOPS: Final = frozenset({".", ",", "..", "'", "’", "‘"})
_DETACHED: Final = 5.0
"""Points: more than a space is not before a stop, however loosely it is set."""
_FULL_STOP: Final = 1.5
"""Points: a full stop of running text is smaller."""


def read_image(page: Page, raster: Raster, engine: Engine, config: OcrConfig) -> Page:
    """Return the page as its image reads.

    `raster` shows the whole page. Boxes of the result are points on the page turned upright
    by `rotation` but not straightened: the lines of a page with `skew` slant, and their
    boxes are those around them. Width and height are those of the upright page.

    A text layer stays where the image shows less than half of its letters. What happened is
    added to `decision_reason`. Raises what `engine` raises.
    """
    small = nearly_coarser(raster, WORKING_DPI)
    if is_blank(small):
        return _without_reading(page, "the image is blank", config)
    attempt = Reader(engine, config).read(raster, TextLines(small))
    words = tuple(
        word
        for before, word in zip((None, *attempt.words), attempt.words, strict=False)
        if not (_is_speck(word) or _is_stray_stop(before, word))
    )
    layer_letters = sum(len(line.text) for line in page.lines)
    if not words or count_letters(words) < _KEPT_SHARE * layer_letters:
        return _without_reading(page, "little or nothing could be read from the image", config)
    return _laid_out(page, replace(attempt, words=words), config)


def keep_text_layer(page: Page, why: str) -> Page:
    """Return a page that was to be read from its image with the text layer that it has.

    `why` says what is wrong with the image; it is added to `decision_reason`.
    """
    reason = f"{page.decision_reason}; {why}, so the text layer stays"
    return replace(page, decision=Decision.REPAIR, decision_reason=reason)


def _is_speck(word: Word) -> bool:
    """Tell whether a word is dirt: no letter or digit in it, and the engine unsure of it.

    Signs other than full stops and commas are dirt, too, where they are no larger than
    those: a bar or a quotation mark is never so small. So are dashes that are higher than
    wide: they are what is left of a rule.
    """
    if word.text == BULLET or any(character.isalnum() for character in word.text):
        return False
    unsure = word.confidence is not None and word.confidence < _SPECK_CONFIDENCE
    tiny = word.box is not None and max(word.box.width, word.box.height) < _FULL_STOP
    upright = word.box is not None and word.box.height > word.box.width
    return (
        unsure
        or (tiny and not set(word.text) <= set(".,"))
        or (upright and set(word.text) <= _DASHES)
    )


def _is_stray_stop(before: Word | None, word: Word) -> bool:
    """Tell whether a full stop or a comma has no word before it that it could end."""
    if word.box is None or word.text not in _STOPS:
        return False
    if before is None or before.box is None:
        return True
    beside = before.box.y0 < word.box.y1 <= before.box.y1 + before.box.height / 2
    return not (beside and word.box.x0 - before.box.x1 < _DETACHED)


def _without_reading(page: Page, why: str, config: OcrConfig) -> Page:
    """Return the page with its text layer if it has one, else without lines."""
    if page.lines:
        return keep_text_layer(page, why)
    return replace(
        page,
        text_source=TextSource.OCR,
        decision_reason=f"{page.decision_reason}; {why}",
        ocr_language=config.languages,
    )


def _laid_out(page: Page, attempt: Attempt, config: OcrConfig) -> Page:
    straight = attempt.straight
    lines, tables = arrange(attempt.words, attempt.grids)
    height, width = (side * _POINTS / attempt.image.dpi for side in attempt.image.pixels.shape)
    return replace(
        page,
        width_pt=width,
        height_pt=height,
        text_source=TextSource.OCR,
        lines=tuple(_line_on_page(line, straight) for line in lines),
        tables=tuple(_table_on_page(table, straight) for table in tables),
        ocr_language=config.languages,
        ocr_confidence=_mean_confidence(attempt.words),
        rotation=attempt.rotation,
        skew=straight.skew,
    )


def _mean_confidence(words: tuple[Word, ...]) -> float:
    confidences = [word.confidence for word in words if word.confidence is not None]
    return fmean(confidences) if confidences else 0.0


def _line_on_page(line: Line, straight: Straight) -> Line:
    words = tuple(_word_on_page(word, straight) for word in line.words)
    boxes = [word.box for word in words if word.box is not None]
    return structs.replace(line, words=words, box=reduce(Box.union, boxes))


def _word_on_page(word: Word, straight: Straight) -> Word:
    box = _on_page(word.box, straight)
    return word if box == word.box else structs.replace(word, box=box)


def _table_on_page(table: Table, straight: Straight) -> Table:
    return replace(table, box=_on_page(table.box, straight))


def _on_page(box: Box | None, straight: Straight) -> Box | None:
    return box and straight.to_page(box)
