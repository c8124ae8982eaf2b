"""Networks known by who stands beside or below them: where persons are listed, what they sit in is.

A list of representatives is made of places and persons: rows of a table, lines such as
`Bottenhavsarenan: Åsa Ek (S)`, headings with persons below. What stands in such a place and is
written as a name is the name of a network, whether anything else tells so or not. But who sits in
a network is listed so, too, beside whom they come from: a list with a region or municipality among
its labels is such a one.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from pipeline.knowledge.entities.extents import ENGLISH_LINKS, INNER
from pipeline.knowledge.entities.kind_nouns import KIND_NOUN
from pipeline.knowledge.entities.paper_words import is_paper
from pipeline.knowledge.entities.person_patterns import TITLE_ENDINGS
from pipeline.knowledge.entities.shape_patterns import COMMON_PREFIX
from pipeline.knowledge.names import Named
from pipeline.knowledge.relations.leads import is_prose
from pipeline.knowledge.relations.memberships.headings import may_name_network
from pipeline.knowledge.textflow import Block, BlockKind
from pipeline.model.rows import EntityType

_CAPITAL: Final = r"[^\W\d_a-zåäö]"
_SHORT_NAME: Final = r"(?: \([^()\n]{2,12}\))?"
_BODY: Final = r"(?:,? (?:[a-zåäö]+ )?styr(?:else|grupp)n?)?"
# `Bottenhavsarenan (BHA): ` before a person.
_LABEL: Final = re.compile(rf"(?P<name>[^:,\n()]{{3,70}}?){_SHORT_NAME}{_BODY}(?:: | [–—-] )")
_LINE: Final = re.compile(rf"(?P<name>[^:,\n()]{{3,80}}?){_SHORT_NAME}{_BODY}:?")
_NETWORKS_HEADER: Final = re.compile(
    r"(?:[a-zåäö]+ )?(?:nätverk|organ|samarbete|samverkan|forum|samarbetsorgan|sammanslutning"
    r"|organisation|förening|instans)(?:et|en|er|s|sorganisation)?(?: ?[/&,(].*| och .*)?",
    re.IGNORECASE,
)
# What heads the name of a network, alone or at the end of a compound.
_KIND: Final = re.compile(
    rf"[\w-]*(?:{KIND_NOUN}|organ(?:et)?|arena(?:n)?|stråk(?:et)?|korridor(?:en)?|kansli(?:et)?"
    r"|\w(?:krets(?:en)?|ring(?:en)?)|kontor(?:et)?|centrum|stiftelse(?:n)?"
    r"|handelskammare(?:n)?|institut(?:et)?|brygga(?:n)?|områd(?:et|e)|leader)",
    re.IGNORECASE,
)
# Behind what tells it from others: `Baltiska Museigruppen`, but not `Beredningsgruppen`.
_GROUP: Final = re.compile(r"[A-ZÅÄÖ][a-zåäö]{2,}grupp(?:en)?")
_ONE_WORD: Final = re.compile(
    rf"(?!{COMMON_PREFIX}|Samarbets|Gräns(?:kommittén|rådet)$)(?:[A-ZÅÄÖ][a-zåäö]+-)?"
    r"[A-ZÅÄÖ][a-zåäö]{2,}(?:rådet|nätverket|nätet|förbundet|alliansen|kretsen|ringen|stråket|arenan|korridoren"
    r"|samarbetet|föreningen|unionen|forum|bryggan|kontoret)"
)
# Small words inside names; by the English ones a name is known.
_SMALL: Final = INNER | ENGLISH_LINKS | {"&", "de"}
# `Ljungåns vattenråd`, `Tolvmila kommunalförbund`, `Hamnstäder i samverkan`
_OWNED: Final = re.compile(
    rf"(?!\w+(?:de|ta|da|nde|[^s]ka|iga|lla|ala) ){_CAPITAL}\w+(?: [a-zåäö]+(?:ska|iga|ala|ella))?"
    rf" (?:i )?[a-zåäö-]*(?:{KIND_NOUN}|organ)"
)
# `Fyra läns Brysselkontor`, `Kustlänens gemensamma EU-kontor`
_OFFICE: Final = re.compile(
    rf"{_CAPITAL}\w+(?: (?:[a-zåäö]+(?:s|ska|iga|ala|ella|samma)|{_CAPITAL}\w+))*"
    r" (?:Bryssel|Europa|EU-)kontor"
)
# `Nordens gröna regioner`, `Regioner för klimatet`, `Hamnstäder mot plast`
_PLACES: Final = r"(?:region|kommun|stad|städ|hamn|skärgård|landsbygd|land|ö|län|fjäll|kust)"
_OF_PLACES: Final = re.compile(
    rf"{_CAPITAL}\w+s [a-zåäö]+a [a-zåäö]*{_PLACES}(?:er|ar)?"
    rf"|{_CAPITAL}?[a-zåäö]*(?i:{_PLACES})(?:er|ar|erna|arna)"
    r" (?:för|i|mot|mellan) [a-zåäö]+(?: [a-zåäö]+)?"
)
# `Vattenrådet för Ljungån`, `Europeiska nätverket för små sjukhus`
_ABOUT: Final = re.compile(
    rf"(?:{_CAPITAL}\w+(?:ska|iga|ala|ella) )?[\w-]*(?:{KIND_NOUN}) (?:för|mellan|mot) .+"
)
# Whose council, forum or association is none with a name.
_COMMON_OWNER: Final = re.compile(
    r"(?:Region|Kommun|Län|Landsting|Stad|Förbund|Nätverk|Program|Projekt|Organisation|Parti|Arbet"
    r"|Styr|Medlem|Ägar|Politisk|Övrig|Lokal|Intern|Nation|Strategisk|Gemensam|Samverkan|Ungdom"
    r"|Folkhälso|Kultur|Miljö|Närings|Brotts|Pensionär|Funktion|Tillgänglighet)"
    r"(?:[a-zåäö]*(?: [a-zåäö]|(?:råd|forum)\w* för )|\w* forum)"
)
_NO_NETWORK: Final = re.compile(
    r"\d|årsmöte|stämma|^partnerskap|(?-i:\b[A-ZÅÄÖ]\b|^[A-ZÅÄÖ]{3,} )"
    r"|(?:partiet|listan|demokraterna|moderaterna|liberalerna|AB|HB)$"
    rf"|(?:{'|'.join(TITLE_ENDINGS)})(?:er|en)?\b",
    re.IGNORECASE,
)
_MANY_CAPITALS: Final = 3
# A line between what persons sit in and them: `Ordinarie ledamöter:`, `I styrelsen sitter`.
_OF_SEATS: Final = re.compile(
    r"(?:[\w-]+ ){0,2}(?:ledam[oö]t|ersättare|suppleant|representant|företrädare|ombud|styrelse"
    r"|styrgrupp)",
    re.IGNORECASE,
)
_TELLS_OF_SEATS: Final = re.compile(
    r"\b(?:styrelse|styrgrupp|ledamot|ledamöter|ersättare|suppleant|ombud|företräds|representera)"
)
_COINED: Final = re.compile(r"[A-ZÅÄÖ][a-zåäö]+[A-ZÅÄÖ]\w*|[A-ZÅÄÖ]{4,8}")
_NETWORKS: Final = frozenset({"network", "programme"})
# Of names in like places so many are networks that the others are, too.
_FEWEST_KNOWN: Final = 2
_MOST_UNKNOWN: Final = 3
# From a label or the beginning of a line to the person whose it is.
_NEAR: Final = 3
_IN_LINE: Final = 40
# So many cells of a table tell whether it is one of persons.
_FIRST_CELLS: Final = 8
# How many lines below a heading may tell the body and the seat before the first person stands.
_LINES_BETWEEN: Final = 2


class _Slot(NamedTuple):
    """A place beside persons, and the name that stands there.

    `is_network` where something says that it is what persons sit in: the head of its column, a
    line below it that tells of seats. `heads` where it is a row of one cell above rows of persons,
    which may be in capitals as headings are.
    """

    start: int
    name: str
    is_network: bool = False
    heads: bool = False


def networks_by_persons(
    blocks: Sequence[Block], spans: Sequence[Named]
) -> Iterator[tuple[int, str]]:
    """Yield the unknown names of what listed persons sit in, each with where it begins."""
    known = _Known(sorted(spans))
    headings = [slot for index in range(len(blocks)) if (slot := _above(blocks, index, known))]
    for slot in (*_over_prose(blocks, known), *_over_tables(blocks, known)):
        if is_name(slot.name) and known.is_free(slot) and _may_name(slot.name):
            yield slot.start, slot.name
    for slots in (*_tables(blocks, known), *_runs(blocks, known), headings):
        kinds = [kind for slot in slots if (kind := known.type_at(slot.start))]
        if "organisation" in kinds and slots is not headings:
            continue
        networks = sum(kind in _NETWORKS for kind in kinds)
        are_networks = networks >= max(_FEWEST_KNOWN, len(slots) / _MOST_UNKNOWN)
        for slot in slots:
            told = slot.is_network or (are_networks and " " in slot.name) or is_name(slot.name)
            capitals = slot.heads and slot.name.isupper()
            printed = slot.name.capitalize() if capitals else slot.name
            if told and known.is_free(slot) and _may_name(printed):
                yield slot.start, slot.name


class _Known:
    """What is known to begin where, and where persons stand."""

    def __init__(self, spans: Sequence[Named]) -> None:
        self._types: Mapping[int, EntityType] = {n.start: n.type for n in spans}
        self._starts = sorted(n.start for n in spans if n.type != "place")
        self._places = {(n.start, n.end) for n in spans if n.type == "place"}
        self._persons = sorted(n.start for n in spans if n.type == "person")

    def type_at(self, start: int) -> EntityType | None:
        """Return what begins at an offset; a place may begin a name of anything."""
        known = self._types.get(start)
        return None if known == "place" else known

    def is_free(self, slot: _Slot) -> bool:
        """Tell whether nothing known begins in a slot but a place that is not all of it."""
        end = slot.start + len(slot.name)
        first = bisect_left(self._starts, slot.start)
        named = self._starts[first : first + 1]
        return not (named and named[0] < end) and (slot.start, end) not in self._places

    def has_person(self, start: int, end: int) -> bool:
        """Tell whether a person's name begins in a stretch."""
        first = bisect_left(self._persons, start)
        return first < len(self._persons) and self._persons[first] < end


