import pytest

from tests.knowledge.written import understood

TOP = "# Handlingsplan för Region Almvik 2024\n\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Åsa Ek arbetar 30 procent med planen och Bo Al 20 procent.",
            [("Åsa Ek", 30.0), ("Bo Al", 20.0)],
        ),
        ("Strategen Åsa Ek lägger halva sin arbetstid på planen.", [("Åsa Ek", 50.0)]),
        ("Nätverket Havsringen tar 20 procent av en heltid i anspråk.", [("Havsringen", 20.0)]),
    ],
)
def test_whose_working_time_a_share_is(text: str, told: list[tuple[str, float]]) -> None:
    costs = understood(TOP + text).costs
    assert [(cost.subject_text, cost.fte_percent) for cost in costs] == told


@pytest.mark.parametrize(
    ("posts", "percent"), [("2,5 tjänster", 250.0), ("två tjänster", 200.0), ("1,5 tjänst", 150.0)]
)
def test_posts_are_of_the_unit_that_has_them_whoever_leads_it(posts: str, percent: float) -> None:
    text = f"Internationella sekretariatet har {posts} och leds av internationell chef Bo Al."
    costs = understood(TOP + text).costs
    told = [(cost.subject_text, cost.fte_percent) for cost in costs]
    assert told == [("Internationella sekretariatet", percent)]


@pytest.mark.parametrize("heading", ["6. Ekonomi", "4. Resurser och uppföljning", "5. Personal"])
def test_working_time_below_a_part_on_money_is_of_the_whole(heading: str) -> None:
    text = f"# {heading}\n\nPersonalresursen har motsvarat 1,5 årsarbetskrafter."
    costs = understood(TOP + text).costs
    assert [(c.subject_text, c.fte_percent) for c in costs] == [("Region Almvik", 150.0)]
