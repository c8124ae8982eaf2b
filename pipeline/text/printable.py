"""Paths, messages and counts as texts that every table and screen can hold."""

import re
from pathlib import Path

_SURROGATE = re.compile("[\ud800-\udfff]")
_COMMANDING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of writing around."""


def printable(text: str | Path) -> str:
    r"""Return a text, or a path as one, that every table and screen can hold.

    Bytes of a file name that are not UTF-8 become `\xe5` and the like.
    """
    return _SURROGATE.sub(lambda found: _escape(ord(found[0])), str(text))


def on_screen(text: str | Path) -> str:
    r"""Return a text as it may be shown on a terminal: none of it is a command to that.

    A name chosen by somebody else may hold such commands; they become `\x1b` and the like.
    """
    return _COMMANDING.sub(lambda found: _code(ord(found[0])), printable(text))


def counted(number: int, noun: str) -> str:
    """Return how many of a thing there are: `1 page`, `4,000 pages`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _code(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _escape(code: int) -> str:
    stands_for_a_byte = 0xDC80 <= code <= 0xDCFF
    return f"\\x{code - 0xDC00:02x}" if stands_for_a_byte else f"\\u{code:04x}"
