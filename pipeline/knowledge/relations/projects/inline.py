"""Projects told in running text with description and funder, whether these are known or not."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.entities.cues import CAPITALS
from pipeline.knowledge.entities.person_patterns import WORD
from pipeline.knowledge.names import Named, Span
from pipeline.knowledge.relations.projects.descriptions import ended
from pipeline.knowledge.relations.projects.in_turn import projects_in_turn
from pipeline.knowledge.relations.projects.introduced import introduced_projects
from pipeline.knowledge.relations.projects.names import (
    SMALL_FIRST,
    Titles,
    holds_verb,
    may_be_name,
    name_after,
)
from pipeline.knowledge.relations.projects.paid import paid_projects
from pipeline.knowledge.relations.projects.paid_subjects import paid_subjects
from pipeline.knowledge.relations.projects.several import several_projects
from pipeline.knowledge.telling import Telling
from pipeline.knowledge.textflow import Block, BlockKind, Flow

_TOLD: Final = (
    r", (?P<description>(?!(?:där|vars|vilke\w+)\b|[A-ZÅÄÖ][\w-]*(?:,| och| samt) )"
    r"[^().,\n][^().\n]{5,160})"
    r" \((?P<funder>[^()\n]+)\)"
)
_BEHIND_NAME: Final = re.compile(_TOLD)
_INLINE: Final = Anchored(
    r"(?:\b(?:Projektet|Förstudien|Satsningen|Som|Inom|Genom|Med|Via|I) )?"
    rf"(?P<name>{CAPITALS}){_TOLD}"
)
# `Den andra är Ungt hav, sommarskola för barn (Erasmus+)`, `I år avslutades Ungt hav, …`
_CLAUSE: Final = re.compile(
    rf"(?:^|(?<=[.;)] )|(?<=[a-zåäö] )|(?<=\bI ))(?!I )"
    rf"(?P<name>{WORD}(?: [a-zåäö]+){{1,3}}){_TOLD}$",
    re.MULTILINE,
)
_LEADS: Final = r"\b(?i:[\w-]*(?:projektet|förstudien|satsningen|pilotprojektet)) "
# A name may hold small words where `projektet` leads to it: `projektet Vrakens vänner, …`.
_LED_INLINE: Final = Anchored(rf"{_LEADS}(?P<name>{WORD}[^,.()\n]{{0,60}}){_TOLD}")
# `projektet Grön gruva (Interreg Europe)`
_LED_FUNDED: Final = Anchored(
    rf"{_LEADS}(?P<name>{WORD}(?: [\w-]+){{0,5}}) \((?P<funder>[^()\n]+)\)"
)
# `Projektet Isfri hamn – vintersjöfart med mindre utsläpp – leds av`
_BETWEEN_DASHES: Final = Anchored(
    rf"{_LEADS}(?P<name>{WORD}[^,.()–—\n]{{0,60}}?)"
    r" [–—] (?P<description>[^–—.\n]{5,160}) [–—] "
)
# `arbetar vi i projektet Isfri – vintersjöfart med mindre utsläpp.`
_DASHED: Final = Anchored(
    rf"{_LEADS}(?P<name>{WORD}(?: {WORD}){{0,4}}) [–—-] (?![^.\n]* (?:är|har|ska|var)\b)"
    r"(?P<description>[^–—.,;:()\n]{5,160})\."
)
# `Interreg-projektet Havsro`, `projektet som kallas Havsro`
_CUE: Final = Anchored(
    r"\b(?i:[\w+-]*(?:projektet|förstudien|projekt|projektnamnet|projekttiteln|projektansökan))"
    r"(?:(?<=projektet),|(?<=[Ee]tt projekt),|(?<=tt nytt projekt),|,? (?:som )?(?:heter|kallas"
    r"|kallat|vid namn|med (?:namnet|titeln)|under namnet"
    r"|har (?:fått )?namnet))? (?=[\"”“»]|[^\W\d_a-zåäö]|" + SMALL_FIRST + ")"
)
# `Ett annat projekt är Havsro`
_IS_CALLED: Final = Anchored(
    r"\b[Ee]tt (?:[\w-]+ ){0,3}?[\w-]*projekt\b[^.:\n]{0,60}? är (?=[\"”“»]|[^\W\d_a-zåäö])"
)
# `Medfinansiering av projektet Hitta en granne`, a line that ends with its name
_AT_END: Final = re.compile(
    r"^[^.:;]{3,60}\b(?:projektet|förstudien) [\"”“»]?"
    r"(?P<name>[^\W\d_a-zåäö][\w-]*(?: [\w-]+){1,5})[\"”“«]?$"
)
_FUNDERS: Final = frozenset({"programme", "fund", "organisation"})
_LONGEST_NAME: Final = 60
_LONGEST_TITLE: Final = 90
_APPOSED: Final = r"[^.,;()\n]{5,120}"
# `Bykraft, nya mötesplatser i nedlagda skolor, som fick 1,2 mkr från`
_FUNDED_THEN: Final = Anchored(
    rf"(?P<name>{CAPITALS}), (?P<description>[a-zåäö]{_APPOSED}),"
    r" som (?:fick|får|har fått|finansieras|finansierades|stöds|beviljades|har beviljats)\b"
)
# `projektet Isfri hamn, laddning vid kaj, som stöds av`
_LED_APPOSED: Final = Anchored(
    rf"{_LEADS}(?P<name>{WORD}(?: [\w-]+){{0,5}}),"
    r" (?:(?:en|ett) (?:satsning|samarbete) (?:på|om|kring) )?"
    r"(?P<description>(?!(?:som|där|och|samt|med|vilke|till|från|för att)\b)"
    rf"(?:[^\W\d_]|\d+[A-Z]?-){_APPOSED})"
    r"(?=, (?:som|har|där|ska|fick|får|söker|sökte|(?:med)?finansieras|stöds|leds|drivs|pågår)\b"
    r"|[.;\n])"
)
# `sitt första projekt i URBACT, Late Shift, om trygga centrum`
_IN_PROGRAMME: Final = Anchored(
    rf"\bprojekt(?:et)? (?:i|inom|från) (?P<funder>[^.,;()\n]{{3,60}}), (?P<name>{CAPITALS}),"
    rf" (?:om|för|kring|med) (?P<description>{_APPOSED})"
)
# `Ett annat är Två språk in, där förskolan …`
_EXAMPLE: Final = Anchored(
    r"\b(?:exempel(?: på [\w ]{3,40})? är|Ett (?:annat|tredje|andra) är)"
    rf" (?P<name>{WORD}(?: [\w-]+){{0,5}}), (?:som|där)\b"
)
# `projektet Baltisk barnhälsa, som avser`: what follows says where the name ends.
_LED_RELATIVE: Final = Anchored(
    rf"{_LEADS}(?P<name>{WORD}(?: [\w-]+){{1,4}}), (?:som|vars|där|vilket)\b"
)
# `informerade om Gränslös handel, som syftar till`
_EXPLAINED: Final = Anchored(
    rf"\b(?:om|i|inom|kring|med|leder|driver|av|är) (?P<name>{WORD}(?: [a-zåäö][\w-]*){{0,3}}),"
    r" som (?:handlar om|syftar till(?: att)?|går ut på(?: att)?|avser)"
    r" (?P<description>[^.;\n]{5,160}?)[.;]"
)
# `Kust & Land handlar om lugna vikar.`, below a heading about projects
_BEGINS: Final = Anchored(
    rf"(?:^|(?<=[.!?] )|(?<=\n))(?P<name>{WORD}(?: [\w&-]+){{0,5}})"
    r" (?:handlar om|syftar till(?: att)?|går ut på(?: att)?) (?P<description>[^.;\n]{5,160}?)[.;]"
)
# `Elevutbytet med Kazlava, "Vi är Östersjön", har beviljats`
_QUOTED: Final = re.compile(r"[\"”“»](?P<name>[^\W\d_a-zåäö][^\"”“«»\n]{2,60}?)[\"”“«](?![\w.])")
_OF_PROJECT: Final = re.compile(
    r"projekt|\b(?:stöds av|bevilja|finansier|medel (?:från|ur)|stöd (?:från|av))", re.IGNORECASE
)
_OF_PROJECTS: Final = re.compile(r"projekt|förstudier", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.!?:](?=\s|$)|\n")
# `har 60 000 kronor beviljats till Havets röster, ljus och ljud.`
_GRANTED_TO: Final = Anchored(
    r"\bbevilja(?:ts|des|s)\b(?: [^.\n]{0,80}?)? till (?P<name>[^\W\d_a-zåäö][\w-]*"
    r"(?: [\w-]+){0,3}(?:, [\w-]+){0,3} och [\w-]+)(?=\.)"
)
# What a quotation is of that names no project: `de "Letters of Intent"`, `rapporten "Havsro"`
_OF_OTHER: Final = re.compile(
    r"(?:\b(?:från|de|det|den|ett|en|så kallade?|s\.k\.|sk|temat|rubriken|titeln|rapporten|boken"
    r"|filmen|konferensen"
    r"|seminariet|mottot|parollen|kampanjen|begreppet|utställningen|strategin|planen|programmet)"
    r" ?)$",
    re.IGNORECASE,
)
# How far from a name the text says that it is a project's, in characters.
_NEAR: Final = 200


def inline_tellings(flow: Flow, spans: Sequence[Named]) -> Iterator[Telling]:
    """Yield projects told with description and funder: `Havsro, tystare vikar (Interreg Nord)`."""
    funders = {named.start for named in spans if named.type in _FUNDERS}
    known = {named.start: named.end for named in spans if named.type not in {"place", "project"}}
    places = {named.start: named.end for named in spans if named.type == "place"}
    for pattern in (_LED_INLINE, _INLINE, _LED_FUNDED):
        for match in pattern.finditer(flow.text):
            if holds_verb(match["name"]):
                continue
            funded = pattern is _LED_INLINE or match.start("funder") in funders
            if funded and known.get(match.start("name"), 0) < match.end("name"):
                yield _telling(match)
    yield from _before_payer(flow, spans, known)
    for match in _IN_PROGRAMME.finditer(flow.text):
        if match.start("funder") in funders:
            yield _telling(match)
    for pattern in (_BETWEEN_DASHES, _DASHED, _LED_APPOSED, _FUNDED_THEN, _EXAMPLE, _LED_RELATIVE):
        for match in pattern.finditer(flow.text):
            if known.get(match.start("name"), 0) < match.end("name"):
                yield _telling(match)
    yield from _cued(flow, known)
    paying = sorted(Span(n.start, n.end) for n in spans if n.type in _FUNDERS)
    yield from introduced_projects(flow.text, spans, paying)
    of_money = [Span(n.start, n.end) for n in spans if n.type in {"programme", "fund"}]
    yield from paid_subjects(flow.blocks, known, sorted(of_money))
    yield from paid_projects(flow, known, sorted(of_money), places)
    yield from several_projects(flow.text, {**places, **known})
    yield from projects_in_turn(flow, {**places, **known}, sorted(of_money))
    yield from _told_near(flow, known)
    for block, title in _titled(flow.blocks):
        name = Span(block.content_start, block.content_start + len(title))
        told = _BEHIND_NAME.match(flow.text, name.end)
        if told and told.start("funder") in funders:
            yield _telling(told, name)


def _before_payer(
    flow: Flow, spans: Sequence[Named], known: Mapping[int, int]
) -> Iterator[Telling]:
    """Yield what begins a clause with name and description before who pays in brackets."""
    for payer in spans:
        if payer.type not in _FUNDERS or flow.text[payer.start - 1 : payer.start] != "(":
            continue
        first = max(flow.text.rfind("\n", 0, payer.start) + 1, payer.start - _NEAR)
        match = _CLAUSE.search(flow.text, first, payer.end + 1)
        called = match is not None and may_be_name(match["name"])
        if match and called and known.get(match.start("name"), 0) < match.end("name"):
            yield _telling(match)


def _cued(flow: Flow, known: Mapping[int, int]) -> Iterator[Telling]:
    """Yield the names that a word for a project leads to."""
    titles = {b.content.strip() for b in flow.blocks if 2 < len(b.content) <= _LONGEST_TITLE}
    ends = filter(None, (_AT_END.search(block.content) for block in flow.blocks))
    titles |= {match["name"] for match in ends if not holds_verb(match["name"])}
    granted = list(_GRANTED_TO.finditer(flow.text))
    titles |= {match["name"] for match in granted}
    known_titles = Titles(titles)
    cued: set[str] = set()
    for match in chain(_CUE.finditer(flow.text), _IS_CALLED.finditer(flow.text)):
        name = name_after(flow.text, match.end(), known_titles)
        if name is not None and known.get(name.start, 0) < name.end:
            cued.add(flow.text[name.start : name.end].casefold())
            yield Telling(name, Span(name.start, name.start))
    yield from (_telling(match) for match in granted if match["name"].casefold() in cued)


def _told_near(flow: Flow, known: Mapping[int, int]) -> Iterator[Telling]:
    """Yield the names that only the words around them tell to be of projects."""
    for match in _QUOTED.finditer(flow.text):
        first, last = max(0, match.start() - _NEAR), match.end() + _NEAR
        starts = [end.end() for end in _SENTENCE_END.finditer(flow.text, first, match.start())]
        end = _SENTENCE_END.search(flow.text, match.end(), last)
        sentence = flow.text[starts[-1] if starts else first : end.start() if end else last]
        other = _OF_OTHER.search(flow.text, first, match.start())
        if other is None and _OF_PROJECT.search(sentence) and match.start("name") not in known:
            yield _telling(match)
    for match in _BEGINS.finditer(flow.text):
        taken = match.start("name") in known or not may_be_name(match["name"])
        if not taken and _OF_PROJECTS.search(_heading_above(flow, match.start())):
            yield _up_to_tail(flow.text, _telling(match))
    for match in _EXPLAINED.finditer(flow.text):
        around = flow.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if "projekt" in around.casefold() and match.start("name") not in known:
            yield _up_to_tail(flow.text, _telling(match))


def _up_to_tail(text: str, telling: Telling) -> Telling:
    """Return a telling whose description ends before what its sentence tells of money or time."""
    told = telling.description
    if told is None or not text.startswith(about := ended(text[told.start : told.end]), told.start):
        return telling
    return replace(telling, description=Span(told.start, told.start + len(about)))


def _heading_above(flow: Flow, offset: int) -> str:
    """Return the words of the nearest heading above a place; empty if there is none."""
    above = reversed(flow.blocks[: flow.block_at(offset)])
    return next((block.content for block in above if block.kind is BlockKind.HEADING), "")


def _telling(match: re.Match[str], name: Span | None = None) -> Telling:
    """Return what a match tells of the name in it, or of the one before it."""
    spans = {
        group: Span(*match.span(group))
        for group, told in match.groupdict().items()
        if told is not None
    }
    name = name or spans.pop("name")
    return Telling(name, Span(name.start, name.start), **spans)


def _titled(blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """Yield the paragraphs that begin with the short title above them, each with the title."""
    for above, block in pairwise(blocks):
        title = above.content.strip()
        if 2 < len(title) <= _LONGEST_NAME and block.content.startswith(title):
            yield block, title
