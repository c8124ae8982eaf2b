"""Which year a sum is for: as told beside it, of what stands above it, or of the plan."""

import re
from typing import Final

from pipeline.knowledge.amounts import Money, Share
from pipeline.knowledge.dates import year_of_statement, years_in
from pipeline.knowledge.relations.costs.subject import Subject
from pipeline.knowledge.scene import Scene
from pipeline.knowledge.textflow import BlockKind

# `(2022: 1 290 tkr)`
_OF_YEAR: Final = re.compile(r"\b(?P<year>(?:19|20)\d\d): ?$")
# `sedan den 1 maj 2010: 20 000 kr`: since when, not for what year
_SINCE: Final = re.compile(
    r"\b(?:sedan|från|fr\.o\.m\.)(?: (?:och med|år|den|\d{1,2}|[a-zåäö]+)){0,4} \d{4}: ?$"
)
# `40 000 kronor för år 2016 och 50 000 kronor 2017`, `70 000 kronor från 2023`
_FOR_YEAR: Final = re.compile(
    r"(?: (?:för|under|år|från(?: och med)?))?(?: år)? (?P<year>(?:19|20)\d\d)\b(?! ?[–-] ?\d)"
)
# `på halvtid vid kontoret från 2012`
_FROM_YEAR: Final = re.compile(r"[^,.;\d]{0,40} från(?: och med)? (?P<year>(?:19|20)\d\d)\b")
YEAR_BEFORE: Final = re.compile(r" (?:året (?:före|innan|dessförinnan)|föregående år)\b")
"""Behind what was paid a year before: `410 000 kronor 1999, mot 385 000 kronor året före`."""
# What a sum is only compared with: `(2022: 1 290 tkr)`, `att jämföra med 2,4 mkr 2008`
_COMPARED: Final = re.compile(r"\((?:19|20)\d\d: [^)]*\)|\b(?:att jämföra|jämfört) med\b[^;]*")
# A day, or a number of a matter, that a page is dated with: `2014-02-27`, `den 3 mars 2014`
_DAY: Final = re.compile(r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2} [a-zåäö]{3,9} \d{4}\b|\d+/\d+|\b\d{4}:\d+")
_FACTS: Final = re.compile(r"\bfakta", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"; |, (?:och|men|medan|samt) ")
# When something else than what the sum is for happened: `inträdde den 1 april 2019 och betalar`
_OF_EVENT: Final = re.compile(
    r"\b(?:start\w*|inled\w*|påbörja\w*|avsluta\w*|invig\w*|inträd\w*|anslöt|anslutit"
    r"|gick (?:med|in)|inplanera\w*|öpp(?:en|na[rst]*)|stäng\w+|blev medlem\w*|bildad\w*"
    r"|pågår|löper|klara?t?|till och med|t\.o\.m|sedan(?: år| den)?|medlem från)\b"
    r"[^,.;\d]{0,30}(?:\d{1,2} \w+ )?(?:19|20)\d\d(?:-\d\d-\d\d)?"
    r"(?: ?[–-] ?(?:19|20)\d\d(?:-\d\d-\d\d)?)?\b",
    re.IGNORECASE,
)
# What is paid every year is told of no year, whatever year the plan is for.
_RECURS: Final = re.compile(r"\bper år\b|\bom året\b|\bårlig", re.IGNORECASE)
_FEE: Final = re.compile(r"\b(?:medlems|års)?avgift(?:en)?\b", re.IGNORECASE)
# `Avgiften är 6 900 euro för året`
_THIS_YEAR: Final = re.compile(
    r"\b(?:för|under) (?:innevarande år|året|verksamhetsåret)\b(?! (?:19|20)\d\d)|\bi år\b"
)
_COUNTED: Final = re.compile(r"\w")
# How far above its items a line may stand that leads into them, in blocks, and how long it is.
_FARTHEST: Final = 20
_SHORT: Final = 60
# What a report on a year tells that was paid, it tells of that year.
_WAS: Final = re.compile(r"\b(?:var|blev|uppgick|kostade|betalade|betalades)\b")


