import pytest

from tests.knowledge.relations.seats.test_appointments import ERB
from tests.knowledge.written import appointed

Row = tuple[str | None, ...]


def seats(text: str) -> set[Row]:
    """Return person and role of each appointment, whatever the body."""
    return {(row[0], row[2]) for row in appointed(text)}


def test_below_a_label_small_letters_stand_behind_names() -> None:
    text = (
        "ERB:s styrelse Beslutande: Malin Ek (S), ordförande Åsa Al (M) Bo Dahl (C) tjänstgörande "
        "ersättare Kurt Berg (L) Ersättare: Lena Holm (S) Sven Lind (M) Övriga: Karin Sund (KD) "
        "Ulf Lago, kanslichef"
    )
    assert seats(text) == {
        ("Malin Ek", "ordförande"),
        ("Åsa Al", "ledamot"),
        ("Bo Dahl", "ersättare"),
        ("Kurt Berg", "ledamot"),
        ("Lena Holm", "ersättare"),
        ("Sven Lind", "ersättare"),
        ("Ulf Lago", "kanslichef"),
    }


def test_where_the_list_begins_with_a_role_roles_stand_before_names() -> None:
    text = (
        "ERB:s styrelse: Ordförande Malin Ek (S) Vice ordförande Åsa Al (M) Ledamöter Bo Dahl (C) "
        "Kurt Berg (L) Ersättare Lena Holm (S) Sven Lind (M)"
    )
    assert seats(text) == {
        ("Malin Ek", "ordförande"),
        ("Åsa Al", "vice ordförande"),
        ("Bo Dahl", "ledamot"),
        ("Kurt Berg", "ledamot"),
        ("Lena Holm", "ersättare"),
        ("Sven Lind", "ersättare"),
    }


def test_as_many_labels_as_names_belong_to_them_in_turn() -> None:
    text = (
        "ERB:s styrelse Beslutande Malin Ek (S) Åsa Al (M) Bo Dahl (C) Underskrifter 12 "
        "Sekreterare Ordförande Justerande Lena Holm Malin Ek Åsa Al"
    )
    assert seats(text) == {
        ("Lena Holm", "sekreterare"),
        ("Malin Ek", "ordförande"),
        ("Åsa Al", "ledamot"),
        ("Bo Dahl", "ledamot"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "I ERB:s styrelse sitter regionråd Malin Ek (S), kommunalråd Åsa Al (M) och Bo Dahl (C).",
        "ERB:s styrelse: Malin Ek (S), Åsa Al (M) och Bo Dahl (C).",
    ],
)
def test_sentences_are_no_rolls(text: str) -> None:
    rows = appointed(text)
    assert {row[0] for row in rows if row[2] == "ledamot"} == {"Malin Ek", "Åsa Al", "Bo Dahl"}
    assert {row[4] for row in rows if row[2] == "ledamot"} == {ERB}


def test_where_names_and_roles_take_turns_each_role_is_that_of_the_name_before_it() -> None:
    text = (
        "ERB:s styrelse Ledamöter Malin Ek (S) Ordförande Åsa Al (M) Vice ordförande Bo Dahl (C) "
        "Ledamot Kurt Berg (L) Ersättare"
    )
    assert seats(text) == {
        ("Malin Ek", "ordförande"),
        ("Åsa Al", "vice ordförande"),
        ("Bo Dahl", "ledamot"),
        ("Kurt Berg", "ersättare"),
    }


def test_a_capital_role_heads_the_next_where_others_stand_behind_commas() -> None:
    text = (
        "Arbetsutskott Anna Ek, ordförande Per Olav Alm, vice ordförande Carin Dahl "
        "Sekreterare Erik Falk"
    )
    assert [(person, role, body) for person, _, role, body, _ in appointed(text)] == [
        ("Anna Ek", "ordförande", "Arbetsutskott"),
        ("Per Olav Alm", "vice ordförande", "Arbetsutskott"),
        ("Carin Dahl", "ledamot", "Arbetsutskott"),
        ("Erik Falk", "sekreterare", "Arbetsutskott"),
    ]


def test_capital_labels_lead_on_where_small_roles_stand_behind_names() -> None:
    text = (
        "Närvarande ledamöter Åsa Ek (s) ordförande Bo Al (m) vice ordförande Cia Dahl (v) "
        "Ersättare Erik Falk (c) Tjänstemän Torkjell Dal internationell samordnare Justerare "
        "Cia Dahl"
    )
    assert {row[0]: row[2] for row in reversed(appointed(text))} == {
        "Åsa Ek": "ordförande",
        "Bo Al": "vice ordförande",
        "Cia Dahl": "ledamot",
        "Erik Falk": "ersättare",
        "Torkjell Dal": "internationell samordnare",
    }
