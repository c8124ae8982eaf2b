"""What a PDF carries beside its pages is found, however its names are spelt."""

from pathlib import Path

import pytest

from pipeline.ingest.active_content import find_active_content
from pipeline.model.source import Note
from tests.bad_inputs.raw_pdf import CATALOG, one_page, plan, stream


def _found(folder: Path, entries: bytes, *more: bytes) -> tuple[Note, ...]:
    path = folder / "plan.pdf"
    path.write_bytes(one_page(catalog=CATALOG.replace(b">>", entries + b" >>"), more=more))
    return find_active_content(path)


@pytest.mark.parametrize(
    ("entries", "notes"),
    [
        (b"/OpenAction << /S /JavaScript /JS (x) >>", (Note.JAVASCRIPT,)),
        (b"/OpenAction << /S /J#61vaScript /J#53 6 0 R >>", (Note.JAVASCRIPT,)),
        (b"/AA << /WC << /S /Launch /F (x) >> >>", (Note.LAUNCHES_PROGRAM,)),
        (b"/Names << /EmbeddedFiles << /Names [] >> >>", (Note.ATTACHMENTS,)),
        (b"/AcroForm << /XFA 6 0 R >>", (Note.XFA_FORM,)),
        (b"/Lang (JavaScript) /XFAX 1 /JSON 2", ()),
        (b"/A << /JS (x) >> /B << /EF << >> >>", (Note.JAVASCRIPT, Note.ATTACHMENTS)),
    ],
)
def test_what_is_carried_is_found(tmp_path: Path, entries: bytes, notes: tuple[Note, ...]) -> None:
    assert _found(tmp_path, entries, stream(b"app.alert(1)")) == notes


def test_a_plain_file_carries_nothing_and_a_broken_one_tells_nothing(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    for data in (plan(2), b"%PDF-1.7\n"):
        path.write_bytes(data)
        assert find_active_content(path) == ()
