"""Projects that a text about several tells one a sentence."""

import pytest

from tests.knowledge.written import told_projects

TOP = "# Rapport för Region Almvik 2024\n\n# Projekt\n\nFyra projekt har regionen som part. "


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Störst är Glasleden, som utvecklar gemensamma resmål i Sverige, Polen och Litauen och"
            " har beviljats 480 000 euro ur Interreg Europe.",
            ("Glasleden", "utvecklar gemensamma resmål i Sverige, Polen och Litauen"),
        ),
        (
            "I Trähus för alla prövas högre hus i trä, med medel från Interreg Europe.",
            ("Trähus för alla", "högre hus i trä"),
        ),
        (
            "I KLOK KAJ, med stöd av Interreg Europe, prövas lampor som ser båtarna.",
            ("KLOK KAJ", "lampor som ser båtarna"),
        ),
        (
            "Interreg Europe betalar Händer som talar, en utbildning av tolkar i vården, med 64 000"
            " euro.",
            ("Händer som talar", "utbildning av tolkar i vården"),
        ),
        (
            "Ur Interreg Europe har Frisk personal, handledning för biträden, fått 2 300 tkr.",
            ("Frisk personal", "handledning för biträden"),
        ),
        (
            "Ur programmet Interreg Europe kommer hälften av de 4 mkr som satsas på Vård utan tull,"
            " ett försök med gemensam larmcentral.",
            ("Vård utan tull", "försök med gemensam larmcentral"),
        ),
        (
            "Det fjärde projektet heter Gruvluft; det är en studie av damm och får stöd av Interreg"
            " Europe.",
            ("Gruvluft", "studie av damm"),
        ),
        (
            "Slutligen har Bibliotek i rörelse, ett utbyte mellan bokbussar, haft 1,1 miljoner"
            " kronor från Interreg Europe.",
            ("Bibliotek i rörelse", "utbyte mellan bokbussar"),
        ),
        (
            "Almviks hamn leder Varmstart, ett försök med lager i berg, för vilket Interreg Europe"
            " har beviljat 14,2 miljoner kronor.",
            ("Varmstart", "försök med lager i berg"),
        ),
        (
            "Projektet Två kajer, i vilket pensionärer från Almvik minns hamnen, får 40 tkr av"
            " Interreg Europe.",
            ("Två kajer", "pensionärer från Almvik minns hamnen"),
        ),
        (
            "Vassbruk, skörd av vass till tak, hör till Interreg Europe, och regionen betalar 41"
            " 000 euro.",
            ("Vassbruk", "skörd av vass till tak"),
        ),
    ],
)
def test_each_sentence_sets_a_name_off(sentence: str, expected: tuple[str, str]) -> None:
    assert told_projects(TOP + sentence) == [(*expected, "Interreg Europe")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kontoret, som leder arbetet, har fått 2 mkr från LIFE.",
        "Till hamnen gick pengar ur LIFE. Hamnen, en av de största, betalar resten.",
        "I september inleddes i stället samtal, en rad möten, med medel från LIFE.",
    ],
)
def test_what_a_text_about_projects_tells_of_others(sentence: str) -> None:
    assert told_projects(TOP + sentence) == []


def test_names_that_no_text_about_projects_tells() -> None:
    text = "# Rapport för Region Almvik 2024\n\n# Avgifter\n\nGrönbo, ett hus i Åby, betalar LIFE."
    assert told_projects(text) == []
