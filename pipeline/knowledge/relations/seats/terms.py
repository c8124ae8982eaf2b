"""Of which year a seat is: told beside the name, above it, or the document's own."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from pipeline.knowledge.dates import year_of_statement
from pipeline.knowledge.relations.seats.setting import Setting
from pipeline.knowledge.scene import Named, Scene
from pipeline.knowledge.structure.validity import without_decision
from pipeline.knowledge.structure.wording import YEAR
from pipeline.knowledge.textflow import BlockKind

_SPAN: Final = re.compile(rf"(?<!\d)(?P<first>{YEAR}) ?[–—-] ?(?P<last>{YEAR})(?!\d)")
# For how long somebody is chosen: `mandatperioden 2023–2026`, `valda för åren 2019–2022`.
_TERM: Final = re.compile(
    rf"\b(?:(?:mandat|val)period\w*|(?:valda|utsedda|väljs|utses|valet gäller|valen gäller) "
    rf"[^.\n]{{0,40}}?)[^.\n\d]{{0,20}}{_SPAN.pattern}",
    re.IGNORECASE,
)


def year_of_seat(scene: Scene, setting: Setting, person: Named) -> int | None:
    """Return the year of what tells of a seat, else the document's; None if unknown.

    Of a term of several years it is the document's year where that lies in it, else its first.
    """
    own = year_of_document(scene)
    for text in _beside(scene, setting, person):
        if (year := _told(text, own)) is not None:
            return year
    terms = chain(_in_row(scene, person), _above(scene, person))
    return next((_of_term(term, own) for term in terms), own)


def year_of_document(scene: Scene) -> int | None:
    """Return the year that a document speaks in: its own, or when one for several was decided."""
    profile = scene.profile
    if profile.year_from != profile.year_to and profile.document_date is not None:
        return profile.document_date.year
    return profile.year_from


def _beside(scene: Scene, setting: Setting, person: Named) -> Iterator[str]:
    """Yield what is told with the seat: its sentence or row, and what leads into its list."""
    for span in (setting.sentence, setting.intro):
        if span is not None:
            yield without_decision(scene.text(span))


def _told(text: str, own: int | None) -> int | None:
    term = _TERM.search(text)
    return _of_term(term, own) if term else year_of_statement(text)


def _of_term(term: re.Match[str], own: int | None) -> int:
    first, last = int(term["first"]), int(term["last"])
    return own if own is not None and first <= own <= last else first


def _in_row(scene: Scene, person: Named) -> Iterator[re.Match[str]]:
    """Yield the terms that cells of the person's row tell and nothing else."""
    for cell in scene.row_at(person.start):
        term = _SPAN.fullmatch(cell.content.strip())
        if term and int(term["last"]) - int(term["first"]) <= _LONGEST_TERM:
            yield term


def _above(scene: Scene, person: Named) -> Iterator[re.Match[str]]:
    """Yield the terms that headings and the paragraphs right below them tell, nearest first.

    The years of the document itself are not those of the seats in it.
    """
    profile, blocks = scene.profile, scene.flow.blocks
    whole = (profile.year_from, profile.year_to) if profile.title else None
    here = scene.flow.block_at(person.start)
    for section in scene.outline.chain(scene.section_at(person.start)):
        for index in range(section.first, min(here, section.first + _OPENING)):
            block = blocks[index]
            heads = index == section.first and block.kind is BlockKind.HEADING
            if heads and index != profile.title_block:
                spans = _SPAN.finditer(without_decision(block.text))
                yield from (s for s in spans if (int(s["first"]), int(s["last"])) != whole)
            else:
                yield from _TERM.finditer(block.text)


_LONGEST_TERM: Final = 4
"""Years; what is longer is a programme's period."""
_OPENING: Final = 6
"""Blocks at the beginning of a part in which it is told what holds for all of it."""
