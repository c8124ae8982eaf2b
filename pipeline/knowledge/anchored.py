r"""Patterns that are tried only where a word stands without which they cannot match.

`re` tries a pattern at every character, and one that begins with `[\w-]*` or a name goes far
at each. The words that every match has to hold are read out of the pattern itself, so that
nobody keeps a second list of them. After Cox, "Regular Expression Matching with a Trigram
Index" (2012), with whole words for trigrams.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, reduce
from itertools import chain
from operator import or_
from re import _parser  # type: ignore[attr-defined]  # the only way to its syntax
from typing import Final, NamedTuple

from pipeline.knowledge.sought import SOUGHT, piece_of
from pipeline.knowledge.syntax import Part, begins_at_boundary, begins_with_letter, read_sequence

_BOUNDARY: Final = re.compile(r"\b")
_WORD_START: Final = re.compile(r"\b(?=\w)")
# With more spaces than these before its word, a match is looked for in whole lines.
_FAR: Final = 12
# Shorter pieces stand in too many words to tell anything.
_TELLING: Final = 3


Place = tuple[int, float]
"""Where a word stands, and how many spaces before it a match may begin."""


class Need(NamedTuple):
    """A word by which a pattern may match, and the bits of pieces of which one each is there too.

    `reach` is how many spaces before the word a match may begin.
    """

    word: str
    others: tuple[int, ...]
    reach: float


class Anchored:
    """A pattern and its words; it finds what the pattern alone would, and sooner.

    Letters that `re` takes for others where case does not count and `str.lower` does not,
    such as `ſ` for `s`, are not found in those words.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._source, self._flags = pattern, flags
        items = _parser.parse(pattern, flags)
        part = read_sequence(items)
        words = part.words or frozenset({""})
        shortest = _shortest(words)
        self._bounded = begins_at_boundary(items)
        self._breaks = part.breaks
        self._leads = part.leads and all(word.startswith(shortest) for word in words)
        self._starts = _WORD_START if begins_with_letter(items) else _BOUNDARY
        self._needs: defaultdict[int, list[Need]] = defaultdict(list)
        for word in shortest:
            self._needs[SOUGHT.add([piece_of(word)])].append(_need(part, word))
        self._pieces = reduce(or_, self._needs)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern alone, compiled when first one of its words is met."""
        return re.compile(self._source, self._flags)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text in order, none over another, as `re` does."""
        lowered, pieces = SOUGHT.look(text)
        if not pieces & self._pieces:
            return iter(())
        if self._pieces & 1 or len(lowered) != len(text):
            return self.pattern.finditer(text)
        places = sorted(chain(*(_places(lowered, need) for need in self._met(pieces))))
        if self._leads or not places:
            return self._at(text, places)
        if self._bounded and max(reach for _, reach in places) <= _FAR:
            return self._near(text, places)
        if self._breaks < text.count("\n"):
            return self._in_lines(text, places, int(self._breaks))
        return self.pattern.finditer(text)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text."""
        if not SOUGHT.look(text).pieces & self._pieces:
            return None
        return next(self.finditer(text), None)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match that is the whole text."""
        pieces = SOUGHT.look(text).pieces
        if not pieces & self._pieces or not self._met(pieces):
            return None
        return self.pattern.fullmatch(text)

    def _met(self, pieces: int) -> list[Need]:
        """Return the words by which the pattern may match in a text with these pieces."""
        met: list[Need] = []
        left = pieces & self._pieces
        while left:
            piece = left & -left
            met += [need for need in self._needs[piece] if all(map(pieces.__and__, need.others))]
            left ^= piece
        return met

    def _at(self, text: str, places: Sequence[Place]) -> Iterator[re.Match[str]]:
        """Try the pattern at each place."""
        position = 0
        for place, _ in places:
            if place >= position and (match := self.pattern.match(text, place)):
                yield match
                position = max(match.end(), place + 1)

    def _near(self, text: str, places: Sequence[Place]) -> Iterator[re.Match[str]]:
        """Try the pattern at the boundaries of words, from its reach before a place on."""
        position = 0
        for first, place in sorted((_back(text, *place), place[0]) for place in places):
            starts = self._starts.finditer(text, max(first, position), place + 1)
            for start in [boundary.start() for boundary in starts]:
                if start >= position and (match := self.pattern.match(text, start)):
                    yield match
                    position = max(match.end(), start + 1)
            position = max(position, place + 1)

    def _in_lines(self, text: str, places: Sequence[Place], breaks: int) -> Iterator[re.Match[str]]:
        """Search the lines of the places, and as many around them as a match has breaks."""
        start = end = own_end = 0
        for place, _ in places:
            if place < own_end:
                continue
            first = last = place
            for step in range(breaks + 1):
                first = text.rfind("\n", 0, max(first, 0))
                last = text.find("\n", last) + 1 or len(text)
                own_end = own_end if step else last
            if first >= end:
                yield from self.pattern.finditer(text, start, end)
                start = first + 1
            end = last
        yield from self.pattern.finditer(text, start, end)


def _places(lowered: str, need: Need) -> Iterator[Place]:
    """Yield where a word stands, and its reach."""
    place = lowered.find(need.word)
    while place >= 0:
        yield place, need.reach
        place = lowered.find(need.word, place + 1)


def _back(text: str, place: int, reach: float) -> int:
    """Return the place so many spaces before another, and one more, or the beginning."""
    for _ in range(int(reach) + 1):
        place = text.rfind(" ", 0, place)
        if place < 0:
            return 0
    return place


def _need(part: Part, short: str) -> Need:
    """Return what goes with a word, whichever longer ones of a pattern it stands for."""
    longer = [word for word in part.words or {""} if short in word]
    common = frozenset.intersection(*(part.also.get(word, frozenset()) for word in longer))
    sets = [frozenset(map(piece_of, words)) for words in common]
    sets += [frozenset({piece}) for piece in short.split()]
    telling = tuple(SOUGHT.add(others) for others in sets if min(map(len, others)) >= _TELLING)
    reach = max(part.before.get(word, 0) + word[: word.find(short)].count(" ") for word in longer)
    return Need(short, telling, reach)


def _shortest(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words without those that hold another one."""
    kept: list[str] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(shorter in word for shorter in kept):
            kept.append(word)
    return tuple(kept)
