"""Digests of the source code that makes results, so that nobody has to raise a version."""

import os
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Final

from pipeline.flow.stages import STAGES
from pipeline.model.ids import digest
from pipeline.model.versions import installed_version

_PACKAGE: Final = Path(__file__).parents[1]


@lru_cache(maxsize=16)
def code_version(stage: str) -> str:
    """Return a digest of the source code and the libraries that decide a stage's results."""
    rooms = (_ROOMS[room] for room in STAGES[stage].rooms)
    return digest(*rooms, *map(_library, STAGES[stage].libraries))


def _library(name: str) -> str:
    return f"{name} {installed_version(name)}"


def source_digest(room: str) -> str:
    """Return a digest of the Python files of a room, or of one file, of the package."""
    state = sha256()
    for path in _sources(_PACKAGE / room):
        name = path.removeprefix(str(_PACKAGE))
        state.update(name.encode() + b"\0" + Path(path).read_bytes() + b"\0")
    return state.hexdigest()


def _sources(place: Path) -> list[str]:
    if place.is_file():
        return [str(place)]
    found = ((folder, name) for folder, _, names in os.walk(place) for name in names)
    return sorted(f"{folder}/{name}" for folder, name in found if name.endswith(".py"))


_ROOMS: Final[Mapping[str, str]] = MappingProxyType(
    {room: source_digest(room) for stage in STAGES.values() for room in stage.rooms}
)
"""Taken when the process begins, because that is the code that runs: a file read later may have
been edited, and results would be kept as those of code that never made them."""
