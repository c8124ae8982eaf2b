"""Projects as fact boxes: labelled lines, the name in a field or in the lines above."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from operator import attrgetter
from typing import Final, NamedTuple

from pipeline.knowledge.amounts import is_sum
from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.projects.below_title import explained_name
from pipeline.knowledge.relations.projects.names import may_be_name
from pipeline.knowledge.structure.fields import Box, boxes, field_of
from pipeline.knowledge.telling import SLOTS, Telling, moved
from pipeline.knowledge.textflow import Block, BlockKind

NO_PROJECT: Final = re.compile(
    r"summa|totalt|kontakt|adress|\w*(?:rapport|protokoll|anteckningar)\b", re.IGNORECASE
)
"""What begins a line or row that no project is named in."""

# A title of facts, not of a project: `Projektdata`, `Fakta om projektet`
_FACTS: Final = re.compile(r"(?:projekt)?(?:data|fakta)\b|(?:kort )?om projektet", re.IGNORECASE)
NAMED: Final = re.compile(r"(?:Namn|Titel|Rubrik)", re.IGNORECASE)
"""What only the other labels of a box tell to be a project's name."""
_TELLING: Final = frozenset({"funder", "programme", "period", "lead", "partners", "cost", "end"})
_YEARS: Final = r"(?: (?:19|20)\d\d ?[–-] ?(?:19|20)\d\d)?"
_BEHIND: Final = re.compile(rf"{_YEARS}(?: \([^()]*\))?{_YEARS}$")
_LONGEST_LINE: Final = 90
# A noun phrase with an attribute behind its noun, as names seldom are: `Tåg till fjällen`
_EXPLAINS: Final = re.compile(
    r"\w+.* (?:i|på|för|av|till|från|med|mot|om|vid|över|kring|utan|längs|mellan|inom|bland|åt"
    r"|genom|under|efter|som|och) \w+"
)
# `Tystare vikar (Interreg Nord)`
_PAID: Final = re.compile(r"(?P<description>[^()]+) \((?P<funder>[A-ZÅÄÖ][^()]+)\)")
# `Beviljade projekt`
_LISTS_PROJECTS: Final = re.compile(r"(?:[\w-]+ ){0,4}[\w-]*projekt(?:en)?:?", re.IGNORECASE)
# How far above a box a line may stand that heads a list of such, in blocks.
_ABOVE: Final = 3
_OF_PROJECTS: Final = re.compile(r"projekt(?!et\b)|förstudier", re.IGNORECASE)


class _Titled(NamedTuple):
    """A box, what its labels tell, and up to two short lines above it, the nearest first."""

    box: Box
    meanings: frozenset[str]
    lines: tuple[Block, ...]
    of_list: bool = False

    @property
    def of_project(self) -> bool:
        """Whether the box holds what only projects have, or is one of a list of projects."""
        return len(self.meanings & _TELLING) > 1 or self.of_list

    @property
    def labels(self) -> frozenset[str]:
        """The labels of the box."""
        return frozenset(field.label for field in self.box.fields)


def boxed_projects(blocks: Sequence[Block]) -> Iterator[Telling]:
    """Yield the fact boxes that tell of projects.

    Of a catalogue, what stands between a box and the next entry tells of the same project.
    """
    titled = _with_shorter(list(_in_lists(blocks, _titled(blocks, boxes(blocks)))))
    of_projects = [one for one in titled if one.of_project]
    explain, alike = _lines_explain(of_projects), _are_alike(of_projects)
    found = list(_boxed(blocks, titled, explain=explain, alike=alike))
    for one, other in zip_longest(found, found[1:]):
        end = other.whole.start if alike and other is not None else one.whole.end
        yield replace(one, whole=Span(one.whole.start, max(one.whole.end, end)))


def _boxed(
    blocks: Sequence[Block], titled: Sequence[_Titled], *, explain: bool, alike: bool
) -> Iterator[Telling]:
    for one in titled:
        told = ((m, field.value) for m, field in one.box.values(*SLOTS).items())
        spans = {m: value for m, value in told if not is_sum(_text_of(blocks, value))}
        is_named = "project" in spans
        name = spans.pop("project", None)
        if name is None and one.of_project:
            named = next((f.value for f in one.box.fields if NAMED.fullmatch(f.label)), None)
            name, is_named = named, named is not None
        if name is None and one.of_project:
            lines = one.lines
            if explain or _is_below(lines):
                spans = {**_explanation(lines[0]), **spans}
                lines = lines[1:]
            name = _title(lines, among_others=explain or alike)
        spans.pop("cost", None)
        split = not (is_named and "description" in spans)
        if name is not None and split and (explained := explained_name(_text_of(blocks, name))):
            offset = name.start
            spans.setdefault("description", moved(explained[1], offset))
            name = moved(explained[0], offset)
        if name is not None and (spans or is_named or one.of_list):
            first = blocks[one.box.fields[0].block].start
            whole = Span(min(first, name.start), one.box.fields[-1].value.end)
            yield Telling(_alone(blocks, name), whole, **spans)


def _explanation(line: Block) -> dict[str, Span]:
    """Return what a line that explains a name tells; who pays may end it in brackets."""
    paid = _PAID.fullmatch(line.content)
    if paid is None:
        return {"description": Span(line.content_start, line.end)}
    return {
        meaning: moved(Span(*paid.span(meaning)), line.content_start)
        for meaning in ("description", "funder")
    }


