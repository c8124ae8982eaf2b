"""The lexicons: words with their counts and confusions, and known entities."""

from pipeline.lexicon.entities import (
    EntityLexicon,
    Guard,
    LexiconEntity,
    Term,
    check_entities,
    entity_id,
    name_key,
    open_entities,
    strip_accents,
)
from pipeline.lexicon.folding import fold, strip_diacritics
from pipeline.lexicon.lexicon import Lexicon, open_lexicon
from pipeline.lexicon.own_words import Added, add_words, check_own_words
from pipeline.lexicon.places import lexicons_directory

__all__ = [
    "Added",
    "EntityLexicon",
    "Guard",
    "Lexicon",
    "LexiconEntity",
    "Term",
    "add_words",
    "check_entities",
    "check_own_words",
    "entity_id",
    "fold",
    "lexicons_directory",
    "name_key",
    "open_entities",
    "open_lexicon",
    "strip_accents",
    "strip_diacritics",
]
