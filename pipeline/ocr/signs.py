"""Signs that a language's model does not have, read by one that has them.

Tesseract's Swedish model knows neither per cent nor the paragraph sign, at or degree: it reads
`40 %` as `40 26`, `100%` as `10096` and `§ 12` as `8 12`, and is sure enough of it to pass for
figures. Words that may hold such a sign are set beside each other, each with the figure beside
it, and read once more by another model. It is believed where it sees such a sign, and around
it the letters and figures that were read before.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from msgspec import structs

from pipeline.model.geometry import Box
from pipeline.model.page import Word
from pipeline.model.raster import Raster
from pipeline.ocr.marks import BULLET
from pipeline.ocr.strips import cut_out, set_on_line

_READ_AS: Final = MappingProxyType(
    {
        "%": r"(?<=\d)[^\s.,;:()!\"”'C]{1,4}|[^\s.,;:()!\"”'a-zA-ZÅÄÖåäö]{1,4}",
        "§": r"[^\s.,;:()]",
        "@": r"(?<=\w)[^\s.,;:]{1,3}(?=\w)",
        "°": r"(?<=\d)(?:[^\w\s.,;:]|[o0])",
    }
)
"""What is read in place of the signs; the `C` of degrees is none of it.

Letters are a per cent sign after a figure alone, and an at stands inside an address.
"""

_UNSURE: Final = 0.93
_ADDRESS_UNSURE: Final = 0.6
"""Words that hold such a sign are seldom read more surely."""
_SURE: Final = 0.3
"""A line of pieces makes no sense to the model: it is less sure of it than right."""

_NO_WORD: Final = re.compile(
    r"(?!\([^\W\d])[^\w\s]*(?:[^\W\d_]{0,2}|\d[\d,.:/]*[^\W\d_]{0,2})[^\w\s]*"
)
_FIGURES: Final = re.compile(r"\W*(?!(?:19|20)\d\d(?!\d))\d{4,}\W*")
_TWO: Final = re.compile(r"\d{1,2}[^\w\s]*")
"""After a figure that is none: sums go on with three, and else it is a sign."""
_PARAGRAPH: Final = re.compile("[8$&S]{1,2}")
_ADDRESS: Final = re.compile(r"[\w.-]+\W?\w*\.[a-z]{2,}\W?")

_GAP: Final = 1.7
"""Space between two pieces, in heights of the line."""
_MARGIN: Final = 0.7
"""Points around a piece, for its rims."""
_PIECES: Final = 24
"""Pieces in a line at the most: a line must not grow wider than the engine takes."""

Read = Callable[[Raster], tuple[Word, ...]]


class _Piece(NamedTuple):
    """A doubtful word: its place in the words of a page, and what is cut out to read it.

    `before` and `after` are the figures that are cut out with it, or empty.
    """

    place: int
    text: str
    box: Box
    before: str = ""
    after: str = ""


def read_signs(words: Sequence[Word], raster: Raster, read: Read) -> tuple[Word, ...]:
    """Return the words with signs where another model sees them.

    `words` lie on `raster`, in points. `read` returns the words of an image as that model
    reads them; it is called for pages that have doubtful words only.
    """
    pieces = list(_pieces(words))
    better = list(words)
    for first in range(0, len(pieces), _PIECES):
        for place, word in _read_line(words, pieces[first : first + _PIECES], raster, read):
            better[place] = word
    return tuple(better)


def _pieces(words: Sequence[Word]) -> Iterator[_Piece]:
    """Yield the words that may hold a sign."""
    for place, word in enumerate(words):
        before = words[place - 1] if place and words[place - 1].text[-1].isdigit() else None
        counts_on = before is not None and _are_beside(before, word)
        if word.box is None or not (
            _is_doubtful(word) or (counts_on and _TWO.fullmatch(word.text))
        ):
            continue
        if counts_on and before is not None and before.box is not None:
            yield _Piece(place, word.text, word.box.union(before.box), before=before.text)
            continue
        after = words[place + 1] if place + 1 < len(words) else None
        if after is not None and after.box and after.text[0].isdigit() and _are_beside(word, after):
            yield _Piece(place, word.text, word.box.union(after.box), after=after.text)
        else:
            yield _Piece(place, word.text, word.box)


def _is_doubtful(word: Word) -> bool:
    sure = word.confidence or 0.0
    return word.text != BULLET and (
        (sure < _UNSURE and _NO_WORD.fullmatch(word.text) is not None)
        or (sure < _ADDRESS_UNSURE and _ADDRESS.fullmatch(word.text) is not None)
        or _FIGURES.fullmatch(word.text) is not None
        or _PARAGRAPH.fullmatch(word.text) is not None
    )


def _are_beside(left: Word, right: Word) -> bool:
    """Tell whether two words stand a space from each other on the same line."""
    one, other = left.box, right.box
    if one is None or other is None:
        return False
    common = min(one.y1, other.y1) - max(one.y0, other.y0)
    lower = min(one.height, other.height)
    return 2 * common > lower and 0 <= other.x0 - one.x1 < max(one.height, other.height)


def _read_line(
    words: Sequence[Word], pieces: Sequence[_Piece], raster: Raster, read: Read
) -> Iterator[tuple[int, Word]]:
    """Yield the words in which the other model sees a sign, with their places."""
    images = [cut_out(raster, _with_margin(piece.box)) for piece in pieces]
    line, spans = set_on_line(images, _GAP, raster.dpi)
    found = read(line)
    for piece, span in zip(pieces, spans, strict=True):
        inside = [word for word in found if word.box and span.contains_centre_of(word.box)]
        sure = min((word.confidence or 0.0 for word in inside), default=0.0)
        text = _with_signs(piece, "".join(word.text for word in inside)) if sure >= _SURE else None
        if text is not None:
            word = words[piece.place]
            yield (
                piece.place,
                structs.replace(word, text=text, confidence=max(sure, word.confidence or 0.0)),
            )


def _with_margin(box: Box) -> Box:
    left, top = max(box.x0 - _MARGIN, 0.0), max(box.y0 - _MARGIN, 0.0)
    return Box(left, top, box.x1 + _MARGIN, box.y1 + _MARGIN)


def _with_signs(piece: _Piece, found: str) -> str | None:
    """Return a word with the signs that were found in it, if all else is as it was read.

    All else are letters and figures: between pieces, stops and commas get lost.
    """
    signs = [sign for sign in found if sign in _READ_AS]
    parts = [f"({_READ_AS[c]})" if c in _READ_AS else c for c in found if _counts(c)]
    known = piece.before + piece.text + piece.after
    match = re.fullmatch(r"\W*?".join(["", *parts, ""]), known) if signs else None
    first, last = len(piece.before), len(piece.before) + len(piece.text)
    if match is None or match.start(1) < first or match.end(len(signs)) > last:
        return None
    for number in range(len(signs), 0, -1):
        start, end = match.span(number)
        known = known[:start] + signs[number - 1] + known[end:]
    return known[first : len(known) - len(piece.after)]


def _counts(sign: str) -> bool:
    return sign in _READ_AS or sign.isalnum()
