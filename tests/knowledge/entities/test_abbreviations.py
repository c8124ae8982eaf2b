"""Names that a document shortens, and numbers behind names that are none of them."""

import pytest

from tests.knowledge.written import understood


def networks(text: str) -> list[str]:
    """Return the networks that a text names."""
    return [one.name for one in understood(text).entities if one.entity_type == "network"]


@pytest.mark.parametrize(
    "text",
    [
        "NSQ, förkortning för Northern Sea Quarters, bildades 1991. Vi är medlem i NSQ.",
        "NSQ (Northern Sea Quarters) bildades 1991. Vi är medlem i NSQ.",
        "NSQ står för Northern Sea Quarters. Vi är medlem i NSQ.",
        "# NSQ – Northern Sea Quarters\n\nVi är medlem i NSQ.",
        "# Northern Sea Quarters, NSQ\n\nVi är medlem i NSQ.",
    ],
)
def test_an_abbreviation_is_the_name_that_gives_its_letters(text: str) -> None:
    """It may stand before the name, too, or behind a comma that ends the line."""
    assert networks(text) == ["Northern Sea Quarters"]


def test_a_name_the_text_goes_on_with_is_no_other_network() -> None:
    """`i fortsättningen` says so, whatever the short name looks like by its form."""
    text = (
        "Havskustens samarbetsråd (i fortsättningen Havsrådet) bildades 2003. Vi är medlem i"
        " Havsrådet."
    )

    assert networks(text) == ["Havskustens samarbetsråd"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Västra Sveriges Brysselkontor, i dagligt tal Västkontoret, ägs av regionen."
            " Västkontoret har fem anställda.",
            "Västra Sveriges Brysselkontor",
        ),
        (
            "# Klimatalliansen för norra Norden (KNN)\n\nVi är medlem i KNN.",
            "Klimatalliansen för norra Norden",
        ),
    ],
)
def test_a_defined_name_is_whole(text: str, name: str) -> None:
    """What is called otherwise is the same, and a known name within it is none there."""
    assert networks(text) == [name]


def test_letters_behind_a_name_that_are_not_its_own_are_no_abbreviation() -> None:
    """`Kustrådet Norra Bottnen, KXB` names two."""
    assert networks("Möte med Kustrådet Norra Bottnen, KXB\n\nKXB är en myndighet.") == [
        "Kustrådet Norra Bottnen"
    ]


@pytest.mark.parametrize("behind", ["45 000", "45 000 kr", "12000", "1,2 mkr", "9 euro"])
def test_a_sum_behind_a_name_is_no_part_of_it(behind: str) -> None:
    """Budgets have the sum right behind the name."""
    assert networks(f"Medlemsavgifter\n\nSkärgårdsrådet Öst {behind}") == ["Skärgårdsrådet Öst"]


def test_a_sum_behind_a_project_is_no_part_of_its_name() -> None:
    """A version is."""
    found = understood("Vi stöder projektet Havsro 45 000 kr och projektet Utblick 2.0 i år.")

    assert {"Havsro", "Utblick 2.0"} <= {one.name for one in found.entities}
