import pytest

from tests.knowledge.written import appointed

ERB = "Euroregion Baltic"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # groups below a word for all of their seats
            "# Rapportörer i Euroregion Baltic\n\nHär är länets rapportörer.\n\n"
            "Hav och fiske\n\nÅsa Ek (S), Almvik\n\nBo Al (M), Brännby\n\n"
            "Resor och färjor\n\nCia Dahl (C), Almvik\n\nDan Öst (V), Brännby",
            [
                ("Åsa Ek", "S", "rapportör", "Hav och fiske", ERB),
                ("Bo Al", "M", "rapportör", "Hav och fiske", ERB),
                ("Cia Dahl", "C", "rapportör", "Resor och färjor", ERB),
                ("Dan Öst", "V", "rapportör", "Resor och färjor", ERB),
            ],
        ),
        (  # whom persons are of divides them, and their seat goes on
            "# Euroregion Baltic\n\nStyrelsen\n\nLedamöter\n\nÅsa Ek (S)\n\nBo Al (M)\n\n"
            "Landstinget Almvik\n\nCia Dahl, Landstinget Almvik\n\nDan Öst, Landstinget Almvik",
            [
                ("Åsa Ek", "S", "ledamot", "Styrelsen", ERB),
                ("Bo Al", "M", "ledamot", "Styrelsen", ERB),
                ("Cia Dahl", None, "ledamot", "Styrelsen", ERB),
                ("Dan Öst", None, "ledamot", "Styrelsen", ERB),
            ],
        ),
    ],
)
def test_everybody_in_a_list_has_a_seat(text: str, expected: list[tuple[str | None, ...]]) -> None:
    assert appointed(text) == expected


def test_nobody_is_listed_alone_or_in_running_text() -> None:
    assert appointed("# Nyheter\n\nFoto: Åsa Ek\n\nDet var Bo Al och Cia Dahl som ringde.") == []


def test_those_counted_up_with_a_chair_are_the_members() -> None:
    text = (
        "Med på resan var Åsa Ek (S), kommunstyrelsens ordförande; Bo Al (M), oppositionsråd; "
        "Eva Dahl (C); Dan Öst (V)."
    )
    told = {(row[0], row[2], row[3]) for row in appointed(text)}
    assert told >= {
        ("Eva Dahl", "ledamot", "kommunstyrelsen"),
        ("Dan Öst", "ledamot", "kommunstyrelsen"),
    }


@pytest.mark.parametrize("label", ["Deltagare", "13.30 Samtal om havet"])
def test_who_comes_or_speaks_has_no_seat(label: str) -> None:
    assert appointed(f"# Euroregion Baltic\n\n{label}\n\nÅsa Ek (S)\n\nBo Al (M)") == []


def test_a_decision_chooses_those_of_the_lists_below_its_parts() -> None:
    text = (
        "Protokoll från regionfullmäktige i Region Almvik\n\n# Regionfullmäktige beslutar\n\n"
        "1. att för 2019 utse följande personer till styrelsen för Euroregion Baltic:\n"
        "• Åsa Ek (S), ordförande\n• Maj-Lis Al (M)\n\nmed följande ersättare:\n• Eva Dahl (C)\n\n"
        "2. att till Gränsrådet Tolvmila utse\n• Bo Öst (V), ledamot\n"
        "3. att utse Siv By (L) till revisor i ERRIN."
    )
    assert appointed(text) == [
        ("Åsa Ek", "S", "ordförande", "styrelsen", ERB),
        ("Maj-Lis Al", "M", "ledamot", "styrelsen", ERB),
        ("Eva Dahl", "C", "ersättare", "styrelsen", ERB),
        ("Bo Öst", "V", "ledamot", None, "Gränsrådet Tolvmila"),
        ("Siv By", "L", "revisor", None, "ERRIN"),
    ]


def test_each_decision_leads_to_its_own_list() -> None:
    text = (
        "# Protokoll för Region Almvik 2026\n\nRegionstyrelsen beslutar\n\n"
        "att till Euroregion Baltic utse\n\n– Åsa Ek (S), ledamot i rådet för unga och för kultur "
        "i de delar av länet som ligger vid havet\n\n"
        "att till Energy Cities utse\n\n– Bo Al (M), ledamot"
    )
    assert [(row[0], row[4]) for row in appointed(text)] == [
        ("Åsa Ek", ERB),
        ("Bo Al", "Energy Cities"),
    ]
