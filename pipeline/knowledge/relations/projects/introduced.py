"""Projects that a sentence introduces by what stands behind their names, or in a row.

`Havsro, ett projekt om tystare vikar`, `I Havsro (Interreg Nord) arbetar vi`, `två projekt:
Havsro om tystare vikar och Isfri om varma kajer`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.entities.cues import CAPITALS
from pipeline.knowledge.entities.person_patterns import WORD
from pipeline.knowledge.names import Named, Span
from pipeline.knowledge.relations.projects.names import is_common, may_be_name
from pipeline.knowledge.telling import Telling, spans_inside

_NAME: Final = (
    rf"(?P<name>(?!\w*(?:projektet|förstudien|projekt) ){CAPITALS}"
    r"(?: (?!(?:som|är|var)\b)[a-zåäö]+)?)"
)
# Where a name may begin: with a sentence, or behind a preposition that begins one. The capital
# first: it is sooner seen than what stands before it.
_BEFORE: Final = (
    r"(?=[^\W\d_a-zåäö])(?:^|(?<=[.!?:] )|(?<=\n)|(?<=\n[–—•*-] ))"
    r"(?:(?:I|Inom|Genom|Med|Via|Som|Även|För|På|Under) )?"
)
_LEAD: Final = r"(?:\b(?:I|Inom|Genom|Med|Via|Som|Även|För|På|Under) )?"
_A_PROJECT: Final = Anchored(
    rf"{_LEAD}{_NAME}(?: \([^()\n]*\)| [–—] [^,–—.()\n]{{5,90}}(?=,))?(?:,| [–—])"
    r" (?:ett|en) (?:[\w+-]+ ){0,3}?[\w+-]*(?:projekt|förstudie)\b"
)
# `leder Från jord till bord, ett projekt om`: the comma ends a name of any words
_A_LONGER: Final = Anchored(
    r"\b(?:i|leder|driver|drev|av|är|genomför|startar|startade|inom|kring) "
    rf"(?P<name>{WORD}(?: (?!(?:och|som|är|var|har)\b)[\w&+-]+){{1,5}}),"
    r" (?:ett|en) (?:[\w+-]+ ){0,3}?[\w+-]*(?:projekt|förstudie)\b"
)
# `Havsro, som finansieras av Interreg Nord, är ett projekt`, `Havsro är ett samarbete. Projektet`
_IS_ONE: Final = Anchored(
    rf"{_BEFORE}{_NAME}(?: \([^()\n]*\))?(?:, som [^.;\n]{{5,80}}?,)?"
    r" (?:är|var) (?:ett|en) (?:(?:[\w+-]+ ){0,4}?[\w+-]*(?:projekt|förstudie)\b"
    r"|[^.;\n]{5,200}\. Projektet (?!\"?[A-ZÅÄÖ]))"
)
_FUNDED: Final = Anchored(
    rf"(?:{_BEFORE}|\b(?:deltar|medverkar|ingår|är med|partner|part) i "
    r"|\b(?:driver|leder|i|och|samt) )"
    rf"(?P<name>{CAPITALS}) \((?:(?:inom ramen för|inom|finansiera[ts]s? av|med stöd av|via) )?"
    r"(?P<funder>[^()\n]{3,60})\)"
)
# `partner i Havsro, som finansieras av Interreg Nord`
_FUNDED_THEN: Final = Anchored(
    r", som (?:(?:med)?finansieras|stöds|bekostas|(?:har )?(?:får|fick|fått|beviljats|beviljades)"
    r" (?:[a-zåäö]+ )?(?:stöd|medel|bidrag|pengar))"
    r" (?:av|från|genom|inom|ur) (?=[^\W\d_a-zåäö])"
)
_PART_IN: Final = re.compile(
    r"\b(?:deltar|medverkar|ingår|är med|partner|part) i "
    rf"(?P<name>{CAPITALS}(?: [a-zåäö]+){{0,3}})(?: \([^()\n]*\))?$"
)
_FAR: Final = 120
"""Characters: from the verb to what is told of the project behind its name."""
# What no project is called: the name of a fund, explained in brackets.
_NO_PROJECT: Final = re.compile(
    r".*(?:program(?:met)?|fonden?|stöd(?:et)?|medel|instrumentet|kontoret|rådet|projekt(?:et|en)?)"
)
# Letters in brackets that may be a description.
_SHORTEST: Final = 4
# `Havsro 2, tystare vikar, finansieras av Interreg Nord`: of a name, set off by two commas
_EXPLAINED: Final = Anchored(
    r"(?=[^\W_a-zåäö])(?:^|(?<=[.!?] )|(?<=\n))"
    r"(?P<name>[^\W_a-zåäö][\w&+-]*(?:\.\d)?(?: [\w&+-]+(?:\.\d)?){0,4}),"
    r" (?P<description>(?!(?:som|där|och|samt|med|vilke\w+|i|på|av|till|från|för att|vid|inom|genom"
    r"|under|tillsammans|både|även|bland|men|eller|när|då|efter|dock|dels|har|ska|är|en|ett)\b)"
    r"(?:[a-zåäö]|[A-ZÅÄÖ\d]{2,}-[a-zåäö])[^.,;:()\n]{5,120}),(?: som)?"
    r" (?:(?:är|var) (?P<kind>[^.,;\n]{0,40}projekt\b)"
    r"|(?:(?:har |ska |kommer att )?(?:med)?"
    r"(?:finansier|bekosta|betala|stöd|bevilja|sök|få|fick)\w*"
    r"|[a-zåäö]+ (?=[^.\n]*\b(?:stöd|medel|bidrag|pengar|inom|ur|finansier\w+)\b))"
    r"(?P<paid>[^.\n]{0,140}))"
)
# What counts up the projects of the sentence before: `Den ena, Havsro, …. Den andra, Isfri, …`
_COUNTED: Final = re.compile(
    r"(?<=[.:] )(?:De[nt]|Ett|En) (?:ena|andra|första|tredje|fjärde|femte|sista|av (?:dem|dessa))"
    r"(?: (?:projektet|förstudien))?(?:,| är| heter| kallas) [\"”“»]?"
    r"(?P<name>[^\W_a-zåäö][\w&+-]*(?: [\w&+-]+(?:\.\d)?){0,3}?)[\"”“«]?(?=,| och | \(|\.(?: |$))"
)
_SEVERAL: Final = Anchored(
    r"\b(?:två|tre|fyra|fem|sex|flera|några|följande) (?:[\w-]+ ){0,3}?"
    r"[\w-]*(?:projekt|förstudier)\b"
)
_FEWEST: Final = 2
# How far behind the words that there are several projects they are counted up, in characters.
_FARTHEST: Final = 900
_ROW: Final = Anchored(r"projekt\b(?P<lead>[^.:\n]{0,80}): (?P<row>[^\n]+?)(?=\. |\.?\n|\.?$)")
_IN_ROW: Final = re.compile(
    rf"(?:(?<=: )|, |(?:,? (?:och|samt)) ){_NAME}"
    r"(?: \((?P<inside>[^()]*)\)"
    r"| (?:om|för|kring) (?P<about>[^,()]+?)(?=,? (?:och|samt) [A-ZÅÄÖ]|, |$))"
)
# `projekten Havsro och Isfri hamn, finansierade av`, `Havsro samt Isfri hamn är projekt som`
_OF_SEVERAL: Final = (
    Anchored(
        r"\b[\w-]*(?:projekten|förstudierna) (?P<row>[\"”“»]?[A-ZÅÄÖ][^.;:()\n]{4,160}?)"
        r"(?=,? (?:är|har|fick|får|ska|pågår|beviljas|beviljades"
        r"|(?:som )?(?:finansiera\w+|stöds|leds|drivs|är|ska)|som \w+[ae]r)\b|[.;:(]|$)"
    ),
    Anchored(
        rf"{_BEFORE}(?P<row>[\"”“»]?[A-ZÅÄÖ][^.;:()\n]{{4,160}}?)"
        r" är (?:båda |alla )?projekt (?:som|inom|med|där)\b"
    ),
)
_PARTED: Final = re.compile(r"(?:, |,? (?:och|samt) )(?=[\"”“»]?[A-ZÅÄÖ])")
_PAID_BY: Final = re.compile(r",? (?:som )?(?:har )?\w*(?:finansiera|stöd)\w* (?:av|genom|inom) ")


def introduced_projects(
    text: str, spans: Sequence[Named], funders: Sequence[Span]
) -> Iterator[Telling]:
    """Yield the projects that sentences introduce; `spans` are the names known, in order."""
    known = {n.start: n.end for n in spans if n.type != "project"}
    starts = {funder.start for funder in funders}
    for pattern in (_A_PROJECT, _A_LONGER, _IS_ONE):
        for match in pattern.finditer(text):
            if name := _named(match, known):
                yield Telling(name, Span(name.start, name.start))
    for match in _FUNDED.finditer(text):
        name = _named(match, known)
        if name and match.start("funder") in starts and not _NO_PROJECT.fullmatch(match["name"]):
            told = Span(*match.span("funder"))
            yield Telling(name, Span(name.start, name.start), funder=told)
    for match in _FUNDED_THEN.finditer(text):
        part = _PART_IN.search(text, max(match.start() - _FAR, 0), match.start())
        name = _named(part, known) if part is not None and match.end() in starts else None
        if name:
            yield Telling(name, Span(name.start, name.start))
    yield from _explained(text, known, funders)
    yield from _counted(text, known)
    yield from _enumerated(text, known, funders)
    for row in _ROW.finditer(text):
        lead = spans_inside(funders, Span(*row.span("lead")))
        shared = lead[0] if len(lead) == 1 else None
        for match in _IN_ROW.finditer(text, *row.span("row")):
            if name := _named(match, known):
                one = _of_row(match, name, funders)
                yield replace(one, funder=one.funder or shared)


def _explained(text: str, known: dict[int, int], funders: Sequence[Span]) -> Iterator[Telling]:
    """Yield the names explained between commas that a funder pays for, or said to be projects."""
    for match in _EXPLAINED.finditer(text):
        paid = match["paid"] is not None and spans_inside(funders, Span(*match.span("paid")))
        name = Span(*match.span("name"))  # the commas end it, whatever is known within
        named = may_be_name(match["name"]) and not is_common(match["name"])
        free = known.get(name.start, 0) < name.end and named
        if free and (match["kind"] or paid):
            yield Telling(name, Span(name.start, name.start), Span(*match.span("description")))


def _counted(text: str, known: dict[int, int]) -> Iterator[Telling]:
    """Yield the names that sentences count up behind one that tells of several projects."""
    for several in _SEVERAL.finditer(text):
        paragraph = text.find("\n", several.end())
        end = min(several.end() + _FARTHEST, paragraph if paragraph > 0 else len(text))
        for match in _COUNTED.finditer(text, several.end(), end):
            if name := _named(match, known):
                yield Telling(name, Span(name.start, name.start))


def _enumerated(text: str, known: dict[int, int], funders: Sequence[Span]) -> Iterator[Telling]:
    """Yield the names that a sentence says are of projects, in a row, with who pays for all."""
    for pattern in _OF_SEVERAL:
        for match in pattern.finditer(text):
            parts = list(_parts(match))
            free = all(known.get(one.start, 0) < one.end for one in parts)
            if len(parts) < _FEWEST or not free:
                continue
            paid = _PAID_BY.match(text, match.end("row"))
            payer = spans_inside(funders, Span(paid.end(), paid.end() + 1)) if paid else ()
            funder = payer[0] if payer else None
            if all(may_be_name(text[one.start : one.end]) for one in parts):
                yield from (
                    Telling(one, Span(one.start, one.start), funder=funder) for one in parts
                )


def _parts(match: re.Match[str]) -> Iterator[Span]:
    """Yield the names of a row, without their quotation marks."""
    start, end = match.span("row")
    divided = list(_PARTED.finditer(match.string, start, end))
    starts = [start, *(one.end() for one in divided)]
    ends = [*(one.start() for one in divided), end]
    for first, last in zip(starts, ends, strict=True):
        name = match.string[first:last]
        bare = name.strip('"”“»«')
        offset = first + name.index(bare)
        yield Span(offset, offset + len(bare))


def _named(match: re.Match[str], known: dict[int, int]) -> Span | None:
    """Return the name that a match found; None if it is one known, or none at all."""
    start, end = match.span("name")
    taken = known.get(start, 0) >= end or any(start < other < end for other in known)
    return None if taken or not may_be_name(match["name"]) else Span(start, end)


def _of_row(match: re.Match[str], name: Span, funders: Sequence[Span]) -> Telling:
    """Return what one of a row tells; in brackets, a known funder may stand behind the rest."""
    whole = Span(name.start, name.start)
    if match["about"]:
        return Telling(name, whole, Span(*match.span("about")))
    inside = Span(*match.span("inside"))
    funder = next(iter(spans_inside(funders, inside)), None)
    description = split_from_funder(match.string, inside, funder)
    return Telling(name, whole, description, funder)


def split_from_funder(text: str, inside: Span, funder: Span | None) -> Span | None:
    """Return what stands in brackets before a funder, or alone: `(tystare vikar, LIFE)`."""
    end = funder.start if funder else inside.end
    told = text[inside.start : end].rstrip(" ,;")
    words = told[:1].islower() and len(told) > _SHORTEST
    return Span(inside.start, inside.start + len(told)) if words else None
