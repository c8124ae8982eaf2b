"""Projects that a text about several of them names in passing."""

import pytest

from tests.knowledge.written import told_projects

TOP = "# Nya projekt\n\nFyra nya projekt i Norrland har fått stöd från Interreg Aurora.\n\n"
AURORA = "Interreg Aurora"


def test_a_row_of_names_with_what_each_shall_do() -> None:
    text = (
        "Bland övriga projekt finns Vik4Fågel som ska göra vikarna tystare, KAJEN och VarmIs, som"
        " alla ska arbeta med varma hamnar."
    )
    assert told_projects(TOP + text) == [
        ("Vik4Fågel", "göra vikarna tystare", AURORA),
        ("KAJEN", "arbeta med varma hamnar", AURORA),
        ("VarmIs", "arbeta med varma hamnar", AURORA),
    ]


def test_one_of_several_is_set_off_by_commas() -> None:
    text = "Ett av de godkända projekten som vi följer, HAVSRO, syftar till att göra vikarna tysta."
    assert told_projects(TOP + text) == [("HAVSRO", "göra vikarna tysta", AURORA)]


def test_a_name_by_its_form_begins_a_sentence() -> None:
    text = (
        "I VIK-RO samarbetar byar för att skydda fåglar. VarmKaj ska värma hamnar med spillvärme."
    )
    assert told_projects(TOP + text) == [
        ("VIK-RO", "skydda fåglar", AURORA),
        ("VarmKaj", "värma hamnar med spillvärme", AURORA),
    ]


def test_names_in_brackets_behind_what_they_are_about() -> None:
    text = (
        "Vi medverkar i projekt inom områden som t.ex. tystare vikar (Havsro), varma kajer (VarmKaj"
        " och VarmKaj-2) och språk (Ordflod)."
    )
    assert [(name, told) for name, told, _ in told_projects("# Rapport\n\n" + text)] == [
        ("Havsro", "tystare vikar"),
        ("VarmKaj", "varma kajer"),
        ("VarmKaj-2", "varma kajer"),
        ("Ordflod", "språk"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bland övriga projekt finns det som ska göra vikarna tystare.",
        "Region Almvik ska arbeta med varma hamnar. Målet ska nås.",
        "Vi deltar i projekt om vatten (se bilaga 2).",
    ],
)
def test_what_names_none(text: str) -> None:
    assert told_projects(TOP + text) == []


def test_what_a_name_in_a_row_is_about_is_no_part_of_it() -> None:
    text = "Vi driver fyra nya projekt, till exempel Havsro om tystare vikar och VarmKaj om is."
    assert "Havsro om tystare vikar" not in [name for name, _, _ in told_projects(TOP + text)]
