"""What a name of a person is, once it is sighted: where it begins and ends, and whose letters."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.lexicon import name_key

_WORD: Final = re.compile(r"[^\W\d_a-zåäö][a-zåäöéü]+(?:-[^\W\d_]+)*")
# A last word of a name, behind which a sentence goes on.
_SURNAME: Final = re.compile(rf" {_WORD.pattern}(?= [a-zåäö(]|[,.:])")
_WORDS: Final = re.compile(rf"(?: {_WORD.pattern})+ ")
_COUNTRY: Final = re.compile(
    r", (?:Sverige|Norge|Finland|Danmark|Island|Åland|Estland|Lettland|Litauen|Polen|Tyskland"
    r"|Ryssland)\b"
)
_TOO_MANY: Final = 2  # spaces
_MOST_WORDS: Final = 6


class Sighting(NamedTuple):
    """A name in the text, with the party behind it if there is one."""

    start: int
    end: int
    name: str
    party: str | None
    method: str


def before_known(sighting: Sighting, starts: Sequence[int]) -> Sighting:
    """Return a name up to a network or organisation that stands right behind it.

    `starts` are the places at which such names begin, in order.
    """
    place = bisect_right(starts, sighting.start)
    if place == len(starts) or starts[place] >= sighting.end:
        return sighting
    name = sighting.name[: starts[place] - sighting.start].rstrip(" ,")
    return sighting._replace(end=sighting.start + len(name), name=name)


def is_letters(words: Sequence[str]) -> bool:
    """Tell whether capitals stand before a name that is not in capitals: `CGR Rolf Nyby`.

    With the words turned round it tells whether they stand behind one: `Rolf Nyby CGR`.
    """
    return len(words) > 2 and len(words[0]) > 1 and words[0].isupper() and not words[1].isupper()


def covers(place: tuple[int, int], sighting: Sighting) -> bool:
    """Tell whether a known name of several words makes up most of a supposed person."""
    start, end = place
    overlap = min(end, sighting.end) - max(start, sighting.start)
    return overlap >= len(sighting.name) * 0.7


def is_acronym(letters: str, name: str) -> bool:
    """Tell whether letters are a name's own, in order from its first: then they are no party."""
    rest = iter(name_key(name).replace(" ", ""))
    key = name_key(letters)
    initials = name_key("".join(word[0] for word in name.split()))
    spelt = key[:1] == name_key(name)[:1] and all(char in rest for char in key)
    return len(key) > 1 and (spelt or initials.endswith(key))


def without_next(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return names up to where one ends that a party tells: `Anna Ek` of `Anna Ek Bo`."""
    certain = {seen.name for seen in sightings if seen.method == "name_party"}
    return [_up_to(seen, certain) for seen in sightings]


def with_second_names(sightings: Sequence[Sighting], given: Collection[str]) -> list[Sighting]:
    """Return names as their first names tell: `Per Olav Ek`, not `Per Olav` behind a title."""
    whole = {seen.start: seen for seen in sightings if seen.method == "given_name"}
    return [
        whole[seen.start]
        if seen.method == "name_role"
        and seen.start in whole
        and seen.name.rpartition(" ")[2] in given
        and whole[seen.start].name.startswith(f"{seen.name} ")
        else seen
        for seen in sightings
    ]


def with_surname(name: str, text: str, start: int, given: Collection[str]) -> str:
    """Return a name with the surname behind two first names: `ordförande Sven Åke Ek`."""
    known = [word in given for word in name.split(" ")]
    behind = _SURNAME.match(text, start + len(name)) if known == [False, True] else None
    return name + behind[0] if behind else name


def without_place(name: str, text: str, end: int) -> str:
    """Return a name without the part of a country behind it: `Anna Ek Finnmark, Norge`."""
    return name.rpartition(" ")[0] if name.count(" ") > 1 and _COUNTRY.match(text, end) else name


def run_together(text: str, sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return all names, with those between others that nothing but spaces divide from them.

    In a list whose lines were joined, `Anna Ek Bror Al Cia Dal`, two words are a name. Of an odd
    number the first ends the name before them, which has then taken one too many.
    """
    ordered = sorted({seen.start: seen for seen in sightings}.values())
    added: list[Sighting] = []
    cut: dict[int, Sighting] = {}
    for before, after in pairwise(ordered):
        between = text[before.end : after.start]
        if not _WORDS.fullmatch(between):
            continue
        words = list(_WORD.finditer(text, before.end, after.start))
        if len(words) % 2 and before.name.count(" ") == _TOO_MANY:
            first_two = before.name.rpartition(" ")[0]
            last = before.start + len(first_two) + 1
            words = list(_WORD.finditer(text, last, after.start))
            cut[before.start] = before._replace(end=last - 1, name=first_two)
        if len(words) % 2 == 0 and len(words) <= _MOST_WORDS:
            for first, second in zip(words[::2], words[1::2], strict=True):
                name = text[first.start() : second.end()]
                added.append(Sighting(first.start(), second.end(), name, None, "name_in_row"))
    return [*(cut.get(seen.start, seen) for seen in sightings), *added]


def _up_to(seen: Sighting, certain: set[str]) -> Sighting:
    words = seen.name.split(" ")
    for count in range(2, len(words)):
        name = " ".join(words[:count])
        if seen.party is None and name in certain:
            return seen._replace(end=seen.start + len(name), name=name)
    return seen
