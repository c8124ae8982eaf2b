"""Memberships in tables: networks with fees or years of entry, and their members beside them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.relations.leads import is_prose
from pipeline.knowledge.relations.memberships.coordination import as_members, members_among
from pipeline.knowledge.relations.memberships.membership import Membership
from pipeline.knowledge.relations.memberships.owners import is_federation
from pipeline.knowledge.relations.memberships.times import time_behind
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.structure.grids import Grid, GridRow
from pipeline.knowledge.textflow import Block, BlockKind

_FEE: Final = Anchored(
    r"medlems?avgift|medlemskap|årsavgift"
    r"|\b(?:där|som|vilka) (?:vi|[\w-]*(?:en|et|regionen)) är (?:\w+ )?(?:medlem|anslut|med i)",
    re.IGNORECASE,
)
# What stands above years of entry or periods, or before one: `Medlem sedan`, `Medlemskap`.
_SINCE: Final = re.compile(
    r"(?:(?:regionen|kommunen|staden|landstinget|förbundet|vi|vår) (?:är )?)?"
    r"(?:(?:medlem\w*|ansluten|med|deltar|ingår)\.? ?)?(?:sedan|från|fr\.? ?o\.? ?m\b)"
    r"|(?:inträdes?|medlems|anslutnings)år|inträd\w+|anslut(?:ning|en|na)|anslöt|gick med"
    r"|medlem(?:skap|stid|speriod)$|år för (?:inträde|anslutning|medlemskap)"
    r"|medlem(?:skap)? \(?(?:år|från|sedan)\b"
    r"|(?:när|vilket år|år)(?: (?:de|ni|vi|man))? (?:kom|gick|blev|steg) (?:de |vi |man )?"
    r"(?:med|in|medlem|ombord)",
    re.IGNORECASE,
)
_MEMBERS: Final = re.compile(
    r"(?:[\w-]+a )?(?:medlem(?:mar(?:na)?|s(?!kap|avgift|år|period|tid)\w+)|ägare|delägare"
    r"|huvudmän|parter)$",
    re.IGNORECASE,
)
# Above years of leaving, and above who the members are where other columns tell since when.
_UNTIL: Final = re.compile(
    r"(?:(?:medlem\.? ?)?(?:till(?: och med)?|t\.? ?o\.? ?m\b\.?)|utträd\w*|lämna\w*|avsluta\w*)$",
    re.IGNORECASE,
)
_IS_OF_MEMBERS: Final = re.compile(r"\b(?:Region|Landstinget|kommun|universitet|högskola)\b")
_MEMBER: Final = re.compile(r"medlem(?:sorganisation)?$", re.IGNORECASE)
# Times beside persons are those of their seats.
_OF_SEATS: Final = re.compile(
    r"(?:namn|parti|uppdrag|roll|person|ledam\w+|ordinarie|ersättare|befattning)\b", re.IGNORECASE
)
_OF_TIME: Final = re.compile(r"sedan|från|fr\.? ?o\.? ?m\b\.?", re.IGNORECASE)
# A cell that is a time of membership under whatever header: `2004–2012`, `sedan 1998`.
_PERIOD: Final = re.compile(
    r"(?:(?:medlem )?(?:sedan|från) (?:år )?(?:19|20)\d\d|(?:19|20)\d\d ?[–-](?: ?(?:19|20)\d\d)?)"
)
_YEAR_LAST: Final = re.compile(r"\b(?:19|20)\d\d$")
# The same right behind a name: `ERRIN 2012 62 000 Kansliet`.
_YEAR_NEXT: Final = re.compile(r" ((?:19|20)\d\d)(?![\d–-])")
# Words above columns that ran together, perhaps in two lines: `Organisation Avgift Medlem sedan`.
_COLUMNS: Final = re.compile(
    r"(?=.*\b(?:Nätverk|Organisation|Samarbete|Förening)\b)(?=.*\b[Mm]edlem\b)"
    r"(?=.*\b(?:sedan|från)\b)(?!.*\b(?:är|var|har|gick|blev)\b)[A-ZÅÄÖ][^.:;!?]{12,70}"
)


def memberships_of_tables(scene: Scene) -> Iterator[Membership]:
    """Yield the memberships of tables of fees, with years of entry, or with a column of members.

    A row names a network that the issuer is a member of, or a member of the network above.
    """
    for grid in scene.tables:
        times = _times_of(grid)
        belong = _belonging(grid, times)
        captioned = _captioned(scene, grid) if belong is not None else None
        for row in grid.rows:
            beside = list(_members_beside(scene, row, belong, times))
            if not beside and captioned and belong is not None:
                beside = list(_members_of(scene, row, belong, times, captioned))
            yield from beside
            others = belong is None or belong not in row.cells
            if not beside and (times.entered is not None or (others and _is_of_fees(scene, grid))):
                yield from _of_row(scene, row, times)


class _Times(NamedTuple):
    """The columns of a table that tell since and until when."""

    entered: int | None
    left: int | None

    def told(self, row: GridRow) -> tuple[str | None, str | None]:
        """Return since and until when, as a row has it: `2004–2012` may be told in one cell."""
        if self.entered is None:
            cells = (row.text(column).strip() for column in row.cells)
            return time_behind(next(filter(_PERIOD.fullmatch, cells), ""))
        since, until = time_behind(row.text(self.entered))
        left = time_behind(row.text(self.left))[0] if self.left is not None else None
        return since, left or until


def _times_of(grid: Grid) -> _Times:
    of_seats = any(_OF_SEATS.match(words) for words in grid.header.values())
    entered = [c for c, words in grid.header.items() if _SINCE.match(words)]
    entered = [c for c in entered if not (of_seats and _OF_TIME.fullmatch(grid.header[c]))]
    left = next((c for c, words in grid.header.items() if _UNTIL.match(words)), None)
    return _Times(entered[0] if entered else None, left if entered else None)


def _belonging(grid: Grid, times: _Times) -> int | None:
    """Return the column of members: one of `Medlem` too, where another tells since when."""
    for column, words in grid.header.items():
        apart = column != times.entered and times.entered is not None
        apart = apart or any(map(_IS_OF_MEMBERS.search, (row.text(column) for row in grid.rows)))
        if _MEMBERS.fullmatch(words) or (apart and _MEMBER.fullmatch(words)):
            return column
    return None


def memberships_of_facts(scene: Scene) -> Iterator[Membership]:
    """Yield the issuer's membership of the network that a table of labels and values is about."""
    first = 0  # the table's first cell
    for place, (label, value) in enumerate(pairwise(scene.flow.blocks)):
        if label.cell is None or value.cell is None:
            continue
        above = scene.flow.blocks[place - 1].cell if place else None
        first = first if above and above.table == label.cell.table else place
        beside = value.cell == (label.cell.table, label.cell.row, 1)
        since = time_behind(value.text)[0] if beside and _SINCE.match(label.content) else None
        if since and scene.issuer:
            told = Span(scene.flow.blocks[first].start, label.start)
            headed = scene.headed(scene.section_at(label.start), "network")
            network = next(iter(scene.within(told, "network")), headed)
            if network is not None:
                span = Span(label.start, value.end)
                yield Membership(scene.issuer, network.entity_id, since, None, span)


