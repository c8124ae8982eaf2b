"""Projects as sentences tell of them: those that they name, or that stand above them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.relations.projects.asides import aside_of
from pipeline.knowledge.relations.projects.descriptions import (
    said_around_name,
    said_of_it,
    said_that_it_does,
    said_to_do,
)
from pipeline.knowledge.relations.projects.entries import VERB
from pipeline.knowledge.relations.projects.project import Project, with_details
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.textflow import BlockKind

_EXPLAINED: Final = re.compile(r"[\"”“»]? ?[–—-] (?P<description>[^–—]{5,160})")
_SHALL: Final = re.compile(r"[\"”“»]? (?:ska|skall|vill|syftar till|handlar om)\b")
_MARKS: Final = '"”“»'
_TELLS: Final = re.compile(r"\bprojekt|\d|\b\w+(?:er|as|ade|ades) \b", re.IGNORECASE)
# What points at the project told before: `Projektet pågår`, `Syftet är`
_POINTS: Final = Anchored(
    r"\b(?:[Pp]rojektet|[Ff]örstudien|[Ss]atsningen)s?\b(?! [A-ZÅÄÖ\"”“»])"
    r"|\bett (?:[\w-]+ ){0,3}?[\w-]*projekt (?:som|för|med)\b"
)
# What is said of all projects is not said of the one above.
_OF_ALL: Final = re.compile(
    r"\b(?:alla|samtliga|flera|många|de \w+|\d+) (?:[\w-]+ )?projekt(?:en)?\b", re.IGNORECASE
)
# Headings of the parts of a text about one project.
_PART: Final = re.compile(
    r"(?:(?:projektets )?(?:bakgrund|syfte|mål|resultat|aktivitet|finansi|budget|organisation"
    r"|partner|kontakt|fakta|kort om|tid|sammanfattning|ärende|yrkande|förslag till beslut"
    r"|\w+ beslut$)|om projektet|projekt(?:fakta|beskrivning|period|tid))",
    re.IGNORECASE,
)
_LONGEST_SUMMARY: Final = 100


def sentence_projects(scene: Scene) -> Iterator[Project]:
    """Yield what sentences tell of the project that they, or what stands above them, name.

    What a project does stands last: it describes one that no aim is told of.
    """
    focus: Named | None = None
    done: list[Project] = []
    for index, span in scene.paragraphs():
        block = scene.flow.blocks[index]
        if block.kind is BlockKind.CELL:
            continue
        if block.kind is BlockKind.HEADING:
            titled = next(iter(scene.within(span, "project")), None)
            focus = titled or (focus if _PART.match(block.content) else None)
            if titled is not None:
                yield from _explained(scene, titled, span, of_heading=True)
            continue
        if block.kind is BlockKind.ITEM and (named := scene.within(span, "project")):
            yield from _explained(scene, named[0], span, of_heading=False)
        around = scene.project_of(span.start) or scene.headed(
            scene.outline.section_at(index), "project"
        )
        first = around is not None and scene.flow.block_at(around.start) == index - 1
        other = False
        for place, sentence in enumerate(scene.sentences_in(span)):
            named = _without_second(scene, scene.within(sentence, "project"))
            other = not named and (other or _is_of_payer(scene, sentence))
            of_all = not named and _OF_ALL.search(scene.text(sentence)) is not None
            points = _POINTS.search(scene.text(sentence)) is not None
            about = None if other or of_all else around or (focus if points else None)
            if about is not None and not named:
                yield from _about_it(scene, about, sentence, first=first and not place)
            done += _done(scene, named, about, sentence)
            if len({one.entity_id for one in named}) <= 1 and (named or about):
                yield _told_by(scene, named[0] if named else about, sentence, named=bool(named))
            elif named:
                yield from _about_first(scene, named, sentence)
            around = named[-1] if named else around
        focus = around or focus
    yield from done


def _done(
    scene: Scene, named: list[Named], about: Named | None, sentence: Span
) -> Iterator[Project]:
    """Yield what a sentence says that the one project does that it names, or else is `about`."""
    one = named[0] if len(named) == 1 else None if named else about
    if one is None:
        return
    text = scene.flow.text
    description = (
        said_to_do(text[one.end : sentence.end])
        if named
        else said_that_it_does(scene.text(sentence))
    )
    if description:
        yield Project(scene.name_of(one.entity_id), Span(one.start, one.end), description)


def _without_second(scene: Scene, named: list[Named]) -> list[Named]:
    """Return the projects without what goes on with a name: `Havsro - Silent Bays`."""
    again = {two for one, two in pairwise(named) if _goes_on(scene, one, two)}
    return [one for one in named if one not in again]


def _goes_on(scene: Scene, one: Named, two: Named) -> bool:
    return scene.flow.text[one.end : two.start] in {" - ", " – ", " — "}


def _is_of_payer(scene: Scene, sentence: Span) -> bool:
    """Tell whether a sentence begins with a programme or fund: the aims then told are its."""
    return bool(scene.within(Span(sentence.start, sentence.start + 1), "programme", "fund"))


def _explained(
    scene: Scene, titled: Named, heading: Span, *, of_heading: bool
) -> Iterator[Project]:
    """Yield what a heading or item itself says of its project.

    `Havsro – tystare vikar`, `Projektet Havsro ska göra vikarna tystare`
    """
    text = scene.flow.text
    start = scene.flow.blocks[scene.flow.block_at(heading.start)].content_start
    explained = _EXPLAINED.fullmatch(text, titled.end, heading.end)
    if explained and not text[start : titled.start].strip(_MARKS):
        told = Span(*explained.span("description"))
        parties = scene.within(told, "organisation", "network", "programme", "fund")
        if any(Span(one.start, one.end) == told for one in parties):
            return  # `Havsro – Region Almvik`
        description = explained["description"]
    elif of_heading and _SHALL.match(text, titled.end):
        description = said_around_name(text[start : titled.start], text[titled.end : heading.end])
    else:
        return
    if description and ". " not in description:
        yield Project(scene.name_of(titled.entity_id), Span(titled.start, titled.end), description)


def _told_by(scene: Scene, project: Named | None, sentence: Span, *, named: bool) -> Project:
    """Return what a sentence tells of the one project that it is about."""
    assert project is not None
    told = Project(scene.name_of(project.entity_id), Span(project.start, project.end))
    told = _told_inline(scene, project, told, sentence) if named else told
    return with_details(scene, told, sentence)


def _about_first(scene: Scene, named: list[Named], sentence: Span) -> Iterator[Project]:
    """Yield what a sentence tells of the first of its projects, if the others are part of that."""
    first, *others = named
    others = [one for one in others if one.entity_id != first.entity_id]
    told = Project(scene.name_of(first.entity_id), Span(first.start, first.end))
    told = _told_inline(scene, first, told, sentence)
    if told.description and all(scene.text(one) in told.description for one in others):
        yield told


def _told_inline(scene: Scene, named: Named, told: Project, sentence: Span) -> Project:
    """Return what stands around a project's name: description, and who pays."""
    aside = aside_of(scene, named, sentence)
    return replace(
        told,
        description=aside.description,
        funder_id=aside.funder_id,
        programme_id=aside.programme_id,
    )


def _about_it(scene: Scene, project: Named, sentence: Span, *, first: bool) -> Iterator[Project]:
    """Yield the description in a sentence that does not name its project.

    It says what the project is about, or stands right below the name and is no whole sentence.
    """
    text = scene.text(sentence).strip().strip(" .")
    summary = (
        len(text) <= _LONGEST_SUMMARY
        and ":" not in text
        and not VERB.search(text)
        and not _TELLS.search(text)
    )
    description = said_of_it(scene.text(sentence)) or (text if first and summary else None)
    if description:
        name = scene.name_of(project.entity_id)
        yield Project(name, Span(project.start, project.end), description)
