"""Memberships in lists and tables: networks below `medlem i följande nätverk:`, fees, years."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.dates import find_periods, written
from pipeline.knowledge.relations.leads import is_prose
from pipeline.knowledge.relations.membership import Membership
from pipeline.knowledge.scene import Scene, Span
from pipeline.knowledge.structure.grids import Grid, GridRow, grids
from pipeline.knowledge.textflow import Block, BlockKind

_MEMBER_OF_THESE: Final = re.compile(
    r"\b(?:medlem|ansluten|anslutna|med)\b[^.]* (?:i|till) [^.]*"
    r"|\b(?:nätverk|samarbetsorganisationer|medlemskap)\b[^.]*",
    re.IGNORECASE,
)
_OF_PERSONS: Final = re.compile(
    r"företrä|ledam|representant|ordförande|kontakt|utse|projekt|program", re.IGNORECASE
)
_ITEM_NAME: Final = re.compile(
    r"(?P<name>[^\W\d_a-zåäö][\w'’&-]*(?: [\w'’&-]+){0,6}?)(?=$|[,.;:(–—]| [(–—-]| sedan\b| från\b)"
)
_MEMBERS: Final = re.compile(
    r"(?:(?:föreningens|nätverkets|våra|understödjande|understödande) )?"
    r"(?:medlem(?:mar(?:na)?|skommuner|sregioner|sorganisationer)?|ägare|parter|delägare)"
    r"(?: (?:19|20)\d\d)?",
    re.IGNORECASE,
)
_FEE: Final = re.compile(r"medlems?avgift|medlemskap|årsavgift", re.IGNORECASE)
_SINCE: Final = re.compile(
    r"(?:medlem|ansluten|inträd\w*|med)?\.? ?(?:sedan|från)\b|inträdesår|medlemsår"
    r"|anslut(?:ning|en)",
    re.IGNORECASE,
)


def listed_networks(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Yield the networks of lists that somebody is a member of, each with where it begins."""
    for block in _items(blocks):
        if match := _ITEM_NAME.match(block.content):
            yield block.content_start, match["name"]


def _items(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the items below a line that says that networks follow."""
    follows = False
    for block in blocks:
        if block.kind is BlockKind.ITEM:
            if follows:
                yield block
            continue
        last = re.split(r"(?<=[.!?]) ", block.text.strip())[-1]
        follows = (
            last.endswith(":")
            and bool(_MEMBER_OF_THESE.search(last))
            and not _OF_PERSONS.search(last)
        )


def memberships_of_lists(scene: Scene) -> Iterator[Membership]:
    """Yield the issuer's membership of each network of such a list, with the year beside it."""
    if scene.issuer is None:
        return
    for block in _items(scene.flow.blocks):
        span = Span(block.start, block.end)
        for network in scene.within(span, "network")[:1]:
            since = _since(scene.flow.text[network.end : block.end])
            yield Membership(scene.issuer, network.entity_id, since, None, span)


def memberships_of_tables(scene: Scene) -> Iterator[Membership]:
    """Yield the issuer's membership of the networks of tables of fees, or with years of entry."""
    if scene.issuer is None:
        return
    for grid in grids(scene.flow.blocks):
        entered = next((c for c, words in grid.header.items() if _SINCE.match(words)), None)
        if entered is None and not _is_of_fees(scene, grid):
            continue
        for row in grid.rows:
            yield from _of_row(scene, row, entered)


def memberships_below(scene: Scene) -> Iterator[Membership]:
    """Yield the members of a network in the lines below `Medlemmar`, each perhaps since when."""
    below = False
    for block in scene.flow.blocks:
        title, colon, _ = block.content.strip().partition(":")
        if _MEMBERS.fullmatch(title):
            below = True
        elif block.kind is BlockKind.HEADING or is_prose(block.content):
            below = False
        if below and (colon or not _MEMBERS.fullmatch(title)):
            yield from _of_line(scene, Span(block.start, block.end))


def _of_line(scene: Scene, span: Span) -> Iterator[Membership]:
    network = scene.headed(scene.section_at(span.start), "network")
    members = scene.within(span, "organisation")
    if network is None or not members:
        return
    ends = [*(member.start for member in members[1:]), span.end]
    for member, end in zip(members, ends, strict=True):
        if member.entity_id != network.entity_id:
            since = _since(scene.flow.text[member.end : end])
            yield Membership(member.entity_id, network.entity_id, since, None, span)


def _of_row(scene: Scene, row: GridRow, entered: int | None) -> Iterator[Membership]:
    assert scene.issuer is not None
    first = row.cells[min(row.cells)]
    span = Span(first[0].start, first[-1].end)
    since = _since(row.text(entered)) if entered is not None else None
    for network in scene.within(span, "network")[:1]:
        yield Membership(scene.issuer, network.entity_id, since, None, span)


def _is_of_fees(scene: Scene, grid: Grid) -> bool:
    """Tell whether a column, or the heading above the table, tells of members' fees."""
    if any(_FEE.search(words) for words in grid.header.values()):
        return True
    cells = grid.rows[0].cells if grid.rows else {}
    section = scene.section_at(cells[min(cells)][0].start) if cells else None
    return section is not None and bool(_FEE.search(section.heading))


def _since(text: str) -> str | None:
    period = next((p for p in find_periods(text) if p.first is not None), None)
    return written(period) if period else None
