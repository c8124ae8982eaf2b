r"""Patterns that are tried only where a word stands without which they cannot match.

`re` tries a pattern at every character, and one that begins with `[\w-]*` or a name goes far
at each. The words that every match has to hold are read out of the pattern itself, so that
nobody keeps a second list of them. After Cox, "Regular Expression Matching with a Trigram
Index" (2012), with whole words for trigrams.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from math import inf
from re import _parser  # type: ignore[attr-defined]  # the only way to its syntax
from typing import Final

from pipeline.knowledge.syntax import begins_at_boundary, begins_with_letter, read_sequence

_BOUNDARY: Final = re.compile(r"\b")
_WORD_START: Final = re.compile(r"\b(?=\w)")
# With more spaces than these before its word, a match is looked for in whole lines.
_FAR: Final = 12
# In texts that are shorter than so many letters a word, all words are sought at once.
_LETTERS_PER_WORD: Final = 4
_KEPT_TEXTS: Final = 8


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
        self._words = _shortest(words)
        inside = max(_spaces_before(self._words, word) for word in words)
        self._reach = part.before + inside if begins_at_boundary(items) else inf
        self._breaks = part.breaks
        self._starts = _WORD_START if begins_with_letter(items) else _BOUNDARY

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern alone, compiled when first one of its words is met."""
        return re.compile(self._source, self._flags)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return re.compile(_by_letters(self._words))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text in order, none over another, as `re` does."""
        lowered = _lowered(text)
        if not self._words[0] or len(lowered) != len(text):
            return self.pattern.finditer(text)
        if len(text) < _LETTERS_PER_WORD * len(self._words) and not self._any.search(lowered):
            return iter(())
        places = _places(lowered, self._words)
        if not places:
            return iter(())
        if self._reach <= _FAR:
            return self._near(text, places, int(self._reach))
        if self._breaks < inf:
            return self._in_lines(text, places, int(self._breaks))
        return self.pattern.finditer(text)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text."""
        return next(self.finditer(text), None)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match that is the whole text."""
        lowered = text.lower()
        if len(lowered) == len(text) and not self._any.search(lowered):
            return None
        return self.pattern.fullmatch(text)

    def _near(self, text: str, places: Sequence[int], reach: int) -> Iterator[re.Match[str]]:
        """Try the pattern at the boundaries of words, from `reach` spaces before a place on."""
        position = 0
        for place in places:
            first = place
            for _ in range(reach + 1):
                first = text.rfind(" ", position, first)
                if first < 0:
                    break
            starts = self._starts.finditer(text, max(first, position), place + 1)
            for start in [boundary.start() for boundary in starts]:
                if start >= position and (match := self.pattern.match(text, start)):
                    yield match
                    position = max(match.end(), start + 1)
            position = max(position, place + 1)

    def _in_lines(self, text: str, places: Sequence[int], breaks: int) -> Iterator[re.Match[str]]:
        """Search the lines of the places, and as many around them as a match has breaks."""
        start = end = own_end = 0
        for place in places:
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


@lru_cache(maxsize=_KEPT_TEXTS)
def _lowered(text: str) -> str:
    """Return a text in lower case; many patterns in turn ask for that of the same one."""
    return text.lower()


def _places(lowered: str, words: Sequence[str]) -> list[int]:
    """Return where any of the words stands, in order."""
    found = []
    for word in words:
        place = lowered.find(word)
        while place >= 0:
            found.append(place)
            place = lowered.find(word, place + 1)
    return sorted(found)


def _shortest(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words without those that hold another one."""
    kept: list[str] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(shorter in word for shorter in kept):
            kept.append(word)
    return tuple(kept)


def _by_letters(words: Sequence[str]) -> str:
    """Return a pattern of words, none of which begins another, that branches letter by letter."""
    after: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        after[word[:1]].append(word[1:])
    branches = [
        re.escape(letter) + (_by_letters(rest) if letter else "") for letter, rest in after.items()
    ]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _spaces_before(shorter: Iterable[str], word: str) -> int:
    """Return how many spaces a word has before the first of shorter words in it."""
    return word.count(" ", 0, min(word.find(part) for part in shorter if part in word))
