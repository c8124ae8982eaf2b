"""Clean lines, and the way back to the raw ones."""

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.repair.lines import Change, clean_line
from pipeline.text.unicode import clean_characters

RAW = st.text("aö Ã¶¥\u00adﬁo\u0308\u200b-", max_size=25)


@given(RAW)
@example("x\u00ad ﬁn Ã¶l")
@example("\u200b")
def test_what_no_change_covers_is_as_it_was(raw: str) -> None:
    line = clean_line(raw)
    for place, sign in enumerate(line.text):
        if not any(change.start <= place < change.end for change in line.changes):
            assert raw[line.raw_place(place, after=True)] == sign


@given(RAW)
def test_changes_rebuild_the_clean_line(raw: str) -> None:
    line = clean_line(raw)
    parts, place = [], 0
    for change in line.changes:
        assert change.raw_start >= place
        parts += [raw[place : change.raw_start], line.text[change.start : change.end]]
        place = change.raw_end
    assert "".join([*parts, raw[place:]]) == line.text


@given(RAW)
def test_words_are_cleaned_one_by_one(raw: str) -> None:
    text = clean_line(raw).text.replace("\u00ad", "")
    cleaned = [clean_characters(chunk) for chunk in raw.split()]
    assert text.split() == [chunk for chunk in cleaned if chunk]


def test_a_line_that_is_well_stays() -> None:
    line = clean_line("Ny väg – 3,4 km")
    assert (line.text, line.changes) == (line.raw, ())
    assert line.words == ["Ny", "väg", "km"]
    assert [line.raw_place(place) for place in (0, 5, 15)] == [0, 5, 15]


def test_a_change_tells_both_places() -> None:
    line = clean_line("En ﬁn vÃ¤g")
    assert line.text == "En fin väg"
    assert line.changes == (Change(3, 6, 3, 5), Change(7, 10, 6, 10))
    assert line.raw_place(2) == 2
    assert line.raw_place(7) == 6
    assert line.raw_place(10) == 10


def test_a_soft_hyphen_at_the_end_of_a_line_breaks_a_word() -> None:
    assert clean_line("väg\u00adunder\u00ad").text == "vägunder\u00ad"
    assert clean_line("väg\u00ad skäl").text == "väg skäl"
