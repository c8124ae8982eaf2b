"""Roles that stand before a name: seats that lead to it, and titles joined to them."""

from tests.knowledge.written import appointed

TOP = "# Protokoll för Region Almvik\n\n"


def test_each_is_chosen_for_the_role_before_the_name() -> None:
    text = (
        "Till ordförande i trafiknämnden valdes Bo Ek (S), till förste vice ordförande Åsa Al (V)"
        " och andre vice ordförande Siv Dal (M)."
    )
    assert appointed(TOP + text) == [
        ("Bo Ek", "S", "ordförande", "trafiknämnden", None),
        ("Åsa Al", "V", "förste vice ordförande", "trafiknämnden", None),
        ("Siv Dal", "M", "andre vice ordförande", "trafiknämnden", None),
    ]


def test_a_title_is_joined_to_a_seat() -> None:
    text = "Bra, säger regionråd i Almvik och vice ordförande i styrgruppen Bo Ek (S)."
    assert appointed(TOP + text) == [
        ("Bo Ek", "S", "vice ordförande", "styrgruppen", None),
        ("Bo Ek", "S", "regionråd", None, None),
    ]


def test_an_office_at_home_is_told_beside_the_new_seat() -> None:
    text = (
        "Siv Ek kommunstyrelsens ordförande i Havsby blir ny ordförande för Euroregion Baltic och"
        " Åsa Al Kommunstyrelsens ordförande i Sundvik blir ny vice ordförande."
    )
    assert appointed(TOP + text)[:3] == [
        ("Siv Ek", None, "ordförande", "kommunstyrelsen", None),
        ("Siv Ek", None, "ordförande", None, "Euroregion Baltic"),
        ("Åsa Al", None, "ordförande", "Kommunstyrelsen", None),
    ]
