"""Lines and sentences that announce activities, by their words or by the list below them.

`Verksamhet 2026`, `Uppdrag` and `Nästa steg` stand above other things too. They announce
activities where the list below them says what to do.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from pipeline.knowledge.reading.seat_lines import SEATED
from pipeline.knowledge.structure.labels import (
    Label,
    activity_label,
    is_label_length,
    label_year,
    leads_to_items,
    number_of,
    sentence_labels,
)
from pipeline.knowledge.structure.lead_sentences import activities_announced
from pipeline.knowledge.structure.wording import WORK_LABEL, YEAR
from pipeline.knowledge.textflow import Block, BlockKind

# `Ta fram en plan`, `Stärka samarbetet`; `Digitala möten` and `Alla skolor` are none.
TO_DO: Final = re.compile(
    r"(?!(?:alla|samtliga|våra|flera|många|båda|andra|egna|nya|unga|norra|södra|östra|västra|stora|goda"
    r"|europa|agenda|[a-zåäö]{3,}(?:or|ar|er)na"
    r"|[a-zåäö]*(?:liga|iska|nella|bara|uella|ande|ade|(?:git|lok|on|bal|ntr|ci)ala))\b(?! sig\b))"
    r"(?:att )?(?:[a-zåäö]{2,}a|(?:av|be|för|till|ut|över)?se|(?:an|av|till|ut)?ge|ta|få"
    r"|(?:i|in|ut)?gå|bli|(?:bi|för)?stå|(?:före)?slå|dra|be)\b(?! (?:är|har|ska|kan)\b)",
    re.IGNORECASE,
)
"""An item that says what to do, by the infinitive that it begins with."""
# `Handlingsplan 2026` stands above a plan's chapters too.
_HAS_CHAPTERS: Final = re.compile(r"plan(?:en)?\b|program", re.IGNORECASE)
_COMING: Final = re.compile(rf"{YEAR}|planera|kommande|prioritera|\båret", re.IGNORECASE)
# The first of its list: `1.`, `1.1`, `A.`, `A1`
_FIRST: Final = re.compile(r"(?:1|A|a|[A-ZÅÄÖ]\.?1)[.:)]?|\d\.1\.?")


def announced_activities(blocks: Sequence[Block], index: int) -> re.Match[str] | None:
    """Return how a block says that activities follow, with a number or without; None if not."""
    text = blocks[index].content
    if match := activity_label(text):
        return match
    match = WORK_LABEL.fullmatch(text.strip())
    return match if match and _tells_what_to_do(blocks, index) else None


def activity_labels(blocks: Sequence[Block]) -> tuple[Label, ...]:
    """Return the lines without a number that activities follow, else the sentences that do.

    Where headings and lines announce activities, sentences of such a form tell more of them.
    """
    labels = (
        Label(index, label_year(match))
        for index, block in enumerate(blocks)
        if block.kind is not BlockKind.CELL and is_label_length(block) and not number_of(block)
        if (match := announced_activities(blocks, index))
    )
    return tuple(labels) or tuple(sentence_labels(blocks, activities_announced))


def _tells_what_to_do(blocks: Sequence[Block], label: int) -> bool:
    """Tell whether each item below a label says what to do, or titles are counted there.

    They are so only below a line that is of what is to come, and has no number itself: below
    `3. Verksamhet 2025` stand chapters.
    """
    first = label + 2 if leads_to_items(blocks, label + 1) else label + 1
    items = list(takewhile(lambda block: block.kind is BlockKind.ITEM, blocks[first:]))
    if any(SEATED.match(one.content) for one in items):
        return False
    if len(items) > 1 and all(TO_DO.match(one.content) for one in items):
        return True
    words = blocks[label].text
    chapters = bool(number_of(blocks[label])) or (not items and _HAS_CHAPTERS.search(words))
    counted = first < len(blocks) and _FIRST.fullmatch(blocks[first].marker)
    return bool(counted and _COMING.search(words)) and not chapters
