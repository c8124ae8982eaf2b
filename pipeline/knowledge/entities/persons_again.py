"""Persons named again, in full or by their surnames: `Anna Ek (S)`, and later `Ek och Al`."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Span

from pipeline.knowledge.entities.names import found, span_of, text_of
from pipeline.knowledge.names import find_again

# Where a person's name may begin and end when it is found again: `Anna Eks` too.
_BEFORE: Final = re.compile(r"\b")
_AFTER: Final = re.compile(r"(?=s?\b)")
# A surname alone: no other name stands right before it or behind, and it is no address.
_ALONE: Final = re.compile(r"(?<![\w@./-])")
_NO_NAME_AFTER: Final = re.compile(r"(?![\w@-]|\.\w| [^\W\d_a-zåäö]| \()")
_NAME_BEFORE: Final = re.compile(r"(?<!\w)[^\W\d_a-zåäö][\w.-]+ $")
_LONGEST: Final = 30
_LETTERS: Final = 4
"""A shorter surname is too often another word."""


def named_again(doc: Doc, persons: Sequence[Span]) -> Iterator[Span]:
    """Yield the places where a person found elsewhere is named without party or role."""
    by_name: dict[str, set[str]] = {}
    for span in persons:
        by_name.setdefault(span.text, set()).add(span.kb_id_)
    for start, name in find_again(text_of(doc), by_name, _BEFORE, _AFTER):
        ids = by_name[name]
        if len(ids) > 1:  # with a party here and without it there, one person
            ids = {id_ for id_ in ids if found(doc)[id_].party}
        if len(ids) == 1:
            place = span_of(doc, start, start + len(name), "person", next(iter(ids)), "name_again")
            if place is not None:
                yield place


def surnames_again(doc: Doc, persons: Sequence[Span], given: Collection[str]) -> Iterator[Span]:
    """Yield the places behind a person's name where the surname alone is the only one's so called.

    Surnames that are first names too are left out.
    """
    called: dict[str, list[Span]] = {}
    for span in persons:
        surname = span.text.rpartition(" ")[2]
        if len(surname) >= _LETTERS and surname not in given:
            called.setdefault(surname, []).append(span)
    text = text_of(doc)
    for start, surname in find_again(text, called, _ALONE, _NO_NAME_AFTER):
        bearers = called[surname]
        first = min(span.start_char for span in bearers)
        alone = not _NAME_BEFORE.search(text[max(start - _LONGEST, 0) : start])
        if alone and start > first and len({span.text for span in bearers}) == 1:
            id_ = bearers[0].kb_id_
            place = span_of(doc, start, start + len(surname), "person", id_, "surname")
            if place is not None:
                yield place
