"""Projects in lists, rows, stacks of lines and boxes of facts."""

from datetime import date

import pytest

from pipeline.knowledge.relations.projects.entries import read_entry
from tests.knowledge.written import name_of, told_projects, understood

TOP = "# Rapport för Region Almvik\n\n"
Row = tuple[str, str | None, str | None]


def _told(text: str) -> list[Row]:
    found = understood(TOP + text)
    rows = [(p.name, p.description, name_of(found, p.funder_id)) for p in found.projects]
    return sorted(rows, key=lambda row: row[0])


BOTH: list[Row] = [
    ("Havsro", "tystare vikar", "Interreg Nord"),
    ("Kallkraft", "fjärrkyla från sjöar", "LIFE"),
]


@pytest.mark.parametrize(
    "text",
    [
        "# Projekt\n\n• Havsro, Interreg Nord, tystare vikar\n"
        "• Kallkraft, LIFE, fjärrkyla från sjöar",
        "# Projekt\n\n• Interreg Nord: Havsro – tystare vikar\n"
        "• LIFE: Kallkraft – fjärrkyla från sjöar",
        "# EU-projekt\n\n# Interreg Nord\n\n• Havsro – tystare vikar\n\n# LIFE\n\n"
        "• Kallkraft – fjärrkyla från sjöar",
        "Vi deltar i två projekt: Havsro (tystare vikar, Interreg Nord) och"
        " Kallkraft (fjärrkyla från sjöar, LIFE).",
        "# Projekt\n\nHavsro – tystare vikar (Interreg Nord)\n"
        "Kallkraft – fjärrkyla från sjöar (LIFE)",
    ],
)
def test_two_projects(text: str) -> None:
    assert _told(text) == BOTH


def test_a_table_that_lost_its_columns() -> None:
    lines = ["Havsro", "Tystare vikar", "Interreg Nord", "2,5 mkr"]
    lines += ["Kallkraft", "Fjärrkyla från sjöar", "LIFE", "3 mkr"]
    assert _told("# Projekt i gång\n\n" + "\n\n".join(lines)) == [
        ("Havsro", "Tystare vikar", "Interreg Nord"),
        ("Kallkraft", "Fjärrkyla från sjöar", "LIFE"),
    ]


def test_a_row_shares_its_funder() -> None:
    text = (
        "Vi har två projekt inom Interreg Nord: Havsro om tystare vikar och Isfri om varma kajer."
    )
    assert _told(text) == [
        ("Havsro", "tystare vikar", "Interreg Nord"),
        ("Isfri", "varma kajer", "Interreg Nord"),
    ]


def test_names_alone_where_the_lead_says_that_they_follow() -> None:
    text = "Följande projekt har genomförts:\n\n• Good harvest, 2009\n• Clean water 2011-2012"
    assert _told(text) == [("Clean water", None, None), ("Good harvest", None, None)]


def test_no_names_where_it_does_not() -> None:
    text = "Projekt kan få stöd inom:\n\n• Kultur och fritid\n• Hållbar energi"
    assert _told(text) == []


def test_lines_with_a_clause_below_a_lead() -> None:
    text = "De två projekten är:\n\nHavsro, som samlar hamnar.\n\nIsfri, som prövar varma kajer."
    assert _told(text) == [
        ("Havsro", "samlar hamnar", None),
        ("Isfri", "prövar varma kajer", None),
    ]


def test_facts_stand_below_a_paragraph() -> None:
    text = (
        "# Våra projekt\n\n• Havsro\n\nMålet är att ge tystare vikar.\n\n"
        "Lead partner: Region Almvik\n\nProgram: Interreg Nord"
    )
    assert _told(text) == [("Havsro", "ge tystare vikar", "Interreg Nord")]


def test_labels_on_lines_of_their_own() -> None:
    text = "Havsro\n\nVi prövar båtar.\n\nProjektperiod\n\n2015–2020\n\nFinansiering\n\n"
    (project,) = understood(TOP + text + "Det kommer från Interreg Nord").projects
    assert (project.name, project.start_date) == ("Havsro", date(2015, 1, 1))


def test_an_application_is_a_project_by_its_label() -> None:
    text = "Projektnamn: Havsro\nSökande: Region Almvik\nAnsökt belopp: 3 212 324"
    assert _told(text) == [("Havsro", None, None)]


@pytest.mark.parametrize("name", ["Vi vågar", "hej granne", "Så fri", "Tåg 4 All"])
def test_a_dash_in_a_list_of_projects_sets_off_any_name(name: str) -> None:
    text = f"# Pågående projekt\n\n• {name} – boende utan våld (Interreg Aurora, 2024, 90 000 euro)"
    knowledge = understood(f"# Plan för Region Almvik\n\n{text}")
    assert [(p.name, p.description) for p in knowledge.projects] == [(name, "boende utan våld")]
    assert [c.subject_text for c in knowledge.costs] == [name]


def test_other_items_with_a_funder_are_no_projects() -> None:
    text = "# Pågående projekt\n\n• Finansiering – Interreg Aurora\n• Mål 2024: tio i Erasmus+"
    assert understood(f"# Plan för Region Almvik\n\n{text}").projects == ()


