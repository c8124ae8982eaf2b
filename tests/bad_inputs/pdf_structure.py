"""PDFs whose files are cut, locked, or wrong in how they hang together."""

import re
from io import BytesIO
from typing import Literal

import pikepdf

from pipeline.errors import FailureReason
from tests.bad_inputs.kinds import Kind, fails, holding, loses_pages, made_by, works
from tests.bad_inputs.packed import packed_zeros
from tests.bad_inputs.raw_pdf import CATALOG, FONT, PAGE, PAGES, TEXT, one_page, pdf, plan, stream

_THREE = plan(3)


def _locked(user: str, *, revision: Literal[3, 6] = 6) -> bytes:
    made = BytesIO()
    with pikepdf.open(BytesIO(_THREE)) as document:
        lock = pikepdf.Encryption(
            owner="ägare", user=user, R=revision, aes=revision > 3, metadata=revision > 3
        )
        document.save(made, encryption=lock)
    return made.getvalue()


def _unknown_lock() -> bytes:
    lock = b"/Encrypt << /Filter /Nobody.Knows /V 9 /R 9 /Length 128 >> /ID [<00> <00>]"
    return pdf([CATALOG, PAGES, PAGE, stream(TEXT), FONT], lock)


def _without_pages() -> bytes:
    made = BytesIO()
    with pikepdf.new() as document:
        document.save(made)
    return made.getvalue()


def _packed_objects() -> bytes:
    """Return a PDF all of whose objects lie in an object stream."""
    made = BytesIO()
    with pikepdf.open(BytesIO(_THREE)) as document:
        document.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def _broken_object_stream() -> bytes:
    data = _packed_objects()
    place = data.index(b"stream", data.index(b"/ObjStm")) + 8
    return data[:place] + b"\xff" * 60 + data[place + 60 :]


def _cut_after_packed_objects() -> bytes:
    data = _packed_objects()
    return data[: data.rindex(b"/XRef")]


def _object_stream_bomb() -> bytes:
    bomb = packed_zeros(512)
    entries = b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"
    return one_page(more=[stream(bomb, entries)])


def _xref_loop() -> bytes:
    data = one_page()
    start = data[data.rindex(b"startxref") + 9 : data.rindex(b"%%EOF")].strip()
    return data.replace(b"/Root 1 0 R ", b"/Root 1 0 R /Prev " + start + b" ")


def _tree(kids: bytes, count: int) -> bytes:
    return one_page(pages=b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count))


def _count_too_small() -> bytes:
    pages = b"<< /Type /Pages /Kids [3 0 R 6 0 R 7 0 R] /Count 1 >>"
    return one_page(pages=pages, more=[PAGE, PAGE])


def _page_tree_cycle() -> bytes:
    inner = b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 2 >>"
    pages = b"<< /Type /Pages /Kids [6 0 R] /Count 2 >>"
    return one_page(pages=pages, more=[inner])


def _deep_tree(depth: int) -> bytes:
    """Return a PDF whose only page hangs at the end of a long branch."""
    branch = [
        b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (number - 1, number + 1)
        for number in range(7, 6 + depth)
    ]
    pages = b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>"
    first = b"<< /Type /Pages /Parent 2 0 R /Kids [7 0 R] /Count 1 >>"
    last = PAGE.replace(b"2 0 R", b"%d 0 R" % (5 + depth))
    return one_page(pages=pages, more=[first, *branch, last])


def _many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(4, 4 + count))
    pages = b"<< /Type /Pages /Kids [%s] /Count %d /MediaBox [0 0 595 842] >>" % (kids, count)
    page = b"<< /Type /Page /Parent 2 0 R >>"
    return pdf([CATALOG, pages, b"null", *[page] * count])


def _many_objects() -> bytes:
    return one_page(more=[b"<< /Nothing %d >>" % number for number in range(100_000)])


def _many_updates() -> bytes:
    """Return a PDF saved anew a thousand times, each time at its end."""
    data = bytearray(one_page())
    before = int(data[data.rindex(b"startxref") + 9 : data.rindex(b"%%EOF")])
    for _ in range(1000):
        place = len(data)
        data += b"5 0 obj\n%s\nendobj\n" % FONT
        start = len(data)
        data += b"xref\n5 1\n%010d 00000 n \n" % place
        data += b"trailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
            before,
            start,
        )
        before = start
    return bytes(data)


def _good_and_bad_pages() -> bytes:
    """Return a PDF of three pages: good, with content that is lost, good."""
    pages = b"<< /Type /Pages /Kids [3 0 R 6 0 R 3 0 R] /Count 3 >>"
    broken = PAGE.replace(b"4 0 R", b"7 0 R")
    return one_page(pages=pages, more=[broken, stream(b"\xff" * 90, b"/Filter /FlateDecode")])


