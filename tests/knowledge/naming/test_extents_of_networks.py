"""How far the names of networks reach beside other words."""

import pytest

from tests.knowledge.relations.memberships.test_pages import told


@pytest.mark.parametrize(
    ("text", "network"),
    [
        (
            "# Region Almvik\n\n# 2.3 Lämna Energy Cities (EC)\n\nMedlemskapet upphörde 2016.",
            "Energy Cities",
        ),
        (
            "Kommunförbundet Almvik\n\nMedlemskap i Kustringen Förbundet är sedan 2003 medlem.",
            "Kustringen",
        ),
        (
            "Energikontor Sydvik ägs av Region Almvik, Ekby kommun och Dalby kommun.",
            "Energikontor Sydvik",
        ),
        (
            "Nätverket Fjällorter i Europa\n\nNätverket är litet.\n\nEkby kommun gick med 2020.",
            "Fjällorter i Europa",
        ),
        (
            "GRENSERÅDET TOLVMILA / GRÄNSRÅDET TOLVMILA\n\nEkby kommun gick med i rådet 2019.",
            "Gränsrådet Tolvmila",
        ),
    ],
)
def test_what_a_network_is_called(text: str, network: str) -> None:
    """A verb before it, the next sentence and the other language are no part of its name."""
    assert {row[1] for row in told(text)} == {network}
