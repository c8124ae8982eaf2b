"""How far down a table without rules goes, and its columns down to each row."""

from collections.abc import Sequence
from math import inf
from typing import Final, NamedTuple

from pipeline.layout.grouping import has_first_alone
from pipeline.layout.pieces import Piece, PrintedRow, Span, joined
from pipeline.layout.tabular import COLUMNS, begins_anew

_NARROW: Final = 0.5
"""What a column's longest cell leaves of it at the least."""
_FAR: Final = 3.6
"""A step from row to row that is so many font sizes ends a table."""
PARTED: Final = 1.25
"""A step that is so many times the least one parts rows of several lines."""
_STEP: Final = 1.7
"""A step from row to row, in font sizes, where a table has but one row so far."""
_BESIDE: Final = 2.0
"""Points by which cells of one column may begin apart."""
_SHOWN: Final = 3
"""Rows below the first of which one shows the columns."""
_SENTENCE_END: Final = (".", ":", "?", "!")


class Reached(NamedTuple):
    """A row of what may be a table, the columns down to it, and the least step above it.

    Steps are from row to row, in points.
    """

    row: PrintedRow
    columns: list[Span]
    least: float


def extent(
    rows: Sequence[PrintedRow | None], start: int, first: PrintedRow, size: float
) -> list[Reached]:
    """Return the rows of the table that begins with `first`, and its columns down to each.

    Each row more may narrow the white between columns, but not close it.
    """
    first = _above(first, rows[start + 1 : start + 1 + _SHOWN], _NARROW * size)
    last = Reached(first, _spans(first.pieces), inf)
    reached = [last]
    for number, printed in enumerate(rows[start + 1 :], start=start + 1):
        if printed is None or printed.middle - last.row.middle > _FAR * size:
            break
        row = _in_columns(printed, last.columns, size)
        more = _joined(last.columns, row, _NARROW * size)
        if len(more) < len(last.columns):
            row = _in_order(row._replace(pieces=row.loose), last.columns, _NARROW * size)
            more = _joined(last.columns, row, _NARROW * size)
        fewest = len(last.columns) if len(reached) > 1 else min(len(last.columns), COLUMNS)
        if len(more) < fewest or _is_text(row, last.columns):
            break
        if _is_title(row, last, size) and not _parts_rows(rows[number + 1 :][:1], first, more):
            break
        last = Reached(row, more, min(last.least, row.middle - last.row.middle))
        reached.append(last)
    return reached


def _in_columns(row: PrintedRow, columns: Sequence[Span], size: float) -> PrintedRow:
    """Return a row with its number in the first of the columns, if what follows is in the next."""
    if not row.numbered or len(columns) < COLUMNS:
        return row
    number, first, *_ = row.numbered
    apart = number.x1 < columns[1].x0 and abs(first.x0 - columns[1].x0) < _NARROW * size
    return row._replace(pieces=row.numbered) if apart else row


def _above(head: PrintedRow, below: Sequence[PrintedRow | None], white: float) -> PrintedRow:
    """Return the first row in the columns of the next one that has as many pieces.

    Words above columns may be wider than these, or stand in the middle of them.
    """
    if len(head.pieces) < COLUMNS:
        return head
    for pieces in (pieces for row in below if row for pieces in (row.pieces, row.loose)):
        if len(pieces) == len(head.pieces):
            columns = _spans(pieces)
            return head if _is_above(head, columns, white) else _moved(head, columns)
    return head


def _is_above(head: PrintedRow, columns: Sequence[Span], white: float) -> bool:
    """Tell whether each piece of a first row stands above a column of its own, or beside it."""
    joined = _joined(columns, head, white)
    return len(joined) == len(columns) and all(
        piece.x0 < span.x1 and span.x0 < piece.x1
        for piece, span in zip(head.pieces, joined, strict=True)
    )


def _spans(pieces: Sequence[Piece]) -> list[Span]:
    return [Span(piece.x0, piece.x1) for piece in pieces]


