"""Tables as grids of items, with the meaning of their columns told by the words above them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from pipeline.knowledge.once import once
from pipeline.knowledge.textflow import Block, BlockKind
from pipeline.text.months import STEMS

_WHICH: Final = (
    r"(?:(?:planera|prioritera|föresl|övergripande|långsiktig|kortsiktig|konkret|strategisk|våra?"
    r"|årets)[a-zåäö]* )?"
)
# `Åtgärder för att nå målet`, `Mål 2026`, `Aktivitet/insats`; sums are of another kind.
_OF_WHAT: Final = (
    r"(?:(?!kostnad|budget|medel)\w)*(?: (?:19|20)\d\d| ?/ ?\w+"
    r"| (?:för|under|och|inom|till)\b(?!.*(?:kr\b|kostnad|budget)).*)?$"
)

COLUMN_WORDS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "activity": re.compile(
            rf"(?:(?:beskrivning|namn|benämning) (?:av|på) )?{_WHICH}(?:del|nyckel|huvud)?"
            rf"(?:insats|aktivitet|åtgärd){_OF_WHAT}",
            re.IGNORECASE,
        ),
        # What is done, if another column says by whom.
        "task": re.compile(
            r"(?:vad(?: (?:ska|gör|som)\b.*)?|att göra|(?:det|så) här gör vi|uppdrag|åtagande"
            r"|handling|genomförande)\??$",
            re.IGNORECASE,
        ),
        "goal": re.compile(
            rf"{_WHICH}(?!(?:före|ända|moders|språk)mål)[a-zåäö]*"
            rf"mål(?!grupp|område|värde|nivå|uppf|tal){_OF_WHAT}"
            r"|(?:det|detta|vad|så)(?: här)? (?:(?:vill|ska) vi(?: (?:upp)?nå)?|lova(?:de|r) vi)$"
            r"|(?:det|vad)(?: som)? vi (?:(?:vill|ska) (?:upp)?nå|(?:har )?lova(?:de|t))$"
            r"|löfte|utfästelse|önskat (?:läge|resultat)",
            re.IGNORECASE,
        ),
        "number": re.compile(r"(?:nr|nummer|id|#)\.?$", re.IGNORECASE),
        "responsible": re.compile(r"(?:huvud)?ansvar|utförare|ägare|vem\b", re.IGNORECASE),
        "time": re.compile(
            r"(?:tid|tidplan|klart?|när|start|slut|senast|period|år|status|genomför\w*)\b",
            re.IGNORECASE,
        ),
        "indicator": re.compile(r"indikator|mått|mäts|nyckeltal|målvärde", re.IGNORECASE),
        "outcome": re.compile(
            r"utfall|resultat|(?:mål)?uppf?(?:yll|nå)|bedömning|(?:nu)?läget?\b|kommentar"
            r"|(?:så|hur|vad) (?:det )?(?:gick|går|blev|har det)|uppföljning|avstämning|nådd",
            re.IGNORECASE,
        ),
        "effect": re.compile(r".*\b(?:effekt|resultat)", re.IGNORECASE),
        "theme": re.compile(r".*(?:koppling|tema|strategi|styrdokument|målområde)", re.IGNORECASE),
        "project": re.compile(
            r"(?:(?:[\w-]+-|del|sam(?:verkans|arbets))?"
            r"projekt(?:namn|et|en|titel|ets (?:namn|titel))?"
            r"|(?:namn|titel) på projektet|benämning|förstudie)$",
            re.IGNORECASE,
        ),
        "description": re.compile(
            r"(?:(?:kort |projekt)?beskrivning|(?:projekt)?sammanfattning|innehåll"
            r"|(?:projektets )?(?:syfte|inriktning|idé)"
            r"|(?:kort )?om\b|handla(?:r om|r det om)|handling$|gäller|avser|går ut på|innebär"
            r"|i korthet|vad\b|(?:det|så) här gör|vi gör|ämne|tema\b)",
            re.IGNORECASE,
        ),
        "funder": re.compile(
            r"(?:medels?)?källa$|.*(?:finansi[eä]r|bekosta|fond\b"
            r"|(?:stöd|medel|bidrag|pengar)s? (?:av|från|genom|ur)\b)",
            re.IGNORECASE,
        ),
        "programme": re.compile(r"(?:EU-|finansierings|stöd)?program|utlysning", re.IGNORECASE),
        "period": re.compile(
            r"(?:projekt)?(?:(?:tids)?period|löptid|projekttid|tid$|tidplan|tidsram|pågår|löper|när$|år$)",
            re.IGNORECASE,
        ),
        "start": re.compile(r"(?:projekt)?start(?:datum|ar|år)?$", re.IGNORECASE),
        "end": re.compile(
            r"(?:projekt)?slut(?:datum|ar|år|et)?$|avslut(?:as|ades)?$|klart?$", re.IGNORECASE
        ),
        "lead": re.compile(
            r"(?:samordna(?:re|nde part|s av)|projektägare|huvud(?:part(?:ner)?\b|man|sökande)|lead"
            r"|ledande (?:part|organisation)|koordin(?:ator|eras)|projektledning"
            r"|(?:leds|ägs|drivs|sköts) av|stödmottagare|sökande|ägare)",
            re.IGNORECASE,
        ),
        "partners": re.compile(
            r".*(?:parter|partner|medverkande|deltag)"
            r"|(?:i )?sam(?:arbete|arbetar|verkan|verkar) med|tillsammans med|övriga$",
            re.IGNORECASE,
        ),
        "cost": re.compile(
            r".*(?:belopp|kostnad|utfall|budget|avgift|summa|\bdel$|kronor|\bkr\b|tkr|mkr|sek|\beuro?\b|€)",
            re.IGNORECASE,
        ),
        "contact": re.compile(r"kontakt|projektledare", re.IGNORECASE),
        "fte": re.compile(
            r".*(?:heltid|årsarbet|tjänst\b|arbetstid|personal|procent|%)", re.IGNORECASE
        ),
        "subject": re.compile(
            r"(?:post|nätverk|samarbete|organisation|ändamål|medlemskap)", re.IGNORECASE
        ),
        "date": re.compile(
            r"(?:(?:sammanträdes|mötes)?datum|när|tid|tidpunkt|dag)\b", re.IGNORECASE
        ),
        # `Vår` alone is what reading makes of `Var`.
        "place": re.compile(r"(?:plats|ort|var|resmål)\b|vår$", re.IGNORECASE),
        "event": re.compile(r"(?:händelse|evenemang|aktivitet|möte|vad)\b", re.IGNORECASE),
        "person": re.compile(
            r"(?:(?:förnamn (?:och )?efter)?namn|person"
            r"|(?:\w+s )?(?:företrädare|representant|politiker|förtroendevald"
            r"|(?:uppdrags)?innehavare))\w*$",
            re.IGNORECASE,
        ),
        "party": re.compile(r"parti(?:beteckning|tillhörighet)?\b", re.IGNORECASE),
        "role": re.compile(
            r"(?:roll|uppdrag|funktion|befattning|plats|uppgift|titel|ställning)\b",
            re.IGNORECASE,
        ),
        "body": re.compile(
            r"(?:organ|forum|grupp|nätverk|samarbete|nämnd ?/ ?styrelse)\b", re.IGNORECASE
        ),
    }
)
"""Words above a column, and what the column holds. A column may hold several things."""


_COUNTED: Final = re.compile(r"[A-ZÅÄÖ][a-zåäö]+ (?:\d{1,2}|[A-H])\b")
_OF_PROJECTS: Final = (
    *("project", "funder", "programme", "period", "start", "end", "lead", "partners", "cost"),
    *("contact", "number", "role", "person", "place"),
)
_MOST_HEADER_WORDS: Final = 2
# Years that a project goes on for; above a column they are those of its sums.
_YEARS: Final = re.compile(r"(?:19|20)\d\d ?[–-] ?(?:19|20)\d\d")
# A day, a sum or a number by itself, such as no header has, but a year: `Utfall 2021 tkr`.
# `4900` has lost its blank.
_VALUE: Final = re.compile(
    rf"\d{{1,2}} (?:{'|'.join(STEMS)})[a-z]*\b|\b\d{{4}}-\d\d-\d\d|\d \d{{3}}\b"
    r"|(?<!\b19\d)(?<!\b20\d)\d ?(?:kr|tkr|mkr|euro|€)(?!\w)"
    r"|^[-–−]?\d{1,3}(?:,\d+)?$|^(?!(?:19|20)\d\d$)\d{4,}$"
)


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table: blocks by column number."""

    cells: Mapping[int, tuple[Block, ...]]

    def text(self, column: int) -> str:
        """Return a cell's text, its items divided by spaces."""
        return " ".join(block.text for block in self.cells.get(column, ()))


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the text above each column, the rows below, and the row that is the header."""

    header: Mapping[int, str]
    rows: tuple[GridRow, ...]

    def columns(self, *meanings: str) -> dict[str, int]:
        """Return the columns that hold these things; a column is given to the first it fits."""
        given: dict[str, int] = {}
        for meaning in meanings:
            for column, words in self.header.items():
                if column not in given.values() and COLUMN_WORDS[meaning].match(words):
                    given[meaning] = column
                    break
        return given

    def doings(self) -> int | None:
        """Return the column of what is done: activities, or tasks if another says by whom."""
        given = self.columns("activity", "task", "responsible", "project")
        tasks = None if {"activity", "project"} & given.keys() else given.get("task")
        return given.get("activity", tasks if "responsible" in given else None)

    def means(self, column: int) -> bool:
        """Tell whether the words above a column are known to mean something of projects."""
        words = self.header.get(column, "")
        return any(COLUMN_WORDS[meaning].match(words) for meaning in _OF_PROJECTS)


@once
def grids(blocks: Sequence[Block]) -> tuple[Grid, ...]:
    """Return the tables of a document in order; a header that comes again begins a new one.

    A table without a header right below another as wide, as on the next page, goes on from it.
    """
    return tuple(_grids(blocks))


def _grids(blocks: Sequence[Block]) -> Iterator[Grid]:
    header: Mapping[int, str] = {}
    last = -1
    for places in _tables(blocks):
        rows = _rows(blocks, places)
        goes_on = header and places[0] == last + 1 and _width(rows) == len(header)
        last = places[-1]
        parts = _parts(rows)
        for part in parts:
            if goes_on and len(parts) == 1 and not _is_header(part[0]):
                yield Grid(header, tuple(part))
            elif _is_data(part[0]):
                header = {}
                yield Grid(header, tuple(part))
            else:
                header = {column: part[0].text(column).strip() for column in part[0].cells}
                yield Grid(header, tuple(part[1:]))


def _parts(rows: Sequence[GridRow]) -> list[Sequence[GridRow]]:
    """Return the rows from each header on: tables right below each other are read as one."""
    again = (place for place, row in enumerate(rows) if place and _is_header_again(row))
    return [rows[first:last] for first, last in pairwise([0, *again, len(rows)])]


@once
def part_rows(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the beginnings of the rows that head parts of tables of activities.

    Such a row has one cell, and whole rows below it; a table in parts begins with one, unless
    they are counted: `Mål 2 …`, after rows of the first.
    """
    return frozenset(_part_rows(blocks))


