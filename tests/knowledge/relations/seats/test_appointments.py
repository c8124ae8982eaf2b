import pytest

from tests.knowledge.written import appointed

ERB = "Euroregion Baltic"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I ERB:s styrelse representeras regionen av två ordinarie ledamöter, Åsa Ek (S) och "
            "Bo Al (C), samt en ersättare, Cia Dahl (M).",
            [
                ("Åsa Ek", "S", "ordinarie ledamot", "styrelse", ERB),
                ("Bo Al", "C", "ordinarie ledamot", "styrelse", ERB),
                ("Cia Dahl", "M", "ersättare", "styrelse", ERB),
            ],
        ),
        (
            "Chefsgruppen i Euroregion Baltic är bemannad med Åsa Ek, regional "
            "utvecklingsdirektör.",
            [("Åsa Ek", None, "regional utvecklingsdirektör", "Chefsgruppen", ERB)],
        ),
        (
            "ERB:s råd leds med Åsa Ek (S) som ordförande och Bo Al (C) som vice ordförande.",
            [
                ("Åsa Ek", "S", "ordförande", "råd", ERB),
                ("Bo Al", "C", "vice ordförande", "råd", ERB),
            ],
        ),
        (
            "Direktionen har till ledamot i styrelsen för Euroregion Baltic utsett Åsa Ek (S).",
            [("Åsa Ek", "S", "ledamot", "styrelsen", ERB)],
        ),
        (
            "Zyrvald Bröms blev medlem. Det gläder oss, säger ordförande Zyrvald Bröms.",
            [("Zyrvald Bröms", None, "ordförande", None, None)],
        ),
        (
            "Mötet leddes av Åsa Ek, direktör vid Euroregion Baltic.",
            [("Åsa Ek", None, "direktör", None, ERB)],
        ),
        (
            "Regionen deltar i Euroregion Baltic med Åsa Ek (S) och Bo Al (C), som är utsedda "
            "kontaktpolitiker i nätverket.",
            [
                ("Åsa Ek", "S", "kontaktpolitiker", None, ERB),
                ("Bo Al", "C", "kontaktpolitiker", None, ERB),
            ],
        ),
        (
            "| Organ | Namn | Uppdrag | Parti |\n"
            "| Euroregion Baltic, styrelsen | Åsa Ek | ersättare | KD |",
            [("Åsa Ek", "KD", "ersättare", "styrelsen", ERB)],
        ),
        (
            "Kontakt\n\nÅsa Ek\n\nSamordnare för internationella frågor",
            [("Åsa Ek", None, "Samordnare för internationella frågor", None, None)],
        ),
        ("Åsa Ek (S) hälsade alla välkomna.", []),
    ],
)
def test_reads(text: str, expected: list[tuple[str | None, ...]]) -> None:
    assert appointed(text) == expected


TOP = "# Handlingsplan för Region Almvik 2024\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Styrelsen för Euroregion Baltic valdes i mars.\n\nErsättare är Åsa Ek (S), Region "
            "Almvik, och Bo Al (C).",
            {
                ("Åsa Ek", "S", "ersättare", "Styrelsen", ERB),
                ("Bo Al", "C", "ersättare", "Styrelsen", ERB),
            },
        ),
        (
            "I ERB:s arbetsgrupp ingår Anna Ek (Region Almvik) och Bo Al (Habo kommun).",
            {
                ("Anna Ek", None, "ledamot", "arbetsgrupp", ERB),
                ("Bo Al", None, "ledamot", "arbetsgrupp", ERB),
            },
        ),
        (
            "Ledamöter i ERB:s styrelse är Åsa Ek (S) och Bo Al (C), med Cia Dahl (M) och "
            "Dan Ö (V) som ersättare.",
            {
                ("Åsa Ek", "S", "ledamot", "styrelse", ERB),
                ("Bo Al", "C", "ledamot", "styrelse", ERB),
                ("Cia Dahl", "M", "ersättare", "styrelse", ERB),
            },
        ),
        (
            "I ERB:s styrelse företräds regionen av regionstyrelsens ordförande Åsa Ek (S).",
            {
                ("Åsa Ek", "S", "ordförande", "regionstyrelsen", None),
                ("Åsa Ek", "S", "ledamot", "styrelse", ERB),
            },
        ),
        (
            "Bodensamverkans förbund, styrelsen\n\nOrdinarie: Åsa Ek (S)",
            {("Åsa Ek", "S", "ordinarie ledamot", "styrelsen", "Bodensamverkans förbund")},
        ),
        (
            "Ordföranden prövar först Anna Eks yrkande. Anna Ek fick rätt i ERB:s styrelse.",
            set(),
        ),
    ],
)
def test_seats_told_across_sentences_lists_and_captions(
    text: str, expected: set[tuple[str | None, ...]]
) -> None:
    found = set(appointed(TOP + text))
    assert expected <= found if expected else not found


