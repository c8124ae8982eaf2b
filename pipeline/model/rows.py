"""The rows of documents and of what is understood from them: one record a table.

Its fields are the columns, in order; pages have theirs in `page_rows`, runs in `run_rows`.
These records are the data dictionary: each field carries its column's description, and
`pipeline.model.tables` makes the Arrow schemas from them. Offsets (`char_start`,
`char_end`) count Unicode characters from 0, the end not included.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, get_args

from pipeline.model.page_rows import DocumentId
from pipeline.model.source import MediaType, Note

DocumentType = Literal["strategy", "action_plan", "report", "web_page", "minutes", "other"]
EntityType = Literal[
    "person",
    "organisation",
    "network",
    "body",
    "programme",
    "fund",
    "project",
    "plan",
    "place",
    "party",
]
ENTITY_TYPES: tuple[EntityType, ...] = get_args(EntityType)
EntitySource = Literal["lexicon", "found"]
DocumentStatus = Literal["done", "done_with_failed_pages"]

EntityId = Annotated[str, "Entity; the same in every document and run."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where in a document a row comes from."""

    page_number: Annotated[int, "Page, from 1."]
    line_number: Annotated[int, "Line on the page where the evidence begins, from 1."]
    char_start: Annotated[int, "First character of the evidence in `pages.text`."]
    char_end: Annotated[int, "Character after the evidence in `pages.text`."]
    sentence: Annotated[str, "The sentence, list item or cell it stands in, as repaired."]
    confidence: Annotated[float, "Probability that a careful reader would write down the same."]
    grounds: Annotated[tuple[str, ...], "What the confidence rests on: `network=found above`."]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document: content known by its bytes, wherever it was found."""

    document_id: DocumentId
    sha256: Annotated[str, "SHA-256 of the bytes, 64 hex digits."]
    source_path: Annotated[str, "Where it was found; the first path if there were several."]
    other_paths: Annotated[tuple[str, ...], "Other paths that hold the same bytes."]
    media_type: Annotated[MediaType, "Media type, found from the bytes."]
    byte_size: Annotated[int, "Size in bytes."]
    page_count: Annotated[int, "Number of pages."]
    title: Annotated[str | None, "Title as the document gives it."]
    document_type: Annotated[DocumentType, "Kind of document."]
    organisation_id: Annotated[str | None, "The organisation that issued it (`entities`)."]
    year_from: Annotated[int | None, "First year that it holds for."]
    year_to: Annotated[int | None, "Last year that it holds for."]
    document_date: Annotated[date | None, "Date that it bears."]
    language: Annotated[str | None, "Language of its text, ISO 639-1."]
    quality_raw: Annotated[float | None, "Estimated share of right words as read, 0 to 1."]
    quality: Annotated[float | None, "Estimated share of right words after repair, 0 to 1."]
    status: Annotated[DocumentStatus, "Whether all of its pages came through."]
    notes: Annotated[
        tuple[Note, ...],
        "What the file carries beside its pages, none of which is run or opened: `javascript`, "
        "`launches_program`, `attachments`, `xfa_form`; `overlaid_text`, of fields filled in, "
        "typed notes and stamps, which is read with the pages; and `damaged`, where readers "
        "disagree on its pages: some may be gone (`pages.decision_reason` says what was done).",
    ]
    pipeline_version: Annotated[str, "Version of Prickfri that made the row."]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRow:
    """A numbered or headed part of a plan."""

    section_id: Annotated[str, "Id of the section."]
    document_id: DocumentId
    parent_section_id: Annotated[str | None, "The section it is part of."]
    ordinal: Annotated[int, "Place in the document, from 1."]
    number: Annotated[str | None, "Number as printed, such as `2.1`."]
    heading: Annotated[str, "Heading without its number; empty before the first heading."]
    level: Annotated[int, "Depth from 1; 0 before the first heading."]
    page_start: Annotated[int, "First page."]
    page_end: Annotated[int, "Last page."]
    text: Annotated[str, "Text under the heading, without that of its subsections."]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow(Evidence):
    """A goal."""

    goal_id: Annotated[str, "Id of the goal."]
    document_id: DocumentId
    section_id: Annotated[str | None, "Section it stands in."]
    year: Annotated[int | None, "Year it is set for."]
    text: Annotated[str, "The goal."]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow(Evidence):
    """A planned activity or *insats*."""

    activity_id: Annotated[str, "Id of the activity."]
    document_id: DocumentId
    parent_activity_id: Annotated[str | None, "Activity it is part of."]
    section_id: Annotated[str | None, "Section it stands in."]
    number: Annotated[str | None, "Number as printed, such as `1.2`."]
    title: Annotated[str, "Title, or the *insats* itself."]
    text: Annotated[str, "What is written about it below the title."]
    effect: Annotated[tuple[str, ...], "Expected effects, one each."]
    themes: Annotated[tuple[str, ...], "Themes and strategies it refers to, one each."]
    year: Annotated[int | None, "Year it is planned for."]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRow:
    """One thing in the world, once for the whole dataset."""

    entity_id: EntityId
    entity_type: Annotated[EntityType, "Kind of thing."]
    name: Annotated[str, "Canonical name."]
    kind: Annotated[str | None, "What a text says that it is, such as `politiskt nätverk`."]
    aliases: Annotated[tuple[str, ...], "Other names and abbreviations, sorted."]
    code: Annotated[str | None, "Official code, such as `0780`; a string."]
    parent_entity_id: Annotated[str | None, "What it belongs to (`entities`)."]
    source: Annotated[EntitySource, "From the lexicon, or found in the documents."]
    first_year: Annotated[int | None, "Earliest year of a document that names it."]
    last_year: Annotated[int | None, "Latest year of a document that names it."]
    mention_count: Annotated[int, "How many mentions lead to it."]
    same_as_entity_id: Annotated[
        str | None,
        "The entity that this one is another name of (`entities`), as another document tells; "
        "`name` is that one's.",
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """A place where an entity is named."""

    mention_id: Annotated[str, "Id of the mention."]
    document_id: DocumentId
    entity_id: EntityId
    section_id: Annotated[str | None, "Section it stands in."]
    page_number: Annotated[int, "Page, from 1."]
    line_number: Annotated[int, "Line on the page where it begins, from 1."]
    char_start: Annotated[int, "First character in `pages.text`."]
    char_end: Annotated[int, "Character after it in `pages.text`."]
    surface: Annotated[str, "As it stands in `pages.text`."]
    surface_raw: Annotated[str, "As it was read, from `pages.text_raw`."]
    confidence: Annotated[float, "Probability that it names this entity, 0 to 1."]
    method: Annotated[str, "What found it, such as `lexicon` or `name_party`."]
    period_from: Annotated[
        int | None, "First year that it names a programme, fund or plan for, such as 2021."
    ]
    period_to: Annotated[int | None, "Last year of that period, such as 2027."]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentRow(Evidence):
    """A person holding a role in a body."""

    appointment_id: Annotated[str, "Id of the appointment."]
    document_id: DocumentId
    person_id: Annotated[str, "The person (`entities`)."]
    party: Annotated[str | None, "Party as printed, such as `M`."]
    role: Annotated[str | None, "Role, such as `ordinarie ledamot`."]
    body: Annotated[str | None, "Body, such as `styrgruppen`."]
    network_id: Annotated[str | None, "Network or programme of the body (`entities`)."]
    organisation_id: Annotated[
        str | None,
        "Organisation represented (`entities`); of the head of a network's office that network.",
    ]
    year: Annotated[
        int | None,
        "Year of the statement, else of the document; of a term told in years its first, or the "
        "document's if that lies in it. A plan for several years is of the year it was decided.",
    ]
    mention_id: Annotated[str, "The mention of the person (`mentions`)."]


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipRow(Evidence):
    """An organisation in a network."""

    membership_id: Annotated[str, "Id of the membership."]
    document_id: DocumentId
    member_id: Annotated[str, "The member (`entities`)."]
    network_id: Annotated[str, "The network (`entities`)."]
    since: Annotated[str | None, "Since when: `1998` or `1998-02`."]
    until: Annotated[str | None, "Until when, in the same form."]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRow(Evidence):
    """A project as one document tells it."""

    document_id: DocumentId
    project_id: Annotated[str, "The project (`entities`)."]
    name: Annotated[str, "Name as the document gives it."]
    description: Annotated[str | None, "What it is about."]
    funder_id: Annotated[str | None, "Who pays (`entities`)."]
    programme_id: Annotated[str | None, "Programme that it belongs to (`entities`)."]
    lead_id: Annotated[str | None, "Lead partner (`entities`)."]
    partner_ids: Annotated[tuple[str, ...], "Partners (`entities`)."]
    start_date: Annotated[date | None, "First day."]
    end_date: Annotated[date | None, "Last day."]


@dataclass(frozen=True, slots=True, kw_only=True)
class CostRow(Evidence):
    """A sum of money or of working time."""

    cost_id: Annotated[str, "Id of the cost."]
    document_id: DocumentId
    subject_id: Annotated[str | None, "What it is for (`entities`)."]
    subject_text: Annotated[
        str | None, "What it is for, by the entity's name or as the text has it."
    ]
    year: Annotated[int | None, "Year it is for."]
    amount: Annotated[float | None, "Sum in whole units of the currency."]
    currency: Annotated[str | None, "Currency, ISO 4217."]
    fte_percent: Annotated[float | None, "Working time, percent of a full-time post."]
    approximate: Annotated[bool, "Whether the document calls it approximate."]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow(Evidence):
    """Something that happens on a day."""

    event_id: Annotated[str, "Id of the event."]
    document_id: DocumentId
    project_id: Annotated[str | None, "Project it belongs to (`entities`)."]
    start_date: Annotated[date, "First day."]
    end_date: Annotated[date, "Last day."]
    place_id: Annotated[str | None, "Where (`entities`)."]
    title: Annotated[str, "What happens."]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that was understood from one document; its entities count this document alone."""

    document: DocumentRow
    sections: tuple[SectionRow, ...] = ()
    goals: tuple[GoalRow, ...] = ()
    activities: tuple[ActivityRow, ...] = ()
    entities: tuple[EntityRow, ...] = ()
    mentions: tuple[MentionRow, ...] = ()
    appointments: tuple[AppointmentRow, ...] = ()
    memberships: tuple[MembershipRow, ...] = ()
    projects: tuple[ProjectRow, ...] = ()
    costs: tuple[CostRow, ...] = ()
    events: tuple[EventRow, ...] = ()