def _may_name(name: str) -> bool:
    """Tell whether words may name a network: no clause, label, title, or body of one's own."""
    return (
        name[0].isupper()
        and may_name_network(name)
        and not _NO_NETWORK.search(name)
        and not (name.isupper() and " " in name)
        and not any(map(is_paper, name.split(" ")))
    )


def is_name(name: str) -> bool:
    """Tell whether words are written as only the name of a network is."""
    words = name.split()
    if len(words) == 1:
        return bool(_ONE_WORD.fullmatch(name))
    if _OFFICE.fullmatch(name) or _OF_PLACES.fullmatch(name):
        return True
    if _COMMON_OWNER.match(name):
        return False
    if _OWNED.fullmatch(name) or _ABOUT.fullmatch(name):
        return True
    small = {word for word in words if word[0].islower()}
    capitals = sum(word[0].isupper() for word in words)
    if not small <= _SMALL or capitals < 2:
        return False
    told = bool(small & ENGLISH_LINKS) or any(_KIND.fullmatch(word) for word in words)
    told = told or any(_GROUP.fullmatch(word) for word in words[1:])
    return told or capitals >= _MANY_CAPITALS


def _tables(blocks: Sequence[Block], known: _Known) -> Iterator[list[_Slot]]:
    """Yield what stands before the persons of each table, row by row."""
    tables: dict[int, dict[int, list[Block]]] = defaultdict(lambda: defaultdict(list))
    for block in blocks:
        if block.cell is not None:
            tables[block.cell.table][block.cell.row].append(block)
    for rows in tables.values():
        header, *others = rows.values()
        is_network = bool(_NETWORKS_HEADER.fullmatch(header[0].content.strip()))
        heads = {
            row[0].start
            for row, (first, *rest) in pairwise(others)
            if len(row) == 1 and rest and known.has_person(rest[0].start, rest[-1].end)
        }
        yield [
            _Slot(first.content_start, match["name"], is_network, first.start in heads)
            for first, *rest in others
            if (first.start in heads if heads else rest)
            and (first.start in heads or known.has_person(rest[0].start, rest[-1].end))
            and not known.has_person(first.start, first.end)
            and (match := _LINE.fullmatch(first.content.strip()))
        ]


