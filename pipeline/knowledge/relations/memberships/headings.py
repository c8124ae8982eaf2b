"""Networks known by how a plan is arranged: what headings and captions of seats are names of."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.entities.extents import is_whole
from pipeline.knowledge.entities.paper_words import PAPER_WORD, labels_end
from pipeline.knowledge.entities.shape_patterns import COMMON_PREFIX
from pipeline.knowledge.names import stands_in
from pipeline.knowledge.relations.memberships.verbs import tells_of_members
from pipeline.knowledge.textflow import Block, BlockKind

_NAME: Final = r"[^\W\d_a-zåäö][\w'’&-]*(?: [\w'’&–-]+){0,6}?"
_BODY: Final = (
    r"(?:styrelse|styrgrupp|råd|årsmöte|stämma|generalförsamling|församling|kommitté|utskott"
    r"|presidium|forum|direktion|[a-zåäö]+(?:grupp|råd|kommitté|utskott|styrelse|stämma|möte))"
    r"(?:n|en|et|t|an)?"
)
# `Östersjöhamnarnas förbund, styrelsen`, and how many are to be chosen: `2 ombud och 2 ersättare`
_SEATS: Final = r"(?:,? \(?\d+ [a-zåäö]+(?:(?:,| och) \d+ [a-zåäö]+)*\)?)?"
_CAPTION: Final = re.compile(
    rf"(?:[A-ZÅÄÖ]{{2,8}} [–-] )?(?P<name>{_NAME}), (?:[a-zåäö]+[ae] )?{_BODY}{_SEATS}(?::|: .+)?"
)
# `Nätverket Hälsa utan tolk`: a line that says itself what it names.
_SAYS_KIND: Final = re.compile(
    r"(?:Nätverket|Samarbetet) [\"”“»]?(?P<name>[^\W\d_a-zåäö][^.,:;()]{3,60}?)[\"”“«]?"
)
# Of two things, as a line of its own: `Gränskommittén Kust och Fjord`.
_OF_TWO: Final = re.compile(
    r"(?P<name>[A-ZÅÄÖ][a-zåäö]*(?:rådet|kommittén|alliansen|unionen|samarbetet|nätverket|sällskapet"
    r"|forum) [A-ZÅÄÖ][a-zåäö]+ och [A-ZÅÄÖ][a-zåäö]+)(?:,? \(?[A-ZÅÄÖ]{2,8}\)?)?:?"
)
_HEADING: Final = re.compile(rf"(?P<name>{_NAME})(?P<short> \([^()]{{2,12}}\))?")
_OF_MEMBERS: Final = Anchored(
    r"\b(?:medlem\w*|gick med|gått med|ansl(?:ut|öt)\w*|nätverk\w*|samarbetsorgan\w*|ombud"
    r"|ledamot|ledamöter|styrelse\w*|årsmöte\w*|stämma\w*|företräds|representer\w+)\b",
    re.IGNORECASE,
)
# What is told of the heading itself, for it names no other: `Medlem sedan 2005.`
_SAID_OF_IT: Final = re.compile(
    r"(?:^|[.!?] )(?:(?:Vi|Regionen|Kommunen|Staden|Landstinget|Förbundet|Region [A-ZÅÄÖ]\w+) )?"
    r"(?:(?:är|har varit|blev) (?:\w+ )?)?"
    r"(?i:medlem|anslut(?:en|na)|delägare|gick med|inträdde|med)\b"
    r"(?:(?! i [A-ZÅÄÖ])[^.]){0,40}? (?:19|20)\d\d\b"
)
# The same without a subject, or as a label: `Medlem sedan: 2005`. It can be said of nothing else.
_SAID_ALONE: Final = re.compile(
    r"(?:Medlem(?:skap)?|Anslut(?:en|na|ning)|Med|Delägare|Inträdde|Gick med|Inträdesår|Medlemsår)"
    r"(?: (?:sedan|från|i|år))*:? ?(?:[a-zåäö]+ )?(?:19|20)\d\d\b"
)
# `X (medlem sedan 2012)`, `X, XYZ (sedan 2012)`, `X, medlem sedan den 1 mars 2012`
_SINCE: Final = r"(?:sedan|från) (?:år |den )?(?:\d{1,2} [a-z]{3,9} )?(?:19|20)\d\d"
_MEMBER: Final = (
    rf"(?:medlem|ansluten|delägare|med)(?: {_SINCE}| (?:19|20)\d\d ?[–-] ?(?:19|20)\d\d)"
)
_SAYS_SINCE: Final = re.compile(
    rf"(?P<name>{_NAME})(?:,? \([^()]{{2,12}}\)|, [A-ZÅÄÖ]{{2,8}})?"
    rf"(?: \((?:{_MEMBER}|{_SINCE})\)|(?:,|:| [–-]) {_MEMBER}):?"
)
# No common word can be written so: `Baltic Region Healthy Islands`, `POLIS`, `Älvdalskommittén`.
_PROPER: Final = re.compile(
    r"[^\W\d_a-zåäö]\w* [^\W\d_a-zåäö]|[^\W\d_a-zåäö]{3}"
    rf"|^(?!{COMMON_PREFIX})[A-ZÅÄÖ][a-zåäö]{{3,}}(?:rådet|kommittén|alliansen|unionen|kretsen)$"
)
_ABOUT_NETWORKS: Final = re.compile(
    r"nätverk|samarbet|organisation|representer|företräd|medlemskap", re.IGNORECASE
)
_COMMON: Final = re.compile(
    r"(?:kontoret|vårt?\b|mål|insats|aktivitet|bakgrund|inledning|syfte|uppfölj|ansvar|resurs|budget|kostnad"
    r"|organisation|nätverk|samarbet|medlemskap|medlemsavgift|företrädare|politisk|tjänste"
    r"|övrig|projekt|bilaga|kontakt|våra?\b|kommande|planerad|val av|§"
    r"|(?:(?:ordinarie|personliga?|vice) )?(?:ledam[oö]t|ersättare|suppleant|ordförande|ombud)"
    r"|ordinarie\b|representant|sekreterare|kassör|revisor|sammankallande"
    r"|[a-zåäö-]+a (?:nätverk|samarbeten|organisationer|plattformar|föreningar|samarbetsorgan)\b)",
    re.IGNORECASE,
)

# What the paper is itself: `Handlingsplan för Region Almvik`.
_PAPER: Final = re.compile(
    rf"(?:{PAPER_WORD.pattern})\b|.*\b(?:[\w-]*[Ss]trategi|[\w-]*[Pp]olicy|Program|Riktlinjer)\b"
)
_NO_NETWORK: Final = re.compile(
    r"(?:Region|Landstinget|Länsstyrelsen|Högskolan|Kommunförbundet|Regionförbundet)\b.*"
    r"|.* (?:kommune?|stad|universitet|högskola|AB)"
    r"|.*(?i:nämnd|utskott|styrelse|fullmäktige|beredning|direktion|valberedning)(?:en|et|n)?"
    # A body of some network or programme, by a number, by its name, or for what.
    r"|(?:\w*församling|[Kk]ommitté|[Uu]tskott|[Pp]anel|\w*(?:[Ss]tyr|[Aa]rbets|[Öö]vervaknings)(?:grupp|kommitté)"
    r"|[Ss]trukturfondspartnerskap)(?:en|et|n)?\b.*"
)


def captioned_networks(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Yield the names of networks in lines and headings, each with where it begins.

    A caption names a network and a body. A heading names one if the paragraph below tells of
    members or seats, and if it gives an abbreviation, comes again in the paragraph, or
    stands below a heading about networks.
    """
    about: Block | None = None
    for block, below in pairwise(blocks):
        text = block.content.strip()
        if _NO_NETWORK.fullmatch(text.partition(",")[0]):
            continue
        if block.kind is not BlockKind.CELL and (caption := _CAPTION.fullmatch(text)):
            start = labels_end(text, caption.start("name"))
            yield block.content_start + start, text[start : caption.end("name")]
        elif block.kind is not BlockKind.CELL and (since := _SAYS_SINCE.fullmatch(text)):
            yield block.content_start, since["name"]
        elif of_two := _OF_TWO.fullmatch(text):
            yield block.content_start, of_two["name"]
        elif block.kind is BlockKind.HEADING and (kind := _SAYS_KIND.fullmatch(text)):
            yield block.content_start + kind.start("name"), kind["name"]
        elif block.kind is BlockKind.HEADING and _names(text, block, below, about):
            match = _HEADING.fullmatch(text)
            assert match is not None
            yield block.content_start, match["name"]
        elif block.kind is BlockKind.HEADING:
            about = block if _ABOUT_NETWORKS.search(text) else None