def _part_rows(blocks: Sequence[Block]) -> Iterator[int]:
    for grid in grids(blocks):
        if grid.doings() is None or not grid.rows:
            continue
        in_parts = _heads_part(grid.rows[0])
        for row, below in pairwise(grid.rows):
            counted = in_parts or _COUNTED.match(row.text(0))
            if counted and _heads_part(row) and not _heads_part(below):
                yield next(iter(row.cells.values()))[0].start


def _heads_part(row: GridRow) -> bool:
    return [len(cell) for cell in row.cells.values()] == [1]


def _tables(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Yield the places of each table's cells."""
    tables: defaultdict[int, list[int]] = defaultdict(list)
    for place, block in enumerate(blocks):
        if block.kind is BlockKind.CELL and block.cell is not None:
            tables[block.cell.table].append(place)
    yield from tables.values()


def _rows(blocks: Sequence[Block], places: Sequence[int]) -> list[GridRow]:
    rows: defaultdict[int, defaultdict[int, list[Block]]] = defaultdict(lambda: defaultdict(list))
    for place in places:
        cell = blocks[place].cell
        assert cell is not None
        rows[cell.row][cell.column].append(blocks[place])
    return [GridRow({column: tuple(cell) for column, cell in row.items()}) for row in rows.values()]


def _is_data(row: GridRow) -> bool:
    """Tell whether a first row holds values, so that the table has no header."""
    texts = [row.text(column).strip() for column in row.cells]
    if any(map(_VALUE.search, texts)):
        return True
    return any(map(_YEARS.fullmatch, texts)) and not any(map(_is_known, texts))


def _is_header(row: GridRow) -> bool:
    """Tell whether a row names columns: more than one cell, each short, without a number."""
    texts = [row.text(column) for column in row.cells]
    return len(texts) > 1 and all(map(_is_known, texts)) and not _is_data(row)


def _is_header_again(row: GridRow) -> bool:
    """Tell whether a row inside a table names columns in words as few as only headers have."""
    lengths = (len(row.text(column).split()) for column in row.cells)
    return all(length <= _MOST_HEADER_WORDS for length in lengths) and _is_header(row)


def _is_known(text: str) -> bool:
    """Tell whether a text is a word above columns that says what they hold."""
    return any(pattern.match(text) for pattern in COLUMN_WORDS.values())


def _width(rows: Sequence[GridRow]) -> int:
    return max(max(row.cells, default=-1) for row in rows) + 1
