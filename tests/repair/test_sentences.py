"""Sentences of units: every word once, broken words whole, cases as printed."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import Lexicon
from pipeline.model.page import Line, Role
from pipeline.repair.choices import Case
from pipeline.repair.hyphens import ends_in_hyphen, line_end
from pipeline.repair.lines import clean_line
from pipeline.repair.sentences import Span, Unit, case_of, sentences
from pipeline.text.tokens import TokenKind

TEXT = st.lists(st.text("abåäö AO16-.,:()£&", max_size=20), max_size=5)


def read(lexicon: Lexicon, *texts: str | Line, bullets: tuple[int, ...] = ()) -> list[list[Unit]]:
    lines = [Line(text) if isinstance(text, str) else text for text in texts]
    clean = [clean_line(line.text) for line in lines]
    broken = [ends_in_hyphen(row.text) for row in clean]
    ends = [line_end(lines, i, lexicon) if goes_on else None for i, goes_on in enumerate(broken)]
    return sentences(lines, clean, ends, bullets)


def printed(found: list[list[Unit]]) -> list[list[str]]:
    return [[unit.printed for unit in sentence] for sentence in found]


def units(found: list[list[Unit]]) -> dict[str, Unit]:
    return {unit.printed: unit for unit in chain.from_iterable(found)}


@given(TEXT)
def test_every_unit_is_what_stands_in_its_spans_and_stands_there_alone(
    lexicon: Lexicon, texts: list[str]
) -> None:
    taken: set[tuple[int, int]] = set()
    for sentence in read(lexicon, *texts):
        assert sentence
        for unit in sentence:
            assert unit.printed
            pieces = [texts[span.line][span.start : span.end] for span in unit.spans]
            assert "".join(pieces) == unit.printed
            places = {(span.line, n) for span in unit.spans for n in range(span.start, span.end)}
            assert not places & taken
            taken |= places


def test_full_stops_and_paragraphs_end_sentences_and_line_ends_do_not(lexicon: Lexicon) -> None:
    found = read(lexicon, "Vägen byggs om. Arbetet tar", "ett år", Line("Bron blir kvar", block=1))
    assert printed(found) == [
        ["Vägen", "byggs", "om"],
        ["Arbetet", "tar", "ett", "år"],
        ["Bron", "blir", "kvar"],
    ]


def test_a_sentence_goes_on_in_the_next_block_with_a_small_letter(lexicon: Lexicon) -> None:
    found = read(lexicon, "Bron över", Line("ån blir kvar", block=1))
    assert printed(found) == [["Bron", "över", "ån", "blir", "kvar"]]
    heading = Line("ån blir kvar", role=Role.HEADING, block=1)
    assert len(read(lexicon, "Bron över", heading)) == 2


def test_a_word_broken_over_a_line_end_is_one_unit_with_two_spans(lexicon: Lexicon) -> None:
    found = read(lexicon, "en ny cykel-", "bana byggs")
    assert printed(found) == [["en", "ny", "cykelbana", "byggs"]]
    assert units(found)["cykelbana"].spans == (Span(0, 6, 11), Span(1, 0, 4))


def test_the_left_part_of_a_compound_stands_alone(lexicon: Lexicon) -> None:
    found = units(read(lexicon, "gång- och cykelväg samt kust-", "och skärgård"))
    assert found["gång"].first_part
    assert found["kust"].first_part
    assert not found["cykelväg"].first_part


def test_words_are_divided_at_inner_hyphens(lexicon: Lexicon) -> None:
    assert printed(read(lexicon, "ett EU-projekt")) == [["ett", "EU", "projekt"]]


def test_numbers_of_items_are_codes_and_others_numbers(lexicon: Lexicon) -> None:
    kinds = [unit.kind for unit in units(read(lexicon, "1. Inledning på 12 sidor")).values()]
    word = TokenKind.WORD
    assert kinds == [TokenKind.CODE, word, word, TokenKind.NUMBER, word]


def test_html_is_a_code_and_an_abbreviation_in_brackets_a_word_of_its_own(
    lexicon: Lexicon,
) -> None:
    found = units(read(lexicon, "SAMVERKANSNÄTVERK (KSN)<br> Salt &amp; vatten"))
    codes = [word for word, unit in found.items() if unit.kind is TokenKind.CODE]
    assert codes == ["br", "&amp"]
    assert [word for word, unit in found.items() if unit.bracketed] == ["KSN"]


def test_names_before_a_party_are_marked(lexicon: Lexicon) -> None:
    found = units(read(lexicon, "Ordförande är Maja Fryxbom (KD) från Ånäs"))
    assert [word for word, unit in found.items() if unit.named] == ["Maja", "Fryxbom"]


def test_words_with_a_full_stop_are_marked(lexicon: Lexicon) -> None:
    found = units(read(lexicon, "se kap. fyra och mer"))
    assert [word for word, unit in found.items() if unit.stopped] == ["kap"]


def test_a_bullet_is_no_word_and_begins_a_sentence(lexicon: Lexicon) -> None:
    found = read(lexicon, "e fler bostäder", "e bättre vägar", bullets=(0, 1))
    assert printed(found) == [["fler", "bostäder"], ["bättre", "vägar"]]


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("väg", Case.LOWER),
        ("Väg", Case.CAPITAL),
        ("VÄG", Case.UPPER),
        ("fOr", Case.MIXED),
        ("DPositiva", Case.MIXED),
        ("HOkesund", Case.CAPITAL),
        ("£6rslag", Case.LOWER),
    ],
)
def test_cases_inside_a_sentence(word: str, case: Case) -> None:
    assert case_of(word, at_start=False) is case


def test_a_capital_at_the_start_of_a_sentence_tells_nothing() -> None:
    assert case_of("Väg", at_start=True) is Case.START
    assert case_of("£6rslag", at_start=True) is Case.START
    assert case_of("VÄG", at_start=True) is Case.UPPER
