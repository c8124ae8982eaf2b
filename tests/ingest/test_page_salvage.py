"""Pages put together from what is left of a PDF."""

import re
from contextlib import closing
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.page_salvage import salvage_pages
from tests.bad_inputs.raw_pdf import CATALOG, FONT, LINES, PAGE, TEXT, one_page, pdf, plan, stream

_PLAN = plan(4)
_BRANCH = (
    b"<< /Type /Pages /Kids [%s] /Count 2 /MediaBox [0 0 420 595]"
    b" /Resources << /Font << /F1 5 0 R >> >> >>"
)
_BARE = b"<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>"


def _texts(data: bytes) -> list[str] | None:
    """Return what PDFium reads on each page that is put together."""
    salvaged = salvage_pages(data)
    if salvaged is None:
        return None
    made = BytesIO()
    with salvaged:
        salvaged.save(made)
    with closing(pypdfium2.PdfDocument(made.getvalue())) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def _packed() -> bytes:
    """Return the plan with all that can be in streams of objects, cut before its end."""
    made = BytesIO()
    with pikepdf.open(BytesIO(_PLAN)) as document:
        document.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()[: made.getvalue().rindex(b"/XRef")]


def _shown(words: bytes) -> bytes:
    return stream(b"BT /F1 12 Tf 72 400 Td (%s) Tj ET" % words)


def test_a_file_cut_before_its_end_keeps_its_pages_in_order() -> None:
    texts = _texts(_packed()) or []
    assert [re.findall(r"sida (\d)", text) for text in texts] == [["1"], ["2"], ["3"], ["4"]]
    assert all(line in text for text in texts for line in LINES)


def test_what_is_left_of_content_that_is_cut_is_kept() -> None:
    data = one_page()
    (text,) = _texts(data[: data.index(b"Tj ET")]) or []
    assert LINES[0] in text


def test_a_catalog_is_not_needed() -> None:
    (text,) = _texts(one_page().replace(b"/Catalog", b"/Katalog")) or []
    assert LINES[0] in text


def test_pages_that_hang_nowhere_follow_those_that_do() -> None:
    things = [b"null", _BRANCH % b"6 0 R 3 0 R", _BARE % 7, FONT, FONT, _BARE % 8]
    streams = [_shown(b"andra"), _shown(b"forsta"), _shown(b"tredje"), _BARE % 9]
    assert _texts(pdf([*things, *streams])) == ["forsta", "andra", "tredje"]


def test_pages_keep_what_they_have_from_their_branch() -> None:
    salvaged = salvage_pages(pdf([b"null", _BRANCH % b"3 0 R", _BARE % 4, _shown(b"mott"), FONT]))
    assert salvaged is not None
    (page,) = salvaged.pages
    assert [int(side) for side in page.mediabox] == [0, 0, 420, 595]
    assert "/F1" in page.resources.Font


def test_a_page_that_is_gone_keeps_its_place() -> None:
    things = [CATALOG, _BRANCH % b"88 0 R 3 0 R", _BARE % 4, _shown(b"kvar"), FONT]
    assert _texts(pdf(things)) == ["", "kvar"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n",
        pdf([CATALOG, b"<< /Type /Pages /Kids [88 0 R] /Count 1 >>"]),
        pdf([CATALOG, b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"]),
        pdf([PAGE.replace(b"/Contents", b"/Nothing"), stream(TEXT)]),
        one_page().replace(b"/Root", b"/Encrypt 9 0 R /Root"),
    ],
)
def test_without_a_page_that_can_be_read_there_is_nothing(data: bytes) -> None:
    assert salvage_pages(data) is None


@given(st.integers(0, len(_PLAN)), st.integers(0, 400), st.binary(max_size=40))
def test_whatever_is_damaged_no_page_comes_twice(start: int, length: int, junk: bytes) -> None:
    data = _PLAN[:start] + junk + _PLAN[start + length :]
    try:
        texts = _texts(data) or []
    except pikepdf.PdfError:
        return
    numbers = [number for text in texts for number in re.findall(r"sida (\d)", text)]
    assert len(numbers) == len(set(numbers)) <= 4
