"""Pages of plain text read by PDFium alone, with the same words that pdfplumber finds.

It takes a tenth of the time. A page is plain where its letters are sure and stand upright,
none is printed twice, and no more is drawn than a table needs; others are pdfplumber's.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from pipeline.ingest import pdfium_calls as calls
from pipeline.ingest.page_content import PageContent
from pipeline.ingest.pdf_tables import find_grids
from pipeline.ingest.pdfium_calls import Handle
from pipeline.ingest.pdfium_characters import Characters, TextLayer, unlisted_spaces, upright_layer
from pipeline.ingest.pdfium_drawings import Matrix, Thing, strokes_of, things_of, ways
from pipeline.ingest.strokes import edges_of, may_rule_table
from pipeline.model.geometry import Box
from pipeline.model.page import Word

SPACE_RATIO = 0.15
"""A gap of this share of the font size parts words where no space is printed."""
_ROW = 3.0
"""Points, as in pdfplumber: tops so near, one after the other, are those of one row."""
_OVER = 2.0
"""Points between the tops of letters that are printed over each other."""
_SURELY = 0.5
"""Points by which places are told apart: two readers' may differ by so much."""
_HAIR = 0.02
"""Points by which they may differ where they add up the same widths."""
_BLANKS = np.array([code for code in range(0x3001) if chr(code).isspace()])
_HYPHENS = str.maketrans({"\x02": "-", "\u00ad": "-"})
"""PDFium's mark for a hyphen at the end of a line, and the soft one, which shows there."""


def read_plain_page(page: pypdfium2.PdfPage, number: int) -> PageContent | None:
    """Return what a plain page holds: text, or pictures alone.

    None for a page that is not plain, and for one that has neither.
    """
    things = things_of(calls.handle(page.raw))
    strokes = strokes_of(things[pdfium.FPDF_PAGEOBJ_PATH])
    if page.get_rotation() or things[pdfium.FPDF_PAGEOBJ_FORM] or strokes is None:
        return None
    paper = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page.raw, paper)
    texts = things[pdfium.FPDF_PAGEOBJ_TEXT]
    words = _words(page, texts, paper) if texts or not things[pdfium.FPDF_PAGEOBJ_IMAGE] else ()
    if words is None:
        return None
    ruled = edges_of(strokes, paper.left, paper.top) if may_rule_table(strokes) else ()
    return PageContent(
        number=number,
        width=paper.right - paper.left,
        height=paper.top - paper.bottom,
        words=words,
        grids=find_grids(ruled, words) if ruled else (),
        images=tuple(_image_box(way, paper) for way in ways(things[pdfium.FPDF_PAGEOBJ_IMAGE])),
        drawn=len(things[pdfium.FPDF_PAGEOBJ_PATH]),
    )


def _words(
    page: pypdfium2.PdfPage, texts: Sequence[Thing], paper: pdfium.FS_RECTF
) -> tuple[Word, ...] | None:
    """Return the words that texts show; None where there are none, or they are not plain."""
    order = {text.handle: number for number, text in enumerate(texts)}
    layer = _layer(page, order)
    if layer is None:
        return None
    spaces = unlisted_spaces([text for text in texts if text.handle not in layer.shown], order)
    if spaces is None:
        return None
    rows = _in_rows(_seen(layer.characters.beside(spaces), paper))
    letters = _letters(rows)
    if _is_any_over(rows) or letters.is_any_parted(layer.spaces):
        return None
    return tuple(letters.words(paper))


def _layer(page: pypdfium2.PdfPage, order: Mapping[Handle, int]) -> TextLayer | None:
    text = page.get_textpage()
    try:
        return upright_layer(calls.handle(text.raw), order)
    finally:
        text.close()


def _seen(characters: Characters, paper: pdfium.FS_RECTF) -> Characters:
    """Return the characters whose middles lie on the paper."""
    x = (characters.x0 + characters.x1) / 2
    y = characters.bottom + characters.size / 2
    on_paper = (paper.left <= x) & (x <= paper.right) & (paper.bottom <= y) & (y <= paper.top)
    return characters if on_paper.all() else characters.take(on_paper)


def _in_rows(characters: Characters) -> Characters:
    """Return characters row by row from the top, each from left to right, as `run` tells.

    Rows are those of pdfplumber.
    """
    tops = -(characters.bottom + characters.size)
    order = np.argsort(tops, kind="stable")
    row = np.empty(len(order), np.int64)
    row[order] = np.cumsum(np.diff(tops[order], prepend=tops[order[:1]]) > _ROW)
    return characters.take(np.lexsort((characters.x0, row)))


