"""The component that sees through a slip of the pen: `Heathy Cities`, `SBSHSS`."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, Self

import msgspec
from rapidfuzz.distance import DamerauLevenshtein
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.knowledge.entities.cues import CAPITALS
from pipeline.knowledge.entities.names import names, set_names, span_of, text_of
from pipeline.knowledge.entities.saved import Saved
from pipeline.lexicon import EntityLexicon, name_key

_TYPES: Final = frozenset({"network", "programme", "fund"})
_CANDIDATE: Final = re.compile(CAPITALS)
# A name this long may have a slip anywhere in the lexicon; a shorter one only if the
# document names it rightly elsewhere.
_LONG: Final = 10
_SHORTEST: Final = 5
_LETTERS_PER_SLIP: Final = 12


class Known(NamedTuple):
    """What a correct name leads to."""

    entity_id: str
    label: str


@Language.factory("prickfri_spelling")
def make_misspelt_names(nlp: Language, name: str) -> "MisspeltNames":
    """Make the component without any names; `add_entities` fills it."""
    return MisspeltNames()


class MisspeltNames(Saved):
    """Compares what looks like a name with names of networks, programmes and funds."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}
        self._alike: defaultdict[tuple[str, int, str], list[str]] = defaultdict(list)

    def add_entities(self, entities: EntityLexicon) -> None:
        """Learn all names and aliases of networks, programmes and funds."""
        for entity in entities.entities:
            if entity.type in _TYPES:
                for alias in (entity.name, *entity.aliases):
                    self._learn(name_key(alias), Known(entity.id, entity.type))

    def __call__(self, doc: Doc) -> Doc:
        """Add the misspelt names to `doc.spans["names"]`."""
        known = names(doc)
        set_names(doc, [*known, *self._misspelt(doc, known)])
        return doc

    def to_bytes(self, **_: Any) -> bytes:  # noqa: ANN401 - spaCy passes what it likes
        """Return the names as bytes."""
        return msgspec.msgpack.encode(self._known)

    def from_bytes(self, data: bytes, **_: Any) -> Self:  # noqa: ANN401 - as above
        """Restore the names."""
        for key, known in msgspec.msgpack.decode(data, type=dict[str, Known]).items():
            self._learn(key, known)
        return self

    def _learn(self, key: str, known: Known) -> None:
        if key not in self._known and len(key) >= _SHORTEST:
            self._alike[key[0], len(key), _figures(key)].append(key)
        self._known[key] = known

    def _misspelt(self, doc: Doc, known: list[Span]) -> Iterator[Span]:
        here = {span.kb_id_ for span in known}
        taken = [(span.start_char, span.end_char) for span in known]
        seen: dict[str, Known | None] = {}
        for match in _CANDIDATE.finditer(text_of(doc)):
            if _overlaps(match.span(), taken):
                continue
            key = name_key(match[0])
            if key not in seen:
                seen[key] = self._meant(key, here)
            meant = seen[key]
            if meant is not None:
                span = span_of(doc, *match.span(), meant.label, meant.entity_id, "lexicon_fuzzy")
                if span is not None:
                    yield span

    def _meant(self, key: str, here: set[str]) -> Known | None:
        """Return the one name that a key is a slip of; a short one has to stand in `here`."""
        if len(key) < _SHORTEST:
            return None
        slips, figures = 1 + len(key) // _LETTERS_PER_SLIP, _figures(key)
        meant = {
            self._known[name]
            for length in range(len(key) - slips, len(key) + slips + 1)
            for name in self._alike.get((key[0], length, figures), ())
            if (len(key) >= _LONG or self._known[name].entity_id in here)
            and 0 < DamerauLevenshtein.distance(key, name, score_cutoff=slips) <= slips
        }
        return next(iter(meant)) if len(meant) == 1 else None


def _figures(key: str) -> str:
    """Return the figures in a key: a year is no slip of another, `Kultur 2030` no `Kultur 2000`."""
    return "".join(filter(str.isdigit, key))


def _overlaps(place: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    index = bisect_right(taken, place[0], key=lambda span: span[0])
    return any(
        start < place[1] and place[0] < end for start, end in taken[max(index - 1, 0) : index + 1]
    )
