"""Slides that came as one text: their numbers stand in lines of their own and count upwards."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import structs

from pipeline.knowledge.rows import Row
from pipeline.model.page import Role

_ALONE: Final = re.compile(r"\d{1,3}")
_FEWEST: Final = 3
_TITLE: Final = re.compile(r"[^\W\d_a-zåäö][^.:;]{2,60}")


def with_slides_apart(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, the number of each slide as a block of its own.

    It belongs to no line before it: `Gränsrådet Tolvmila` is called so where `5` follows.
    """
    alone = [n for n, row in enumerate(rows) if row.cell is None and _is_number(row)]
    counted = [int(rows[n].text) for n in alone]
    if len(alone) < _FEWEST or counted != list(range(1, len(alone) + 1)):
        return list(rows)
    first = {n + 1 for n in alone}
    return [_titled(row) if n in first else _apart(row, n in alone) for n, row in enumerate(rows)]


def _titled(row: Row) -> Row:
    """Return the first line of a slide, its title if it may be one."""
    title = row.cell is None and _TITLE.fullmatch(row.text.strip())
    line = structs.replace(row.line, role=Role.HEADING) if title else row.line
    return row._replace(begins=True, line=line)


def _apart(row: Row, is_number: bool) -> Row:
    return row._replace(begins=True) if is_number else row


def _is_number(row: Row) -> bool:
    return _ALONE.fullmatch(row.text.strip()) is not None
