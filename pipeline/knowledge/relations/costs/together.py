"""What several projects are given together: the sum of what is listed above.

`Totalt beviljat stöd: 4 mkr`, `Region Almviks medfinansiering i projekten uppgår till 2 mkr`
"""

import re
from typing import Final

from pipeline.knowledge.relations.costs.subject import Subject, named_subject
from pipeline.knowledge.scene import Scene, Span
from pipeline.knowledge.structure.fields import field_of

_OF_PROJECTS: Final = re.compile(r"\bprojekten\b(?! [A-ZÅÄÖ\"”“»])")
_SUMMED: Final = re.compile(r"\W*(?:Totalt|Sammanlagt|Tillsammans) \S")
# What a body adds of its own to what a programme gives
_OWN_PART: Final = re.compile(
    r"s? (?:\w+ )?(?:med|egen|del)?(?:finansiering|insats|andel|bidrag)\b", re.IGNORECASE
)
_FEWEST: Final = 2


def given_together(scene: Scene, sentence: Span, span: Span) -> Subject | None:
    """Return who gives the projects listed above a sum together: the programme, or a body.

    None where the sentence is not about all of them.
    """
    names = sorted({one.name for one in scene.tellings if one.holds})
    above = [name for name in names if name.end <= sentence.start]
    if len(above) < _FEWEST or scene.within(sentence, "project"):
        return None
    if scene.section_at(above[-1].start) != scene.section_at(sentence.start):
        return None
    if not _is_of_all(scene, sentence, last=len(above) == len(names)):
        return None
    first = next(iter(scene.within(sentence, "organisation")), None)
    if first and _OWN_PART.match(scene.flow.text, first.end, span.start):
        return named_subject(scene, first)
    told = scene.within(Span(0, sentence.end), "programme")
    return named_subject(scene, told[-1]) if told else None


def _is_of_all(scene: Scene, sentence: Span, *, last: bool) -> bool:
    """Tell whether a sentence speaks of the projects, or sums up behind the `last` of them."""
    text = scene.text(sentence)
    if _OF_PROJECTS.search(text):
        return True
    place = scene.flow.block_at(sentence.start)
    field = field_of(scene.flow.blocks[place], place)
    labels = [one.label for box in scene.boxes for one in box.fields]
    return last and bool(_SUMMED.match(text)) and not (field and labels.count(field.label) > 1)
