"""Memberships in lists and tables: networks below `medlem i följande nätverk:`, fees, years."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.dates import find_periods, written
from pipeline.knowledge.relations.leads import is_prose
from pipeline.knowledge.relations.memberships.coordination import as_members, members_among
from pipeline.knowledge.relations.memberships.lines import heads_members, label_end, member_lines
from pipeline.knowledge.relations.memberships.membership import Membership
from pipeline.knowledge.relations.memberships.names import associations_of
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.structure.grids import Grid, GridRow, grids
from pipeline.knowledge.textflow import Block, BlockKind

_MEMBER_OF_THESE: Final = re.compile(
    r"\b(?:medlem(?:mar)?|ansluten|anslutna|med)\b[^.]* (?:i|till)\b[^.]*"
    r"|\b(?:nätverk|samarbetsorganisationer|medlemskap)\b[^.]*",
    re.IGNORECASE,
)
# Such a line may lead to what is no network: `Andra samarbeten är:`.
_MEMBER_OR_PART_OF_THESE: Final = re.compile(
    rf"{_MEMBER_OF_THESE.pattern}|\b(?:samarbeten|sammanslutningar)\b[^.]*"
    r"|\b(?:engagerade?|aktiva?|deltar|medverkar|ingår)\b[^.]* i:",
    re.IGNORECASE,
)
# A heading whose list names what somebody is or was a member of.
_MEMBERSHIPS: Final = re.compile(
    r"(?:[\w-]+ ){0,3}medlemskap(?: i [\w ]{3,40})?"
    r"|(?:[\w-]+ )?(?:nätverk|organisationer|samarbeten) (?:som |där )?"
    r"(?:vi|regionen|kommunen|staden) (?:har lämnat|lämnat|är med i|är medlem i"
    r"|har varit med i|tillhör|deltar i)",
    re.IGNORECASE,
)
_OF_PERSONS: Final = re.compile(
    r"företrä|ledam|representant|ordförande|kontakt|utse|projekt|program", re.IGNORECASE
)
_ITEM_NAME: Final = re.compile(
    r"(?P<name>[^\W\d_a-zåäö][\w'’&-]*(?: [\w'’&-]+){0,6}?)(?=$|[,.;:(–—]| [(–—-]| sedan\b| från\b)"
)
# A line that is a name and its years: `Kustnätet (2004–2017)`.
_DATED_NAME: Final = re.compile(
    r"[^\W\d_a-zåäö][\w'’&–-]*(?: [\w'’&–-]+){0,8}"
    r"(?: \(|,? (?:medlem |med )?(?:sedan|från) |, )(?:19|20)\d\d(?: ?[–-] ?(?:19|20)?\d\d)?\)?"
)
_OF_SEVERAL: Final = Anchored(
    r"\b(?:medlem|medlemmar|med|aktiva?|engagerade?|deltar) (?:i|inom)\b[^.:]{0,30}"
    r"\b(?:flera|flertal|antal|följande|rad|olika|många)\b[^.:]{0,40}\b(?:nätverk|organisationer)"
    r"|\b(?:nätverk|organisationer) (?:som|där) (?:vi|kommunen|regionen|staden) är"
    r" (?:medlem|medlemmar|aktiva?)\b",
    re.IGNORECASE,
)
_FEE: Final = Anchored(
    r"medlems?avgift|medlemskap|årsavgift"
    r"|\b(?:där|som|vilka) (?:vi|[\w-]*(?:en|et|regionen)) är (?:\w+ )?(?:medlem|anslut|med i)",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(
    r"(?:medlem|ansluten|inträd\w*|med)?\.? ?(?:sedan|från)\b|inträdesår|medlemsår"
    r"|anslut(?:ning|en)",
    re.IGNORECASE,
)
_YEAR_LAST: Final = re.compile(r"\b(?:19|20)\d\d$")


def listed_networks(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Yield the networks of lists that somebody is a member of, each with where it begins."""
    for block in _items(blocks):
        if match := _ITEM_NAME.match(block.content):
            yield block.content_start, match["name"]


def _items(blocks: Sequence[Block], leads: re.Pattern[str] = _MEMBER_OF_THESE) -> Iterator[Block]:
    """Yield the items below a line that says that networks follow."""
    follows = False
    for block in blocks:
        dated = block.kind is BlockKind.TEXT and _DATED_NAME.fullmatch(block.text.strip())
        if block.kind is BlockKind.ITEM or (follows and dated):
            if follows:
                yield block
            continue
        text = block.text.strip()
        follows = block.kind is BlockKind.HEADING or text.endswith((":", " i"))
        last = re.split(r"(?<=[.!?]) ", text)[-1] if follows else ""
        follows = follows and not heads_members(block) and not _OF_PERSONS.search(last)
        follows = follows and (
            (last.endswith((":", " i")) and bool(leads.search(last)))
            or (block.kind is BlockKind.HEADING and bool(_MEMBERSHIPS.fullmatch(text)))
        )


def memberships_of_lists(scene: Scene) -> Iterator[Membership]:
    """Yield the issuer's membership of each network of such a list, with the year beside it."""
    if scene.issuer is None:
        return
    for block in _items(scene.flow.blocks, _MEMBER_OR_PART_OF_THESE):
        span = Span(block.start, block.end)
        for network in scene.within(span, "network")[:1]:
            since, until = _time(scene.flow.text[network.end : block.end])
            yield Membership(scene.issuer, network.entity_id, since, until, span)


