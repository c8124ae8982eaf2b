"""Which printed words a line as read stands for.

Place decides, not reading order: what the engine joined, split, left out, made up or read in
another order shifts nothing else. Where a box is too vague to tell, the letters do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Levenshtein

from pipeline.model.geometry import Box
from pipeline.model.page import Line, Word

_SLACK: Final = 1.0
_SURE: Final = 0.6
"""The share of a printed word's width from which it certainly was read."""


@dataclass(frozen=True, slots=True)
class Matched:
    """For each line read the printed words it stands for, and the words nobody read."""

    lines: tuple[tuple[Word, ...], ...]
    missed: tuple[Word, ...]


def match(read: Sequence[Line], printed: Sequence[Word]) -> Matched:
    """Match the lines of a page with its printed words; each word belongs to one line at most.

    All words need boxes, in points of the same upright page.
    """
    near: list[list[tuple[Word, float]]] = [[] for _ in read]
    for word in printed:
        shares = [_covered(word, line) for line in read]
        best = max(range(len(read)), key=lambda place: shares[place], default=-1)
        if best >= 0 and shares[best]:
            near[best].append((word, shares[best]))
    lines = [_kept(line.text, words) for line, words in zip(read, near, strict=True)]
    taken = {id(word) for words in lines for word in words}
    missed = []
    for word in (word for word in printed if id(word) not in taken):
        place = _line_that_spells(word, read, lines)
        if place is None:
            missed.append(word)
        else:
            lines[place] = _with(lines[place], word)
    return Matched(tuple(map(tuple, lines)), tuple(missed))


def _kept(read: str, near: list[tuple[Word, float]]) -> list[Word]:
    """Return the words from left to right, without those that the letters speak against."""
    near = sorted(near, key=lambda pair: _box(pair[0]).x0)
    kept = [word for word, _ in near]
    for word, share in sorted(near, key=lambda pair: pair[1]):
        if share >= _SURE:
            break
        others = [other for other in kept if other is not word]
        if _distance(read, others) <= _distance(read, kept):
            kept = others
    return kept


def _line_that_spells(word: Word, read: Sequence[Line], lines: list[list[Word]]) -> int | None:
    """Return the place of the line beside the word whose letters it explains, if any."""
    for place, (line, words) in enumerate(zip(read, lines, strict=True)):
        beside = any(_on_the_height_of(_box(word), _box(other)) for other in words)
        if beside and _distance(line.text, _with(words, word)) < _distance(line.text, words):
            return place
    return None


def _with(words: list[Word], word: Word) -> list[Word]:
    return sorted([*words, word], key=lambda other: _box(other).x0)


def _distance(read: str, words: list[Word]) -> int:
    return Levenshtein.distance(read, " ".join(word.text for word in words))


def _covered(word: Word, line: Line) -> float:
    """Return the share of a printed word's width on which the line has words, 0 to 1."""
    place = _box(word)
    covered = sum(_overlap(place, _box(other)) for other in line.words)
    return min(1.0, covered / place.width) if place.width else 0.0


def _overlap(place: Box, other: Box) -> float:
    if not _on_the_height_of(place, other):
        return 0.0
    return max(0.0, min(place.x1, other.x1 + _SLACK) - max(place.x0, other.x0 - _SLACK))


def _on_the_height_of(place: Box, other: Box) -> bool:
    return place.y0 <= (other.y0 + other.y1) / 2 <= place.y1


def _box(word: Word) -> Box:
    assert word.box is not None
    return word.box
