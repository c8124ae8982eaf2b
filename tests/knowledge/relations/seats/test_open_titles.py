import pytest

from pipeline.knowledge.names import Named
from pipeline.knowledge.relations.seats.open_titles import open_titles

NAME = "Åsa Ek"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Rapporten är skriven av länsassessor Åsa Ek.", ["länsassessor"]),
        ("Där läste författaren Åsa Ek ur sin bok.", ["författare"]),
        ("Åsa Ek, brandman", ["brandman"]),
        ("Med oss var Åsa Ek, trädgårdsmästare i Almvik.", ["trädgårdsmästare"]),
        ("Tack till deltagaren Åsa Ek, som kom.", []),  # what anybody may be
        ("För henne tjänstgör Åsa Ek.", []),  # a verb
        ("Frågan väcktes genom Åsa Ek, Almvik", []),
        ("Åsa Ek, brandmannens syster", []),
    ],
)
def test_a_word_for_who_does_something_beside_a_name_is_a_title(
    text: str, titles: list[str]
) -> None:
    start = text.index(NAME)
    person = Named(start, start + len(NAME), "person", "p", "given_name")
    assert [title.name for title in open_titles(text, [person])] == titles
