import pytest

from pipeline.text.spellings import spelling_likelihood


@pytest.mark.parametrize(
    ("better", "worse", "count"),
    [
        ("Region Vätterdal", "Region Vatterdal", 2),
        ("Region Vätterdal", "REGION VÄTTERDAL", 99),
        ("Region Vatterdal", "REGION VÄTTERDAL", 99),
        ("René Öst", "Rene Öst", 2),
    ],
)
def test_what_is_lost_more_easily_than_added_counts_more(
    better: str, worse: str, count: int
) -> None:
    assert spelling_likelihood(better, 1) > spelling_likelihood(worse, count)


def test_a_dot_seen_once_among_many_is_none() -> None:
    assert spelling_likelihood("Götaland", 4) > spelling_likelihood("Götaländ", 1)
