"""From relations to rows: ids, evidence, references."""

from collections.abc import Iterator, Sequence
from typing import Final, TypedDict

from pipeline.knowledge.dates import period_beside, years_in
from pipeline.knowledge.entities.names import CONFIDENCE
from pipeline.knowledge.relations.costs.costs import find_costs
from pipeline.knowledge.relations.events.events import find_events
from pipeline.knowledge.relations.memberships.memberships import find_memberships
from pipeline.knowledge.relations.projects.projects import find_projects
from pipeline.knowledge.relations.seats.appointment import Appointment
from pipeline.knowledge.relations.seats.appointments import find_appointments
from pipeline.knowledge.relations.seats.vocabulary import Vocabulary
from pipeline.knowledge.scene import EvidenceFields, Named, Scene, Span
from pipeline.knowledge.structure.activities import Activity, find_activities
from pipeline.knowledge.structure.document import Profile
from pipeline.knowledge.structure.outline import Section
from pipeline.knowledge.textflow import Block, Place
from pipeline.knowledge.trust.confidence import trust
from pipeline.lexicon import entity_id
from pipeline.model.ids import make_id
from pipeline.model.rows import (
    ActivityRow,
    AppointmentRow,
    CostRow,
    EventRow,
    GoalRow,
    MembershipRow,
    MentionRow,
    ProjectRow,
    SectionRow,
)

_WITH_PERIODS: Final = frozenset({"programme", "fund", "plan"})


class RowFields(TypedDict):
    """The fields of Knowledge that hold rows of relations."""

    sections: tuple[SectionRow, ...]
    goals: tuple[GoalRow, ...]
    activities: tuple[ActivityRow, ...]
    mentions: tuple[MentionRow, ...]
    appointments: tuple[AppointmentRow, ...]
    memberships: tuple[MembershipRow, ...]
    projects: tuple[ProjectRow, ...]
    costs: tuple[CostRow, ...]
    events: tuple[EventRow, ...]


def make_rows(scene: Scene, vocabulary: Vocabulary) -> RowFields:
    """Return the rows of every table but documents and entities."""
    appointments = find_appointments(scene, vocabulary)
    return RowFields(
        sections=tuple(_section(scene, section) for section in scene.outline.sections),
        goals=tuple(_goals(scene)),
        activities=tuple(_activities(scene)),
        mentions=tuple(_mention(scene, named) for named in scene.names),
        appointments=tuple(_appointments(scene, appointments)),
        memberships=tuple(_memberships(scene)),
        projects=tuple(_projects(scene)),
        costs=tuple(_costs(scene)),
        events=tuple(_events(scene)),
    )


def referred(rows: RowFields, issuer: str | None) -> set[str]:
    """Return the ids of all entities that rows refer to."""
    ids: set[str | None] = {issuer}
    for appointment in rows["appointments"]:
        ids |= {appointment.person_id, appointment.network_id, appointment.organisation_id}
    for membership in rows["memberships"]:
        ids |= {membership.member_id, membership.network_id}
    for project in rows["projects"]:
        ids |= {project.project_id, project.funder_id, project.programme_id, project.lead_id}
        ids.update(project.partner_ids)
    ids.update(cost.subject_id for cost in rows["costs"])
    for event in rows["events"]:
        ids |= {event.project_id, event.place_id}
    return {key for key in ids if key is not None}


def _section(scene: Scene, section: Section) -> SectionRow:
    blocks = scene.flow.blocks[section.first : section.last]
    body = blocks[1:] if section.level else blocks
    parent = scene.outline.sections[section.parent - 1] if section.parent else None
    section_id = scene.section_id(section)
    assert section_id is not None
    return SectionRow(
        section_id=section_id,
        document_id=scene.document_id,
        parent_section_id=scene.section_id(parent),
        ordinal=section.ordinal,
        number=section.number,
        heading=section.heading,
        level=section.level,
        page_start=scene.flow.page_at(blocks[0].start),
        page_end=scene.flow.page_at(blocks[-1].end - 1),
        text="\n".join(block.text for block in body),
    )


def _year_of_goals(profile: Profile) -> int | None:
    """Return the year of goals that tell none: the plan's last, not that of its decision alone."""
    day, title = profile.document_date, profile.title or ""
    only_dated = day is not None and day.year == profile.year_to and not years_in(title)
    return None if only_dated else profile.year_to


def _goals(scene: Scene) -> Iterator[GoalRow]:
    for ordinal, goal in enumerate(scene.goals):
        yield GoalRow(
            goal_id=make_id("goal", scene.document_id, ordinal, goal.text),
            document_id=scene.document_id,
            section_id=scene.section_id(goal.section),
            year=goal.year or _year_of_goals(scene.profile),
            text=goal.text,
            **scene.evidence(*goal.span, goal.span),
            **trust(goal, scene),
        )


