"""The component that finds what the entity lexicon knows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, Self

import msgspec
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from pipeline.knowledge.entities.language import fold_norms
from pipeline.knowledge.entities.names import names, set_names
from pipeline.knowledge.entities.saved import Saved
from pipeline.lexicon import EntityLexicon, strip_accents

_RANK: Final = ("network", "programme", "fund", "plan", "organisation", "party", "place")
# Shorter single words are believed only as they are written in the lexicon.
_LONG_WORD: Final = 10
_CAPITALS: Final = 5
# In lower case, `en ny demokrati` and `hälsofrämjande sjukvård` are what they say.
_CAPITALISED: Final = frozenset({"network", "party"})

# Names that make no compound with their kind: long ones, with numbers, or that tell it themselves.
_OF_PROGRAMME: Final = re.compile(r"program|\d|\b[IVX]+ | .* |[^\w]$", re.IGNORECASE)

_Rank = tuple[int, int, int, bool]


class Pattern(NamedTuple):
    """An alias of an entity; with cues it counts only in a sentence that holds one."""

    entity_id: str
    label: str
    alias: str
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class NameForms:
    """The spellings of an entity lexicon's patterns, as keys of their tokens.

    By pattern, by spelling, by token. To divide sixteen thousand spellings into tokens takes
    longer than anything else that making the pipeline does, so that it may be done once for
    many processes.
    """

    keys: tuple[tuple[tuple[str, ...], ...], ...]


@Language.factory("prickfri_lexicon")
def make_lexicon_names(nlp: Language, name: str) -> "LexiconNames":
    """Make the component without any entities; `add_entities` fills it."""
    return LexiconNames(nlp)


class LexiconNames(Saved):
    """Finds names by their folded tokens, then looks at how they are written."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._patterns: list[Pattern] = []
        self._matcher = PhraseMatcher(nlp.vocab, attr="NORM")

    def add_entities(self, entities: EntityLexicon, forms: NameForms | None = None) -> None:
        """Add the names, aliases and guarded aliases of all entities, with their `forms` if known.

        Raises ValueError for the forms of another lexicon.
        """
        forms = forms or self.forms(entities)
        for pattern, keys in zip(_patterns(entities), forms.keys, strict=True):
            self._add(pattern, keys)

    def forms(self, entities: EntityLexicon) -> NameForms:
        """Return the spellings of the names, aliases and guarded aliases of all entities."""
        return NameForms(tuple(self._keys(pattern.alias) for pattern in _patterns(entities)))

    def __call__(self, doc: Doc) -> Doc:
        """Add the names found to `doc.spans["names"]`, the longest first where two overlap."""
        hits = sorted(self._hits(doc), key=lambda hit: hit[0])
        set_names(doc, [*names(doc), *(span for _, span in hits)])
        return doc

    def to_bytes(self, **_: Any) -> bytes:  # noqa: ANN401 - spaCy passes what it likes
        """Return the patterns as bytes."""
        return msgspec.msgpack.encode(self._patterns)

    def from_bytes(self, data: bytes, **_: Any) -> Self:  # noqa: ANN401 - as above
        """Restore the patterns."""
        for pattern in msgspec.msgpack.decode(data, type=list[Pattern]):
            self._add(pattern, self._keys(pattern.alias))
        return self

    def _add(self, pattern: Pattern, keys: Sequence[Sequence[str]]) -> None:
        name = str(len(self._patterns))
        self._patterns.append(pattern)
        # What the matcher makes of a Doc itself, and is made of again when it is restored.
        norms = [list(map(self._nlp.vocab.strings.add, form)) for form in keys]
        self._matcher.add(name, norms)  # type: ignore[arg-type]  # stubs

    def _keys(self, alias: str) -> tuple[tuple[str, ...], ...]:
        """Return the keys of the tokens of each spelling of an alias."""
        docs = (fold_norms(self._nlp.make_doc(form)) for form in sorted(_forms(alias)))
        return tuple(tuple(token.norm_ for token in doc) for doc in docs)

    def _hits(self, doc: Doc) -> Iterator[tuple[_Rank, Span]]:
        for span, pattern, method in self._written(doc):
            start, end = span.start, span.end
            named = Span(doc, start, end, pattern.label, kb_id=pattern.entity_id, span_id=method)
            # Longest first; then the guarded alias, whose cue is there; then by type, and
            # of the spellings of one name that which is printed.
            kind = _RANK.index(pattern.label)
            rank = (start - end, -len(pattern.cues), kind, method != "lexicon")
            yield rank, named

    def _written(self, doc: Doc) -> Iterator[tuple[Span, Pattern, str]]:
        """Yield the spans that are written as patterns are, each with how it was matched.

        A guarded alias that is no common name counts wherever a text names its entity elsewhere.
        """
        strings = self._nlp.vocab.strings
        guarded: list[tuple[Span, Pattern]] = []
        told: set[str] = set()
        for key, start, end in self._matcher(doc):
            pattern = self._patterns[int(strings[key])]
            span = doc[start:end]
            method = _method_as_written(span.text, pattern)
            if method and pattern.cues:
                method = "lexicon_guarded" if _is_cued(span, pattern) else None
            if method:
                told.add(pattern.entity_id)
                yield span, pattern, method
            elif pattern.cues and _is_distinct(pattern):
                guarded.append((span, pattern))
        for span, pattern in guarded:
            if pattern.entity_id in told and _method_as_written(span.text, pattern):
                yield span, pattern, "lexicon_guarded"


