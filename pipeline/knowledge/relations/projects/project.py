"""A project as told, and what the sentences about it add."""

from dataclasses import dataclass, replace
from datetime import date

from pipeline.knowledge.relations.projects.details import details_of
from pipeline.knowledge.scene import Scene, Span


@dataclass(frozen=True, slots=True)
class Project:
    """A project as told; ids are of entities."""

    name: str
    evidence: Span
    description: str | None = None
    funder_id: str | None = None
    programme_id: str | None = None
    lead_id: str | None = None
    partner_ids: tuple[str, ...] = ()
    start_date: date | None = None
    end_date: date | None = None

    @property
    def tells(self) -> bool:
        """Whether more than the name is told."""
        told = (self.description, self.funder_id, self.lead_id, self.start_date)
        return any(told) or bool(self.partner_ids)


def merged(one: Project, other: Project) -> Project:
    """Return what either tells, the first where both do."""
    return replace(
        one,
        description=one.description or other.description,
        funder_id=one.funder_id or other.funder_id,
        programme_id=one.programme_id or other.programme_id,
        lead_id=one.lead_id or other.lead_id,
        partner_ids=one.partner_ids or other.partner_ids,
        start_date=one.start_date or other.start_date,
        end_date=one.end_date or other.end_date,
    )


def with_details(scene: Scene, told: Project, sentence: Span) -> Project:
    """Return a project with what a sentence about it tells besides."""
    details = details_of(scene, sentence)
    return merged(
        told,
        replace(
            told,
            funder_id=details.funder_id,
            programme_id=details.programme_id,
            lead_id=details.lead_id,
            partner_ids=details.partner_ids,
            start_date=details.first,
            end_date=details.last,
        ),
    )
