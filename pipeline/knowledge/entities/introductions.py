"""The component that finds networks by how a text introduces them, and where they stand again."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.knowledge.entities.abbreviations import SO_CALLED
from pipeline.knowledge.entities.cues import Candidate, add_found
from pipeline.knowledge.entities.introducing import introduced
from pipeline.knowledge.entities.names import names, set_names, span_of, text_of
from pipeline.knowledge.names import NAME_BEGINS, NAME_ENDS, find_again

_CAPITAL: Final = r"[^\W\d_a-zåäö]"
_OTHER: Final = re.compile(
    rf" \((?:{SO_CALLED} )?(?P<other>{_CAPITAL}[^()\n]{{1,70}})\)"
    rf"|, (?P<short>{_CAPITAL}{{2,8}})(?=[,.])|, {SO_CALLED} (?P<called>{_CAPITAL}[\w-]+)(?=[,. ])"
)
_NOUN: Final = re.compile(r"[A-ZÅÄÖ]\w+(?:en|et|an) (?=[A-ZÅÄÖ])")
_LONGEST_NAME: Final = 200
_KIND_BEFORE: Final = re.compile(r" [a-zåäö]+(?:et|en|an) $")
# What stands around a name, its genitive's ending not counted.


@Language.component("prickfri_introductions")
def find_introduced(doc: Doc) -> Doc:
    """Add the networks that the text introduces, and every place where they are named."""
    known = names(doc)
    text = text_of(doc)
    spans: dict[str, Span] = {}
    for found in sorted(introduced(text), key=lambda one: (one.start, -one.end)):
        if not _is_taken(found, _near(known, found), text):
            span = _full_name(known, text[found.start : found.end]) or add_found(doc, found)
            if span is not None:
                for called in (text[found.start : found.end], *_others(text, found.end)):
                    spans.setdefault(called, span)
    again = list(_again(doc, spans))
    set_names(doc, [*_kept(known, again), *again, *known])
    return doc


def _others(text: str, end: int) -> tuple[str, ...]:
    """Return the names in brackets: `(Offshore Coast Alliance, OCA)`, or between commas."""
    match = _OTHER.match(text, end)
    listed = (match["other"] or match["short"] or match["called"]).split(", ") if match else []
    return tuple(name for name in listed if len(name) > 1 and name[0].isupper())


def _near(known: list[Span], introduced: Candidate) -> list[Span]:
    """Return the names that may reach into an introduced one; `known` is in order."""
    first = bisect_left(known, introduced.start - _LONGEST_NAME, key=_begins)
    return known[first : bisect_left(known, introduced.end, key=_begins)]


def _begins(span: Span) -> int:
    return span.start_char


def _is_taken(introduced: Candidate, known: list[Span], text: str) -> bool:
    """Tell whether what is known already reaches as far: a thing of the lexicon, a person.

    A network of several words that the lexicon knows is not called longer, nor is it by a noun
    of kind before it: `Energy Cities Dnr 7`, `Föreningen Kvarkenrådets`.
    """
    if _is_told_twice(introduced, known):
        return True
    noun = _NOUN.match(text, introduced.start)
    starts = {introduced.start, noun.end() if noun else introduced.start}
    return (
        any(
            span.label_ == "network"
            and span.id_.startswith("lexicon")
            and span.start_char in starts
            and (" " in span.text or span.text[-1] == "s" or span.start_char != introduced.start)
            for span in known
        )
        or any(
            # `det Östersjöpolitiska samarbetsorganet Energy Cities`
            span.label_ == "network"
            and span.end_char == introduced.end
            and _KIND_BEFORE.search(text[introduced.start : span.start_char])
            for span in known
        )
        or any(
            (
                span.start_char < introduced.end
                and introduced.start < span.end_char
                and (span.end_char - span.start_char >= introduced.end - introduced.start)
            )
            or (span.label_ == "person" and introduced.start <= span.start_char < introduced.end)
            for span in known
        )
    )


def _is_told_twice(introduced: Candidate, known: list[Span]) -> bool:
    """Tell whether known names of one thing make up a name: `Världshälsoorganisationen WHO`."""
    inside = [span for span in known if introduced.start <= span.start_char]
    return (
        len(inside) > 1
        and len({span.kb_id_ for span in inside}) == 1
        and (inside[0].start_char, inside[-1].end_char) == (introduced.start, introduced.end)
    )


def _full_name(known: list[Span], name: str) -> Span | None:
    """Return the one network that a word begins or gives the initials of: `Vanguards styrelse`."""
    longer = {
        span.kb_id_: span
        for span in known
        if span.label_ == "network"
        and (span.text.startswith(f"{name} ") or _initials(span.text) == name)
    }
    return next(iter(longer.values())) if len(longer) == 1 else None


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _again(doc: Doc, spans: Mapping[str, Span]) -> Iterator[Span]:
    """Yield every place where introduced names stand, the longest name first."""
    meanings = {name.upper(): span for name, span in spans.items()} | dict(spans)
    for start, name in find_again(text_of(doc), meanings, NAME_BEGINS, NAME_ENDS):
        meant = meanings[name]
        end = start + len(name)
        span = span_of(doc, start, end, meant.label_, meant.kb_id_, "introduced")
        if span is not None:
            yield span


def _kept(known: list[Span], again: list[Span]) -> list[Span]:
    """Return the names that are at least as long as an introduced one they overlap."""
    return [
        span
        for span in known
        if all(
            other.end <= span.start or span.end <= other.start or len(span) >= len(other)
            for other in again
        )
    ]
