"""Of which year a seat is: told beside the name, above it, or the document's own."""

import re
from collections.abc import Iterator
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
    for text in _above(scene, person):
        spans = _SPAN.finditer(text)
        if (year := _of_term(next(spans, None), own)) is not None:
            return year
    return own


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
    term = _of_term(_TERM.search(text), own)
    return term if term is not None else year_of_statement(text)


def _of_term(term: re.Match[str] | None, own: int | None) -> int | None:
    if term is None:
        return None
    first, last = int(term["first"]), int(term["last"])
    return own if own is not None and first <= own <= last else first


def _above(scene: Scene, person: Named) -> Iterator[str]:
    """Yield the terms that headings and the paragraphs right below them tell, nearest first.

    The years of the document itself are not those of the seats in it.
    """
    profile, blocks = scene.profile, scene.flow.blocks
    whole = (profile.year_from, profile.year_to)
    here = scene.flow.block_at(person.start)
    for section in scene.outline.chain(scene.section_at(person.start)):
        for index in range(section.first, min(here, section.first + _OPENING)):
            block = blocks[index]
            heads = index == section.first and block.kind is BlockKind.HEADING
            if heads and index != profile.title_block:
                yield from (
                    found[0]
                    for found in _SPAN.finditer(without_decision(block.text))
                    if (int(found["first"]), int(found["last"])) != whole
                )
            elif found := _TERM.search(block.text):
                yield found[0]


_OPENING: Final = 6
"""Blocks at the beginning of a part in which it is told what holds for all of it."""
