"""Alignment of a text with its gold, and the error counts that follow from it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein


@dataclass(frozen=True, slots=True)
class ErrorCount:
    """Errors against the length of the gold, both in the same unit; adds up over texts."""

    errors: int = 0
    total: int = 0

    @property
    def rate(self) -> float:
        """Errors for each unit of gold; 0 for an empty gold without errors."""
        return self.errors / self.total if self.total else float(self.errors > 0)

    def __add__(self, other: "ErrorCount") -> "ErrorCount":
        return ErrorCount(self.errors + other.errors, self.total + other.total)


class Pair(NamedTuple):
    """A unit of the text beside the unit of the gold; None where one side has none."""

    text: str | None
    gold: str | None


def character_errors(text: str, gold: str) -> ErrorCount:
    """Return Levenshtein distance in characters and the gold's length: the parts of CER.

    Runs of white space count as one space; compose both texts (NFC) first.
    """
    text, gold = " ".join(text.split()), " ".join(gold.split())
    return ErrorCount(Levenshtein.distance(text, gold), len(gold))


def word_errors(text: Sequence[str], gold: Sequence[str]) -> ErrorCount:
    """Return Levenshtein distance in words and the gold's length: the parts of WER."""
    return ErrorCount(Levenshtein.distance(text, gold), len(gold))


def align(text: Sequence[str], gold: Sequence[str]) -> list[Pair]:
    """Return the units of both side by side, with as few differences as can be.

    Units are words, or the characters of a string.
    """
    pairs = []
    for operation in Levenshtein.opcodes(text, gold):
        left = text[operation.src_start : operation.src_end]
        right = gold[operation.dest_start : operation.dest_end]
        pairs += [Pair(*units) for units in zip_longest(left, right)]
    return pairs


def word_places(text: Sequence[str], gold: Sequence[str]) -> list[range]:
    """Return for each gold word which words of the text stand in its place.

    A word of the text stands in the place of a gold word where the alignment of characters
    lays one of its letters on one of the gold word's. So a gold word read in two pieces has
    a range of two, two gold words read as one share it, a lost word has an empty range, and
    what the text has beside the gold (a stray `|`) is in none: no neighbour is blamed.
    """
    places: list[range] = []
    for stretch in _stretches(text, gold):
        words = text[stretch.start : stretch.stop]
        true = gold[stretch.gold_start : stretch.gold_stop]
        if stretch.alike:
            places += (range(i, i + 1) for i in range(stretch.start, stretch.stop))
        else:
            places += _places_by_letters(words, true, stretch.start)
    return places


class _Stretch(NamedTuple):
    """Words `start` to `stop` (not included) of a text beside those of its gold."""

    start: int
    stop: int
    gold_start: int
    gold_stop: int
    alike: bool


_ANCHOR_LETTERS = 8
"""A run of equal words is trusted from so many letters on; a lone `i` is equal by chance."""


def _stretches(text: Sequence[str], gold: Sequence[str]) -> Iterator[_Stretch]:
    """Divide both texts, in order, at the runs of equal words that can be trusted."""
    start = gold_start = 0
    for run in Levenshtein.opcodes(text, gold):
        letters = sum(map(len, text[run.src_start : run.src_end]))
        if run.tag == "equal" and letters >= _ANCHOR_LETTERS:
            yield _Stretch(start, run.src_start, gold_start, run.dest_start, alike=False)
            yield _Stretch(run.src_start, run.src_end, run.dest_start, run.dest_end, alike=True)
            start, gold_start = run.src_end, run.dest_end
    yield _Stretch(start, len(text), gold_start, len(gold), alike=False)


def _places_by_letters(text: Sequence[str], gold: Sequence[str], offset: int) -> list[range]:
    """Return `word_places` of a few words; `offset` is added to the numbers."""
    found: list[list[int]] = [[] for _ in gold]
    owners, gold_owners = _owners(text), _owners(gold)
    for run in Levenshtein.opcodes(" ".join(text), " ".join(gold)):
        owned = owners[run.src_start : run.src_end], gold_owners[run.dest_start : run.dest_end]
        for word, true in zip(*owned, strict=False):
            if word is not None and true is not None:
                found[true].append(word + offset)
    return [range(words[0], words[-1] + 1) if words else range(0) for words in found]


def _owners(words: Sequence[str]) -> list[int | None]:
    """Return the number of the word of each character of a text; None for spaces."""
    owners: list[int | None] = []
    for number, word in enumerate(words):
        owners += [number] * len(word)
        owners.append(None)
    return owners[:-1]
