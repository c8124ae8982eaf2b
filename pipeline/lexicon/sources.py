"""Readers of the word lists that the lexicon is compiled from."""

import csv
import gzip
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from pipeline.errors import MissingRequirementError
from pipeline.lexicon.affixes import Form, expand


class WordCount(NamedTuple):
    """How often a lower-cased word was seen in lower case, with a capital, in capitals."""

    word: str
    lower: int
    title: int
    upper: int

    @property
    def total(self) -> int:
        """How often it was seen in any case."""
        return self.lower + self.title + self.upper


class PairCount(NamedTuple):
    """How often two lower-cased words were seen side by side."""

    first: str
    second: str
    times: int


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word list as the manifest describes it: a file of `lexicons/` or a package."""

    licence: str
    origin: str
    path: str = ""
    sha256: str = ""
    package: str = ""
    columns: tuple[str, ...] = ()


def read_manifest(directory: Path) -> dict[str, Source]:
    """Return the sources that `manifest.toml` in `lexicons/` lists, by name."""
    raw = tomllib.loads((directory / "manifest.toml").read_text(encoding="utf-8"))
    return msgspec.convert(raw["sources"], dict[str, Source])


def hunspell_forms() -> Iterator[Form]:
    """Yield the word forms of the hunspell dictionary that the package hunspell-sv carries.

    Its `sv_SE_expanded` is used: of the two it takes fewer words that have lost their dots.
    """
    yield from expand(_packaged("sv_SE_expanded.dic"), _packaged("sv_SE_expanded.aff"))


def simplemma_words() -> Iterator[str]:
    """Yield the Swedish word forms that simplemma knows."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    yield from DefaultDictionaryFactory().get_dictionary("sv")


def frequencies(language: str, size: str) -> dict[str, float]:
    """Return relative frequencies of words in a language, after wordfreq (`large`, `small`)."""
    from wordfreq import get_frequency_dict

    found: dict[str, float] = get_frequency_dict(language, size)
    return found


def word_counts(path: Path) -> Iterator[WordCount]:
    """Yield the rows of a gzipped TSV with columns word, lower, title, upper."""
    for row in read_rows(path):
        yield WordCount(row["word"], int(row["lower"]), int(row["title"]), int(row["upper"]))


def pair_counts(path: Path) -> Iterator[PairCount]:
    """Yield the rows of a gzipped TSV with columns first, second, count."""
    for row in read_rows(path):
        yield PairCount(row["first"], row["second"], int(row["count"]))


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a TSV file (gzipped or not) with a header; `#` lines are remarks."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        data = (line for line in lines if not line.startswith("#"))
        yield from csv.DictReader(data, delimiter="\t", quoting=csv.QUOTE_NONE)


def _packaged(name: str) -> Path:
    from importlib import metadata  # takes long to load, and only compiling needs it

    for file in metadata.files("hunspell-sv") or ():
        if file.name == name:
            return Path(str(file.locate()))
    raise MissingRequirementError(
        f"The package hunspell-sv lacks {name}.", "Install the locked environment: make run."
    )
