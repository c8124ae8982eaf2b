"""Lines that say what follows: `Mål 2026:`, `Till 2027 ska`, `Planerade aktiviteter`."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from pipeline.knowledge.once import once
from pipeline.knowledge.structure.aims import aim_label, aim_sentence, tells_results
from pipeline.knowledge.structure.lead_sentences import goals_announced
from pipeline.knowledge.structure.numbering import Number
from pipeline.knowledge.structure.validity import without_decision
from pipeline.knowledge.structure.wording import (
    ACTIVITY_LABEL,
    GOAL_LABEL,
    NUMBERED_GOAL,
    YEAR,
)
from pipeline.knowledge.textflow import Block, BlockKind
from pipeline.text.bullets import bullet_at_start

_NUMBERED: Final = re.compile(r"\d+(?:\.\d+)*")
# `Aktivitet 1.2 Språkcaféer`, `Insats 3: …`, `Nyckelaktivitet nr 2 – …`, `Åtgärd B1: …`; a letter
# alone is a number only where something parts it from the title: `Åtgärd C: …`
_NAMED_ACTIVITY: Final = re.compile(
    r"(?i:[a-zåäö]*(?:aktivitet|insats|åtgärd|åtagande)|uppdrag|arbetspaket)(?: nr\.?| nummer)?"
    r" (?P<number>\d+(?:\.\d+)*(?:[a-h]\b)?|[A-ZÅÄÖ]\.?\d{1,2}|[A-H](?=[.:] | [–-] ))"
    # no sum: `egen insats 1 250 tkr`
    r"(?:[.:]| [–-])? (?P<title>(?!\d{3}\b)[^\W_a-zåäö].*)",
    re.DOTALL,
)
# `A.1 Skrivarstuga`, `1.2 Studieresa`
_PART: Final = re.compile(
    r"(?P<number>(?P<whole>[A-H]|\d{1,2}(?:\.\d{1,2})*)\.\d{1,2})\.? (?P<title>[^\W_a-zåäö].*)",
    re.DOTALL,
)
# `Språkkafé. Vi ordnar tre träffar`
_TOLD_FIRST: Final = re.compile(
    r"(?P<name>[^\W_a-zåäö][\w&-]*(?: [\w&-]+){0,5})\. (?=[^\W_a-zåäö])"
)
_ONE_SENTENCE: Final = re.compile(r"[^\W\d_a-zåäö][^.!?:]{10,160}\.")
_DASH: Final = re.compile(r" [–—-] ")
CHAPTER: Final = re.compile(
    r"(?:Kapitel|KAPITEL|Kap\.) (?P<number>\d+)(?:[.:]| [–-])? +(?P<heading>\S.*)"
)
"""A heading that calls itself a chapter, its number, and what it is called."""
_LONGEST_LABEL: Final = 60
_LONGEST_LIST: Final = 40


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """A line that says what follows, with its year if it has one."""

    block: int
    year: int | None


def number_of(block: Block) -> Number:
    """Return the block's number as integers, empty if it has none."""
    match = _NUMBERED.match(block.marker.removeprefix("(")) if block.marker else None
    return tuple(int(part) for part in match[0].split(".")) if match else ()


class NamedActivity(NamedTuple):
    """What a line such as `Aktivitet 1.2 Språkcaféer` tells."""

    number: str
    title: str


def named_activity(block: Block) -> NamedActivity | None:
    """Return the number and title of a line that calls itself an activity; None for others."""
    if block.kind is BlockKind.CELL:
        return None
    match = _NAMED_ACTIVITY.fullmatch(block.text)
    return NamedActivity(match["number"], match["title"]) if match else None


@once
def named_activities(blocks: Sequence[Block]) -> Mapping[int, NamedActivity]:
    """Return the lines that call themselves activities, and the items that are parts of one.

    `A.1` and `A.2`, with a bullet or without, are those of `Aktivitet A. Läsa utlysningar`.
    """
    found: dict[int, NamedActivity] = {}
    above: NamedActivity | None = None
    for index, block in enumerate(blocks):
        if named := named_activity(block):
            found[index] = above = named
        elif block.kind is not BlockKind.ITEM:
            above = None
        elif above and (part := _part_of(above, block)):
            found[index] = part
    return found


