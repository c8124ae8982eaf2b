from pathlib import Path

import pytest

from pipeline.lexicon import open_entities
from tests.bench.cases import understand_file
from tests.knowledge.written import appointed, name_of

Row = tuple[str | None, ...]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the title stands below each name
            "Styrelsen\n\nÅsa Ek (S)\n\nOrdförande\n\nBo Al (M)\n\nVice ordförande\n\nCia Dahl (C)",
            [
                ("Åsa Ek", "S", "ordförande", "Styrelsen", None),
                ("Bo Al", "M", "vice ordförande", "Styrelsen", None),
                ("Cia Dahl", "C", "ledamot", "Styrelsen", None),
            ],
        ),
        (  # and above it
            "Styrelsen\n\nOrdförande\n\nÅsa Ek (S)\n\nSekreterare\n\nBo Al (M)",
            [
                ("Åsa Ek", "S", "ordförande", "Styrelsen", None),
                ("Bo Al", "M", "sekreterare", "Styrelsen", None),
            ],
        ),
        (  # what heads those below is no title of the last one above
            "Styrelsen\n\nÅsa Ek (S)\n\nBo Al (M)\n\nErsättare\n\nCia Dahl (C)",
            [
                ("Åsa Ek", "S", "ledamot", "Styrelsen", None),
                ("Bo Al", "M", "ledamot", "Styrelsen", None),
                ("Cia Dahl", "C", "ersättare", "Styrelsen", None),
            ],
        ),
        (
            "Kontakt\n\nUtvecklingsstrateg\n\nAnna Ek\n\nTelefon 0100-11 22 33",
            [("Anna Ek", None, "Utvecklingsstrateg", None, None)],
        ),
    ],
)
def test_titles_beside_names_alone(text: str, expected: list[Row]) -> None:
    assert appointed("Vi arbetar tillsammans.\n\n" + text) == expected


def test_a_title_stands_below_a_name_and_how_it_is_reached() -> None:
    text = "Kontaktpersoner\n\nÅsa Ek, +46 522-69 61 53\n\nChef för strategisk planering\n"
    assert appointed(text) == [("Åsa Ek", None, "Chef för strategisk planering", None, None)]


def test_who_is_asked_has_a_title_alone() -> None:
    text = "Kontaktpersoner\n\nÅsa Ek, pressekreterare, 040-34 11 06\n\nBo Al, 040-34 11 07\n"
    assert appointed(text) == [
        ("Åsa Ek", None, "pressekreterare", None, None),
        ("Bo Al", None, "kontaktperson", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the seat stands below whom the person is of
            "Åsa Ek (S)\n\nRegion Almvik\n\nOrdförande\n\nBo Al (M)\n\nRegion Norrby\n\n"
            "Cia Dahl (C)\n\nRegion Almvik\n\nVice ordförande\n\nTelefon 0100-11 22 33",
            {"Åsa Ek": "ordförande", "Bo Al": "ledamot", "Cia Dahl": "vice ordförande"},
        ),
        (
            "Anna Ek\n\nRegion Almvik\n\n0100-11 22 33 anna.ek@almvik.se\n\nOrdförande\n\n"
            "Bo Al (M)\n\nRegion Norrby",
            {"Anna Ek": "ordförande", "Bo Al": "ledamot"},
        ),
        (  # or above the name
            "Ordförande\n\nÅsa Ek (S)\n\nRegion Almvik\n\nVice ordförande\n\nBo Al (M)\n\n"
            "Region Norrby\n\nLedamot\n\nCia Dahl (C)\n\nRegion Almvik",
            {"Åsa Ek": "ordförande", "Bo Al": "vice ordförande", "Cia Dahl": "ledamot"},
        ),
    ],
)
def test_seats_beside_whom_persons_are_of(text: str, expected: dict[str, str]) -> None:
    told = appointed("Vi arbetar tillsammans.\n\nStyrgruppen\n\n" + text)
    assert {person: role for person, _, role, _, _ in told} == expected


def test_an_office_heads_those_who_work_for_its_network() -> None:
    above = "Sydbygds Brysselkontor\n\nStyrgrupp\n\nBo Al (M)\n\n"
    text = above + "Kontoret i Bryssel\n\nAnna Ek\n\nKontorschef"
    assert appointed(text)[-1] == ("Anna Ek", None, "kontorschef", None, "Sydbygds Brysselkontor")


def test_names_between_lists_head_what_stands_below_them(tmp_path: Path) -> None:
    """Layout takes a name right below a list for one of its items."""
    above = "Här står de uppdrag som de förtroendevalda i regionen har under åren 2023 till 2026."
    lists = (
        "Åsa Ek (S)\n  - ledamot i Eurocities rådet\n  - ersättare i Energy Cities styrelse\n"
        "Bo Al (M)\n  - ordförande i styrelsen för Energy Cities\nSiv By (V)\n  - ombud i POLIS\n"
    )
    path = tmp_path / "plan.txt"
    path.write_text(f"Region Almvik\n\nUppdrag\n\n{above}\n\n{lists}", encoding="utf-8")
    knowledge = understand_file(path, open_entities(), None)
    assert {(name_of(knowledge, a.person_id), a.role) for a in knowledge.appointments} == {
        ("Åsa Ek", "ledamot"),
        ("Åsa Ek", "ersättare"),
        ("Bo Al", "ordförande"),
        ("Siv By", "ombud"),
    }


def test_a_body_below_a_name_heads_the_next() -> None:
    text = "Energy Cities\n\nArbetsgrupp Vatten\n\nÅsa Ek (S)\n\nArbetsgrupp Kultur\n\nBo Al (M)"
    assert appointed(text) == [
        ("Åsa Ek", "S", "ledamot", "Arbetsgrupp Vatten", "Energy Cities"),
        ("Bo Al", "M", "ledamot", "Arbetsgrupp Kultur", "Energy Cities"),
    ]
