"""Lists numbered by letters."""

import pytest

from pipeline.knowledge.structure.lettered import letter_number, listed_by_letter
from pipeline.knowledge.textflow import Block, BlockKind
from tests.bench.facts import open_entities_once
from tests.bench.forms.form import Form, outcomes
from tests.knowledge.written import understood


@pytest.mark.parametrize(
    ("marker", "number"),
    [("A.", (1,)), ("B.1", (2, 1)), ("C2:", (3, 2)), ("a)", ()), ("1.", ()), ("", ())],
)
def test_letters_as_numbers(marker: str, number: tuple[int, ...]) -> None:
    assert letter_number(Block(BlockKind.ITEM, 0, f"{marker} Hav", marker)) == number


def _blocks(*lines: tuple[str, str]) -> list[Block]:
    return [
        Block(BlockKind.ITEM if marker else BlockKind.TEXT, place * 100, f"{marker} {text}", marker)
        for place, (marker, text) in enumerate(lines)
    ]


def test_letters_in_order_below_a_label_with_texts_between() -> None:
    blocks = _blocks(
        ("", "Verksamhet 2025"), ("A.", "Hav"), ("A.1", "Resa"), ("", "Till Åbo."), ("B.", "Land")
    )
    assert listed_by_letter(blocks, {0}) == {1, 2, 4}


def test_letters_out_of_order_and_one_alone_are_no_list() -> None:
    assert (
        listed_by_letter(_blocks(("", "Aktiviteter"), ("B.", "Hav"), ("C.", "Land")), {0}) == set()
    )
    assert listed_by_letter(_blocks(("", "Aktiviteter"), ("A.", "Hav")), {0}) == set()


def test_activities_in_two_depths_of_letters() -> None:
    text = (
        "Handlingsplan för kusten\n\nPlanen visar vad som ska göras och vem som ansvarar.\n\n"
        "Aktiviteter\n\nA. Språkkafé på biblioteken\nA.1 Kurs för personalen\n"
        "B. Utbyte för lärare\n"
    )
    rows = ({"number": "A.1", "title": "Kurs för personalen"},)
    form = Form("letters", "list", text, {"number": "B", "title": "Utbyte för lärare"}, rows)
    (outcome,) = outcomes("activities", [form], open_entities_once())
    assert outcome.right


def test_a_letter_counts_an_item_also_before_a_figure() -> None:
    expected = ["Alla kommuner har en kontakt.", "Minst 80 procent är nöjda."]
    plan = "Plan 2031\n\n# Mål 2031\n\nA. {}\nB. {}\n".format(*expected)
    assert [goal.text for goal in understood(plan).goals] == expected
