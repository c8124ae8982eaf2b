"""Goals: lists below labels, lines that begin with `Mål`, and tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.knowledge.names import Span
from pipeline.knowledge.structure.grids import grids
from pipeline.knowledge.structure.labels import GOAL, YEAR, Label, number_of, sentences_below
from pipeline.knowledge.structure.outline import Outline, Section
from pipeline.knowledge.textflow import Block, BlockKind

# `Mål 2. Senast 2027 deltar minst 200 elever`, `Effektmål 2026: …`
_LABELLED: Final = re.compile(
    rf"{GOAL}(?: \d+(?:\.\d+)*)?(?: (?:för|till|år))*(?: (?P<year>{YEAR})(?: ?[–-] ?{YEAR})?)?"
    r" ?[:.] (?P<text>[^\W_].{9,})",
    re.IGNORECASE | re.DOTALL,
)
# What became of it: `Delvis uppfyllt, utfall 19.`
_STATUS: Final = re.compile(
    r"(?<=[.!]) (?:(?:Delvis|Ej|Inte|Helt|Nästan) )?(?:upp(?:fyll|nå)|nå(?:tt|dd)|pågår"
    r"|påbörja)\w*\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_BY_YEAR: Final = re.compile(
    rf"^(?:Senast|År|Till|Under|Vid utgången av)?(?: år| under| utgången av)? ?(?P<year>{YEAR})\b"
)
_SENTENCE: Final = re.compile(r"\S.*?(?:[.!?](?= [^\W\da-zåäö_])|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal: its span in the flow and its text, its section and year."""

    span: Span
    text: str
    section: Section | None
    year: int | None


def find_goals(blocks: Sequence[Block], outline: Outline) -> list[Goal]:
    """Return the goals of a plan in order, each once."""
    found = [
        *_below_labels(blocks, outline),
        *_labelled(blocks, outline),
        *_tabled(blocks, outline),
    ]
    return sorted({goal.span: goal for goal in reversed(found)}.values(), key=lambda g: g.span)


def _below_labels(blocks: Sequence[Block], outline: Outline) -> Iterator[Goal]:
    """Yield the goals below each label: its list, or the paragraphs where there is none."""
    for label in outline.goal_labels:
        section = outline.section_at(label.block)
        lead = blocks[min(label.block + 1, len(blocks) - 1)].text
        year = label.year or outline.heading_year(section) or _only_year(lead)
        for index in _listed(blocks, outline, label):
            for span, text in _parts(blocks[index], blocks[label.block]):
                yield Goal(span, text, section, year)


def _parts(block: Block, label: Block) -> Iterator[tuple[Span, str]]:
    """Yield the goals of a block: each sentence is one below a label with a colon."""
    if block.kind is BlockKind.ITEM or not label.text.rstrip().endswith(":"):
        yield Span(block.content_start, block.end), block.content.strip()
        return
    for match in _SENTENCE.finditer(block.text):
        yield Span(block.start + match.start(), block.start + match.end()), match[0].strip()


def _labelled(blocks: Sequence[Block], outline: Outline) -> Iterator[Goal]:
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.CELL:
            continue
        if match := _LABELLED.fullmatch(block.content.strip()):
            text = _STATUS.sub("", match["text"])
            told = _BY_YEAR.match(text)
            year = int(match["year"] or (told["year"] if told else 0)) or None
            section = outline.section_at(index)
            start = block.content_start + match.start("text")
            year = year or outline.heading_year(section)
            yield Goal(Span(start, start + len(text)), text, section, year)


def _tabled(blocks: Sequence[Block], outline: Outline) -> Iterator[Goal]:
    """Yield the cells below `Mål` in tables with another column that goals have."""
    places = {block.start: index for index, block in enumerate(blocks)}
    for grid in grids(blocks):
        columns = grid.columns("goal", "activity", "indicator", "outcome", "responsible", "time")
        if "goal" not in columns or len(columns) < 2:
            continue
        for row in grid.rows:
            for block in row.cells.get(columns["goal"], ()):
                told = _BY_YEAR.match(block.content)
                section = outline.section_at(places[block.start])
                year = int(told["year"]) if told else outline.heading_year(section)
                text = block.content.strip()
                yield Goal(Span(block.content_start, block.end), text, section, year)


def _only_year(text: str) -> int | None:
    years = set(re.findall(rf"\b{YEAR}\b", text))
    return int(years.pop()) if len(years) == 1 else None


def _listed(blocks: Sequence[Block], outline: Outline, label: Label) -> list[int]:
    """Return the blocks of goals that follow a label: its list, else its paragraphs."""
    items, following = outline.listed(blocks, label)
    heading = blocks[label.block]
    if number_of(heading):
        return items or sentences_below(blocks, label.block)
    headed = heading.kind is BlockKind.HEADING
    leads = heading.text.rstrip().endswith(":") and not items
    return items or (following if headed or leads else [])