def _titled(blocks: Sequence[Block], found: Iterable[Box]) -> list[_Titled]:
    """Return boxes with the lines above each, or above the paragraphs that it follows."""
    titled = []
    above: dict[int, int] = {}
    for box in found:
        before = place = box.fields[0].block - 1
        # What stands above a box before this one is known.
        while place > 0 and place not in above and _is_between(blocks, place):
            place -= 1
        above[before] = place = above.get(place, place)
        lines = [blocks[place]] if place >= 0 else []
        if place > 0 and _is_line(blocks, place) and _is_line(blocks, place - 1):
            lines.append(blocks[place - 1])
        titled.append(_Titled(box, _told_by(blocks, box), tuple(lines)))
    return titled


def _told_by(blocks: Sequence[Block], box: Box) -> frozenset[str]:
    """Return what the labels of a box tell; a sum tells of a cost, whatever its label."""
    sums = any(is_sum(_text_of(blocks, field.value)) for field in box.fields)
    return frozenset({*box.values(*SLOTS), *(("cost",) if sums else ())})


def _in_lists(blocks: Sequence[Block], titled: Sequence[_Titled]) -> Iterator[_Titled]:
    """Yield the boxes, those marked that a line about projects heads, with others alike."""
    alike = Counter(one.labels for one in titled)
    listed: set[frozenset[str]] = set()
    for one in titled:
        above = blocks[max(0, one.box.fields[0].block - _ABOVE) : one.box.fields[0].block]
        if any(_LISTS_PROJECTS.fullmatch(line.content.strip()) for line in above):
            listed.add(one.labels)
        several = alike[one.labels] > 1 and len(one.labels) > 1
        yield one._replace(of_list=several and one.labels in listed)


def _with_shorter(titled: Sequence[_Titled]) -> list[_Titled]:
    """Return the boxes, those marked that say less than several others, but what these all say."""
    whole = [one.labels for one in titled if one.of_project]
    common = frozenset.intersection(*whole) if len(whole) > 1 else frozenset()
    return [
        one._replace(of_list=True) if one.labels & common and one.meanings & _TELLING else one
        for one in titled
    ]


def _lines_explain(titled: Sequence[_Titled]) -> bool:
    """Tell whether in a catalogue the line above each box explains the name above it.

    So it is where every box has two lines above it, and those right above explain something
    more often than those above them, in more words.
    """
    pairs = [one.lines[:2] for one in titled]
    if len(pairs) < 2 or any(len(lines) < 2 for lines in pairs):
        return False
    told, names = ([lines[place].content for lines in pairs] for place in (0, 1))
    explaining = sum(_EXPLAINS.search(line) is not None for line in told)
    named = sum(_EXPLAINS.search(line) is not None for line in names)
    longer = sum(map(len, map(str.split, told))) > sum(map(len, map(str.split, names)))
    distinct = len(set(names)) == len(names) and not any(map(_OF_PROJECTS.search, names))
    return longer and distinct and explaining * 2 > len(pairs) and explaining > named


def _are_alike(titled: Sequence[_Titled]) -> bool:
    """Tell whether the boxes of a catalogue tell the same, most below a title like a name."""
    named = sum(bool(one.lines) and may_be_name(one.lines[0].content) for one in titled)
    common = [one.meanings & _TELLING for one in titled]
    same = bool(common) and len(frozenset.intersection(*common)) > 1
    return same and len(titled) > 1 and named * 2 > len(titled)


def _is_below(lines: Sequence[Block]) -> bool:
    """Tell whether the line above a lone box explains the heading above it, as plain text."""
    if len(lines) < 2 or not may_be_name(lines[1].content):
        return False
    told, name = lines[:2]
    plain = told.kind is BlockKind.TEXT and name.kind is BlockKind.HEADING
    longer = len(told.content.split()) > len(name.content.split())
    explains = _EXPLAINS.search(told.content) is not None and not _EXPLAINS.search(name.content)
    return plain and longer and explains and not _OF_PROJECTS.search(name.content)


def _is_line(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether a block is a line of its own, no sentence and no labelled line."""
    text = blocks[place].text.rstrip()
    short = len(text) <= _LONGEST_LINE and text[-1:] not in ".:;!?,"
    return short and blocks[place].kind is not BlockKind.CELL and not field_of(blocks[place], place)


def _title(lines: Sequence[Block], *, among_others: bool) -> Span | None:
    """Return the name in a line; in a catalogue its place says that it is one, whatever it is."""
    block = lines[0] if lines else None
    if block is None or NO_PROJECT.match(block.content):
        return None
    if not (among_others or may_be_name(block.content)):
        return None
    return Span(block.content_start, block.end)


def _is_between(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether a block may stand between a project's name and the facts about it."""
    block = blocks[place]
    text = block.text.rstrip()
    ended = text[-1:] in ".!?" or (text[-1:] == ")" and len(text) > _LONGEST_LINE)
    paragraph = block.kind is BlockKind.TEXT and ended
    return paragraph or field_of(block, place) is not None or bool(_FACTS.match(block.content))


def _text_of(blocks: Sequence[Block], span: Span) -> str:
    return blocks[bisect_right(blocks, span.start, key=attrgetter("start")) - 1].slice(span)


def _alone(blocks: Sequence[Block], name: Span) -> Span:
    """Return a name without years or brackets behind it: `STEG (Steps for Growth) 2015–2018`."""
    return Span(name.start, name.start + len(_BEHIND.sub("", _text_of(blocks, name))))
