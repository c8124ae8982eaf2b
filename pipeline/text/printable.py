"""Paths and messages as texts that every table and screen can hold."""

import re
from pathlib import Path

_SURROGATE = re.compile("[\ud800-\udfff]")


def printable(text: str | Path) -> str:
    r"""Return a text, or a path as one, that every table and screen can hold.

    Bytes of a file name that are not UTF-8 become `\xe5` and the like.
    """
    return _SURROGATE.sub(lambda found: _escape(ord(found[0])), str(text))


def _escape(code: int) -> str:
    stands_for_a_byte = 0xDC80 <= code <= 0xDCFF
    return f"\\x{code - 0xDC00:02x}" if stands_for_a_byte else f"\\u{code:04x}"
