"""Matters of minutes whose number stands alone: `§ 20`, and the title in the line below."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.knowledge.rows import Row
from pipeline.model.page import Role

_NUMBER: Final = re.compile(r"§+ ?\d{1,3}")
_TITLE: Final = re.compile(r"[A-ZÅÄÖ].{2,78}[^.:;,!?]")


def with_matters(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, each number of a matter as a heading with the title below it."""
    found = list(rows)
    for place, row in enumerate(rows):
        if row.cell is not None or not _NUMBER.fullmatch(row.text.strip()):
            continue
        found[place] = _heading(row, begins=True)
        below = rows[place + 1 : place + 3]
        if below and below[0].cell is None and _TITLE.fullmatch(below[0].text.strip()):
            found[place + 1] = _heading(below[0], begins=False)
            found[place + 2 : place + 3] = [one._replace(begins=True) for one in below[1:]]
    return found


def _heading(row: Row, *, begins: bool) -> Row:
    return row.in_role(Role.HEADING)._replace(begins=begins)
