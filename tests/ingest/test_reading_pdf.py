"""Text layers: words where they are printed, pages judged, failures kept to their page."""

import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.config import IngestConfig
from pipeline.errors import FailureReason
from pipeline.ingest import pdf_file, pdf_pages, pdf_text, read_pages, take_in
from pipeline.lexicon import Lexicon
from pipeline.model.page import Decision, Page, Reading, Role, TextSource
from tests.ingest import making

CONFIG = IngestConfig()


def _read(tmp_path: Path, data: bytes, lexicon: Lexicon) -> Reading:
    path = making.write(tmp_path / "plan.pdf", data)
    document = take_in(path, CONFIG)
    return read_pages(document, 1, document.page_count, lexicon, CONFIG)


def _page(tmp_path: Path, data: bytes, lexicon: Lexicon) -> Page:
    reading = _read(tmp_path, data, lexicon)
    assert not reading.failures
    return reading.pages[0]


def test_a_healthy_layer_is_kept_with_its_boxes(tmp_path: Path, lexicon: Lexicon) -> None:
    page = _page(tmp_path, making.pdf_bytes(making.SWEDISH), lexicon)
    assert page.text_source is TextSource.TEXT_LAYER
    assert page.decision is Decision.KEEP, page.decision_reason
    assert tuple(line.text for line in page.lines) == making.SWEDISH
    box = page.lines[0].box
    assert box is not None
    assert (round(box.x0), round(box.y1)) == (72, round(A4[1] - 700 + 2.4))
    assert page.lines[0].font_size == 11
    assert all(word.confidence is None for line in page.lines for word in line.words)


def test_a_ruined_layer_over_an_image_is_read_again(tmp_path: Path, lexicon: Lexicon) -> None:
    data = making.pdf_bytes(making.RUINED, image=making.paper(), mode=3)
    page = _page(tmp_path, data, lexicon)
    assert page.decision is Decision.READ_IMAGE
    assert "words known" in page.decision_reason
    assert "over an image on 100 % of the page" in page.decision_reason
    assert page.lines  # kept, for when the image cannot be read


def test_a_ruined_layer_without_an_image_is_repaired(tmp_path: Path, lexicon: Lexicon) -> None:
    page = _page(tmp_path, making.pdf_bytes(making.RUINED), lexicon)
    assert page.decision is Decision.REPAIR
    assert "0 % with å/ä/ö" in page.decision_reason


@pytest.mark.parametrize("mode", [0, 3])
def test_a_healthy_layer_over_an_image_is_kept(tmp_path: Path, lexicon: Lexicon, mode: int) -> None:
    data = making.pdf_bytes(making.SWEDISH, image=making.paper(), mode=mode)
    assert _page(tmp_path, data, lexicon).decision is Decision.KEEP


def test_english_is_not_taken_for_ruined_swedish(tmp_path: Path, lexicon: Lexicon) -> None:
    page = _page(tmp_path, making.pdf_bytes(making.ENGLISH), lexicon)
    assert page.decision is Decision.KEEP
    assert "in English" in page.decision_reason


