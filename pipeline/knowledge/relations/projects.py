"""Projects as a document tells of them: lists, tables, and what running text adds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from pipeline.knowledge.dates import find_periods
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.structure.grids import Grid, GridRow, grids
from pipeline.knowledge.textflow import Block, BlockKind
from pipeline.lexicon import entity_id

_ABOUT_PROJECTS: Final = re.compile(r"\bprojekt", re.IGNORECASE)
_LISTED: Final = re.compile(
    r"(?P<name>[^,:()]{2,80}?)(?:, | [–—-] |: )(?P<description>[^()]+?)"
    r"(?: ?\((?P<funder>[^()]+)\)[.;,]?(?: (?P<rest>\S.*))?|[.;,]?)",
    re.DOTALL,
)
_NAME_AND_FUNDER: Final = re.compile(r"(?P<name>[^,:()]{2,80}?) \((?P<funder>[^()]+)\)[.;,]?")
_INLINE: Final = re.compile(r", (?P<description>[^().]{5,160}) \((?P<funder>[^()]+)\)")
_ABOUT: Final = re.compile(
    r" (?:handlar om|går ut på(?: att)?|syftar till(?: att)?) (?P<description>[^.;]{5,160})[.;]"
)
_DASHED: Final = re.compile(r" [–—] (?P<description>[^–—.\n]{5,160}) [–—] ")
_FUNDED: Final = re.compile(
    r"\bfinansier\w*|\bmedel från|\bstöd (?:av|från)|\bstöds av|\bbeviljats", re.IGNORECASE
)
_LEAD: Final = re.compile(
    r"\b(?:lead ?partner|leds av|koordineras av|samordnas av|projektägare(?: är)?|huvudpartner"
    r"|drivs av|samordnare|samordnande part|lead)\b",
    re.IGNORECASE,
)
_PARTNERS: Final = re.compile(
    r"\b(?:partner|partners|parter|övriga parter|i samarbete med|i samverkan med|tillsammans med"
    r"|projektpart\w*)\b",
    re.IGNORECASE,
)
_PERIOD: Final = re.compile(
    r"\b(?:pågår|period|projekttid|löper|genomförs|startar|start)", re.IGNORECASE
)
_VERB: Final = re.compile(
    r"\b(?:är|var|har|hade|ska|skall|kan|får|fick|blir|blev|bör|måste|vill|då)\b", re.IGNORECASE
)
_TELLS: Final = re.compile(r"\bprojekt|\d|\b\w+(?:er|as|ade|ades) \b", re.IGNORECASE)
_LONGEST_SUMMARY: Final = 100
_FUNDERS: Final = ("programme", "fund", "organisation", "network")


@dataclass(frozen=True, slots=True)
class Project:
    """A project as told; ids are of entities."""

    name: str
    evidence: Span
    description: str | None = None
    funder_id: str | None = None
    programme_id: str | None = None
    lead_id: str | None = None
    partner_ids: tuple[str, ...] = ()
    start_date: date | None = None
    end_date: date | None = None

    @property
    def tells(self) -> bool:
        """Whether more than the name is told."""
        told = (self.description, self.funder_id, self.lead_id, self.start_date)
        return any(told) or bool(self.partner_ids)


def listed_projects(blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """Yield the items of lists of projects, each with the project's name."""
    about = False
    for block in blocks:
        if block.kind is not BlockKind.ITEM:
            about = bool(_ABOUT_PROJECTS.search(_last_sentence(block.text)))
            about = about and (block.text.rstrip().endswith(":") or block.kind is BlockKind.HEADING)
            continue
        match = _match(block.content)
        if about and match and _is_name(match["name"]) and not _is_statement(match):
            yield block, match["name"].strip(' "”“')
        elif block.content.rstrip().endswith(":"):
            about = bool(_ABOUT_PROJECTS.search(block.content))


