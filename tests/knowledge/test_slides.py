"""Slides that came as one text."""

from tests.knowledge.written import name_of, understood

SHOW = (
    "Internationellt arbete i Region Almvik\n1\nHär är vi med\nKIMO sedan 2003\n"
    "Gränskommittén Tolvmila\n2\nMål 2027\nFler söker sig hit\n3\nFrågor?"
)


def test_the_number_of_a_slide_belongs_to_no_name() -> None:
    """The first line of the next slide is its title."""
    knowledge = understood(SHOW)

    told = {(name_of(knowledge, one.network_id), one.since) for one in knowledge.memberships}
    assert told == {("KIMO", "2003"), ("Gränskommittén Tolvmila", None)}
    assert {"Här är vi med", "Mål 2027"} <= {one.heading for one in knowledge.sections}


def test_numbers_that_do_not_count_are_of_no_slides() -> None:
    knowledge = understood(SHOW.replace("\n2\n", "\n7\n"))

    assert "Mål 2027" not in {one.heading for one in knowledge.sections if one.level == 0}
    assert {name_of(knowledge, one.network_id) for one in knowledge.memberships} != {
        "KIMO",
        "Gränskommittén Tolvmila",
    }