def memberships_of_headings(scene: Scene) -> Iterator[Membership]:
    """Yield the issuer's memberships of networks in headings that a paragraph leads to.

    `Vi är medlemmar i flera nätverk. Nedan kan du läsa om dem`: every heading below that begins
    with a network, until one that does not.
    """
    leads = False
    for block in scene.flow.blocks:
        if block.kind is BlockKind.TEXT:
            span = Span(block.start, block.end)
            told = _OF_SEVERAL.search(block.text) and not scene.within(span, "network")
            leads = leads or bool(told)
        elif block.kind is BlockKind.HEADING and leads and scene.issuer is not None:
            first = Span(block.content_start, block.content_start + 1)
            networks = scene.within(first, "network")
            leads = bool(networks)
            for network in networks:
                span = Span(block.start, block.end)
                yield Membership(scene.issuer, network.entity_id, None, None, span)


def memberships_of_tables(scene: Scene) -> Iterator[Membership]:
    """Yield the memberships of tables of fees, or with years of entry.

    A row names a network that the issuer is a member of, or a member of the network above.
    """
    for grid in grids(scene.flow.blocks):
        entered = next((c for c, words in grid.header.items() if _SINCE.match(words)), None)
        if entered is None and not _is_of_fees(scene, grid):
            continue
        for row in grid.rows:
            yield from _of_row(scene, row, entered)


def memberships_of_columns(scene: Scene) -> Iterator[Membership]:
    """Yield the issuer's memberships of a table that came as lines, its last column the year.

    Below the line `Medlem sedan`, a row begins with a network and ends with a year.
    """
    network: Named | None = None
    below = False
    for block in scene.flow.blocks:
        span = Span(block.start, block.end)
        if _SINCE.fullmatch(block.text.strip()):
            below, network = True, None
        elif block.kind is BlockKind.HEADING or is_prose(block.content):
            below = False
        first = scene.within(Span(block.content_start, block.content_start + 1), "network")
        network = first[0] if first else network
        year = _YEAR_LAST.search(block.text.strip())
        if below and network is not None and year and scene.issuer:
            yield Membership(scene.issuer, network.entity_id, year[0], None, span)
            network = None


def memberships_below(scene: Scene) -> Iterator[Membership]:
    """Yield the members of a network in the lines below `Medlemmar`, each perhaps since when."""
    for head, pairs in groupby(member_lines(scene.flow.blocks), key=lambda pair: pair[0]):
        network = _network_of(scene, head)
        lines = [line for _, line in pairs]
        if any(scene.within(Span(line.start, line.end), "person") for line in lines):
            continue  # persons are its members, each of some organisation
        rows = [_line(scene, line) for line in lines]
        members = [(named, span) for span, names in rows for named in names]
        several = any(len(names) > 1 for _, names in rows)
        groups = [names for _, names in rows] if several else [[named for named, _ in members]]
        ids = [member for names in groups for member in as_members(scene, names)]
        for (named, span), member, end in zip(members, ids, _ends(members), strict=True):
            if network is not None:
                since, until = _time(scene.flow.text[named.end : end])
                yield Membership(member, network.entity_id, since, until, span)


def _network_of(scene: Scene, head: Block) -> Named | None:
    """Return whose members follow: named in the line itself, above, or last in the section."""
    section = scene.section_at(head.start)
    line = Span(head.start, head.end)
    own = scene.within(line, "network") or associations_of(scene, line)
    above = scene.headed(section, "network")
    if own or above or section is None:
        return own[0] if own else above
    before = Span(scene.section_span(section).start, head.start)
    return next(iter(scene.within(before, "network")[-1:] or _titled(scene)), None)


def _titled(scene: Scene) -> list[Named]:
    """Return the network that the document's title names, if it is one."""
    if scene.profile.title_block is None:
        return []
    title = scene.flow.blocks[scene.profile.title_block]
    return scene.within(Span(title.start, title.end), "network")[:1]


def _ends(members: Sequence[tuple[Named, Span]]) -> list[int]:
    """Return where what is told of each member ends: at the next one, or with its line."""
    ends = [span.end for _, span in members]
    starts = [named.start for named, _ in members[1:]]
    return [min(pair) for pair in zip(ends, [*starts, *ends[-1:]], strict=True)]


def _line(scene: Scene, line: Block) -> tuple[Span, list[Named]]:
    """Return a line without its label (`Norge: …`), and the members that it names."""
    span = Span(line.content_start + label_end(line.content), line.end)
    return span, _members(scene, span)


def _members(scene: Scene, span: Span) -> list[Named]:
    return members_among(scene, scene.within(span, "organisation", "place"))


def _of_row(scene: Scene, row: GridRow, entered: int | None) -> Iterator[Membership]:
    first = row.cells[min(row.cells)]
    span = Span(first[0].start, first[-1].end)
    since = _time(row.text(entered))[0] if entered is not None else None
    networks = scene.within(span, "network")[:1]
    for network in networks:
        if scene.issuer is not None:
            yield Membership(scene.issuer, network.entity_id, since, None, span)
    above = scene.headed(scene.section_at(span.start), "network")
    if entered is not None and above is not None and not networks:
        for member in as_members(scene, _members(scene, span)):
            yield Membership(member, above.entity_id, since, None, span)


def _is_of_fees(scene: Scene, grid: Grid) -> bool:
    """Tell whether a column, or the heading above the table, tells of members' fees."""
    if any(_FEE.search(words) for words in grid.header.values()):
        return True
    cells = grid.rows[0].cells if grid.rows else {}
    section = scene.section_at(cells[min(cells)][0].start) if cells else None
    return section is not None and bool(_FEE.search(section.heading))


def _time(text: str) -> tuple[str | None, str | None]:
    """Return since and until when, as told behind a name: `(2004–2017)`."""
    period = next((p for p in find_periods(text) if p.first is not None), None)
    if period is None or period.first is None or period.last is None:
        return None, None
    several = period.precision == "year" and period.last.year > period.first.year
    return written(period), str(period.last.year) if several else None