def _of_block(scene: Scene, block: Block) -> EvidenceFields:
    span = Span(block.start, block.end)
    return scene.evidence(block.content_start, block.end, span)


def _activities(scene: Scene) -> Iterator[ActivityRow]:
    found = find_activities(scene.flow.blocks, scene.outline)
    ids = [_activity_id(scene, place, activity) for place, activity in enumerate(found)]
    by_start = {one.block.start: key for one, key in zip(found, ids, strict=True)}
    for place, activity in enumerate(found):
        yield ActivityRow(
            activity_id=ids[place],
            document_id=scene.document_id,
            parent_activity_id=None if activity.parent is None else by_start.get(activity.parent),
            section_id=scene.section_id(activity.section),
            number=activity.number,
            title=activity.title.strip(),
            text=activity.text.strip(),
            effect=activity.effect,
            themes=activity.themes,
            year=activity.year or scene.year,
            **_of_block(scene, activity.block),
            **trust(activity, scene),
        )


def _activity_id(scene: Scene, place: int, activity: Activity) -> str:
    return make_id("act", scene.document_id, place, activity.number, activity.title)


def _mention(scene: Scene, named: Named) -> MentionRow:
    place = scene.flow.place(named.start, named.end)
    surface, raw = scene.flow.surface(place)
    of_period = named.type in _WITH_PERIODS
    first, last = period_beside(scene.flow.text, *named[:2]) if of_period else (None, None)
    return MentionRow(
        mention_id=_mention_id(scene, named, place),
        document_id=scene.document_id,
        entity_id=named.entity_id,
        section_id=scene.section_id(scene.section_at(named.start)),
        page_number=place.page_number,
        line_number=place.line_number,
        char_start=place.char_start,
        char_end=place.char_end,
        surface=surface,
        surface_raw=raw,
        confidence=CONFIDENCE[named.method],
        method=named.method,
        period_from=first,
        period_to=last,
    )


def _mention_id(scene: Scene, named: Named, place: Place) -> str:
    return make_id("men", scene.document_id, place.page_number, place.char_start, named.entity_id)


def _appointments(scene: Scene, found: Sequence[Appointment]) -> Iterator[AppointmentRow]:
    for ordinal, one in enumerate(found):
        place = scene.flow.place(one.person.start, one.person.end)
        yield AppointmentRow(
            appointment_id=make_id("app", scene.document_id, ordinal, one.person.entity_id),
            document_id=scene.document_id,
            person_id=one.person.entity_id,
            party=scene.registry.party_of(one.person.entity_id),
            role=one.role,
            body=one.body,
            network_id=one.network_id,
            organisation_id=one.organisation_id,
            year=one.year,
            mention_id=_mention_id(scene, one.person, place),
            **scene.evidence(one.person.start, one.person.end, one.sentence),
            **trust(one, scene),
        )


def _memberships(scene: Scene) -> Iterator[MembershipRow]:
    for one in find_memberships(scene):
        yield MembershipRow(
            membership_id=make_id("mem", scene.document_id, one.member_id, one.network_id),
            document_id=scene.document_id,
            member_id=one.member_id,
            network_id=one.network_id,
            since=one.since,
            until=one.until,
            **scene.evidence(one.evidence.start, one.evidence.end),
            **trust(one, scene),
        )


def _projects(scene: Scene) -> Iterator[ProjectRow]:
    for one in find_projects(scene):
        yield ProjectRow(
            document_id=scene.document_id,
            project_id=entity_id("project", one.name),
            name=one.name,
            description=one.description,
            funder_id=one.funder_id,
            programme_id=one.programme_id,
            lead_id=one.lead_id,
            partner_ids=one.partner_ids,
            start_date=one.start_date,
            end_date=one.end_date,
            **scene.evidence(one.evidence.start, one.evidence.end),
            **trust(one, scene),
        )


def _costs(scene: Scene) -> Iterator[CostRow]:
    for ordinal, one in enumerate(find_costs(scene)):
        yield CostRow(
            cost_id=make_id("cost", scene.document_id, ordinal, one.evidence.start),
            document_id=scene.document_id,
            subject_id=one.subject.entity_id,
            subject_text=one.subject.name,
            year=one.year,
            amount=one.amount,
            currency=one.currency,
            fte_percent=one.fte_percent,
            approximate=one.approximate,
            **scene.evidence(one.evidence.start, one.evidence.end),
            **trust(one, scene),
        )


def _events(scene: Scene) -> Iterator[EventRow]:
    for ordinal, one in enumerate(find_events(scene)):
        yield EventRow(
            event_id=make_id("evt", scene.document_id, ordinal, one.first.isoformat(), one.title),
            document_id=scene.document_id,
            project_id=one.project_id,
            start_date=one.first,
            end_date=one.last,
            place_id=one.place_id,
            title=one.title,
            **scene.evidence(one.evidence.start, one.evidence.end),
            **trust(one, scene),
        )
