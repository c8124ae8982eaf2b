"""Goals announced in other words than `mål`, by what the list below tells."""

import pytest

from pipeline.knowledge.structure.aims import aim_label, aim_sentence
from tests.knowledge.written import understood

_OPENING = """Plan för internationellt arbete

# Bakgrund

Almvik har arbetat med Europa i många år.
"""


@pytest.mark.parametrize(
    "line",
    [
        *("Vad vi lovade", "Vad vi lovade och vad det blev", "Det här har vi föresatt oss"),
        *("Det ska vi klara under året", "Det siktar vi på", "Regionen vill", "Hit siktar vi"),
        *("Det här vill vi ha gjort innan 2031 är slut", "Det ska vara gjort när 2031 är slut"),
        *("Vad ska ha hänt 2031?", "Klart senast 2031", "Vid årets slut", "När planen löper ut"),
        *("Måluppfyllelse 2031", "Hur gick det med målen?", "Avstämning mot målen"),
        *("Våra löften", "Väntade resultat", "Läget vi vill nå", "Vi är nöjda när"),
        *("Så ser det ut 2031", "Vart är vi på väg?", "Vad Almviks kommun vill"),
    ],
)
def test_lines_that_goals_may_follow(line: str) -> None:
    assert aim_label(line)


@pytest.mark.parametrize(
    "line",
    [
        *("Här är vi med", "Det ska vi göra", "Så arbetar vi", "Planerade aktiviteter"),
        *("Nationella mål", "Nätverk", "Målgrupp", "Modersmål", "Vad det får kosta"),
    ],
)
def test_lines_that_other_things_follow(line: str) -> None:
    assert not aim_label(line)


@pytest.mark.parametrize("label", ["Vad vi lovade", "Det ska vi klara under året", "Löften"])
@pytest.mark.parametrize("marks", ["- - -", "(1) (2) (3)", "a) b) c)", "1. 2. 3."])
def test_a_list_of_results_has_goals(label: str, marks: str) -> None:
    goals = (
        "Alla skolor har en vänskola i ett annat land.",
        "Minst två nämnder ska ha sökt medel.",
        "Regionens yttranden finns på engelska.",
    )
    items = "\n".join(f"{m} {g}" for m, g in zip(marks.split(), goals, strict=True))
    knowledge = understood(f"{_OPENING}\n# {label}\n\n{items}\n")
    sections = {one.section_id: one.heading for one in knowledge.sections}
    assert [(sections[g.section_id or ""], g.text) for g in knowledge.goals] == [
        (label, goal) for goal in goals
    ]


@pytest.mark.parametrize(
    "items",
    [
        ("Skrivstuga för skolor", "Resa till Gdańsk", "Ny webbplats"),  # what is done
        ("Åsa Ek (S)", "Bo Al (M)"),
        ("Baltiska rådet. Almvik är medlem. Avgiften är 3 000 kronor. Åsa Ek (S) är ombud.",) * 2,
    ],
)
def test_a_list_of_other_things_has_none(items: tuple[str, ...]) -> None:
    listed = "\n".join(f"- {item}" for item in items)
    assert not understood(f"{_OPENING}\n# Vad vi lovade\n\n{listed}\n").goals


def test_a_number_or_letter_may_count_the_chapter_of_goals() -> None:
    plan = """Handlingsplan 2031

# A. Läget

Almvik har arbetat med Europa i många år.

# B. Det här ska vara gjort när 2031 är slut

1) Kommunerna har lämnat in tjugo ansökningar.
2) Antalet utbyten har fördubblats.

# C. Uppföljning

Planen följs upp i december.
"""
    knowledge = understood(plan)
    sections = {one.section_id: one.number for one in knowledge.sections}
    assert [(g.year, sections[g.section_id or ""]) for g in knowledge.goals] == [(2031, "B")] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        *("Regionen har som mål att:", "Nämnden siktar på att:", "Under 2031 strävar vi efter att"),
        *(
            "Vid årets utgång ska",
            "Innan året är slut ska:",
            "Före 2031 ska",
            "År 2031 har:",
            "Då ska:",
        ),
        *("Arbetet har lyckats om:", "Vi är nöjda när:", "Framgång innebär att:"),
        *("Det ska leda till att:", "För 2031 ska följande gälla:", "Följande ska ha uppnåtts:"),
        "Planen är ny. Kommunen lovar att under året:",
    ],
)
def test_a_sentence_and_a_list_of_results(sentence: str) -> None:
    assert aim_sentence(sentence)
    goals = ["alla skolor ha en vänskola i ett annat land", "minst två nämnder få egna medel"]
    items = "\n".join(f"- {goal}" for goal in goals)
    knowledge = understood(f"{_OPENING}\n# Framåt\n\n{sentence}\n{items}\n")
    assert [goal.text for goal in knowledge.goals] == goals


@pytest.mark.parametrize(
    "sentence",
    ["Följande projekt pågår:", "Regionen är medlem i:", "Arbetet leds av:", "Vi tackar:"],
)
def test_sentences_that_lead_to_other_things(sentence: str) -> None:
    assert not aim_sentence(sentence)


@pytest.mark.parametrize("label", ["Vad vi lovade", "Måluppfyllelse", "Klart senast 2031"])
def test_paragraphs_of_one_sentence_that_tell_results(label: str) -> None:
    goals = ["Alla skolor har en vänskola.", "Minst två nämnder ska ha sökt medel."]
    told = "\n\n".join(goals)
    after = "# Uppföljning\n\nPlanen följs upp varje år."
    found = understood(f"{_OPENING}\n# {label}\n\n{told}\n\n{after}\n").goals
    assert [goal.text for goal in found] == goals
    more = "Det gick bra. Vi är glada över det."
    assert not understood(f"{_OPENING}\n# {label}\n\n{told}\n\n{more}\n\n{after}\n").goals


def test_a_year_alone_stands_above_what_happened() -> None:
    told = "- Kontoret har öppnat i Bryssel.\n- Regionen är värd för årsmötet."
    assert not understood(f"{_OPENING}\n# 2019\n\n{told}\n").goals
