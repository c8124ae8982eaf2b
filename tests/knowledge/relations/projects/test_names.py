"""How far names of projects reach, and what may be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.knowledge.relations.projects.names import Titles, may_be_name, name_after


def _name(text: str, *titles: str) -> str | None:
    span = name_after(text, 0, Titles(titles))
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Salta Vindar Nord II samarbetar tre museer", "Salta Vindar Nord II"),
        ("TANGO 2017—2020 undersökte", "TANGO"),
        ("Varma händer är ett", "Varma händer"),
        ("Kortare köer startar i maj", "Kortare köer"),
        ("Havsro i Almvik deltar", "Havsro"),
        ("Lek och lärande i parken, som leds", "Lek och lärande i parken"),
        ("Unga röster i öster (Svenska institutet)", "Unga röster i öster"),
        ('"Vi är kusten" stöds', "Vi är kusten"),
        ("Havsro medel ur Erasmus+.", "Havsro"),
    ],
)
def test_where_a_name_ends(text: str, name: str) -> None:
    assert _name(text) == name


def test_a_title_of_the_document_is_the_name() -> None:
    title = "Salt Coast: Fish as Food"
    assert _name("Salt Coast: Fish as food. Projektet", title) == "Salt Coast: Fish as food"


@given(st.text(max_size=60), st.integers(0, 60))
def test_a_name_lies_within_the_text(text: str, start: int) -> None:
    span = name_after(text, min(start, len(text)))
    assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("title", ["Havsro", "Trygga, friska barn", "Vi i hamnen", "SPRINT X"])
def test_names(title: str) -> None:
    assert may_be_name(title)


@pytest.mark.parametrize(
    "title",
    [
        *("Bakgrund", "FÖRORD", "Så läser du katalogen", "Finansiering", "Utveckla samverkan"),
        *("Projektstöd", "Färjan ska gå hela året", "En bild som visar en båt", "§ 14 Val"),
        *("Bedömning", "Kommentar", "Motivering"),
        *("Europa Direkt Almvik", "Europe Direct Almvik"),
    ],
)
def test_titles_of_other_things(title: str) -> None:
    assert not may_be_name(title)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Solbruk i vårt landskap ska titta på sol", "Solbruk i vårt landskap"),
        ("Cross-border Talent bridge som får 3 miljoner", "Cross-border Talent bridge"),
        ("Barn i familj vilket finansieras av LIFE", "Barn i familj"),
        ("Havsro i Almvik ska bygga", "Havsro"),
        ("Silent Coast - Quiet Bays är ett", "Silent Coast"),
    ],
)
def test_a_finite_verb_ends_a_name(text: str, name: str) -> None:
    found = name_after(text, 0)
    assert found is not None
    assert text[found.start : found.end] == name


def test_what_can_be_written_to_is_no_name() -> None:
    assert not may_be_name("Tel. 0709-21 60 54")
    assert not may_be_name("anna.ek@almvik.example")
    assert may_be_name("Doctor@Distance")


@given(st.lists(st.text("aAbß ", min_size=1, max_size=4)), st.text("aAbß ", max_size=6))
def test_of_titles_the_longest_that_stands_there_is_found(titles: list[str], text: str) -> None:
    here = [t for t in titles if text[1 : 1 + len(t)].casefold() == t.casefold()]
    assert Titles(titles).longest_at(text, 1) == max(map(len, here), default=0)


def test_times_are_no_names() -> None:
    assert not may_be_name("april 2018 till september 2021")
