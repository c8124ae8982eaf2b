"""When a document was decided, and the years it holds for."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from pipeline.knowledge.dates import find_periods, years_in
from pipeline.knowledge.structure.wording import YEAR
from pipeline.knowledge.textflow import Block, BlockKind

# Between such a word and its date stand who, and under which number: `av KF § 97`.
_UP_TO_DATE: Final = r"\b(?:[^\d\n§]|§+ ?\d+,?){0,60}"
_DECIDED: Final = re.compile(
    r"\b(?:anta(?:gen|get|gits|gna|gs)|antogs|beslut(?:ade?s?|at|ats)?|fastställ(?:da?|t|des|ts)"
    r"|godkän(?:da?|t|des)|daterad|datum|revider(?:ade?s?|at)|upprätta(?:de?s?|t)|avgiven"
    rf"|bilaga till protokoll){_UP_TO_DATE}",
    re.IGNORECASE,
)
_DECISION: Final = re.compile(
    rf"{_DECIDED.pattern}(?:\d{{1,2}} [a-zåäö]+ {YEAR}|{YEAR}-\d\d-\d\d|{YEAR}\b)", re.IGNORECASE
)
_STAMPED: Final = re.compile(
    rf"(?:(?:senast )?(?:uppdatera|publicera|ändra|granska)(?:de?s?|t)){_UP_TO_DATE}",
    re.IGNORECASE,
)
# For how long it holds: `Planen gäller 2020–2024`, `för perioden 2019 till 2022`.
_HOLDS: Final = re.compile(
    r"\b(?:gäller|giltig\w*|omfattar|avser|sträcker sig|antagen för|för (?:perioden|åren))\b"
    rf"[^.\d]{{0,40}}(?P<first>{YEAR})(?!-\d\d-)(?:(?: ?[–-] ?| till(?: och med)? | t\.o\.m\. )"
    rf"(?P<last>{YEAR}))?",
    re.IGNORECASE,
)
_PLAN: Final = re.compile(r"plan|strategi|program|policy|riktlinje", re.IGNORECASE)
_OPENING_BLOCKS: Final = 12
_LAST_BLOCKS: Final = 4
_LONGEST_DATE_LINE: Final = 60
_LONGEST_CAPTION: Final = 80


def without_decision(text: str) -> str:
    """Return a text without when something was decided: `antogs av fullmäktige den 8 maj 2014`."""
    return _DECISION.sub(" ", text)


def tells_date(text: str) -> bool:
    """Tell whether a line begins as one of a decision or a change does: `Antagen av`."""
    return bool(_DECIDED.match(text) or _STAMPED.match(text))


def document_date(blocks: Sequence[Block], furniture: Sequence[str]) -> date | None:
    """Return the date that a document bears: of its decision, else when it was changed.

    Without a word that tells, it is a day alone near the top; `furniture` are the lines
    around the pages.
    """
    top = [block.text for block in blocks[:_OPENING_BLOCKS]]
    tail = [block.text for block in blocks[-_LAST_BLOCKS:]]
    for pattern in (_DECIDED, _STAMPED):
        for text in (*top, *furniture, *tail):
            for match in pattern.finditer(text):
                day = first_day(text[match.start() : match.end() + 24])
                if day is not None:
                    return day
    lines = [b.text for b in blocks[:_OPENING_BLOCKS] if b.kind is not BlockKind.ITEM]
    days = (first_day(text) for text in lines if len(text) <= _LONGEST_DATE_LINE)
    return next((day for day in days if day is not None), None)


def first_day(text: str) -> date | None:
    """Return the first day that a text names with its year."""
    days = (p.first for p in find_periods(text) if p.first and p.precision == "day")
    return next(days, None)


def years_of(
    titles: Sequence[str], blocks: Sequence[Block], dated: date | None
) -> tuple[int | None, int | None]:
    """Return the years a document holds for; `titles` are its title and what stands with it.

    They stand in the first of its titles that has any beside when it was decided, else where it
    says so, else in a heading, else in its date.
    """
    told = (years_in(without_decision(title)) or years_in(title) for title in titles)
    years = next(filter(None, told), []) or _told_years(blocks)
    captions = (block.text for block in blocks if _is_caption(block))
    years = years or next(filter(None, map(years_in, captions)), [])
    if not years:
        return (dated.year, dated.year) if dated else (None, None)
    return min(years), max(years)


def _is_caption(block: Block) -> bool:
    short = block.kind is not BlockKind.CELL and len(block.text) <= _LONGEST_CAPTION
    return short and (block.kind is BlockKind.HEADING or block.text.rstrip().endswith(":"))


def _told_years(blocks: Sequence[Block]) -> list[int]:
    """Return the years that a plan's first paragraphs say it holds for."""
    for block in blocks[:_OPENING_BLOCKS]:
        match = _HOLDS.search(block.text)
        if match and _PLAN.search(block.text):
            return [int(year) for year in match.group("first", "last") if year]
    return []
