"""Lines that go on with the count of the item above."""

import pytest

from pipeline.knowledge.restoring.counted_on import counts_on


@pytest.mark.parametrize(
    ("item", "line"),
    [
        ("A.1 Brev till skolor", "A.2 Läger"),
        ("B.2 Värdskap", "C. Vänortsdag i Almby"),
        ("1.1 Brev", "1.2 Läger"),
        ("A1. Brev", "A2. Läger"),
        ("A) Brev", "B) Läger"),
    ],
)
def test_the_next_number_begins_an_item(item: str, line: str) -> None:
    assert counts_on(item, line)


@pytest.mark.parametrize(
    ("item", "line"),
    [
        ("A.1 Brev till skolor", "A.3 Läger"),
        ("Brev till skolor", "A.2 Läger"),
        ("A.1 Brev till skolor", "och ett läger"),
        ("1.1 Brev till", "1.2 miljoner kronor"),
        ("A. Ek, Almby", "C. Al, Bergby"),
    ],
)
def test_other_lines_begin_none(item: str, line: str) -> None:
    assert not counts_on(item, line)
