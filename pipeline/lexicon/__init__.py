"""The lexicons: known entities, bodies and roles."""

from pipeline.lexicon.entities import (
    EntityLexicon,
    Guard,
    LexiconEntity,
    Term,
    check_entities,
    entity_id,
    name_key,
    open_entities,
)

__all__ = [
    "EntityLexicon",
    "Guard",
    "LexiconEntity",
    "Term",
    "check_entities",
    "entity_id",
    "name_key",
    "open_entities",
]