def _runs(blocks: Sequence[Block], known: _Known) -> Iterator[list[_Slot]]:
    """Yield the labels of lines that stand together, each with a person behind its label."""
    run: list[_Slot] = []
    for block in blocks:
        match = _LABEL.match(block.content) if block.cell is None else None
        behind = block.content_start + match.end() if match else 0
        if match and known.has_person(behind, behind + _NEAR):
            run.append(_Slot(block.content_start, match["name"]))
        else:
            yield run
            run = []
    yield run


def _above(blocks: Sequence[Block], index: int, known: _Known) -> _Slot | None:
    """Return the line that stands above a list of persons, or a heading above one of them."""
    block = blocks[index]
    match = _LINE.fullmatch(block.content.strip()) if block.cell is None else None
    if match is None or known.has_person(block.start, block.end):
        return None
    of_seats = False
    for below in blocks[index + 1 : index + 2 + _LINES_BETWEEN]:
        if below.cell is not None or (below.kind is BlockKind.HEADING and below.marker):
            return None
        prose = is_prose(below.content)
        if known.has_person(below.start, min(below.end, below.content_start + _IN_LINE)):
            listed = not prose or block.kind is BlockKind.HEADING
            written = of_seats and _as_name(match["name"])
            return _Slot(block.content_start, match["name"], written) if listed else None
        if prose:
            return None
        of_seats = of_seats or bool(_OF_SEATS.match(below.content))
    return None


