"""Places told by dates: `19 maj, Visby: besök`, `på Saaremaa den 2 maj`."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.knowledge.dates import dates_alone
from pipeline.knowledge.entities.person_patterns import WORD
from pipeline.knowledge.names import nominative
from pipeline.knowledge.textflow import Block, BlockKind, Flow
from pipeline.text.months import MONTHS, SHORT_MONTHS

_MONTH: Final = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(SHORT_MONTHS)})\b\.?)"
_ISO: Final = r"\d{4}-\d\d-\d\d"
# A house or a square in a town, which is the place
_VENUE: Final = (
    r"[^\W\d_a-zåäö]\w*(?:hallen|huset|salen|gården|torget|residenset|biblioteket|skolan|hotellet"
    r"|teatern|museet|slottet|parken|rummet|kansliet)"
)
VENUE_AND_TOWN: Final = re.compile(rf"{_VENUE}, (?P<place>{WORD})")
"""A line of the head of minutes: `Landstingshuset, Havsnäs`."""
_DATE: Final = re.compile(
    rf"\b\d\d?(?::e|:a|\.)? {_MONTH}|\b{_ISO}\b|\b\d\d?/\d\d? (?:19|20)\d\d\b"
)
# `19 maj, Visby: besök`, `19 maj 2024 (Visby)`
_AFTER_DATE: Final = re.compile(
    rf"(?:{_MONTH}(?: \d{{4}})?|{_ISO})(?:, (?:{_VENUE}, )?(?P<place>{WORD}(?: {WORD})?)(?=[:,.]|$)"
    rf"| [–-] (?P<between>{WORD}(?: {WORD})?)(?= [–-] )"
    rf"| \((?P<inside>{WORD}(?: {WORD})?)\))"
)
# `Näringslivsdag, Røros, 15 februari`
_BEFORE_DATE: Final = re.compile(
    rf", (?P<place>{WORD}(?: {WORD})?),? (?:den )?(?=\d\d?(?: ?[–-] ?\d\d?)? {_MONTH})"
)
# The head of minutes: `Plats: Länsresidenset, Havsnäs`
_OF_HEAD: Final = re.compile(rf"Plats[^:\n]{{0,12}}: (?:[^\n]*, )?(?P<place>{WORD}(?: {WORD})?)$")
# `Plats och tid Sparbanken, Bygatan 2, Havsnäs, kl 18.00`: a head without a colon.
_OF_BARE_HEAD: Final = re.compile(
    rf"^(?:Tid och plats|Plats och tid|Plats)\b:?[^:\n]*?[ ,](?P<place>{WORD})"
    r"(?:,? kl(?:ockan|\.)? ?\d[^\n]*|$)"
)
_OF_VENUE: Final = re.compile(rf"^{VENUE_AND_TOWN.pattern}$")
# The same where label and place are cells: `Sparbanken, Havsnäs, kl. 18.00`.
_HEAD: Final = re.compile(r"(?:Tid och plats|Plats och tid|Plats):?")
_OF_CELL: Final = re.compile(rf"^(?:[^\n]*, )?(?P<place>{WORD})(?:,? kl(?:ockan|\.)? ?\d[^\n]*|$)")
# `Slutkonferens för Havsro, Havsnäs`, below a line with the day alone
_LAST_OF_LINE: Final = re.compile(rf", (?P<place>{WORD})\.?$")
# `12 mars, Havsnäs kommun`, `möte i Havsnäs kommun 4/5 2026`: whose guests they are tells where.
_IN_MUNICIPALITY: Final = re.compile(
    rf"(?:{_MONTH}(?: \d{{4}})?|{_ISO}), (?P<visited>{WORD}) kommun(?=[.,]|$)"
    rf"|\bi (?P<place>{WORD}) kommun,? (?:den )?(?=\d\d?/\d|\d\d? {_MONTH})"
)
_LAST_OF_DATED: Final = re.compile(rf"\d\d? {_MONTH}\b[^\n]*, (?P<place>{WORD}(?: {WORD})?)\.?$")
# `Tid och plats: Almköping, 7 maj 2024`, `2.1 Almköping 7 maj 2024`: nothing else but the days
_BESIDE_DATE: Final = re.compile(
    rf"^(?:(?:Tid|Datum) och plats: |[\W\d]*)(?P<place>{WORD}(?: {WORD})?),? (?:den )?"
    rf"(?:\d\d?(?: {_MONTH})? ?[–-] ?)?\d\d? {_MONTH}(?: \d{{4}})?$"
)
# `Almköping, 7–9 maj, årsmöte`: a place that begins a line, and what happened behind the day
_FIRST_OF_DATED: Final = re.compile(
    rf"^\W*(?P<place>{WORD}(?: {WORD})?),? (?:den )?(?:\d\d?(?: {_MONTH})? ?[–-] ?)?"
    rf"\d\d? {_MONTH}(?: \d{{4}})?[,:] (?!kl)(?=[a-zåäö])"
)
_IN_PLACE: Final = re.compile(
    rf"\b(?:i|på|till|utanför|besök(?:er|te|t|s|tes)?|gästa(?:r|de|s|des|t)"
    rf") (?P<place>{WORD}(?: {WORD})?)(?=[ ,.;:)\n]|$)"
    r"(?! (?:[A-ZÅÄÖ]|län|kommun|stad\b))"
)
# `1.1 Besök i Havsnäs`, `Läger i vänorten Havsnäs`: a title right above what has a date
_LAST_OF_TITLE: Final = re.compile(
    rf"\b(?:i|på|till) (?:(?:vänorten|staden) )?(?P<place>{WORD}(?: {WORD})?)$"
)
# Below a line with a date: `Plats: skolorna i Havsnäs och Röros`, `Vid mötet i Havsnäs`
_IN_PLACES: Final = re.compile(rf"^Plats: [^\n]*?\b(?:i|på) (?P<place>{WORD})(?=[ ,.]|$)")
_AT_MEETING: Final = re.compile(
    rf"\b(?:[Vv]id|[Uu]nder) \w*(?:mötet|konferensen|seminariet) i (?P<place>{WORD})(?=[ ,.]|$)"
)
_LONGEST_TITLE: Final = 80
# `den 3 maj stod Havsnäs värd för`
_HOST: Final = re.compile(
    rf"\b(?:står|stod) (?P<place>{WORD}) (?:som )?värd\b"
    rf"|\b(?P<host>{WORD}) (?:är|var|står|stod) (?:som )?värd\b"
)
_NO_PLACE: Final = re.compile(
    r"(?:Region(?:en)?|Kommun(?:en)?|EU|Europa|Norden|Interreg|Bilaga|Projektet|Folkets|Teams|Zoom|Skype"
    r"|Digital\w*|Online)\b.*"
    r"|\w*(?:forum|konferens\w*|dagarna|veckan|mässan|mötet?|sammanträdet?|träff|resa|besök|seminarium)"
    r"|[A-ZÅÄÖ]{3,}"
    r"|.*(?:programmet|nämnden|styrelsen|förbundet|[Ll]andstinget|[Ss]taden|[Rr]ådet|nätverket|kontoret"
    r"|kommittén|föreningen|[Ll]änet|universitetet|högskolan|dagen)"
)


def event_places(flow: Flow) -> Iterator[tuple[int, str]]:
    """Yield the places of paragraphs with a date: `19 maj, Visby: besök`, `på Saaremaa den 2`."""
    around = zip((None, *flow.blocks), flow.blocks, (*flow.blocks[1:], None), strict=False)
    for above, block, below in around:
        for pattern in (*_patterns(above, block), *_of_title(block, below)):
            for match in pattern.finditer(block.text):
                group = match.lastgroup or "place"
                name = nominative(match[group], flow.text)
                if not _NO_PLACE.fullmatch(name):
                    yield block.start + match.start(group), name


def _patterns(above: Block | None, block: Block) -> tuple[re.Pattern[str], ...]:
    """Return how a block may name a place: one with a date, or right below one, in many ways."""
    if above is not None and above.kind is BlockKind.CELL and _HEAD.fullmatch(above.content):
        return (_OF_CELL,)
    if _DATE.search(block.text):
        beside = _AFTER_DATE, _BEFORE_DATE, _BESIDE_DATE, _FIRST_OF_DATED, _LAST_OF_DATED
        return _OF_HEAD, _OF_BARE_HEAD, *beside, _IN_PLACE, _HOST
    if above is not None and dates_alone(above.content):
        return _LAST_OF_LINE, _IN_PLACE
    if above is not None and _DATE.search(above.text):
        return _OF_HEAD, _OF_BARE_HEAD, _OF_VENUE, _AT_MEETING, _IN_PLACES
    return _OF_HEAD, _OF_BARE_HEAD, _OF_VENUE


def _of_title(block: Block, below: Block | None) -> tuple[re.Pattern[str], ...]:
    """Return how a short line names the place of what the dated text right below it tells."""
    short = len(block.text) <= _LONGEST_TITLE and not _DATE.search(block.text)
    dated = below is not None and below.kind is BlockKind.TEXT and _DATE.search(below.text)
    return (_LAST_OF_TITLE,) if short and dated else ()


def visited_municipalities(flow: Flow) -> Iterator[tuple[int, str]]:
    """Yield the places of events that are told by their municipality: `12 mars, Havsnäs kommun`."""
    for block in flow.blocks:
        if " kommun" in block.text and _DATE.search(block.text):
            for match in _IN_MUNICIPALITY.finditer(block.text):
                group = match.lastgroup or "place"
                yield block.start + match.start(group), match[group]
