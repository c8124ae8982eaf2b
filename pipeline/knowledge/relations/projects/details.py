"""What a sentence says of a project beside its name: who pays, leads, takes part, and when."""

import re
from datetime import date
from typing import Final, NamedTuple

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.dates import find_periods
from pipeline.knowledge.relations.projects.granted import giver_in
from pipeline.knowledge.scene import Named, Scene, Span

# `finansieras av X`, `har beviljats 2 miljoner euro från X`, `Finansiär är X`
_FUNDED: Final = Anchored(
    r"\b\w*finansi[eä]r\w*|\b(?:medel|pengar|bidrag) (?:från|ur|av)|\bstöd (?:av|från|genom)"
    r"|\bstöd(?:s|jas|de?s) av|\bstöd(?:er|jer|de|jde)\b|\bbetala(?:r|de)\b"
    r"|\bbevilja[td]\w*|\binom ramen för(?! (?:[\w-]+ )?[\w-]*(?:projekt|förstudie))"
    r"|\bbekosta\w+|\bbetala[sd]\w* av\b|\bbidrar med\b"
    r"|\bst(?:år|od) för [^.;]{0,40}(?:procent|kostnad|budget|medlen|%|not(?:an|orna)|räkning"
    r"|hälften|resten|(?:tredje|fjärde|femte)del|\d)"
    r"|\b(?:skjuter|sköt|skjutit) till\b|\b(?:bär|bar|burit) (?:hela |halva )?(?:kostnad|utgift)"
    r"|\b(?:anslår|anslog|anslagit|täck(?:s|tes|ts) av)\b"
    r"|\bmed hjälp av (?:medel|stöd|bidrag|pengar)"
    r"|\bmed hjälp av (?=(?-i:[A-ZÅÄÖ]))"
    r"|\b(?:fick|får|fått|sökt|söker)\b[^.;]{0,40}\b(?:från|ur|av)\b"
    r"|\b(?:ansökan|ansökt|ansöker|lämnats|lämnades)\b[^.;]{0,60}\btill\b",
    re.IGNORECASE,
)
# `bevilja Almviks kommun 750 000 kr`
_GRANTS: Final = re.compile(r"bevilja(?:r|de|t)?", re.IGNORECASE)
# `Almviks kommun beviljades 750 000 kr`
_IS_GRANTED: Final = re.compile(r"bevilja(?:s|ts|des)", re.IGNORECASE)
# `Almviks kommun bidrar med lokaler`: what who takes part adds to what a funder pays
_ADDS: Final = re.compile(r"bidrar med", re.IGNORECASE)
# Between such words and a network that pays: `finansieras av Kustkommittén`
_BY_NETWORK: Final = re.compile(r"(?: (?:av|från))? (?:den |det )?")
_FROM: Final = re.compile(r"\b(?:från|av|ur) $", re.IGNORECASE)
# Between a fund and the programme through which it pays
_THROUGH: Final = re.compile(
    r"(?: \([^()]*\))?,? (?:genom|via|inom)(?: (?:programmet|ramen för))? "
)
# Part of what is paid, beside what a funder pays.
_CO_FUNDED: Final = re.compile(r"\bmedfinansi\w+\b(?!: ?\d)", re.IGNORECASE)
_PAID_BY: Final = re.compile(r"\b(?:från|ur|av|genom|via|är|inom|med)\b", re.IGNORECASE)
# How far from the words that say so a funder is named, in characters.
_FARTHEST: Final = 90
_LEAD: Final = Anchored(
    r"\b(?:lead ?partner(?: i projektet)?(?: är)?|leds av|koordineras av|samordnas av"
    r"|projektägare(?: är)?|huvudpartner|drivs av|samordnare|samordnande part|lead)\b",
    re.IGNORECASE,
)
_LEADING: Final = Anchored(
    r"\b(?:är (?:lead ?partner|projektägare|koordinator|huvudpartner|samordnare|projektledare)"
    r"|(?<!som )(?:driver|leder|samordnar|koordinerar)) ?",
    re.IGNORECASE,
)
_LED_BY: Final = Anchored(
    r"\bmed (?P<who>[^.,;()]{3,60}) som (?:koordinator|samordnare|lead|projektägare|huvudpartner)"
)
_PARTNERS: Final = Anchored(
    r"(?<!lead )\b(?:partner|partners|parter|övriga parter|i samarbete med|i samverkan med"
    r"|tillsammans med|(?:projekt|samverkans|samarbets)part\w*)\b",
    re.IGNORECASE,
)
_PERIOD: Final = re.compile(
    r"\b(?:pågår|pågick|period|projekttid|löper|genomförs|genomfördes)", re.IGNORECASE
)
_STARTS: Final = re.compile(r"\b(?:start\w*|påbörja\w*|inled\w*)\b[^.;]*$", re.IGNORECASE)
_ENDS: Final = re.compile(
    r"\b(?:avsluta\w*|slutredovisa\w*|slutar|till och med|t\.o\.m\.|pågår till|fram till)[^.;]*$",
    re.IGNORECASE,
)
# `är ett projekt inom Interreg Nord`
_PROJECT_IN: Final = re.compile(
    r"(?:\bprojekt (?:inom|i|genom|via) (?:[\w:]+ ){0,3}|\bär en del av (?:programmet )?"
    r"|\b[Ii]nom(?: ramen för)? (?:programmet )?)$"
)
# `Interreg-projektet`, `LIFE+-projektet`
_OF_KIND: Final = re.compile(
    r"(?P<kind>[A-ZÅÄÖ][\w+]*(?: [A-ZÅÄÖ\d][\w+]*){0,2}?)(?<=[\w+])(?:-|(?<=\+))projekt(?:et)?\b"
)
# `TEN-T projektet`
_PROJECT_OF: Final = re.compile(r"(?:-| )projektet\b")
# `Länets museer får 90 000 kr till`: from whom the document says elsewhere.
_IS_GIVEN: Final = re.compile(
    r"\b(?:får|fick|har fått|beviljas|beviljades)\b[^.;]{0,60}? \d[\d ]+(?:kr|tkr|mkr|SEK|euro)"
)
PROGRAMME_OF: Final = re.compile(r"s? program(?:met)? ")
"""What stands between who has a programme and its name: `Fondens program Interreg Nord`."""
NO_FUNDER: Final = "Europeiska unionen"
"""What pays through its programmes and funds alone: `EU-medel` tells of none."""
PARTIES: Final = ("organisation", "network")
"""Types of who may lead a project or take part in it."""