def test_a_network_s_own_plan_is_about_that_network() -> None:
    text = "# Verksamhetsplan för Euroregion Baltic 2024\n\nI styrelsen sitter Åsa Ek (S)."
    assert appointed(text) == [("Åsa Ek", "S", "ledamot", "styrelsen", ERB)]


def test_clauses_of_a_decision_are_apart() -> None:
    text = (
        "Kommunstyrelsen beslutar att utse Åsa Ek (S) till ledamot och Bo Al (C) till ersättare "
        "i Euroregion Baltics styrelse, att utse Cia Dahl (M) och Dan Ask (V) till kommunens "
        "ombud i Eurocities."
    )
    assert appointed(text) == [
        ("Åsa Ek", "S", "ledamot", "styrelse", ERB),
        ("Bo Al", "C", "ersättare", "styrelse", ERB),
        ("Cia Dahl", "M", "ombud", None, "Eurocities"),
        ("Dan Ask", "V", "ombud", None, "Eurocities"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Åsa Ek (S) sitter i styrgruppen för Euroregion Baltic och Bo Al är regionens "
            "kontaktperson i Eurocities.",
            ("Bo Al", None, "kontaktperson", None, "Eurocities"),
        ),
        (
            "Euroregion Baltic, rådet: Åsa Ek (S)",
            ("Åsa Ek", "S", "ledamot", "rådet", ERB),
        ),
        (
            "Eurocities: Åsa Ek (S), ersättare Bo Al (M)",
            ("Åsa Ek", "S", "representant", None, "Eurocities"),
        ),
        (
            "Styrgrupp i Euroregion Baltic: regiondirektör Åsa Ek, ersättare planeringschef Bo Al.",
            ("Bo Al", None, "ersättare", "Styrgrupp", ERB),
        ),
        (
            "Styrelsen för Eurocities leds sedan i maj av regionrådet Åsa Ek (S).",
            ("Åsa Ek", "S", "ordförande", "Styrelsen", "Eurocities"),
        ),
        ("Projektet Blå bågen leds av Åsa Ek.", ("Åsa Ek", None, "projektledare", None, None)),
        (
            "Utredningen gjordes av handläggarna Åsa Ek (skog) och Bo Al (hav).",
            ("Bo Al", None, "handläggare", None, None),
        ),
    ],
)
def test_seats_told_beside_others(text: str, expected: tuple[str | None, ...]) -> None:
    assert expected in appointed(text)


def test_each_in_the_body_right_behind_the_name() -> None:
    text = (
        "I Euroregion Baltics grupper satt som ledamöter Åsa Ek i transportgruppen, Bo Al i "
        "energigruppen och Eva Dahl i gruppen för marina resurser."
    )
    assert [(row[0], row[3]) for row in appointed(text)] == [
        ("Åsa Ek", "transportgruppen"),
        ("Bo Al", "energigruppen"),
        ("Eva Dahl", "gruppen för marina resurser"),
    ]


def test_who_is_chosen_by_a_body_does_not_sit_in_it() -> None:
    text = "Till styrelsen för Euroregion Baltic har direktionen utsett Åsa Ek (S)."
    assert appointed(text) == [("Åsa Ek", "S", "ledamot", "styrelsen", ERB)]
    text = "ERB är ett nätverk. Till det nätverkets råd har regionen utsett Åsa Ek (S) som ledamot."
    assert [row[3] for row in appointed(text)] == ["råd"]


def test_a_line_that_names_a_part_of_the_network_tells_of_two_seats() -> None:
    text = (
        "Sveriges platser i Europeiska regionkommittén\n\nSuppleanter:\n\n"
        "• Åsa Ek (S), kommunalråd i Hultahamn – utskottet NAT\n\n• Bo Al (C) – utskottet ENVE"
    )
    found = {row[:1] + row[2:4] for row in appointed(text)}
    assert found == {
        ("Åsa Ek", "ersättare", None),
        ("Åsa Ek", "ledamot", "utskottet NAT"),
        ("Åsa Ek", "kommunalråd", None),
        ("Bo Al", "ersättare", None),
        ("Bo Al", "ledamot", "utskottet ENVE"),
    }
