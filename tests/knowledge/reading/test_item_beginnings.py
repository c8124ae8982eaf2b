import pytest

from pipeline.knowledge.reading.item_beginnings import marker_of
from pipeline.model.page import Role


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("• Nätverk i norr", "•"),
        ("2.1 Mål för Almvik", "2.1"),
        ("(ii) Mål för Almvik", "(ii)"),
        ("a. nätverk i norr", "a."),
        ("B2. Mål för Almvik", "B2."),
        ("3 nätverk i norr", ""),
        ("17 mars 2025: möte i Almvik", ""),
        ("09.15 Kaffe", ""),
        ("Mål för Almvik", ""),
    ],
)
def test_signs_of_items(text: str, sign: str) -> None:
    assert marker_of(text, Role.BODY) == sign


def test_what_recognition_makes_of_a_bullet_is_believed_of_items_alone() -> None:
    found = [marker_of("e Mål för Almvik", role) for role in (Role.LIST_ITEM, Role.BODY)]
    assert found == ["e", ""]
