"""Seats told in running text: what stands between persons, roles and bodies, and who is meant."""

import pytest

from tests.knowledge.relations.seats.test_appointments import ERB, TOP
from tests.knowledge.written import appointed

Seat = tuple[str | None, ...]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # when somebody was something, by whose decision, in what service
            "I styrelsen för Euroregion Baltic har Åsa Ek (S) under året varit vår ledamot.",
            [("Åsa Ek", "S", "ledamot", "styrelsen", ERB)],
        ),
        (
            "Åsa Ek (S) genom fullmäktiges beslut den 2 maj 2020 är ledamot i Energy Cities.",
            [("Åsa Ek", "S", "ledamot", None, "Energy Cities")],
        ),
        (
            "I sekretariatet för Euroregion Baltic har Siv By arbetat som vår sekreterare.",
            [("Siv By", None, "sekreterare", "sekretariatet", ERB)],
        ),
        (  # whom a body of one network was told of before that of another
            "Bo Al är ledare för Eurocities arbetsgrupp för vatten, och Siv By ingår i dess "
            "styrelse.",
            [
                ("Bo Al", None, "ledare", "arbetsgrupp för vatten", "Eurocities"),
                ("Siv By", None, "ledamot", "styrelse", "Eurocities"),
            ],
        ),
        (  # places that somebody has
            "I Energy Cities styrelse har regionen två platser: Åsa Ek (S) och Bo Al (M).",
            [
                ("Åsa Ek", "S", "ledamot", "styrelse", "Energy Cities"),
                ("Bo Al", "M", "ledamot", "styrelse", "Energy Cities"),
            ],
        ),
        (
            "Av Energy Cities sex styrelseplatser har vi två. De innehas av Åsa Ek (S) och "
            "Bo Al (M).",
            [
                ("Åsa Ek", "S", "ledamot", "styrelse", "Energy Cities"),
                ("Bo Al", "M", "ledamot", "styrelse", "Energy Cities"),
            ],
        ),
        (  # who is meant
            "Åsa Ek (S) är ledamot i Energy Cities. Vid mötet i maj valdes hon till rådets "
            "ordförande.",
            [
                ("Åsa Ek", "S", "ledamot", None, "Energy Cities"),
                ("Åsa Ek", "S", "ordförande", "rådet", "Energy Cities"),
            ],
        ),
        (
            "I styrgruppen för Energy Cities sitter Åsa Ek (S) och Bo Al (M). Den sistnämnde är "
            "ordförande.",
            [
                ("Åsa Ek", "S", "ledamot", "styrgruppen", "Energy Cities"),
                ("Bo Al", "M", "ledamot", "styrgruppen", "Energy Cities"),
                ("Bo Al", "M", "ordförande", "styrgruppen", "Energy Cities"),
            ],
        ),
        (  # what stands in for others, and what nobody is
            "Till ombud i Energy Cities valdes Åsa Ek (S) med ersättare för ombuden Bo Al (M).",
            [
                ("Åsa Ek", "S", "ombud", None, "Energy Cities"),
                ("Bo Al", "M", "ersättare", None, "Energy Cities"),
            ],
        ),
        (  # titles before several, and of one beside others
            "Kontakta avdelningschef Åsa Ek eller handläggarna, Bo Al och Siv By.",
            [
                ("Åsa Ek", None, "avdelningschef", None, None),
                ("Bo Al", None, "handläggare", None, None),
                ("Siv By", None, "handläggare", None, None),
            ],
        ),
        (  # who leads what, where who leads works elsewhere
            "Anna By på turistbyrån leder Eurocities arbetsgrupp för hamnar.",
            [("Anna By", None, "ordförande", "arbetsgrupp för hamnar", "Eurocities")],
        ),
        (  # what a body is called, and what it is
            "Ägarrådet, som är kontorets styrelse, i Euroregion Baltic leds av Åsa Ek (S).",
            [("Åsa Ek", "S", "ordförande", "Ägarrådet", ERB)],
        ),
        (
            "Regionen företräds i Energy Cities av Åsa Ek (S), ordförande i regionstyrelsen.",
            [
                ("Åsa Ek", "S", "representant", None, "Energy Cities"),
                ("Åsa Ek", "S", "ordförande", "regionstyrelsen", None),
            ],
        ),
        (  # an office of whom its head is told by the office alone
            "I Tolvmila Brysselkontor är tre regioner med. Kontorets chef är Anna By.",
            [("Anna By", None, "chef", None, "Tolvmila Brysselkontor")],
        ),
        (
            "Tolvmila Brysselkontor öppnade 2001. Verkställande direktör är sedan den 15 april "
            "2012 Anna By.",
            [("Anna By", None, "verkställande direktör", None, "Tolvmila Brysselkontor")],
        ),
        (  # of two, of several with a role in brackets, of those of another place
            "Åsa Ek (S) och Bo Al (M) ingår i Energy Cities styrelse, den senare som ersättare.",
            [
                ("Åsa Ek", "S", "ledamot", "styrelse", "Energy Cities"),
                ("Bo Al", "M", "ersättare", "styrelse", "Energy Cities"),
            ],
        ),
        (
            "Styrelse, Energy Cities: Åsa Ek (S), Bo Al (M) (ersättare)",
            [
                ("Åsa Ek", "S", "ledamot", "Styrelse", "Energy Cities"),
                ("Bo Al", "M", "ersättare", "Styrelse", "Energy Cities"),
            ],
        ),
        (
            "Åsa Ek (S) representerar oss i Eurocities, Bo Al (M) i Energy Cities och Siv By (C) i "
            "Euroregion Baltic.",
            [
                ("Åsa Ek", "S", "representant", None, "Eurocities"),
                ("Bo Al", "M", "representant", None, "Energy Cities"),
                ("Siv By", "C", "representant", None, ERB),
            ],
        ),
        (
            "I Eurocities representeras regionen av Åsa Ek (S), i Energy Cities av Bo Al (M).",
            [
                ("Åsa Ek", "S", "representant", None, "Eurocities"),
                ("Bo Al", "M", "representant", None, "Energy Cities"),
            ],
        ),
        (
            "I Eurocities sitter Siv By (C) med Ola Mo (V) som ersättare.",
            [
                ("Siv By", "C", "ledamot", None, "Eurocities"),
                ("Ola Mo", "V", "ersättare", None, "Eurocities"),
            ],
        ),
        (
            "I Energy Cities är Eva Ny (L) vår politiska representant.",
            [("Eva Ny", "L", "politisk representant", None, "Energy Cities")],
        ),
        (  # an office has no chair
            "Åsa Ek (S) är ledamot i styrelsen för Tolvmila Brysselkontor. Kontoret har sex "
            "medarbetare och leds av Anna By.",
            [("Åsa Ek", "S", "ledamot", "styrelsen", "Tolvmila Brysselkontor")],
        ),
        (  # who follows somebody who was told of without a seat has none of another's
            "Till vice ordförande i Energy Cities valdes Bo Al (M). Siv By (C) lämnade oss och "
            "ersattes av Ola Mo (V).",
            [("Bo Al", "M", "vice ordförande", None, "Energy Cities")],
        ),
        (  # a title of several, in the neuter
            "I styrelsen för Energy Cities sitter regionråden Åsa Ek (S) och Bo Al (M).",
            [
                ("Åsa Ek", "S", "ledamot", "styrelsen", "Energy Cities"),
                ("Åsa Ek", "S", "regionråd", None, None),
                ("Bo Al", "M", "ledamot", "styrelsen", "Energy Cities"),
                ("Bo Al", "M", "regionråd", None, None),
            ],
        ),
    ],
)
def test_tells_seats_in_sentences(text: str, expected: list[Seat]) -> None:
    assert sorted(appointed(f"{TOP}\n\n{text}"), key=str) == sorted(expected, key=str)


