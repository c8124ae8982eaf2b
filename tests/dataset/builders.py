"""Documents with something in every table, made by number."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.dataset import DocumentRows, Entry, document_rows
from pipeline.errors import FailureReason
from pipeline.model.geometry import Box
from pipeline.model.ids import digest, make_id
from pipeline.model.page import Decision, Line, Page, Role, TextSource, Word
from pipeline.model.repair import Edit, EditDecision, EditKind, Join, RepairedLine, RepairedPage
from pipeline.model.rows import (
    ActivityRow,
    AppointmentRow,
    CostRow,
    DocumentRow,
    EntityRow,
    EntityType,
    EventRow,
    GoalRow,
    Knowledge,
    MembershipRow,
    MentionRow,
    ProjectRow,
    SectionRow,
)
from pipeline.model.run_rows import FailureRow, RunRow
from pipeline.model.source import Document, MediaType

SENTENCE = "Anna Åkesson (M) är ordinarie ledamot."


def document(number: int, paths: tuple[str, ...] = ()) -> Document:
    content = sha256(str(number).encode()).hexdigest()
    return Document(content, 10, MediaType.TEXT, 1, paths or (f"plan{number}.txt",))


def repaired_page(number: int = 1) -> RepairedPage:
    words = (Word("Anna", Box(0, 0, 9, 5), 0.9), Word("Akesson", Box(10, 0, 30, 5), 0.4))
    lines = (
        Line("Anna Akesson (M) ir ordi-", Role.BODY, 0, Box(0, 0, 90, 5), 0.8, words=words),
        Line("narie ledamot."),
    )
    edits = (
        Edit(5, 12, "Akesson", "Åkesson", EditKind.DIACRITIC, 0.99),
        Edit(17, 19, "ir", "är", EditKind.OCR_CONFUSION, 0.7, EditDecision.SUGGESTED, ("ur",)),
    )
    repaired = (RepairedLine(lines[0].text, edits, Join.DROP_HYPHEN), RepairedLine(lines[1].text))
    page = Page(number, 595, 842, TextSource.OCR, Decision.READ_IMAGE, "no text layer", lines)
    return RepairedPage(page, repaired, 0.5, 1.0)


def entity(kind: EntityType, name: str, parent: str | None = None) -> EntityRow:
    return EntityRow(
        entity_id=make_id("ent", kind, name),
        entity_type=kind,
        name=name,
        kind=None,
        aliases=(),
        code=None,
        parent_entity_id=parent,
        source="found",
        first_year=2020,
        last_year=2020,
        mention_count=1,
    )


def knowledge(number: int) -> Knowledge:
    doc = document(number)
    person = entity("person", "Anna Åkesson")
    network = entity("network", "Östersjönätverket")
    project = entity("project", f"Projekt {number}", network.entity_id)
    section = make_id("sec", doc.id)
    mention = make_id("men", doc.id)
    evidence: dict[str, Any] = {
        "document_id": doc.id,
        "page_number": 1,
        "line_number": 1,
        "char_start": 0,
        "char_end": 12,
        "sentence": SENTENCE,
        "confidence": 0.8,
        "grounds": ("network=listed here",),
    }
    return Knowledge(
        document=document_row(doc, network.entity_id),
        sections=(section_row(doc.id, section),),
        goals=(
            GoalRow(goal_id=f"g{doc.id}", section_id=section, year=2021, text="Mål", **evidence),
        ),
        activities=(
            ActivityRow(
                activity_id=f"a{doc.id}",
                parent_activity_id=None,
                section_id=section,
                number="1.1",
                title="Insats",
                text="",
                effect=("Effekt",),
                themes=(),
                year=None,
                **evidence,
            ),
        ),
        entities=(person, network, project),
        mentions=(mention_row(doc.id, mention, person.entity_id),),
        appointments=(
            AppointmentRow(
                appointment_id=f"ap{doc.id}",
                person_id=person.entity_id,
                party="M",
                role="ordinarie ledamot",
                body=None,
                network_id=network.entity_id,
                organisation_id=None,
                year=2020 + number % 3 if number else None,
                mention_id=mention,
                **evidence,
            ),
        ),
        memberships=(
            MembershipRow(
                membership_id=f"m{doc.id}",
                member_id=person.entity_id,
                network_id=network.entity_id,
                since="1998",
                until=None,
                **evidence,
            ),
        ),
        projects=(
            ProjectRow(
                project_id=project.entity_id,
                name=project.name,
                description=None,
                funder_id=None,
                programme_id=None,
                lead_id=person.entity_id,
                partner_ids=(person.entity_id, network.entity_id),
                start_date=date(2020, 1, 1),
                end_date=None,
                **evidence,
            ),
        ),
        costs=(
            CostRow(
                cost_id=f"c{doc.id}",
                subject_id=project.entity_id,
                subject_text=project.name,
                year=2020,
                amount=1000.0,
                currency="SEK",
                fte_percent=None,
                approximate=True,
                **evidence,
            ),
        ),
        events=(
            EventRow(
                event_id=f"e{doc.id}",
                project_id=project.entity_id,
                start_date=date(2020, 5, 1),
                end_date=date(2020, 5, 2),
                place_id=None,
                title="Möte",
                **evidence,
            ),
        ),
    )


def document_row(doc: Document, organisation_id: str | None) -> DocumentRow:
    return DocumentRow(
        document_id=doc.id,
        sha256=doc.sha256,
        source_path="",
        other_paths=(),
        media_type=doc.media_type,
        byte_size=doc.byte_size,
        page_count=doc.page_count,
        title="Handlingsplan",
        document_type="action_plan",
        organisation_id=organisation_id,
        year_from=2020,
        year_to=None,
        document_date=None,
        language="sv",
        quality_raw=0.5,
        quality=1.0,
        status="done",
        notes=(),
        pipeline_version="1",
    )


def section_row(document_id: str, section_id: str) -> SectionRow:
    return SectionRow(
        section_id=section_id,
        document_id=document_id,
        parent_section_id=None,
        ordinal=1,
        number=None,
        heading="Representanter",
        level=1,
        page_start=1,
        page_end=1,
        text=SENTENCE,
    )


def mention_row(document_id: str, mention_id: str, entity_id: str) -> MentionRow:
    return MentionRow(
        mention_id=mention_id,
        document_id=document_id,
        entity_id=entity_id,
        section_id=None,
        page_number=1,
        line_number=1,
        char_start=0,
        char_end=12,
        surface="Anna Åkesson",
        surface_raw="Anna Akesson",
        confidence=0.9,
        method="name_party",
        period_from=None,
        period_to=None,
    )


def entry(number: int, change: Callable[[Knowledge], Knowledge] = lambda found: found) -> Entry:
    made = change(knowledge(number))
    doc = document(number)
    return Entry(doc, digest(repr(made)), lambda: document_rows(doc, (repaired_page(),), made))


def unreadable(made: Entry) -> Entry:
    """Return the entry as one that must not be loaded."""

    def load() -> list[DocumentRows]:
        raise AssertionError("loaded a document of a part that did not change")

    return replace(made, load=load)


def failure(path: str, page: int | None = None, document_id: str | None = None) -> FailureRow:
    return FailureRow(
        failure_id=make_id("fail", path, page),
        document_id=document_id,
        source_path=path,
        sha256=None,
        page_number=page,
        stage="ingest",
        reason=FailureReason.EMPTY,
        message=f"{path} is empty.",
        attempts=1,
    )


def run(name: str = "run-1") -> RunRow:
    return RunRow(
        run_id=name,
        started_at=datetime(2026, 1, 1, tzinfo=UTC),
        finished_at=datetime(2026, 1, 1, 0, 1, tzinfo=UTC),
        version="1",
        config_digest="0",
        sources=9,
        documents=0,
        pages=0,
        corrections=0,
        failures=0,
        reused=0,
        counts="",
    )


def contents(directory: Path) -> dict[str, bytes]:
    """Return every file of a folder but those of the runs."""
    return {
        str(path.relative_to(directory)): path.read_bytes()
        for path in sorted(directory.rglob("*"))
        if path.is_file() and path.parent.name != "runs"
    }
