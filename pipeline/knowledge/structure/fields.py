"""Labelled lines: `Program: Interreg Nord`, alone or one below the other as in a fact box."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.knowledge.names import Span
from pipeline.knowledge.once import once
from pipeline.knowledge.structure.grids import COLUMN_WORDS
from pipeline.knowledge.structure.worded_labels import is_worded, worded_labels
from pipeline.knowledge.textflow import Block, BlockKind

_FIELD: Final = re.compile(
    r"(?P<label>[^\W\d_a-zåäö][\w-]*(?: [\w-]+){0,4}(?: ?\([^()]{2,30}\))?)"
    # A colon, or dots that lead to the value: `Stöd från ..... LIFE`, but `Budget ..... 12`
    r"(?: ?:\s+| ?(?:\.{3,}+|(?: \.){3,}+|…++)\s*+(?!\d{1,3}$))(?P<value>\S.*)",
    re.DOTALL,
)
_LEADER: Final = re.compile(r":|\.{3}|\. \.|…")
# A label on a line of its own, its value on the next, as web pages print facts.
_ALONE: Final = re.compile(
    r"(?P<label>(?:Projekt|Tids)?[Pp]eriod|(?:Projekt)?[Tt]id|(?:Projekt|Samarbets)?[Pp]artners?|Projektägare"
    r"|Lead [Pp]artner|Huvudpartner|Finansiär(?:er)?|Finansiering|(?:EU-)?[Pp]rogram|Fond"
    r"|(?:Total|Projekt)?[ -]?[Bb]udget|Startdatum|Slutdatum|Sökande|Stödmottagare|Projektledare)"
)
# A label that its value has run into: `ProjektnamnHavsro`, `Total projektkostnad1420000`
_RUN_TOGETHER: Final = re.compile(
    r"(?P<label>Projekt(?:namn|titel|beskrivning|period|tid|ägare)|(?:Huvud)?[Ss]ökande|Tidsperiod"
    r"|Stödmottagare|(?:Övriga )?(?:[Mm]edverkande|[Pp]artners?)|(?:Start|Slut|Besluts)datum"
    r"|Finansiär|Program|Bevilja(?:t|de) (?:EU-|statliga |offentliga )?(?:stöd|belopp|medel|bidrag)"
    r"(?: \([A-ZÅÄÖ]\w+\))?"
    r"|(?:EU|Stöd)-?belopp|Totala? (?:projekt)?(?:kostnad|budget|finansiering)|Kontaktperson)"
    r"(?P<value>(?:[^\W\d_a-zåäö](?:[^\W\d_]| )|\d).*)",
    re.DOTALL,
)
# What a table of facts tells, most of its rows at least.
_FACTS: Final = (
    *("description", "funder", "programme", "period", "start", "end", "lead", "partners"),
    *("cost", "contact"),
)
_FEWEST_FACTS: Final = 3
_LONGEST_VALUE: Final = 120
# Who pays or takes part may stand in as many lines below their label.
_MOST_LINES: Final = 15
# A title of a box is a line of its own, no sentence.
_LONGEST_TITLE: Final = 90


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled line: the index of its block, its label, and the span of its value."""

    block: int
    label: str
    value: Span


@dataclass(frozen=True, slots=True)
class Box:
    """Labelled lines that follow each other; `title` is the index of the line above, if any."""

    title: int | None
    fields: tuple[Field, ...]

    def values(self, *meanings: str) -> Mapping[str, Field]:
        """Return the fields that tell these things; a field is given to the first it fits."""
        given: dict[str, Field] = {}
        for meaning in meanings:
            for field in self.fields:
                if field not in given.values() and COLUMN_WORDS[meaning].match(field.label):
                    given[meaning] = field
                    break
        return given


def are_facts(above: str, text: str) -> bool:
    """Tell whether one of two lines is a label alone, or the second one and its value in one."""
    if is_worded(above) and is_worded(text):
        return True
    return any(map(_ALONE.fullmatch, (above, text))) or bool(_RUN_TOGETHER.fullmatch(text))


def field_of(block: Block, index: int) -> Field | None:
    """Return a block as a labelled line; None if it is none."""
    if block.kind is BlockKind.CELL:
        return None
    match = _RUN_TOGETHER.fullmatch(block.content)
    if match is None and _LEADER.search(block.text):
        match = _FIELD.fullmatch(block.content)
    if match is None:
        return None
    start = block.content_start + match.start("value")
    return Field(index, match["label"], Span(start, block.end))


