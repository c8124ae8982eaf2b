r"""Patterns that are tried only where a word stands without which they cannot match.

`re` tries a pattern at every character, and one that begins with `[\w-]*` or a name goes far
at each. The words that every match has to hold are read out of the pattern itself, so that
nobody keeps a second list of them. After Cox, "Regular Expression Matching with a Trigram
Index" (2012), with whole words for trigrams.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import inf
from re import _constants, _parser  # type: ignore[attr-defined]  # the only way to its syntax
from typing import Any, Final, NamedTuple

_BOUNDARY: Final = re.compile(r"\b")
_WORD_START: Final = re.compile(r"\b(?=\w)")
# With more spaces than these before its word, a match is looked for in whole lines.
_FAR: Final = 12
_MOST_WORDS: Final = 200
# In texts that are shorter than so many letters a word, all words are sought at once.
_LETTERS_PER_WORD: Final = 4
_KEPT_TEXTS: Final = 8
_REPEATS: Final = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_UNBOUNDED: Final = int(_constants.MAXREPEAT)
_OF_WORDS: Final = frozenset({"CATEGORY_WORD", "CATEGORY_DIGIT"})
_OF_SPACES: Final = frozenset({"CATEGORY_SPACE", "CATEGORY_NOT_WORD", "CATEGORY_NOT_DIGIT"})


class _Part(NamedTuple):
    """What a part of a pattern needs and takes in; counts are the most there can be.

    One of `words` stands in every match, None where there are none such; they are `exact` if
    the part matches them and nothing else. `before` counts the spaces before the word,
    `spaces` and `breaks` what the whole part takes in or looks ahead to.
    """

    words: frozenset[str] | None = None
    before: float = 0
    spaces: float = 0
    breaks: float = 0
    exact: bool = False


class Anchored:
    """A pattern and its words; it finds what the pattern alone would, and sooner.

    Letters that `re` takes for others where case does not count and `str.lower` does not,
    such as `ſ` for `s`, are not found in those words.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags)
        items = _parser.parse(pattern, flags)
        part = _sequence(items)
        words = part.words or frozenset({""})
        self._words = _shortest(words)
        self._any = re.compile(_by_letters(self._words))
        inside = max(_spaces_before(self._words, word) for word in words)
        self._reach = part.before + inside if _begins_at_boundary(items) else inf
        self._breaks = part.breaks
        self._starts = _WORD_START if _begins_with_letter(items) else _BOUNDARY

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


def _begins_at_boundary(items: Any) -> bool:  # noqa: ANN401 - the parser's own lists
    for operator, argument in items[:1]:
        if str(operator) == "SUBPATTERN":
            return _begins_at_boundary(argument[-1])
        return str(operator) == "AT" and str(argument) == "AT_BOUNDARY"
    return False


def _begins_with_letter(items: Any) -> bool:  # noqa: ANN401 - as above
    """Tell whether a letter, a figure or `_` comes first in every match."""
    for operator, argument in items:
        kind = str(operator)
        if kind in {"AT", "ASSERT", "ASSERT_NOT"}:
            continue
        inner = argument[-1] if kind in _REPEATS or kind == "SUBPATTERN" else None
        if kind == "BRANCH":
            return all(_begins_with_letter(branch) for branch in argument[1])
        if inner is None:
            return _is_letter(kind, argument)
        if not _begins_with_letter(inner):
            return False
        if kind == "SUBPATTERN" or argument[0]:
            return True
    return False


def _is_letter(kind: str, argument: Any) -> bool:  # noqa: ANN401 - as above
    """Tell whether a character can be nothing but a letter, a figure or `_`."""
    if kind == "LITERAL":
        return _is_of_word(argument)
    if kind != "IN":
        return False
    members = [(str(member), what) for member, what in argument]
    if members[0][0] == "NEGATE":
        return any(str(what) == "CATEGORY_NOT_WORD" for _, what in members)
    return all(
        str(what) in _OF_WORDS
        or (member == "LITERAL" and _is_of_word(what))
        or (member == "RANGE" and all(map(_is_of_word, range(what[0], what[1] + 1))))
        for member, what in members
    )


def _is_of_word(char: int) -> bool:
    return chr(char).isalnum() or chr(char) == "_"


