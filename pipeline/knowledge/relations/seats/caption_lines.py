"""Lines above lists: the network, body and role that one of them names."""

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from pipeline.knowledge.entities.paper_words import before_paper
from pipeline.knowledge.relations.leads import is_prose, leads_in
from pipeline.knowledge.relations.seats.vocabulary import Word
from pipeline.knowledge.scene import NETWORKS, Named, Scene, Span

_LONGEST: Final = 100
_LONGEST_LEAD: Final = 250
# Words that may stand before what a caption names, and none of its own.
_BEFORE: Final = re.compile(
    r"(?i:(?:\w+(?:et|[eé]ns?|ets)|v[åa]ra?|närvarande|\w+ande|(?:\w+t )?val(?:da)?|utsedda?"
    r"|ordinarie|\w+(?:ska|ella|ala)|(?:med|samt|och) följande) )*"
)
# By what a line is counted among others: `B. Eurocities, styrelsen`, `§ 7 Val till Eurocities`.
_MARK: Final = re.compile(
    r"(?:§ ?\d{1,3}|(?:Bilaga|Tabell|Punkt|Ärende|Lista|Del|Avsnitt) (?:\d{1,2}|[A-ZÅÄÖ]\b)"
    r"|\d{1,2}(?:\.\d{1,2})*(?=[.):])|(?:[IVX]{1,4}|[A-Za-zÅÄÖåäö])(?=[.):]))[.):,]?(?: [–-])? "
)
# What a caption names, said first: `Nätverk: Eurocities`.
_KIND: Final = re.compile(
    r"(?:nätverk|organisation|samarbete|samverkan|program|förening|fond|uppdrag)(?:ets?|en)?"
    r"(?:s? namn)?: ?",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    r"(?:Region|Landstinget|Regionförbundet|Länsstyrelsen|Högskolan)\b"
    r"|.*(?:\b(?:\w+s)?kommune?|\bstad|regering|departement|universitet|högskola|landsting|kommunförbund|region)(?:en|et)?$",
    re.IGNORECASE,
)
_SEAT_IN: Final = re.compile(
    r"(?:ledamöter|ersättare|representanter|företrädare|suppleanter|ombud|kontaktpersoner)"
    r" (?:i|för|till|inom) (?:\w+ )?$",
    re.IGNORECASE,
)
# What heads columns beside those of seats: `Kommun/ Ledamöter Ersättare`.
_OTHER_COLUMNS: Final = re.compile(
    r"\b(?:namn|parti|land|län|ort|kommune?|fylkes?kommune?|region|landskap|landsting|organisation"
    r"|medlem|huvudman|period|närvarande|beslutande)\b[ /:]*",
    re.IGNORECASE,
)
_COMMITTEE: Final = re.compile(r"kommitté|råd|kommission|committee|council", re.IGNORECASE)
NOBODIES: Final = re.compile(
    r"(?:(?:^| )(?:[–—-]|N\.? ?N\.?|vakant|(?:utses|väljs|tillsätts) (?:ej|inte|senare))\.?)+\s?$",
    re.IGNORECASE,
)
"""Lines of columns in which nobody stands, which end the line before them or are one."""
OF_ONE: Final = frozenset({"ordförande", "sekreterare", "kassör", "sammankallande"})
"""Seats that one person has."""
# `Kvarkenrådets medlemmar 2016:`, of persons only where persons stand below.
_ITS_MEMBERS: Final = re.compile(r":?s? (medlemmar)(?: (?:19|20)\d\d)?", re.IGNORECASE)
_CHOOSES: Final = re.compile(
    r" (?![^.;:]{0,20}inom sig)(?:har|hade|ska|beslutade|beslutar)?[^.;:]{0,60}?"
    r"\b(?:utsett|utser|utsåg|utse|valt|väljer|valde|välja|föreslår|föreslagit|nominerat)\b"
)
# `Medlemmar i direktionen`
_MEMBERS_OF: Final = re.compile(r"(?:[\wåäö]+ )?(?:medlemmar|ledamöter) (?:i|av) ", re.IGNORECASE)
_PAPER: Final = re.compile(
    r" (?i:(?:sammanträdes|mötes)?protokoll|ledamöter|medlemmar|sammansättning|kallelse|dagordning"
    r"|(?:ärende|föredragnings)(?:förteckning|lista)|närvaro(?:lista|förteckning))\b"
)
# A name of its own, or a number: `Kommitté 2`.
_PROPER: Final = re.compile(r" (?=[^\W\d_a-zåäö]|\d{1,2}$)")
_NAME_ENDS: Final = re.compile(r"[.(] | [–-] ")
# `LAG vald vid stämman`, `Styrelse från och med april`.
_SINCE: Final = re.compile(
    r" (?:vald|utsedd|tillsatt|konstituerad|efter|från|fr\.? ?o\.? ?m|under|per|sedan)\b",
    re.IGNORECASE,
)
# `Arbetsgrupp kultur`, `Utskott miljö och hav`: what the group that a line names is for.
_GROUP: Final = re.compile(r"\w*(?:(?:arbets|ämnes|tema|fokus|sak)grupp|utskott)", re.IGNORECASE)
_THEME: Final = re.compile(r" (?!\w*möte)[a-zåäö-]{3,}(?:,? (?:och )?[a-zåäö-]{3,}){0,2}$")
_AT: Final = re.compile(r" (?:i|för|inom) (?=[^\W\d_a-zåäö])")


