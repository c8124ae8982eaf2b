"""Lines that say what follows: `Mål 2026:`, `Till 2027 ska`, `Planerade aktiviteter`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.knowledge.structure.numbering import Number
from pipeline.knowledge.textflow import Block, BlockKind

YEAR: Final = r"(?:19|20)\d\d"
GOAL: Final = (
    r"(?:(?:övergripande|långsiktiga?|kortsiktiga?|konkreta?|prioriterade?|strategiska?|våra|årets"
    r"|regionens|kommunens|gemensamma?) )*"
    r"(?:del|inriktnings|effekt|utvecklings|resultat|huvud|process|nämnd)?mål(?:en|et|sättning(?:ar)?)?"
)
"""What a line of goals calls them."""

_NUMBERED: Final = re.compile(r"\d+(?:\.\d+)*")
_GOALS: Final = re.compile(
    rf"{GOAL}(?: (?:för|till|år|under|fram till|och med|perioden|[\w-]+s)){{0,3}}"
    rf"(?: (?P<year>{YEAR})(?: ?[–-] ?{YEAR})?)?(?: är)? ?:?"
    r"|mål (?:för|inom|kring) (?!och\b)[\w-]+(?: [\w-]+){0,3}:",
    re.IGNORECASE,
)
# A sentence that the goals below end: `Under perioden ska regionen`, `Vid utgången av 2013`.
_GOALS_FOLLOW: Final = re.compile(
    rf"(?:^|[.!?] )(?:Under|Till|Fram till|Vid|Senast|År|Innan)\b(?=[^.!?]*(?:period|{YEAR}))"
    r"(?:(?![^.!?]*(?:fokus|områden|prioriter))[^.!?]{4,140}?\b(?:ska|skall|vill|har)\b[^.!?:]{0,40}"
    r"|[^.!?:]{0,12}(?:utgången|slutet) av [^.!?:]{4,40}):?$"
)
# `Landstinget skall under perioden 1997–1999`
_WHO_SHALL: Final = re.compile(
    rf"(?:^|[.!?] )[^\W\d_a-zåäö][\w-]*(?: [\w-]+){{0,3}} (?:ska|skall|vill)"
    rf" (?:under|till|fram till|senast|innan)\b[^.!?:]{{0,40}}{YEAR}[^.!?:]{{0,12}}:?$"
)
_GOALS_ARE: Final = re.compile(
    r"\b(?:målen?|målet|målsättningen|ambitionen|avsikten)\b[^.:]{0,60} är(?: att)?:?$"
    r"|\bföljande (?:\w+ )?\w*mål\b[^.]{0,60}:$",
    re.IGNORECASE,
)
_ACTIVITIES: Final = re.compile(
    r"(?:(?:planerade|prioriterade|föreslagna|årets|kommande|konkreta) )*"
    r"(?:aktiviteter(?:na)?|insatser(?:na)?|åtgärder(?:na)?)"
    r"(?: (?:som planeras|som genomförs|för|under|år)){0,2}"
    rf"(?: (?P<year>{YEAR})(?: ?[–-] ?{YEAR})?)? ?:?",
    re.IGNORECASE,
)
# `Aktivitet 1.2 Språkcaféer`, `Insats 3: …`
_NAMED_ACTIVITY: Final = re.compile(
    r"(?i:(?:Del)?(?:aktivitet|insats|åtgärd)) (?P<number>\d+(?:\.\d+)*)[.:]?"
    r" (?P<title>[^\W_a-zåäö].*)",
    re.DOTALL,
)
_ONE_SENTENCE: Final = re.compile(r"[^\W\d_a-zåäö][^.!?:]{10,160}\.")
_LONGEST_LABEL: Final = 60


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """A line that says what follows, with its year if it has one."""

    block: int
    year: int | None


def number_of(block: Block) -> Number:
    """Return the block's number as integers, empty if it has none."""
    match = _NUMBERED.match(block.marker)
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


