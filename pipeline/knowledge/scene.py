"""All that relations are read from: the flow, its outline, and the names in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypedDict

from pipeline.knowledge.names import Named, Span
from pipeline.knowledge.naming.anaphora import anaphors
from pipeline.knowledge.naming.wholes import wholes
from pipeline.knowledge.registry import Registry
from pipeline.knowledge.structure.document import Profile
from pipeline.knowledge.structure.fields import Box, boxes
from pipeline.knowledge.structure.goal import Goal
from pipeline.knowledge.structure.goals import find_goals
from pipeline.knowledge.structure.grids import Grid, grids
from pipeline.knowledge.structure.outline import Outline, Section
from pipeline.knowledge.telling import Telling
from pipeline.knowledge.textflow import Block, BlockKind, Flow
from pipeline.model.ids import make_id
from pipeline.model.rows import EntityType

NETWORKS: tuple[EntityType, ...] = ("network", "programme", "fund")
"""Types that have bodies and members."""

_GOVERNS: Final = re.compile(r"kommunalförbund", re.IGNORECASE)
# How much of the letters of a line of the title a name takes that is what the document is of.
_MOST_OF_TITLE: Final = 0.6


# As many cells of a row may stand on either side of one.
_WIDEST: Final = 12

# What leads from an item into a list within its own: `att till styrelsen utse`.
_LEADS: Final = re.compile(r"(?::| (?:utse|välja|utses|väljs))\s*$")
# By what items are marked: numbers, letters, or a sign.
_COUNTED: Final = re.compile(r"\d")
_LETTERED: Final = re.compile(r"[a-zåäö]\)?")


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _mark(block: Block) -> str:
    """Return by what an item is marked: `1` by numbers, `a` by letters, else its sign."""
    if _COUNTED.match(block.marker):
        return "1"
    return "a" if _LETTERED.match(block.marker) else block.marker


class EvidenceFields(TypedDict):
    """The columns that lead back to the page."""

    page_number: int
    line_number: int
    char_start: int
    char_end: int
    sentence: str


@dataclass(frozen=True)
class Scene:
    """A document as it is read for relations; names, sentences and tellings are in order."""

    document_id: str
    flow: Flow
    outline: Outline
    profile: Profile
    names: tuple[Named, ...]
    sentences: tuple[Span, ...]
    registry: Registry
    issuer: str | None
    tellings: tuple[Telling, ...] = ()

    @property
    def year(self) -> int | None:
        """The year of a statement that names none."""
        return self.profile.year_from

    def text(self, span: Span | Named) -> str:
        """Return the text of a span."""
        return self.flow.text[span.start : span.end]

    def within(self, span: Span, *types: str) -> list[Named]:
        """Return the names that begin within a span, of these types if any are given.

        Of types, without what a network is only told to be a part of.
        """
        first = bisect_left(self._name_starts, span.start)
        last = bisect_left(self._name_starts, span.end, first)
        if not types:
            return list(self.names[first:last])
        return [
            name
            for name in self.names[first:last]
            if name.type in types and name.start not in self.wholes
        ]

    def only(self, kind: str) -> Named | None:
        """Return the one thing of a type that the document names, where it names no other."""
        told = [named for named in self.names if named.type == kind]
        return told[0] if len({named.entity_id for named in told}) == 1 else None

    def before(self, named: Named) -> Named | None:
        """Return the name before another one."""
        place = self.names.index(named, bisect_left(self._name_starts, named.start))
        return self.names[place - 1] if place else None

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that holds a character."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[max(index, 0)]

    def sentences_in(self, span: Span) -> Sequence[Span]:
        """Return the sentences that begin within a span."""
        first = bisect_left(self._sentence_starts, span.start)
        last = bisect_left(self._sentence_starts, span.end, first)
        return self.sentences[first:last]

    def section_at(self, offset: int) -> Section | None:
        """Return the section that holds a character."""
        return self.outline.section_at(self.flow.block_at(offset))

    def section_id(self, section: Section | None) -> str | None:
        """Return a section's id."""
        return make_id("sec", self.document_id, section.ordinal) if section else None

    @cached_property
    def wholes(self) -> frozenset[int]:
        """Where networks are named that another one is a part of: the text goes on of the part."""
        return frozenset(wholes(self.flow.text, self.names, self.sentences))

    @cached_property
    def spoken_of(self) -> tuple[Named, ...]:
        """What definite nouns such as `kontoret` stand for, in order."""
        return tuple(anaphors(self.flow.text, self.names, self.registry, self.issuer))

    @cached_property
    def author(self) -> Named | None:
        """The network or programme whose own the document is; None where it is a region's.

        A federation of municipalities governs as a region does.
        """
        own = (n for n in self.names if n.entity_id == self.issuer and n.type in NETWORKS)
        return next((n for n in own if not _GOVERNS.search(self.name_of(n.entity_id))), None)

    @cached_property
    def own_programme(self) -> str | None:
        """The programme that the document's title is the name of: its own report or plan."""
        last = self.profile.title_block
        for block in self.flow.blocks[: last + 1] if last is not None else ():
            for named in self.within(Span(block.start, block.end), "programme"):
                if _letters(self.text(named)) >= _letters(block.content) * _MOST_OF_TITLE:
                    return named.entity_id
        return None

    def telling_at(self, offset: int) -> Telling | None:
        """Return the entry, box or row of a project that holds a character."""
        index = bisect_right(self.tellings, offset, key=lambda one: one.whole.start) - 1
        while index >= 0 and not self.tellings[index].holds:
            index -= 1  # named in running text
        if index < 0 or offset >= self.tellings[index].whole.end:
            return None
        return self.tellings[index]

    def project_of(self, offset: int) -> Named | None:
        """Return the project whose entry, box or row holds a character."""
        telling = self.telling_at(offset)
        if telling is None:
            return None
        start = telling.name.start
        return next(iter(self.within(Span(start, start + 1), "project")), None)

    def headed(self, section: Section | None, *types: str) -> Named | None:
        """Return what the headings above are about: the nearest name of these types.

        Where they name none, a network's own document is about that network.
        """
        for above in self.outline.chain(section):
            if above.level:
                block = self.flow.blocks[above.first]
                for named in self.within(Span(block.start, block.end), *types):
                    return named
        return self.author if self.author and self.author.type in types else None

    def section_span(self, section: Section) -> Span:
        """Return the stretch of a section's blocks, its heading among them."""
        blocks = self.flow.blocks
        return Span(blocks[section.first].start, blocks[section.last - 1].end)

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The goals that the document sets, in order."""
        return tuple(find_goals(self.flow.blocks, self.outline))

    @cached_property
    def tables(self) -> tuple[Grid, ...]:
        """The tables as grids with named columns, in order."""
        return grids(self.flow.blocks)

    def row_at(self, offset: int) -> list[Block]:
        """Return the cells of the table row that holds a character; none outside of tables."""
        index = self.flow.block_at(offset)
        here = self.flow.blocks[index].cell
        if here is None:
            return []
        near = self.flow.blocks[max(0, index - _WIDEST) : index + _WIDEST]
        return [b for b in near if b.cell and (b.cell.table, b.cell.row) == (here.table, here.row)]

    @cached_property
    def boxes(self) -> tuple[Box, ...]:
        """The runs of labelled lines, in order."""
        return boxes(self.flow.blocks)

    def box_at(self, offset: int) -> Box | None:
        """Return the run of labelled lines that holds a character."""
        block = self.flow.block_at(offset)
        place = bisect_right(self.boxes, block, key=lambda box: box.fields[0].block) - 1
        last = self.boxes[place].fields[-1] if place >= 0 else None
        return self.boxes[place] if last and offset < last.value.end else None

    @cached_property
    def above_lists(self) -> tuple[int | None, ...]:
        """The block above the list of each item or line that begins with a person, by number.

        None stands for what is below a list of another kind, and a block in none for itself. An
        item that leads into a list within its own, marked otherwise, stands above that one.
        """
        above: list[int | None] = []
        outer: list[tuple[str, int | None]] = []
        inside = False
        for index, block in enumerate(self.flow.blocks):
            of_list = index > 0 and self._is_of_list(block)
            before = self.flow.blocks[index - 1]
            marks = _mark(block), _mark(before)
            if not of_list:
                above.append(index)
            elif not inside:
                above.append(index - 1)
            elif marks[0] != marks[1] and _LEADS.search(before.text) and all(marks):
                outer.append((marks[1], above[-1]))
                above.append(index - 1)
            elif outer and outer[-1][0] == marks[0]:
                above.append(outer.pop()[1])
            else:
                above.append(above[-1] if block.kind is before.kind else None)
            inside = of_list
            outer = outer if inside else []
        return tuple(above)

    def _is_of_list(self, block: Block) -> bool:
        """Tell whether a block is an item, or a line that begins with a person."""
        start = Span(block.content_start, block.content_start + 1)
        named = block.kind is BlockKind.TEXT and bool(self.within(start, "person"))
        return named or block.kind is BlockKind.ITEM

    @cached_property
    def _name_starts(self) -> list[int]:
        return [named.start for named in self.names]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def evidence(self, start: int, end: int, sentence: Span | None = None) -> EvidenceFields:
        """Return the columns that lead from a row to `text[start:end]` and its sentence."""
        place = self.flow.place(start, end)
        around = sentence or self.sentence_at(start)
        return EvidenceFields(
            page_number=place.page_number,
            line_number=place.line_number,
            char_start=place.char_start,
            char_end=place.char_end,
            sentence=self.text(around).strip(),
        )

    def name_of(self, entity_id: str) -> str:
        """Return an entity's name."""
        return self.registry.thing(entity_id).name

    def member_id(self, named: Named) -> str | None:
        """Return the organisation that a name stands for, a county for its region."""
        if named.type == "organisation":
            return named.entity_id
        return self.registry.region_of(named.entity_id)

    def paragraphs(self) -> Iterator[tuple[int, Span]]:
        """Yield the index and span of every block."""
        return enumerate(self._paragraphs)

    @cached_property
    def _paragraphs(self) -> tuple[Span, ...]:
        return tuple(Span(block.start, block.end) for block in self.flow.blocks)


__all__ = ["NETWORKS", "EvidenceFields", "Named", "Scene", "Span"]
