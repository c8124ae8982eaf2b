"""Pages that PDFium may be given: whole, and without forms that draw forms."""

import zlib
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Stream

from pipeline.ingest.sound_pages import is_sound
from tests.ingest import making

PACKED = zlib.compress(b"BT /F1 11 Tf 72 700 Td (Plan) Tj ET " * 50)


def _pdf() -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(making.pdf_bytes(making.SWEDISH)))


def _form(pdf: pikepdf.Pdf, resources: Dictionary | None) -> Stream:
    form = Stream(pdf, b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    if resources is not None:
        form.Resources = resources
    return form


def test_a_good_page_is_sound() -> None:
    assert is_sound(_pdf(), 1)


@pytest.mark.parametrize(
    ("packed", "filters", "sound"),
    [
        (PACKED, Name.FlateDecode, True),
        (PACKED, [Name.FlateDecode], True),
        (PACKED[:-20], Name.FlateDecode, False),
        (b"\xff" * 40, Name.FlateDecode, False),
        (b"42 54>", Name.ASCIIHexDecode, True),
        (zlib.decompress(PACKED), None, True),
        (b"BT /F1 11 Tf (\0\x12\0\x17\0\x04) Tj ET ", None, True),
        (PACKED, None, False),
    ],
)
def test_content_is_there_to_its_end(packed: bytes, filters: object, sound: bool) -> None:
    pdf = _pdf()
    pdf.pages[0].Contents = pdf.make_indirect(Stream(pdf, packed, Filter=filters))
    assert is_sound(pdf, 1) is sound


def test_each_part_of_the_content_is_looked_at() -> None:
    pdf = _pdf()
    whole = pdf.make_indirect(Stream(pdf, b"q "))
    pdf.pages[0].obj.Contents = pikepdf.Array([whole, whole])
    assert is_sound(pdf, 1)
    pdf.pages[0].obj.Contents = pikepdf.Array([whole, Dictionary()])
    assert not is_sound(pdf, 1)
    del pdf.pages[0].obj.Contents
    assert not is_sound(pdf, 1)


def test_a_form_may_stand_on_a_page_but_not_in_a_form() -> None:
    pdf = _pdf()
    flat = pdf.make_indirect(_form(pdf, Dictionary()))
    pdf.pages[0].obj.Resources.XObject = Dictionary({"/A": flat})
    assert is_sound(pdf, 1)
    pdf.pages[0].obj.Resources.XObject = Dictionary(
        {"/A": _form(pdf, Dictionary(XObject=Dictionary({"/B": flat})))}
    )
    assert not is_sound(pdf, 1)


def test_a_form_without_resources_may_draw_itself() -> None:
    pdf = _pdf()
    pdf.pages[0].obj.Resources.XObject = Dictionary({"/A": _form(pdf, None)})
    assert not is_sound(pdf, 1)


def test_encrypted_files_are_left_to_others() -> None:
    locked = making.encrypted(making.pdf_bytes(making.SWEDISH), user="")
    assert not is_sound(pikepdf.open(BytesIO(locked)), 1)
