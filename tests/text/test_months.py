import pytest

from pipeline.text.months import MONTHS, SHORT_MONTHS, STEMS, month_number


def test_each_month_has_its_number_by_any_of_its_names() -> None:
    assert list(map(month_number, MONTHS)) == list(range(1, 13))
    assert list(map(month_number, SHORT_MONTHS)) == [1, 2, 4, 8, 9, 9, 10, 11, 12]
    assert (month_number("Sept."), month_number("MARS")) == (9, 3)
    assert len(set(STEMS)) == 12


@pytest.mark.parametrize("word", ["", "ma", "Vika"])
def test_what_is_no_month_has_no_number(word: str) -> None:
    with pytest.raises(ValueError, match=r"index"):
        month_number(word)
