"""What kind of file bytes are, told from the bytes and never from the name."""

import re

from pipeline.ingest.decoding import decode
from pipeline.model.source import MediaType

HEAD = 4096
"""How many bytes from its start tell what a file is, unless it is text."""

_PDF_WITHIN = 1024
"""Readers accept a PDF's mark within its first 1024 bytes (ISO 32000-1, annex H)."""

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
    (b"\xff\xd8\xff", MediaType.JPEG),
    (b"II*\x00", MediaType.TIFF),
    (b"MM\x00*", MediaType.TIFF),
    (b"II+\x00", MediaType.TIFF),
    (b"MM\x00+", MediaType.TIFF),
)

_FOREIGN = (
    (re.compile(rb"PK\x03\x04.{0,4000}?(?:word|xl|ppt)/", re.DOTALL), "an Office document"),
    (
        re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis", re.DOTALL),
        "an OpenDocument file",
    ),
    (re.compile(rb"PK[\x03\x05]"), "a ZIP archive or an Office document"),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "an old Office document"),
    (re.compile(rb"\{\\rtf"), "a rich-text document (RTF)"),
    (re.compile(rb"%!PS"), "a PostScript file"),
    (re.compile(rb"GIF8[79]a"), "a GIF image"),
    (re.compile(rb"BM.{12}[\x0c\x28\x6c\x7c]\x00\x00\x00", re.DOTALL), "a BMP image"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "a WebP image"),
    (re.compile(rb".{4}ftyp(?:heic|heix|mif1|avif)", re.DOTALL), "a HEIC or AVIF image"),
    (re.compile(rb"\x00\x00\x00\x0cjP  |\xff\x4f\xff\x51"), "a JPEG 2000 image"),
    (re.compile(rb"7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\x1f\x8b"), "a compressed archive"),
    (
        re.compile(rb"(?s:.{0,2000})\bMIME-Version:(?s:.{0,1500})multipart/", re.IGNORECASE),
        "a web archive or e-mail",
    ),
)

_HTML = re.compile(
    r"(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def sniff_head(head: bytes) -> MediaType | None:
    """Return the kind of a file that is not text, None where its start does not tell."""
    for signature, media_type in _SIGNATURES:
        if head.startswith(signature):
            return media_type
    return MediaType.PDF if b"%PDF-" in head[:_PDF_WITHIN] else None


def name_foreign(head: bytes) -> str | None:
    """Return what a file is that Prickfri does not read, for a person; None where unknown."""
    return next((name for pattern, name in _FOREIGN if pattern.match(head)), None)


def sniff_text(data: bytes) -> tuple[MediaType, str] | None:
    """Return the kind and the text of a file that is text, None for one that is not."""
    text = decode(data)
    if text is None:
        return None
    return (MediaType.HTML if _HTML.match(text) else MediaType.TEXT), text