def _part_of(whole: NamedActivity, block: Block) -> NamedActivity | None:
    part = _PART.fullmatch(_without_bullet(block))
    counted = part is not None and part["whole"] == whole.number
    return NamedActivity(part["number"], part["title"]) if part and counted else None


def _without_bullet(block: Block) -> str:
    text = block.text.strip()
    bullet = bullet_at_start(text)
    return text[bullet.end() :].lstrip() if bullet else text


def opens_activity(text: str) -> bool:
    """Tell whether a line begins with an activity's number and title: `Insats B1: Läger`."""
    return _NAMED_ACTIVITY.match(text) is not None


def name_told_first(block: Block) -> str | None:
    """Return the few words that a block begins with as a sentence of their own, if it does."""
    match = _TOLD_FIRST.match(block.content)
    return match["name"] if match else None


def activity_label(text: str) -> re.Match[str] | None:
    """Return how a line or heading says that activities follow; None where it does not."""
    return ACTIVITY_LABEL.fullmatch(_of_chapter(text.strip()))


def goal_label(text: str) -> re.Match[str] | None:
    """Return how a line says that goals follow, as a heading does; None where it does not.

    Of a heading in two parts, each may say it: `Det vill vi – övergripande mål`.
    """
    whole = _of_chapter(text.strip())
    match = GOAL_LABEL.fullmatch(whole) or NUMBERED_GOAL.fullmatch(whole)
    return match or next(filter(None, map(GOAL_LABEL.fullmatch, _DASH.split(whole)[1:])), None)


def goals_follow(blocks: Sequence[Block], index: int) -> re.Match[str] | None:
    """Return how a block says that goals follow, be it by what is listed below; None if not."""
    text, number = blocks[index].content, number_of(blocks[index])
    match = goal_label(text)
    if match or (blocks[index].kind is BlockKind.ITEM and not number):
        return match
    aim = aim_label(text)
    if aim is None:
        return None
    led = leads_to_items(blocks, index + 1) and not goal_label(blocks[index + 1].content)
    listed = _listed_below(blocks, index + 1 + led, len(number))
    return aim if tells_results(listed) else None


def _listed_below(blocks: Sequence[Block], first: int, depth: int = 0) -> list[Block]:
    """Return the items from a block on, up to one whose number is of a depth; else sentences.

    Sentences are paragraphs of one each, up to a heading.
    """
    below = blocks[first : first + _LONGEST_LIST]
    items = takewhile(
        lambda one: one.kind is BlockKind.ITEM and not 0 < len(number_of(one)) <= depth, below
    )
    texts = list(takewhile(lambda one: one.kind is BlockKind.TEXT, below))
    ends = len(texts) == len(below) or below[len(texts)].kind is BlockKind.HEADING
    single = ends and all(_ONE_SENTENCE.fullmatch(one.text.strip()) for one in texts)
    return list(items) or (texts if single else [])


def _of_chapter(text: str) -> str:
    """Return what a chapter is called: `Mål 2027` of `Kapitel 3. Mål 2027`."""
    chapter = CHAPTER.fullmatch(text)
    return chapter["heading"] if chapter else text


def is_label_length(block: Block) -> bool:
    """Tell whether a block is short enough to be a label."""
    return len(block.text) <= _LONGEST_LABEL


def goal_lines(blocks: Sequence[Block]) -> tuple[Label, ...]:
    """Return the lines and sentences without a number that goals follow."""
    sure = (*_labels(blocks), *sentence_labels(blocks, goals_announced))
    known = {label.block for label in sure}
    return (*sure, *(label for label in _aim_sentences(blocks) if label.block not in known))


