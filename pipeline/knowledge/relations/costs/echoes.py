"""What a sum is for where its sentence only takes up a title again: `Värdskapet kostar`."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.knowledge.relations.costs.above import titled
from pipeline.knowledge.relations.costs.phrases import called
from pipeline.knowledge.relations.costs.subject import Subject
from pipeline.knowledge.scene import Scene, Span
from pipeline.knowledge.textflow import BlockKind

# What a sentence of any plan may be about takes up no title.
_OWN: Final = r"(?!(?i:projekt|förstudi|kostnad|budget|avgift|summa|insats|aktivitet|genomförande))"
# A noun in its definite form, with or without what leads from it to the sum: `Till utbytet`.
_DEFINITE: Final = re.compile(
    rf"(?:(?:Till|För|I|Inom|Kostnaden för|Budgeten för) {_OWN}"
    r"(?i:(?P<object>[a-zåäö]{4,}?)(?:en|et|n|t))"
    rf"|{_OWN}(?P<subject>[A-ZÅÄÖ][a-zåäö]{{3,}}?)(?:en|et|n|t)) [a-zåäö]"
)
# `ett seminarium om euron`
_INTRODUCED: Final = re.compile(
    r"\b[Ee](?:n|tt) (?P<what>[a-zåäö-]{4,} (?:om|kring) [^\W\d_][\w-]+)"
)
_LONGEST: Final = 80
# How far before its sentence a thing is introduced, in characters.
_JUST_BEFORE: Final = 300
# How far above its sentence a title may stand, in blocks.
_ABOVE: Final = 60


def echoed_title(scene: Scene, sentence: Span) -> str | None:
    """Return the title of the part above that begins with the noun that a sentence is about.

    Titles are cells, items and headings of the sentence's own section: `Värdskap för Havsforum`
    where the sentence begins with `Värdskapet`. Else what the paragraph has just told of by that
    noun: `ett seminarium om euron`.
    """
    match = _DEFINITE.match(scene.text(sentence).lstrip())
    if match is None:
        return None
    stem = (match["object"] or match["subject"]).casefold()
    found = (title for title in _titles(scene, sentence) if _begins(title, stem))
    return next(found, None) or _introduced(scene, sentence, stem)


def taken_up(scene: Scene, sentence: Span, span: Span) -> Subject | None:
    """Return the title of the activity of which a sentence takes up a noun.

    `Kostnaden för konferensen` below `Digital konferens om havet`.
    """
    title = titled(scene, span)
    start, end = span.start - sentence.start, span.end - sentence.start
    nouns = (what for what in called(scene.text(sentence), start, end) if " " not in what)
    stems = (
        what.casefold().removesuffix("n").removesuffix("t").removesuffix("e") for what in nouns
    )
    words = (title.name or "").casefold().split() if title else []
    return title if any(stem in words for stem in stems) else None


def _introduced(scene: Scene, sentence: Span, stem: str) -> str | None:
    """Return what the sentences before call the thing that a sentence goes on about."""
    start = scene.flow.blocks[scene.flow.block_at(sentence.start)].start
    before = scene.flow.text[max(start, sentence.start - _JUST_BEFORE) : sentence.start]
    told = [match["what"] for match in _INTRODUCED.finditer(before)]
    return next((what for what in reversed(told) if _is_of(what, stem)), None)


def _is_of(what: str, stem: str) -> bool:
    noun = what.split(" ", 1)[0].casefold()
    return noun.startswith(stem) and noun[len(stem) :] in {"", "a", "e", "um"}


def _titles(scene: Scene, sentence: Span) -> Iterator[str]:
    """Yield the short titles above a sentence in its section, the nearest first."""
    place = scene.flow.block_at(sentence.start)
    section = scene.outline.section_at(place)
    first = max(section.first if section else 0, place - _ABOVE)
    for block in reversed(scene.flow.blocks[first:place]):
        title = block.content.strip(" .:")
        if block.kind is not BlockKind.TEXT and len(title) <= _LONGEST:
            yield title


def _begins(title: str, stem: str) -> bool:
    noun = title.split(" ", 1)[0].casefold()
    return noun == stem or (noun[:-1] == stem and noun[-1] in "ae")
