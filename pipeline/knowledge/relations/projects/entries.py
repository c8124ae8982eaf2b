"""The entry of a list of projects: name, description, and what is told of funder and period.

`Havsro – tystare vikar. Interreg Nord, 2023–2025.`
`Havsro (Interreg Nord). Tystare vikar. Leds av Region Almvik.`
`Havsro, tystare vikar, finansieras av Interreg Nord.`
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from pipeline.knowledge.amounts import money_of_cell
from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.projects.names import SMALL_FIRST, may_be_name
from pipeline.text.months import MONTHS

_SEPARATOR: Final = re.compile(r" [–—-] |: |, |\. |; ")
_YEAR: Final = r"(?:19|20)\d\d"
_NAME: Final = re.compile(
    rf"(?:\d{{2,5}} )?[\"”“»]?(?P<name>(?=[^\W_a-zåäö]|{SMALL_FIRST})\w"
    r"(?:[^()\n.,:;]|[.,:](?=\S)){1,80}?)[\"”“«]?"
    rf"(?= \(| [–—-] |: |, |\. |; |[.;]?$| {_YEAR}(?: ?[–-] ?{_YEAR})?[.;]?$)"
)
# `Vi stannar – framtidsverkstäder`
_SET_OFF: Final = re.compile(r"(?P<name>[^\W\d_][\w!?&+-]*(?: [\w!?&+-]+){1,3})(?= [–—-] )")
# `Ta steget, stöd till unga`: a call of two words, which elsewhere says what is to be done
_CALL: Final = re.compile(r"[^\W\d_a-zåäö][a-zåäö]+ [a-zåäö]+")
_BRACKET: Final = re.compile(r" ?\((?P<inside>[^()]*)\)")
# What is told of a project after its description.
_DETAIL: Final = re.compile(
    r"(?:som |och |vilket )?(?:(?:med)?finansier\w*|stöd(?:s|jas)?\b(?! (?:till|åt) [a-zåäö])"
    r"|(?:får|fick) (?:stöd|medel|bidrag|\d)"
    r"|har (?:fått|sökt)"
    r"|med (?:stöd|medel|finansiering|bidrag)|bevilja\w*|leds|drivs|samordnas|koordineras|ägs|pågår"
    r"|pågick|löper|genomförs|genomfördes|avsluta\w*|start\w*|budget\w*|total\w*|omsluter|kosta\w*"
    r"|projektägare|huvudpartner|lead|partner\w*|parter|period\w*|projekt(?:tid|period)\w*"
    rf"|slutredovisa\w*|{_YEAR}|\d{{1,2}} (?:{'|'.join(MONTHS)})|(?:{'|'.join(MONTHS)}) {_YEAR}"
    r"|t\.?o\.?m|till (?:och med )?(?:\w+ )?(?:19|20)\d\d|\d+(?:[,.]\d+)? (?:mkr|mnkr|tkr"
    r"|miljoner|kr\b))",
    re.IGNORECASE,
)
_PART_OF: Final = re.compile(
    r" med (?:stöd|medel) (?:av|från|ur) [^.;()]+"
    r"| med (?:bland (?:annat|andra)|bl\. ?a\.|bl\.? ?a) [A-ZÅÄÖ]"
    r"| med [A-ZÅÄÖ][\w-]+ (?:kommun|region|universitet|högskola|stad)(?=[.,]|$| (?:och|som)\b)"
    r"| med [^.,;()]{3,60} som (?:koordinator|samordnare|lead|projektägare|ledare|huvudpartner)"
)
_STOP: Final = re.compile(
    r"(?P<sentence>[.;] (?=[^\W\da-zåäö_]|\d))|(?P<bracket> \()|(?P<comma>, | [–—] )"
)
# Who pays, in a sentence without a subject: `Finansieras med medel ur Artikel 12`
_BY: Final = (
    r"(?:Finansieras|Bekostas|Betalas|Stöds|Stöd|Medel|Bidrag|[Mm]ed (?:stöd|medel|bidrag))"
    r"(?: (?:med|genom))?"
    r"(?: (?:stöd|medel|bidrag))? (?:av|ur|från|inom|genom|via) "
)
_PAID: Final = re.compile(_BY)
_PAID_BEFORE: Final = re.compile(rf"[.;] {_BY}$")
# Who pays, behind a label in the middle of an entry: `Sökande är Almviks kommun. Program: LIFE.`
_LABELLED_PAYER: Final = re.compile(
    r"(?<=[.;] )(?:EU-?|[Ss]töd)?(?:[Pp]rogram|[Ff]inansiär(?:er)?|[Ff]inansiering|[Ff]ond"
    r"|[Ff]inansieras av): (?=[^\W\d_a-zåäö])"
)
_LONGEST_PAID: Final = 50
_PAYER: Final = re.compile(
    r"[^\W\d_a-zåäö][\w+-]*(?: (?:[^\W\d_a-zåäö][\w+-]*|\d{1,3}(?! \d)))*(?=[.,;]|$)"
)
_FUNDER_WORDS: Final = re.compile(
    r"interreg|program|fond|medel|stöd|erasmus|horis|institut|verket|kommission|EU\b|rådet",
    re.IGNORECASE,
)
VERB: Final = re.compile(
    r"\b(?:är|var|har|hade|ska|skall|kan|får|fick|blir|blev|bör|måste|vill|då)\b", re.IGNORECASE
)
"""Verbs that make a sentence of words."""

STUDY: Final = re.compile(r"^(?:Förstudien?|Projekt(?:et)?):? ")
"""What stands before a project's name and is no part of it."""

