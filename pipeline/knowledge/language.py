"""The whole spaCy pipeline, made once for each lexicon and configuration."""

import gc
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # has no stubs
from spacy.tokens import Doc

from pipeline.config import KnowledgeConfig
from pipeline.knowledge.entities import abbreviations, cues, introductions, shapes
from pipeline.knowledge.entities.language import blank_language
from pipeline.knowledge.entities.lexicon_names import LexiconNames, NameForms
from pipeline.knowledge.entities.names import TEXT
from pipeline.knowledge.entities.persons import PersonNames
from pipeline.knowledge.entities.spelling import MisspeltNames
from pipeline.lexicon import EntityLexicon, open_entities

COMPONENTS: Final = (
    "prickfri_norms",
    "prickfri_sentences",
    "prickfri_lexicon",
    "prickfri_persons",
    "prickfri_spelling",
    "prickfri_shapes",
    "prickfri_abbreviations",
    "prickfri_introductions",
    "prickfri_cues",
)
"""The components of the pipeline in order."""

_KEPT_WORDS: Final = 100_000

_REGISTERED: Final = (abbreviations, cues, introductions, shapes)


def load_nlp(
    config: KnowledgeConfig | None = None,
    entities: EntityLexicon | None = None,
    forms: NameForms | None = None,
) -> Language:
    """Return the pipeline that finds names; `doc.spans["names"]` holds them.

    Without arguments it uses the default configuration and the shipped entity lexicon.
    `forms` are what `name_forms` makes of the two, if that is known.
    """
    return _load(config or KnowledgeConfig(), entities or open_entities(), forms)


def name_forms(config: KnowledgeConfig, entities: EntityLexicon) -> NameForms:
    """Return the tokens of all spellings of the lexicon's names, for `load_nlp`."""
    return LexiconNames(blank_language(config)).forms(entities)


@lru_cache(maxsize=2)
def _load(config: KnowledgeConfig, entities: EntityLexicon, forms: NameForms | None) -> Language:
    nlp = blank_language(config)
    if isinstance(nlp.tokenizer, Tokenizer):
        nlp.tokenizer.max_cache_size = _KEPT_WORDS
    for name in COMPONENTS[2:]:
        nlp.add_pipe(name)
    for _, component in nlp.pipeline:
        if isinstance(component, LexiconNames):
            component.add_entities(entities, forms)
        elif isinstance(component, PersonNames | MisspeltNames):
            component.add_entities(entities)
    gc.freeze()  # all that was loaded stays: a look through it for garbage takes 0.15 s
    return nlp


def read(nlp: Language, text: str) -> Doc:
    """Return what the pipeline makes of a text.

    spaCy's tokenizer keeps the tokens of words, but none behind a text's first special case,
    such as `t.ex.`; by themselves it keeps all of them.
    """
    for word in set(text.split()):
        _keep(nlp.tokenizer, word)
    doc = nlp.make_doc(text)
    doc.user_data[TEXT] = text
    return nlp(doc)


@lru_cache(maxsize=_KEPT_WORDS)
def _keep(tokenizer: Callable[[str], Doc], word: str) -> None:
    tokenizer(word)
