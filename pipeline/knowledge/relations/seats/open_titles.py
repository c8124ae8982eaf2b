"""Titles that no list has, known by where they stand and how words for persons end.

`författaren Åsa Ek`, `Bo Al, brandman`: a small word right before a name, or alone behind it,
that ends as words for those who do something end.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.knowledge.names import Named
from pipeline.knowledge.relations.seats.vocabulary import Word

_DOER: Final = (
    r"(?P<stem>(?![a-zåäö]*(?:deltag|juster|mottag|innehav|äg|efterträd|tal|medarbet|invån|föregång"
    r"|läs)are|[a-zåäö]*sektor)"
    r"[a-zåäö]{2,}[a-zåäö-]*"
    r"(?:are|[tjdsnl]ör|ist|sor|tor|man|iker|log|onom|befäl|förer|kansler|fogde))"
)
_BEFORE: Final = re.compile(rf"(?<![\w-]){_DOER}(?P<ending>n|en)? $")
_BEHIND: Final = re.compile(rf", {_DOER}(?=[,.;)\n]|$| (?:i|på|vid|hos) [^\W\d_a-zåäö])")
_LONGEST: Final = 40


def open_titles(text: str, persons: Iterable[Named]) -> Iterator[Word]:
    """Yield the titles right before and behind persons that their form alone tells."""
    for person in persons:
        start = max(person.start - _LONGEST, 0)
        before = _BEFORE.search(text[start : person.start])
        behind = _BEHIND.match(text, person.end)
        for match, offset in ((before, start), (behind, 0)):
            if match is not None:
                first = offset + match.start("stem")
                yield Word(first, offset + match.end("stem"), match["stem"], is_title=True)
