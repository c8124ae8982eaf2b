"""What stands beside a project's name: `Havsro, tystare vikar (Interreg Nord)`."""

import re
from typing import Final, NamedTuple

from pipeline.knowledge.relations.projects.descriptions import ended, said_around_name
from pipeline.knowledge.relations.projects.entries import VERB
from pipeline.knowledge.relations.projects.introduced import split_from_funder
from pipeline.knowledge.scene import Named, Scene, Span

FUNDERS: Final = ("programme", "fund", "organisation", "network")
"""Types of what may pay for a project."""

_INLINE: Final = re.compile(
    r", (?P<description>(?!(?:där|vars|vilke\w+)\b)[^().\n]{5,160}) \((?P<funder>[^()\n]+)\)"
)
# `Laxtrappan, fria vandringsvägar för fisk i gränsälvar.`
_APPOSED: Final = re.compile(
    r"\"?(?: \([^()\n]*\))?, (?:(?:en|ett) (?:satsning|projekt|samarbete) (?:på|om|kring) )?"
    r"(?P<description>(?!(?:som|där|och|samt|med|vilke\w+|i|på|av|till|från"
    r"|för att"
    r"|om|vid|inom|genom|via|under|tillsammans|både|även|bland|men|eller|när|då|efter|dock|dels)\b)"
    r"[a-zåäö][^.,;:()\n]{5,120})"
    r"(?=[.;\n]|$|, \d|, (?:ett|en|den|det) [^\n]"
    r"|, (?:har|som|där|ska|fick|får|söker|sökte|är|var|blev|inom|med|från|tillsammans|pågår"
    r"|avslut\w+|start\w+"
    r"|(?!\w+ning(?:ar|s)\b)[a-zåäö]{2,}(?:[aeåö]s|ades?|ats|[rldv]s)\b))"
)
_BRACKET: Final = re.compile(r"[\"”]? \((?P<inside>[^()\n]{5,160})\)")
_DASHED: Final = re.compile(r" [–—] (?P<description>[^–—.\n]{5,160}) [–—] ")


class Aside(NamedTuple):
    """What stands beside a name; ids are of entities."""

    description: str | None = None
    funder_id: str | None = None
    programme_id: str | None = None


def aside_of(scene: Scene, named: Named, sentence: Span) -> Aside:
    """Return what stands beside a project's name in its sentence."""
    text = scene.flow.text
    if match := _INLINE.match(text, named.end):
        funders = scene.within(Span(*match.span("funder")), *FUNDERS)
        funder = funders[0] if funders else None
        of_programme = funder is not None and funder.type == "programme"
        funder_id = funder.entity_id if funder else None
        described = match["description"].strip()
        return Aside(described, funder_id, funder_id if of_programme else None)
    before, rest = text[sentence.start : named.start], text[named.end : sentence.end]
    if description := _in_brackets(scene, named) or said_around_name(before, rest):
        return Aside(description)
    matches = (pattern.match(text, named.end) for pattern in (_DASHED, _APPOSED))
    set_off = next(filter(None, matches), None)
    if set_off is None or VERB.search(set_off["description"]):
        return Aside()
    return Aside(ended(set_off["description"]))


def _in_brackets(scene: Scene, named: Named) -> str | None:
    """Return the description in brackets behind a name: `Havsro (tystare vikar)`."""
    match = _BRACKET.match(scene.flow.text, named.end)
    if match is None:
        return None
    inside = Span(*match.span("inside"))
    funder = next(iter(scene.within(inside, *FUNDERS)), None)
    told = split_from_funder(
        scene.flow.text, inside, Span(funder.start, funder.end) if funder else None
    )
    return scene.text(told) if told else None
