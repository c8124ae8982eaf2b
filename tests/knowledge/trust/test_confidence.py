"""Confidence of rows: its grounds, and what they come to."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.knowledge.trust.confidence import LEAST, MOST, probability
from pipeline.knowledge.trust.grounds import Finding, grounds
from pipeline.knowledge.trust.weights import WEIGHTS
from tests.knowledge.written import understood

NAMES = st.text("abc= ", min_size=1, max_size=4)
SEAT = "Åsa Ek (S) är ledamot i styrelsen."


def network_ground(text: str) -> str:
    (seat,) = understood(text).appointments
    return next(ground for ground in seat.grounds if ground.startswith("network="))


def test_every_kind_of_finding_has_weights() -> None:
    assert set(WEIGHTS) == {kind.__name__ for kind in get_args(Finding)}
    assert all("" in weights for weights in WEIGHTS.values())


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Åsa Ek (S) är ledamot i Euroregion Baltics styrelse.", "network=listed here"),
        (f"Euroregion Baltic har en egen styrelse. {SEAT}", "network=listed beside"),
        (f"# Strategi\n\nInledning.\n\n# Euroregion Baltic\n\n{SEAT}", "network=listed above"),
        ("Åsa Ek (S) är ledamot i nätverket Blå Skogens styrelse.", "network=found here"),
        (SEAT, "network=none"),
    ],
)
def test_an_appointment_rests_on_where_its_network_is_named(text: str, ground: str) -> None:
    assert network_ground(text) == ground


def test_rows_carry_the_probability_of_their_grounds() -> None:
    (seat,) = understood("Åsa Ek (S) är ledamot i Euroregion Baltics styrelse.").appointments
    assert seat.confidence == probability(WEIGHTS["Appointment"], seat.grounds)


@given(st.dictionaries(NAMES, st.floats(-9, 9)), st.lists(NAMES), st.floats(-9, 9))
def test_a_probability_keeps_its_bounds_and_rises_with_its_grounds(
    weights: dict[str, float], held: list[str], base: float
) -> None:
    weights = {**weights, "": base, "for it": 2.0}
    without = probability(weights, held)
    assert LEAST <= without <= MOST
    assert probability(weights, [*held, "for it"]) >= without
    assert probability(weights, [*held, "never seen"]) == without


def test_what_is_no_finding_has_no_grounds() -> None:
    with pytest.raises(TypeError, match="str is no finding"):
        grounds("Åsa Ek", None)  # type: ignore[arg-type]
