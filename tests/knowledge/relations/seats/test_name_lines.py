import pytest

from tests.knowledge.written import appointed

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
