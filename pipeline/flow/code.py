"""Digests of the source code that makes results, so that nobody has to raise a version."""

from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from pipeline.flow.stages import STAGES
from pipeline.model.ids import digest


def code_version(stage: str) -> str:
    """Return a digest of the source code that decides a stage's results."""
    return digest(*(source_digest(room) for room in STAGES[stage].rooms))


@lru_cache(maxsize=64)
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
