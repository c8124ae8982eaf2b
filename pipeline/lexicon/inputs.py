"""Digests of what the lexicon is made from; to know them, it need not be opened."""

from hashlib import sha256
from pathlib import Path

from pipeline.lexicon import sources
from pipeline.lexicon.places import lexicons_directory
from pipeline.model.ids import digest
from pipeline.model.versions import installed_version

FORMAT = 16
"""Raised when the compiled files change their meaning."""


def inputs_digest(directory: Path) -> str:
    """Return a digest of everything the compiled lexicon depends on (64 hex digits)."""
    manifest = sources.read_manifest(directory).values()
    paths = [directory / s.path for s in manifest if s.path and not _is_confusions(s)]
    paths += sorted((directory / "entities").glob("*.tsv"))
    files = [sha256(path.read_bytes()).hexdigest() for path in paths]
    packages = [f"{s.package} {installed_version(s.package)}" for s in manifest if s.package]
    return digest(FORMAT, *files, *packages)


def data_digest(directory: Path | None = None) -> str:
    """Return the digest that the lexicon of a folder (the project's own) has, unopened.

    It stands for all that repair depends on: the inputs and the confusions.
    """
    directory = directory or lexicons_directory()
    manifest = sources.read_manifest(directory).values()
    tables = [(directory / s.path).read_bytes() for s in manifest if _is_confusions(s)]
    return digest(inputs_digest(directory), *(sha256(table).hexdigest() for table in tables))


def _is_confusions(source: sources.Source) -> bool:
    return source.path.startswith("confusions/")
