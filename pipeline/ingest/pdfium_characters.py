"""The characters of a page as PDFium finds them, in arrays."""

import ctypes
import re
from collections.abc import Mapping, Sequence
from itertools import repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pdfminer.fontmetrics import FONT_METRICS
from pdfminer.pdftypes import num_value

from pipeline.ingest import pdfium_calls as calls
from pipeline.ingest.pdfium_calls import Handle
from pipeline.ingest.pdfium_drawings import Thing, corners_of, ways

BOLD = re.compile(r"bold|black|heavy|semibd|demi", re.IGNORECASE)
"""What the name of a bold typeface tells."""
_INK = 0.01
"""Points from side to side, and from top to bottom, that what can be seen has."""
_NAME_BYTES = 256
_MOST_CODES = 0x110000
_IN_PLACE = 0xFFFE
"""What a text has in place of a hyphen at the end of a line, or of what has no letter."""
_SURE = np.array(
    [
        *(0x02, 0x03, 0x09, 0x0E, 0x20, 0x7F, 0xA0, 0x530),
        *(0x1E00, 0x200B, 0x2010, 0x2028, 0x202F, 0x2C00),
    ]
)
"""Where ranges of letters begin and end that readers agree on: European scripts, and signs.

U+0002 is PDFium's mark for a hyphen at the end of a line.
"""


class Characters(NamedTuple):
    """Characters that are printed on a page, in PDFium's order; no marks that it adds itself.

    Places are points from the lower left of the page's own space: `x0` and `x1` the ends of
    the advance, `bottom` where the typeface's descent ends, `size` that of the print. `run`
    numbers what was shown at once, in the order in which it was.
    """

    codes: NDArray[np.int64]
    x0: NDArray[np.float64]
    x1: NDArray[np.float64]
    bottom: NDArray[np.float64]
    size: NDArray[np.float64]
    bold: NDArray[np.bool_]
    run: NDArray[np.int64]

    def take(self, chosen: NDArray[np.int64] | NDArray[np.bool_]) -> "Characters":
        """Return the characters at these places, or for which it is true, in that order."""
        return Characters._make(values[chosen] for values in self)

    def beside(self, other: "Characters") -> "Characters":
        """Return these characters and, after them, others."""
        return Characters._make(map(np.concatenate, zip(self, other, strict=True)))


class _Runs(NamedTuple):
    """What characters have in common that are shown at once; a row for each run."""

    font: NDArray[np.uint64]
    bottom: NDArray[np.float64]
    size: NDArray[np.float64]
    bold: NDArray[np.bool_]


class _Font(NamedTuple):
    """A typeface: whether it is bold, and its descent as a share of the font size."""

    bold: bool
    descent: float


class TextLayer(NamedTuple):
    """The characters of a page, which objects show them, and where PDFium sees a space.

    `spaces` are x and y of where spaces would be printed that are not.
    """

    characters: Characters
    shown: frozenset[Handle]
    spaces: NDArray[np.float64]


def upright_layer(text: Handle, order: Mapping[Handle, int]) -> TextLayer | None:
    """Return what an open text page holds; `order` numbers the objects that show text.

    None where it has no characters, some do not stand upright, or PDFium is not sure what
    letters they are, so that another reader should look.
    """
    count = calls.count_characters(text)
    objects = np.array(calls.ask(calls.text_object, text, range(count)), np.uint64)
    codes = _codes(text, count)
    printed = np.flatnonzero(objects)
    if not len(printed):
        return None
    characters = _upright(text, printed, objects[printed], codes[printed], order)
    if characters is None:
        return None
    added = np.flatnonzero((objects == 0) & (codes == ord(" "))).tolist()
    return TextLayer(characters, frozenset(objects.tolist()), _origins(text, added))


def _codes(text: Handle, count: int) -> NDArray[np.int64]:
    """Return the characters' codes, from the text as a whole where it has one for each."""
    units = np.zeros(2 * count + 2, np.uint16)
    whole = calls.text_of(text, 0, count, units.ctypes.data) == count + 1  # with its end
    codes = units[:count].astype(np.int64)
    rest = np.flatnonzero(codes == _IN_PLACE) if whole else np.arange(count)
    codes[rest] = calls.ask(calls.unicode_of, text, rest.tolist())
    return codes


