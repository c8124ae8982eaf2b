from dataclasses import fields
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.knowledge import COMPONENTS, load_nlp
from pipeline.model import tables
from pipeline.model.rows import Evidence, Knowledge
from pipeline.text.derived import derive
from tests.knowledge.written import name_of, pages_of, understood

PLAN = """# Handlingsplan för Region Västmanlands internationella arbete 2024

Fastställd av regionstyrelsen 2023-11-28

# 1. Inledning

Region Västmanland är medlem i Central Sweden sedan 2011 och i ERRIN.
Projektet Vattenvägar pågår under perioden 1 mars 2023–31 augusti 2025 med medel från
Interreg Europe. Kostnaden för 2024 uppskattas till ca 800 000 kronor.

# 2. Prioriterade områden

# 2.1 Lärande

Mål 2024:
• Regionen har genomfört två utbyten med en part i Mälar-
dalen.
• Kunskapen om EU har ökat.

Planerade aktiviteter
1. Studiebesök

Ett besök görs i Bryssel.
1.1. Vård
2. Deltagande i projekt

# 3. Nätverk

# 3.1 Union of the Baltic Cities (UBC)

Regionens företrädare i UBC:s styrelse är:
• Karl-Erik Åberg (S), ledamot
• René Ek (KD), ersättare
\f
I ungdomsrådet representeras Region Västmanland av Anna
Berg (M), ledamot och Rene Ek (KD), ersättare. Den 4–5 juni arrangeras en konferens i Visby.

| Insats | Effekt | Tematisk koppling |
| Prioritering 1: lärande |
| besöka Gdansk / bjuda in Riga | ökad kunskap | folkhälsopolicyn |
"""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return understood(PLAN)


def test_surfaces_stand_in_the_text_of_their_page(knowledge: Knowledge) -> None:
    texts = {page.page.number: derive(page.lines) for page in pages_of(PLAN)}
    assert len(knowledge.mentions) > 15
    for mention in knowledge.mentions:
        text = texts[mention.page_number]
        assert text.text[mention.char_start : mention.char_end] == mention.surface
        assert text.raw_slice(mention.char_start, mention.char_end) == mention.surface_raw
        assert text.position(mention.char_start).line_number == mention.line_number
        assert 0 < mention.confidence <= 1


def test_evidence_leads_to_its_page(knowledge: Knowledge) -> None:
    texts = {page.page.number: derive(page.lines).text for page in pages_of(PLAN)}
    rows = [
        row
        for field in fields(knowledge)
        if field.name != "document"
        for row in getattr(knowledge, field.name)
        if isinstance(row, Evidence)
    ]
    assert {type(row).__name__ for row in rows} == {
        *("GoalRow", "ActivityRow", "AppointmentRow", "MembershipRow", "ProjectRow"),
        *("CostRow", "EventRow"),
    }
    for row in rows:
        assert 0 <= row.char_start < row.char_end <= len(texts[row.page_number])
        assert row.sentence


def test_every_reference_resolves(knowledge: Knowledge) -> None:
    rows = {"documents": [knowledge.document]}
    rows |= {
        field.name: list(getattr(knowledge, field.name))
        for field in fields(knowledge)
        if field.name != "document"
    }
    for name, table_rows in rows.items():
        table = tables.TABLES[name]
        keys = [tuple(getattr(row, key) for key in table.primary_key) for row in table_rows]
        assert len(set(keys)) == len(keys), name
        for key in table.foreign_keys:
            targets = {getattr(row, key.target) for row in rows[key.table]}
            for row in table_rows:
                value = getattr(row, key.column)
                values = value if isinstance(value, tuple) else (value,)
                assert set(values) - {None} <= targets, (name, key)


def test_the_same_pages_give_the_same_knowledge(knowledge: Knowledge) -> None:
    assert understood(PLAN) == knowledge


def test_document(knowledge: Knowledge) -> None:
    document = knowledge.document
    assert document.title == "Handlingsplan för Region Västmanlands internationella arbete 2024"
    assert document.document_type == "action_plan"
    assert name_of(knowledge, document.organisation_id) == "Region Västmanland"
    assert (document.year_from, document.year_to) == (2024, 2024)
    assert str(document.document_date) == "2023-11-28"
    assert document.language == "sv"
    assert (document.quality_raw, document.quality) == pytest.approx((0.9, 0.95))


