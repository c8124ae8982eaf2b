"""What lies over the pages of a PDF, fields, typed notes and stamps, is read with them."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.config import IngestConfig
from pipeline.ingest import read_pages, take_in
from pipeline.ingest.overlays import has_overlaid_text
from pipeline.lexicon import Lexicon
from pipeline.model.page import Decision, Page
from pipeline.model.source import Note
from tests.ingest.making import SWEDISH, pdf_bytes

PRINTED = "Projektets namn:"
TYPED = "Gröna byar i Ödeshög"
HIDDEN = 2


def form(value: str, draw: Callable[[Canvas], None] = lambda _: None) -> bytes:
    """Return a PDF of two pages, the first with a printed line and a field beside it."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=True)
    canvas.drawString(72, 700, PRINTED)
    canvas.acroForm.textfield(value=value, x=180, y=690, width=200, height=20, name="namn")
    draw(canvas)
    canvas.showPage()
    canvas.drawString(72, 700, "Beslut fattas av nämnden")
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def note(subtype: Name, text: bytes, flags: int = 4) -> bytes:
    """Return an empty form whose first page has something over it that shows a text."""
    return stamped(form(""), text, subtype, flags)


def stamped(data: bytes, text: bytes, subtype: Name = Name.Stamp, flags: int = 4) -> bytes:
    """Return a PDF whose first page has nothing over it but what shows a text."""
    with pikepdf.open(BytesIO(data)) as pdf:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        look = pdf.make_stream(b"BT /F1 11 Tf 2 4 Td (" + text + b") Tj ET")
        look.update(
            Dictionary(
                Type=Name.XObject,
                Subtype=Name.Form,
                BBox=[0, 0, 200, 20],
                Resources=Dictionary(Font=Dictionary(F1=font)),
            )
        )
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=subtype,
            Rect=[180, 600, 380, 620],
            F=flags,
            AP=Dictionary(N=look),
        )
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(annotation)])
        return saved(pdf)


def left_to_viewers(value: str, *, told: bool = True, fonts: bool = True) -> bytes:
    """Return a form whose value is there, but not how it looks."""
    with pikepdf.open(BytesIO(form(value))) as pdf:
        if told:
            pdf.Root.AcroForm.NeedAppearances = True
        if not fonts:
            del pdf.Root.AcroForm["/DR"]
        for annotation in pdf.pages[0].obj.Annots:
            del annotation["/AP"]
        return saved(pdf)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return a PDF's bytes."""
    made = BytesIO()
    pdf.save(made, deterministic_id=True)
    return made.getvalue()


def read(path: Path, data: bytes, lexicon: Lexicon) -> tuple[tuple[Note, ...], tuple[Page, ...]]:
    """Return what is told of a PDF, and its pages."""
    path.write_bytes(data)
    config = IngestConfig()
    document = take_in(path, config)
    reading = read_pages(document, 1, document.page_count, lexicon, config)
    assert not reading.failures
    return document.notes, reading.pages


def lines(page: Page) -> list[str]:
    """Return the lines of a page."""
    return [line.text for line in page.lines]


@pytest.mark.parametrize(
    "data",
    [
        form(TYPED),
        left_to_viewers(TYPED),
        left_to_viewers(TYPED, told=False),
        left_to_viewers(TYPED, told=False, fonts=False),
    ],
)
def test_a_field_is_read_where_it_stands(tmp_path: Path, lexicon: Lexicon, data: bytes) -> None:
    notes, (first, second) = read(tmp_path / "form.pdf", data, lexicon)
    assert notes == (Note.OVERLAID_TEXT,)
    assert lines(first) == [f"{PRINTED} {TYPED}"]
    assert lines(second) == ["Beslut fattas av nämnden"]
    assert (tmp_path / "form.pdf").read_bytes() == data


@pytest.mark.parametrize("kind", [Name.FreeText, Name.Stamp])
def test_typed_notes_and_stamps_are_read(tmp_path: Path, lexicon: Lexicon, kind: Name) -> None:
    notes, pages = read(tmp_path / "note.pdf", note(kind, b"Diariefort"), lexicon)
    assert notes == (Note.OVERLAID_TEXT,)
    assert lines(pages[0]) == [PRINTED, "Diariefort"]


@pytest.mark.parametrize(
    "data",
    [
        form(""),
        left_to_viewers(""),
        note(Name.Stamp, b"Utkast", flags=HIDDEN),
        note(Name.Text, b"Ska detta vara med?"),
    ],
)
def test_what_shows_nothing_changes_nothing(tmp_path: Path, lexicon: Lexicon, data: bytes) -> None:
    notes, pages = read(tmp_path / "form.pdf", data, lexicon)
    assert notes == ()
    assert lines(pages[0]) == [PRINTED]


def test_a_blank_page_of_a_form_is_blank_and_not_lost(tmp_path: Path, lexicon: Lexicon) -> None:
    with pikepdf.open(BytesIO(form(TYPED))) as pdf:
        del pdf.pages[1].obj["/Contents"]
        _, pages = read(tmp_path / "form.pdf", saved(pdf), lexicon)
    assert [len(page.lines) for page in pages] == [1, 0]


@pytest.mark.parametrize(
    "annotation",
    [
        Dictionary(Subtype=Name.Widget, AP=Dictionary(N=Dictionary()), AS=1),
        Dictionary(Subtype=Name.Stamp, AP=Array([])),
        Dictionary(Subtype=Name.FreeText, F=Name.F),
        Array([]),
    ],
)
def test_nonsense_over_a_page_shows_nothing(annotation: pikepdf.Object) -> None:
    with pikepdf.open(BytesIO(form(""))) as pdf:
        pdf.pages[0].obj.Annots = Array([annotation])
        assert not has_overlaid_text(pdf)


@pytest.mark.parametrize("printed", [(), SWEDISH])
def test_a_stamp_does_not_hide_that_its_page_is_a_scan(
    tmp_path: Path, lexicon: Lexicon, printed: tuple[str, ...]
) -> None:
    scan = Image.new("L", (300, 400), 200)
    data = stamped(pdf_bytes(printed, image=scan), b"Diariefort " * 20)
    _, (page,) = read(tmp_path / "scan.pdf", data, lexicon)
    assert page.decision is (Decision.KEEP if printed else Decision.READ_IMAGE)
    assert "Diariefort" in " ".join(lines(page))
