from pipeline.knowledge.restoring.fact_columns import facts_by_columns
from tests.knowledge.written import name_of, told_projects, understood

LABELS = ["Program", "Total budget", "Ledande stad", "Period"]
VALUES = ["Interreg Nord", "3,2 mkr", "Almvik", "2016–2018"]
BRIDGES = "\n\n".join(["# BROLYFT", "# Utbyte av erfarenheter mellan brobyggare", *LABELS, *VALUES])
SEA = [
    "# HAVSRO",
    "# Tystare motorer i hamnen",
    *LABELS,
    "LIFE",
    "450 000 euro",
    "Bovik",
    "maj 2015–2017",
]
CATALOGUE = f"# Projekt i Almvik\n\n{BRIDGES}\n\n" + "\n\n".join(SEA)


def test_values_follow_their_labels() -> None:
    assert list(facts_by_columns(["HAVSRO", *LABELS, *VALUES])) == [[range(1, 5), range(5, 9)]]
    dated = ["Projektägare:", "Program:", "Budget:", "Start:", "Region Almvik", "LIFE"]
    assert list(facts_by_columns([*dated, "900 000", "2019"])) == [[range(4), range(4, 8)]]


def test_sums_and_years_stand_where_they_are_told() -> None:
    moved = ["Interreg Nord", "Almvik", "3,2 mkr", "2016–2018"]
    assert not list(facts_by_columns([*LABELS, *moved]))
    assert not list(facts_by_columns([*LABELS, *VALUES[:-1], "Åsa Ek"]))


def test_rows_of_a_table_are_no_facts() -> None:
    assert not list(facts_by_columns([*LABELS, *VALUES, "LIFE", "90 000 kr", "Bovik", "2014"]))


def test_facts_are_of_the_project_above_them() -> None:
    assert told_projects(CATALOGUE) == [
        ("BROLYFT", "Utbyte av erfarenheter mellan brobyggare", "Interreg Nord"),
        ("HAVSRO", "Tystare motorer i hamnen", "LIFE"),
    ]
    knowledge = understood(CATALOGUE)
    told = {(name_of(knowledge, c.subject_id), c.amount, c.currency) for c in knowledge.costs}
    assert told == {("BROLYFT", 3_200_000, "SEK"), ("HAVSRO", 450_000, "EUR")}