def _field_of_row(blocks: Sequence[Block], index: int, of_facts: Collection[int]) -> Field | None:
    """Return a row of two cells, a label and its value, as a labelled line.

    A label ends with a colon, or stands in one of the tables `of_facts`.
    """
    if index + 1 >= len(blocks):
        return None
    label, value = blocks[index], blocks[index + 1]
    if label.cell is None or value.cell is None:
        return None
    if not label.text.rstrip().endswith(":") and (label.cell.table not in of_facts):
        return None
    same = (label.cell.table, label.cell.row) == (value.cell.table, value.cell.row)
    words = label.text.rstrip(" :")
    return Field(index, words, Span(value.start, value.end)) if same else None


def _field_of_lines(blocks: Sequence[Block], index: int) -> Field | None:
    """Return a line that is a label, and the line below, as a labelled line."""
    if index + 1 >= len(blocks):
        return None
    label, value = _ALONE.fullmatch(blocks[index].content.strip()), blocks[index + 1]
    kinds = {blocks[index].kind, value.kind}
    if label is None or BlockKind.CELL in kinds or BlockKind.ITEM in kinds:
        return None
    if not _is_value(value):
        return None
    last = _last_of_value(blocks, index + 1)
    return Field(index, label["label"], Span(value.start, blocks[last].end))


def _is_value(block: Block) -> bool:
    """Tell whether a line may stand below a label: short, and itself none."""
    return len(block.text) <= _LONGEST_VALUE and not _ALONE.fullmatch(block.content.strip())


def _last_of_value(blocks: Sequence[Block], first: int) -> int:
    """Return the last line of a value that goes on, line by line, up to the next label."""
    for place in range(first + 1, min(first + _MOST_LINES, len(blocks))):
        block = blocks[place]
        if _ALONE.fullmatch(block.content.strip()):
            return place - 1
        if block.kind in {BlockKind.CELL, BlockKind.ITEM} or not _is_value(block):
            return first
        if block.text.rstrip()[-1:] in ".:!?":
            return first
    return first


@once
def boxes(blocks: Sequence[Block]) -> tuple[Box, ...]:
    """Return the runs of labelled lines; a label that comes again begins a new run."""
    return tuple(_boxes(blocks))


def _boxes(blocks: Sequence[Block]) -> Iterator[Box]:
    run: list[Field] = []
    of_facts = _tables_of_facts(blocks)
    worded = _worded(blocks)
    for index, block in enumerate(blocks):
        if run and run[-1].block < index and block.start < run[-1].value.end:
            continue
        field = (
            field_of(block, index)
            or _field_of_row(blocks, index, of_facts)
            or _field_of_lines(blocks, index)
            or worded.get(index)
        )
        if run and (field is None or field.label in {other.label for other in run}):
            yield _box(blocks, run)
            run = []
        if field is not None:
            run.append(field)
    if run:
        yield _box(blocks, run)


def _worded(blocks: Sequence[Block]) -> dict[int, Field]:
    """Return the lines whose labels only their words set off, by their places."""
    lines = ["" if block.kind is BlockKind.CELL else block.content.rstrip() for block in blocks]
    found: dict[int, Field] = {}
    for place, match in worded_labels(lines):
        start = blocks[place].content_start + match.start("value")
        found[place] = Field(place, match["label"], Span(start, blocks[place].end))
    return found


def _tables_of_facts(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the tables of two columns whose first is of labels, each another."""
    labels: defaultdict[int, list[str]] = defaultdict(list)
    wide: set[int] = set()
    for block in blocks:
        if block.cell is None:
            continue
        if block.cell.column == 0:
            labels[block.cell.table].append(block.text.strip())
        elif block.cell.column > 1:
            wide.add(block.cell.table)
    return frozenset(
        table for table, told in labels.items() if table not in wide and _are_labels(told)
    )


def _are_labels(texts: Sequence[str]) -> bool:
    """Tell whether cells are labels of facts, not all of money: each another, most known."""
    told = [next((f for f in _FACTS if COLUMN_WORDS[f].match(text)), None) for text in texts]
    known = [fact for fact in told if fact is not None]
    distinct = len(set(texts)) == len(texts) >= _FEWEST_FACTS
    return distinct and len({*known} - {"cost"}) > 1 and len(known) * 3 >= len(texts) * 2


def _box(blocks: Sequence[Block], run: Sequence[Field]) -> Box:
    above = run[0].block - 1
    titled = above >= 0 and _is_title(blocks[above])
    return Box(above if titled else None, tuple(run))


def _is_title(block: Block) -> bool:
    text = block.text.strip()
    ends = text.endswith((".", ":", "!", "?", ","))
    quoted = text.endswith(("”", '"', "“"))
    short = quoted or len(text) <= _LONGEST_TITLE
    return block.kind is not BlockKind.CELL and short and not ends