def test_the_chair_at_a_meeting_is_that_of_whose_minutes_these_are() -> None:
    text = (
        "Regionfullmäktige\n\n# Protokoll från sammanträde den 9 februari 2021\n\n"
        "Valberedningens ordförande Åsa Ek (S) yrkar att Bo Al (M) väljs till ledamot.\n\n"
        "Ordföranden Sven Åke Nordahl ställer proposition på yrkandena."
    )
    assert appointed(text) == [
        ("Åsa Ek", "S", "ordförande", "Valberedningen", None),
        ("Sven Åke Nordahl", None, "ordförande", "Regionfullmäktige", None),
    ]


def test_all_who_are_counted_up_are_members_even_if_told_of_elsewhere() -> None:
    text = (
        "Kommunstyrelsens internationella utskott\n\n# Protokoll från sammanträde\n\nNärvarande\n"
        "Åsa Ek (M), ordförande, Bo Al (S), förste vice ordförande,\n"
        "Siv By (MP), Ola Mo (V) och Eva Ny (C).\n\nSiv By (MP) är kontaktperson i Energy Cities."
    )
    body = "Kommunstyrelsens internationella utskott"
    assert {row for row in appointed(text) if row[3]} == {
        ("Åsa Ek", "M", "ordförande", body, None),
        ("Bo Al", "S", "förste vice ordförande", body, None),
        ("Siv By", "MP", "ledamot", body, None),
        ("Ola Mo", "V", "ledamot", body, None),
        ("Eva Ny", "C", "ledamot", body, None),
    }


