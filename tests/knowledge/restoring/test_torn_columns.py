"""Columns of a table that were read behind what else stands on its page."""

import pytest

from tests.knowledge.written import name_of, told_projects, understood

TABLE = """Region Almvik

# Projekt

Projekt Handlar om Program
HAVSVIND vindkraft till havs Interreg Aurora
Kloka träd skötsel av gamla alléer Horisont Europa
Ljusare tider lampor i hamnar Interreg Nord

Projekt som drivs av kommunerna finns inte med här. Tabellen är från 2023.
"""


def costs(text: str) -> list[tuple[str | None, float | None]]:
    return [(cost.subject_text, cost.amount) for cost in understood(text).costs]


@pytest.mark.parametrize("words", ["Egen insats", "Budget", "Regionens andel", "Belopp\n2023"])
def test_sums_that_were_torn_off_belong_to_the_rows_of_the_table(words: str) -> None:
    text = f"{TABLE}\nSidan 4\n\n{words}\n2 150 tkr\n480 tkr\n\n1300 000 kr\n"
    assert costs(text) == [
        ("HAVSVIND", 2_150_000),
        ("Kloka träd", 480_000),
        ("Ljusare tider", 1_300_000),
    ]


def test_years_and_sums_that_were_torn_off_together_are_parted() -> None:
    text = f"{TABLE}\nTid Budget\n2018-2020 1 150 000 kr\n2017-2019 240 000 kr\n2019-2021 2,6 mkr\n"
    assert [sum_ for _, sum_ in costs(text)] == [1_150_000, 240_000, 2_600_000]
    assert [str(project.end_date) for project in understood(text).projects] == [
        "2020-12-31",
        "2019-12-31",
        "2021-12-31",
    ]


def test_sums_for_other_things_than_the_rows_stay_alone() -> None:
    text = f"{TABLE}\nBudget\n2 150 tkr\n480 tkr\n"
    assert not {"HAVSVIND", "Kloka träd", "Ljusare tider"} & {
        subject for subject, amount in costs(text) if amount == 480_000
    }


def test_names_alone_take_what_was_read_behind_another_heading() -> None:
    text = """Region Almvik

# KOSTNADER 2023

Post

Medlemsavgift Euroregion Baltic
Medlemsavgift Energy Cities
Digital kurs för politiker

# KALENDER

Belopp
320 000 kr
6 900 euro
85 000 kr
"""
    knowledge = understood(text)
    assert [(name_of(knowledge, one.subject_id), one.amount) for one in knowledge.costs] == [
        ("Euroregion Baltic", 320_000),
        ("Energy Cities", 6_900),
        (None, 85_000),
    ]


def test_a_table_of_programmes_goes_on_from_the_names_that_stand_alone() -> None:
    text = """Region Almvik

Projekt
HAVSVIND
Kloka träd

Region Almvik deltar i ett nätverk.

Om projektet Program
Vindkraft till havs Interreg Aurora
Skötsel av gamla alléer Horisont Europa
"""
    assert told_projects(text) == [
        ("HAVSVIND", "Vindkraft till havs", "Interreg Aurora"),
        ("Kloka träd", "Skötsel av gamla alléer", "Horisont Europa"),
    ]


def test_a_table_with_names_of_its_own_is_not_torn_off() -> None:
    text = """Region Almvik

| Kortnamn | Tema | Program |
| Kloka träd | skötsel av gamla alléer | Horisont Europa |
| HAVSVIND | vindkraft till havs | Interreg Aurora |

|  | Total budget | Regionens andel |
| HAVSVIND | 1 840 000 euro | 415 000 euro |
| Kloka träd | 33,5 mkr | 9 mkr |
"""
    assert costs(text)[0] == ("HAVSVIND", 1_840_000)


@pytest.mark.parametrize("where", ["Plats", "Var", "Vår"])
def test_places_that_were_torn_off_are_those_of_the_days(where: str) -> None:
    text = f"""Region Almvik

# MÖTEN 2009

Datum Vad
5-6 februari Styrgruppsmöte HPH
26 mars Partnermöte om hälsa
18 november AER:s generalförsamling

Medlemsavgiften är 6 200 euro.

{where}
Linköping
Mariehamn
Kuressaare
"""
    knowledge = understood(text)
    assert [name_of(knowledge, event.place_id) for event in knowledge.events] == [
        "Linköping",
        "Mariehamn",
        "Kuressaare",
    ]
