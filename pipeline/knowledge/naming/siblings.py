"""Networks known by what stands beside them: in one list, one column, or under like headings.

Who lists networks lists one below the other. Where several items of a list are networks that
are known, an item that begins with another name names one too.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from pipeline.knowledge.names import Named
from pipeline.knowledge.relations.memberships.headings import may_name_network, tells_of_networks
from pipeline.knowledge.textflow import Block, BlockKind

_NAME: Final = re.compile(
    r"(?P<name>[^\W\d_a-zåäö][\w'’&–-]*(?: [\w'’&–-]+){0,6}?)"
    r"(?=$|¹|²|³|[:(–—]| [(–—-]|, (?:[a-zåäö]|$))"
)
_OF_NETWORKS: Final = re.compile(
    r"(?:nätverk|organ\b|organisation|samarbet|förening|medlemskap|forum)", re.IGNORECASE
)
_LABEL: Final = re.compile(
    r"(?:nätverk|organ|organisation|samarbete|förening|medlemskap)(?:ets?|ens?)?(?: namn)?: ",
    re.IGNORECASE,
)
_LONGEST_HEADING: Final = 70
# By these a name may have been found in part: `Kommunnätverket Klimat` of `… Klimat i Öst`.
_CUT_SHORT: Final = frozenset({"shape", "cue"})
_FEWEST: Final = 2
# Of so many names one at least is known.
_MOST_UNKNOWN: Final = 3


def networks_beside(blocks: Sequence[Block], spans: Sequence[Named]) -> Iterator[tuple[int, str]]:
    """Yield the unknown names that stand in a row with known networks, and where they begin."""
    known = {n.start: n.entity_id for n in spans if n.type == "network"}
    ends = {n.start: n.end for n in spans if n.method not in _CUT_SHORT}
    for row in (*_lists(blocks), *_columns(blocks), *_alike(blocks), *_headings(blocks, spans)):
        named = [block for block in row if block.content[:1].isupper()]
        networks = [known[_start(block)] for block in named if _start(block) in known]
        if len(set(networks)) < _FEWEST or len(networks) * _MOST_UNKNOWN < len(named):
            continue
        for block in named:
            start = _start(block)
            match = _NAME.match(block.content[start - block.content_start :])
            if match and start not in ends and may_name_network(match["name"]):
                yield start, match["name"]


def _start(block: Block) -> int:
    """Return where the name of a line begins, behind a label: `Organisation: Energy Cities`."""
    label = _LABEL.match(block.content)
    return block.content_start + (label.end() if label else 0)


def _lists(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the items of each list."""
    for kind, items in groupby(blocks, key=lambda block: block.kind):
        if kind is BlockKind.ITEM:
            yield list(items)


def _columns(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the cells of each column that says in its header that it is of networks."""
    columns: dict[tuple[int, int], list[Block]] = defaultdict(list)
    for block in blocks:
        if block.cell is not None:
            columns[block.cell.table, block.cell.column].append(block)
    for header, *cells in columns.values():
        if _OF_NETWORKS.match(header.content):
            yield cells


def _alike(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the short lines that each have the same line below them: `Fakta`, `Medlem sedan`."""
    above: dict[str, list[Block]] = defaultdict(list)
    for block, below in pairwise(blocks):
        label = below.content.partition(":")[0]
        if max(len(block.text), len(label)) <= _LONGEST_HEADING and block.cell is None:
            above[label].append(block)
    yield from above.values()


def _headings(blocks: Sequence[Block], spans: Sequence[Named]) -> Iterator[list[Block]]:
    """Yield runs of headings that each have a paragraph below that tells of members.

    What names networks itself, in the heading or the paragraph, is about those.
    """
    told = sorted(named.start for named in spans if named.type == "network")
    run: list[Block] = []
    for block, below in pairwise(blocks):
        if block.kind is not BlockKind.HEADING:
            continue
        first = bisect_left(told, block.content_start)
        itself = told[first : first + 1] == [block.content_start]
        end = block.end if itself else below.end
        others = bisect_left(told, end) > first + itself
        told_of = below.kind is BlockKind.TEXT and (itself or tells_of_networks(below.text))
        if told_of and not others:
            run.append(block)
        else:
            yield run
            run = []
    yield run
