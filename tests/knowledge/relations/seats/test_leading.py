"""What leads to a seat: lines before names, names above lists, rows of networks."""

import pytest

from tests.knowledge.relations.seats.test_appointments import ERB, TOP
from tests.knowledge.written import appointed

Seat = tuple[str | None, ...]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # each part of a row has its own network
            "Regionen företräds så här: Energy Cities: Bo Al (M), ledamot i rådet; "
            "Euroregion Baltic: Åsa Ek (S), ordförande i styrelsen.",
            {
                ("Bo Al", "M", "ledamot", "rådet", "Energy Cities"),
                ("Åsa Ek", "S", "ordförande", "styrelsen", ERB),
            },
        ),
        (  # a role that leads to the name behind the colon is not the former's
            "Ledamot i rådet, Energy Cities: Bo Al (M)\n"
            "Kassör i styrelsen, Euroregion Baltic: Åsa Ek (S)",
            {
                ("Bo Al", "M", "ledamot", "rådet", "Energy Cities"),
                ("Åsa Ek", "S", "kassör", "styrelsen", ERB),
            },
        ),
        (  # a name above the list of its seats
            "Åsa Ek (S)\n\n- ordförande i Euroregion Baltics styrelse\n"
            "- ledamot i rådet för Energy Cities\n\nBo Al (M)\n\n- revisor i Energy Cities",
            {
                ("Åsa Ek", "S", "ordförande", "styrelse", ERB),
                ("Åsa Ek", "S", "ledamot", "rådet", "Energy Cities"),
                ("Bo Al", "M", "revisor", None, "Energy Cities"),
            },
        ),
        (  # the region's chair in a network is no office at home
            "Regionens ordförande i Euroregion Baltics styrelse är Åsa Ek (S).",
            {("Åsa Ek", "S", "ordförande", "styrelse", ERB)},
        ),
        (
            "Flera har uppdrag (Åsa Ek (S) är till exempel revisor i Euroregion Baltic).",
            {("Åsa Ek", "S", "revisor", None, ERB)},
        ),
        (  # `där` is what was told last, be it a programme
            "Bo Al (M) är ledamot i Energy Cities. Regionen ingår också i Interreg Aurora. Där är "
            "Åsa Ek (S) ledamot i styrkommittén.",
            {
                ("Bo Al", "M", "ledamot", None, "Energy Cities"),
                ("Åsa Ek", "S", "ledamot", "styrkommittén", "Interreg Aurora"),
            },
        ),
        (  # an assembly of regions has members as networks do
            "Åsa Ek (S) är ersättare i Europeiska regionkommittén. Bo Al (M) är ledamot i CPMR.",
            {
                ("Åsa Ek", "S", "ersättare", None, "Europeiska regionkommittén"),
                ("Bo Al", "M", "ledamot", None, "Conference of Peripheral Maritime Regions"),
            },
        ),
        (  # brackets behind each tell where
            "Kontaktpersoner är Åsa Ek (S) (Euroregion Baltic och CPMR) och Bo Al (M) (ICLEI).",
            {
                ("Åsa Ek", "S", "kontaktperson", None, ERB),
                ("Åsa Ek", "S", "kontaktperson", None, "Conference of Peripheral Maritime Regions"),
                ("Bo Al", "M", "kontaktperson", None, "ICLEI"),
            },
        ),
        (  # a line that names a network comes before what led into the whole list
            "Uppdrag i nätverk som POLIS och ICORN:\n\n- Energy Cities\n- Rådet: Bo Al (M), ledamot"
            "\n- Euroregion Baltic\n- Valberedning: Åsa Ek (S), ledamot",
            {
                ("Bo Al", "M", "ledamot", "Rådet", "Energy Cities"),
                ("Åsa Ek", "S", "ledamot", "Valberedning", ERB),
            },
        ),
        (  # `rådets` is the network so called, not the one named last
            "I Barents Regional Council är Bo Al (M) ledamot. I CPMR är Rut Ek (C) revisor. I "
            "rådets arbetsgrupp för miljö sitter Åsa Ek (S).",
            {
                ("Bo Al", "M", "ledamot", None, "Barents Regional Council"),
                ("Rut Ek", "C", "revisor", None, "Conference of Peripheral Maritime Regions"),
                ("Åsa Ek", "S", "ledamot", "arbetsgrupp för miljö", "Barents Regional Council"),
            },
        ),
        (  # staff has no seat in the board above it
            "# Euroregion Baltic\n\nStyrelse\n\nÅsa Ek (S), ledamot\n\nKontorets personal\n\n"
            "Kontorschef Per Ny",
            {
                ("Åsa Ek", "S", "ledamot", "Styrelse", ERB),
                ("Per Ny", None, "kontorschef", None, ERB),
            },
        ),
        (  # a steering committee is a body, also where it looks like a network's name
            "# Euroregion Baltic\n\nPolitisk representation:\n\nÅsa Ek (S), ledamot i Political "
            "Bureau",
            {("Åsa Ek", "S", "ledamot", "Political Bureau", ERB)},
        ),
        (  # a body that is told from others of its kind by letters
            "I CPMR är Bo Al (M) ledamot i utskottet NAT. I Euroregion Baltic är Åsa Ek (S) "
            "ersättare i kommitté B sedan 2020.",
            {
                (
                    "Bo Al",
                    "M",
                    "ledamot",
                    "utskottet NAT",
                    "Conference of Peripheral Maritime Regions",
                ),
                ("Åsa Ek", "S", "ersättare", "kommitté B", ERB),
            },
        ),
        (  # conferences and forums in which people sit
            "Åsa Ek (S) är ombud till Euroregion Baltics generalkonferens. Bo Al (M) är ledamot i "
            "CPMR:s ungdomsforum.",
            {
                ("Åsa Ek", "S", "ombud", "generalkonferens", ERB),
                (
                    "Bo Al",
                    "M",
                    "ledamot",
                    "ungdomsforum",
                    "Conference of Peripheral Maritime Regions",
                ),
            },
        ),
        (  # a network that is a council by its last word is what `rådet` means
            "# Öarnas råd\n\nRådet bildades 1994.\n\nOrdinarie\n\nÅsa Ek (S)\n\nBo Al (M)",
            {
                ("Åsa Ek", "S", "ordinarie ledamot", None, "Öarnas råd"),
                ("Bo Al", "M", "ordinarie ledamot", None, "Öarnas råd"),
            },
        ),
        (  # what a board at home has set up is of no network
            "# Euroregion Baltic\n\nRut Ek (C) är revisor.\n\n# Europakommittén\n\n"
            "Regionstyrelsen har inrättat en europakommitté.\n\nÅsa Ek (S) är ordförande.",
            {
                ("Rut Ek", "C", "revisor", None, ERB),
                ("Åsa Ek", "S", "ordförande", "europakommitté", None),
            },
        ),
        (  # what a body is for ends before the next preposition or verb
            "Till ledamot i Euroregion Baltics utskott för hälsa valdes Åsa Ek (S).",
            {("Åsa Ek", "S", "ledamot", "utskott för hälsa", ERB)},
        ),
        (
            "# Euroregion Baltic\n\nArbetsgrupp för energi 2023–2026\n\nÅsa Ek (S), ledamot",
            {("Åsa Ek", "S", "ledamot", "Arbetsgrupp för energi", ERB)},
        ),
    ],
)
def test_says_whose_seat_it_is_by_what_leads_to_it(text: str, expected: set[Seat]) -> None:
    assert set(appointed(f"{TOP}\n\nRegionen deltar i POLIS och ICORN.\n\n{text}")) == expected


def test_the_network_of_a_title_is_that_of_the_seats_below_it() -> None:
    text = (
        "# Val av ledamot till Euroregion Baltic\n\n# Beslut\n\nRegionfullmäktige beslutar att "
        "utse Åsa Ek (S) till ledamot i styrelsen för 2023–2026."
    )
    assert ("Åsa Ek", "S", "ledamot", "styrelsen", ERB) in appointed(text)


def test_a_heading_below_the_title_is_part_of_it() -> None:
    text = (
        "# Reserapport 4\n\n# Årsmöte i Euroregion Baltic, Gdańsk 11–13 november\n\n# Fredag\n\n"
        "Ny styrelse:\n\nOrdförande: Åsa Ek (S)\n\nKassör: Bo Al (M)"
    )
    assert {seat[4] for seat in appointed(text)} == {ERB}
