"""The spaCy pipeline: Swedish tokens, spellings folded, sentences, and the names in them.

Components are registered under `prickfri_*`. Spans that name something stand in
`doc.spans["names"]`: `label_` is the entity type, `kb_id_` the entity's id where the lexicon
knows it, `id_` the method that found it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any, Final

import numpy as np
import spacy
from spacy.attrs import IS_SPACE, LOWER  # type: ignore[import-not-found]  # has no stubs
from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.config import KnowledgeConfig
from pipeline.lexicon import name_key

_ABBREVIATED: Final = frozenset(
    [
        "ca",
        "c:a",
        "kl",
        "nr",
        "st",
        "tel",
        "s",
        "sid",
        "kap",
        "fig",
        "tab",
        "dir",
        "bil",
        "jfr",
        "resp",
        "max",
        "min",
        "inkl",
        "exkl",
        "prof",
        "dr",
    ]
)
_ASKED_OF_WORDS: Final = (LOWER, IS_SPACE)
_STOPS: Final = (".", "!", "?")
# Abbreviations that sentences end in: their full stop is no token of its own.
_ENDING: Final = ("kr.", "proc.", "m.m.", "m.fl.", "etc.", "osv.", "o.s.v.", "o.d.", "e.d.")
_CLOSING: Final = frozenset("\"'”’»)]")
_PARTING: Final = frozenset(",;:")
# No sentence has as many tokens: those of 100 plans have 150 at most.
_LONGEST: Final = 250
_KEPT_WORDS: Final = 100_000
_SPELLED: Final = re.compile(r"\w")


@Language.component("prickfri_norms")
def fold_norms(doc: Doc) -> Doc:
    """Set each token's norm to its key, so that case, accents and damage do not hide names."""
    strings = doc.vocab.strings
    words: list[int] = doc.to_array("ORTH").tolist()
    keys = {word: strings.add(_key(strings[word])) for word in set(words)}
    if words:
        norms = np.array([keys[word] for word in words], dtype=np.uint64)
        doc.from_array(["NORM"], norms.reshape(-1, 1))  # type: ignore[arg-type]  # stubs
    return doc


@lru_cache(_KEPT_WORDS)
def _key(word: str) -> str:
    """Return what a word is known by: itself, if nothing else is left of it."""
    return (name_key(word) or word) if _SPELLED.search(word) else word


@Language.component("prickfri_sentences")
def mark_sentences(doc: Doc) -> Doc:
    """Begin a sentence at each block, and after a full stop before a capital or a number."""
    starts = np.full(len(doc), -1, dtype=np.int64)
    ends = (place for place in _stops(doc) if _ends_sentence(doc[place]))
    for end in chain((-1,), ends):
        first = end + 1
        while first < len(doc) and _is_behind(doc[first]):
            first += 1
        starts[first : first + 1] = 1
    for cut in _cuts(doc, np.flatnonzero(starts == 1).tolist()):
        starts[cut] = 1
    if len(doc):
        # All at once: setting one token's flag costs a walk over the whole text.
        flags = starts.astype(np.uint64)
        doc.from_array(["SENT_START"], flags.reshape(-1, 1))  # type: ignore[arg-type]  # stubs
    return doc


def _cuts(doc: Doc, starts: Sequence[int]) -> Iterator[int]:
    """Yield where sentences that no text has are cut: lists and tables that lost all else.

    What is told of anything is looked for in its whole sentence, in time that grows with its
    square.
    """
    for start, end in pairwise([*starts, len(doc)]):
        cut = start
        while end - cut > _LONGEST:
            last = range(cut + _LONGEST, cut + _LONGEST // 2, -1)
            cut = next((at for at in last if doc[at - 1].text in _PARTING), last[0])
            yield cut


def _stops(doc: Doc) -> list[int]:
    """Return the places of all tokens that may end a sentence."""
    signs = [doc.vocab.strings[sign] for sign in (*_STOPS, *_ENDING)]
    words, spaces = doc.to_array(["ORTH", "IS_SPACE"]).T
    ends = np.logical_or.reduce([spaces, *map(words.__eq__, signs)])
    places: list[int] = np.flatnonzero(ends).tolist()
    return places


def _is_behind(token: Token) -> bool:
    """Tell whether a token still stands behind the sentence that ended before it."""
    return token.is_space or token.text in _CLOSING


def _ends_sentence(token: Token) -> bool:
    if token.text in _ENDING:
        return token.i + 1 == len(token.doc) or token.nbor(1).text[0].isupper()
    if token.text != ".":
        return token.text in _STOPS or "\n" in token.text
    if token.i == 0 or token.i + 1 == len(token.doc):
        return True
    before, after = token.nbor(-1), token.nbor(1)
    if before.lower_ in _ABBREVIATED or (len(before.text) == 1 and before.text.isupper()):
        return False
    return bool(token.whitespace_ or after.is_space) and not after.text[0].islower()


def blank_language(config: KnowledgeConfig) -> Language:
    """Return Swedish with the components that know no names, on the configured model if any."""
    nlp = spacy.load(config.model) if config.model else _bare_language()
    nlp.add_pipe("prickfri_norms")
    nlp.add_pipe("prickfri_sentences")
    nlp.max_length = 50_000_000
    return nlp


def _bare_language() -> Language:
    """Return Swedish without a model, which works out no more of a new word than is asked for."""
    nlp = spacy.blank("sv")
    vocab: Any = nlp.vocab  # its stubs lack what is looked at in words
    vocab.lex_attr_getters = {asked: vocab.lex_attr_getters[asked] for asked in _ASKED_OF_WORDS}
    return nlp