def memberships_of_columns(scene: Scene) -> Iterator[Membership]:
    """Yield the issuer's memberships of a table that came as lines, its last column the year.

    Below the line `Medlem sedan`, a row begins with a network and ends with a year; below words
    above more columns, the year may stand right behind the network.
    """
    network: Named | None = None
    below = False
    above = ""
    for block in scene.flow.blocks:
        span, text = Span(block.start, block.end), block.text.strip()
        heads = [line for line in (text, f"{above} {text}") if _COLUMNS.fullmatch(line)]
        above = text
        if heads or _SINCE.fullmatch(text):
            below, network = True, None
        elif block.kind is BlockKind.HEADING or is_prose(block.content):
            below = False
        first = scene.within(Span(block.content_start, block.content_start + 1))
        if first and first[0].type in {"network", "organisation"}:
            of_other = first[0].type != "network" or is_federation(scene, first[0])
            network = None if of_other else first[0]
        behind = _YEAR_NEXT.match(scene.flow.text, network.end) if network else None
        year = _YEAR_LAST.search(text) or behind
        if below and network is not None and year and scene.issuer:
            yield Membership(scene.issuer, network.entity_id, year[0].strip(), None, span)
            network = None


def _members_beside(
    scene: Scene, row: GridRow, column: int | None, times: _Times
) -> Iterator[Membership]:
    """Yield those of one cell as members of the network that another cell of the row names."""
    if column is None or column not in row.cells:
        return
    others = [_span(cell) for place, cell in row.cells.items() if place != column]
    networks = [named for span in others for named in scene.within(span, "network")]
    span = _span(row.cells[column])
    for network in networks[:1]:
        for member in as_members(scene, _members(scene, span)):
            yield Membership(member, network.entity_id, *times.told(row), span)


def _captioned(scene: Scene, grid: Grid) -> Named | None:
    """Return the network that the line above a table of members names: `Ägare i X`."""
    cells = grid.rows[0].cells if grid.rows else {}
    first = cells[min(cells)][0] if cells else None
    if first is None or first.cell is None:
        return None
    index = scene.flow.block_at(first.start)
    while index and (cell := scene.flow.blocks[index].cell) and cell.table == first.cell.table:
        index -= 1
    above = scene.flow.blocks[index]
    named = scene.within(Span(above.start, above.end), "network")
    return named[0] if len(named) == 1 and not is_prose(above.content) else None


def _members_of(
    scene: Scene, row: GridRow, column: int, times: _Times, network: Named
) -> Iterator[Membership]:
    """Yield those of a row's cell of members as members of the network above its table."""
    if column not in row.cells:
        return
    span = _span(row.cells[column])
    federations = [n for n in scene.within(span, "network") if n.start == span.start]
    members = _members(scene, span)
    ids = as_members(scene, members) if members else [n.entity_id for n in federations[:1]]
    for member in ids:
        yield Membership(member, network.entity_id, *times.told(row), span)


def _of_row(scene: Scene, row: GridRow, times: _Times) -> Iterator[Membership]:
    spans = [_span(cell) for column, cell in sorted(row.cells.items()) if column != times.entered]
    told = times.told(row)
    if not spans:
        return
    networks = scene.within(spans[0], "network")[:1]
    for network in networks:
        if scene.issuer is not None:
            yield Membership(scene.issuer, network.entity_id, *told, spans[0])
    above = scene.headed(scene.section_at(spans[0].start), "network")
    if times.entered is not None and above is not None and not networks:
        for member in as_members(scene, _members(scene, spans[0])):
            yield Membership(member, above.entity_id, *told, spans[0])


def _span(cell: Sequence[Block]) -> Span:
    return Span(cell[0].start, cell[-1].end)


def _members(scene: Scene, span: Span) -> list[Named]:
    return members_among(scene, scene.within(span, "organisation", "place"))


def _is_of_fees(scene: Scene, grid: Grid) -> bool:
    """Tell whether a column, or the heading above the table, tells of members' fees."""
    if any(_FEE.search(words) for words in grid.header.values()):
        return True
    cells = grid.rows[0].cells if grid.rows else {}
    section = scene.section_at(cells[min(cells)][0].start) if cells else None
    return section is not None and bool(_FEE.search(section.heading))
