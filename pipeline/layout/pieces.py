"""Printed rows in pieces: words that stand close to each other, with white between them."""

import re
from collections.abc import Sequence, Set
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from pipeline.layout.lines import print_size
from pipeline.layout.placing import Placed

_WIDE: Final = 1.0
"""The least white between columns, in font sizes; words stand a quarter of one apart."""
_LOOSE: Final = 0.6
"""White that may part columns where other rows show that there are two."""
_DIRT: Final = re.compile(r"[^\w\s€%$£)”\"]+")
_MARK: Final = re.compile(r"[^\w\s]{1,2}|[eo]|\(?(?:\d{1,2}|[a-zåäö])[.)]|\d{1,2}(?:\.\d)+\.?")


class Span(NamedTuple):
    """A stretch across the page, in points."""

    x0: float
    x1: float


class Piece(NamedTuple):
    """Words of a row that stand close to each other."""

    x0: float
    x1: float
    text: str


class PrintedRow(NamedTuple):
    """A printed row in pieces; its top and its bottom.

    `numbered` are its pieces if the mark before the first has a column of its own, and not
    stands before a list item, `loose` if less white parts them, `words` what they are made of.
    `places` are where the pieces stand, if not below and above those of their columns.
    """

    pieces: tuple[Piece, ...]
    top: float
    bottom: float
    numbered: tuple[Piece, ...] = ()
    loose: tuple[Piece, ...] = ()
    words: tuple[Piece, ...] = ()
    places: tuple[Span, ...] = ()

    @property
    def middle(self) -> float:
        """Height of its middle on the page."""
        return (self.top + self.bottom) / 2


def usual_size(rows: Sequence[Sequence[Placed]]) -> float:
    """Return the size of most rows' print in points; 10 where none tells it."""
    sizes = [
        size
        for row in rows
        if (words := [item.word for item in row if item.word is not None])
        and (size := print_size(words)) is not None
    ]
    return median(sizes) if sizes else 10.0


def printed_row(row: Sequence[Placed], size: float) -> PrintedRow | None:
    """Return a row in pieces; None for one that holds a ruled table."""
    if any(item.word is None for item in row):
        return None
    pieces = _parted(row, _WIDE * size)
    made = tuple(map(_piece, pieces))
    marked = len(pieces[0]) > 1 and _is_mark([pieces[0][:1]])
    numbered = (_piece(pieces[0][:1]), _piece(pieces[0][1:]), *made[1:]) if marked else ()
    loose = tuple(map(_piece, _parted(row, _LOOSE * size)))
    top, bottom = min(item.y0 for item in row), max(item.y1 for item in row)
    return PrintedRow(made, top, bottom, numbered, loose, tuple(map(_word, row)))


def parted_before(row: PrintedRow, starts: Set[float]) -> PrintedRow:
    """Return a row whose pieces are parted before some of its words too, by where these begin."""

    def parted(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        begun = starts | {piece.x0 for piece in pieces}
        cuts = [0, *(n for n, word in enumerate(row.words) if n and word.x0 in begun)]
        return tuple(joined(row.words[first:last]) for first, last in pairwise([*cuts, None]))

    numbered = parted(row.numbered) if row.numbered else ()
    return row._replace(pieces=parted(row.pieces), numbered=numbered, loose=parted(row.loose))


def joined(words: Sequence[Piece]) -> Piece:
    """Return words as a piece; dirt read behind them makes it no wider."""
    last = len(words)
    while last and _DIRT.fullmatch(words[last - 1].text):
        last -= 1
    x1 = max(word.x1 for word in words[: last or len(words)])
    return Piece(words[0].x0, x1, " ".join(word.text for word in words))


def _parted(row: Sequence[Placed], white: float) -> list[list[Placed]]:
    """Return the words of a row that so much white parts; a mark stays with what follows it."""
    pieces: list[list[Placed]] = []
    for item in row:
        if pieces and (item.x0 - pieces[-1][-1].x1 < white or _is_mark(pieces)):
            pieces[-1].append(item)
        else:
            pieces.append([item])
    return pieces


def _piece(items: Sequence[Placed]) -> Piece:
    return joined([_word(item) for item in items])


def _word(item: Placed) -> Piece:
    return Piece(item.x0, item.x1, item.word.text if item.word is not None else "")


def _is_mark(pieces: Sequence[Sequence[Placed]]) -> bool:
    """Tell whether a row has nothing so far but what stands before a list item."""
    ((first, *rest), *others) = pieces
    return (
        not (rest or others) and first.word is not None and bool(_MARK.fullmatch(first.word.text))
    )