def _over_tables(blocks: Sequence[Block], known: _Known) -> Iterator[_Slot]:
    """Yield the lines right above tables of persons, or above the caption of one."""
    for index, (before, block) in enumerate(pairwise(blocks), 1):
        if block.cell is None or before.cell is not None:
            continue
        cells = takewhile(lambda one: one.cell is not None, blocks[index : index + _FIRST_CELLS])
        if any(known.has_person(cell.start, cell.end) for cell in cells):
            for line in blocks[max(index - 2, 0) : index]:
                match = _LINE.fullmatch(line.content.strip())
                if match and not known.has_person(line.start, line.end):
                    yield _Slot(line.content_start, match["name"])


def _over_prose(blocks: Sequence[Block], known: _Known) -> Iterator[_Slot]:
    """Yield the headings of paragraphs that tell who sits in something."""
    for block, below in pairwise(blocks):
        match = _LINE.fullmatch(block.content.strip())
        over = block.kind is BlockKind.HEADING and below.kind is BlockKind.TEXT
        told = is_prose(below.content) and _TELLS_OF_SEATS.search(below.content)
        if match and over and told and known.has_person(below.start, below.end):
            yield _Slot(block.content_start, match["name"])


def _as_name(name: str) -> bool:
    """Tell whether words have capitals as no heading has: `Smart Kust`, `CoastNet`."""
    words = name.split()
    return bool(_COINED.fullmatch(name)) or (len(words) > 1 and all(map(str.istitle, words)))
