"""Networks that are named only as what another one is a part of."""

import pytest

from tests.knowledge.written import appointed, name_of, understood

TOP = "# Internationell strategi för Region Blekinge\n\n"
NSC = "CPMR North Sea Commission"


def _networks(text: str) -> set[str | None]:
    found = understood(TOP + text)
    return {name_of(found, one.network_id) for one in found.memberships}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{NSC} är en av CPMR:s kommissioner. Regionen har varit medlem sedan 1999.", {NSC}),
        (f"{NSC} (NSC) utgör en del av CPMR. Regionen är medlem sedan 1999.", {NSC}),
        (
            f"# {NSC}\n\nKommissionen är en geografisk avdelning inom CPMR. Regionen är medlem "
            "sedan 1999.",
            {NSC},
        ),
        (  # a region is no part that the text goes on of
            "Region Blekinge är en av grundarna av Euroregion Baltic. Regionen är medlem sedan "
            "1998.",
            {"Euroregion Baltic"},
        ),
        (  # told of both
            f"Regionen är medlem i {NSC} och CPMR.",
            {NSC, "Conference of Peripheral Maritime Regions"},
        ),
    ],
)
def test_a_membership_is_of_the_part(text: str, expected: set[str]) -> None:
    assert _networks(text) == expected


def test_a_seat_is_in_the_part() -> None:
    text = f"{TOP}{NSC} är en av CPMR:s kommissioner. I styrelsen är Åsa Ek (C) ledamot."
    assert appointed(text) == [("Åsa Ek", "C", "ledamot", "styrelsen", NSC)]
