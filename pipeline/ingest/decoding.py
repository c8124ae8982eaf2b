"""Bytes to text: which encoding they are in, told from the bytes alone."""

import codecs
import re

# Those of UTF-32 come first: that of UTF-16 is the beginning of one of them.
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Text holds tabs and breaks; old programs end a file with \x1a. Others are not text.
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_WINDOWS = "cp1252"
_OLDER = ("mac_roman", "cp850")
"""What Macintosh and MS-DOS wrote."""
_SURELY = 3


def decode(data: bytes) -> str | None:
    """Return the text that bytes hold, None where they are not text.

    A byte-order mark decides. Without one it is UTF-8 where the bytes are valid as such,
    UTF-16 where every other byte of the beginning is zero, else Windows-1252, which
    contains what Latin-1 prints, or an older encoding where å, ä and ö then stand inside
    words and otherwise do not. Text has no control characters.
    """
    text = _decode(data)
    if text is None or _CONTROL.search(text):
        return None
    return text.removesuffix("\x1a")


def _decode(data: bytes) -> str | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _try(data[len(bom) :], encoding)
    if (unmarked := _unmarked(data[:256])) is not None:
        return _try(data, unmarked)
    text = _try(data, "utf-8")
    return _try(data, _single_byte(data)) if text is None else text


def _unmarked(head: bytes) -> str | None:
    """Return the form of UTF-16 that the first bytes are in, None where in no form."""
    even, odd = head[::2], head[1::2]
    if not odd or any(even) == any(odd):
        return None
    return "utf-16-le" if any(even) else "utf-16-be"


def _single_byte(data: bytes) -> str:
    """Return the encoding of one byte a letter in which a text has most of its å, ä and ö."""
    best = max(_OLDER, key=lambda encoding: _letters_inside(data, encoding))
    surplus = _letters_inside(data, best) - _letters_inside(data, _WINDOWS)
    return best if surplus >= _SURELY else _WINDOWS


def _letters_inside(data: bytes, encoding: str) -> int:
    """Count å, ä and ö between other letters, where no quotation mark or dash stands."""
    return len(re.findall(b"(?<=[A-Za-z])[%s](?=[a-z])" % "åäö".encode(encoding), data))


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