def is_common(text: str) -> bool:
    """Tell whether a heading's words are what any plan has headings of."""
    return bool(_COMMON.match(text))


def tells_of_networks(text: str) -> bool:
    """Tell whether a paragraph is of a network: of its members, or of seats in it."""
    return bool(_OF_MEMBERS.search(text)) or tells_of_members(text)


def is_own_body(text: str) -> bool:
    """Tell whether a name is a region's or municipality's, or that of a body of its own."""
    return bool(_NO_NETWORK.fullmatch(text))


def may_name_network(text: str) -> bool:
    """Tell whether words that stand alone may name a network: no clause, label or own body."""
    return is_whole(text) and not is_common(text) and not is_own_body(text)


def _names(text: str, block: Block, below: Block, about: Block | None) -> bool:
    match = _HEADING.fullmatch(text)
    under = about is not None and block.marker.startswith(about.marker.rstrip(".") or "\0")
    proper = bool(_PROPER.search(text))
    alone = bool(_SAID_ALONE.match(below.text))
    told = alone or _OF_MEMBERS.search(below.text) or (under and proper)
    if match is None or below.kind is not BlockKind.TEXT or not told or _COMMON.match(text):
        return False
    if _PAPER.match(text):
        return False
    again = " " in match["name"] and stands_in(match["name"], below.text)
    said = alone or (proper and _SAID_OF_IT.search(below.text))
    return bool(match["short"] or again or under or said)
