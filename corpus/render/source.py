"""Reading the sources of the samples: a header in TOML, a body in markup, gold in rows."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from corpus.render.blocks import Block
from corpus.render.markup import parse_markup
from corpus.render.plain import TextStyle
from corpus.render.scan import ScanSettings
from corpus.render.style import Style
from corpus.render.web import WebStyle
from pipeline.errors import UsageError

_FENCE: Final = "+++\n"
_SUFFIX: Final = ".plan.txt"
_GOLD_SUFFIX: Final = ".gold.txt"

KNOWLEDGE: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "appointments": (*("person", "party", "role", "body", "network", "organisation", "year"),),
        "memberships": ("member", "network", "since", "until"),
        "goals": ("year", "section", "text"),
        "activities": ("section", "number", "title", "text"),
        "effects": ("section", "insats", "effects", "themes"),
        "projects": (
            *("project", "description", "funder", "programme"),
            *("lead", "partners", "start", "end"),
        ),
        "costs": ("subject", "year", "amount", "currency", "fte_percent", "approximate"),
        "events": ("start_date", "end_date", "place", "title"),
    }
)
"""The tables of knowledge gold and their columns."""

DOCUMENT_COLUMNS: Final = (
    *("title", "document_type", "organisation", "year_from", "year_to", "document_date"),
)


class Kind(StrEnum):
    """What a sample is as a file."""

    PDF = "pdf"
    SCANNED_PDF = "scanned-pdf"
    MIXED_PDF = "mixed-pdf"
    RUINED_LAYER_PDF = "ruined-layer-pdf"
    RUINED_TEXT_PDF = "ruined-text-pdf"
    TIFF = "tiff"
    PNG = "png"
    JPEG = "jpeg"
    TEXT = "text"
    RUINED_TEXT = "ruined-text"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Source:
    """A plan as written, and how it becomes a file.

    `copies` are further names under which the same bytes are stored. `turns` tells, in a
    mixed PDF, which pages (from 1) are scans and how far they lie turned clockwise, in
    degrees.
    """

    stem: str
    kind: Kind
    document: Mapping[str, str]
    blocks: tuple[Block, ...]
    knowledge: Mapping[str, tuple[tuple[str, ...], ...]]
    style: Style = field(default_factory=Style)
    scan: ScanSettings = field(default_factory=ScanSettings)
    text: TextStyle = field(default_factory=TextStyle)
    web: WebStyle = field(default_factory=WebStyle)
    quality: int = 50
    copies: tuple[str, ...] = ()
    turns: Mapping[int, int] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The title of the plan."""
        return self.document["title"]


def load_sources(folder: Path) -> tuple[Source, ...]:
    """Return all sources of a folder in the order of their names."""
    return tuple(load_source(path) for path in sorted(folder.glob(f"*{_SUFFIX}")))


def load_source(path: Path) -> Source:
    """Read `<stem>.plan.txt` and the gold beside it; raises UsageError where one is malformed."""
    try:
        _, head, body = path.read_text(encoding="utf-8").split(_FENCE, 2)
        header = tomllib.loads(head)
        gold = path.with_name(path.name.removesuffix(_SUFFIX) + _GOLD_SUFFIX)
        return Source(
            stem=path.name.removesuffix(_SUFFIX),
            kind=Kind(header.pop("kind")),
            document=_document(header.pop("document")),
            blocks=parse_markup(body),
            knowledge=parse_knowledge(gold.read_text(encoding="utf-8")),
            **_settings(header),
        )
    except (ValueError, TypeError, KeyError) as error:
        raise UsageError(f"{path.name} is no source: {error}") from error


def parse_knowledge(text: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Read gold: `[table]` lines, each followed by rows of cells divided by `|`.

    Parts of one cell are divided by ` // `. Raises UsageError for an unknown table or a row
    of the wrong length.
    """
    tables: dict[str, list[tuple[str, ...]]] = {name: [] for name in KNOWLEDGE}
    name = ""
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[] ")
        elif line.strip():
            cells = tuple(cell.strip().replace(" // ", " | ") for cell in line.split("|"))
            if len(cells) != len(KNOWLEDGE.get(name, ())):
                raise UsageError(f"{len(cells)} cells are no row of {name!r}: {line}")
            tables[name].append(cells)
    return MappingProxyType({name: tuple(rows) for name, rows in tables.items()})


def _document(table: Mapping[str, Any]) -> Mapping[str, str]:
    if set(table) != set(DOCUMENT_COLUMNS):
        raise ValueError(f"[document] has {sorted(table)}, not {sorted(DOCUMENT_COLUMNS)}")
    return MappingProxyType({name: str(table[name]) for name in DOCUMENT_COLUMNS})


def _settings(header: dict[str, Any]) -> dict[str, Any]:
    """Turn the tables of the header into the settings that bear their names."""
    builders: dict[str, Any] = {
        "style": lambda table: Style(**table),
        "scan": lambda table: ScanSettings(**table),
        "text": lambda table: TextStyle(**table),
        "web": lambda table: WebStyle(**{name: tuple(lines) for name, lines in table.items()}),
        "copies": tuple,
        "turns": lambda table: {int(page): turn for page, turn in table.items()},
        "quality": int,
    }
    return {name: builders[name](value) for name, value in header.items()}
