"""Digests of the source code that makes results, so that nobody has to raise a version."""

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final

from pipeline.flow.stages import STAGES
from pipeline.model.ids import digest


@lru_cache(maxsize=16)
def code_version(stage: str) -> str:
    """Return a digest of the source code and the libraries that decide a stage's results."""
    rooms = (_ROOMS[room] for room in STAGES[stage].rooms)
    return digest(*rooms, *map(_library, STAGES[stage].libraries))


@lru_cache(maxsize=64)
def _library(name: str) -> str:
    """Return a distribution with its version, for which all that it tells of itself is read."""
    return f"{name} {version(name)}"


def source_digest(room: str) -> str:
    """Return a digest of the Python files of a room, or of one file, of the package."""
    state = sha256()
    for name, content in _sources(files("pipeline") / room):
        state.update(f"{room}/{name}".encode() + b"\0" + content + b"\0")
    return state.hexdigest()


def _sources(place: Traversable) -> list[tuple[str, bytes]]:
    if place.is_file():
        return [(place.name, place.read_bytes())]
    found = []
    for child in sorted(place.iterdir(), key=lambda child: child.name):
        if child.is_dir() or child.name.endswith(".py"):
            found += [(f"{child.name}/{name}", content) for name, content in _sources(child)]
    return found


_ROOMS: Final[Mapping[str, str]] = MappingProxyType(
    {room: source_digest(room) for stage in STAGES.values() for room in stage.rooms}
)
"""Taken when the process begins, because that is the code that runs: a file read later may have
been edited, and results would be kept as those of code that never made them."""