def _patterns(entities: EntityLexicon) -> Iterator[Pattern]:
    known = {alias for e in entities.entities for alias in (e.name, *e.aliases)}
    for entity in entities.entities:
        for alias in (entity.name, *entity.aliases):
            yield Pattern(entity.id, entity.type, alias)
            if entity.type == "programme" and not _OF_PROGRAMME.search(alias):
                # `Havsronprogrammet`; with a hyphen it is the other spelling of two words
                compound = f"{alias}programmet"
                yield from [Pattern(entity.id, entity.type, compound)] * (compound not in known)
        for alias, cues in entity.guards:
            yield Pattern(entity.id, entity.type, alias, cues)


def _forms(alias: str) -> set[str]:
    """Return an alias with and without its hyphens, each also in the genitive."""
    forms = {alias, alias.replace("-", " "), alias.replace("–", "-")}
    inflected = {form for form in forms if form[-1].isalnum()}
    genitives = {form + "s" for form in inflected if form[-1] not in "sxzS"}
    return forms | genitives | {form + ":s" for form in inflected}


def _sentence(span: Span) -> str:
    """Return the text of the sentence around a span; `span.sent` walks the whole document."""
    doc, start, end = span.doc, span.start, span.end
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return doc[start:end].text


def _is_cued(span: Span, pattern: Pattern) -> bool:
    """Tell whether the sentence of a guarded alias holds one of its cues."""
    rest = _sentence(span).casefold().replace(span.text.casefold(), " ")
    return any(cue.casefold() in rest for cue in pattern.cues)


def _is_distinct(pattern: Pattern) -> bool:
    """Tell whether a guarded alias is no common name: in capitals, or foreign words."""
    alias = pattern.alias
    return alias.isupper() or (" " in alias and alias.istitle() and alias.isascii())


def _method_as_written(surface: str, pattern: Pattern) -> str | None:
    """Judge how a name is written: one of several words may lack its capitals, save networks'."""
    alias = pattern.alias
    if surface.startswith(alias):
        return "lexicon"
    if " " in alias:
        if surface.islower() and pattern.label in _CAPITALISED:
            return None
        same = surface.casefold().startswith(alias.casefold().replace("-", " ")[:4])
        return "lexicon" if same else "lexicon_folded"
    return _method_of_word(surface, pattern)


def _method_of_word(surface: str, pattern: Pattern) -> str | None:
    """Judge a single word, which may be common: its case has to bear it out."""
    alias = pattern.alias
    if strip_accents(surface).startswith(strip_accents(alias)):
        return "lexicon_folded" if len(alias) > _CAPITALS else None
    in_capitals = surface.isupper() and min(len(surface), len(alias)) >= _CAPITALS
    long_word = len(alias) >= _LONG_WORD and pattern.label != "place" and not pattern.cues
    return "lexicon" if in_capitals or long_word else None