class Details(NamedTuple):
    """What a sentence tells of a project; ids are of entities."""

    funder_id: str | None = None
    programme_id: str | None = None
    lead_id: str | None = None
    partner_ids: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None


def details_of(scene: Scene, span: Span) -> Details:
    """Return what a sentence says of the project that it is about."""
    text = scene.text(span)
    funder_id = _funder_id(scene, span)
    is_programme = funder_id and scene.registry.thing(funder_id).type == "programme"
    lead = _lead(scene, span)
    partners = [one for one in _after(scene, span, _PARTNERS) if one != lead]
    return Details(
        funder_id,
        funder_id if is_programme else None,
        lead,
        tuple(partners),
        *_period(text),
    )


def ids_within(scene: Scene, slot: Span | None, *types: str) -> list[str]:
    """Return the entities that a stretch names, in order, each once."""
    named = scene.within(slot, *types) if slot is not None else []
    return list(dict.fromkeys(name.entity_id for name in named))


def period_in(scene: Scene, slot: Span | None) -> tuple[date | None, date | None]:
    """Return the first and last day that a place for the period names."""
    periods = list(find_periods(scene.text(slot))) if slot is not None else []
    return (periods[0].first, periods[-1].last) if periods else (None, None)


def _funder_id(scene: Scene, span: Span) -> str | None:
    """Return who pays: as the sentence says, else as the kind of project tells."""
    if named := _funder(scene, span):
        return named.entity_id
    text = scene.flow.text
    for named in scene.within(span, "programme", "fund"):
        if _PROJECT_OF.match(text, named.end):
            return named.entity_id
    kinds = (match["kind"] for match in _OF_KIND.finditer(scene.text(span)))
    listed = (scene.registry.listed(kind, "programme", "fund") for kind in kinds)
    told = next(filter(None, listed), None)
    if (
        told is None
        and _IS_GIVEN.search(scene.text(span))
        and (giver := giver_in(scene.flow, scene.names))
    ):
        return giver.entity_id
    return told