def year_beside(text: str, told: Money | Share) -> int | None:
    """Return the year that stands right beside a sum or share, or in its own clause."""
    before = text[: told.start]
    own = None if _SINCE.search(before) else _OF_YEAR.search(before)
    own = own or _FOR_YEAR.match(text, told.end)
    if own is None and isinstance(told, Share):
        own = _FROM_YEAR.match(text, told.end)
    if own is not None:
        return int(own["year"])
    clauses = [0, *(match.end() for match in _CLAUSE.finditer(text)), len(text)]
    start = max(place for place in clauses if place <= told.start)
    end = min((place for place in clauses if place >= told.end), default=len(text))
    told_in = _without_events(text[start:end])
    return year_of_statement(told_in) if years_in(text[:start]) else None


def year_of(scene: Scene, subject: Subject, text: str, offset: int) -> int | None:
    """Return the year of a sum: as told, else of the heading, else of a plan for one year.

    A project's sum is for all of its time, unless a year is told.
    """
    told = year_of_statement(_without_events(_without_programmes(scene, text, offset)))
    if told is not None:
        return told
    if is_project(scene, subject):
        return None
    if _THIS_YEAR.search(text) and (this := year_of_plan(scene, "action_plan", "report")):
        return this
    block = scene.flow.block_at(offset)
    if block in scene.outline.activities or (block and block - 1 in scene.outline.activities):
        told = year_of_statement(scene.flow.blocks[block].text)
    section = scene.section_at(offset)
    if told is None and _recurs(subject, text):
        if _WAS.search(text) and (reported := year_of_plan(scene, "report")):
            return reported
        titled = section is None or section.heading == scene.profile.title
        return None if titled else scene.outline.heading_year(section)
    told = told or _lead_year(scene, block) or scene.outline.heading_year(section)
    return told or year_of_plan(scene, "action_plan", "report")


def _lead_year(scene: Scene, index: int) -> int | None:
    """Return the year of the short line above a list of bullets: `Avgifterna för 2007`."""
    blocks = scene.flow.blocks
    block = blocks[index]
    if block.kind is not BlockKind.ITEM or _COUNTED.match(block.marker):
        return None
    above = reversed(blocks[max(index - _FARTHEST, 0) : index])
    lead = next((one for one in above if one.marker != block.marker), None)
    return year_of_statement(lead.content) if lead and len(lead.content) <= _SHORT else None


def _recurs(subject: Subject, text: str) -> bool:
    """Tell whether a sum is paid every year: as said, or as fees are, not what is told beside."""
    of_fee = subject.entity_id is not None or subject.name is None or _FEE.search(subject.name)
    return bool(_RECURS.search(text) or (of_fee and _FEE.search(text)))


def _without_programmes(scene: Scene, text: str, offset: int) -> str:
    """Return the text of a sum without names that may hold a year: `Horisont 2020`."""
    for named in scene.within(scene.sentence_at(offset), "programme", "fund", "project"):
        text = text.replace(scene.text(named), " ")
    return text


def is_project(scene: Scene, subject: Subject) -> bool:
    """Tell whether a sum is for a project."""
    of = subject.entity_id
    return of is not None and scene.registry.thing(of).type == "project"


def year_of_plan(scene: Scene, *types: str) -> int | None:
    """Return the year of a document of these types that is for one year alone.

    A report on a year has it in its title; any other is only dated in one.
    """
    profile = scene.profile
    of_year = _titled_year(scene)
    single = profile.document_type in (*types, *(("other",) if of_year else ()))
    dated = profile.document_type == "report" and not of_year
    same = profile.year_from == profile.year_to
    return profile.year_from if single and same and not dated else None


def _titled_year(scene: Scene) -> bool:
    """Tell whether the title, or a line beside it, names the year: not as the day it is dated.

    A fact sheet tells what holds for every year.
    """
    block = scene.profile.title_block
    if block is None:
        return bool(years_in(scene.profile.title or ""))
    beside = scene.flow.blocks[max(block - 1, 0) : block + 2]
    lines = [_DAY.sub("", one.text) for one in beside]
    told = any(scene.profile.year_from in years_in(line) for line in lines)
    return told and not any(map(_FACTS.search, lines))


def year_of_rows(scene: Scene) -> int | None:
    """Return the year of rows of sums that tell none: that of a plan or report on one year."""
    return year_of_plan(scene, "action_plan", "report")


def _without_events(text: str) -> str:
    """Return a statement without when something else happened, and what it is compared with."""
    return _COMPARED.sub("", _OF_EVENT.sub("", text))
