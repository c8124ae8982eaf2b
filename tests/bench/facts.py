"""What plans tell as comparable facts: as understood, and as their gold has it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from pipeline.lexicon import EntityLexicon, name_key, open_entities
from pipeline.model.rows import DocumentRow, DocumentType, Knowledge

# The samples' gold names networks in full, also in documents that only use an older name.
_FULL_NAMES = {
    "Östra Götalands Brysselkontor": "Östra Götaland European Office",
    "Brysselkontoret": "Östra Götaland European Office",
    "digitalt": "",  # no place to lead to
}
Facts = frozenset[tuple[str, ...]]


class Case(NamedTuple):
    """A document with its gold, by table."""

    name: str
    knowledge: Knowledge
    gold: Mapping[str, Facts]


def facts(knowledge: Knowledge) -> dict[str, Facts]:
    """Return what was understood as comparable tuples by table."""
    names = {entity.entity_id: entity.name for entity in knowledge.entities}
    sections = {row.section_id: row.number or row.heading for row in knowledge.sections}
    found: dict[str, Iterable[tuple[object, ...]]] = {
        "appointments": (
            (names[a.person_id], a.party, a.role, _body(a.body), names.get(a.network_id or ""))
            for a in knowledge.appointments
        ),
        "represented": (
            (names[a.person_id], a.role, names.get(a.organisation_id or ""))
            for a in knowledge.appointments
        ),
        "seat years": (
            (names[a.person_id], a.role, names.get(a.network_id or ""), a.year)
            for a in knowledge.appointments
        ),
        "memberships": (
            (_governor(names[m.member_id]), names[m.network_id], m.since)
            for m in knowledge.memberships
        ),
        "projects": (
            (p.name, p.description, names.get(p.funder_id or "")) for p in knowledge.projects
        ),
        "goals": ((g.year, sections.get(g.section_id or ""), g.text) for g in knowledge.goals),
        "activities": (
            (sections.get(a.section_id or ""), a.number, a.title)
            for a in knowledge.activities
            if not a.effect
        ),
        "effects": (
            (sections.get(a.section_id or ""), a.title, *a.effect)
            for a in knowledge.activities
            if a.effect
        ),
        "costs": (
            (c.subject_text, c.year, c.amount, c.currency, c.fte_percent) for c in knowledge.costs
        ),
        "events": (
            (e.start_date, e.end_date, names.get(e.place_id or "")) for e in knowledge.events
        ),
        "sections": ((s.number, s.heading, s.level) for s in knowledge.sections if s.level),
        "document": _document(knowledge.document, names),
    }
    return {table: frozenset(map(_plain, rows)) for table, rows in found.items()}


COLUMNS = {
    "appointments": ("person", "party", "role", "body", "network"),
    "memberships": ("member", "network", "since"),
    "projects": ("project", "description", "funder"),
    "goals": ("year", "section", "text"),
    "activities": ("section", "number", "title"),
    "costs": ("subject", "year", "amount", "currency", "fte_percent"),
    "events": ("start_date", "end_date", "place"),
    "sections": ("number", "heading", "level"),
    "document": ("title", "document_type", "organisation", "year_from", "year_to", "document_date"),
}
OF_SEATS = {
    "represented": ("person", "role", "organisation"),
    "seat years": ("person", "role", "network", "year"),
}
"""What the gold of appointments tells more of, where it has the columns for it."""
OF_SAMPLES = frozenset({"sections", "document"})
"""Tables that only the samples have gold of."""
# What the gold calls a document, and the type that it is of.
_TYPES: Mapping[str, DocumentType] = {
    "aktivitetsplan": "action_plan",
    "handlingsplan": "action_plan",
    "verksamhetsplan": "action_plan",
    "plan": "strategy",
    "program": "strategy",
    "strategi": "strategy",
    "årsrapport": "report",
    "webbsida": "web_page",
    "förteckning": "other",
    "projektkatalog": "other",
}


def _document(row: DocumentRow, names: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
    """Yield each thing told of the document as a fact of its own: the field and its value."""
    yield "title", row.title
    yield "document_type", row.document_type
    yield "organisation", names.get(row.organisation_id or "")
    yield "year_from", row.year_from
    yield "year_to", row.year_to
    yield "document_date", row.document_date


def gold_facts(table: str, rows: Iterable[Mapping[str, str]]) -> Facts:
    """Return the gold of a table in the same form."""
    if table == "document":
        return frozenset(
            _plain((field, _TYPES.get(row[field], row[field])))
            for row in rows
            for field in COLUMNS["document"]
        )
    if table == "effects":
        return frozenset(
            _plain((row["section"], insats, *row["effects"].split(" | ")))
            for row in rows
            for insats in _insatser(row["insats"])
        )
    return _of_columns(COLUMNS[table], rows)


def gold_of_seats(appointments: Sequence[Mapping[str, str]]) -> dict[str, Facts]:
    """Return whom seats are for and of which years they are, as far as the gold tells of it."""
    told = set(appointments[0]) if appointments else set()
    return {
        table: _of_columns(columns, appointments)
        for table, columns in OF_SEATS.items()
        if told.issuperset(columns)
    }


def _of_columns(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> Facts:
    return frozenset(_plain(_cell(column, row[column]) for column in columns) for row in rows)


def _cell(column: str, text: str) -> str:
    if column == "body":
        return _body(text)
    return _governor(text) if column == "member" else text


def _governor(name: str) -> str:
    """Return who governs a place that is called a member: `Habo` is `Habo kommun`.

    Readers write down what a text says, which is often a town's or an island's name alone.
    """
    lexicon = open_entities_once()
    code = next((thing.code for thing in lexicon.named(name) if thing.type == "place"), None)
    governing = (
        thing
        for thing in lexicon.entities
        if thing.type == "organisation"
        and thing.code == code
        and not thing.name.startswith("Länsstyrelsen")
    )
    towns = (*lexicon.named(f"{name} kommun"), *lexicon.named(f"{name}s kommun"))
    found = next(governing, None) if code else next(iter(towns), None)
    return found.name if found else name


def _insatser(cell: str) -> list[str]:
    first, *rest = cell.split(" | ")
    return [" ".join([first, *rest])] if first.endswith(":") else [first, *rest]


def _plain(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(_number(name_key(_canonical(str(value or "")))) for value in values)


def _canonical(name: str) -> str:
    """Return the canonical name where a gold uses an alias, be it one that needs its cues in text.

    Such an alias is led to its name if a single thing of the lexicon has it: `Sida`.
    """
    known = open_entities_once().named(name)
    if known:
        return known[0].name
    return _FULL_NAMES.get(name, _guarded_names().get(name_key(name), name))


@cache
def _guarded_names() -> Mapping[str, str]:
    """Return the canonical names by the keys of guarded aliases that one thing alone has."""
    things: dict[str, set[str]] = {}
    for entity in open_entities_once().entities:
        for guard in entity.guards:
            things.setdefault(name_key(guard.alias), set()).add(entity.name)
    return {key: next(iter(names)) for key, names in things.items() if len(names) == 1}


def _number(text: str) -> str:
    return text.removesuffix(".0")


def _body(name: str | None) -> str:
    """Return a body without its definite ending, so that a gold may be either."""
    words = (name or "").casefold().split()
    return " ".join(word.removesuffix("s").rstrip("etn") for word in words)


@cache
def open_entities_once() -> EntityLexicon:
    """Return the entity lexicon, read once."""
    return open_entities()
