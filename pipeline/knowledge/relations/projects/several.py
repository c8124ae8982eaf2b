"""Projects that a text about several of them names in passing.

`Bland övriga projekt finns HAVSRO, som ska göra vikarna tystare, och VarmKaj`, `Ett av de
godkända projekten, HAVSRO, syftar till`, `projekt om tystare vikar (Havsro) och varma kajer
(Varm kaj)`, and sentences that such a name begins: `VarmKaj ska visa hur`.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.entities.cues import CAPITALS
from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.projects.names import may_be_name
from pipeline.knowledge.telling import Telling, moved

_SEVERAL: Final = (
    r"(?:projekten|(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|flera|några|övriga|andra|nya|olika"
    r"|godkända|beviljade|internationella|\d+)(?: [\w-]+){0,2} [\w-]*projekt)"
)
_OF_SEVERAL: Final = Anchored(rf"\b{_SEVERAL}\b(?! [A-ZÅÄÖ\"”“»])")
# `Bland övriga projekt finns …`, `sju projekt, det handlar bland annat om …`
_ROW: Final = (
    Anchored(
        rf"\b[Bb]land (?:de |våra |dessa )?(?:[\w-]+ )?(?:{_SEVERAL}|projekt) "
        r"(?:finns|märks|kan nämnas|är|ingår|syns)(?: även| också| bland annat)? "
        r"(?P<row>[\"”“»]?[^\W_a-zåäö][^.:\n]{3,400})"
    ),
    Anchored(
        rf"\b{_SEVERAL}\b[^.:;\n]{{0,90}}?(?:handlar (?:bland annat |bl\. ?a\. )?om"
        r"|(?:bland annat|bl\. ?a\.|till exempel|t\. ?ex\.|exempelvis|nämligen)) "
        r"(?P<row>[\"”“»]?[^\W_a-zåäö][^.:;()\n]{3,200})(?=\.)"
    ),
)
_NEXT: Final = re.compile(r"(?:, |,? (?:och|samt) )(?=[\"”“»]?[^\W\d_a-zåäö])")
_NAME: Final = re.compile(r"[\"”“»]?(?P<name>[^\"”“«»,]+?)[\"”“«]?(?=,? som | \(|,|$)")
# `Havsro om tystare vikar`: what it is about is no part of a name in a row.
_SAYS_MORE: Final = re.compile(r" (?:om|kring|för|med|där|av|från|mellan) ")
_CLAUSE: Final = re.compile(
    r",? som (?P<all>alla,?|båda,?)?(?: på olika sätt,?)? ?"
    r"(?:ska|skall|syftar till|vill|handlar om)(?: att)? (?P<about>[^.]{5,200})"
)
# `Ett av de godkända projekten som nämns, HAVSRO, syftar till`
_ONE_OF: Final = Anchored(
    r"\b(?:[Ee]tt|[Ee]n|[Dd]et (?:första|andra|tredje|sista|ena)) av (?:de |våra |dessa )?"
    r"(?:[\w-]+ ){0,3}?(?:projekten|förstudierna)\b"
    rf"(?:[^.,;:\n]{{0,80}}, |[^.,;:\n]{{0,40}} (?:är|heter|kallas) )(?P<name>{CAPITALS})(?=,|\.| )"
)
# `projekt inom områden som tystare vikar (Havsro) och varma kajer (Varm kaj)`
_IN_BRACKETS: Final = Anchored(
    r"\b[\w-]*projekt\b[^.:;()\n]{0,80}?"
    r"(?:som(?: t\. ?ex\.| till exempel| bl\. ?a\.)?|såsom|bl\. ?a\.|t\. ?ex\.|bland annat"
    r"|till exempel|exempelvis|rör|om|kring|:) "
    r"(?P<row>[a-zåäö][^.:;()\n]{3,120} \([^()\n]{2,60}\)[^:;\n]*)"
)
_WITH_NAME: Final = re.compile(
    r"(?:^|(?<=, )|(?<=och )|(?<=samt ))(?P<about>[a-zåäö][^.:;()\n]{3,120}?) "
    r"\((?P<names>[^()\n]{2,60})\)(?=,| och| samt|\.|$)"
)
# A name by its form alone: letters in capitals, or capitals and figures within a word
_BY_FORM: Final = (
    r"(?P<name>(?=[\w&+-]*[A-ZÅÄÖ\d][\w&+-]*[A-ZÅÄÖ\d])[A-ZÅÄÖ][\w&+-]{3,}(?: \d(?:\.\d)?)?"
    r"|[A-ZÅÄÖ][\w&+-]+(?: [A-ZÅÄÖ][\w&+-]+){1,3})"
)
_BEGINS: Final = re.compile(
    rf"(?:(?<=[.!?] )|(?<=\n)|^)(?:(?:I|Inom|Genom) )?{_BY_FORM}"
    r"(?= (?:ska|skall|syftar till|handlar om|går ut på|vill|sker|samarbetar|arbetar|fokuserar på"
    r"|undersöker|utvecklar)\b)"
)


def several_projects(text: str, known: Mapping[int, int]) -> Iterator[Telling]:
    """Yield what a text about several projects names; `known` is where other names stand."""
    for pattern in _ROW:
        for match in pattern.finditer(text):
            yield from _row(match, known)
    for match in _ONE_OF.finditer(text):
        yield from _named(text, Span(*match.span("name")), known)
    for match in _IN_BRACKETS.finditer(text):
        for one in _WITH_NAME.finditer(match["row"]):
            about = moved(Span(*one.span("about")), match.start("row"))
            for name in _parts(text, moved(Span(*one.span("names")), match.start("row"))):
                yield from _named(text, name, known, about)
    several = _OF_SEVERAL.search(text)
    for match in _BEGINS.finditer(text, several.end()) if several else ():
        yield from _named(text, Span(*match.span("name")), known)


def _row(match: re.Match[str], known: Mapping[int, int]) -> Iterator[Telling]:
    """Yield the names of a row, each with the clause behind it; the last clause may be of all."""
    text = match.string
    shared: Span | None = None
    found: list[tuple[Span, Span | None]] = []
    for part in reversed(list(_parts(text, Span(*match.span("row"))))):
        named = _NAME.match(text, part.start, part.end)
        if named is None:
            return
        clause = _CLAUSE.match(text, named.end(), part.end)
        about = Span(*clause.span("about")) if clause else None
        shared = about if clause and clause["all"] else shared if clause is None else None
        found.append((Span(*named.span("name")), about or shared))
    called = [text[name.start : name.end] for name, _ in found]
    if all(may_be_name(name) and not _SAYS_MORE.search(name) for name in called):
        for name, about in reversed(found):
            yield from _named(text, name, known, about)


def _parts(text: str, span: Span) -> Iterator[Span]:
    """Yield the parts of a row that commas and `och` divide before capitals."""
    start = span.start
    for match in _NEXT.finditer(text, *span):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def _named(
    text: str, name: Span, known: Mapping[int, int], about: Span | None = None
) -> Iterator[Telling]:
    """Yield a name, unless it is the beginning of one known, or none at all."""
    taken = any(known.get(place, 0) for place in range(name.start, name.end))
    called = text[name.start : name.end]
    if not taken and not called.islower() and may_be_name(called):
        yield Telling(name, Span(name.start, name.start), about)
