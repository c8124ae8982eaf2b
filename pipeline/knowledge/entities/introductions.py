"""The component that finds networks by how a text introduces them.

`X är ett nätverk för …`, `X, ett samarbete mellan …`, `nätverket X`, `medlem i X`,
`styrelsen för X`: what stands around a name says what it is, and often how far it reaches.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.entities.cues import Candidate, add_found
from pipeline.knowledge.entities.extents import is_whole, name_end
from pipeline.knowledge.entities.names import names, set_names, span_of, text_of
from pipeline.knowledge.entities.shapes import COMMON_PREFIX
from pipeline.knowledge.names import find_again
from pipeline.model.rows import EntityType

_CAPITAL: Final = r"[^\W\d_a-zåäö]"
_BEGINS: Final = r"(?:^|(?<=[.!?:] )|(?<=\n)|(?<=[–—•*-] )|(?<=\d ))"
_SUBJECT: Final = rf"(?P<name>{_CAPITAL}[\w'’&+-]*(?: [\w'’&+–-]+){{0,6}}?)"
_OTHER: Final = re.compile(
    rf" \((?P<other>{_CAPITAL}[^()\n]{{1,70}})\)|, (?P<short>{_CAPITAL}{{2,8}})(?=[,.])"
)
_OTHER_NAME: Final = rf"(?: \({_CAPITAL}[^()\n]{{1,70}}\)|, {_CAPITAL}{{2,8}},)?"
_WHAT: Final[Mapping[str, EntityType]] = MappingProxyType(
    {
        "nätverk": "network",
        "samarbete": "network",
        "samarbetsorgan": "network",
        "samverkan": "network",
        "organisation": "network",
        "förening": "network",
        "förbund": "network",
        "allians": "network",
        "plattform": "network",
        "forum": "network",
        "mötesplats": "network",
        "kommitté": "network",
        "konferens": "network",
        "partnerskap": "network",
        "sammanslutning": "network",
        "gränsorgan": "network",
        "brysselkontor": "network",
        "europakontor": "network",
        "projekt": "project",
        "förstudie": "project",
    }
)
_WORDS: Final = "|".join(sorted(_WHAT, key=len, reverse=True))
_INDEFINITE: Final = (
    r"(?:[Ee]tt|[Ee]n|Europas|Nordens|Sveriges|världens|det|den|ett av|en av)"
    rf" (?:[\w-]+ ){{0,4}}?(?P<what>(?i:[\w-]*(?:{_WORDS})))(?:er|ar|en|et|t|isation(?:en)?|na)?\b"
)
_IS: Final = Anchored(
    rf"{_BEGINS}{_SUBJECT}{_OTHER_NAME} (?:är|var|utgör|heter|blev"
    r"|(?:bildades|grundades|startades?) (?:år )?\d{4} som)"
    rf" (?:i dag |sedan \d{{4}} )?{_INDEFINITE}"
)
_APPOSED: Final = Anchored(
    rf"(?:{_BEGINS}|\b(?i:i|till|från|av|med|för) ){_SUBJECT}{_OTHER_NAME}"
    rf"(?:, | [–—] |\. |: ?|\n)(?:som är )?{_INDEFINITE}"
)
_DEFINITE: Final = Anchored(
    r"\b(?i:(?!kommunförbundet|regionförbundet)[\w-]*(?:nätverket|samarbetet|samarbetsorganet"
    r"|samverkansorganet|organisationen|föreningen|plattformen|alliansen|förbundet|forumet))"
    rf",? [\"”“»]?(?P<name>{_CAPITAL})"
)
_MEMBER_OF: Final = Anchored(
    r"\b(?:[Mm]edlem(?:mar)? i|[Mm]edlemskap(?:et)? i|(?:gick|gått|går) med i"
    r"|inträd\w* (?:som medlem )?i|utträd\w* ur|(?<!i )ansl(?:ut|öt)\w* (?:[\w ]{2,30} )?till"
    r"|(?:del)?ägare (?:i|av)|antagits till"
    r"|antogs i|antagen i|lämna(?:r|t|de)(?! (?:en|ett|in|över)\b))"
    rf" (?:[a-zåäö-]+ ){{0,5}}?(?P<name>{_CAPITAL})"
)
_BODY: Final = (
    r"(?:styrgrupp|chefsgrupp|arbetsgrupp|ungdomsråd|generalförsamling|tjänste[a-zåäö]+grupp"
    r"|programkommitté|exekutivkommitté|styrelse|råd|presidium|årsmöte|årskonferens|valberedning)"
)
_HAS_BODY: Final = Anchored(
    rf"(?P<name>{_CAPITAL}[\w'’-]+(?: {_CAPITAL}[\w'’-]+){{0,3}})(?::s|s) (?:[a-zåäö]+a )?{_BODY}"
)
_BODY_OF: Final = Anchored(
    rf"\b(?:{_BODY}(?:n|en|et|t)|ombud|delegat|kontaktperson|kontaktpolitiker)(?: för [a-zåäö]+)?"
    # A meeting is held in a place.
    rf" (?:för|(?<!årsmöte )(?<!årsmötet )(?<!årskonferensen )(?<!församlingen )i|inom|av|vid|till)"
    rf" (?P<name>{_CAPITAL})"
)
# `Europeiska regioners nätverk för livslångt lärande, EARLALL`
_SHORT_BEHIND: Final = Anchored(
    rf"\bnätverk(?:et)?\b[^.,\n]{{0,60}}, (?P<name>{_CAPITAL}{{4,10}})\b(?!:)"
)
# `Europeiska nätverket för skogslän (ENFS)`
_KIND_SHORT: Final = Anchored(
    rf"(?P<name>{_CAPITAL}[\w-]+ (?:[\w-]+ )?"
    r"(?i:[\w-]*(?:nätverk|samarbete|råd|forum|förbund))(?:et)?"
    rf" (?:för|av|mellan) (?:[\w-]+ ){{0,3}}[\w-]+) \({_CAPITAL}{{2,8}}\)"
)
# The first paragraph of statutes: `Föreningens namn är X.`
_NAME_IS: Final = Anchored(
    rf"\b(?i:föreningens|förbundets|nätverkets|organisationens) namn är"
    rf" [\"”“»]?(?P<name>{_CAPITAL}[\w'’&+-]*(?: [\w'’&+–-]+){{0,6}})"
)
_NEXT: Final = re.compile(rf"(?:,| och| samt|, samt| respektive) (?:i |till )?(?={_CAPITAL})")
_NO_NETWORK: Final = re.compile(
    r"(?:EU|Nato|NATO|FN|Europeiska(?: unionen)?|Sverige|Europa|Norden|Bryssel)$"
    r"|.*(?:nämnden?|utskottet|fullmäktige|kommune?|partiet|rådhus|programmet|universitet|högskola)s?$"
    r"|(?:Region|Regionen|Landstinget|Regionförbundet|Kommunförbundet|Länsstyrelsen|Högskolan)\b"
    r"|(?:Kommun|Region|Lands?tings|Stads|Förbunds)(?:styrelsen?|fullmäktige)"
    r"|EU-[a-zåäö]+$"
)
# What is spoken of as `the network`, `the plan`, is not called so.
_GENERIC: Final = re.compile(
    r"(?:Den|Det|De|Detta|Denna|Dessa|Här|Vi|Man|Ett|En|Som|Hon|Han|Där|Idag|Syftet|Målet|Samarbetet"
    r"|\w*(?:[Nn]ätverket|[Kk]ontoret|[Ff]öreningen|[Oo]rganisationen|[Rr]ådet|[Kk]ommittén|[Aa]lliansen"
    r"|[Uu]nionen|[Pp]rogrammet|[Pp]rojektet|[Pp]lanen|[Ss]trategin|[Pp]olicyn|[Rr]egionen|[Kk]ommunen"
    r"|[Ss]taden|[Ll]änet|[Ss]tyrelsen|[Ff]örbundet|[Ff]orumet|[Aa]rbetet|[Kk]onferensen|[Bb]olaget)"
    r"|(?:Konferens|Seminarium|Möte|Nätverk|Samarbete|Samverkan|Projekt|Förstudie|Utbyte|Medlemskap"
    r"|Studieresa|Forum|Mötesplats|Ordförandeskap|Värdskap|Deltagande|Anslutning|Uppföljning)"
    r"(?: [a-zåäö].*)?"
    r"|\w+(?:en|et|na|erna) (?:är|för|i|på|av|med|som)\b.*)"
)


# `Bottensundsrådet` is no council in general, as `Ungdomsrådet` is.
_PROPER_COMPOUND: Final = re.compile(
    rf"(?!{COMMON_PREFIX})[A-ZÅÄÖ][a-zåäö]{{3,}}(?:rådet|kommittén|kontoret|samarbetet|förbundet"
    r"|nätverket|alliansen|unionen|föreningen)"
)


_NOUN: Final = re.compile(r"[A-ZÅÄÖ]\w+(?:en|et|an) (?=[A-ZÅÄÖ])")
_KIND_BEFORE: Final = re.compile(r" [a-zåäö]+(?:et|en|an) $")
# `nätverket Trästäder i norr`: a plural noun and what it is about, to the end of the clause.
_ABOUT: Final = re.compile(
    r" (?:i|för|utan|med|mot|på|och) (?!(?:år|dag|maj|juni|juli|prov|stället|fjol|samband)\b)"
    r"[a-zåäö]{3,}(?= ?[.,;:()\n]|$)"
)
_PLAIN: Final = re.compile(r"[A-ZÅÄÖ][a-zåäö]{4,}")
# What stands around a name, its genitive's ending not counted.
_BEFORE: Final = re.compile(r"(?<![\w-])")
_AFTER: Final = re.compile(r"(?=(?::s|s)?(?!\w))")
_BOUNDARY: Final = re.compile(r"\b")


@Language.component("prickfri_introductions")
def find_introduced(doc: Doc) -> Doc:
    """Add the networks that the text introduces, and every place where they are named."""
    known = names(doc)
    text = text_of(doc)
    spans: dict[str, Span] = {}
    for found in sorted(_introduced(text), key=lambda one: (one.start, -one.end)):
        if not _is_taken(found, known, text):
            span = _full_name(known, text[found.start : found.end]) or add_found(doc, found)
            if span is not None:
                for called in (text[found.start : found.end], *_others(text, found.end)):
                    spans.setdefault(called, span)
    again = list(_again(doc, spans))
    set_names(doc, [*_kept(known, again), *again, *known])
    return doc


def _introduced(text: str) -> Iterator[Candidate]:
    for pattern in (_IS, _APPOSED):
        for match in pattern.finditer(text):
            if _is_name(text, match["name"]):
                yield Candidate(*match.span("name"), _type(match["what"]), "introduced")
    for match in _NAME_IS.finditer(text):
        yield Candidate(*match.span("name"), "network", "introduced")
    for pattern in (_DEFINITE, _MEMBER_OF, _BODY_OF, _SHORT_BEHIND):
        for match in pattern.finditer(text):
            yield from _row(text, match.start("name"), in_row=pattern is _MEMBER_OF)
    for match in _DEFINITE.finditer(text):
        end = name_end(text, match.start("name"))
        about = _ABOUT.match(text, end)
        if about and _PLAIN.fullmatch(text, match.start("name"), end):
            yield Candidate(match.start("name"), about.end(), "network", "introduced")
    for pattern in (_HAS_BODY, _KIND_SHORT):
        for match in pattern.finditer(text):
            if _is_name(text, match["name"]):
                yield Candidate(*match.span("name"), "network", "introduced")


def _row(text: str, start: int, *, in_row: bool) -> Iterator[Candidate]:
    """Yield the name at a place, and those that go on in a row: `i A, B och C`."""
    while True:
        end = name_end(text, start)
        name = text[start:end]
        if not _is_name(text, name):
            return
        yield Candidate(start, end, "network", "introduced")
        following = _NEXT.match(text, end)
        if following is None or not in_row:
            return
        start = following.end()


def _is_name(text: str, name: str) -> bool:
    """Tell whether words may be a network's name: capitalised, not common, not an authority's."""
    if len(name) < 3 or not name[0].isalpha() or _NO_NETWORK.match(name):
        return False
    if _GENERIC.fullmatch(name) and not _PROPER_COMPOUND.fullmatch(name):
        return False
    return is_whole(name) and (
        " " in name or not any(find_again(text, [name.lower()], _BEFORE, _BOUNDARY))
    )


def _type(what: str) -> EntityType:
    return next(kind for word, kind in _WHAT.items() if what.casefold().endswith(word))


def _others(text: str, end: int) -> tuple[str, ...]:
    """Return the names in brackets: `(Offshore Coast Alliance, OCA)`, or between commas."""
    match = _OTHER.match(text, end)
    listed = (match["other"] or match["short"]).split(", ") if match else []
    return tuple(name for name in listed if len(name) > 1 and name[0].isupper())


def _is_taken(introduced: Candidate, known: list[Span], text: str) -> bool:
    """Tell whether what is known already reaches as far: a thing of the lexicon, a person.

    A network of several words that the lexicon knows is not called longer, nor is it by a noun
    of kind before it: `Energy Cities Dnr 7`, `Föreningen Kvarkenrådets`.
    """
    noun = _NOUN.match(text, introduced.start)
    starts = {introduced.start, noun.end() if noun else introduced.start}
    return (
        any(
            span.label_ == "network"
            and span.id_.startswith("lexicon")
            and span.start_char in starts
            and (" " in span.text or span.text[-1] == "s" or span.start_char != introduced.start)
            for span in known
        )
        or any(
            # `det Östersjöpolitiska samarbetsorganet Energy Cities`
            span.label_ == "network"
            and span.end_char == introduced.end
            and _KIND_BEFORE.search(text[introduced.start : span.start_char])
            for span in known
        )
        or any(
            (
                span.start_char < introduced.end
                and introduced.start < span.end_char
                and (span.end_char - span.start_char >= introduced.end - introduced.start)
            )
            or (span.label_ == "person" and introduced.start <= span.start_char < introduced.end)
            for span in known
        )
    )


def _full_name(known: list[Span], name: str) -> Span | None:
    """Return the one network that a word begins or gives the initials of: `Vanguards styrelse`."""
    longer = {
        span.kb_id_: span
        for span in known
        if span.label_ == "network"
        and (span.text.startswith(f"{name} ") or _initials(span.text) == name)
    }
    return next(iter(longer.values())) if len(longer) == 1 else None


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _again(doc: Doc, spans: Mapping[str, Span]) -> Iterator[Span]:
    """Yield every place where introduced names stand, the longest name first."""
    meanings = {name.upper(): span for name, span in spans.items()} | dict(spans)
    for start, name in find_again(text_of(doc), meanings, _BEFORE, _AFTER):
        meant = meanings[name]
        end = start + len(name)
        span = span_of(doc, start, end, meant.label_, meant.kb_id_, "introduced")
        if span is not None:
            yield span


def _kept(known: list[Span], again: list[Span]) -> list[Span]:
    """Return the names that are at least as long as an introduced one they overlap."""
    return [
        span
        for span in known
        if all(
            other.end <= span.start or span.end <= other.start or len(span) >= len(other)
            for other in again
        )
    ]
