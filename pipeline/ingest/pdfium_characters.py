"""The characters of a page as PDFium finds them, in arrays."""

import ctypes
import re
from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.ingest import pdfium_calls as calls
from pipeline.ingest.pdfium_calls import Handle

BOLD = re.compile(r"bold|black|heavy|semibd|demi", re.IGNORECASE)
"""What the name of a bold typeface tells."""
_NAME_BYTES = 256
_MOST_CODES = 0x110000
_SURE = np.array([0x02, 0x03, 0x09, 0x0E, 0x20, 0x7F, 0xA0, 0x530, 0x1E00, 0x200B, 0x2010, 0x2028, 0x202F, 0x2C00])
"""Where ranges of letters begin and end that readers agree on: European scripts, and signs.

U+0002 is PDFium's mark for a hyphen at the end of a line.
"""


class Characters(NamedTuple):
    """Characters that are printed on a page, in PDFium's order; no marks that it adds itself.

    Places are points from the lower left of the page's own space: `x0` and `x1` the ends of
    the advance, `bottom` where the typeface's descent ends, `size` that of the print. `run`
    numbers what was shown at once.
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
        return Characters(*(values[chosen] for values in self))


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


def upright_layer(text: Handle) -> TextLayer | None:
    """Return what an open text page holds.

    None where it has no characters, some do not stand upright, or PDFium is not sure what
    letters they are, so that another reader should look.
    """
    count = calls.count_characters(text)
    objects = np.array(calls.ask(calls.text_object, text, range(count)), np.uint64)
    codes = np.array(calls.ask(calls.unicode_of, text, range(count)))
    printed = np.flatnonzero(objects)
    if not len(printed):
        return None
    characters = _upright(text, printed, objects[printed], codes[printed])
    if characters is None:
        return None
    added = np.flatnonzero((objects == 0) & (codes == ord(" "))).tolist()
    return TextLayer(characters, frozenset(objects.tolist()), _origins(text, added))


def _upright(
    text: Handle, printed: NDArray[np.int64], objects: NDArray[np.uint64], codes: NDArray[np.int64]
) -> Characters | None:
    begins = np.append(True, objects[1:] != objects[:-1])
    run = np.cumsum(begins) - 1
    runs = _runs(text, printed[begins].tolist(), objects[begins].tolist())
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
        run=run,
    )


def _runs(text: Handle, first: Sequence[int], objects: Sequence[Handle]) -> _Runs | None:
    """Return the runs that begin with these characters; None where one is not upright."""
    matrices = np.zeros((len(first), 6), np.float32)
    calls.fill(calls.text_matrix, matrices, repeat(text), first)
    a, b, c, d, _, _ = matrices.T.astype(np.float64)
    sizes = np.array(calls.ask(calls.font_size, text, first)) * d
    handles = list(map(calls.font_of, objects))
    fonts = {handle: _font(handle) for handle in set(handles)}
    if np.any((b != 0) | (c != 0) | (a <= 0) | (sizes <= 0)) or None in fonts.values():
        return None
    descents = np.array([fonts[handle].descent for handle in handles])
    return _Runs(
        font=np.array(handles),
        bottom=_origins(text, first)[:, 1] + descents * sizes,
        size=sizes,
        bold=np.array([fonts[handle].bold for handle in handles]),
    )


def _origins(text: Handle, places: Sequence[int]) -> NDArray[np.float64]:
    origins = np.zeros((len(places), 2), np.float64)
    calls.fill(calls.text_origin, origins, repeat(text), places, parts=2)
    return origins


def _font(handle: Handle) -> _Font | None:
    """Return a typeface; None for one without a name, as those that are drawn (Type 3)."""
    name = ctypes.create_string_buffer(_NAME_BYTES)
    descent = ctypes.c_float()
    calls.font_name(handle, name, _NAME_BYTES)
    if not name.value or not calls.font_descent(handle, 1.0, ctypes.byref(descent)):
        return None
    return _Font(BOLD.search(name.value.decode("latin-1")) is not None, descent.value)


def _is_any_unsure(
    text: Handle, codes: NDArray[np.int64], fonts: NDArray[np.uint64], printed: NDArray[np.int64]
) -> bool:
    """Tell whether a letter is outside the scripts that both readers read alike, or guessed."""
    if np.any(np.searchsorted(_SURE, codes, side="right") % 2 == 0):
        return True
    _, number = np.unique(fonts, return_inverse=True)
    _, first = np.unique(number * _MOST_CODES + codes, return_index=True)
    return any(calls.ask(calls.is_unmapped, text, printed[first].tolist()))