def test_who_pays_in_a_compound_with_projects() -> None:
    found = understood(
        "# Sök medel\n\nLIFE är EU:s miljöprogram, som kommuner kan söka.\n\n"
        "# Exempel på LIFE-projekt i Sverige\n\n"
        "LIFE MOSSE: Restoring mires in the north med bland annat Länsstyrelsen i Gävleborg.\n\n"
        "LIFE KUST: Better coastal waters med Almviks kommun\n"
    )
    assert [(p.name, p.description, name_of(found, p.funder_id)) for p in found.projects] == [
        ("LIFE MOSSE", "Restoring mires in the north", "LIFE"),
        ("LIFE KUST", "Better coastal waters", "LIFE"),
    ]


def test_lines_of_names_with_who_pays() -> None:
    text = "# Pågående projekt\n\nTystare vikar (Interreg Nord)\nKallkraft (Nordisk kulturfond)"
    assert _told(text) == [
        ("Kallkraft", None, "Nordiska kulturfonden"),
        ("Tystare vikar", None, "Interreg Nord"),
    ]


def test_who_pays_behind_a_label_within_an_entry() -> None:
    text = (
        "# Ansökningar\n\nÅsa Ek föredrar två ansökningar.\n\n"
        "1. Flis över sundet. Gemensam terminal för bränsle. Sökande är Almviks kommun."
        " Program: Interreg Nord. Total kostnad 56 000 kr.\n"
        "2. Skolan som nav. Kvällsöppet för hela bygden. Sökande är Sundby kommun."
        " Finansiär: Europeiska socialfonden."
    )
    assert told_projects(text) == [
        ("Flis över sundet", "Gemensam terminal för bränsle", "Interreg Nord"),
        ("Skolan som nav", "Kvällsöppet för hela bygden", "Europeiska socialfonden"),
    ]


def test_an_entry_ends_the_titled_project_above_it() -> None:
    text = (
        "# Projekt som vi leder\n\n"
        "Blå kajer – laddning av småbåtar (Interreg Nord)\n\nLeds av Almviks kommun.\n\n"
        "Kloka hus – tystare pannrum (LIFE) Leds av Sundby kommun. Det kostar 40 000 kr.\n\n"
        "Varma händer – utbyte i hemtjänsten (Erasmus+)\n\nLeds av Region Almvik."
    )
    assert {name for name, _, _ in told_projects(text)} == {
        "Blå kajer",
        "Kloka hus",
        "Varma händer",
    }


@pytest.mark.parametrize("state", ["Avslutade under året", "Löpande", "På väg in", "Planerade"])
def test_a_heading_that_says_how_far_projects_have_come_is_none(state: str) -> None:
    text = (
        f"# 5. Projekt\n\n# 5.1 {state}\n\n"
        "Havsro. Tystare vikar. Interreg Nord sköt till 60 procent av 7,4 mkr.\n"
        "Kallkraft. Fjärrkyla från sjöar. Betalas av LIFE. Regionen lägger in 300 tkr."
    )
    assert [(name, payer) for name, _, payer in _told(text)] == [(n, f) for n, _, f in BOTH]


@pytest.mark.parametrize("by", ["Medel ur", "Stöd från", "Betalas av", "Med bidrag från"])
def test_words_that_say_who_pays_begin_no_entry(by: str) -> None:
    assert read_entry(f"{by} fjärde ramprogrammet, 240 000 ecu.", ()) is None


@pytest.mark.parametrize("name", ["Ta steget", "Gå vidare", "Hitta hem"])
def test_a_call_of_two_words_is_a_name_where_it_is_explained_and_paid_for(name: str) -> None:
    lead = "# Insatser\n\nRegion Almvik deltar i följande projekt:\n\n"
    assert _told(f"{lead}• {name}, boende utan våld (LIFE)") == [(name, "boende utan våld", "LIFE")]
    assert _told(f"{lead}• {name} i alla kommuner, tillsammans med andra (LIFE)") == []
    assert _told(f"{lead}• {name}, boende utan våld") == []


@pytest.mark.parametrize("told", ["stöd till unga", "stöd åt anhöriga som vårdar en granne"])
def test_support_for_somebody_is_what_a_project_is_about(told: str) -> None:
    lead = "# Insatser\n\nRegion Almvik deltar i följande projekt:\n\n"
    text = f"{lead}• Hemma hos, {told}. Projektet finansieras av LIFE."
    assert _told(text) == [("Hemma hos", told, "LIFE")]


@pytest.mark.parametrize("payer", ["Kustkommittén", "Almvikskommittén", "Svenska institutet"])
def test_a_sentence_of_a_project_that_a_network_or_anybody_pays_for(payer: str) -> None:
    text = (
        "# Lägesrapport om projekt\n\nBo Al rapporterar om de projekt som regionen deltar i.\n\n"
        f"Vård i Vika avser kurser i Litauen. Projektet finansieras av {payer}."
    )
    assert _told(text) == [("Vård i Vika", "kurser i Litauen", payer)]
