"""Projects that only who pays for them tells to be such.

`Med stöd av LIFE startade HAVSRO, tystare vikar`, `lärarutbytet Hav i klassen, med medel från
Nordplus`, a title `Utbytet Vita rockar` above `Utbytet finansieras av Erasmus+`, and rows such
as `Havsro (LIFE), Varm kaj (Interreg Nord)`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.projects.names import is_common, may_be_name, name_after
from pipeline.knowledge.telling import Telling, spans_inside
from pipeline.knowledge.textflow import Block, BlockKind, Flow

# What words such as `lärarutbytet` and `initiativet` end with: each may be called something.
_KINDS: Final = (
    r"utbytet|programmet|satsningen|initiativet|insatsen|kursen|utbildningen|kampanjen|piloten"
)
_OF_KIND: Final = Anchored(rf"\b(?i:[\w-]*(?P<kind>{_KINDS})) (?=[\"”“»]?[^\W\d_a-zåäö])")
# `startade HAVSRO, tystare vikar, med`: capitals set off by what explains them
_EXPLAINED: Final = Anchored(
    r"\b[a-zåäö]+ (?P<name>[A-ZÅÄÖ]{4,}[\w-]*(?: [A-ZÅÄÖ\d][\w-]*){0,3}), (?=[a-zåäö])"
)
_IS_GIVEN: Final = re.compile(
    r",(?:(?: som)?(?: har)?(?: [a-zåäö]+)? f(?:ått|ick|år) (?:\w+ )?\d"
    r"| med (?:\d|(?:pengar|medel|stöd|bidrag) (?:från|av|ur)))"
)
# `stödet till Havsro, tystare vikar, och till Isfri, varma kajer`: names explained between commas
_APPOSED: Final = Anchored(
    r"(?:\b[a-zåäö]+|:) [\"”“»]?"
    r"(?P<name>(?!\w*(?:projektet|förstudien|projekt) )[A-ZÅÄÖ][\w&+-]*(?: [\w&+-]+){0,3})"
    r"(?:,[\"”“«]?|[\"”“«],?)"
    r" (?P<description>(?!(?:som|där|och|samt|med|vilke\w+|i|på|av|till|från|för|vid|inom|genom"
    r"|under|både|även|bland|men|eller|när|då|efter|har|ska|är|var|den|det|\w+ade)\b)"
    # `en körskola för barn, som fått 220 tkr`: an article only where money is told of next
    rf"(?!(?:en|ett) (?![^.,;:()\n]{{5,120}}{_IS_GIVEN.pattern}))"
    r"(?:[a-zåäö]|[A-ZÅÄÖ\d]{2,}-[a-zåäö])[^.,;:()\n]{5,120}?)(?=[.,;])"
)
# `Ett samarbete med Narva om rena vikar, Klart vatten, har bekostats av`: named last
_NAMED_LAST: Final = Anchored(
    r"\b(?:[Ee]tt|[Ee]n) [\w-]*(?:samarbete|utbyte|satsning|insats|projekt|förstudie|kurs)"
    r"(?: (?:med|mellan|i) [^.,;:()\n]{3,60}?)? (?:om|kring|för|i) "
    r"(?P<description>[a-zåäö][^.,;:()\n]{5,120}),"
    r" (?P<name>[A-ZÅÄÖ][\w&+-]*(?: [\w&+-]+){0,3}), (?:har|är|var|som|får|fick|[a-zåäö]{4,}s)\b"
)
_OF_MONEY: Final = Anchored(
    r"projekt|\b(?:stöd|medel|pengar|bidr[ao]|finansi|bekosta|betala|bevilja|anslag)"
    r"|\bst(?:år|od) för\b|\d ?(?:tkr|mkr|mnkr|kr|miljon\w*|kronor|euro|ecu)\b"
    r"|\b(?:inom|ur) (?-i:[A-ZÅÄÖ])",
    re.IGNORECASE,
)
_IN_ROW: Final = re.compile(
    r"(?:(?<=\), )|(?<=\) och )|(?<=\) samt ))(?P<name>[^\W\d_a-zåäö][\w&+-]*(?: [\w&+-]+){0,4})"
    r" \((?=[^()\n]{3,60}\))"
)
_PAYS: Final = re.compile(
    r"\b(?:(?:stöd|medel|hjälp|bidrag|finansiering) (?:av|från|ur|genom)"
    r"|\w*finansiera\w* (?:av|genom|inom|med|via|från)|stöd(?:s|des) av"
    r"|inom ramen för|bevilja\w+|bekostas av) "
    r"(?:[a-zåäö]+ ){0,3}$",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"[.!?](?=\s|$)|\n")
# How far from a name its sentence is looked at, in characters.
_NEAR: Final = 250
_LONGEST_CUE: Final = 60
# A word as short is hardly the whole of a name that no capitals set off.
_SHORT: Final = 3


def paid_projects(
    flow: Flow, known: Mapping[int, int], funders: Sequence[Span], places: Mapping[int, int]
) -> Iterator[Telling]:
    """Yield the names that a word for an undertaking, capitals or a row and a funder tell of.

    `known` is where names of other things begin and end, `places` where those of places do;
    `funders` are in order.
    """
    starts = [block.start for block in flow.blocks]
    for match in _OF_KIND.finditer(flow.text):
        index = bisect_left(starts, match.end()) - 1
        if titled := _titled(flow.text, flow.blocks[index : index + 2], match, funders):
            yield titled
        elif (name := name_after(flow.text, match.end())) and name.end - name.start > _SHORT:
            yield from _paid(flow.text, name, known, funders)
    for match in _EXPLAINED.finditer(flow.text):
        yield from _paid(flow.text, Span(*match.span("name")), known, funders)
    yield from _apposed(flow.text, {**places, **known}, funders)
    for match in _IN_ROW.finditer(flow.text):
        name = Span(*match.span("name"))
        funder = spans_inside(funders, Span(match.end(), match.end() + 1))
        if funder and known.get(name.start, 0) < name.end and may_be_name(match["name"]):
            yield Telling(name, Span(name.start, name.start), funder=funder[0])


def _apposed(text: str, known: Mapping[int, int], funders: Sequence[Span]) -> Iterator[Telling]:
    """Yield the names explained between commas, with the funder of their part of the sentence.

    That is the first behind a name up to the next such name, else the last before it, else one
    told of all of them in the end.
    """
    matches = (m for pattern in (_APPOSED, _NAMED_LAST) for m in pattern.finditer(text))
    free = (m for m in matches if known.get(m.start("name"), 0) < m.end("name"))
    found = sorted(free, key=lambda m: m.start("name"))
    for place, match in enumerate(found):
        sentence = _sentence(text, Span(*match.span("name")))
        later = found[place + 1].start() if place + 1 < len(found) else sentence.end
        behind = spans_inside(funders, Span(match.end(), sentence.end))
        before = spans_inside(funders, Span(sentence.start, match.start()))
        own = next((one for one in behind if one.start < later), None)
        funder = own or next(reversed(before), None) or next(iter(behind), None)
        of_money = _OF_MONEY.search(text[sentence.start : sentence.end])
        given = _IS_GIVEN.match(text, match.end("description"))
        named = may_be_name(match["name"]) and (given or not is_common(match["name"]))
        if funder and of_money and named:
            name = Span(*match.span("name"))
            told = Span(*match.span("description"))
            yield Telling(name, Span(name.start, name.start), told, funder)


def _sentence(text: str, name: Span) -> Span:
    """Return the sentence around a name, as far as it is looked at."""
    ends = [m.end() for m in _SENTENCE_END.finditer(text, max(0, name.start - _NEAR), name.start)]
    end = _SENTENCE_END.search(text, name.end, name.end + _NEAR)
    first = ends[-1] if ends else max(0, name.start - _NEAR)
    return Span(first, end.start() if end else min(len(text), name.end + _NEAR))


def _paid(
    text: str, name: Span, known: Mapping[int, int], funders: Sequence[Span]
) -> Iterator[Telling]:
    """Yield a name whose sentence says who pays."""
    funder = _payer(text, _sentence(text, name), funders)
    free = known.get(name.start, 0) < name.end and may_be_name(text[name.start : name.end])
    if free and funder and not name.start <= funder.start < name.end:
        yield Telling(name, Span(name.start, name.start), funder=funder)


def _titled(
    text: str, pair: Sequence[Block], match: re.Match[str], funders: Sequence[Span]
) -> Telling | None:
    """Return the name that a title gives, where the paragraph below says who pays for `it`."""
    block, *below = pair
    name = Span(match.end(), block.end)
    if not below or below[0].kind is not BlockKind.TEXT or block.kind is BlockKind.CELL:
        return None
    again = re.match(rf"\w*{match['kind']}\b", below[0].text, re.IGNORECASE)
    title = block.slice(name)
    if again is None or not may_be_name(title):
        return None
    payer = _payer(text, Span(below[0].start, below[0].end), funders)
    return Telling(name, Span(name.start, below[0].end), funder=payer) if payer else None


def _payer(text: str, span: Span, funders: Sequence[Span]) -> Span | None:
    """Return the first funder of a stretch that words for paying lead to."""
    for funder in spans_inside(funders, span):
        if _PAYS.search(text, max(span.start, funder.start - _LONGEST_CUE), funder.start):
            return funder
    return None