class Caption(NamedTuple):
    """What the lines above tell; None where they tell nothing.

    Several roles are the columns of a list: the persons below have them in turn. `outer` is
    what holds again below: after a list that a sentence led into (`led`), and after a
    presidium, which is part of a body. `columns` says that the roles may head columns, `seatless`
    that those below came to a meeting or sign, and are no members, `beside` that the columns are
    headed in one line, so that those of each line below have their roles in turn, `staff` that
    those below work for the network.
    """

    network: Named | None = None
    body: Word | None = None
    roles: tuple[Word, ...] = ()
    persons: int = 0
    led: bool = False
    columns: bool = False
    seatless: bool = False
    beside: bool = False
    staff: bool = False
    outer: "Caption | None" = None

    @property
    def role(self) -> Word | None:
        """The role of the next person below; `Ordförande` is that of one person."""
        if not self.roles or (self.persons and self.roles[0].name in OF_ONE):
            return None
        return self.roles[self.persons % len(self.roles)]


class Reader(NamedTuple):
    """What finds bodies and roles in a stretch of the flow."""

    bodies: Callable[[Span], list[Word]]
    roles: Callable[[Span], list[Word]]


def is_caption(text: str) -> bool:
    """Tell whether a line may stand above a list, and is no sentence of running text."""
    if leads_in(text):
        return len(text) <= _LONGEST_LEAD
    return len(text) <= _LONGEST and not text.endswith((".", "!", "?")) and not is_prose(text)


def told_in(scene: Scene, reader: Reader, span: Span) -> Caption:
    """Return what a caption itself names; a line that leads into a list may be a sentence."""
    text = scene.text(span)
    lead = leads_in(text) and is_prose(text)
    network = _network(scene, span, anywhere=lead)
    first = _first(text, span)
    bodies = [
        body
        for body in reader.bodies(span)
        if (lead and not chooses(text, body.end - span.start))
        or (not lead and _is_all(text, body, network, span, first))
    ]
    roles = [role for role in reader.roles(span) if not role.is_title]
    if not lead and not _are_all(text, roles):
        limit = max(first, network.end + 1 if network else 0)
        roles = [role for role in roles if role.start <= limit]
    bodies = bodies or [board for role in roles if (board := board_in(scene, role))]
    if network is not None and (members := _ITS_MEMBERS.fullmatch(_behind(text, network, span))):
        start = network.end + members.start(1)
        roles = [Word(start, start + len(members[1]), "ledamot")]
    return Caption(
        network,
        _with_name(scene, bodies[-1], span) if bodies else None,
        tuple(roles) if not lead else tuple(roles[-1:]),
        beside=_are_all(text, roles),
    )