_DATE: Final = re.compile(rf"\d{{1,2}}(?: ?[–-] ?\d{{1,2}})? (?:{'|'.join(MONTHS)})\b|{_YEAR}\b")
_EDGES: Final = " .,;–—"
_ABOUT_PROJECT: Final = re.compile(r"\bprojekte[tn]\b|\bförstudien\b", re.IGNORECASE)


class Entry(NamedTuple):
    """The parts of an entry, as spans of its text; `funder` may hold a name nobody knows.

    `parted` tells that a bracket or dash parts the name from the rest.
    """

    name: Span
    description: Span | None
    funder: Span | None
    parted: bool


def read_entry(text: str, funders: Sequence[Span], *, of_list: bool = False) -> Entry | None:
    """Read a text as an entry; `funders` are the known funders and programmes in it.

    None where it does not begin with a name. In an item of a list of projects that has a
    funder, a dash says that the few words before it are one, whatever they are; so does a comma
    behind two words where the funder ends the item in brackets.
    """
    if (payer := _payer(text, funders)) and (entry := read_entry(text[payer.end + 2 :], ())):
        return _behind(payer, entry)
    match = _NAME.match(text)
    call = of_list and match is not None and _is_call(text, match, funders)
    if match is None or not (call or _is_name(match["name"])):
        match = _SET_OFF.match(text) if of_list and funders else None
    if match is None or funders[:1] == [Span(*match.span("name"))]:
        return None
    name = Span(*match.span("name"))
    position = match.end()
    funder: Span | None = None
    while bracket := _BRACKET.match(text, position):
        inside = Span(*bracket.span("inside"))
        if funder is None and (_holds(inside, funders) or _FUNDER_WORDS.search(bracket["inside"])):
            funder = inside
        position = bracket.end()
    separator = _SEPARATOR.match(text, position)
    if separator is None:
        return Entry(name, None, funder, parted=position > match.end())
    first = next((one for one in funders if one.start == separator.end()), None)
    if funder is None and first and (after := _SEPARATOR.match(text, first.end)):
        funder, separator = first, after
    parted = position > match.end() or separator[0][0] == " "
    start = separator.end()
    end = _end_of_description(text, start, funders)
    description = _trimmed(text, start, end)
    if funder is None:
        funder = _funder_behind(text, end, funders, told=description is not None)
    return Entry(name, description, funder, parted)


