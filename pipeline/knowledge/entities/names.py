"""Spans that name something, and what is known of things that the lexicon lacks."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from spacy.tokens import Doc, Span

from pipeline.model.rows import EntityType

NAMES: Final = "names"
"""The group of spans, `doc.spans["names"]`, that name something.

`label_` is the entity type, `kb_id_` the entity's id, `id_` the method that found it.
"""

FOUND: Final = "prickfri_found"
"""The key in `doc.user_data` of things that the lexicon lacks: FoundEntity by id."""

TEXT: Final = "prickfri_text"
"""The key in `doc.user_data` of the whole text."""

CONFIDENCE: Final = MappingProxyType(
    {
        "lexicon": 0.9,
        "lexicon_folded": 0.85,
        "lexicon_guarded": 0.9,
        "lexicon_fuzzy": 0.75,
        "name_party": 0.98,
        "name_party_unknown": 0.7,
        "name_role": 0.96,
        "name_again": 0.8,
        "abbreviation": 0.96,
        "cue": 0.96,
        "given_name": 0.93,
        "initials": 0.8,
        "introduced": 0.64,
        "list_item": 0.77,
        "name_in_row": 0.92,
        "named_list": 0.75,
        "shape": 0.98,
        "surname": 0.8,
        "table_cell": 0.93,
        "title_year": 0.81,
        "told_inline": 0.95,
    }
)
"""How often a method is right, 0 to 1.

As `python -m tests.bench.mentions` counts it, with 3.5 of 4 more taken to be right, since few
mentions were judged. Estimates are those of methods that no judged mention was found by:
`lexicon_folded`, `lexicon_fuzzy`, `name_party_unknown`, `initials`, `surname`.
"""


@dataclass(frozen=True, slots=True)
class FoundEntity:
    """A thing that the document tells of and the lexicon lacks."""

    id: str
    type: EntityType
    name: str
    party: str | None = None


def found(doc: Doc) -> dict[str, FoundEntity]:
    """Return the document's own things by id; components add to it."""
    things: dict[str, FoundEntity] = doc.user_data.setdefault(FOUND, {})
    return things


def names(doc: Doc) -> list[Span]:
    """Return the spans that name something, in order."""
    return list(doc.spans[NAMES]) if NAMES in doc.spans else []


def set_names(doc: Doc, spans: Iterable[Span]) -> None:
    """Store spans in order; where two overlap, the earlier in the argument stays."""
    taken: set[int] = set()
    kept = []
    for span in spans:
        tokens = range(span.start, span.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(span)
    doc.spans[NAMES] = sorted(kept, key=lambda span: span.start)


def span_of(doc: Doc, start: int, end: int, label: str, kb_id: str, method: str) -> Span | None:
    """Return the span of `doc.text[start:end]`, widened to whole tokens; None if empty."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    return Span(doc, span.start, span.end, label=label, kb_id=kb_id, span_id=method)


def text_of(doc: Doc) -> str:
    """Return the text, put together once: `Doc.text` walks all tokens each time."""
    text: str = doc.user_data.setdefault(TEXT, None) or doc.text
    doc.user_data[TEXT] = text
    return text