def _funder(scene: Scene, span: Span) -> Named | None:
    """Return who pays, as the sentence says: named behind the words that say so, else before."""
    text = scene.text(span)
    match = next((m for m in _FUNDED.finditer(text) if not _CO_FUNDED.match(m[0])), None)
    match = match or _CO_FUNDED.search(text)
    if match is None:
        return next(
            (
                named
                for named in scene.within(span, "programme", "fund")
                if _PROJECT_IN.search(text, 0, named.start - span.start)
            ),
            None,
        )
    cue = span.start + match.end()
    near = scene.within(span, "fund", "programme", *PARTIES)
    near = [
        n
        for n in near
        if n.type != "network" or _BY_NETWORK.fullmatch(scene.flow.text, cue, n.start)
    ]
    near = [n for n in near if not _is_of_programme(scene, n, near)]
    near = [n for n in near if scene.name_of(n.entity_id) != NO_FUNDER]
    if _ADDS.fullmatch(match[0]):
        near = [n for n in near if n.type != "organisation"]
    if _GRANTS.fullmatch(match[0]):  # whom it is granted to stands right behind
        near = [n for n in near if n.start != cue + 1]
    near = [n for n in near if abs(n.start - cue) <= _FARTHEST]
    behind = [n for n in near if n.start >= cue]
    if _IS_GRANTED.fullmatch(match[0]):  # who stands before is granted it
        near = [
            n
            for n in near
            if n.type != "organisation"
            or n.start >= cue
            or _FROM.search(scene.flow.text, span.start, n.start)
        ]
    if behind and _PAID_BY.search(text, match.start(), behind[0].start - span.start):
        through = behind[1:2] if behind[0].type == "fund" else []
        between = scene.flow.text[behind[0].end : through[0].start] if through else ""
        return through[0] if _THROUGH.fullmatch(between) else behind[0]
    return min(near, key=lambda n: abs(n.start - cue), default=None)


def _is_of_programme(scene: Scene, named: Named, near: list[Named]) -> bool:
    """Tell whether a fund only says whose programme it is: `Regionalfondens program Interreg`."""
    behind = PROGRAMME_OF.match(scene.flow.text, named.end)
    return behind is not None and any(other.start == behind.end() for other in near)


def _lead(scene: Scene, span: Span) -> str | None:
    text = scene.text(span)
    if match := _LED_BY.search(text):
        start, end = match.span("who")
        led = ids_within(scene, Span(span.start + start, span.start + end), *PARTIES)
        return led[0] if led else None
    if match := _LEADING.search(text):
        before = scene.within(Span(span.start, span.start + match.start()), *PARTIES)
        return before[-1].entity_id if before else None
    behind = _after(scene, span, _LEAD)
    return behind[0] if behind else None


def _after(scene: Scene, span: Span, cue: Anchored) -> list[str]:
    match = cue.search(scene.text(span))
    around = Span(span.start + match.end(), span.end) if match else None
    return ids_within(scene, around, *PARTIES)


def _period(text: str) -> tuple[date | None, date | None]:
    """Return the first and last day that a sentence tells, each where it says so."""
    first = last = None
    about = _PERIOD.search(text)
    for period in find_periods(text):
        before = text[: period.start]
        if period.first is None or period.last is None:
            continue
        if _ENDS.search(before):
            last = last or period.last
        elif _STARTS.search(before):
            first = first or period.first
        elif about and (period.precision != "day" or period.last > period.first):
            return first or period.first, last or period.last
    return first, last
