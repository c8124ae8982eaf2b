"""PDFs that open in one way or another, and what is told of it."""

from pathlib import Path

import pikepdf
import pytest

from pipeline.errors import FailureReason, SourceError
from pipeline.ingest import pdf_file
from tests.bad_inputs.pdf_structure import KINDS
from tests.bad_inputs.raw_pdf import plan

DOUBTS = {
    "count-too-large.pdf": (1, "pdfplumber counts 1 pages, PDFium counts 7 pages: file mended"),
    "kids-missing.pdf": (1, "pdfplumber counts 1 pages, PDFium counts 3 pages: file mended"),
    "without-xref.pdf": (3, "pdfplumber does not open it, PDFium does not open it: file mended"),
    "wrong-xref.pdf": (3, "pdfplumber counts 0 pages, PDFium counts 3 pages: file mended"),
    "page-tree-in-a-circle.pdf": (1, "file taken as it is"),
    "cut-after-packed-objects.pdf": (3, "PDFium does not open it: pages put together from what"),
}


def _settled(folder: Path, name: str, *, overlaid: bool = False) -> pdf_file.PdfFile:
    (kind,) = (kind for kind in KINDS if kind.name == name)
    kind.make(folder / name)
    return pdf_file.settle(folder / name, str(folder), overlaid=overlaid)


@pytest.mark.parametrize("name", DOUBTS)
def test_what_was_done_is_told_where_readers_disagree(tmp_path: Path, name: str) -> None:
    pages, doubt = DOUBTS[name]
    found = _settled(tmp_path, name)
    assert found.page_count == pages
    assert doubt in found.doubt


@pytest.mark.parametrize("name", DOUBTS)
def test_a_damaged_file_keeps_its_pages_where_what_lies_over_them_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def fail(pdf: pikepdf.Pdf) -> None:
        raise RuntimeError(f"cannot flatten {len(pdf.pages)} pages")

    monkeypatch.setattr(pdf_file, "print_overlays", fail)
    pages, doubt = DOUBTS[name]
    found = _settled(tmp_path, name, overlaid=True)
    assert (found.page_count, found.overlaid) == (pages, False)
    assert doubt in found.doubt
    assert "notes and stamps could not be read" in found.doubt


def test_nothing_is_told_of_a_good_file(tmp_path: Path) -> None:
    (tmp_path / "good.pdf").write_bytes(plan(2))
    found = pdf_file.settle(tmp_path / "good.pdf", "good", overlaid=False)
    assert (found.page_count, found.rewritten, found.doubt) == (2, None, "")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("unknown-lock.pdf", FailureReason.ENCRYPTED),
        ("locked-rc4.pdf", FailureReason.ENCRYPTED),
        ("no-catalog.pdf", FailureReason.DAMAGED),
        ("no-pages.pdf", FailureReason.NO_PAGES),
    ],
)
def test_files_that_do_not_open_say_why(tmp_path: Path, name: str, reason: FailureReason) -> None:
    with pytest.raises(SourceError) as caught:
        _settled(tmp_path, name)
    assert caught.value.reason is reason
