import pytest

from pipeline.layout.wording import heading_number, item_starts


def test_dashes_that_touch_a_capital_begin_items() -> None:
    assert item_starts(["-Utbyte med Pommern", "-Stöd till byar"]) == [True, True]


def test_the_rest_of_broken_words_is_no_item() -> None:
    lines = ["Regionen betalar ur EU", "-projektens medel och regio-", "-nens egna."]
    assert item_starts(lines) == [False] * 3


@pytest.mark.parametrize(
    ("text", "number"), [("2LAG", "2"), ("3.1Mål för året", "3.1"), ("3D-skrivare", None)]
)
def test_white_may_be_lost_behind_the_number_of_a_heading(text: str, number: str | None) -> None:
    assert heading_number(text) == number
