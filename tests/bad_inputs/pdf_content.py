"""PDFs whose pages hold what stops, floods or fools a reader."""

import zlib
from base64 import a85encode

from pipeline.errors import FailureReason
from tests.bad_inputs.kinds import Kind, ends_processes, fails, holding, made_by, works
from tests.bad_inputs.packed import packed_zeros
from tests.bad_inputs.raw_pdf import CATALOG, PAGE, TEXT, one_page, stream

_FLATE = b"/Filter /FlateDecode"


def _box(box: bytes) -> bytes:
    return one_page(page=PAGE.replace(b"[0 0 595 842]", box))


def _forms(*forms: bytes) -> bytes:
    """Return a page that draws form 6; forms are objects from number 6 on."""
    page = PAGE.replace(b"/Resources <<", b"/Resources << /XObject << /X 6 0 R >>")
    return one_page(page=page, content=stream(b"/X Do " + TEXT), more=forms)


def _form(drawn: int) -> bytes:
    entries = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
    )
    return stream(b"/X Do /X Do", entries % drawn)


def _nested_forms(depth: int) -> bytes:
    last = stream(b"0 0 9 9 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    forms = [_form(7 + number).replace(b"/X Do /X Do", b"/X Do      ") for number in range(depth)]
    return _forms(*forms, last)


def _doubling_forms(depth: int) -> bytes:
    """Return a page whose forms each draw the next one twice."""
    last = stream(b"0 0 9 9 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return _forms(*[_form(7 + number) for number in range(depth)], last)


def _image(data: bytes, entries: bytes, *, width: int = 1654, height: int = 2339) -> bytes:
    """Return a page that is nothing but an image."""
    page = PAGE.replace(b"/Resources <<", b"/Resources << /XObject << /X 6 0 R >>")
    entries += b" /Type /XObject /Subtype /Image /Width %d /Height %d" % (width, height)
    return one_page(
        page=page,
        content=stream(b"q 595 0 0 842 0 0 cm /X Do Q"),
        more=[stream(data, entries)],
    )


def _content_bomb(layers: int) -> bytes:
    """Return a page whose content, packed so many times over, unpacks to 3 GiB."""
    packed = packed_zeros(3 * 1024)
    for _ in range(layers - 1):
        packed = zlib.compress(packed, 9)
    return one_page(content=stream(packed, b"/Filter [" + b"/FlateDecode " * layers + b"]"))


def _disguised_bomb() -> bytes:
    """Return a bomb in letters, the name of their filter written so as not to be found."""
    letters = zlib.compress(packed_zeros(3 * 1024), 9).hex().encode() + b">"
    filters = b"/Filter [/ASCII#48exDecode /FlateDecode /FlateDecode]"
    return one_page(content=stream(letters, filters))


def _filtered(data: bytes, *filters: bytes) -> bytes:
    """Return a page whose content is written by filters, the outermost first."""
    return one_page(content=stream(data, b"/Filter [/" + b" /".join(filters) + b"]"))


def _hex_bomb() -> bytes:
    return _filtered(packed_zeros(3 * 1024).hex().encode() + b">", b"AHx", b"Fl")


def _line_and_more() -> bytes:
    """Return content in letters that ends right after it drew a line."""
    drawn = zlib.compress(b"72 90 m 400 90 l S " * 3 + TEXT * 99, 0)
    return a85encode(drawn[:64])


def _ascii85_bomb() -> bytes:
    letters = a85encode(packed_zeros(3 * 1024)) + b"~>"
    return _filtered(letters, b"ASCII85Decode", b"FlateDecode")


def _ascii85_zeros() -> bytes:
    """Return a page whose content is zeros, four to each letter."""
    return _filtered(b"z" * (48 << 20) + b"~>", b"ASCII85Decode")


def _run_length_bomb() -> bytes:
    """Return a page whose content is one byte a hundred times over, again and again: 1.6 GiB."""
    return _filtered(b"\x81\x00" * (13 << 20) + b"\x80", b"RunLengthDecode")


def _to_unicode(cmap: bytes, entries: bytes = b"") -> bytes:
    font = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"
        b" /ToUnicode 6 0 R >>"
    )
    return one_page(font=font, more=[stream(cmap, entries)])


def _action(action: bytes) -> bytes:
    return one_page(catalog=CATALOG.replace(b">>", b"/OpenAction %s >>" % action))


def _attachment() -> bytes:
    names = b"/Names << /EmbeddedFiles << /Names [(virus.exe) 6 0 R] >> >> >>"
    file = b"<< /Type /Filespec /F (../../virus.exe) /EF << /F 7 0 R >> >>"
    return one_page(
        catalog=CATALOG.replace(b">>", names),
        more=[file, stream(b"MZ\x90\x00", b"/Type /EmbeddedFile")],
    )


def _xfa() -> bytes:
    form = b"/AcroForm << /Fields [] /XFA 6 0 R >> >>"
    return one_page(
        catalog=CATALOG.replace(b">>", form), more=[stream(b"<xdp:xdp>calculate()</xdp:xdp>")]
    )


def _link(action: bytes) -> bytes:
    link = b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A %s >>]" % action
    return one_page(page=PAGE.replace(b"/Contents", link + b" /Contents"))