def test_an_image_with_a_stamp_is_read_and_a_blank_page_is_not(
    tmp_path: Path, lexicon: Lexicon
) -> None:
    stamp = making.pdf_bytes(("Bilaga 3",), image=making.paper())
    assert _page(tmp_path, stamp, lexicon).decision is Decision.READ_IMAGE
    image = making.pdf_bytes((), image=making.paper())
    assert _page(tmp_path, image, lexicon).decision is Decision.READ_IMAGE
    blank = _page(tmp_path, making.pdf_bytes(()), lexicon)
    assert (blank.decision, blank.decision_reason) == (Decision.KEEP, "blank page")


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, [20, 30, 580, 800]])
def test_boxes_lie_where_the_words_are_seen(
    tmp_path: Path, lexicon: Lexicon, rotation: int, crop: list[int] | None
) -> None:
    """Text drawn so that it is upright once the page is turned, measured against PDFium."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4)
    canvas.translate(300, 400)
    canvas.rotate(rotation)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(0, 0, "Handlingsplan")
    canvas.save()
    boxes: dict[str, object] = {"Rotate": rotation, "MediaBox": [-10, -15, 600, 850]}
    if crop:
        boxes["CropBox"] = crop
    page = _page(tmp_path, making.changed(made.getvalue(), **boxes), lexicon)
    pdf = pypdfium2.PdfDocument(tmp_path / "plan.pdf")
    pixels = pdf[0].render(scale=4, grayscale=True).to_numpy()
    rows, columns = (pixels.min(axis=axis).squeeze() < 128 for axis in (1, 0))
    pdf.close()
    (line,) = page.lines
    assert line.text == "Handlingsplan"
    assert line.box is not None
    assert line.box.x0 == pytest.approx(columns.argmax() / 4, abs=2)
    assert line.box.y0 == pytest.approx(rows.argmax() / 4, abs=4)
    assert (page.width_pt, page.height_pt) == pytest.approx(
        (pixels.shape[1] / 4, pixels.shape[0] / 4), abs=0.5
    )


def test_a_page_printed_sideways_is_turned_upright(tmp_path: Path, lexicon: Lexicon) -> None:
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4)
    canvas.rotate(90)
    for number, line in enumerate(making.SWEDISH):
        canvas.drawString(50, -100 - 14 * number, line)
    canvas.save()
    page = _page(tmp_path, made.getvalue(), lexicon)
    assert tuple(line.text for line in page.lines) == making.SWEDISH
    assert (page.width_pt, page.height_pt) == pytest.approx((A4[1], A4[0]))
    assert page.rotation == 90


def test_a_sideways_stamp_is_a_line_of_its_own(tmp_path: Path, lexicon: Lexicon) -> None:
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4)
    for number, line in enumerate(making.SWEDISH):
        canvas.drawString(72, 700 - 14 * number, line)
    canvas.translate(40, 660)
    canvas.rotate(90)
    canvas.drawString(0, 0, "Dnr RS 2024/117")
    canvas.save()
    page = _page(tmp_path, made.getvalue(), lexicon)
    assert sorted(line.text for line in page.lines) == sorted((*making.SWEDISH, "Dnr RS 2024/117"))


def test_letters_printed_twice_to_look_bold_come_once(tmp_path: Path, lexicon: Lexicon) -> None:
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4)
    for shift in (0, 0.3):
        canvas.drawString(72 + shift, 700, "Nulla accessoarer")
    canvas.save()
    assert [line.text for line in _page(tmp_path, made.getvalue(), lexicon).lines] == [
        "Nulla accessoarer"
    ]


def _ruled(canvas: Canvas, rows: list[tuple[str, ...]]) -> None:
    xs, top, step = (72, 200, 330, 500), 600, 30
    for number in range(len(rows) + 1):
        canvas.line(xs[0], top - step * number, xs[-1], top - step * number)
    for x in xs:
        canvas.line(x, top, x, top - step * len(rows))
    for number, row in enumerate(rows):
        for x, cell in zip(xs, row, strict=False):
            for offset, text in enumerate(cell.split("\n")):
                canvas.drawString(x + 4, top - step * number - 12 - 12 * offset, text)


def test_a_ruled_table_has_cells_and_their_lines(tmp_path: Path, lexicon: Lexicon) -> None:
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4)
    canvas.drawString(72, 700, "Insatserna framgår av tabellen.")
    _ruled(
        canvas, [("Insats", "Effekt", "År"), ("Samverka med\nkommunerna", "Bättre vård", "2024")]
    )
    canvas.drawString(72, 480, "Efter tabellen.")
    canvas.save()
    page = _page(tmp_path, made.getvalue(), lexicon)
    (table,) = page.tables
    texts = {
        (cell.row, cell.column): [page.lines[number - 1].text for number in cell.line_numbers]
        for cell in table.cells
    }
    assert texts[1, 0] == ["Samverka med", "kommunerna"]
    assert texts[0, 1] == ["Effekt"]
    assert texts[1, 2] == ["2024"]
    roles = [line.role for line in page.lines]
    assert roles == [Role.BODY, *[Role.TABLE_CELL] * 7, Role.BODY]


def test_a_frame_and_shaded_text_are_no_tables(tmp_path: Path, lexicon: Lexicon) -> None:
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4)
    canvas.rect(50, 50, 500, 750)
    canvas.setFillGray(0.9)
    canvas.rect(72, 680, 200, 12, stroke=0, fill=1)
    canvas.rect(272, 680, 200, 12, stroke=0, fill=1)
    canvas.rect(72, 668, 200, 12, stroke=0, fill=1)
    canvas.rect(272, 668, 200, 12, stroke=0, fill=1)
    canvas.setFillGray(0)
    for number, line in enumerate(making.SWEDISH):
        canvas.drawString(74, 683 - 12 * number, line)
    canvas.save()
    page = _page(tmp_path, made.getvalue(), lexicon)
    assert page.tables == ()
    assert tuple(line.text for line in page.lines) == making.SWEDISH


def test_pdfium_reads_what_pdfplumber_does_not(
    tmp_path: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(pdf_pages, "read_plain_page", _not_plain)
    monkeypatch.setattr(pdf_text, "read_page", fail)
    page = _page(tmp_path, making.pdf_bytes(making.SWEDISH), lexicon)
    assert tuple(line.text for line in page.lines) == making.SWEDISH
    box = page.lines[0].box
    assert box is not None
    assert (round(box.x0), round((box.y0 + box.y1) / 2)) == (72, 138)


def test_a_page_that_fails_leaves_the_others(
    tmp_path: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pypdfium2.PdfDocument.__getitem__

    def fail(pdf: pypdfium2.PdfDocument, index: int) -> pypdfium2.PdfPage:
        if index == 1:
            raise pypdfium2.PdfiumError("Failed to load page.")
        return real(pdf, index)

    plumber = pdf_text.read_page
    monkeypatch.setattr(pdf_pages, "read_plain_page", _not_plain)
    monkeypatch.setattr(pdf_text, "read_page", lambda page: _second_fails(plumber, page))
    monkeypatch.setattr(pypdfium2.PdfDocument, "__getitem__", fail)
    reading = _read(tmp_path, making.pdf_bytes(*[making.SWEDISH] * 3), lexicon)
    assert [page.number for page in reading.pages] == [1, 3]
    (failure,) = reading.failures
    assert (failure.page_number, failure.stage) == (2, "ingest")
    assert failure.reason is FailureReason.DAMAGED
    assert "page 2" in failure.message


def _not_plain(page: object, number: int) -> None:
    return None


def _second_fails(read: object, page: object) -> object:
    if page.page_number == 2:  # type: ignore[attr-defined]
        raise KeyError("Contents")
    return read(page)  # type: ignore[operator]


def _with_content(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return a PDF the packed content of whose first page is changed."""
    with pikepdf.open(BytesIO(data)) as pdf:
        packed = change(zlib.compress(pdf.pages[0].Contents.read_bytes()))
        pdf.pages[0].Contents = pikepdf.Stream(pdf, packed, Filter=pikepdf.Name.FlateDecode)
        made = BytesIO()
        pdf.save(made, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return made.getvalue()


def test_a_page_whose_content_is_lost_fails(tmp_path: Path, lexicon: Lexicon) -> None:
    data = making.pdf_bytes(making.SWEDISH, making.SWEDISH)
    reading = _read(tmp_path, _with_content(data, lambda packed: b"\0" * 40), lexicon)
    assert [page.number for page in reading.pages] == [2]
    (failure,) = reading.failures
    assert (failure.page_number, failure.reason) == (1, FailureReason.DAMAGED)
    assert "content is damaged" in failure.message


def test_a_page_whose_content_is_cut_says_so(tmp_path: Path, lexicon: Lexicon) -> None:
    data = making.pdf_bytes(making.SWEDISH * 9)
    cut = _with_content(data, lambda packed: packed[: len(packed) * 3 // 4])
    page = _page(tmp_path, cut, lexicon)
    assert 0 < len(page.lines) < 36
    assert "some of it may be missing" in page.decision_reason
    whole = _page(tmp_path, _with_content(data, lambda packed: packed + b"\n"), lexicon)
    assert len(whole.lines) == 36
    assert "missing" not in whole.decision_reason


def test_a_mended_file_is_read(
    tmp_path: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the two readers disagree, the file is mended in memory and read from there."""
    monkeypatch.setattr(pdf_file, "_count_by_pdfplumber", _one_less)
    reading = _read(tmp_path, making.pdf_bytes(making.SWEDISH, making.SWEDISH), lexicon)
    assert [len(page.lines) for page in reading.pages] == [4, 4]


def _one_less(source: Path | BytesIO) -> int:
    return 1 if isinstance(source, Path) else 2


def test_pages_outside_the_document_are_refused(tmp_path: Path, lexicon: Lexicon) -> None:
    document = take_in(making.write(tmp_path / "a.pdf", making.pdf_bytes(())), CONFIG)
    with pytest.raises(ValueError, match="no pages 1 to 2"):
        read_pages(document, 1, 2, lexicon, CONFIG)