def is_activity_label(text: str) -> bool:
    """Tell whether a heading says that activities follow."""
    return bool(_ACTIVITIES.fullmatch(text.strip()))


def is_goal_label(text: str) -> bool:
    """Tell whether a line says that goals follow, as a heading does."""
    return bool(_GOALS.fullmatch(text.strip()))


def is_label_length(block: Block) -> bool:
    """Tell whether a block is short enough to be a label."""
    return len(block.text) <= _LONGEST_LABEL


def goal_lines(blocks: Sequence[Block]) -> tuple[Label, ...]:
    """Return the lines and sentences without a number that goals follow."""
    return (*_labels(blocks, _GOALS), *_sentences(blocks))


def numbered_goals(blocks: Sequence[Block]) -> Iterator[Label]:
    """Yield the numbered headings such as `3. Mål` that a list of goals follows."""
    for index, block in enumerate(blocks[:-1]):
        match = _GOALS.fullmatch(block.content.strip()) if number_of(block) else None
        below = index + 2 if leads_to_items(blocks, index + 1) else index + 1
        follows = blocks[below].kind is BlockKind.ITEM and not number_of(blocks[below])
        follows = follows or bool(sentences_below(blocks, index))
        if match and follows and block.kind is not BlockKind.CELL:
            yield Label(index, _year(match))


def sentences_below(blocks: Sequence[Block], label: int) -> list[int]:
    """Return the paragraphs below a heading where each of at least two is one sentence."""
    below: list[int] = []
    for index in range(label + 1, len(blocks)):
        if blocks[index].kind is not BlockKind.TEXT:
            break
        below.append(index)
    single = all(_ONE_SENTENCE.fullmatch(blocks[index].text.strip()) for index in below)
    return below if len(below) > 1 and single else []


def activity_labels(blocks: Sequence[Block]) -> tuple[Label, ...]:
    """Return the lines without a number that activities follow."""
    return tuple(_labels(blocks, _ACTIVITIES))


def leads_to_items(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line without an end right below a label opens the label's list."""
    if index + 1 >= len(blocks) or blocks[index].kind in {BlockKind.CELL, BlockKind.ITEM}:
        return False
    ends = blocks[index].text.rstrip().endswith((".", "!", "?"))
    return blocks[index + 1].kind is BlockKind.ITEM and not number_of(blocks[index]) and not ends


def counted_below(blocks: Sequence[Block], label: int) -> Iterator[int]:
    """Yield the blocks numbered 1, 2, 3 right below a label: sentences, not headings."""
    expected = 1
    for index in range(label + 1, len(blocks)):
        block = blocks[index]
        sentence = block.content.rstrip().endswith((".", ",", ";"))
        if number_of(block) != (expected,) or not sentence or block.kind is BlockKind.CELL:
            return
        yield index
        expected += 1


def _labels(blocks: Sequence[Block], pattern: re.Pattern[str]) -> Iterator[Label]:
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.CELL or not is_label_length(block) or number_of(block):
            continue
        if match := pattern.fullmatch(block.content.strip()):
            yield Label(index, _year(match))


def _year(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _sentences(blocks: Sequence[Block]) -> Iterator[Label]:
    """Yield the paragraphs whose last sentence the list below ends."""
    for index, (block, below) in enumerate(pairwise(blocks)):
        if block.kind in {BlockKind.CELL, BlockKind.ITEM} or below.kind is not BlockKind.ITEM:
            continue
        text = block.text.strip()
        if number_of(below) or number_of(block) or _ACTIVITIES.fullmatch(text):
            continue
        if match := _who_or_when(text) or _GOALS_ARE.search(text):
            years = re.findall(YEAR, match[0])
            yield Label(index, int(years[-1]) if years else None)


def _who_or_when(text: str) -> re.Match[str] | None:
    return _GOALS_FOLLOW.search(text) or _WHO_SHALL.search(text)