def unlisted_spaces(texts: Sequence[Thing], order: Mapping[Handle, int]) -> Characters | None:
    """Return the spaces that these texts show, of which a text page lists no characters.

    Of several spaces the first and the last. None where one shows more than spaces: PDFium
    leaves out text that is shown over the same text. `order` is as for `upright_layer`.
    """
    fonts = [font for text in texts if (font := _font(calls.font_of(text.handle))) is not None]
    corners, origins = corners_of(texts), ways(texts)
    if (corners[:, 1] - corners[:, 0] >= _INK).all(axis=1).any() or len(fonts) < len(texts):
        return None
    sizes = np.zeros((len(texts), 1), np.float32)
    calls.fill(calls.object_font_size, sizes, [text.handle for text in texts])
    size = sizes[:, 0] * origins[:, 1, 1]
    bottom = origins[:, 2, 1] + np.array([font.descent for font in fonts]) * size
    x = np.concatenate([origins[:, 2, 0], corners[:, 1, 0]])
    return Characters(
        codes=np.full(len(x), ord(" ")),
        x0=x,
        x1=x,
        bottom=np.tile(bottom, 2),
        size=np.tile(size, 2),
        bold=np.zeros(len(x), np.bool_),
        run=np.tile(np.array([order[text.handle] for text in texts], np.int64), 2),
    )


def _upright(
    text: Handle,
    printed: NDArray[np.int64],
    objects: NDArray[np.uint64],
    codes: NDArray[np.int64],
    order: Mapping[Handle, int],
) -> Characters | None:
    begins = np.append(True, objects[1:] != objects[:-1])
    run = np.cumsum(begins) - 1
    shown = objects[begins].tolist()
    runs = _runs(text, printed[begins].tolist(), shown)
    if runs is None or _is_any_unsure(text, codes, runs.font[run], printed):
        return None
    boxes = np.zeros((len(printed), 4), np.float32)
    calls.fill(calls.loose_box, boxes, repeat(text), printed.tolist())
    return Characters(
        codes=codes,
        x0=boxes[:, 0].astype(np.float64),
        x1=boxes[:, 2].astype(np.float64),
        bottom=runs.bottom[run],
        size=runs.size[run],
        bold=runs.bold[run],
        run=np.array([order[handle] for handle in shown])[run],
    )


def _runs(text: Handle, first: Sequence[int], objects: Sequence[Handle]) -> _Runs | None:
    """Return the runs that begin with these characters; None where one is not upright."""
    matrices = np.zeros((len(first), 6), np.float32)
    calls.fill(calls.text_matrix, matrices, repeat(text), first)
    a, b, c, d, _, _ = matrices.T.astype(np.float64)
    sizes = np.array(calls.ask(calls.font_size, text, first)) * d
    handles = list(map(calls.font_of, objects))
    known = {handle: _font(handle) for handle in set(handles)}
    fonts = [font for font in map(known.get, handles) if font is not None]
    if np.any((b != 0) | (c != 0) | (a <= 0) | (sizes <= 0)) or len(fonts) < len(handles):
        return None
    descents = np.array([font.descent for font in fonts])
    return _Runs(
        font=np.array(handles),
        bottom=_origins(text, first)[:, 1] + descents * sizes,
        size=sizes,
        bold=np.array([font.bold for font in fonts]),
    )


def _origins(text: Handle, places: Sequence[int]) -> NDArray[np.float64]:
    origins = np.zeros((len(places), 2), np.float64)
    calls.fill(calls.text_origin, origins, repeat(text), places, parts=2)
    return origins


def _font(handle: Handle) -> _Font | None:
    """Return a typeface; None for one without a name, as those that are drawn (Type 3)."""
    buffer = ctypes.create_string_buffer(_NAME_BYTES)
    descent = ctypes.c_float()
    calls.font_name(handle, buffer, _NAME_BYTES)
    name = buffer.value.decode("latin-1")
    if not name or not calls.font_descent(handle, 1.0, ctypes.byref(descent)):
        return None
    bold = BOLD.search(name) is not None
    # Files need not describe the standard typefaces.
    standard = FONT_METRICS.get(name)
    share = descent.value if standard is None else num_value(standard[0]["Descent"]) / 1000
    return _Font(bold, share)


def _is_any_unsure(
    text: Handle, codes: NDArray[np.int64], fonts: NDArray[np.uint64], printed: NDArray[np.int64]
) -> bool:
    """Tell whether a letter is outside the scripts that both readers read alike, or guessed."""
    if np.any(np.searchsorted(_SURE, codes, side="right") % 2 == 0):
        return True
    _, number = np.unique(fonts, return_inverse=True)
    _, first = np.unique(number * _MOST_CODES + codes, return_index=True)
    return any(calls.ask(calls.is_unmapped, text, printed[first].tolist()))
