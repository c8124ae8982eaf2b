"""Persons known by what stands beside them: in lines or cells that are set as those of others.

Who lists people sets them alike: each at the beginning of a line, or behind a label. Where most
of such lines begin with a person who is known, the other lines do with one too.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.entities.paper_words import is_paper
from pipeline.knowledge.entities.person_patterns import (
    BODY_ENDINGS,
    INSTITUTION,
    NETWORK,
    NETWORK_ENDINGS,
    NOUN,
    WORD,
)
from pipeline.knowledge.names import Named
from pipeline.knowledge.textflow import Block

_PARTICLE: Final = r"(?:af|von|van|de|der|den|di|da|el|al|bin)"
_NAME: Final = rf"(?P<name>{WORD}(?: (?:{_PARTICLE} )?{WORD}){{1,2}})"
# `Anna Ek`, `Anna Ek, Almvik`, `Anna Ek (S)`; behind a label: `Region Almvik: Anna Ek`.
_LINE: Final = re.compile(rf"(?P<label>[^\W\d_][^:,;.]{{1,60}}: )?{_NAME}(?=$|,| ?\(| [–-] )")
_FEWEST: Final = 2


def people_beside(blocks: Sequence[Block], spans: Sequence[Named]) -> Iterator[tuple[int, str]]:
    """Yield the unknown names that stand in a row with known persons, and where they begin."""
    kinds = {place: named.type for named in spans for place in range(named.start, named.end)}
    for row in (*_runs(blocks), *_columns(blocks)):
        slots = [(block.content_start + m.start("name"), m["name"]) for block, m in row]
        known = sum(kinds.get(start) == "person" for start, _ in slots)
        unknown = [
            (start, name)
            for start, name in slots
            if kinds.keys().isdisjoint(range(start, start + len(name)))
            and not INSTITUTION.search(name)
            and not NOUN.fullmatch(name.split(" ")[0])
            and not NETWORK.fullmatch(name)
            and not name.split(" ")[0].casefold().endswith((*BODY_ENDINGS, *NETWORK_ENDINGS))
            and not name.isupper()
            and not any(map(is_paper, name.split(" ")))
        ]
        if known >= max(_FEWEST, len(unknown)):
            yield from unknown


def _runs(blocks: Sequence[Block]) -> Iterator[list[tuple[Block, re.Match[str]]]]:
    """Yield the lines that stand together and begin with a name, all or none with a label."""
    run: list[tuple[Block, re.Match[str]]] = []
    for block in blocks:
        match = _LINE.match(block.content.strip()) if block.cell is None else None
        if run and (match is None or bool(match["label"]) != bool(run[-1][1]["label"])):
            yield run
            run = []
        if match is not None:
            run.append((block, match))
    yield run


def _columns(blocks: Sequence[Block]) -> Iterator[list[tuple[Block, re.Match[str]]]]:
    """Yield the cells of each column that begin with a name."""
    columns: dict[tuple[int, int], list[tuple[Block, re.Match[str]]]] = defaultdict(list)
    for block in blocks:
        match = _LINE.match(block.content.strip()) if block.cell is not None else None
        if block.cell is not None and match is not None:
            columns[block.cell.table, block.cell.column].append((block, match))
    yield from columns.values()
