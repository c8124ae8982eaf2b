"""What patterns need and take in, read out of their syntax."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf
from re import _constants  # type: ignore[attr-defined]  # the only way to the syntax
from typing import Any, Final, NamedTuple

_MOST_WORDS: Final = 200
_REPEATS: Final = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_UNBOUNDED: Final = int(_constants.MAXREPEAT)
Words = frozenset[str]
_NOTHING: Final[Words] = frozenset({""})
_OF_WORDS: Final = frozenset({"CATEGORY_WORD", "CATEGORY_DIGIT"})
_OF_SPACES: Final = frozenset({"CATEGORY_SPACE", "CATEGORY_NOT_WORD", "CATEGORY_NOT_DIGIT"})


class Part(NamedTuple):
    """What a part of a pattern needs and takes in; counts are the most there can be.

    One of `words` stands in every match, None where there are none such; they are `exact` if
    the part matches them and nothing else. `before` counts the spaces before a word,
    `spaces` and `breaks` what the whole part takes in or looks ahead to. A match by one of
    the words also holds one of each of the sets that `also` has for it. `leads` tells that
    every match begins with its word.
    """

    words: Words | None = None
    before: Mapping[str, float] = {}
    spaces: float = 0
    breaks: float = 0
    exact: bool = False
    also: Mapping[str, frozenset[Words]] = {}
    leads: bool = False


def begins_at_boundary(items: Any) -> bool:  # noqa: ANN401 - the parser's own lists
    """Tell whether a pattern says that a word begins or ends where it does."""
    for operator, argument in items[:1]:
        if str(operator) == "SUBPATTERN":
            return begins_at_boundary(argument[-1])
        return str(operator) == "AT" and str(argument) == "AT_BOUNDARY"
    return False


def begins_with_letter(items: Any) -> bool:  # noqa: ANN401 - as above
    """Tell whether a letter, a figure or `_` comes first in every match."""
    for operator, argument in items:
        kind = str(operator)
        if kind in {"AT", "ASSERT", "ASSERT_NOT"}:
            continue
        inner = argument[-1] if kind in _REPEATS or kind == "SUBPATTERN" else None
        if kind == "BRANCH":
            return all(begins_with_letter(branch) for branch in argument[1])
        if inner is None:
            return _is_letter(kind, argument)
        if not begins_with_letter(inner):
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


def read_sequence(items: Any) -> Part:  # noqa: ANN401 - as above
    """Return what parts in a row need and take in; of their words, the longest are kept."""
    parts = list(_joined(_part(str(operator), argument) for operator, argument in items))
    if len(parts) == 1:
        return parts[0]
    best, ahead, spaces, breaks = Part(), 0.0, 0.0, 0.0
    for part in parts:
        if _worth(part.words) > _worth(best.words):
            best, ahead = part, spaces
        spaces, breaks = spaces + part.spaces, breaks + part.breaks
    before = {word: ahead + best.before.get(word, 0) for word in best.words or ()}
    every = frozenset(part.words for part in parts if part.words)
    also = {word: _also(best, word) | every for word in best.words or ()}
    first = next((part for part in parts if part.words != _NOTHING), Part())
    leads = (first.exact or first.leads) and first.words == best.words
    return Part(best.words, before, spaces, breaks, also=also, leads=leads)


def _worth(words: frozenset[str] | None) -> tuple[int, int]:
    """Return how well words narrow a search: by the shortest, then by how few they are."""
    return (min(len(word.strip()) for word in words), -len(words)) if words else (0, 0)


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts of a row, those that match words and nothing else as one."""
    run: Part | None = None
    for part in parts:
        if run is not None and (words := _in_a_row(run, part)):
            run = Part(words, {}, run.spaces + part.spaces, run.breaks + part.breaks, exact=True)
            continue
        if run is not None:
            yield run
        run = part
    if run is not None:
        yield run


def _in_a_row(one: Part, other: Part) -> frozenset[str] | None:
    """Return what two parts match together, if they match words alone, and few enough."""
    if not (one.exact and other.exact and one.words and other.words):
        return None
    few = len(one.words) * len(other.words) <= _MOST_WORDS
    return frozenset(first + last for first in one.words for last in other.words) if few else None


def _part(operator: str, argument: Any) -> Part:  # noqa: ANN401 - as above
    if operator in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return read_sequence(argument[-1] if operator == "SUBPATTERN" else argument)
    if operator == "BRANCH":
        return _branch([read_sequence(branch) for branch in argument[1]])
    if operator in _REPEATS:
        least, most, items = argument
        return _repeated(read_sequence(items), least, int(most))
    if operator in {"ASSERT", "ASSERT_NOT"}:
        ahead = read_sequence(argument[1]) if argument[0] > 0 else Part()
        return ahead if operator == "ASSERT" else ahead._replace(words=None)
    if operator == "AT":
        breaks = inf if str(argument).startswith("AT_END") else 0
        return Part(frozenset({""}), breaks=breaks, exact=True)
    return _character(operator, argument)


def _branch(branches: Sequence[Part]) -> Part:
    having: defaultdict[str, list[Part]] = defaultdict(list)
    for branch in branches:
        for word in branch.words or ():
            having[word].append(branch)
    return Part(
        None if any(branch.words is None for branch in branches) else frozenset(having),
        {word: max(part.before.get(word, 0) for part in parts) for word, parts in having.items()},
        max(branch.spaces for branch in branches),
        max(branch.breaks for branch in branches),
        all(branch.exact for branch in branches),
        {
            word: frozenset.intersection(*(_also(part, word) for part in parts))
            for word, parts in having.items()
        },
        all(branch.exact or branch.leads for branch in branches),
    )


def _also(part: Part, word: str) -> frozenset[Words]:
    return part.also.get(word, frozenset())


def _repeated(part: Part, least: int, most: int) -> Part:
    times = inf if most >= _UNBOUNDED else most
    spaces, breaks = (times * count if count else 0.0 for count in part[2:4])
    return Part(part.words if least else None, part.before, spaces, breaks, also=part.also)


def _character(operator: str, argument: Any) -> Part:  # noqa: ANN401 - as above
    """Return what one character, or what is none of the pattern's own, may be."""
    if operator == "LITERAL":
        letter = chr(argument).lower()
        return Part(frozenset({letter}), {}, letter == " ", letter == "\n", exact=True)
    if operator == "NOT_LITERAL":
        return Part(spaces=argument != ord(" "), breaks=argument != ord("\n"))
    if operator == "ANY":
        return Part(spaces=1, breaks=1)
    if operator != "IN":
        return Part(spaces=inf, breaks=inf)
    negated = str(argument[0][0]) == "NEGATE"
    spaces, breaks = (
        any(_holds(str(kind), what, char) for kind, what in argument) != negated
        for char in (ord(" "), ord("\n"))
    )
    return Part(spaces=spaces, breaks=breaks)


def _holds(kind: str, what: Any, char: int) -> bool:  # noqa: ANN401 - as above
    """Tell whether a member of a class of characters holds a space or line break."""
    if kind == "CATEGORY":
        return str(what) in _OF_SPACES
    if kind == "RANGE":
        return bool(what[0] <= char <= what[1])
    return kind == "LITERAL" and bool(what == char)
