"""Words for roles and bodies, from the lexicon and by their endings."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from pipeline.lexicon import EntityLexicon, Term

_TITLE_ENDINGS: Final = (
    r"(?:direktör|chef|strateg|samordnare|ledare|sekreterare|handläggare|utvecklare"
    r"|koordinator|rådgivare|utredare)"
)
_TITLE: Final = re.compile(
    rf"\b(?:(?:regional|internationell|biträdande|tillförordnad|tf\.?|kommunal|strategisk) )?"
    rf"[\w-]*{_TITLE_ENDINGS}\b",
    re.IGNORECASE,
)
_BODY_ENDINGS: Final = (
    r"[\w-]*(?:styrgrupp|arbetsgrupp|chefsgrupp|grupp|kommitté|kommitte|styrelse|utskott|nämnd"
    r"|församling|presidium|sekretariat|fullmäktige|partnerskap|delegation|beredning)"
    r"(?:en|et|n)?s?"
)
_NO_BODY: Final = re.compile(
    r"målgrupp|åldersgrupp|yrkesgrupp|patientgrupp|styrgruppsmöte", re.IGNORECASE
)
_SUBJECT: Final = (
    r"(?: för (?!att\b|den\b|det\b|perioden|år\b|regionen|nätverket|samarbetet|projektet"
    r"|programmet|region\b)[a-zåäö][\w-]+(?: och [a-zåäö][\w-]+)?)?"
)
SEATS: Final = frozenset(
    {
        *("ledamot", "ordinarie ledamot", "ersättare", "ordförande", "vice ordförande"),
        *("förste vice ordförande", "andre vice ordförande", "adjungerad ledamot"),
    }
)
"""Roles that are seats in a body."""


class Word(NamedTuple):
    """A word for a role or body in the text: its span, its name, and whether it is a title."""

    start: int
    end: int
    name: str
    is_title: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """Finds roles and bodies in text."""

    roles: re.Pattern[str]
    role_names: Mapping[str, str]
    bodies: re.Pattern[str]

    def find_roles(self, text: str, offset: int = 0) -> list[Word]:
        """Return the roles in a text in order; `offset` is added to their spans."""
        words = [
            Word(m.start() + offset, m.end() + offset, self._role(m[0]), self._is_title(m[0]))
            for m in self.roles.finditer(text)
        ]
        taken = [(word.start, word.end) for word in words]
        for match in _TITLE.finditer(text):
            start, end = match.start() + offset, match.end() + offset
            inside = [w for w in taken if w[0] < end and start < w[1]]
            if not inside:
                words.append(Word(start, end, match[0], True))
            elif all(start <= a and b <= end and b - a < end - start for a, b in inside):
                words = [w for w in words if (w.start, w.end) not in inside]
                words.append(Word(start, end, match[0], True))
        return sorted(words)

    def find_bodies(self, text: str, offset: int = 0) -> list[Word]:
        """Return the bodies in a text in order, as printed."""
        return [
            Word(m.start() + offset, m.end() + offset, m[0])
            for m in self.bodies.finditer(text)
            if not _NO_BODY.search(m[0])
        ]

    def _role(self, surface: str) -> str:
        return self.role_names.get(surface.casefold(), surface)

    def _is_title(self, surface: str) -> bool:
        return bool(_TITLE.fullmatch(surface))


def make_vocabulary(entities: EntityLexicon) -> Vocabulary:
    """Return the vocabulary of a lexicon's roles and bodies."""
    names = {form.casefold(): name for name, form in _forms(entities.roles)}
    roles = re.compile(rf"\b(?:{_any(names)})\b(?!-)", re.IGNORECASE)
    bodies = {form.casefold() for _, form in _forms(entities.bodies)}
    body = rf"\b(?:(?:{_any(bodies)})|{_BODY_ENDINGS})\b{_SUBJECT}"
    return Vocabulary(roles, names, re.compile(body, re.IGNORECASE))


def _forms(terms: Iterable[Term]) -> Iterator[tuple[str, str]]:
    for term in terms:
        for form in (term.name, *term.forms):
            yield term.name, form


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
