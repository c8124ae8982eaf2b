"""Whom the holder of a seat represents: told beside the name, above it, or the issuer."""

import re
from typing import Final

from pipeline.knowledge.relations.leads import leads_in
from pipeline.knowledge.relations.seats.setting import Setting
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.textflow import Block, BlockKind

# From a name to whom its bearer is of: `Åsa Ek (S), Ölunda kommun`, `Åsa Ek, vd på X`.
_BEHIND: Final = re.compile(
    r"(?: ?\([^()\n]{1,12}\))?"
    r"(?:, (?:[a-zåäö][\w-]*(?: och)? ?){1,4})?"
    r"(?:, | ?\(| [–-] | (?:från|för|vid|på|hos|i) |,? som (?:företräder|representerar) "
    r"|,? ut(?:sedd|sågs|ses) av |\n)"
)
_FARTHEST: Final = 90
# How much of the letters of a cell or a heading a name takes that is all it tells.
_ALONE: Final = 0.8


def represented(scene: Scene, setting: Setting, person: Named) -> str | None:
    """Return the id of the organisation that a person represents in a seat; None if unknown.

    It stands behind the name, in a cell of the row, before the name, or above the list; else
    it is who issues the document.
    """
    told = (
        _behind(scene, setting.sentence, person)
        or _in_row(scene, person)
        or _before(scene, setting, person)
        or _above(scene, person)
    )
    return told.entity_id if told else scene.issuer


def _behind(scene: Scene, sentence: Span, person: Named) -> Named | None:
    text = scene.flow.text
    end = min(sentence.end, person.end + _FARTHEST)
    following = scene.within(Span(person.end, end), "organisation", "person")[:1]
    beside = [
        one
        for one in following
        if one.type == "organisation" and _BEHIND.fullmatch(text, person.end, one.start)
    ]
    return next(iter(beside), None)


def _in_row(scene: Scene, person: Named) -> Named | None:
    """Return the organisation that is all that a cell of the person's row tells."""
    row = scene.row_at(person.start)
    return next((one for block in row if (one := _all_of(scene, block)) is not None), None)


def _before(scene: Scene, setting: Setting, person: Named) -> Named | None:
    near = scene.within(setting.sentence, "organisation")
    before = [named for named in near if named.end <= person.start][-1:]
    if not before and setting.intro is not None and leads_in(scene.text(setting.intro)):
        before = scene.within(setting.intro, "organisation")[:1]
    return next(iter(before), None)


def _above(scene: Scene, person: Named) -> Named | None:
    """Return the organisation that the nearest heading is the name of, and of nothing more."""
    section = scene.section_at(person.start)
    if section is None or not section.level:
        return None
    heading = scene.flow.blocks[section.first]
    return _all_of(scene, heading) if heading.kind is BlockKind.HEADING else None


def _all_of(scene: Scene, block: Block) -> Named | None:
    for named in scene.within(Span(block.start, block.end), "organisation"):
        if named.end - named.start >= _ALONE * len(block.content.strip()):
            return named
    return None