def _in_order(row: PrintedRow, columns: Sequence[Span], white: float) -> PrintedRow:
    """Return a row in columns of which a cell is too wide and pushes others to the right.

    Or has no room left before the next one, so that they are one piece.
    """
    if len(columns) < COLUMNS or len(_joined(columns, row, white)) == len(columns):
        return row
    parts = _parted(row, columns) if len(row.pieces) + 1 == len(columns) else row.pieces
    pushed = len(parts) == len(columns) and all(
        piece.x0 + piece.x1 >= 2 * column.x0 for piece, column in zip(parts, columns, strict=True)
    )
    return _moved(row._replace(pieces=parts), columns) if pushed else row


def _parted(row: PrintedRow, columns: Sequence[Span]) -> tuple[Piece, ...]:
    """Return a row's pieces, the one that reaches into the next column parted in two."""
    beside = zip(row.pieces, columns, columns[1:], strict=False)
    for place, (piece, own, other) in enumerate(beside):
        if piece.x1 > other.x0:
            words = [word for word in row.words if piece.x0 <= word.x0 < piece.x1]
            both = _in_two(words, own, other)
            return (*row.pieces[:place], *both, *row.pieces[place + 1 :])
    return row.pieces


def _in_two(words: Sequence[Piece], own: Span, other: Span) -> list[Piece]:
    """Return words as two cells, if some are nearer to the next column, one if none are.

    The second cell begins as cells do if any of the words does so.
    """
    nearer = [n for n, word in enumerate(words) if n and _distance(word, other, own) < 0]
    anew = (n for n in nearer if begins_anew(words[n].text))
    cut = next(anew, nearer[0] if nearer else len(words))
    return [joined(part) for part in (words[:cut], words[cut:]) if part]


def _distance(word: Piece, column: Span, other: Span) -> float:
    """Return how much farther a word is from a column than from another, in points."""
    middle = (word.x0 + word.x1) / 2
    far, near = (max(one.x0 - middle, middle - one.x1) for one in (column, other))
    return far - near


def _moved(row: PrintedRow, columns: Sequence[Span]) -> PrintedRow:
    """Return a row as if its pieces stood in columns, and with where they do."""
    pieces = zip(row.pieces, columns, strict=True)
    moved = tuple(Piece(*column, piece.text) for piece, column in pieces)
    return row._replace(pieces=moved, places=tuple(_spans(row.pieces)))


def _joined(columns: Sequence[Span], row: PrintedRow, white: float) -> list[Span]:
    """Return columns with the pieces of one more row in them."""
    spans = sorted([*columns, *_spans(row.pieces)])
    joined = [spans[0]]
    for span in spans[1:]:
        if span.x0 - joined[-1].x1 < white:
            joined[-1] = Span(joined[-1].x0, max(joined[-1].x1, span.x1))
        else:
            joined.append(span)
    return joined


def _is_text(row: PrintedRow, columns: Sequence[Span]) -> bool:
    """Tell whether a row is a sentence, or the start of one, in the first column alone."""
    first = row.pieces[0]
    ends = first.text.endswith(_SENTENCE_END) or first.x0 < columns[0].x0 - 1.0
    return ends and has_first_alone(row, columns)


def _parts_rows(
    below: Sequence[PrintedRow | None], head: PrintedRow, columns: Sequence[Span]
) -> bool:
    """Tell whether what a title has below it is a row more of the same table, and no new head.

    Each of its three cells or more begins where its column does.
    """
    for row in below:
        if row is None or len(columns) < COLUMNS or len(row.pieces) != len(columns):
            return False
        begin = all(
            abs(piece.x0 - column.x0) < _BESIDE
            for piece, column in zip(row.pieces, columns, strict=True)
        )
        return begin and [one.text for one in row.pieces] != [one.text for one in head.pieces]
    return False


def _is_title(row: PrintedRow, last: Reached, size: float) -> bool:
    """Tell whether a row stands apart from those above and has nothing but its first cell."""
    least = last.least if last.least < inf else _STEP * size
    apart = row.middle - last.row.middle > PARTED * least
    return apart and has_first_alone(row, last.columns)
