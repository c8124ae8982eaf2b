"""Persons who were chosen for a seat: `A (M), Almvik, och B (S) har valts till ledamöter`."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from pipeline.knowledge.relations.seats.role_words import PARTY
from pipeline.knowledge.relations.seats.vocabulary import Word
from pipeline.knowledge.scene import Named, Scene, Span

_CHOSEN: Final = (
    r"(?:valts|valdes|utsetts|utsågs|utnämnts|utnämndes|väljs|utses"
    r"|(?:blivit|blev|blir|är) (?:[a-zåäö]+ )?(?:in|ny|om)?(?:vald|utsedd)a?) (?:[a-zåäö]+ ){0,2}?"
)
_TO: Final = r"(?:som|till) (?:nya? )?(?:en av (?:[\w:]+ ){1,4})?"
# Between whom somebody is of and the seat.
_ELECTED_TO: Final = re.compile(rf"(?:^|\W)(?:har |hade )?{_CHOSEN}{_TO}$")
# Where the verb stands before the row, `till` is enough: `väljs Anna Ek, Almvik, till ledamot`.
_ELECTS: Final = re.compile(
    rf"\b(?:{_CHOSEN}|(?:valde|väljer|valt|utsåg|utser|utsett|utnämnde|utnämner) )"
)
_ELLIPTIC: Final = re.compile(rf"(?:^|\W){_TO}$")
_TOWN: Final = r"[^\W\d_a-zåäö][\w-]+"
_INTO: Final = re.compile(
    r"\b(?P<verb>(?:in|om|åter)?(?:valda?|valdes|valts|väljs) ?(?:in)?) ?(?:till|i) "
)
# What somebody is at home: `, ordförande för regionala utvecklingsnämnden i`
_OFFICE: Final = re.compile(
    r", (?:\w+ ){0,2}?ordförande (?:för|i) [a-zåäö -]*"
    r"(?:nämnd|styrelse|utskott|beredning|fullmäktige)\w*(?: i)?(?= ?,| ?$)"
)
# What is left between persons without what each of them is and where.
_ONLY_JOINED: Final = re.compile(
    rf"[, ]*(?:{_TOWN}[, ]+)?(?:(?:i|för|från|vid|på)[, ]+)?(?:(?:och|samt) )?[, ]*"
)
# The same between the last of them and the verb.
_ONLY_ASIDE: Final = re.compile(rf"[, ]*(?:(?:i|för|från|vid|på)[, ]*)?(?:{_TOWN}[, ]*)?")


def add_elections(
    scene: Scene,
    sentence: Span,
    persons: Sequence[Named],
    roles: Sequence[Word],
    bodies: Sequence[Word],
    own: list[list[Word]],
) -> None:
    """Add to the roles of each person (`own`) the seats that the sentence says they got."""
    seats = _elected(scene, sentence, persons, roles)
    for person, held in zip(persons, own, strict=True):
        seat = seats.get(person.start)
        if seat and all(role.is_title or role.start < seat.start for role in held):
            held.insert(0, seat)
        elif held:
            held.extend(_taken_in(scene, sentence, person, roles, bodies))


def _elected(
    scene: Scene, sentence: Span, persons: Sequence[Named], roles: Sequence[Word]
) -> dict[int, Word]:
    """Return the seats that a verb says persons were chosen for, by where their names start."""
    titles = [role for role in roles if role.is_title]
    found: dict[int, Word] = {}
    for index, person in enumerate(persons):
        end = persons[index + 1].start if index + 1 < len(persons) else sentence.end
        seats = (role for role in roles if person.end < role.start < end and not role.is_title)
        seat = next((r for r in seats if _is_elected(scene, sentence, person, r, titles)), None)
        if seat is None:
            continue
        found[person.start] = seat
        for one, other in reversed(list(pairwise(persons[: index + 1]))):
            if one.start in found or not _in_a_row(scene, one, other, titles):
                break
            found[one.start] = seat
    return found


def _taken_in(
    scene: Scene, sentence: Span, person: Named, roles: Sequence[Word], bodies: Sequence[Word]
) -> list[Word]:
    """Return the seat beside another that a person was voted into: `och är invald i styrelsen`."""
    rest = scene.flow.text[person.end : sentence.end]
    next_one = scene.within(Span(person.end, sentence.end), "person")[:1]
    end = next_one[0].start if next_one else sentence.end
    for match in _INTO.finditer(rest):
        place = person.end + match.end("verb")
        told = any(place <= role.start < person.end + match.end() + 1 for role in roles)
        if person.end + match.end() <= end and not told:
            start = person.end + match.end()
            if any(body.start == start for body in bodies):
                return [Word(place, place, "ledamot")]
    return []


def _is_elected(
    scene: Scene, sentence: Span, person: Named, seat: Word, titles: Iterable[Word]
) -> bool:
    """Tell whether a verb, and before it only whom a person is of, leads to a seat."""
    between = scene.flow.text[person.end : seat.start]
    match = _ELECTED_TO.search(between)
    leads_on = scene.within(Span(seat.end, seat.end + 2), "person")  # `till ordförande Bo Ek`
    if not leads_on and not match and _ELECTS.search(scene.flow.text, sentence.start, person.start):
        match = _ELLIPTIC.search(between)
    if match is None:
        return False
    rest = _without_asides(scene, Span(person.end, person.end + match.start()), titles)
    return bool(_ONLY_ASIDE.fullmatch(rest))


def _in_a_row(scene: Scene, one: Named, other: Named, titles: Iterable[Word]) -> bool:
    """Tell whether nothing but whom `one` is of, and as what, stands between two persons."""
    rest = _without_asides(scene, Span(one.end, other.start), titles)
    return bool(_ONLY_JOINED.fullmatch(rest))


def _without_asides(scene: Scene, span: Span, titles: Iterable[Word]) -> str:
    """Return a stretch without party, titles, places and organisations."""
    aside = [Span(title.start, title.end) for title in titles]
    aside += [Span(n.start, n.end) for n in scene.within(span, "organisation", "place")]
    rest = scene.text(span)
    for start, end in sorted(aside, reverse=True):
        if span.start <= start and end <= span.end:
            rest = rest[: start - span.start] + rest[end - span.start :]
    return _OFFICE.sub("", PARTY.sub("", rest, count=1), count=1)
