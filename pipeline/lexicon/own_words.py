"""The archive's own list of words: what stands in its documents and in no dictionary."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import UsageError
from pipeline.lexicon.places import lexicons_directory
from pipeline.lexicon.sources import read_rows

_PATH = "words/own.tsv"
_HEADER = (
    "# Words of this archive's own, as they are written: a capital means a name.\n"
    "# `prickfri lexicon add WORD...` adds to them.\n"
    "word\n"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’:][^\W\d_]+)*")
_REMEDY = "Give single words of two letters or more, without digits and signs."


class Added(NamedTuple):
    """Words that are new in the list, and those that stood there already; both sorted."""

    new: tuple[str, ...]
    known: tuple[str, ...]


def add_words(words: Iterable[str], directory: Path | None = None) -> Added:
    """Add words to the list in a folder `lexicons/` (the project's own), all or none.

    Case is kept, letters are composed (NFC). The lexicon is compiled anew when it is next
    opened. Raises UsageError for what is no word, or where the list cannot be written.
    """
    path = (directory or lexicons_directory()) / _PATH
    wanted = {unicodedata.normalize("NFC", word.strip()) for word in words}
    for word in sorted(wanted):
        if not _is_word(word):
            raise UsageError(f"{word!r} is no word.", _REMEDY)
    before = set(_read(path))
    if wanted - before:
        _write(path, sorted(before | wanted))
    return Added(tuple(sorted(wanted - before)), tuple(sorted(wanted & before)))


def check_own_words(directory: Path) -> list[str]:
    """Return what is wrong with the list in a folder `lexicons/`: sorted, unique, NFC words."""
    return list(_problems(_read(directory / _PATH)))


def _problems(words: list[str]) -> Iterator[str]:
    for word in words:
        if not _is_word(word):
            yield f"own.tsv: {word!r} is no word."
        if word != unicodedata.normalize("NFC", word):
            yield f"own.tsv: {word} is not in Unicode form NFC."
    for before, after in pairwise(words):
        if before >= after:
            yield f"own.tsv: {after} stands after {before}; words are sorted and unique."


def _is_word(text: str) -> bool:
    composed = unicodedata.normalize("NFC", text)
    return len(composed) > 1 and _WORD.fullmatch(composed) is not None


def _read(path: Path) -> list[str]:
    return [row["word"] for row in read_rows(path)] if path.is_file() else []


def _write(path: Path, words: Iterable[str]) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.write_text(_HEADER + "".join(f"{word}\n" for word in words), encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written: {error.strerror}.",
            "Ask whoever installed Prickfri to add the words, or use a checkout of your own.",
        ) from error
    finally:
        with suppress(OSError):  # in a folder that takes no files there is none to remove
            beside.unlink()
