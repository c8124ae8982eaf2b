"""What speaks for a finding: how its names were found, and how near to it they stand.

A ground is a short text such as `network=found above`. What each is worth was learnt from
plans with known answers (`confidence.py`); here it is only said which hold.
"""

from functools import singledispatch

from pipeline.knowledge.relations.costs.cost import Cost
from pipeline.knowledge.relations.events.event import Event
from pipeline.knowledge.relations.memberships.membership import Membership
from pipeline.knowledge.relations.projects.project import Project
from pipeline.knowledge.relations.seats.appointment import Appointment
from pipeline.knowledge.scene import Scene, Span
from pipeline.knowledge.structure.activities import Activity
from pipeline.knowledge.structure.goal import Goal

Finding = Appointment | Membership | Project | Cost | Event | Goal | Activity


@singledispatch
def grounds(finding: Finding, scene: Scene) -> tuple[str, ...]:
    """Return what speaks for or against a finding in its document."""
    raise TypeError(f"{type(finding).__name__} is no finding")


@grounds.register
def _(finding: Appointment, scene: Scene) -> tuple[str, ...]:
    body = "none" if finding.body is None else "told"
    return (
        f"person={finding.person.method}",
        f"network={_standing(scene, finding.network_id, finding.sentence)}",
        f"role={'told' if finding.role else 'none'}",
        f"body={body}",
    )


@grounds.register
def _(finding: Membership, scene: Scene) -> tuple[str, ...]:
    return (
        f"network={_standing(scene, finding.network_id, finding.evidence)}",
        f"member={_place(scene, finding.member_id, finding.evidence)}",
        f"since={'told' if finding.since else 'none'}",
        f"kind={_kind(scene, finding.evidence)}",
    )


@grounds.register
def _(finding: Project, scene: Scene) -> tuple[str, ...]:
    return (
        f"funder={_standing(scene, finding.funder_id, finding.evidence)}",
        f"description={'told' if finding.description else 'none'}",
        f"kind={_kind(scene, finding.evidence)}",
    )


@grounds.register
def _(finding: Cost, scene: Scene) -> tuple[str, ...]:
    subject = finding.subject
    standing = _standing(scene, subject.entity_id, finding.evidence)
    words = "words" if subject.name else "none"
    return (
        f"subject={standing if subject.entity_id else words}",
        f"year={'told' if finding.year else 'none'}",
        f"what={'both' if finding.amount and finding.fte_percent else 'one'}",
        f"kind={_kind(scene, finding.evidence)}",
    )


@grounds.register
def _(finding: Event, scene: Scene) -> tuple[str, ...]:
    return (
        f"place={_place(scene, finding.place_id, finding.evidence)}",
        f"days={'one' if finding.first == finding.last else 'several'}",
        f"kind={_kind(scene, finding.evidence)}",
    )


@grounds.register
def _(finding: Goal, scene: Scene) -> tuple[str, ...]:
    return (
        f"kind={_kind(scene, finding.span)}",
        f"section={'numbered' if finding.section and finding.section.number else 'bare'}",
        f"year={'told' if finding.year else 'none'}",
    )


@grounds.register
def _(finding: Activity, scene: Scene) -> tuple[str, ...]:
    return (
        f"kind={finding.block.kind.value}",
        f"number={'told' if finding.number else 'none'}",
        f"effect={'told' if finding.effect else 'none'}",
    )


def _standing(scene: Scene, entity_id: str | None, evidence: Span) -> str:
    """Return whether an entity is listed or found, and where it is named."""
    if entity_id is None:
        return "none"
    known = "listed" if scene.registry.thing(entity_id).known else "found"
    return f"{known} {_place(scene, entity_id, evidence)}"


def _place(scene: Scene, entity_id: str | None, evidence: Span) -> str:
    """Return where an entity is named: in the sentence, its block, a heading, or elsewhere."""
    if entity_id is None:
        return "none"
    sentence = scene.sentence_at(evidence.start)
    block = scene.flow.blocks[scene.flow.block_at(evidence.start)]
    near = Span(min(sentence.start, evidence.start), max(sentence.end, evidence.end))
    if _named(scene, entity_id, near):
        return "here"
    if _named(scene, entity_id, Span(block.start, block.end)):
        return "beside"
    for section in scene.outline.chain(scene.section_at(evidence.start)):
        heading = scene.flow.blocks[section.first]
        if section.level and _named(scene, entity_id, Span(heading.start, heading.end)):
            return "above"
    return "elsewhere"


def _named(scene: Scene, entity_id: str, span: Span) -> bool:
    return any(named.entity_id == entity_id for named in scene.within(span))


def _kind(scene: Scene, evidence: Span) -> str:
    return scene.flow.blocks[scene.flow.block_at(evidence.start)].kind.value
