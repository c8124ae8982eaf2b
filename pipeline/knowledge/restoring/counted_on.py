"""Lines that go on with the count of the item above them: `A.2 …` below `A.1 …`, `C.` below `B.2`.

Where a column is narrow most lines are full, and their numbers alone tell the items apart.
"""

import re
from typing import Final

from pipeline.knowledge.structure.numbering import Number, follows

_COUNT: Final = re.compile(
    r"(?P<letter>[A-H])(?:\.(?P<parts>\d{1,2}(?:\.\d{1,2})*)?\.?|\)|(?P<part>\d{1,2})[.:]?)"
    r"(?= +[A-ZÅÄÖ])|(?P<number>\d{1,2}(?:\.\d{1,2})+)[.)]?(?= +[A-ZÅÄÖ])"
)


def counts_on(item: str, line: str) -> bool:
    """Tell whether a line begins with the number that comes after an item's."""
    before, number = _count(item), _count(line)
    return bool(before and number) and follows(number, before)


def _count(text: str) -> Number:
    match = _COUNT.match(text)
    if match is None:
        return ()
    parts = match["number"] or match["parts"] or match["part"]
    told = tuple(map(int, parts.split("."))) if parts else ()
    return told if match["number"] else (ord(match["letter"]), *told)