_NO_RESOURCES = PAGE.replace(b"/Resources << /Font << /F1 5 0 R >> >>", b"")
_NESTED_STATES = b"q " * 30_000 + TEXT
_ENDLESS_STRING = b"BT /F1 12 Tf (" + b"(" * 50_000
_HUGE_NUMBERS = b"1e400 0 0 -9999999999999999999999 1e-400 nan cm " + TEXT
_RECURSIVE_TYPE3 = (
    b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 82"
    b" /LastChar 82 /Widths [9] /Encoding << /Differences [82 /R] >> /CharProcs << /R 6 0 R >>"
    b" /Resources << /Font << /F1 5 0 R >> >> >>"
)

KINDS: tuple[Kind, ...] = (
    fails(
        "content-without-its-filter.pdf",
        made_by(lambda: one_page(content=stream(zlib.compress(TEXT * 9)))),
        FailureReason.DAMAGED,
    ),
    fails(
        "content-cut-behind-a-line.pdf",
        made_by(lambda: _filtered(_line_and_more(), b"ASCII85Decode", b"FlateDecode")),
        FailureReason.DAMAGED,
    ),
    works("form-that-draws-itself.pdf", holding(_forms(_form(6)))),
    works("forms-in-a-circle.pdf", holding(_forms(_form(7), _form(6)))),
    works("forms-2000-deep.pdf", made_by(lambda: _nested_forms(2000))),
    fails(
        "forms-that-double-30-times.pdf",
        made_by(lambda: _doubling_forms(30)),
        FailureReason.TIME_LIMIT,
    ),
    works("page-of-200000-points.pdf", holding(_box(b"[0 0 200000 200000]"))),
    works("media-box-of-no-size.pdf", holding(_box(b"[0 0 0 0]"))),
    works("media-box-upside-down.pdf", holding(_box(b"[595 842 0 0]"))),
    works("media-box-not-a-number.pdf", holding(_box(b"[0 0 nan (842)]"))),
    works("media-box-cut-short.pdf", holding(_box(b"[0 0 595]"))),
    works(
        "no-media-box.pdf", holding(one_page(page=PAGE.replace(b"/MediaBox [0 0 595 842]", b"")))
    ),
    works("no-resources.pdf", holding(one_page(page=_NO_RESOURCES))),
    works("font-missing.pdf", holding(one_page(font=b"null"))),
    works(
        "font-that-draws-itself.pdf", holding(one_page(font=_RECURSIVE_TYPE3, more=[stream(TEXT)]))
    ),
    works("to-unicode-broken.pdf", holding(_to_unicode(b"beginbfchar <00> endbfchar \xff" * 9))),
    works(
        "to-unicode-of-thousands.pdf",
        holding(_to_unicode(b"1 beginbfrange <000000> <03ffff> <0041> endbfrange")),
    ),
    fails(
        "to-unicode-bomb.pdf",
        made_by(lambda: _to_unicode(packed_zeros(1536), _FLATE)),
        FailureReason.TOO_LARGE,
    ),
    fails(
        "content-missing.pdf",
        holding(one_page(page=PAGE.replace(b"4 0 R", b"44 0 R"))),
        FailureReason.DAMAGED,
    ),
    fails(
        "content-broken.pdf",
        holding(one_page(content=stream(b"\xff" * 99, _FLATE))),
        FailureReason.DAMAGED,
    ),
    fails("content-bomb.pdf", made_by(lambda: _content_bomb(1)), FailureReason.TOO_LARGE),
    fails("content-bomb-nested.pdf", made_by(lambda: _content_bomb(3)), FailureReason.TOO_LARGE),
    ends_processes("content-bomb-in-letters.pdf", made_by(_disguised_bomb)),
    fails("content-bomb-in-hex.pdf", made_by(_hex_bomb), FailureReason.TOO_LARGE),
    fails("content-bomb-in-ascii85.pdf", made_by(_ascii85_bomb), FailureReason.TOO_LARGE),
    fails("content-of-ascii85-zeros.pdf", made_by(_ascii85_zeros), FailureReason.TOO_LARGE),
    fails("content-bomb-of-runs.pdf", made_by(_run_length_bomb), FailureReason.DAMAGED),
    works(
        "content-length-lies.pdf",
        holding(one_page(content=stream(TEXT).replace(b"/Length 1", b"/Length 9"))),
    ),
    works(
        "content-filter-unknown.pdf", holding(one_page(content=stream(TEXT, b"/Filter /Nonsense")))
    ),
    works("states-nested-30000-deep.pdf", holding(one_page(content=stream(_NESTED_STATES)))),
    works("endless-string.pdf", holding(one_page(content=stream(_ENDLESS_STRING)))),
    works("numbers-beyond-all.pdf", holding(one_page(content=stream(_HUGE_NUMBERS)))),
    works(
        "4000-words.pdf",
        made_by(
            lambda: one_page(
                content=stream(b"BT /F1 1 Tf " + b"1 0 Td (plan ) Tj " * 4_000 + b"ET")
            )
        ),
    ),
    fails(
        "image-of-tiny-data.pdf",
        holding(_image(b"\0" * 9, b"/BitsPerComponent 8 /ColorSpace /DeviceGray")),
        FailureReason.DAMAGED,
    ),
    fails(
        "image-too-large.pdf",
        holding(
            _image(
                b"\0" * 9,
                b"/BitsPerComponent 8 /ColorSpace /DeviceGray",
                width=60_000,
                height=60_000,
            )
        ),
        FailureReason.TOO_LARGE,
    ),
    fails(
        "jbig2-broken.pdf",
        holding(
            _image(
                b"\x97JB2" + b"\xff" * 60,
                b"/Filter /JBIG2Decode /BitsPerComponent 1 /ColorSpace /DeviceGray",
            )
        ),
        FailureReason.DAMAGED,
    ),
    fails(
        "jpx-broken.pdf",
        holding(_image(b"\xff\x4f\xff\x51" + b"\xff" * 60, b"/Filter /JPXDecode")),
        FailureReason.DAMAGED,
    ),
    works(
        "ccitt-broken.pdf",
        holding(
            _image(
                b"\xa5" * 60,
                b"/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 1654 >>"
                b" /BitsPerComponent 1 /ColorSpace /DeviceGray",
            )
        ),
    ),
    fails(
        "dct-broken.pdf",
        holding(
            _image(
                b"\xff\xd8\xff\xe0" + b"\0" * 60,
                b"/Filter /DCTDecode /BitsPerComponent 8 /ColorSpace /DeviceRGB",
            )
        ),
        FailureReason.DAMAGED,
    ),
    works("javascript.pdf", holding(_action(b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"))),
    works("launch-on-opening.pdf", holding(_action(b"<< /S /Launch /F (cmd.exe) >>"))),
    works("launch-behind-a-link.pdf", holding(_link(b"<< /S /Launch /F (/bin/sh) >>"))),
    works("address-behind-a-link.pdf", holding(_link(b"<< /S /URI /URI (http://127.0.0.1:9/) >>"))),
    works("attachment.pdf", holding(_attachment())),
    works("xfa-form.pdf", holding(_xfa())),
)
