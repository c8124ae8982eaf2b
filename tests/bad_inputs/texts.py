"""Texts and web pages in wrong encodings, without end, or made to blow up."""

import random
import zipfile
from io import BytesIO

from pipeline.errors import FailureReason
from tests.bad_inputs.kinds import Kind, fails, holding, made_by, works
from tests.bad_inputs.raw_pdf import LINES, plan

_TEXT = "\n".join(LINES) + "\n"


def _zip(*names: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), _TEXT)
    return made.getvalue()


def _html(body: str, head: str = "") -> bytes:
    page = f"<html><head>{head}<title>Plan</title></head><body>{body}</body></html>"
    return f"<!DOCTYPE html>{page}".encode()


def _laughs() -> bytes:
    entities = "".join(
        f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10)
    )
    return (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "ha">{entities}]>'
        f"<html><body><p>{_TEXT} &l9;</p></body></html>"
    ).encode()


def _outside() -> bytes:
    return (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        f'<html><body><p>{_TEXT} &x;</p><iframe src="http://127.0.0.1:9/"></iframe></body></html>'
    ).encode()


def _lying(charset: str) -> bytes:
    return _html(f"<p>{_TEXT}</p>" * 200, f'<meta charset="{charset}">')


_SPANS = (
    "<table><tr><td>Insats<td>År</tr>" + "<tr><td rowspan=65534 colspan=1000>x<td>2024</tr>" * 60
)

KINDS: tuple[Kind, ...] = (
    works("one-byte.txt", holding(b"a")),
    fails("form-feeds.txt", holding(b"\f" * 5000), FailureReason.EMPTY),
    works("utf-16-with-mark.txt", holding(_TEXT.encode("utf-16"))),
    works("utf-16-without-mark.txt", holding(_TEXT.encode("utf-16-le"))),
    works("utf-32.txt", holding(_TEXT.encode("utf-32"))),
    works("latin-1.txt", holding(_TEXT.encode("latin-1"))),
    works("mac-roman.txt", holding(_TEXT.encode("mac_roman"))),
    works("cp850.txt", holding(_TEXT.encode("cp850"))),
    fails("utf-16-cut.txt", holding(_TEXT.encode("utf-16")[:-1]), FailureReason.UNKNOWN_TYPE),
    fails("nul-bytes.txt", holding(_TEXT.encode() + bytes(3)), FailureReason.UNKNOWN_TYPE),
    fails("binary.txt", holding(random.Random(1).randbytes(5000)), FailureReason.UNKNOWN_TYPE),
    fails(
        "line-of-50-megabytes.txt",
        made_by(lambda: b"regionen " * 5_600_000),
        FailureReason.TOO_LARGE,
    ),
    fails("25000-pages.txt", made_by(lambda: b"Sida\f" * 25_000), FailureReason.TOO_LARGE),
    works("100000-tags.html", made_by(lambda: _html("<div>" * 100_000 + LINES[0]))),
    works("tags-cut.html", holding(_html(f"<p>{_TEXT}</p><table><tr><td>a<td")[:-20])),
    works("entities-that-multiply.html", made_by(_laughs)),
    works("entity-from-outside.html", holding(_outside())),
    works("table-of-spans.html", made_by(lambda: _html(_SPANS))),
    works(
        "table-of-20000-cells.html",
        made_by(lambda: _html("<table>" + "<tr><td>a<td>b</tr>" * 10_000)),
    ),
    works("charset-lies.html", holding(_lying("utf-16"))),
    works("charset-of-no-alphabet.html", holding(_lying("punycode"))),
    works(
        "scripts.html", holding(_html(f"<script>while(1);</script><p onclick='x()'>{_TEXT}</p>"))
    ),
    fails(
        "nothing-to-see.html",
        holding(b"<!DOCTYPE html><html><body><script>while(1);</script></body></html>"),
        FailureReason.EMPTY,
    ),
    fails(
        "plan.docx",
        made_by(lambda: _zip("[Content_Types].xml", "word/document.xml")),
        FailureReason.UNKNOWN_TYPE,
    ),
    fails("plan.xlsx", made_by(lambda: _zip("xl/workbook.xml")), FailureReason.UNKNOWN_TYPE),
    fails("plan.zip", made_by(lambda: _zip("plan.pdf")), FailureReason.UNKNOWN_TYPE),
    fails(
        "plan.doc",
        holding(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        FailureReason.UNKNOWN_TYPE,
    ),
    fails("plan.rtf", holding(rb"{\rtf1\ansi Plan f\'f6r 2024}"), FailureReason.UNKNOWN_TYPE),
    fails(
        "letter.eml",
        holding(
            b"From: a@b.se\r\nSubject: Plan\r\nMIME-Version: 1.0\r\n"
            b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
        ),
        FailureReason.UNKNOWN_TYPE,
    ),
    works("really-a-pdf.txt", made_by(lambda: plan(2) + b"%1")),
    works("really-a-pdf.png", made_by(lambda: plan(2) + b"%2")),
    works("really-a-text.pdf", holding((_TEXT + "1").encode())),
    works("really-a-page.tif", holding(_html(f"<p>{_TEXT} 2</p>"))),
    fails(
        "really-an-office-file.pdf",
        made_by(lambda: _zip("word/document.xml")),
        FailureReason.UNKNOWN_TYPE,
    ),
)