def test_seats_of_a_cell_have_their_own_places() -> None:
    rows = (
        "| Namn | Parti | Uppdrag |\n"
        "| Åsa Ek | S | ordförande, kulturnämnden; ledamot, Energy Cities, styrelsen |\n"
        "| Bo Al | M | ersättare, Euroregion Baltic, rådet |\n"
        "| Dr. Siv By-Lund | | ledamot och kassör i Energy Cities |"
    )
    found = appointed(f"{TOP}\n\n{rows}")
    assert found[:3] == [
        ("Åsa Ek", "S", "ordförande", "kulturnämnden", None),
        ("Åsa Ek", "S", "ledamot", "styrelsen", "Energy Cities"),
        ("Bo Al", "M", "ersättare", "rådet", ERB),
    ]
    assert ("Siv By-Lund", None, "ledamot", None, "Energy Cities") in found


def test_a_row_without_a_person_is_of_the_person_above() -> None:
    rows = (
        "| Person | Uppdrag | Organ |\n| Åsa Ek (S) | Ledamot | Energy Cities styrelse |\n"
        "| | Ersättare | Eurocities miljöforum |\n| Bo Al (M) | Ersättare | Energy Cities, rådet |"
    )
    assert appointed(f"{TOP}\n\n{rows}") == [
        ("Åsa Ek", "S", "ledamot", "styrelse", "Energy Cities"),
        ("Åsa Ek", "S", "ersättare", "miljöforum", "Eurocities"),
        ("Bo Al", "M", "ersättare", "rådet", "Energy Cities"),
    ]


@pytest.mark.parametrize("sign", ["– ", ", "])
def test_a_role_in_brackets_is_of_what_stands_before_them(sign: str) -> None:
    text = (
        f"• Åsa Ek (S) {sign}Eurocities generalförsamling (ordinarie), Energy Cities (ersättare)\n"
        f"• Bo Al (M) {sign}Euroregion Baltic, rådet (vice ordförande)"
    )
    assert appointed(f"{TOP}\n\n# Ledamöter\n\n{text}") == [
        ("Åsa Ek", "S", "ordinarie ledamot", "generalförsamling", "Eurocities"),
        ("Åsa Ek", "S", "ersättare", None, "Energy Cities"),
        ("Bo Al", "M", "vice ordförande", "rådet", ERB),
    ]


def test_a_body_behind_a_number_leads_to_who_sits_there() -> None:
    text = "1. miljöforum: Åsa Ek (S), ersättare Bo Al (M)\n2. rådet: Siv By (C)"
    assert appointed(f"{TOP}\n\n# Eurocities\n\n{text}") == [
        ("Åsa Ek", "S", "ledamot", "miljöforum", "Eurocities"),
        ("Bo Al", "M", "ersättare", "miljöforum", "Eurocities"),
        ("Siv By", "C", "ledamot", "rådet", "Eurocities"),
    ]


def test_an_item_ends_with_who_has_the_seat() -> None:
    """A caption behind it that the line had no room for is no part of the name."""
    text = (
        "Euroregion Baltic\n– Ersättare i den politiska styrgruppen för kusten: Åsa Ek (S)\n"
        "Energy Cities\n– Revisor: Bo Al (M)\n– Tjänstemannastöd: Siv By"
    )
    assert [row[0:1] + row[4:] for row in appointed(text)] == [
        ("Åsa Ek", ERB),
        ("Bo Al", "Energy Cities"),
        ("Siv By", "Energy Cities"),
    ]
