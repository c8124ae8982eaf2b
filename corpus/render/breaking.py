"""Breaking running text into printed lines, with Swedish hyphenation."""

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import pyphen

Measure = Callable[[str], float]
"""The printed width of a text, in the unit of the line's width."""

_LETTERS: Final = re.compile(r"[^\W\d_]{6,}")
_OWN_HYPHEN: Final = re.compile(r"(?<=\w[-–/])(?=\w)")
_FEWEST_LETTERS: Final = 3
_LARGEST_GAP: Final = 0.06


@dataclass(frozen=True, slots=True)
class Breaker:
    """Breaks text greedily into lines no wider than `width`.

    With `hyphenate`, a word that would leave a gap of more than 6 % of the width is divided:
    after a hyphen of its own (`EU-`/`projekt`), or by the Swedish patterns of pyphen, at
    least three letters on each side.
    """

    measure: Measure
    width: float
    hyphenate: bool = True

    def lines(self, text: str) -> tuple[str, ...]:
        """Return the printed lines, hyphens at line ends included."""
        return tuple(self._lines(text))

    def _lines(self, text: str) -> Iterator[str]:
        line = ""
        for word in text.split():
            rest = word
            while not self._fits(_joined(line, rest)):
                head, tail = self._divided(line, rest)
                if head:
                    yield _joined(line, head)
                    rest = tail
                elif line:
                    yield line
                else:
                    raise ValueError(f"{rest!r} is wider than its line and cannot be divided")
                line = ""
            line = _joined(line, rest)
        if line:
            yield line

    def _fits(self, text: str) -> bool:
        return self.measure(text) <= self.width

    def _divided(self, line: str, word: str) -> tuple[str, str]:
        """Return the longest part of the word that still fits the line, and the rest of it."""
        gap = self.width - self.measure(line)
        if line and (not self.hyphenate or gap < _LARGEST_GAP * self.width):
            return "", word
        for head, tail in reversed(divisions(word)):
            if self._fits(_joined(line, head)):
                return head, tail
        return "", word


def _joined(line: str, word: str) -> str:
    return f"{line} {word}" if line else word


def divisions(word: str) -> tuple[tuple[str, str], ...]:
    """Return the ways to divide a word between lines, as (printed head, tail), left to right.

    Addresses and abbreviations in capitals are not divided by patterns.
    """
    own = {match.start() for match in _OWN_HYPHEN.finditer(word)}
    soft = set() if _is_address(word) else set(_pattern_positions(word)) - own
    return tuple((word[:at] + ("" if at in own else "-"), word[at:]) for at in sorted(own | soft))


def _is_address(word: str) -> bool:
    return "@" in word or "www." in word or "://" in word


def _pattern_positions(word: str) -> Iterator[int]:
    for run in _LETTERS.finditer(word):
        letters = run.group()
        if letters.isupper():
            continue
        for at in _swedish().positions(letters):
            if _FEWEST_LETTERS <= at <= len(letters) - _FEWEST_LETTERS:
                yield run.start() + at


@functools.cache
def _swedish() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="sv_SE")
