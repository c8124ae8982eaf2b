import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.knowledge.names import find_again, nominative, stands_in

TEXTS = st.text("ab- .s", max_size=30)
NAMES = st.lists(st.text("ab- ", min_size=1, max_size=4), max_size=4, unique=True)


@given(text=TEXTS, names=NAMES)
def test_names_stand_where_a_pattern_of_them_finds_them(text: str, names: list[str]) -> None:
    before, after = r"(?<![\w-])", r"(?=s?\b)"
    found = list(find_again(text, names, re.compile(before), re.compile(after)))
    of_all = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"{before}(?:{of_all or '(?!)'}){after}")
    assert found == [(match.start(), match[0]) for match in pattern.finditer(text)]


def test_a_name_without_letters_stands_nowhere() -> None:
    assert not list(find_again("Havsro", [""], re.compile(""), re.compile("")))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Eks plan. Anna Ek skrev den.", "Anna Ek"),
        ("Anna Eks plan. Anna Ekman skrev den.", "Anna Eks"),
        ("Anna Eks plan.", "Anna Eks"),
    ],
)
def test_a_genitive_loses_its_ending_where_the_text_has_the_name_without(
    text: str, name: str
) -> None:
    assert nominative("Anna Eks", text) == name


def test_a_name_stands_in_a_text_between_edges_of_words() -> None:
    assert stands_in("Havsro", "I Havsro, som")
    assert not stands_in("Havsro", "Havsrons")
    assert not stands_in("", "Havsro")
