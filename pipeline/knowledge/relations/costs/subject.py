"""What a sum is for, as a row of the table tells it."""

from typing import Final, NamedTuple

from pipeline.knowledge.scene import Named, Scene

TYPES: Final = ("project", "network", "programme", "fund")
"""Types of what sums are for in sentences."""
OF_ROW: Final = (*TYPES, "organisation")
"""Types of what sums are for in rows."""


class Subject(NamedTuple):
    """What a sum is for: an entity's id if it is one, and its name or the text's own words."""

    entity_id: str | None = None
    name: str | None = None


def named_subject(scene: Scene, named: Named | None) -> Subject:
    """Return a name as what a sum is for; None for nothing known."""
    return Subject() if named is None else Subject(named.entity_id, scene.name_of(named.entity_id))


def only_project(scene: Scene) -> Subject | None:
    """Return the one project that a text names, if it names no other anywhere."""
    only = scene.only("project")
    return named_subject(scene, only) if only else None