def tabled_projects(blocks: Sequence[Block]) -> Iterator[tuple[Grid, GridRow, Block]]:
    """Yield the rows of tables of projects, each with the block that holds the name."""
    for grid in grids(blocks):
        columns = grid.columns("project")
        if columns and len(grid.header) > 1:
            for row in grid.rows:
                cell = row.cells.get(columns["project"], ())
                if cell and len(row.cells) > 1 and not _is_sum(cell[0].text):
                    yield grid, row, cell[0]


def find_projects(scene: Scene) -> list[Project]:
    """Return the projects that a document tells more of than the name, each once."""
    found: dict[str, Project] = {}
    blocks = scene.flow.blocks
    for told in (*_from_lists(scene, blocks), *_from_tables(scene, blocks), *_from_text(scene)):
        key = entity_id("project", told.name)
        before = found.get(key)
        found[key] = _merge(before, told) if before else told
    return [project for project in found.values() if project.tells]


def _merge(one: Project, other: Project) -> Project:
    return replace(
        one,
        description=one.description or other.description,
        funder_id=one.funder_id or other.funder_id,
        programme_id=one.programme_id or other.programme_id,
        lead_id=one.lead_id or other.lead_id,
        partner_ids=one.partner_ids or other.partner_ids,
        start_date=one.start_date or other.start_date,
        end_date=one.end_date or other.end_date,
    )


def _match(text: str) -> re.Match[str] | None:
    return _LISTED.fullmatch(text) or _NAME_AND_FUNDER.fullmatch(text)


def _is_name(text: str) -> bool:
    return not text[0].islower() and text[0].isalnum() and any(char.isalpha() for char in text)


def _is_statement(match: re.Match[str]) -> bool:
    """Tell whether an item without a funder is a sentence rather than a name explained."""
    told = match.groupdict()
    return not told["funder"] and bool(_VERB.search(told.get("description") or ""))


def _last_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?]) ", text.strip())[-1]


def _is_sum(text: str) -> bool:
    return text.casefold().startswith(("summa", "totalt"))


def _from_lists(scene: Scene, blocks: Sequence[Block]) -> Iterator[Project]:
    for block, name in listed_projects(blocks):
        match = _match(block.content)
        assert match is not None
        groups = match.groupdict()
        span = Span(block.start, block.end)
        funder = _funder(scene, block, match) if groups["funder"] else None
        told = Project(
            name,
            Span(block.content_start, block.content_start + len(match["name"])),
            (groups.get("description") or "").strip() or None,
            funder.entity_id if funder else None,
            funder.entity_id if funder and funder.type == "programme" else None,
        )
        yield _with_details(scene, told, span, skip=funder)


def _funder(scene: Scene, block: Block, match: re.Match[str]) -> Named | None:
    start = block.content_start + match.start("funder")
    named = scene.within(Span(start, start + len(match["funder"])), *_FUNDERS)
    return named[0] if named else None


def _from_tables(scene: Scene, blocks: Sequence[Block]) -> Iterator[Project]:
    for grid, row, block in tabled_projects(blocks):
        columns = grid.columns(
            "project", "description", "funder", "programme", "period", "lead", "partners"
        )
        ids = {meaning: _cell_ids(scene, row, column) for meaning, column in columns.items()}
        programme = next(iter(_cell_ids(scene, row, columns.get("programme"), "programme")), None)
        first, last = _cell_period(row, columns.get("period"))
        yield Project(
            block.content.strip(),
            Span(block.content_start, block.end),
            row.text(columns["description"]) or None if "description" in columns else None,
            next(iter(ids.get("funder", ())), None) or programme,
            programme
            or next(iter(_cell_ids(scene, row, columns.get("funder"), "programme")), None),
            next(iter(ids.get("lead", ())), None),
            tuple(ids.get("partners", ())),
            first,
            last,
        )