def test_sections_are_nested(knowledge: Knowledge) -> None:
    by_id = {section.section_id: section for section in knowledge.sections}
    nested = {
        section.number: section.parent_section_id and by_id[section.parent_section_id].number
        for section in knowledge.sections
        if section.level
    }
    assert nested["2.1"] == "2"
    assert nested["3.1"] == "3"
    assert nested["3"] is None


def test_goals_and_activities(knowledge: Knowledge) -> None:
    assert [(goal.year, goal.text) for goal in knowledge.goals] == [
        (2024, "Regionen har genomfört två utbyten med en part i Mälardalen."),
        (2024, "Kunskapen om EU har ökat."),
    ]
    activities = {activity.number: activity for activity in knowledge.activities}
    assert activities["1"].text == "Ett besök görs i Bryssel."
    assert activities["1.1"].parent_activity_id == activities["1"].activity_id
    listed = [activity for activity in knowledge.activities if activity.effect]
    assert [activity.title for activity in listed] == ["besöka Gdansk", "bjuda in Riga"]
    assert {activity.themes for activity in listed} == {("folkhälsopolicyn",)}


def test_appointments(knowledge: Knowledge) -> None:
    assert [
        (name_of(knowledge, a.person_id), a.party, a.role, a.body, name_of(knowledge, a.network_id))
        for a in knowledge.appointments
    ] == [
        ("Karl-Erik Åberg", "S", "ledamot", "styrelse", "Union of the Baltic Cities"),
        ("René Ek", "KD", "ersättare", "styrelse", "Union of the Baltic Cities"),
        ("Anna Berg", "M", "ledamot", "ungdomsrådet", "Union of the Baltic Cities"),
        ("René Ek", "KD", "ersättare", "ungdomsrådet", "Union of the Baltic Cities"),
    ]


def test_memberships(knowledge: Knowledge) -> None:
    assert {
        (name_of(knowledge, m.member_id), name_of(knowledge, m.network_id), m.since)
        for m in knowledge.memberships
    } >= {("Region Västmanland", "Central Sweden", "2011")}


def test_project_cost_and_event(knowledge: Knowledge) -> None:
    (project,) = knowledge.projects
    assert project.name == "Vattenvägar"
    assert (str(project.start_date), str(project.end_date)) == ("2023-03-01", "2025-08-31")
    assert name_of(knowledge, project.programme_id) == "Interreg Europe"
    (cost,) = knowledge.costs
    assert (cost.amount, cost.currency, cost.approximate) == (800_000, "SEK", True)
    (event,) = knowledge.events
    assert (str(event.start_date), str(event.end_date)) == ("2024-06-04", "2024-06-05")
    assert name_of(knowledge, event.place_id) == "Visby"


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "# 1. Nätverk",
                    "Mål 2024:",
                    "Planerade aktiviteter",
                    "• ett mål",
                    "2.1. Steg",
                    "\f",
                ),
                *(
                    "Anna Berg (M) är ledamot i ERB:s",
                    "styrelse sedan 2019.",
                    "| Insats | Effekt |",
                ),
                *(
                    "| åka | lärt sig |",
                    "projektet Havsro (Interreg)",
                    "kr 10 000 kr",
                    "3. Slut",
                    "",
                ),
            ]
        ),
        max_size=25,
    )
)
def test_any_order_of_lines_keeps_its_promises(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = understood(text)
    pages = {page.page.number: derive(page.lines).text for page in pages_of(text)}
    ids = {entity.entity_id for entity in found.entities}
    for mention in found.mentions:
        page = pages[mention.page_number]
        assert page[mention.char_start : mention.char_end] == mention.surface != ""
        assert mention.entity_id in ids
    referred = chain.from_iterable((a.person_id, a.network_id) for a in found.appointments)
    assert {key for key in referred if key} <= ids


def test_an_empty_document_is_understood() -> None:
    assert understood("").sections == ()


def test_the_pipeline_is_spacy() -> None:
    assert tuple(load_nlp().pipe_names) == COMPONENTS
