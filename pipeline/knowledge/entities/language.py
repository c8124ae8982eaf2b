"""The spaCy pipeline: Swedish tokens, spellings folded, sentences, and the names in them.

Components are registered under `prickfri_*`. Spans that name something stand in
`doc.spans["names"]`: `label_` is the entity type, `kb_id_` the entity's id where the lexicon
knows it, `id_` the method that found it.
"""

import re
from typing import Final

import numpy as np
import spacy
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
_CLOSING: Final = frozenset("\"'”’»)]")
_SPELLED: Final = re.compile(r"\w")


@Language.component("prickfri_norms")
def fold_norms(doc: Doc) -> Doc:
    """Set each token's norm to its key, so that case, accents and damage do not hide names."""
    keys: dict[int, str] = {}
    for token in doc:
        key = keys.get(token.orth)
        if key is None:
            text = token.text
            key = name_key(text) if _SPELLED.search(text) else text
            keys[token.orth] = key = key or text
        token.norm_ = key
    return doc


@Language.component("prickfri_sentences")
def mark_sentences(doc: Doc) -> Doc:
    """Begin a sentence at each block, and after a full stop before a capital or a number."""
    starts = []
    ended = True
    for token in doc:
        if token.is_space:
            starts.append(-1)
            ended = ended or "\n" in token.text
            continue
        starts.append(1 if ended and token.text not in _CLOSING else -1)
        ended = _ends_sentence(token) or (ended and token.text in _CLOSING)
    if starts:
        # All at once: setting one token's flag costs a walk over the whole text.
        flags = np.array(starts, dtype=np.int64).astype(np.uint64)
        doc.from_array(["SENT_START"], flags.reshape(-1, 1))  # type: ignore[arg-type]  # stubs
    return doc


def _ends_sentence(token: Token) -> bool:
    if token.text in {"!", "?"}:
        return True
    if token.text != ".":
        return False
    if token.i == 0 or token.i + 1 == len(token.doc):
        return True
    before, after = token.nbor(-1), token.nbor(1)
    if before.lower_ in _ABBREVIATED or (len(before.text) == 1 and before.text.isupper()):
        return False
    return bool(token.whitespace_ or after.is_space) and not after.text[0].islower()


def blank_language(config: KnowledgeConfig) -> Language:
    """Return Swedish with the components that know no names, on the configured model if any."""
    nlp = spacy.load(config.model) if config.model else spacy.blank("sv")
    nlp.add_pipe("prickfri_norms")
    nlp.add_pipe("prickfri_sentences")
    nlp.max_length = 50_000_000
    return nlp
