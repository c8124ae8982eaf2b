"""What a title and the paragraph below it tell of a project."""

import pytest

from pipeline.knowledge.names import Span
from pipeline.knowledge.reading.pages import read_flow
from pipeline.knowledge.relations.projects.below_title import (
    called_by,
    explained_name,
    sentences,
    told_below,
)
from tests.knowledge.written import pages_of

PAID = "Det finansieras av Interreg Nord."


def _told(text: str, title: str, *funders: str) -> tuple[str | None, str | None]:
    """Return description and funder of the project that a title, the first line, names."""
    flow = read_flow(pages_of(text))
    known = [Span(place, place + len(one)) for one in funders if (place := flow.text.index(one))]
    told = told_below(flow, Span(0, len(title)), Span(0, len(flow.text)), known)
    parts = (told.description, told.funder)
    description, funder = (flow.text[part.start : part.end] if part else None for part in parts)
    return description, funder


@pytest.mark.parametrize(
    ("title", "name", "explained"),
    [
        ("FERSKEN – gemensam räddningstjänst", "FERSKEN", "gemensam räddningstjänst"),
        ("Tysta vikar - båtar utan buller (Interreg)", "Tysta vikar", "båtar utan buller"),
        ("STEG, stöd för växande småföretag", "STEG", None),
        ("Havsro", None, None),
        ("Havsro – ro", None, None),
        ("Åsa Ek, Vika", None, None),
    ],
)
def test_a_title_may_explain_its_name(title: str, name: str | None, explained: str | None) -> None:
    assert called_by(title) == name
    spans = explained_name(title)
    told = tuple(title[span.start : span.end] for span in spans) if spans else None
    assert told == ((name, explained) if explained else None)


def test_the_first_sentence_below_a_title_describes() -> None:
    text = "# Havsro\n\nTystare båtar i skärgården provas av fiskare. Vi börjar i maj."
    assert _told(text, "Havsro") == ("Tystare båtar i skärgården provas av fiskare", None)


@pytest.mark.parametrize(
    "below",
    [
        "Projektet provar tystare båtar i skärgården.",
        "I Havsro provas tystare båtar i skärgården.",
        "Fem kommuner i skärgården deltar tillsammans.",
        "Förbundet är projektägare. Det pågår i tre år.",
        "Almviks kommun är en partner av fem.",
        "Region Almvik är huvudpartner.",
        "Program: Interreg Nord och två kommuner.",
        "- Tystare båtar i skärgården provas.",
        "Kort.",
    ],
)
def test_what_names_it_again_or_who_works_in_it_does_not_describe(below: str) -> None:
    assert _told(f"# Havsro\n\n{below}", "Havsro")[0] is None


def test_a_title_that_explains_its_name_describes_it() -> None:
    text = f"# Havsro – tystare båtar i norr\n\nFiskare provar dem. {PAID}"
    assert _told(text, "Havsro", "Interreg Nord") == ("tystare båtar i norr", "Interreg Nord")


def test_who_pays_is_told_by_a_label_or_is_the_first_known() -> None:
    text = f"# Havsro\n\nTystare båtar provas. {PAID} Finansiär: Vinnova."
    assert _told(text, "Havsro", "Interreg Nord")[1] == "Vinnova"
    text = f"# Havsro\n\nTystare båtar provas. {PAID} Leader följer det."
    assert _told(text, "Havsro", "Interreg Nord", "Leader")[1] == "Interreg Nord"
    text = "# Havsro\n\nNordfondens program Interreg Nord betalar tystare båtar."
    assert _told(text, "Havsro", "Nordfonden", "Interreg Nord")[1] == "Interreg Nord"


def test_a_title_with_nothing_below_it_tells_its_name_alone() -> None:
    assert _told("# Havsro", "Havsro") == (None, None)


def test_sentences_end_before_capitals() -> None:
    text = "Regionen deltar i t.ex. två. Det kostar 3 kr. och mer! Åsa leder? Ja."
    assert sentences(text) == [
        "Regionen deltar i t.ex. två.",
        "Det kostar 3 kr. och mer!",
        "Åsa leder?",
        "Ja.",
    ]


def test_a_name_with_its_explanation_in_quotes() -> None:
    text = "Almviks matcentrum ”Smak, kunskap och handel”"
    spans = explained_name(text)
    assert spans is not None
    assert [text[span.start : span.end] for span in spans] == [
        "Almviks matcentrum",
        "Smak, kunskap och handel",
    ]
    assert explained_name("Projektet ”Smak, kunskap och handel”") is None