def _is_any_over(rows: Characters) -> bool:
    """Tell whether one is printed over another: in bold, as a shadow, or by mistake.

    Or so near to its beginning that readers may not agree which is first. Of a blank and a
    letter after it they do: blanks cover nothing, and what is shown later stands farther right.
    """
    codes, x0, x1, bottom, size, _, run = rows
    right, later = np.diff(x0), np.diff(run)
    near = np.abs(right) < np.maximum((x1 - x0)[:-1] / 2, _SURELY)
    near &= np.abs(np.diff(bottom + size)) < _OVER
    blank = np.isin(codes, _BLANKS)
    one_blank = blank[1:] != blank[:-1]
    in_order = one_blank & (later > 0) & (right > _HAIR)
    return bool(np.any(near & (later != 0) & ~(blank[1:] & blank[:-1]) & ~in_order))


def _letters(rows: Characters) -> "_Letters":
    """Divide characters into words as pdfplumber does."""
    blank = np.isin(rows.codes, _BLANKS)
    top = rows.bottom + rows.size
    apart = rows.x0[1:] > rows.x1[:-1] + SPACE_RATIO * rows.size[:-1]
    apart |= rows.x0[1:] < rows.x0[:-1]
    apart |= np.abs(np.diff(top)) > _ROW
    begins = np.append(True, apart | blank[:-1])[~blank]
    first = np.flatnonzero(begins)
    return _Letters(rows.take(~blank), first, np.append(first[1:], len(begins)))


class _Letters(NamedTuple):
    """Characters that are not blank, row by row, and where words begin and end among them."""

    all: Characters
    first: NDArray[np.int64]
    end: NDArray[np.int64]

    def is_any_parted(self, spaces: NDArray[np.float64]) -> bool:
        """Tell whether a place where PDFium sees a space is inside of a word."""
        letters, first, last = self.all, self.first, self.end - 1
        x, y = spaces[:, :1], spaces[:, 1:]
        inside = (letters.x0[first] < x) & (x <= letters.x0[last])
        inside &= (letters.bottom[first] <= y) & (y <= letters.bottom[first] + letters.size[first])
        return bool(inside.any())

    def words(self, paper: pdfium.FS_RECTF) -> Iterator[Word]:
        """Yield the words, measured from the top left of the paper."""
        letters = self.all
        if not len(self.first):
            return
        text = "".join(map(chr, letters.codes.tolist())).translate(_HYPHENS)
        left, right = (letters.x0 - paper.left, letters.x1 - paper.left)
        bottom = paper.top - letters.bottom
        boxes = (
            np.minimum.reduceat(left, self.first),
            np.minimum.reduceat(bottom - letters.size, self.first),
            np.maximum.reduceat(right, self.first),
            np.maximum.reduceat(bottom, self.first),
        )
        bold = np.add.reduceat(letters.bold, self.first, dtype=np.int64) * 2
        for start, end, box, size, is_bold in zip(
            self.first.tolist(),
            self.end.tolist(),
            np.stack(boxes, axis=1).round(2).tolist(),
            self._sizes(),
            (bold > self.end - self.first).tolist(),
            strict=True,
        ):
            yield Word(text[start:end], Box(*box), font_size=size, bold=is_bold)

    def _sizes(self) -> list[float]:
        """Return the median size of each word's letters, mostly that of them all."""
        sizes = self.all.size
        medians = np.minimum.reduceat(sizes, self.first)
        for word in np.flatnonzero(medians != np.maximum.reduceat(sizes, self.first)).tolist():
            medians[word] = np.median(sizes[self.first[word] : self.end[word]])
        return list(medians.round(2).tolist())


def _image_box(way: Matrix, paper: pdfium.FS_RECTF) -> Box:
    """Return where an image stands: it fills the unit square that is led to the page."""
    corners = np.array([(0, 0), (1, 0), (0, 1), (1, 1)]) @ way[:2] + way[2]
    (left, low), (right, high) = corners.min(axis=0), corners.max(axis=0)
    sides = (left - paper.left, paper.top - high, right - paper.left, paper.top - low)
    return Box(*(round(float(side), 2) for side in sides))
