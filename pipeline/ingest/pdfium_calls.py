"""PDFium's questions about single characters and lines, asked for a whole page at once.

pypdfium2 checks each argument of each call, which takes longer than most answers: a page has
thousands of characters. Here pointers are plain numbers, into arrays where answers are to
be written, and `map` makes the calls.
"""

import ctypes
from collections import deque
from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium
from numpy.typing import NDArray

Handle = int
"""Where an object of PDFium lies in memory; valid while its page is open."""

_P, _INT = ctypes.c_void_p, ctypes.c_int
_HANDLE = ctypes.c_size_t
_Function: TypeAlias = "ctypes._CFunctionType"


def handle(thing: "ctypes._Pointer[Any] | _Function") -> Handle:
    """Return where something that pypdfium2 opened lies in memory."""
    return ctypes.cast(thing, _P).value or 0


def _lean(function: _Function, result: type, *arguments: type) -> Callable[..., Any]:
    """Return a function of PDFium that takes and gives plain numbers, unchecked."""
    return ctypes.CFUNCTYPE(result, *arguments)(handle(function))


count_characters = _lean(pdfium.FPDFText_CountChars, _INT, _P)
text_of = _lean(pdfium.FPDFText_GetText, _INT, _P, _INT, _INT, _P)
unicode_of = _lean(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _P, _INT)
is_unmapped = _lean(pdfium.FPDFText_HasUnicodeMapError, _INT, _P, _INT)
loose_box = _lean(pdfium.FPDFText_GetLooseCharBox, _INT, _P, _INT, _P)
text_object = _lean(pdfium.FPDFText_GetTextObject, _HANDLE, _P, _INT)
font_size = _lean(pdfium.FPDFText_GetFontSize, ctypes.c_double, _P, _INT)
text_matrix = _lean(pdfium.FPDFText_GetMatrix, _INT, _P, _INT, _P)
text_origin = _lean(pdfium.FPDFText_GetCharOrigin, _INT, _P, _INT, _P, _P)
font_of = _lean(pdfium.FPDFTextObj_GetFont, _HANDLE, _P)
font_name = _lean(pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t, _P, _P, ctypes.c_size_t)
font_descent = _lean(pdfium.FPDFFont_GetDescent, _INT, _P, ctypes.c_float, _P)
count_objects = _lean(pdfium.FPDFPage_CountObjects, _INT, _P)
count_in_form = _lean(pdfium.FPDFFormObj_CountObjects, _INT, _P)
page_object = _lean(pdfium.FPDFPage_GetObject, _HANDLE, _P, _INT)
form_object = _lean(pdfium.FPDFFormObj_GetObject, _HANDLE, _P, ctypes.c_ulong)
object_type = _lean(pdfium.FPDFPageObj_GetType, _INT, _P)
object_bounds = _lean(pdfium.FPDFPageObj_GetBounds, _INT, _P, _P, _P, _P, _P)
object_font_size = _lean(pdfium.FPDFTextObj_GetFontSize, _INT, _P, _P)
object_matrix = _lean(pdfium.FPDFPageObj_GetMatrix, _INT, _P, _P)
count_segments = _lean(pdfium.FPDFPath_CountSegments, _INT, _P)
path_segment = _lean(pdfium.FPDFPath_GetPathSegment, _HANDLE, _P, _INT)
segment_type = _lean(pdfium.FPDFPathSegment_GetType, _INT, _P)
segment_closes = _lean(pdfium.FPDFPathSegment_GetClose, _INT, _P)
segment_point = _lean(pdfium.FPDFPathSegment_GetPoint, _INT, _P, _P, _P)


def ask(call: Callable[..., Any], of: Handle, indices: Iterable[int]) -> list[Any]:
    """Return the answers of a call for each index into an object."""
    return list(map(call, repeat(of), indices))


def fill(
    call: Callable[..., Any], answers: NDArray[Any], *arguments: Iterable[Any], parts: int = 1
) -> None:
    """Make a call for each row of an array, which it is given to write its answer to.

    A row is written as a whole, or in so many `parts` of one size, each with a pointer.
    """
    if not answers.size:
        return
    start, step = answers.ctypes.data, answers.strides[0]
    pointers = [
        range(start + part * step // parts, start + part * step // parts + answers.nbytes, step)
        for part in range(parts)
    ]
    deque(map(call, *arguments, *pointers), maxlen=0)
