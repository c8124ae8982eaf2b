"""Whose working time a share is, or what it is worked for."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.knowledge.relations.costs.above import above, boxed, labelled, titled
from pipeline.knowledge.relations.costs.phrases import post_called, unit_called, unit_with_posts
from pipeline.knowledge.relations.costs.subject import TYPES, Subject, named_subject
from pipeline.knowledge.relations.costs.subjects import (
    before_in_paragraph,
    earlier_project,
    phrase_of,
)
from pipeline.knowledge.scene import Named, Scene, Span

_BEFORE_BRACKET: Final = re.compile(
    r"(?P<what>(?:[a-zåäö]+ )?(?!halvtid|deltid|heltid)[\w-]{4,}) \($"
)
# Who leads a project spends the time on it.
_OF_LEADER: Final = re.compile(r"Projekt(?:ledare|samordnare|ansvarig)n? (?:är|blir)\b")
_OF_PERSON: Final = re.compile(r"\b(?:hennes|hans|hon|han|dennes)\b", re.IGNORECASE)
_SPENT_ON: Final = re.compile(r"[^.;,]{0,40} (?:för|åt) (?:projektet |nätverket )?")


def subject_of_share(scene: Scene, sentence: Span, span: Span) -> Subject:
    """Return whose working time or for what a share at `span` is.

    What it is spent on, a post, a person of the sentence, what it is worked for, a person told
    just before.
    """
    text = scene.text(sentence)
    persons = scene.within(sentence, "person")
    unit = unit_with_posts(text, span.start - sentence.start)  # not of who leads it
    spent = _spent_on(scene, sentence, span)
    if unit or spent:
        return Subject(None, unit) if unit else named_subject(scene, spent)
    if _OF_LEADER.match(text):
        led = earlier_project(scene, sentence) or titled(scene, span)
        if led is not None:
            return led
    told_of = (one for one in persons if scene.flow.text.startswith(", som ", one.end))
    if who := next(told_of, None):  # `en handläggare för skolor, Åsa Ek, som arbetar 60 procent`
        return named_subject(scene, who)
    if post := post_called(text) or _role_before(scene, sentence, span, persons):
        return Subject(None, post)
    near = (scene.within(sentence, *types) for types in (("person",), TYPES, ("organisation",)))
    if nearest := next(filter(None, near), None):
        beside = min(nearest, key=lambda n: max(span.start - n.end, n.start - span.end))
        return named_subject(scene, beside)
    told = labelled(scene, span) or boxed(scene, span)
    return told or _worked_for(scene, sentence, span)


def _worked_for(scene: Scene, sentence: Span, span: Span) -> Subject:
    """Return for what a share is whose sentence names nobody and nothing."""
    text = scene.text(sentence)
    unit, project = unit_called(text), scene.project_of(span.start)
    if unit or project:
        return Subject(None, unit) if unit else named_subject(scene, project)
    earlier = scene.within(before_in_paragraph(scene, sentence), "person")
    if earlier and _OF_PERSON.search(text):
        return named_subject(scene, earlier[-1])
    return phrase_of(scene, sentence, span) or titled(scene, span) or above(scene, sentence, span)


def _spent_on(scene: Scene, sentence: Span, span: Span) -> Named | None:
    """Return what a sentence says that working time is spent on: `20 procent för Havsrådet`."""
    behind = scene.within(Span(span.end, sentence.end), *TYPES)
    led = behind and _SPENT_ON.fullmatch(scene.flow.text, span.end, behind[0].start)
    return behind[0] if led else None


def _role_before(scene: Scene, sentence: Span, span: Span, persons: Sequence[Named]) -> str | None:
    """Return the role right before a share in brackets, if no name stands there."""
    match = _BEFORE_BRACKET.search(scene.flow.text[sentence.start : span.start])
    named = any(person.end == span.start - 2 for person in persons)
    return match["what"].strip() if match and not named else None