def _junk(amount: int) -> bytes:
    return (b"X-Mailer: skanner\r\n" * (amount // 19 + 1))[:amount]


_CUT = {share: _THREE[: int(len(_THREE) * share)] for share in (0.1, 0.3, 0.5, 0.7, 0.9)}

KINDS: tuple[Kind, ...] = (
    fails("empty.pdf", holding(b""), FailureReason.EMPTY),
    fails("header-only.pdf", holding(b"%PDF-1.7\n"), FailureReason.DAMAGED),
    fails("cut-at-10-percent.pdf", holding(_CUT[0.1]), FailureReason.DAMAGED),
    fails("cut-at-30-percent.pdf", holding(_CUT[0.3]), FailureReason.DAMAGED),
    fails("cut-at-50-percent.pdf", holding(_CUT[0.5]), FailureReason.DAMAGED),
    loses_pages("cut-at-70-percent.pdf", holding(_CUT[0.7]), FailureReason.DAMAGED),
    works("cut-at-90-percent.pdf", holding(_CUT[0.9])),
    works("without-xref.pdf", holding(_THREE[: _THREE.rindex(b"xref\n0")])),
    works(
        "wrong-xref.pdf", holding(re.sub(rb"\b00000(\d{5}) 00000 n", rb"00001\1 00000 n", _THREE))
    ),
    works("wrong-startxref.pdf", holding(re.sub(rb"startxref\n\d+", b"startxref\n7", _THREE))),
    works("missing-endobj.pdf", holding(_THREE.replace(b"endobj\n", b""))),
    works("xref-in-a-loop.pdf", holding(_xref_loop())),
    works("junk-before-the-header.pdf", holding(_junk(900) + _THREE)),
    fails(
        "header-too-far-in.pdf", holding(_junk(5000) + b"\0\1" + _THREE), FailureReason.UNKNOWN_TYPE
    ),
    works("junk-after-the-end.pdf", holding(_THREE + bytes(70_000))),
    works("two-files-in-one.pdf", holding(_THREE + plan(2))),
    works("line-ends-changed.pdf", holding(_THREE.replace(b"\n", b"\r\n"))),
    fails("locked.pdf", made_by(lambda: _locked("hemligt")), FailureReason.ENCRYPTED),
    fails(
        "locked-rc4.pdf", made_by(lambda: _locked("hemligt", revision=3)), FailureReason.ENCRYPTED
    ),
    works("owner-password-only.pdf", made_by(lambda: _locked(""))),
    fails("unknown-lock.pdf", holding(_unknown_lock()), FailureReason.ENCRYPTED),
    fails("no-pages.pdf", made_by(_without_pages), FailureReason.NO_PAGES),
    fails("no-catalog.pdf", holding(pdf([b"<< /Type /Nothing >>"])), FailureReason.DAMAGED),
    works("page-tree-in-a-circle.pdf", holding(_page_tree_cycle())),
    works("page-tree-1000-deep.pdf", made_by(lambda: _deep_tree(1000))),
    works("count-too-large.pdf", holding(_tree(b"3 0 R", 7))),
    works("count-too-small.pdf", made_by(_count_too_small)),
    works("count-negative.pdf", holding(_tree(b"3 0 R", -1))),
    works("count-zero.pdf", holding(_tree(b"3 0 R", 0))),
    works("count-of-billions.pdf", holding(_tree(b"3 0 R", 2_000_000_000))),
    works("kids-missing.pdf", holding(_tree(b"3 0 R 98 0 R 99 0 R", 3))),
    works("kids-nowhere.pdf", holding(_tree(b"98 0 R", 1))),
    fails("kids-are-no-pages.pdf", holding(_tree(b"5 0 R 4 0 R", 2)), FailureReason.DAMAGED),
    works("cut-after-packed-objects.pdf", made_by(_cut_after_packed_objects)),
    works("page-without-a-tree.pdf", holding(one_page(pages=b"null"))),
    loses_pages("good-and-bad-pages.pdf", holding(_good_and_bad_pages()), FailureReason.DAMAGED),
    fails("20001-pages.pdf", made_by(lambda: _many_pages(20_001)), FailureReason.TOO_LARGE),
    works("100000-objects.pdf", made_by(_many_objects)),
    works("saved-1000-times.pdf", made_by(_many_updates)),
    fails("broken-object-stream.pdf", made_by(_broken_object_stream), FailureReason.DAMAGED),
    fails("object-stream-bomb.pdf", made_by(_object_stream_bomb), FailureReason.TOO_LARGE),
    works("array-nested-100000-deep.pdf", made_by(lambda: one_page(more=[b"[" * 100_000]))),
)
