"""The lexicons: words with their counts and confusions, and known entities."""

from pipeline.lexicon.compiled import is_compiled
from pipeline.lexicon.entities import (
    EntityLexicon,
    LexiconEntity,
    Term,
    entities_digest,
    entity_id,
    name_key,
    open_entities,
    strip_accents,
)
from pipeline.lexicon.entity_checks import check_entities
from pipeline.lexicon.entity_files import Guard
from pipeline.lexicon.folding import (
    VOWEL_CLASS,
    confused_runs,
    fold,
    one_run,
    strip_diacritics,
    to_class,
)
from pipeline.lexicon.letters import LETTER_BITS, STEPS, Letters, letter_codes
from pipeline.lexicon.lexicon import Lexicon, open_lexicon
from pipeline.lexicon.own_words import Added, add_words, check_own_words
from pipeline.lexicon.places import lexicons_directory

__all__ = [
    "LETTER_BITS",
    "STEPS",
    "VOWEL_CLASS",
    "Added",
    "EntityLexicon",
    "Guard",
    "Letters",
    "Lexicon",
    "LexiconEntity",
    "Term",
    "add_words",
    "check_entities",
    "check_own_words",
    "confused_runs",
    "entities_digest",
    "entity_id",
    "fold",
    "is_compiled",
    "letter_codes",
    "lexicons_directory",
    "name_key",
    "one_run",
    "open_entities",
    "open_lexicon",
    "strip_accents",
    "strip_diacritics",
    "to_class",
]
