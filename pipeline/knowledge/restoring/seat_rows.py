"""Tables of seats whose columns ran together: each row is words with single spaces between.

Below `Nätverk Organ Ordinarie Ersättare` stand `ERRIN Styrelsen Åsa Ek (S) Bo Al (M)` and what
did not fit beside it; below `Namn Parti Uppdrag`, `Åsa Ek S ledamot i styrelsen`. What holds a
name with its party, the letters of one, a year or a role is known by its form.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from pipeline.knowledge.entities.person_patterns import WORD
from pipeline.knowledge.restoring.header_lines import Column, Kind
from pipeline.knowledge.restoring.seat_costs import BODY_ENDING, BODY_NOUN
from pipeline.knowledge.restoring.seat_headers import columns_of_seats

_NAME: Final = rf"{WORD}(?: (?:(?:af|von|van|de) )?(?:{WORD}|[A-ZÅÄÖ]\.)){{1,3}}"
_TITLE: Final = r", (?:\d:[ea] )?[a-zåäö][a-zåäö.-]*(?: [a-zåäö]+\.?){0,3}(?= [A-ZÅÄÖ–—-]|$)"
_WITH_PARTY: Final = rf"{_NAME},? ?\([^\s()]{{1,5}}\)(?:{_TITLE})?"
_PERSON: Final = rf"(?:{_WITH_PARTY}|{_NAME}{_TITLE}|[Vv]akant|Vakans|N\.? ?N\.?|[–—-])"
_PARTY: Final = r"(?:\(?[^\W\d_]{1,3}\)?|[–—)($58€-])"
_SEAT: Final = (
    r"(?i:(?:(?:första?e?|andre|andra|\d:[ea]|v\.|vice|ordinarie|personlig|politisk|adjungerad)"
    r" )*(?:ordf[^\W\d_]*\.?|ledam[^\W\d_]+|ersättare|suppleant|ombud|representant|sekreterare"
    r"|kassör|revisor|adjungerad|sammankallande|rapportör|delegat|observatör"
    r"|(?:kontakt|tjänste)\w+|företrädare)\b)"
)
# What else is told of a person; it is no part of a role.
_TOLD: Final = r"(?!(?i:vice|v\.|ordinarie|första?e?|andr[ea]|personlig)\b)[^\W\d_]\S*"
_YEAR: Final = r"(?:(?:19|20)\d\d(?:-\d\d-\d\d)?(?: ?[–-] ?(?:19|20)\d\d)?)"
_BODY_FIRST: Final = re.compile(
    r"(?:(?:[Pp]olitiska|[Vv]erkställande|[Rr]ådgivande) )?[^\W\d_]*"
    rf"(?i:{BODY_NOUN}){BODY_ENDING}"
)
_BODY: Final = re.compile(rf"(?<= ){_BODY_FIRST.pattern}")
# A line of words that goes on with a name in another language.
_FOREIGN: Final = re.compile(r"(?:and|of|for|the|on|in)\b|&")
_ENDED: Final = re.compile(r".*[.:;!?]$")
_SENTENCE: Final = re.compile(r"\b(?:är|var|har|ingår|sitter|företräds|leds|utses|väljs|består)\b")
_LONGEST: Final = 48
_LONGEST_ROW: Final = 150
_MOST_PENDING: Final = 2
_NAME_WORDS: Final = 2


class SeatCell(NamedTuple):
    """A part of a line that belongs to a cell, and whether it begins something there."""

    line: int
    start: int
    end: int
    row: int
    column: int
    begins: bool = True


class _Piece(NamedTuple):
    column: int
    start: int
    end: int


def seat_rows(lines: Sequence[str], given: frozenset[str]) -> Iterator[list[SeatCell]]:
    """Yield the parts of the lines of each such table, in order of its cells, header first.

    `given` are first names, by which a name is parted from the words before it.
    """
    below = 0
    for number, line in enumerate(lines):
        columns = columns_of_seats(line) if number >= below else ()
        if columns and (table := _Table(columns, given).read(lines, number)):
            yield _in_order(table)
            below = max(cell.line for cell in table) + 1


def _in_order(table: Iterable[SeatCell]) -> list[SeatCell]:
    """Return the parts of cells, row by row, the first of each cell as its beginning."""
    ordered = sorted(table, key=lambda cell: (cell.row, cell.column, cell.line))
    places = [(cell.row, cell.column) for cell in ordered]
    return [
        cell._replace(begins=cell.begins or place not in places[max(n - 1, 0) : n])
        for n, (cell, place) in enumerate(zip(ordered, places, strict=True))
    ]


@dataclass(frozen=True)
class _Table:
    """What the columns of a table tell of its lines."""

    columns: Sequence[Column]
    given: frozenset[str]

    def read(self, lines: Sequence[str], header: int) -> list[SeatCell]:
        """Return the cells of a table whose header is at a line; nothing if it has no rows."""
        cells = [SeatCell(header, c.start, c.end, 0, n) for n, c in enumerate(self.columns)]
        first, row = header + 1, 0
        if first < len(lines) and re.fullmatch("sedan|från|år", lines[first]):
            above = next((n for n, c in enumerate(self.columns) if c.kind is Kind.TIME), 0)
            cells.append(SeatCell(first, 0, len(lines[first]), 0, above, begins=False))
            first += 1
        pending: list[int] = []
        for number in range(first, len(lines)):
            pieces = self._pieces(lines[number])
            if not pieces:
                pending.append(number)
                waits = len(pending) <= _MOST_PENDING and bool(row and self._texts)
                if not waits or not _may_go_on(lines[number]):
                    break
                continue
            goes_on = bool(row) and self._goes_on(lines[number], pieces)
            cells += self._between(pending, lines, row)
            pending, row = [], row if goes_on else row + 1
            cells += [
                SeatCell(number, p.start, p.end, row, p.column, p.column not in self._texts)
                for p in pieces
            ]
        if pending and row and self._ends_with(cells, lines, pending[0]):
            cells += self._between(pending[:1], lines, row)
        return cells if row >= self._fewest else []

    def _ends_with(self, cells: Sequence[SeatCell], lines: Sequence[str], number: int) -> bool:
        """Tell whether the line below the last row is what a cell of it had no room for."""
        if not self._texts or not _may_go_on(lines[number]):
            return False
        row = cells[-1].row
        ends = (lines[c.line][c.end - 1] for c in cells if c.row == row and c.column in self._texts)
        return lines[number][0].islower() or any(end in ",-" for end in ends)

    @cached_property
    def _fewest(self) -> int:
        return 2 if any(column.kind is None for column in self.columns) else 1

    @cached_property
    def _texts(self) -> Sequence[int]:
        """The columns of words before the first of persons."""
        kinds = [column.kind for column in self.columns]
        before = range(kinds.index(Kind.PERSON))
        return [n for n in before if kinds[n] is not Kind.TIME]

    @cached_property
    def _row(self) -> re.Pattern[str]:
        """What a line of a row is: words before persons, these, and what tells of them."""
        kinds = [column.kind for column in self.columns]
        first = kinds.index(Kind.PERSON)
        told = {Kind.PARTY, Kind.ROLE} & {*kinds[first:]}
        person = rf"{_NAME}(?:,? ?\([^\s()]{{1,5}}\))?" if told else _PERSON
        cells = [rf"(?P<c{first}>{person})"]
        for place, kind in enumerate(kinds[first + 1 :], first + 1):
            last = place + 1 == len(kinds)
            of_kind: Mapping[Kind | None, str] = {
                Kind.PERSON: _PERSON,
                Kind.PARTY: _PARTY,
                Kind.ROLE: rf"{_SEAT}(?: .*)?" if last else _SEAT,
                Kind.TIME: _YEAR,
            }
            words = of_kind.get(kind, _TOLD + ("" if not last else ".*"))
            more = kind is Kind.PERSON
            cells.append(rf"(?: (?P<c{place}>{words}))" + ("?" if more else ""))
        return re.compile(rf"(?P<before>(?:\S.*? )??){''.join(cells)}")

    def _pieces(self, line: str) -> list[_Piece]:
        """Return the cells of a line that holds persons; none of a line that does not."""
        found = self._row.fullmatch(line) if len(line) <= _LONGEST_ROW else None
        if found is None or _SENTENCE.search(line[: found.end("before")]):
            return []
        groups = [n for n in range(len(self.columns)) if found.groupdict().get(f"c{n}")]
        pieces = [_Piece(n, *found.span(f"c{n}")) for n in groups]
        moved = self._name_begins(line, pieces[0])
        before = self._before(line, moved)
        if before is None or (not self._texts and moved):
            return []
        return [*before, pieces[0]._replace(start=moved), *pieces[1:]]

    def _name_begins(self, line: str, piece: _Piece) -> int:
        """Return where a name begins: with a first name, else it is two words."""
        name = re.match(_NAME, line[piece.start : piece.end])
        words = name[0].split(" ") if name and self._texts else []
        at = piece.start
        if len(words) <= _NAME_WORDS:
            return at
        known = (n for n in range(len(words) - 1) if self.given.issuperset(words[n].split("-")))
        count = next(known, len(words) - (3 if words[-2].islower() else 2))
        return at + sum(len(word) + 1 for word in words[:count])

    def _before(self, line: str, end: int) -> list[_Piece] | None:
        """Return the cells before the persons of a line; None where there is no room for them."""
        text = line[:end].rstrip()
        if not text:
            return []
        if not self._texts:
            return None
        first, *others = self._texts
        time = next((n for n, c in enumerate(self.columns) if c.kind is Kind.TIME), None)
        year = re.search(rf"(?:^|(?<= )){_YEAR}(?= |$)", text) if time is not None else None
        if year is not None and time is not None:
            ends = [_Piece(first, 0, len(text[: year.start()].rstrip()))]
            behind = _Piece(others[-1] if others else first, year.end() + 1, len(text))
            found = [*ends, _Piece(time, *year.span()), behind]
        elif others and (bodies := list(_BODY.finditer(text))):
            at = bodies[-1].start()
            found = [_Piece(first, 0, at - 1), _Piece(others[-1], at, len(text))]
        else:
            found = [_Piece(self._column_of(text), 0, len(text))]
        return [piece for piece in found if piece.start < piece.end]

    def _column_of(self, text: str) -> int:
        """Return the column of words that no row tells apart: bodies, and what goes on below."""
        first, last = self._texts[0], self._texts[-1]
        of_body = bool(_BODY_FIRST.match(text)) or text[0].islower()
        return last if of_body and not _FOREIGN.match(text) else first

    def _goes_on(self, line: str, pieces: Sequence[_Piece]) -> bool:
        """Tell whether a line with persons belongs to the row above it."""
        timed = any(self.columns[piece.column].kind is Kind.TIME for piece in pieces)
        has_text = any(piece.column in self._texts for piece in pieces)
        if not self._texts or timed:
            return False
        return not has_text or line[0].islower()

    def _between(self, numbers: Sequence[int], lines: Sequence[str], row: int) -> list[SeatCell]:
        """Return lines of words alone as parts of the row above."""
        return [
            SeatCell(n, 0, len(lines[n]), row, self._column_of(lines[n]), begins=False)
            for n in numbers
        ]


def _may_go_on(line: str) -> bool:
    """Tell whether a line may be words of a cell that stand below those of others."""
    return bool(line) and len(line) <= _LONGEST and not _ENDED.fullmatch(line)
