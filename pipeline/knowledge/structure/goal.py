"""A goal, and what its text tells of its year and of what became of it."""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.knowledge.names import Span
from pipeline.knowledge.structure.outline import Section
from pipeline.knowledge.structure.wording import LABELLED_GOAL, YEAR
from pipeline.knowledge.textflow import Block

# What became of it: `Delvis uppfyllt, utfall 19.`
_STATUS: Final = re.compile(
    r"(?<=[.!]) (?:(?:Delvis|Ej|Inte|Helt|Nästan) )?(?:upp(?:fyll|nå)|nå(?:tt|dd)|pågår"
    r"|påbörja)\w*\b.*$",
    re.IGNORECASE | re.DOTALL,
)
# By when: `Senast 2026 har`, `ska vara fossilfri till 2030`.
_BY_YEAR: Final = re.compile(
    rf"^(?:År |Till |Under )?(?:år )?(?P<first>{YEAR})\b"
    r"|\b(?:senast|till|till och med|före|innan|utgången av|slutet av)(?: år)?"
    rf" (?P<year>{YEAR})\b(?! ?[–-])",
    re.IGNORECASE,
)
# `Fossilfri fordonspark 2030`, but not `minst lika stort som 2016`.
_AT_END: Final = re.compile(
    rf"(?<!\bän )(?<!\bmed )(?<!\bmot )(?<!\bfrån )(?<!\bsedan )(?<!\bsom )(?<!\befter )(?<![–-])"
    rf"(?<![–-] )\b(?P<year>{YEAR})[.,;]?$"
)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal: its span in the flow and its text, its section and year."""

    span: Span
    text: str
    section: Section | None
    year: int | None


def make_goal(block: Block, span: Span, section: Section | None, year: int | None) -> Goal:
    """Return the goal in a span of a block, without its label and what became of it.

    A year that it is to be reached by goes before the `year` of what stands above it.
    """
    text = block.slice(span).strip()
    start = span.start
    if label := LABELLED_GOAL.fullmatch(text):
        start += label.start("text")
        text = _STATUS.sub("", label["text"])
        year = int(label["year"]) if label["year"] else year
    if told := _BY_YEAR.search(text):
        year = int(told["first"] or told["year"])
    elif year is None and (told := _AT_END.search(text)):
        year = int(told["year"])
    return Goal(Span(start, start + len(text)), text, section, year)


def only_year(text: str) -> int | None:
    """Return the year that a text names, if it is one."""
    years = set(re.findall(rf"\b{YEAR}\b", text))
    return int(years.pop()) if len(years) == 1 else None
