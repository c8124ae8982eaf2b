"""How Swedish texts introduce networks: what stands around a name, and what may be one.

`X är ett nätverk för …`, `X, ett samarbete mellan …`, `nätverket X`, `medlem i X`,
`styrelsen för X`: what stands around a name says what it is, and often how far it reaches.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.entities.abbreviations import SO_CALLED
from pipeline.knowledge.entities.cues import Candidate
from pipeline.knowledge.entities.extents import behind_body, name_end, nominative_end
from pipeline.knowledge.entities.network_words import may_be_network
from pipeline.knowledge.entities.outright import NAMED_OUTRIGHT
from pipeline.knowledge.entities.paper_words import before_paper, labels_end
from pipeline.knowledge.entities.shape_patterns import NEEDLESS_NOUN
from pipeline.knowledge.names import NAME_BEGINS, find_again
from pipeline.model.rows import EntityType
from pipeline.text.bullets import BULLET_SIGNS

_CAPITAL: Final = r"[^\W\d_a-zåäö]"
# The capital first: it is sooner seen than what stands before it.
_BEGINS: Final = rf"(?={_CAPITAL})(?:^|(?<=[.!?:] )|(?<=\n)|(?<=[{BULLET_SIGNS}] )|(?<=\d ))"
_SUBJECT: Final = rf"(?P<name>{_CAPITAL}[\w'’&+–-]*(?: [\w'’&+–-]+){{0,6}}?)"
# `X, som grundades 2019, är`
_CLAUSE: Final = r"(?:, som [^.,;:\n]{3,60},)?"
_OTHER_NAME: Final = rf"(?: \((?:{SO_CALLED} )?{_CAPITAL}[^()\n]{{1,70}}\)|, {_CAPITAL}{{2,8}},)?"
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
        "sällskap": "network",
        "krets": "network",
        "federation": "network",
        "koalition": "network",
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
    r" (?:(?!(?:som|där|vars|vilken|vilket|inom) )[\w-]+ ){0,4}?"
    rf"(?P<what>(?i:[\w-]*(?:{_WORDS})))"
    r"(?:er|ar|en|et|t|isation(?:en)?|na)?\b"
)
_IS: Final = Anchored(
    rf"{_BEGINS}{_SUBJECT}{_OTHER_NAME}{_CLAUSE} (?:är|var|utgör|heter|blev"
    r"|(?:bildades|grundades|startades?) (?:år )?\d{4} som)"
    rf" (?:i dag |sedan \d{{4}} )?{_INDEFINITE}"
)
# `European Quiet Regions hör till de yngre nätverken`, `X är ett av våra äldsta nätverk`
_ONE_OF: Final = Anchored(
    rf"{_BEGINS}{_SUBJECT}{_OTHER_NAME}{_CLAUSE} (?:(?:hör|räknas|tillhör|hörde)(?: till)?"
    r"|är (?:ett|en) (?:bland|av)) (?:de|våra|dem|länets|regionens|kommunens|[A-ZÅÄÖ][a-zåäö]+s)"
    rf" (?:[\w-]+ ){{0,3}}?(?P<what>(?i:[\w-]*(?:{_WORDS})))(?:er|ar|en|na|erna|arna)?\b"
)
_APPOSED: Final = Anchored(
    rf"(?:{_BEGINS}|\b(?i:i|till|från|av|med|för) ){_SUBJECT}{_OTHER_NAME}"
    rf"(?:, | [–—] |\. |: ?|\n)(?:som är )?{_INDEFINITE}"
)
# `driver vi Tolvstadsforum, en mötesplats för`: behind any word in lower case.
_APPOSED_WITHIN: Final = Anchored(
    rf"\b[a-zåäö]+ {_SUBJECT}{_OTHER_NAME}(?:, | [–—] )(?:som är )?{_INDEFINITE}"
)
_DEFINITE: Final = Anchored(
    r"\b(?P<noun>(?i:(?!kommunförbundet|regionförbundet)[\w-]*(?:nätverket|samarbetet|samarbetsorganet"
    r"|samverkansorganet|gränsorganet|organisationen|föreningen|plattformen|alliansen|förbundet|forumet)))"
    rf",? [\"”“»]?(?P<name>{_CAPITAL})"
)
_MEMBER_OF: Final = Anchored(
    r"\b(?:[Mm]edlem(?:mar)? i|[Mm]edlemskap(?:et)? i|(?:gick|gått|går) med i"
    r"|inträd\w* (?:som medlem )?i|utträd\w* ur|(?<!\b[Ii] )ansl(?:ut|öt)\w* (?:[\w ]{2,30} )?till"
    r"|(?:[Mm]edlems|[Åå]rs)avgift(?:en)? till"
    r"|(?:del)?ägare (?:i|av)|antagits till|(?:initiativ(?:tagare)? till|grundare (?:av|till))"
    r"|(?:är|varit) (?:[\w-]+ ){0,5}?med i|antogs i|antagen i"
    r"|lämna(?:r|t|de)(?! (?:en|ett|in|över|bidrag|stöd|medel|förslag)\b))"
    # `Medlemmar i kontoret är A och B` names no network.
    rf" (?:(?!(?:är|var) )[a-zåäö-]+,? ){{0,5}}?(?P<name>{_CAPITAL})"
)
# `genom Hamnstäder mot plast, där Almvik är medlem`, `i Ljusa Kuster, som vi tillhört sedan`
_THERE: Final = Anchored(
    rf"\b(?i:i|till|från|av|med|för|genom|inom|nätverket) {_SUBJECT}{_OTHER_NAME}, "
    r"(?:där [^.,;:\n]{2,60} (?:är|var|blev|varit) (?:[a-zåäö]+ )?"
    r"(?:medlem|delägare|ansl(?:uten|utna)|med\b)"
    r"|(?:dit|som) [^.,;:\n]{2,60} (?:(?:hör|hört|hörde)\b|tillhör))"
)
# `Energikontor Sydvik ägs av Region Almvik, Ekby kommun och Dalby kommun`
_OWNED: Final = Anchored(
    rf"{_BEGINS}{_SUBJECT}{_OTHER_NAME} (?:sam)?ägs (?:[a-zåäö]+ ){{0,3}}?av"
    r" (?=[A-ZÅÄÖ][^.:;\n]*(?: och| samt|,))"
    r"(?=[^.:;\n]*\b(?:Region|Landstinget|Högskolan|kommun|stad|universitet|kommunförbund)\b)"
)
# `Kust–Skog Europe är vårt gemensamma kontor med`
_IS_OFFICE: Final = Anchored(
    rf"{_BEGINS}{_SUBJECT}{_OTHER_NAME} är (?:ett|vårt?|[a-zåäö]+ns|[a-zåäö]+ts) gemensam(?:t|ma)"
    r" (?:[a-zåäö-]+ )?(?:kontor|representation|bolag)\b"
)
# `Anna Berg är ledamot i Hälsostäderna`
_SEAT_IN: Final = Anchored(
    r"\b(?:ledamot|ledamöter|ersättare|suppleant(?:er)?|ombud|ordförande|representant(?:er)?"
    rf"|företrädare|andel(?:en)?) (?:i|inom) (?P<name>{_CAPITAL})"
)
# `Kommunen företräds i Hamnstäder mot plast av Åsa Ek`
_REPRESENTED: Final = Anchored(
    rf"\b(?:företräds|representeras)(?: [a-zåäö]+)? (?:i|inom) {_SUBJECT}{_OTHER_NAME}"
    r"(?<!styrelse)(?<!grupp)(?<!utskott)(?<!församling)(?<!kommitté)(?<!presidium)(?<!råd) av "
)
# `Nordiskt äldreforum bildades 2003`, `Hälsostäderna har 31 medlemmar`
_CAME_TO_BE: Final = Anchored(
    rf"{_BEGINS}{_SUBJECT}{_OTHER_NAME}(?:,? som| har)?"
    r" (?:(?:bilda|grunda|instifta|stifta)(?:des|ts)\b"
    r"|(?:har|samlar|består av|organiserar) (?:[a-zåäö]+ ){0,2}?"
    r"(?:\d+|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|\w+ton|\w+tio|tjugo\w*|hundra\w*)"
    r" (?:[a-zåäö]+ )?(?:medlemmar|[a-zåäö]*(?:regioner|kommuner|städer)|landsting|län)\b)"
)
_FOUNDED: Final = Anchored(
    rf"\b(?:bildat|bildade|grundat|grundade|instiftat|instiftade) (?P<name>{_CAPITAL})"
)
_BODY: Final = (
    r"(?:styrgrupp|styrkommitté|chefsgrupp|arbetsgrupp|expertgrupp|referensgrupp|ledningsgrupp|ungdomsråd|generalförsamling|tjänste[a-zåäö]+grupp"
    r"|programkommitté|exekutivkommitté|styrelse|råd|presidium|årsmöte|årskonferens|valberedning)"
)
_HAS_BODY: Final = Anchored(
    rf"(?P<name>(?!Dess )(?:{_CAPITAL}[\w-]*(?:rådet|nätverket|alliansen|förbundet) för )?"
    rf"{_CAPITAL}[\w'’–-]+(?: {_CAPITAL}[\w'’–-]+){{0,3}})"
    rf"(?::s|s) (?:[a-zåäö]+a )?{_BODY}"
)
_OWNER: Final = re.compile(
    rf"(?P<name>{_CAPITAL}[\w–-]*(?: (?:(?:of|for|för|and|och) )?{_CAPITAL}[\w–-]*){{0,4}}?)s"
    rf" (?:[a-zåäö]+[ae] )?(?:{_BODY}|[a-zåäö]*(?:grupp|utskott|kommitté|möte|församling))\b"
)
_BODY_OF: Final = Anchored(
    rf"\b(?:(?i:{_BODY})(?:n|en|et|t)|ombud|delegat|kontaktperson|kontaktpolitiker"
    r"|[Oo]rdförandeskap(?:et)?)(?: för [a-zåäö]+)?"
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
_NEXT: Final = re.compile(
    rf"(?:,| och| samt|, samt| respektive) (?:sedan (?:\w+ )?\d{{4}} )?(?:i |till )?(?={_CAPITAL})"
)
# `nätverket Trästäder i norr`: a plural noun and what it is about, to the end of the clause.
_ABOUT: Final = re.compile(
    r" (?:(?:i|för|utan|med|mot|på|och) (?!(?:år|dag|maj|juni|juli|prov|stället|fjol|samband)\b)"
    rf"[a-zåäö]{{3,}}(?= ?[.,;:()\n]|$)|i {_CAPITAL}[a-zåäö]+(?=\n|$))"
)
# `nätverket Libraries 2030`: a year for which something is meant to be reached.
_YEAR_AHEAD: Final = re.compile(r" 20[3-9][05]\b(?! ?[–:-])")
_PLAIN: Final = re.compile(r"[A-ZÅÄÖ][a-zåäö]{4,}")
# The noun of kind before a name is no part of it: `Samarbetet Tre vikar bildades`.
_KIND_FIRST: Final = re.compile(rf"(?:Samarbetet|Nätverket) (?={_CAPITAL})")
# `OECD:s nätverk för gruvregioner`
_KIND_OF_OWNER: Final = re.compile(
    rf"{_CAPITAL}+:s (?:[a-zåäö]+a )?[a-zåäö-]*(?:nätverk|forum|samarbete|allians|plattform)"
    r" (?:för|mellan) [a-zåäö-]+(?: och [a-zåäö-]+(?= ?[.,;]))?"
)
# Nouns that say what something is, where `Gränsorganet Inre Skandia` is called so.
_SAYS_WHAT: Final = re.compile(
    r"[a-zåäö].*|Nätverket|Samarbetet|Sam(?:arbets|verkans)organet|Organisationen|Plattformen"
    r"|Forumet|Föreningen|Förbundet|Alliansen"
)
# `Kommunalförbundet Räddningstjänsten Syd`
_SERVICE: Final = re.compile(r"[^\W\d_a-zåäö]\w+(?:tjänsten|verken)\b")
_BOUNDARY: Final = re.compile(r"\b")


def introduced(text: str) -> Iterator[Candidate]:
    """Yield what a text introduces, each name from where it begins to where it ends."""
    for one in _told(text):
        start = labels_end(text, one.start)
        noun = NEEDLESS_NOUN.match(text, start, one.end)
        start = noun.end() if noun else start
        if start < (end := before_paper(text, start, one.end)):
            yield one._replace(start=start, end=end)


def _told(text: str) -> Iterator[Candidate]:
    for pattern in (_IS, _ONE_OF, _APPOSED, _APPOSED_WITHIN):
        for match in pattern.finditer(text):
            if may_be_network(text, match["name"]):
                yield Candidate(*match.span("name"), _type(match["what"]), "introduced")
    for pattern in NAMED_OUTRIGHT:
        for match in pattern.finditer(text):
            yield Candidate(*match.span("name"), "network", "introduced")
    for pattern in (_MEMBER_OF, _SEAT_IN, _FOUNDED, _BODY_OF, _SHORT_BEHIND):
        for match in pattern.finditer(text):
            yield from _row(text, match.start("name"), in_row=pattern is _MEMBER_OF)
    yield from _behind_noun(text)
    for pattern in (
        *(_CAME_TO_BE, _OWNED, _IS_OFFICE, _HAS_BODY, _KIND_SHORT),
        *(_THERE, _REPRESENTED),
    ):
        for match in pattern.finditer(text):
            noun = _KIND_FIRST.match(match["name"])
            start = match.start("name") + (noun.end() if noun else 0)
            if may_be_network(text, text[start : match.end("name")]):
                yield Candidate(start, match.end("name"), "network", "introduced")


def _behind_noun(text: str) -> Iterator[Candidate]:
    """Yield what stands right behind a noun of kind: `nätverket X`."""
    for match in _DEFINITE.finditer(text):
        end = name_end(text, match.start("name"))
        year = _YEAR_AHEAD.match(text, end)
        if year and match["noun"].islower():
            yield Candidate(match.start("name"), year.end(), "network", "introduced")
            continue
        yield from _row(text, _definite_start(match), in_row=False)
        about = _ABOUT.match(text, end)
        if about and _PLAIN.fullmatch(text, match.start("name"), end):
            yield Candidate(match.start("name"), about.end(), "network", "introduced")


def _definite_start(match: re.Match[str]) -> int:
    """Return where a name behind a noun of kind begins: at the noun if that is a part of it."""
    itself = _SAYS_WHAT.fullmatch(match["noun"]) or _SERVICE.match(match.string, match.end() - 1)
    return match.start("name" if itself else "noun")


def _row(text: str, start: int, *, in_row: bool) -> Iterator[Candidate]:
    """Yield the name at a place, and those that go on in a row: `i A, B och C`."""
    begin = behind_body(text, start)
    while begin is not None:
        end = _owner_end(text, begin) or nominative_end(text, begin, name_end(text, begin))
        if not may_be_network(text, text[begin:end]):
            return
        yield Candidate(begin, end, "network", "introduced")
        following = _NEXT.match(text, end)
        begin = following.end() if following is not None and in_row else None


def _owner_end(text: str, start: int) -> int | None:
    """Return where the name ends whose body stands behind it: `i Vindkustens råd`."""
    if kind := _KIND_OF_OWNER.match(text, start):
        return kind.end()
    owner = _OWNER.match(text, start)
    alone = owner and any(find_again(text, [owner["name"]], NAME_BEGINS, _BOUNDARY))
    return owner.end("name") if owner and alone else None


def _type(what: str) -> EntityType:
    return next(kind for word, kind in _WHAT.items() if what.casefold().endswith(word))
