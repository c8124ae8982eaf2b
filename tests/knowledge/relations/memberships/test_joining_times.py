import pytest

from pipeline.knowledge.relations.memberships.joining_times import is_of_founding
from tests.knowledge.written import understood


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Efter beslut den 4 maj 2022 är Region Almvik medlem i Eurocities från 2023.", "2023"),
        ("Region Almvik gick med i Eurocities den 1 april 2019.", "2019-04-01"),
        ("Region Almvik är medlem i Eurocities, som bildades 1986, sedan 2011.", "2011"),
    ],
)
def test_since_when_somebody_is_a_member(text: str, since: str) -> None:
    assert [one.since for one in understood(f"Region Almvik\n\n{text}").memberships] == [since]


def test_when_a_network_began_is_not_when_somebody_joined() -> None:
    assert is_of_founding("Nätverket bildades ")
    assert not is_of_founding("Region Almvik är medlem i nätverket sedan det bildades ")
