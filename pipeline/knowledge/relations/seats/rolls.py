"""Rolls: lists of who was there or who sits, whose lines have run into one another.

`Beslutande Anna Ek (S), ordförande Bo Al (M) Ersättare Cia Dal (C)`: nothing but the whole list
says whether a role belongs to the name before it or to those after it. So it is decided once:
where the list begins with a name, roles stand behind names; where it begins with the role of
one person, they stand before them; where it begins with a label for many, small letters stand
behind and capitals before, unless each name has a role behind it. A comma or a colon always
decides.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.knowledge.relations.seats.caption_lines import OF_ONE
from pipeline.knowledge.relations.seats.role_words import NO_SEAT, PLURAL
from pipeline.knowledge.relations.seats.vocabulary import Word
from pipeline.knowledge.scene import Named, Span

# Labels of what is below them, not of a person each.
_HEADING: Final = re.compile(r"Övriga|Underskrift|Paragrafer|Närvarande")

_PARTY: Final = re.compile(r" ?\([^()]{1,30}\)")
# What may stand beside a name: paragraphs, hours, pages.
_BESIDE: Final = re.compile(
    r"(?:\bej\b|§+|\bkl\.?|\bdel av\b|\bdeltar under\b|\b[a-zåäö]+nde\b|\b[a-z]?\d[\d.:–-]*\b|,)",
    re.IGNORECASE,
)
_LONGEST_GAP: Final = 12
_LEAST: Final = 3
_BEHIND: Final = re.compile(r"\s*(?:[,–-]|\()\s*(?:\w+nde )?$")
# `valdes Anna Ek (S), till ordförande Bo Al (M) och vice ordförande Cia Dal (C)`
_LEADS_ON: Final = re.compile(r"\b(?:till|och|samt) $")
_JOINED: Final = re.compile(r"[,;:]|\b(?:och|samt)\b|\n")


class _Part(NamedTuple):
    """A person, a role, or a label of no seat, in the order of the text."""

    start: int
    end: int
    person: Named | None = None
    role: Word | None = None


def read_roll(
    text: str, sentence: Span, persons: Sequence[Named], roles: Sequence[Word]
) -> dict[int, list[Word]]:
    """Return the roles of those who stand in a roll of the sentence, by where their names start.

    None for a sentence without a roll. Who stands in it below no label and beside no role is
    left out: what such a person is, is told elsewhere or not at all.
    """
    given: dict[int, list[Word]] = {}
    for roll in _rolls(text, _parts(text, sentence, persons, roles)):
        if _is_run_together(text, roll):
            given |= _given(text, roll)
    heads = {
        person.entity_id
        for person in persons
        if any(_of_one([role]) for role in given.get(person.start, ()))
    }
    for person in persons:
        told = given.get(person.start)
        if told and person.entity_id in heads and told[0].name == "ledamot":
            given[person.start] = told[1:]
    return given


def _parts(
    text: str, sentence: Span, persons: Sequence[Named], roles: Sequence[Word]
) -> list[_Part]:
    parts = [_Part(person.start, person.end, person=person) for person in persons]
    parts += [_Part(role.start, role.end, role=role) for role in roles]
    for label in NO_SEAT.finditer(text, sentence.start, sentence.end):
        if not any(part.start < label.end() and label.start() < part.end for part in parts):
            parts.append(_Part(*label.span()))
    return sorted(parts, key=lambda part: (part.start, part.end))


def _rolls(text: str, parts: Iterable[_Part]) -> list[list[_Part]]:
    """Return the stretches in which nothing else stands between names, roles and labels."""
    rolls: list[list[_Part]] = []
    for part in parts:
        if rolls and _is_near(text[rolls[-1][-1].end : part.start]):
            rolls[-1].append(part)
        else:
            rolls.append([part])
    return rolls


def _is_near(between: str) -> bool:
    rest = _BESIDE.sub("", _PARTY.sub("", between)).strip(" .:;,–-\n")
    return len(rest) <= _LONGEST_GAP


def _is_run_together(text: str, roll: Sequence[_Part]) -> bool:
    """Tell whether many names stand in a roll, most with nothing between them and the former."""
    people = [part for part in roll if part.person is not None]
    if len(people) < _LEAST:
        return False
    apart = [
        _JOINED.search(_PARTY.sub("", text[one.end : other.start]))
        for one, other in pairwise(roll)
        if other.person is not None and (one.person is not None or _is_behind(text, one, roll))
    ]
    return sum(joined is None for joined in apart) * 2 > len(apart)


def _is_behind(text: str, part: _Part, roll: Sequence[_Part]) -> bool:
    """Tell whether a role belongs to the name before it, by what stands beside it and by all."""
    before = next((other for other in reversed(roll) if other.start < part.start), None)
    if part.role is None or before is None or text[part.end : part.end + 1] == ":":
        return False
    if before.person is None and before.role is None:
        return False
    first = next((one for one in roll if not _is_label(text, one)), part)
    if first.person is None or _LEADS_ON.search(text[before.end : part.start]):
        return False
    if _BEHIND.search(text[before.end : part.start]):
        return True
    turns = first is roll[0] or _takes_turns(text, roll)
    small = text[part.start].islower()
    return before.person is not None and (small or (turns and not _heads_next(text, roll)))


def _heads_next(text: str, roll: Sequence[_Part]) -> bool:
    """Tell whether a role heads the next where small letters tell what some of a roll are.

    `Anna Ek, ordförande Bo Al Sekreterare Cia Dal`
    """
    behind = [
        (text[part.start].islower(), after)
        for before, part, after in zip(roll, roll[1:], [*roll[2:], None], strict=False)
        if part.role is not None and before.person is not None
    ]
    small = [told for told, _ in behind]
    lead = [after is not None and after.person is not None for told, after in behind if not told]
    return any(small) and all(lead)


def _takes_turns(text: str, roll: Sequence[_Part]) -> bool:
    """Tell whether names and roles take turns, a role behind the last, up to another label."""
    start = next((place for place, part in enumerate(roll) if part.person is not None), 0)
    labels = (
        n for n, part in enumerate(roll) if n > start and text[part.end : part.end + 1] == ":"
    )
    turns = [part.person is not None for part in roll[start : next(labels, None)]]
    pairs, rest = divmod(len(turns), 2)
    return not rest and pairs >= _LEAST and turns == [True, False] * pairs


def _is_label(text: str, part: _Part) -> bool:
    """Tell whether a part is a label of several: `Beslutande`, `Ersättare`, `Övriga:`."""
    word = text[part.start : part.end]
    many = bool(PLURAL.search(word)) or word.casefold().endswith(("ande", "ande ledamöter"))
    return part.person is None and (part.role is None or (many and not part.role.is_title))


def _given(text: str, roll: Sequence[_Part]) -> dict[int, list[Word]]:
    """Return the roles of a roll's persons: those behind them, and those of the labels above."""
    behind: dict[int, list[Word]] = {}
    person: Named | None = None
    for part in roll:
        if part.person is not None:
            person = part.person
            behind[person.start] = []
        elif part.role is not None and person is not None and _is_behind(text, part, roll):
            behind[person.start].append(part.role)
    told = _by_labels(text, roll)
    given: dict[int, list[Word]] = {}
    for start, after in behind.items():
        seated = any(not role.is_title for role in after)
        label = told.get(start)
        if after and label and label[0].name == "tjänsteperson":
            label = None  # what kind of one, the title says
        if after or label is not None:
            given[start] = [*([] if seated else label or []), *after]
    return given


def _by_labels(text: str, roll: Sequence[_Part]) -> dict[int, list[Word]]:
    """Return what the labels say of the persons below them; an empty list where they have none.

    Labels that follow each other are of as many persons, in their order.
    """
    told: dict[int, list[Word]] = {}
    group: list[Word] | None = None
    waiting: list[list[Word]] = []
    for part in roll:
        if part.person is not None:
            if len(waiting) > 1 or (waiting and _of_one(waiting[0])):
                told[part.person.start] = waiting.pop(0)
                continue
            if waiting:
                group = waiting.pop()
            if group is not None:
                told[part.person.start] = group
        elif part.role is None:
            if _HEADING.match(text, part.start):
                group, waiting = [], []
            else:
                waiting.append([])
        elif not _is_behind(text, part, roll):
            waiting.append([part.role])
    return told


def _of_one(label: Sequence[Word]) -> bool:
    return bool(label) and (label[0].name in OF_ONE or label[0].name.endswith("vice ordförande"))