def _aim_sentences(blocks: Sequence[Block]) -> Iterator[Label]:
    """Yield the paragraphs whose last sentence a list of results ends."""
    for label in sentence_labels(blocks, aim_sentence):
        if tells_results(_listed_below(blocks, label.block + 1)):
            yield label


def numbered_goals(blocks: Sequence[Block]) -> Iterator[Label]:
    """Yield the numbered headings such as `3. Mål` that goals follow."""
    for index, block in enumerate(blocks[:-1]):
        match = goals_follow(blocks, index) if number_of(block) else None
        below = index + 2 if leads_to_items(blocks, index + 1) else index + 1
        follows = blocks[below].kind is BlockKind.ITEM and not number_of(blocks[below])
        follows = follows or blocks[index + 1].kind is BlockKind.TEXT
        if match and follows and block.kind is not BlockKind.CELL:
            yield Label(index, label_year(match))


def sentences_below(blocks: Sequence[Block], label: int) -> list[int]:
    """Return the paragraphs below a heading where each of at least two is one sentence."""
    below: list[int] = []
    for index in range(label + 1, len(blocks)):
        if blocks[index].kind is not BlockKind.TEXT:
            break
        below.append(index)
    single = all(_ONE_SENTENCE.fullmatch(blocks[index].text.strip()) for index in below)
    return below if len(below) > 1 and single else []


def leads_to_items(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line without an end right below a label opens the label's list."""
    if index + 1 >= len(blocks) or blocks[index].kind in {BlockKind.CELL, BlockKind.ITEM}:
        return False
    ends = blocks[index].text.rstrip().endswith((".", "!", "?"))
    return blocks[index + 1].kind is BlockKind.ITEM and not number_of(blocks[index]) and not ends


def counted_below(
    blocks: Sequence[Block],
    label: int,
    number: Number = (),
    ends: tuple[str, ...] = (".", ",", ";"),
) -> Iterator[int]:
    """Yield the blocks numbered 1, 2, 3 right below a label: sentences, not headings.

    Behind the `number` of a label that has one: `2.1`, `2.2`.
    """
    for index in range(label + 1, len(blocks)):
        block = blocks[index]
        sentence = block.content.rstrip().endswith(ends)
        expected = (*number, index - label)
        if number_of(block) != expected or not sentence or block.kind is BlockKind.CELL:
            return
        yield index


@once
def counted_goals(blocks: Sequence[Block]) -> tuple[tuple[int, int], ...]:
    """Return the sentences that a heading's own number counts as goals, each with the heading.

    `2.1`, `2.2` and `2.3` below `2. Mål`.
    """
    return tuple(_counted_goals(blocks))


def _counted_goals(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    for index, block in enumerate(blocks):
        number = number_of(block)
        if number and block.kind is not BlockKind.CELL and goals_follow(blocks, index):
            for place in counted_below(blocks, index, number, (".",)):
                yield index, place


def _labels(blocks: Sequence[Block]) -> Iterator[Label]:
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.CELL or not is_label_length(block) or number_of(block):
            continue
        if match := goals_follow(blocks, index):
            yield Label(index, label_year(match))


def label_year(match: re.Match[str]) -> int | None:
    """Return the year of a label, of a period its last."""
    named = match.groupdict()
    told = named.get("last") or named.get("year")
    years = [told] if told else re.findall(rf"\b{YEAR}\b", without_decision(match[0]))
    return int(years[-1]) if years else None


def sentence_labels(
    blocks: Sequence[Block], announced: Callable[[str], re.Match[str] | None]
) -> Iterator[Label]:
    """Yield the paragraphs whose last sentence announces the list below."""
    for index, (block, below) in enumerate(pairwise(blocks)):
        if block.kind in {BlockKind.CELL, BlockKind.ITEM} or below.kind is not BlockKind.ITEM:
            continue
        text = block.text.strip()
        if number_of(block) or goals_follow(blocks, index) or activity_label(text):
            continue
        if match := announced(text):
            years = re.findall(YEAR, match[0])
            yield Label(index, int(years[-1]) if years else None)
