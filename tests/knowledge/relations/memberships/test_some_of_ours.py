"""Members told as some of a county's: the issuer is none of them."""

import pytest

from tests.knowledge.written import name_of, understood

TOP = "# Strategi för Region Blekinge 2024\n\n# Union of the Baltic Cities\n\n"
THREE = {"Ronneby kommun", "Karlshamns kommun", "Olofströms kommun"}


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Tre av länets kommuner är medlemmar: Ronneby, Karlshamn och Olofström.", THREE),
        ("Flera av våra kommuner är medlemmar: Ronneby, Karlshamn och Olofström.", THREE),
        ("Av länets kommuner är Ronneby, Karlshamn och Olofström medlemmar sedan 2003.", THREE),
        ("Kommunerna i länet är anslutna till nätverket sedan 2003.", set()),
        ("Regionen är medlem sedan 2003.", {"Region Blekinge"}),
    ],
)
def test_whose_a_membership_is(text: str, members: set[str]) -> None:
    found = understood(TOP + text)
    assert {name_of(found, one.member_id) for one in found.memberships} == members
