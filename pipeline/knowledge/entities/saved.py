"""Components whose learning goes to disk with the pipeline, and comes back from it."""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, Self


class Saved(ABC):
    """A component that keeps what `add_entities` taught it in one file.

    spaCy asks for bytes in `Language.to_bytes`, for a path in `Language.to_disk`, and passes
    either call whatever else it has.
    """

    @abstractmethod
    def to_bytes(self, **_: Any) -> bytes:  # noqa: ANN401
        """Return what was learnt as bytes."""

    @abstractmethod
    def from_bytes(self, data: bytes, **_: Any) -> Self:  # noqa: ANN401
        """Restore what was learnt."""

    def to_disk(self, path: str | Path, **_: Any) -> None:  # noqa: ANN401
        """Write what was learnt to a file."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **_: Any) -> Self:  # noqa: ANN401
        """Restore what was learnt from a file."""
        return self.from_bytes(Path(path).read_bytes())
