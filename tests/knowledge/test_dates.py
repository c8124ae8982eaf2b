from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.knowledge.dates import dates_alone, find_periods, period_beside, years_in
from pipeline.text.months import MONTHS


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("den 26 november 2019", date(2019, 11, 26), date(2019, 11, 26), "day"),
        ("1 mars 2019-31 augusti 2021", date(2019, 3, 1), date(2021, 8, 31), "day"),
        ("16–18 april 2024", date(2024, 4, 16), date(2024, 4, 18), "day"),
        ("30 april–2 maj 2024", date(2024, 4, 30), date(2024, 5, 2), "day"),
        ("2023-09-01–2026-02-28", date(2023, 9, 1), date(2026, 2, 28), "day"),
        ("februari 1998", date(1998, 2, 1), date(1998, 2, 28), "month"),
        ("2021 – 2027", date(2021, 1, 1), date(2027, 12, 31), "year"),
        ("21.4.2018", date(2018, 4, 21), date(2018, 4, 21), "day"),
        ("25.–29.6.2018", date(2018, 6, 25), date(2018, 6, 29), "day"),
        ("30.6.-2.7.2018", date(2018, 6, 30), date(2018, 7, 2), "day"),
        ("13–15.6.2018", date(2018, 6, 13), date(2018, 6, 15), "day"),
        ("1.5.2018–31.8.2019", date(2018, 5, 1), date(2019, 8, 31), "day"),
        ("den 9–11/6 2018", date(2018, 6, 9), date(2018, 6, 11), "day"),
        ("den 3:e till den 5:e maj 2020", date(2020, 5, 3), date(2020, 5, 5), "day"),
        ("3 och 4 maj 2020", date(2020, 5, 3), date(2020, 5, 4), "day"),
        ("2024.05.07", date(2024, 5, 7), date(2024, 5, 7), "day"),
        ("2024-05-07--09", date(2024, 5, 7), date(2024, 5, 9), "day"),
        ("7/5-2024", date(2024, 5, 7), date(2024, 5, 7), "day"),
        ("07/05/2024", date(2024, 5, 7), date(2024, 5, 7), "day"),
        ("mars–augusti 2024", date(2024, 3, 1), date(2024, 8, 31), "month"),
        ("år 2016.", date(2016, 1, 1), date(2016, 12, 31), "year"),
    ],
)
def test_finds_periods(text: str, first: date, last: date, precision: str) -> None:
    (period,) = find_periods(text)
    assert (period.first, period.last, period.precision) == (first, last, precision)


def test_a_day_without_year_waits_for_one() -> None:
    (period,) = find_periods("13-14 november reser gruppen")
    assert period.first is None
    filled = period.in_year(2024)
    assert filled is not None
    assert (filled.first, filled.last) == (date(2024, 11, 13), date(2024, 11, 14))


def test_days_that_share_a_month() -> None:
    found = [(str(p.first), str(p.last)) for p in find_periods("4, 5 och 18 maj 2022")]
    assert found == [("2022-05-04", "2022-05-05"), ("2022-05-18", "2022-05-18")]


@pytest.mark.parametrize("text", ["1/3 av kostnaden", "dnr 2/12", "KS 2018/12 "])
def test_fractions_and_numbers_of_files_are_no_days(text: str) -> None:
    assert [p for p in find_periods(text) if p.precision == "day"] == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("7–8 februari, 14 mars och torsdag 3 april kl. 10.00", 3),
        ("12 mars", 1),
        ("12 mars i Visby", 0),
        ("2024", 0),
    ],
)
def test_days_that_stand_alone(text: str, days: int) -> None:
    assert len(dates_alone(text)) == days


def test_there_is_no_such_day() -> None:
    assert list(find_periods("30 februari 2024")) == []
    (leap,) = find_periods("29 februari")
    assert leap.in_year(2023) is None


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    written = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    assert [period.first for period in find_periods(f"Mötet hålls {written}.")] == [day]
    assert years_in(written) == [day.year]


@given(st.text(alphabet="0123456789-–. :abjanmrsepfdtilo ", max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    for period in find_periods(text):
        assert text[period.start : period.end]
        assert period.first is None or period.last is None or period.first <= period.last


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Interreg Nord 2021–2027 ger stöd", (2021, 2027)),
        ("Interreg Nord (2014-2020)", (2014, 2020)),
        ("Interreg Nord för perioden 2028–2034", (2028, 2034)),
        ("Interreg Nord beviljade 2021 medel", (None, None)),
    ],
)
def test_the_period_beside_a_name(text: str, period: tuple[int | None, int | None]) -> None:
    assert period_beside(text, 0, len("Interreg Nord")) == period


def test_the_years_in_a_name() -> None:
    assert period_beside("Almvik 2030 gäller", 0, 11) == (2030, 2030)


def test_figures_alone_are_a_day_where_an_entry_begins_or_ends() -> None:
    days = ("7/5: årsmöte i Visby", "Årsmöte, Visby, 7/5", "Mötet hålls i Visby 7/5.")
    assert all([p.partial for p in find_periods(text)] == [(7, 5, 7, 5)] for text in days)
    others = ("1/3 av resorna", "3/12", "Nr 3/12", "Blad 2/4", "cirka 1/3 tjänst")
    assert not [text for text in others if list(find_periods(text))]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Tjänsteskrivelse KS 2023/00871", []),
        ("Dnr RUN-2020-0631, för 2021", [2021]),
        ("RS 2023:15", []),
        ("PM 2020-02-12", [2020]),
        ("HANDLINGSPROGRAM 2000-2002", [2000, 2002]),
    ],
)
def test_numbers_of_files_have_no_year(text: str, years: list[int]) -> None:
    assert years_in(text) == years
