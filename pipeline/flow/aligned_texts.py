"""Texts beside the true ones, from files: what evaluation and learning start from."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import UsageError
from pipeline.lexicon.sources import read_rows
from pipeline.repair.learning import Passage

_PLACES = frozenset({"page", "block", "line", "read", "true"})


class AlignedText(NamedTuple):
    """A text as it was read, the true one, and what a repair made of it, if one did."""

    name: str
    raw: str
    gold: str
    repaired: str | None = None


def aligned_texts(raw: Path, gold: Path, repaired: Path | None = None) -> Iterator[AlignedText]:
    """Yield the texts of files (UTF-8), or of folders with files of the same names.

    Raises UsageError for a file that cannot be read, and for one without its counterpart.
    """
    places = [place for place in (raw, gold, repaired) if place is not None]
    for paths in _paired(places):
        yield AlignedText(paths[0].name, *(_read(path) for path in paths))


def aligned_passages(raw: Path, gold: Path | None = None) -> Iterator[list[Passage]]:
    """Yield, for each text that one engine read, its lines or the whole of it.

    Without `gold`, `raw` is a table of lines: a TSV file, gzipped or not, with the columns
    `read` and `true`. Rows that agree in every column but page, block and line are one text.
    """
    if gold is not None:
        for text in aligned_texts(raw, gold):
            yield [Passage(text.raw, text.gold)]
        return
    texts: dict[tuple[str, ...], list[Passage]] = {}
    for row in _rows(raw):
        origin = tuple(value for column, value in row.items() if column not in _PLACES)
        texts.setdefault(origin, []).append(Passage(row["read"] or "", row["true"] or ""))
    yield from texts.values()


def _paired(places: list[Path]) -> Iterator[list[Path]]:
    if not any(place.is_dir() for place in places):
        yield places
        return
    for place in places:
        if not place.is_dir():
            raise UsageError(
                f"{place} is no folder, but another of the texts is.",
                "Give files, or folders with files of the same names.",
            )
    names = [{file.name for file in place.iterdir() if _is_text(file)} for place in places]
    for place, own in zip(places, names, strict=True):
        for name in sorted(set().union(*names) - own):
            raise UsageError(
                f"{place / name} is missing.", "Each text needs a file of its name in each folder."
            )
    if not names[0]:
        raise UsageError(f"{places[0]} holds no texts.", "Give a folder with text files.")
    for name in sorted(names[0]):
        yield [place / name for place in places]


def _is_text(file: Path) -> bool:
    return file.is_file() and not file.name.startswith(".")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{path} is no UTF-8 text.", f"Convert it: iconv -f WINDOWS-1252 -t UTF-8 {path}"
        ) from error


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        for row in read_rows(path):
            if not {"read", "true"} <= row.keys():
                raise UsageError(
                    f"{path} is no table of lines with the columns `read` and `true`.",
                    "Or give two texts: prickfri lexicon learn RAW GOLD",
                )
            yield row
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}.") from error
