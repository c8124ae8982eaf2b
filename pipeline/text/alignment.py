"""Alignment of a text with its gold, and the error counts that follow from it."""

from collections.abc import Sequence
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
