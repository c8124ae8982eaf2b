"""Which year a sum is for, by what stands beside it in its text."""

import pytest

from pipeline.knowledge.amounts import Money, Share, find_money, find_shares
from pipeline.knowledge.relations.costs.years import year_beside
from tests.knowledge.written import understood


def _years(text: str) -> list[int | None]:
    told: list[Money | Share] = [*find_money(text), *find_shares(text)]
    return [year_beside(text, one) for one in told]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Avgiften är 5 000 kr", [None]),
        ("(2022: 1 290 tkr)", [2022]),
        ("40 000 kronor för år 2016 och 50 000 kronor 2017", [2016, 2017]),
        ("70 000 kronor från och med 2023", [2023]),
        # A period is no year.
        ("5 000 kr 2016–2018", [None]),
    ],
)
def test_a_year_right_beside_a_sum_is_its_own(text: str, years: list[int | None]) -> None:
    assert _years(text) == years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        # Of the first sum of a text, its whole sentence tells the year.
        ("År 2020 var avgiften 5 000 kr; 2021 blev den 6 000 kr", [None, 2021]),
        ("Under 2020 var den låg, men 2021 betalades 7 000 kr", [2021]),
        # Nor is what happened then, or what a sum is compared with, what it is for.
        ("År 2020 var den 4 000 kr, men 2022, då kontoret bildades 2019, 5 000 kr", [None, 2022]),
        ("År 2020 var den 4; 2021 är den 5 000 kr, jämfört med 2019", [2021]),
    ],
)
def test_a_year_of_its_clause_is_that_of_a_sum(text: str, years: list[int | None]) -> None:
    assert _years(text) == years


def test_from_when_on_is_the_year_of_a_post_alone() -> None:
    assert _years("En tjänst på 50 % vid kontoret från 2012") == [2012]
    assert _years("Avgiften är 5 000 kr vid kontoret från 2012") == [None]


def test_a_year_above_a_column_is_no_sum_of_its_unit() -> None:
    rows = "| Samarbete | Sedan | Utfall 2021 tkr | Utfall 2022 tkr |\n| ERRIN | 2010 | 320 | 355 |"
    costs = understood(f"# Rapport för Region Almvik 2022\n\n{rows}\n").costs
    assert [(c.subject_text, c.year, c.amount) for c in costs] == [
        ("ERRIN", 2021, 320_000),
        ("ERRIN", 2022, 355_000),
    ]


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("# Så gick det 2013\n\nRedovisning av arbetet i Region Almvik\n\n", 2013),
        ("# Målkort 2013 för Almviks kommun\n\n", 2013),
        ("FAKTABLAD 2013\n\n# Almviks kommun i Europa\n\n", None),
        ("# Redovisning av arbetet i Region Almvik\n\n2013-02-27\n\n", None),
    ],
)
def test_the_year_that_a_title_is_of(title: str, year: int | None) -> None:
    (cost,) = understood(title + "# Pengar\n\nTolkning kostade 40 tkr.").costs
    assert cost.year == year


def test_since_when_is_not_for_what_year() -> None:
    text = (
        "# Program för Region Almvik 2024–2030\n\nEtt program.\n\n# Medlemskap, avgifter 2026\n\n"
        "- ERRIN, sedan 2008: 11 000 euro\n- KIMO, sedan den 1 maj 2010: 20 000 kr\n"
    )
    assert [c.year for c in understood(text).costs] == [2026, 2026]