def chooses(text: str, end: int) -> bool:
    """Tell whether a body that ends at a place chooses others: `Styrelsen har utsett`."""
    return bool(_CHOOSES.match(text, end))


def _are_all(text: str, roles: Sequence[Word]) -> bool:
    """Tell whether a line holds several words for seats and nothing but those above columns."""
    letters = sum(role.end - role.start for role in roles)
    seats = _OTHER_COLUMNS.sub("", text)
    return len(roles) > 1 and letters >= sum(not char.isspace() and char != ":" for char in seats)


def _behind(text: str, network: Named, span: Span) -> str:
    """Return the rest of a line behind a network's name, an ending of the genitive before it."""
    ending = "s" if text[: network.end - span.start].endswith("s") else ""
    return ending + text[network.end - span.start :].rstrip(" :\n")


def board_in(scene: Scene, role: Word) -> Word | None:
    """Return the board that a word for a seat names too: `Styrelseledamöter`."""
    words = scene.text(Span(role.start, role.end)).casefold().split()
    told = any(word.startswith("styrelse") for word in words)
    return Word(role.start, role.end, "styrelse") if told else None


def _first(text: str, span: Span) -> int:
    """Return where a caption's own words begin, behind what may stand before them."""
    mark = _MARK.match(text)
    start = mark.end() if mark else 0
    match = _KIND.match(text, start) or _BEFORE.match(text, start)
    return span.start + (match.end() if match else start)


def _is_all(text: str, body: Word, network: Named | None, span: Span, first: int) -> bool:
    """Tell whether a body is what a caption is about: nothing but its own name follows it."""
    rest = text[body.end - span.start :].rstrip(" :")
    told = _MEMBERS_OF.fullmatch(text[: body.start - span.start])
    leads = network is not None or body.start <= first or told
    return bool(leads) and (
        not rest
        or _theme(body, rest)
        or any(follows.match(rest) for follows in (_PROPER, _AT, _PAPER, _SINCE))
        or rest.lstrip()[0] in ",(–-:"
        or rest[1:2].isdigit()
    )


def _theme(body: Word, rest: str) -> bool:
    """Tell whether the rest of a line is what a group is for."""
    return bool(_GROUP.fullmatch(body.name) and _THEME.match(rest))


def _network(scene: Scene, span: Span, *, anywhere: bool) -> Named | None:
    """Return the network that begins a caption, or an organisation that is nobody's own.

    In a network's own document most organisations are its members.
    """
    text = scene.text(span)
    first = _first(text, span)
    named = [
        n
        for n in scene.within(span, *NETWORKS)
        if anywhere or n.start <= first or _SEAT_IN.search(text[: n.start - span.start])
    ]
    if named or anywhere:
        return named[0] if named else None
    others = [
        n
        for n in scene.within(span, "organisation")
        if n.start <= first or _SEAT_IN.search(text[: n.start - span.start])
    ]
    if scene.author is not None:
        others = [n for n in others if _COMMITTEE.search(scene.text(n))]
    return next((n for n in others if not is_own(scene, n)), None)


def is_own(scene: Scene, named: Named) -> bool:
    """Tell whether an organisation is a region, a municipality or the like, and no network."""
    return bool(_OWN.match(scene.name_of(named.entity_id)))


def _with_name(scene: Scene, body: Word, span: Span) -> Word:
    """Return a body with the proper name that ends its line: `Partnerskapet Norra Sverige`."""
    text = scene.flow.text
    behind = text[body.end : before_paper(text, body.end, span.end)]
    rest = _NAME_ENDS.split(behind, maxsplit=1)[0].rstrip(" :")
    if (
        not (_PROPER.match(rest) or _theme(body, rest))
        or _PAPER.match(rest)
        or rest.isupper()
        or scene.within(Span(body.end, span.end), *NETWORKS)
    ):
        return body
    return body._replace(end=body.end + len(rest), name=body.name + rest)
