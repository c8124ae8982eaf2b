"""What a dataset remembers of itself, so that what did not change is kept. Needs no Arrow."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

import msgspec

MANIFEST = "parts.json"
FOLDER = ".prickfri"
"""Folder inside a dataset for what is not a table."""

DESCRIPTOR = "datapackage.json"
README = "README.md"
MARK = "prickfri_schema_version"
"""Property by which a Data Package descriptor is known as Prickfri's."""

WHOLE_TABLES = ("entities", "failures", "runs")
"""Tables that are not divided into parts."""

_PARQUET: Final = b"PAR1"
_FOOTER_BYTES: Final = 8


@dataclass(frozen=True, slots=True)
class PartRecord:
    """A part as it was written: what it was made from, its rows and its files' sizes.

    `rows` and `sizes` (bytes) are by table. `corrections` counts edits in force,
    `suggestions` those left to a reviewer.
    """

    digest: str
    rows: dict[str, int]
    sizes: dict[str, int]
    corrections: int
    suggestions: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """The parts of a dataset by name, and what belongs to none.

    `made_from` is a digest of all that the dataset was made from, its runs apart. `rows` are
    those of the tables that are not divided, `sizes` the bytes of all files outside of the
    parts, by their path; both without the runs, which differ where nothing else does.
    """

    parts: dict[str, PartRecord] = field(default_factory=dict)
    made_from: str = ""
    rows: dict[str, int] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    @classmethod
    def read(cls, dataset: Path) -> "Manifest":
        """Read the manifest of a dataset; where there is none, nothing can be kept."""
        try:
            return msgspec.json.decode((dataset / FOLDER / MANIFEST).read_bytes(), type=cls)
        except (OSError, msgspec.MsgspecError):
            return cls()

    def encode(self) -> bytes:
        """Return the manifest as JSON, the same for the same parts."""
        return msgspec.json.format(msgspec.json.encode(self, order="deterministic"))

    @property
    def row_counts(self) -> Mapping[str, int]:
        """The rows of each table, the runs apart."""
        records = self.parts.values()
        divided = {name for record in records for name in record.rows}
        counts = {name: sum(record.rows[name] for record in records) for name in divided}
        return MappingProxyType(counts | self.rows)

    def is_whole(self, dataset: Path) -> bool:
        """Tell whether every file of a dataset lies there in its size, and no part beside them.

        The runs may have any size, but must come to their end.
        """
        runs = whole_file(dataset, "runs")
        expected = {dataset / path: size for path, size in self.sizes.items()}
        for name, record in self.parts.items():
            expected |= sizes_of_part(dataset, name, record)
        folders = (dataset / table for table in (*self.row_counts, "runs"))
        found = {path for folder in folders for path in folder.glob("part-*.parquet")}
        return found <= {*expected, runs} and has_sizes(expected) and _is_closed(runs)


def part_file(root: Path, table: str, part: str) -> Path:
    """Return where the file of a part lies; entities are kept apart until they are merged."""
    folder = root / FOLDER / table if table in WHOLE_TABLES else root / table
    return folder / f"part-{part}.parquet"


def whole_file(root: Path, table: str) -> Path:
    """Return where the only file of a table lies that is not divided."""
    return root / table / "part-0.parquet"


def sizes_of_part(root: Path, part: str, record: PartRecord) -> dict[Path, int]:
    """Return the files of a part with the sizes in bytes that they should have."""
    return {part_file(root, table, part): size for table, size in record.sizes.items()}


def has_sizes(files: Mapping[Path, int]) -> bool:
    """Tell whether files are there, each in its size in bytes."""
    return all(file.is_file() and file.stat().st_size == size for file, size in files.items())


def is_ours(descriptor_text: str) -> bool:
    """Tell whether a Data Package descriptor was written by Prickfri."""
    try:
        package = json.loads(descriptor_text)
    except ValueError:
        return False
    return isinstance(package, dict) and MARK in package


def _is_closed(path: Path) -> bool:
    """Tell whether a Parquet file goes from its mark to its footer, as one cut off does not."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    footer = int.from_bytes(data[-_FOOTER_BYTES : -len(_PARQUET)], "little")
    marked = data.startswith(_PARQUET) and data.endswith(_PARQUET)
    return marked and len(data) >= len(_PARQUET) + footer + _FOOTER_BYTES
