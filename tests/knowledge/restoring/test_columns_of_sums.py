from pipeline.knowledge.restoring.columns_of_sums import columns_of_sums, years_of_columns
from tests.knowledge.written import understood

TOP = "# Region Almvik\n\nMedlemsavgifter, tkr\n"


def _told(text: str) -> set[tuple[str | None, int | None, float | None]]:
    return {(c.subject_text, c.year, c.amount) for c in understood(text).costs}


def test_years_stand_above_columns() -> None:
    assert years_of_columns("2016 2017 2018 Ansvarig") == (2016, 2017, 2018)
    assert years_of_columns("Bokslut 2014      Budget 2015, tkr") == (2014, 2015)
    assert years_of_columns("Nätverk 2011 2012") == (2011, 2012)
    assert not years_of_columns("Budget 2014")
    assert not years_of_columns("Kommunen var med 2011 2012")
    assert not years_of_columns("Handlingsplan 2016-2018")


def test_figures_are_parted_into_sums_of_like_length() -> None:
    lines = ["2016 2017", "Resor 950 1 044", "Avgift 2 150 2 310 Åsa Ek", "Hyra 84 86"]
    assert list(columns_of_sums(lines)) == [{1: [0, 6, 10], 2: [0, 7, 13, 19], 3: [0, 5, 8]}]
    assert not list(columns_of_sums(["2016 2017", "Resor 950 1 044", "Åsa Ek"]))


def test_each_sum_is_of_the_year_above_it() -> None:
    text = TOP + "Utfall Budget\n2016 2017 Ansvarig\nEurocities 84 86 Åsa Ek\nResor 1 150 –\n"
    assert _told(text) == {
        ("Eurocities", 2016, 84_000),
        ("Eurocities", 2017, 86_000),
        ("Resor", 2016, 1_150_000),
    }


def test_parts_of_a_table_go_on_below_the_same_years() -> None:
    rows = "Intäkter\n\n| Bidrag | 310 000 | 325 000 |\n\nKostnader\n\n| Resor | 60 000 | 20 000 |"
    assert _told("# Region Almvik\n\nBokslut 2014 Budget 2015\n" + rows) == {
        ("Bidrag", 2014, 310_000),
        ("Bidrag", 2015, 325_000),
        ("Resor", 2014, 60_000),
        ("Resor", 2015, 20_000),
    }


def test_sums_may_have_lost_the_blank_after_thousands() -> None:
    lines = ["2016 2017 2018", "Kansli 1 480 1510 1550", "Resor 310 260 260"]
    assert list(columns_of_sums(lines)) == [{1: [0, 7, 13, 18], 2: [0, 6, 10, 14]}]