def _sequence(items: Any) -> _Part:  # noqa: ANN401 - as above
    """Return what parts in a row need and take in; of their words, the longest are kept."""
    parts = list(_joined(_part(str(operator), argument) for operator, argument in items))
    if len(parts) == 1:
        return parts[0]
    best, spaces, breaks = _Part(), 0.0, 0.0
    for part in parts:
        if _worth(part.words) > _worth(best.words):
            best = part._replace(before=spaces + part.before)
        spaces, breaks = spaces + part.spaces, breaks + part.breaks
    return _Part(best.words, best.before, spaces, breaks)


def _worth(words: frozenset[str] | None) -> tuple[int, int]:
    """Return how well words narrow a search: by the shortest, then by how few they are."""
    return (min(len(word.strip()) for word in words), -len(words)) if words else (0, 0)


def _joined(parts: Iterable[_Part]) -> Iterator[_Part]:
    """Yield the parts of a row, those that match words and nothing else as one."""
    run: _Part | None = None
    for part in parts:
        if run is not None and (words := _in_a_row(run, part)):
            run = _Part(words, 0, run.spaces + part.spaces, run.breaks + part.breaks, exact=True)
            continue
        if run is not None:
            yield run
        run = part
    if run is not None:
        yield run


def _in_a_row(one: _Part, other: _Part) -> frozenset[str] | None:
    """Return what two parts match together, if they match words alone, and few enough."""
    if not (one.exact and other.exact and one.words and other.words):
        return None
    few = len(one.words) * len(other.words) <= _MOST_WORDS
    return frozenset(first + last for first in one.words for last in other.words) if few else None


def _part(operator: str, argument: Any) -> _Part:  # noqa: ANN401 - as above
    if operator in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return _sequence(argument[-1] if operator == "SUBPATTERN" else argument)
    if operator == "BRANCH":
        return _branch([_sequence(branch) for branch in argument[1]])
    if operator in _REPEATS:
        least, most, items = argument
        return _repeated(_sequence(items), least, int(most))
    if operator in {"ASSERT", "ASSERT_NOT"}:
        ahead = _sequence(argument[1]) if argument[0] > 0 else _Part()
        return ahead if operator == "ASSERT" else ahead._replace(words=None)
    if operator == "AT":
        breaks = inf if str(argument).startswith("AT_END") else 0
        return _Part(frozenset({""}), breaks=breaks, exact=True)
    return _character(operator, argument)


def _branch(branches: Sequence[_Part]) -> _Part:
    words = [branch.words for branch in branches]
    return _Part(
        None if None in words else frozenset().union(*filter(None, words)),
        max(branch.before for branch in branches),
        max(branch.spaces for branch in branches),
        max(branch.breaks for branch in branches),
        all(branch.exact for branch in branches),
    )


def _repeated(part: _Part, least: int, most: int) -> _Part:
    times = inf if most >= _UNBOUNDED else most
    spaces, breaks = (times * count if count else 0.0 for count in part[2:4])
    return _Part(part.words if least else None, part.before, spaces, breaks)


def _character(operator: str, argument: Any) -> _Part:  # noqa: ANN401 - as above
    """Return what one character, or what is none of the pattern's own, may be."""
    if operator == "LITERAL":
        letter = chr(argument).lower()
        return _Part(frozenset({letter}), 0, letter == " ", letter == "\n", exact=True)
    if operator == "NOT_LITERAL":
        return _Part(spaces=argument != ord(" "), breaks=argument != ord("\n"))
    if operator == "ANY":
        return _Part(spaces=1, breaks=1)
    if operator != "IN":
        return _Part(spaces=inf, breaks=inf)
    negated = str(argument[0][0]) == "NEGATE"
    spaces, breaks = (
        any(_holds(str(kind), what, char) for kind, what in argument) != negated
        for char in (ord(" "), ord("\n"))
    )
    return _Part(spaces=spaces, breaks=breaks)


def _holds(kind: str, what: Any, char: int) -> bool:  # noqa: ANN401 - as above
    """Tell whether a member of a class of characters holds a space or line break."""
    if kind == "CATEGORY":
        return str(what) in _OF_SPACES
    if kind == "RANGE":
        return bool(what[0] <= char <= what[1])
    return kind == "LITERAL" and bool(what == char)
