"""Names and stretches of the flow, free of spaCy."""

from typing import NamedTuple

from pipeline.model.rows import EntityType


class Named(NamedTuple):
    """A span of the flow that names an entity."""

    start: int
    end: int
    type: EntityType
    entity_id: str
    method: str


class Span(NamedTuple):
    """A stretch of the flow, `start` to `end` (not included)."""

    start: int
    end: int
