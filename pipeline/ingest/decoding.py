"""Bytes to text: which encoding they are in, told from the bytes alone."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Text holds tabs and breaks; old programs end a file with \x1a. Others are not text.
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")


def decode(data: bytes) -> str | None:
    """Return the text that bytes hold, None where they are not text.

    A byte-order mark decides; otherwise UTF-8 where the bytes are valid as such, else
    Windows-1252, which contains what Latin-1 prints. Text has no control characters.
    """
    text = _decode(data)
    if text is None or _CONTROL.search(text):
        return None
    return text.removesuffix("\x1a")


def _decode(data: bytes) -> str | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _try(data[len(bom) :], encoding)
    text = _try(data, "utf-8")
    return _try(data, "cp1252") if text is None else text


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
