"""Projects that only who pays for them, or the list that they stand in, tells to be such."""

import pytest

from tests.knowledge.written import told_projects, understood

TOP = "# Handlingsplan för Region Almvik 2024\n\n"


def _projects(text: str) -> list[tuple[str, str | None, str | None]]:
    return sorted(told_projects(TOP + text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I mars startade SLÄPVAGN, cykelbud på öarna, med medel från Interreg Nord.",
            ("SLÄPVAGN", "cykelbud på öarna", "Interreg Nord"),
        ),
        (
            "Med stöd av Erasmus+ genomförs kockutbytet Salta fingrar under två år.",
            ("Salta fingrar", None, "Erasmus+"),
        ),
        (
            "# 3.2 Initiativet Ljusa stigar\n\nInitiativet finansieras av URBACT.",
            ("Ljusa stigar", None, "URBACT"),
        ),
    ],
)
def test_who_pays_tells_a_project(text: str, expected: tuple[str, str | None, str]) -> None:
    assert _projects(text) == [expected]


def test_what_nobody_pays_for() -> None:
    assert _projects("Vi deltar i språkutbytet Salta fingrar, som hålls i maj.") == []


def test_a_row_of_names_and_funders() -> None:
    found = _projects("Vi är med i Blue Kitchens (Erasmus+), Torr källare (LIFE) och Bro (URBACT).")
    assert {("Torr källare", None, "LIFE"), ("Bro", None, "URBACT")} <= set(found)


def test_items_that_say_who_does_what_in_a_project() -> None:
    text = (
        "Tre förvaltningar medverkar i projekt inom Interreg Nord:\n\n"
        "– Museet är partner i Frusna spår, ett projekt om renvägar.\n"
        "– Hamnen samordnar CALM KEELS, som handlar om tystare motorer.\n"
    )
    assert _projects(text) == [
        ("CALM KEELS", "tystare motorer", "Interreg Nord"),
        ("Frusna spår", "renvägar", "Interreg Nord"),
    ]


def test_who_pays_is_the_heading() -> None:
    text = (
        "# Interreg Aurora\n\n| Projekt | Budget |\n| Isfri led | 90 000 kr |\n| Vårflod | 1 mkr |"
    )
    assert [(name, funder) for name, _, funder in _projects(text)] == [
        ("Isfri led", "Interreg Aurora"),
        ("Vårflod", "Interreg Aurora"),
    ]


@pytest.mark.parametrize("paid", ["Finansieras med medel ur Artikel 12", "Stöd från Leader II"])
def test_who_pays_in_a_sentence_without_subject(paid: str) -> None:
    (project,) = _projects(f"Läget är gott.\n\nMjölkpallen. Nya lokala kaféer. {paid}.")
    assert project[:2] == ("Mjölkpallen", "Nya lokala kaféer")
    assert project[2]


def test_a_name_is_as_long_as_the_title_that_ends_with_it() -> None:
    text = "# Bidrag till projektet Hitta en granne\n\nProjektet Hitta en granne stöds av LIFE."
    assert [name for name, _, _ in _projects(text)] == ["Hitta en granne"]


@pytest.mark.parametrize(
    ("short", "full"),
    [("Central Baltic", "Interreg Central Baltic"), ("Nordsjön", "Interreg Nordsjön")],
)
def test_a_programme_by_its_short_name(short: str, full: str) -> None:
    box = f"# Projekt\n\nHavsdimma\nVad: säkrare leder\nFinansiär: {short}\nTid: 2021–2023\n"
    assert ("Havsdimma", "säkrare leder", full) in _projects(box)


def test_names_explained_between_commas_share_the_funder_told_in_the_end() -> None:
    text = (
        "Vi är med i Frost på burk, lagring av snö för skidspår, och i Fjällsång, körer för nya "
        "svenskar, båda med stöd av Erasmus+."
    )
    assert _projects(text) == [
        ("Fjällsång", "körer för nya svenskar", "Erasmus+"),
        ("Frost på burk", "lagring av snö för skidspår", "Erasmus+"),
    ]


def test_places_explained_between_commas_are_no_projects() -> None:
    assert _projects("Stödet går till Luleå, länets största hamn, från Interreg Nord.") == []


def test_a_programmes_own_report_pays_for_the_projects_that_it_lists() -> None:
    text = (
        "# INTERREG NORD 2021–2027\n\n"
        "| Projekt | Ämne | Projektägare | Stöd, euro |\n"
        "| Isvakt | Mätning av is med satellit | Region Almvik | 310 000 |\n"
        "| Renens väg | Flyttleder över gränsen | Kulla kommun | 95 000 |\n"
    )
    knowledge = understood(text)
    names = {entity.entity_id: entity.name for entity in knowledge.entities}
    assert [(p.name, names.get(p.funder_id or "")) for p in knowledge.projects] == [
        ("Isvakt", "Interreg Nord"),
        ("Renens väg", "Interreg Nord"),
    ]
    assert {(c.subject_text, c.amount, c.currency) for c in knowledge.costs} == {
        ("Isvakt", 310_000, "EUR"),
        ("Renens väg", 95_000, "EUR"),
    }


@pytest.mark.parametrize(
    ("text", "project"),
    [
        (
            "Störst är Isvakt, mätning av tunn is, där Interreg Nord står för 3 miljoner kronor.",
            ("Isvakt", "mätning av tunn is", "Interreg Nord"),
        ),
        (
            "Det andra är Isvakt, mätning av tunn is, där Interreg Nord bidrog med 90 000 euro.",
            ("Isvakt", "mätning av tunn is", "Interreg Nord"),
        ),
        (
            "Till det kommer Ljudet av is, en körskola för barn, som fått 220 tkr av Erasmus+.",
            ("Ljudet av is", "en körskola för barn", "Erasmus+"),
        ),
        (
            "Vi leder Slingan, en app för cyklister, med 2,1 mkr från Interreg Nord.",
            ("Slingan", "en app för cyklister", "Interreg Nord"),
        ),
        (
            "Vi leder också Två stränder, ett utbyte för lärare, med pengar från Erasmus+.",
            ("Två stränder", "ett utbyte för lärare", "Erasmus+"),
        ),
        (
            "Ytterligare ett projekt, Ljus i mörker, handlar om skolvägar och får 9 tkr av LIFE.",
            ("Ljus i mörker", "skolvägar", "LIFE"),
        ),
        (
            "Slutligen har det så kallade Isvakt, mätning av is, fått 62 tkr från Interreg Nord.",
            ("Isvakt", "mätning av is", "Interreg Nord"),
        ),
        (
            "Ett samarbete med Narva om rening av vatten, Klara vikar, har bekostats av LIFE.",
            ("Klara vikar", "rening av vatten", "LIFE"),
        ),
    ],
)
def test_what_sums_tell_to_be_paid_is_a_project(text: str, project: tuple[str, str, str]) -> None:
    assert _projects(text) == [project]


def test_an_article_leads_to_no_description_without_a_sum() -> None:
    assert _projects("Stödet går till Ljudet av is, en kör, och betalas av Erasmus+.") == []


def test_a_preposition_that_begins_a_sentence_begins_no_name() -> None:
    text = "# Projekt\n\nGenom Lärkan, vård av fågel, har vi fått 1,1 mkr från LIFE."
    assert not any(name.startswith("Genom") for name, *_ in _projects(text))
