"""An appointment as found."""

from dataclasses import dataclass

from pipeline.knowledge.scene import Named, Span


@dataclass(frozen=True, slots=True)
class Appointment:
    """A person in a role, as found; ids are of entities."""

    person: Named
    role: str | None
    body: str | None
    network_id: str | None
    organisation_id: str | None
    year: int | None
    sentence: Span
    at_home: bool = False