def _cell_ids(scene: Scene, row: GridRow, column: int | None, *types: str) -> list[str]:
    cell = row.cells.get(column, ()) if column is not None else ()
    ids = [
        named.entity_id
        for block in cell
        for named in scene.within(Span(block.start, block.end), *types)
        if named.type not in {"person", "party"}
    ]
    return list(dict.fromkeys(ids))


def _cell_period(row: GridRow, column: int | None) -> tuple[date | None, date | None]:
    periods = list(find_periods(row.text(column))) if column is not None else []
    return (periods[0].first, periods[-1].last) if periods else (None, None)


def _told_inline(scene: Scene, named: Named) -> Project:
    """Read what follows a project's name: `Havsro, tystare vikar (Interreg Central Baltic)`."""
    told = Project(scene.name_of(named.entity_id), Span(named.start, named.end))
    match = _INLINE.match(scene.flow.text, named.end)
    if match is None:
        about = _ABOUT.match(scene.flow.text, named.end) or _DASHED.match(
            scene.flow.text, named.end
        )
        return replace(told, description=about["description"]) if about else told
    funders = scene.within(Span(*match.span("funder")), *_FUNDERS)
    funder = funders[0] if funders else None
    return replace(
        told,
        description=match["description"].strip(),
        funder_id=funder.entity_id if funder else None,
        programme_id=funder.entity_id if funder and funder.type == "programme" else None,
    )


def _from_text(scene: Scene) -> Iterator[Project]:
    """Yield what sentences tell of the project that they or the heading above name."""
    for index, span in scene.paragraphs():
        if scene.flow.blocks[index].kind in {BlockKind.CELL, BlockKind.HEADING}:
            continue
        current = scene.headed(scene.outline.section_at(index), "project")
        for place, sentence in enumerate(scene.sentences_in(span)):
            named = scene.within(sentence, "project")
            if current is not None and not place and not named:
                yield from _summary(scene, current, sentence)
            current = named[0] if named else current
            if current is not None and len({n.entity_id for n in named}) <= 1:
                yield _with_details(scene, _told_inline(scene, current), sentence)


def _summary(scene: Scene, project: Named, sentence: Span) -> Iterator[Project]:
    """Yield the description that stands below a project's name, no whole sentence."""
    text = scene.text(sentence).strip(" .")
    if len(text) <= _LONGEST_SUMMARY and not _VERB.search(text) and not _TELLS.search(text):
        name = scene.name_of(project.entity_id)
        yield Project(name, Span(project.start, project.end), text)


def _with_details(scene: Scene, told: Project, span: Span, skip: Named | None = None) -> Project:
    """Add what a sentence says of funder, lead, partners and period."""
    text = scene.text(span)
    funder = programme = None
    if (match := _FUNDED.search(text)) and skip is None:
        near = scene.within(span, "fund", "programme", "organisation")
        chosen = min(near, key=lambda n: abs(n.start - span.start - match.start()), default=None)
        funder = chosen.entity_id if chosen else None
        programme = chosen.entity_id if chosen and chosen.type == "programme" else None
    lead = _after(scene, span, _LEAD)[:1]
    partners = _after(scene, span, _PARTNERS)
    first, last = _period(text)
    return _merge(
        told,
        replace(
            told,
            funder_id=funder,
            programme_id=programme,
            lead_id=lead[0] if lead else None,
            partner_ids=tuple(partners),
            start_date=first,
            end_date=last,
        ),
    )


def _after(scene: Scene, span: Span, cue: re.Pattern[str]) -> list[str]:
    match = cue.search(scene.text(span))
    if match is None:
        return []
    named = scene.within(Span(span.start + match.end(), span.end), "organisation", "network")
    return list(dict.fromkeys(name.entity_id for name in named))


def _period(text: str) -> tuple[date | None, date | None]:
    cue = _PERIOD.search(text)
    if cue is None:
        return None, None
    for period in find_periods(text):
        if period.first and period.last and period.last.year >= period.first.year:
            whole = period.precision != "day" or period.last > period.first
            return period.first, period.last if whole else None
    return None, None
