"""Pages for tests, written as text.

A blank line ends a block. `# ` begins a heading, `| a | b |` is a row of a table whose
cells may hold several lines divided by `/`; bullets and numbers begin list items; a form
feed ends a page.
"""

import re
from hashlib import sha256

from pipeline.config import KnowledgeConfig
from pipeline.knowledge import understand
from pipeline.lexicon import open_entities
from pipeline.model.page import Cell, Decision, Line, Page, Role, Table, TextSource
from pipeline.model.repair import RepairedLine, RepairedPage
from pipeline.model.rows import Knowledge
from pipeline.model.source import Document, MediaType

_ITEM = re.compile(r"(?:[•–-]|\d+(?:\.\d+)*\.?) ")


def pages_of(text: str) -> tuple[RepairedPage, ...]:
    """Return the pages that a text describes."""
    return tuple(_page(number, part) for number, part in enumerate(text.split("\f"), 1))


def understood(text: str) -> Knowledge:
    """Return what is understood of a text."""
    data = text.encode()
    document = Document(
        sha256(data).hexdigest(), len(data), MediaType.TEXT, text.count("\f") + 1, ("plan.txt",)
    )
    return understand(document, pages_of(text), open_entities(), KnowledgeConfig())


def name_of(knowledge: Knowledge, entity_id: str | None) -> str | None:
    """Return the name of one of the document's entities."""
    names = {entity.entity_id: entity.name for entity in knowledge.entities}
    return names[entity_id] if entity_id else None


def appointed(text: str) -> list[tuple[str | None, ...]]:
    """Return person, party, role, body and network of the appointments of a text."""
    knowledge = understood(text)
    return [
        (name_of(knowledge, a.person_id), a.party, a.role, a.body, name_of(knowledge, a.network_id))
        for a in knowledge.appointments
    ]


def told_projects(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return name, description and funder of the projects of a text."""
    knowledge = understood(text)
    return [(p.name, p.description, name_of(knowledge, p.funder_id)) for p in knowledge.projects]


def _page(number: int, text: str) -> RepairedPage:
    lines: list[Line] = []
    cells: list[Cell] = []
    tables: list[Table] = []
    block = row = 0
    for printed in [*text.split("\n"), ""]:
        if printed.startswith("|"):
            texts = [cell.strip() for cell in printed[1:].rstrip("| ").split("|")]
            for column, cell in enumerate(texts):
                if not any(texts[: column + 1]):
                    continue  # The first cell of the rows above holds.
                first = len(lines) + 1
                for part in cell.split("/"):
                    lines.append(Line(part.strip(), Role.TABLE_CELL, block))
                    block += 1
                cells.append(Cell(row, column, tuple(range(first, len(lines) + 1))))
            row += 1
            continue
        if cells:
            tables.append(Table(tuple(cells)))
            cells, row = [], 0
            block += 1
        if not printed.strip():
            block += 1
        elif printed.startswith("# "):
            lines.append(Line(printed[2:], Role.HEADING, block))
            block += 1
        else:
            is_item = bool(_ITEM.match(printed))
            block += is_item
            goes_on = bool(lines) and lines[-1].block == block and not is_item
            role = lines[-1].role if goes_on else Role.LIST_ITEM if is_item else Role.BODY
            lines.append(Line(printed, role, block))
    page = Page(
        number,
        0,
        0,
        TextSource.PLAIN,
        Decision.KEEP,
        "plain text",
        tuple(lines),
        tuple(tables),
    )
    repaired = tuple(RepairedLine(line.text) for line in page.lines)
    return RepairedPage(page, repaired, 0.9, 0.95)
