"""What a hyphen at the end of a line means."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.lexicon import Lexicon
from pipeline.model.page import FURNITURE, Line, Role
from pipeline.model.repair import Join
from pipeline.text.tokens import is_code

HYPHENS = "-‐¬\u00ad"
_ENDS_IN_HYPHEN = re.compile(rf"[^\W_][{HYPHENS}]\s*$")
_LAST_PART = re.compile(rf"((?:[^\W_]|[£{{}}€¢&!$\ufffd])+)[{HYPHENS}]\s*$")
_FIRST_PART = re.compile(r"\s*((?:[^\W_]|[£{}€¢&!$\ufffd])+)")
_JOINED_BY = frozenset({"och", "eller", "samt", "till", "respektive", "som", "men"})


class LineEnd(NamedTuple):
    """How a line goes on: the join, the place of the next line, and the chance it is right."""

    join: Join
    following: int
    score: float


def ends_in_hyphen(text: str) -> bool:
    """Tell whether a line ends with a letter or digit and a hyphen."""
    return _ENDS_IN_HYPHEN.search(text) is not None


def line_end(lines: Sequence[Line], index: int, lexicon: Lexicon) -> LineEnd | None:
    """Decide how a line that ends in a hyphen goes on; None where it does not.

    Blank lines between are passed over; furniture and cells join their own block only.
    """
    following = _following(lines, index)
    if following is None:
        return None
    left = _LAST_PART.search(lines[index].text)
    right = _FIRST_PART.match(lines[following].text)
    if left is None or right is None:
        return None
    join, score = decide(left.group(1), right.group(1), lexicon)
    if join is Join.NONE:
        return None
    same_block = lines[index].block == lines[following].block
    if not same_block and (join is Join.KEEP_HYPHEN or not right.group(1)[0].islower()):
        return None
    return LineEnd(join, following, score)


def decide(left: str, right: str, lexicon: Lexicon) -> tuple[Join, float]:
    """Decide for the word parts on either side of a hyphen at a line's end.

    `hälso-` before `och` stands by itself; `EU-`, `2014-` and names keep the hyphen; the
    rest is one word, unless the word is commoner with the hyphen (`icke-statlig`).
    """
    if right.lower() in _JOINED_BY:
        return Join.NONE, 0.99
    if not (left[-1].isalpha() and right[0].isalpha()):
        broken = right[-1].islower() and not left.isdigit() and not is_code(left + right)
        return (Join.DROP_HYPHEN, 0.9) if broken else (Join.KEEP_HYPHEN, 0.97)
    if left.isupper() and right.isupper() and len(left + right) > 3:
        known = lexicon.knows((left + right).lower())
        return (Join.DROP_HYPHEN, 0.97) if known else (Join.KEEP_HYPHEN, 0.7)
    if (left.isupper() and len(left) > 1) or right[0].isupper():
        return Join.KEEP_HYPHEN, 0.97
    whole = lexicon.count(left + right)
    if lexicon.count(f"{left}-{right}") > whole:
        return Join.KEEP_HYPHEN, 0.8
    return Join.DROP_HYPHEN, 0.99 if whole or lexicon.knows(left + right) else 0.9


def _following(lines: Sequence[Line], index: int) -> int | None:
    line = lines[index]
    for place in range(index + 1, len(lines)):
        other = lines[place]
        if not other.text.strip():
            continue
        confined = line.role in FURNITURE or Role.TABLE_CELL in {line.role, other.role}
        if (confined or other.role in FURNITURE) and other.block != line.block:
            return None
        return place
    return None
