"""The lexicons: words with their counts and confusions, and known entities."""

from typing import TYPE_CHECKING

from pipeline.exports import loaded_when_asked
from pipeline.lexicon.compiled import is_compiled
from pipeline.lexicon.inputs import data_digest
from pipeline.lexicon.places import lexicons_directory

if TYPE_CHECKING:
    from pipeline.lexicon.entities import (
        EntityLexicon,
        LexiconEntity,
        Term,
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
    "data_digest",
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

# Who only wants to know what the lexicon is needs little of it.
__getattr__ = loaded_when_asked(
    __name__,
    {
        "LETTER_BITS": "letters",
        "STEPS": "letters",
        "VOWEL_CLASS": "folding",
        "Added": "own_words",
        "EntityLexicon": "entities",
        "Guard": "entity_files",
        "Letters": "letters",
        "Lexicon": "lexicon",
        "LexiconEntity": "entities",
        "Term": "entities",
        "add_words": "own_words",
        "check_entities": "entity_checks",
        "check_own_words": "own_words",
        "confused_runs": "folding",
        "entity_id": "entities",
        "fold": "folding",
        "letter_codes": "letters",
        "name_key": "entities",
        "one_run": "folding",
        "open_entities": "entities",
        "open_lexicon": "lexicon",
        "strip_accents": "entities",
        "strip_diacritics": "folding",
        "to_class": "folding",
    },
)