def _payer(text: str, funders: Sequence[Span]) -> Span | None:
    """Return the funder that leads an entry: `Interreg Nord: Havsro – tystare vikar`."""
    first = next((one for one in funders if one.start == 0), None)
    return first if first and text.startswith(": ", first.end) else None


def _behind(payer: Span, entry: Entry) -> Entry:
    """Return an entry that stands behind who pays for it."""
    offset = payer.end + 2
    name = Span(entry.name.start + offset, entry.name.end + offset)
    told = entry.description
    description = Span(told.start + offset, told.end + offset) if told else None
    return Entry(name, description, payer, entry.parted)


def _is_name(text: str) -> bool:
    if _DATE.match(text) or _PAID.match(text) or money_of_cell(text, None):
        return False
    return may_be_name(STUDY.sub("", text)) and not _ABOUT_PROJECT.search(text)


def _is_call(text: str, name: re.Match[str], funders: Sequence[Span]) -> bool:
    """Tell whether a name is a call of two words that is explained and paid for behind."""
    paid = bool(funders) and text.rstrip(" .").endswith(")") and ")" not in text[: funders[0].end]
    return bool(_CALL.fullmatch(name["name"])) and text.startswith(", ", name.end()) and paid


def is_told(text: str) -> bool:
    """Tell whether words hold a verb that makes a sentence of them."""
    return bool(VERB.search(text))


def is_paid_by(text: str, funder: Span) -> bool:
    """Tell whether words without a subject lead to who pays: `Finansieras av Interreg Nord`."""
    first = max(0, funder.start - _LONGEST_PAID)
    if _PAID_BEFORE.search(text, first, funder.start):
        return True
    return any(m.end() == funder.start for m in _LABELLED_PAYER.finditer(text, first))


def says_who_pays(text: str) -> bool:
    """Tell whether words without a subject lead to anybody who pays."""
    return bool(_PAID.search(text) or _LABELLED_PAYER.search(text))


def is_statement(text: str, entry: Entry) -> bool:
    """Tell whether an entry without a funder is a sentence rather than a name explained."""
    told = text[entry.description.start : entry.description.end] if entry.description else ""
    return entry.funder is None and bool(VERB.search(told))


def _holds(span: Span, funders: Sequence[Span]) -> bool:
    return any(span.start <= funder.start < span.end for funder in funders)


def _end_of_description(text: str, start: int, funders: Sequence[Span]) -> int:
    """Return where the description ends: at a stop, or where funder or details begin."""
    if _begins_details(text, start, funders):
        return start
    part = _PART_OF.search(text, start)
    last = part.start() if part else len(text)
    for stop in _STOP.finditer(text, start, last):
        if stop["comma"] is None or _begins_details(text, stop.end(), funders):
            return stop.start()
    return last


def _begins_details(text: str, position: int, funders: Sequence[Span]) -> bool:
    at_funder = any(funder.start == position for funder in funders)
    return at_funder or _DETAIL.match(text, position) is not None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    part = text[start:end]
    kept = part.strip(_EDGES)
    first = start + len(part) - len(part.lstrip(_EDGES))
    return Span(first, first + len(kept)) if len(kept) > 2 else None


def _funder_behind(text: str, end: int, funders: Sequence[Span], *, told: bool) -> Span | None:
    """Return the funder right behind the description: in brackets, or named there."""
    bracket = _BRACKET.match(text, end)
    last = bracket is not None and not text[bracket.end() : bracket.end() + 2].strip().islower()
    if bracket and last and told and bracket["inside"][:1].isupper():
        return Span(*bracket.span("inside"))
    start = end + len(text[end:]) - len(text[end:].lstrip(_EDGES))
    paid = _PAID.match(text, start)
    start = paid.end() if paid else start
    known = next((funder for funder in funders if funder.start == start), None)
    label = None if known else _LABELLED_PAYER.search(text, end)
    if label is not None:
        start = label.end()
        known = next((funder for funder in funders if funder.start == start), None)
    named = _PAYER.match(text, start) if (paid or label) and known is None else None
    return Span(*named.span()) if named else known
