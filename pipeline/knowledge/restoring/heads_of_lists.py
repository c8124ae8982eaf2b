"""Items that head the items below them: a list in a list, each level with a sign of its own.

`¤ Kustrådet` with `• Med sedan: 2012`, `• Styrelse: Åsa Ek (S), ledamot` below it: what the
outer sign stands before is what the labels below are about.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.knowledge.rows import Row
from pipeline.model.page import Role

_SIGN: Final = re.compile(r"(?P<sign>[^\w\s(\"”“'§&/.,:;])\s+(?=\S)")
_LABELLED: Final = re.compile(r"[A-ZÅÄÖ][^:.]{1,60}: ?\S")
_NO_HEAD: Final = re.compile(r".*[.;,:]$|.{91,}")
_FEWEST: Final = 3
_LABELLED_SHARE: Final = 0.5


class _Item(NamedTuple):
    """The first row of an item, by number, its sign, and its words on that row."""

    row: int
    sign: str
    text: str


def with_heads_of_lists(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, each item that heads labelled items of another sign as a heading."""
    items = list(_items(rows))
    heads = _outer(items)
    found = list(rows)
    for item in items if heads else ():
        if item.sign in heads:
            row = rows[item.row]
            head = row.part(len(row.text) - len(item.text), len(row.text))
            found[item.row] = head.in_role(Role.HEADING)._replace(begins=True)
    return found


def _items(rows: Sequence[Row]) -> Iterator[_Item]:
    for number, row in enumerate(rows):
        sign = _SIGN.match(row.text) if row.cell is None else None
        if sign is not None and row.line.role is Role.LIST_ITEM:
            yield _Item(number, sign["sign"], row.text[sign.end() :])


def _outer(items: Sequence[_Item]) -> frozenset[str]:
    """Return the sign, if any, that all of whose items stand right above one of another sign."""
    next_to: dict[str, list[_Item]] = defaultdict(list)
    for above, below in pairwise(items):
        next_to[above.sign].append(below)
    heads = {
        sign
        for sign, below in next_to.items()
        if len(below) >= _FEWEST
        and len({one.sign for one in below} | {sign}) == 2
        and sign != items[-1].sign
        and not any(_NO_HEAD.fullmatch(one.text) for one in items if one.sign == sign)
    }
    inner = [item for item in items if item.sign not in heads]
    labelled = sum(bool(_LABELLED.match(item.text)) for item in inner)
    return frozenset(heads if labelled >= len(inner) * _LABELLED_SHARE else ())
