"""Damage inside a PDF page: readers take what is left of its content and say nothing."""

import re
import zlib
from collections.abc import Iterable

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT

_FLATE = (LIT("FlateDecode"), LIT("Fl"))
_WRITTEN = {
    LIT("ASCII85Decode"): b"~>",
    LIT("A85"): b"~>",
    LIT("ASCIIHexDecode"): b">",
    LIT("AHx"): b">",
}
"""Filters that write bytes as letters, and what ends what they wrote (ISO 32000-1, 7.4.2-3)."""

_CONTROLS = bytes({*range(32)} - set(b"\t\n\f\r"))
_MOST_CONTROLS = 0.02
_DRAWS = re.compile(rb"\s(?:BT|Do|cm|re|ET)\s")


def is_content_damaged(page: PDFPage) -> bool:
    """Tell whether some of what a page draws is not there or cannot be unpacked.

    Must be asked before the page is read, because reading drops the packed bytes. Content
    that is encrypted, or packed otherwise than by Flate alone, is not looked into; of what is
    written as letters, whether it has its end.
    """
    return any(_is_missing(part) or _is_cut(part) for part in _parts(page))


def _parts(page: PDFPage) -> Iterable[object]:
    return [] if page.attrs.get("Contents") is None else [_resolved(p) for p in page.contents]


def _resolved(part: object) -> object:
    resolve = getattr(part, "resolve", None)
    return part if resolve is None else resolve()


def _is_missing(part: object) -> bool:
    return not isinstance(part, PDFStream)


def _is_cut(part: object) -> bool:
    if not isinstance(part, PDFStream) or part.decipher or part.rawdata is None:
        return False
    filters = [name for name, _ in part.get_filters()]
    if not filters:
        return is_unreadable(part.rawdata)
    if filters[0] in _WRITTEN:
        return not part.rawdata.rstrip().endswith(_WRITTEN[filters[0]])
    return len(filters) == 1 and filters[0] in _FLATE and not is_flate_whole(part.rawdata)


def is_flate_whole(packed: bytes) -> bool:
    """Tell whether what was packed by Flate unpacks to its end."""
    unpacking = zlib.decompressobj()
    try:
        unpacking.decompress(packed)
    except zlib.error:
        return False
    return unpacking.eof


def is_unreadable(content: bytes) -> bool:
    """Tell whether what should draw a page is something else: the name of its filter is lost."""
    controls = len(content) - len(content.translate(None, _CONTROLS))
    return controls > _MOST_CONTROLS * len(content) and _DRAWS.search(content) is None
