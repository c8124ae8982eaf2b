"""What a dataset remembers of its parts, so that those that did not change are kept."""

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

MANIFEST = "parts.json"
FOLDER = ".prickfri"
"""Folder inside a dataset for what is not a table."""


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
    """The parts of a dataset by name."""

    parts: dict[str, PartRecord] = field(default_factory=dict)

    @classmethod
    def read(cls, dataset: Path) -> "Manifest":
        """Read the manifest of a dataset; where there is none, nothing can be kept."""
        try:
            return msgspec.json.decode(_path(dataset).read_bytes(), type=cls)
        except (OSError, msgspec.MsgspecError):
            return cls()

    def encode(self) -> bytes:
        """Return the manifest as JSON, the same for the same parts."""
        return msgspec.json.format(msgspec.json.encode(self, order="deterministic"))


def _path(dataset: Path) -> Path:
    return dataset / FOLDER / MANIFEST
