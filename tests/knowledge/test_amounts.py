"""Sums and shares of working time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.knowledge.amounts import find_money, find_shares, money_of_cell


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("1 250 tkr", 1_250_000, "SEK"),
        ("21,4 mnkr", 21_400_000, "SEK"),
        ("3,9 M€", 3_900_000, "EUR"),
        ("1,7 miljoner euro", 1_700_000, "EUR"),
        ("175 000 DKK", 175_000, "DKK"),
        ("310 kkr per år", 310_000, "SEK"),
        ("1,1 miljoner norska kronor", 1_100_000, "NOK"),
        ("420 000 danska kronor", 420_000, "DKK"),
        ("EUR 45 000 om året", 45_000, "EUR"),
        ("SEK 2,5 miljoner", 2_500_000, "SEK"),
        ("45 000:- per år", 45_000, "SEK"),
        ("1,25 milj. kr", 1_250_000, "SEK"),
        ("€ 5 000", 5000, "EUR"),
        ("två och en halv miljoner kronor", 2_500_000, "SEK"),
    ],
)
def test_sums(text: str, amount: float, currency: str) -> None:
    assert [(m.amount, m.currency) for m in find_money(text)] == [(amount, currency)]


@pytest.mark.parametrize("text", ["Om den överstiger 5 000 kronor prövas den", "12 km", "SEK 2024"])
def test_limits_and_other_numbers_are_no_sums(text: str) -> None:
    assert list(find_money(text)) == []


def test_shares_of_working_time() -> None:
    assert [s.percent for s in find_shares("Tjänsten utökades från 50 till 80 procent.")] == [80]
    assert [s.percent for s in find_shares("motsvarande 1,5 årsarbetare")] == [150]
    assert list(find_shares("Målet är 60 procent av invånarna.")) == []


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("tjugo procent av en heltid", 20),
        ("en 20-procentig tjänst", 20),
        ("0,5 tjänst", 50),
        ("en halv årsarbetare", 50),
        ("en halvtid", 50),
        ("en kvarts tjänst", 25),
        ("en och en halv tjänst", 150),
        ("1 heltid", 100),
    ],
)
def test_shares_in_words_and_of_posts(text: str, percent: float) -> None:
    assert [share.percent for share in find_shares(f"Arbetet motsvarar {text}.")] == [percent]


def test_services_are_no_posts() -> None:
    assert list(find_shares("Kontoret köper två tjänster.")) == []
    assert list(find_shares("Personal (andel av en heltid)")) == []


@given(st.integers(1, 999), st.sampled_from(["tkr", "kr"]))
def test_a_bare_number_has_the_unit_of_its_table(number: int, unit: str) -> None:
    money = money_of_cell(str(number), unit)
    assert money is not None
    assert money.amount == number * (1000 if unit == "tkr" else 1)
    assert money_of_cell(str(number), None) is None


def test_a_point_may_part_the_decimals_of_millions() -> None:
    (money,) = find_money("(15.8 miljoner kr)")
    assert money.amount == 15_800_000


def test_a_span_of_years_in_a_cell_is_no_sum() -> None:
    assert money_of_cell("2019–2021", "kr") is None


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Almviks kommun får 6,7 miljoner till projektet Havsro.", [(6_700_000, "SEK")]),
        ("Budgeten är 3 miljoner euro, varav två miljoner är stöd.", [(3e6, "EUR"), (2e6, "EUR")]),
        ("Vi avsätter en halv miljon kronor.", [(500_000, "SEK")]),
        ("Regionen har 1,3 miljoner invånare.", []),
        ("Orten får 2 miljoner gäster.", []),
    ],
)
def test_millions_in_words_and_without_currency(text: str, sums: list[tuple[float, str]]) -> None:
    assert [(money.amount, money.currency) for money in find_money(text)] == sums


def test_each_of_two_people_has_a_share() -> None:
    text = "Arbetet utförs av Bo Al på heltid och av Åsa Ek på 25 procent."
    assert [share.percent for share in find_shares(text, of_person=True)] == [100, 25]
