from hypothesis import given
from hypothesis import strategies as st

from pipeline.dataset.page_rows import correction_rows, line_rows, page_rows
from pipeline.model.geometry import Box
from pipeline.model.page import Decision, Line, Page, TextSource, Word
from pipeline.model.repair import Edit, EditKind, Join, RepairedLine, RepairedPage
from tests.dataset.builders import repaired_page


def page_of(line: Line, repaired: RepairedLine, *following: str) -> RepairedPage:
    lines = (line, *map(Line, following))
    page = Page(1, 0, 0, TextSource.PLAIN, Decision.KEEP, "text", lines)
    return RepairedPage(page, (repaired, *map(RepairedLine, following)))


def test_a_page_has_its_text_before_and_after() -> None:
    (row,) = page_rows("doc-1", [repaired_page()])
    assert row.text_raw == "Anna Akesson (M) ir ordi-\nnarie ledamot."
    assert row.text == "Anna Åkesson (M) ir ordinarie\nledamot."
    assert (row.width_pt, row.quality_raw, row.quality) == (595, 0.5, 1.0)


def test_lines_are_numbered_and_keep_the_hyphen_at_their_end() -> None:
    rows = line_rows("doc-1", [repaired_page()])
    assert [row.line_number for row in rows] == [1, 2]
    assert rows[0].text == "Anna Åkesson (M) ir ordi-"
    assert (rows[0].x0, rows[0].y1, rows[1].x0) == (0, 5, None)


def test_each_edit_and_each_joined_line_is_a_correction_in_the_order_of_the_line() -> None:
    rows = correction_rows("doc-1", [repaired_page(), repaired_page(2)])
    assert [(row.page_number, row.original, row.corrected, row.kind) for row in rows] == [
        (page, *edit)
        for page in (1, 2)
        for edit in (
            ("Akesson", "Åkesson", "diacritic"),
            ("ir", "är", "ocr_confusion"),
            ("-", "", "line_end_hyphen"),
        )
    ]
    assert len({row.correction_id for row in rows}) == 6
    hyphen = rows[2]
    assert "Anna Akesson (M) ir ordi-"[hyphen.char_start : hyphen.char_end] == "-"


def test_a_correction_has_the_box_and_confidence_of_its_word() -> None:
    diacritic, confusion, _ = correction_rows("doc-1", [repaired_page()])
    assert (diacritic.x0, diacritic.x1, diacritic.ocr_confidence) == (10, 30, 0.4)
    assert (confusion.x0, confusion.ocr_confidence) == (None, None)


def test_an_edit_over_two_words_has_the_box_around_both() -> None:
    words = (Word("sam", Box(0, 0, 3, 5), 0.9), Word("verkan", Box(4, 1, 9, 6), 0.7))
    line = Line("sam verkan", words=words)
    edit = Edit(0, 10, "sam verkan", "samverkan", EditKind.OCR_CONFUSION, 1)
    (row,) = correction_rows("doc-1", [page_of(line, RepairedLine(line.text, (edit,)))])
    assert (row.x0, row.y0, row.x1, row.y1, row.ocr_confidence) == (0, 0, 9, 6, 0.7)


def test_the_same_word_twice_has_the_box_of_the_one_that_was_edited() -> None:
    words = (Word("for", Box(0, 0, 1, 1)), Word("for", Box(5, 0, 6, 1)))
    line = Line("for for", words=words)
    edit = Edit(4, 7, "for", "för", EditKind.DIACRITIC, 1, ocr_confidence=0.0)
    (row,) = correction_rows("doc-1", [page_of(line, RepairedLine(line.text, (edit,)))])
    assert (row.x0, row.ocr_confidence) == (5, 0.0)


def test_a_hyphen_that_belongs_to_the_word_stays_in_its_correction() -> None:
    line = Line("inom EU- ")
    repaired = RepairedLine(line.text, (), Join.KEEP_HYPHEN, 0.8)
    (row,) = correction_rows("doc-1", [page_of(line, repaired, "projekt")])
    assert (row.original, row.corrected, row.char_start, row.score) == ("-", "-", 7, 0.8)


def test_the_last_line_of_a_page_joins_nothing() -> None:
    line = Line("allt mer globali-")
    repaired = RepairedLine(line.text, (), Join.DROP_HYPHEN)
    assert correction_rows("doc-1", [page_of(line, repaired)]) == []


@given(st.text("aä -", max_size=12), st.data())
def test_a_correction_always_names_what_stands_in_the_raw_line(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edit = Edit(start, end, text[start:end], "å", EditKind.DIACRITIC, 1)
    repaired = RepairedLine(text, (edit,), data.draw(st.sampled_from(Join)))
    line = Line(text, words=tuple(Word(w) for w in text.split()))
    for row in correction_rows("doc-1", [page_of(line, repaired, "rest")]):
        assert text[row.char_start : row.char_end] == row.original
