"""The files of the entity lexicon, `lexicons/entities/*.tsv`, a thing a row.

Columns: `name`; `aliases` divided by `|`; official `code`; `parent`, the name of another row;
`guarded`, aliases that count only near one of their cues, written `alias:cue,cue`.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from pipeline.errors import MissingRequirementError
from pipeline.model.rows import EntityType

COLUMNS: Final = ("name", "aliases", "code", "parent", "guarded")

ENTITY_FILES: Final[Mapping[str, EntityType]] = MappingProxyType(
    {
        "counties": "place",
        "county_boards": "organisation",
        "funds": "fund",
        "municipalities": "organisation",
        "municipality_places": "place",
        "networks": "network",
        "organisations": "organisation",
        "parties": "party",
        "places": "place",
        "plans": "plan",
        "programmes": "programme",
        "regions": "organisation",
    }
)
"""Files of things in the world, and the type of what they hold."""

TERM_FILES: Final = ("bodies", "given_names", "roles")
"""Files of words that name bodies, persons and roles."""


class Guard(NamedTuple):
    """An alias that names its entity only in a sentence with a word that holds a cue."""

    alias: str
    cues: tuple[str, ...]


class Row(NamedTuple):
    """A row as it stands in its file; `line` counts from 1, the header being the first."""

    line: int
    name: str
    aliases: tuple[str, ...]
    code: str | None
    parent: str | None
    guards: tuple[Guard, ...]


def read_entity_file(path: Path) -> tuple[Row, ...]:
    """Return a file's rows; raises MissingRequirementError where it is missing or malformed."""
    text = read_text(path)
    with _readable(path):
        header, *lines = text.splitlines()
        if tuple(header.split("\t")) != COLUMNS:
            raise ValueError(f"its columns are not {', '.join(COLUMNS)}")
        return tuple(_parse(number, line) for number, line in enumerate(lines, 2))


def read_text(path: Path) -> str:
    """Return a file's text; raises MissingRequirementError where it is missing or not UTF-8."""
    with _readable(path):
        return path.read_text(encoding="utf-8")


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise MissingRequirementError(
            f"The entity lexicon {path.name} cannot be read: {error}.",
            "Restore the folder lexicons/entities.",
        ) from error


def _parse(number: int, line: str) -> Row:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS) or not cells[0]:
        raise ValueError(f"line {number} is not a row of {len(COLUMNS)} columns: {line!r}")
    name, aliases, code, parent, guarded = cells
    return Row(
        number,
        name,
        tuple(aliases.split("|")) if aliases else (),
        code or None,
        parent or None,
        tuple(_guard(number, text) for text in guarded.split("|")) if guarded else (),
    )


def _guard(number: int, text: str) -> Guard:
    alias, divider, cues = text.rpartition(":")
    if not divider or not alias or not all(cues.split(",")):
        raise ValueError(f"line {number} guards no alias by cues: {text!r}")
    return Guard(alias, tuple(cues.split(",")))
