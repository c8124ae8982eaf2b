"""Sources found in folders."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

_LITTER = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_LOCK_FILE = "~$"
_SUFFIXES = frozenset({".pdf", ".tif", ".tiff", ".png", ".jpg", ".jpeg", ".txt", ".html", ".htm"})


def discover(sources: Sequence[Path]) -> Iterator[Path]:
    """Yield every source: the files named, and those in the folders named.

    Folders are walked to the bottom, names in sorted order; the same path comes once. What
    is not there, a link that leads nowhere, a folder that cannot be opened and an empty
    folder named like a file (`plan.pdf`) are yielded too, so that taking them in tells
    what is wrong. A linked folder is followed once, unless it is walked anyway.

    Left out in folders, because programs and systems put them there and not people: names
    that begin with a full stop, `Thumbs.db`, `desktop.ini`, `__MACOSX` and the lock files
    of word processors (`~$plan.docx`). Such a file is taken where it is named itself.
    """
    walk = _Walk([source.resolve() for source in sources if source.is_dir()])
    yielded: set[Path] = set()
    for source in sources:
        for path in walk.below(source) if source.is_dir() else (source,):
            if path not in yielded:
                yielded.add(path)
                yield path


class _Walk:
    """A walk through folders that meets each of them once, whatever links say."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self._roots = roots
        self._visited: set[Path] = set()

    def below(self, folder: Path) -> Iterator[Path]:
        """Yield the sources in a folder and in the folders below it."""
        real = folder.resolve()
        if real in self._visited:
            return
        self._visited.add(real)
        try:
            with os.scandir(folder) as entries:
                found = {entry.name: entry for entry in entries if not _is_litter(entry.name)}
        except OSError:
            yield folder
            return
        if not found and folder.suffix.lower() in _SUFFIXES:
            yield folder
        for name in sorted(found):
            path = folder / name
            if not _is_folder(found[name]):
                yield path
            elif not self._is_walked_anyway(path):
                yield from self.below(path)

    def _is_walked_anyway(self, folder: Path) -> bool:
        if not folder.is_symlink():
            return False
        target = folder.resolve()
        return any(target.is_relative_to(root) for root in self._roots)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    """Tell whether an entry is a folder, or a link to one; for most the folder tells at once."""
    if entry.is_symlink():
        return os.path.isdir(entry)  # noqa: PTH112 - the entry's own fails for circles of links
    return entry.is_dir(follow_symlinks=False)


def _is_litter(name: str) -> bool:
    return name.startswith((".", _LOCK_FILE)) or name.lower() in _LITTER
