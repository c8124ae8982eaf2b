"""Reading an image until the engine is sure of it: turned, straightened, cleaned.

A clean page is read once. One that the engine is not sure of is read again after each
clean-up step, and a step is kept only if the engine is surer after it: what mends a page
with print showing through harms a faded one, and the engine's confidence tells them apart
(measured: see `docs/measurements.md`).
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from pipeline.config import OcrConfig
from pipeline.errors import SourceError
from pipeline.layout import Grid
from pipeline.model.page import Word
from pipeline.model.raster import Raster
from pipeline.ocr.clean import READING_DPI, despeckle, flatten, turn
from pipeline.ocr.engine import Engine
from pipeline.ocr.figures import part_sums
from pipeline.ocr.lost_letters import read_lost_letters
from pipeline.ocr.marks import BULLET, add_bullets, read_bullets, take_out_leaders
from pipeline.ocr.ruling import take_out_ruling
from pipeline.ocr.short_cells import read_short_cells
from pipeline.ocr.signs import read_signs
from pipeline.ocr.skew import TextLines
from pipeline.ocr.straighten import Straight, straighten

_SURE: Final = 0.88
"""Mean confidence from which a page is not read again: pages above had CER under 2 %."""

_UPSIDE_DOWN: Final = 0.60
"""Mean confidence under which a page may stand on its head: those that did had 0.2 to 0.4."""

_GAIN: Final = 1.02
"""How many times the letters that are likely right must be read for a step to be kept."""

_SURE_ORIENTATION: Final = 1.0
"""Tesseract's measure: right answers had 1 to 28, wrong ones up to 1.1."""

_LONG_WORD: Final = 4
"""Letters: an upright word of so many is wider than high."""

_STEPS: Final = (flatten, despeckle, flatten)
"""Specks hide the tone of the paper, so the tones are worth a second look without them."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """Words read from an image that was turned clockwise by `rotation` degrees.

    `image` is upright as far as known, `straight` is what the engine read; the boxes of
    the words and of the ruled tables lie on the latter.
    """

    image: Raster
    rotation: int
    straight: Straight
    words: tuple[Word, ...]
    grids: tuple[Grid, ...]

    @property
    def confidence(self) -> float:
        """Mean confidence over the letters that the engine read, 0 to 1; 0 for none.

        Bullets and the words beside them do not count, as far as there are others: they
        make the engine unsure on the cleanest page.
        """
        read = [word for word in self.words if word.confidence is not None]
        before = (None, *read)
        plain = [
            word for one, word in zip(before, read, strict=False) if not _has_bullet(one, word)
        ]
        letters = count_letters(plain or read)
        return _right_letters(plain or read) / letters if letters else 0.0

    @property
    def right_letters(self) -> float:
        """How many letters are read right, if the engine's confidence is true.

        Words that stand on end do not count: Tesseract reads a page on its side as well as
        an upright one, but nothing can be laid out from it.
        """
        return _right_letters(self.words)


def _right_letters(words: Sequence[Word]) -> float:
    read = (word for word in words if not _stands_on_end(word))
    return sum(len(word.text) * (word.confidence or 0.0) for word in read)


def _has_bullet(before: Word | None, word: Word) -> bool:
    return word.text == BULLET or (before is not None and before.text == BULLET)


def count_letters(words: Sequence[Word]) -> int:
    """Return the number of characters in words."""
    return sum(len(word.text) for word in words)


def _stands_on_end(word: Word) -> bool:
    tall = word.box is not None and word.box.height > word.box.width
    return tall and len(word.text) >= _LONG_WORD


class Reader:
    """Reads one page image as often as it helps, within the page's processor time.

    By the clock, what comes out would depend on what else the machine has to do.
    """

    def __init__(self, engine: Engine, config: OcrConfig) -> None:
        self._engine = engine
        self._config = config
        self._end = self._processor_seconds() + config.page_seconds

    def read(self, raster: Raster, lines: TextLines) -> Attempt:
        """Return the attempt of which the engine is surest; `lines` are the image's."""
        rotation = 0
        if self._config.detect_orientation and lines.is_vertical:
            rotation = self._turn_needed(raster, 90)
        if rotation:
            raster = turn(raster, rotation)
            lines = TextLines(raster)
        best = self._attempt(raster, rotation, lines)
        if self._config.detect_orientation and best.confidence < _UPSIDE_DOWN:
            degrees = self._turn_needed(best.image, 180)
            if degrees:
                upright = turn(best.image, degrees)
                best = self._again(upright, (best.rotation + degrees) % 360, best)
        best = self._with_short_cells(self._cleaned(best))
        words = part_sums(best.words, best.straight.raster)
        return self._with_signs(replace(best, words=words))

    def _with_short_cells(self, best: Attempt) -> Attempt:
        raster, grids = best.straight.raster, best.grids
        read = partial(self._recognised, self._config.languages)
        words = read_short_cells(best.words, raster, grids, read)
        return replace(best, words=read_lost_letters(words, raster, read))

    def _with_signs(self, best: Attempt) -> Attempt:
        config = self._config
        if config.models == config.languages:
            return best
        read = partial(self._recognised, config.signs)
        return replace(best, words=read_signs(best.words, best.straight.raster, read))

    def _recognised(self, languages: str, raster: Raster) -> tuple[Word, ...]:
        return self._engine.recognise(raster, languages, self._config.page_seconds)

    def _cleaned(self, best: Attempt) -> Attempt:
        kept = None
        for step in _STEPS:
            if best.confidence >= _SURE:
                break
            if step is kept:
                continue
            attempt = self._again(step(best.image), best.rotation, best)
            if attempt is not best:
                best, kept = attempt, step
        return best

    def _attempt(self, image: Raster, rotation: int, lines: TextLines) -> Attempt:
        skew = lines.skew if self._config.deskew else 0.0
        straight = straighten(image, skew, max(image.dpi, READING_DPI))
        ruling = take_out_ruling(straight.raster)
        leaders = take_out_leaders(ruling.raster, ruling.ink)
        words = self._recognised(self._config.languages, leaders.raster)
        words = add_bullets(read_bullets(words, straight.raster), ruling.ink, straight.raster.dpi)
        words = (*words, *leaders.beside(words))
        return Attempt(image, rotation, straight, words, ruling.grids)

    def _turn_needed(self, image: Raster, otherwise: int) -> int:
        """Return how far the engine would turn an image, or `otherwise` if it is not sure."""
        try:
            found = self._engine.orientation(flatten(image), self._config.page_seconds)
        except SourceError:
            return otherwise
        return found.degrees if found.confidence >= _SURE_ORIENTATION else otherwise

    def _again(self, image: Raster, rotation: int, best: Attempt) -> Attempt:
        """Read once more if there is time; return the better of both attempts."""
        if self._processor_seconds() > self._end:
            return best
        try:
            attempt = self._attempt(image, rotation, TextLines(image))
        except SourceError:
            return best
        return attempt if attempt.right_letters > _GAIN * best.right_letters else best

    def _processor_seconds(self) -> float:
        """Return the CPU seconds that this process and those that read have used."""
        return time.process_time() + self._engine.processor_seconds
