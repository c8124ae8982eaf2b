"""What simple correctors share: words between their punctuation, and their capitals."""

import re
from typing import NamedTuple

# Signs that OCR prints for letters (`p&`, `£6r`) are no punctuation here.
_EDGES = re.compile(
    r"""(?P<before>[-.,;:!?()\[\]"”“»«'’…–—/•]*)(?P<core>.*?)(?P<after>[-.,;:!?()\[\]"”“»«'’…–—/•]*)"""
)


class Piece(NamedTuple):
    """A word as white space divides it: its core, and the punctuation around it."""

    before: str
    core: str
    after: str


def pieces(line: str) -> list[Piece]:
    """Return the words of a line; those of punctuation alone have an empty core."""
    found = map(_EDGES.fullmatch, line.split())
    return [Piece(*match.group("before", "core", "after")) for match in found if match]


def is_word(core: str) -> bool:
    """Tell whether a corrector should look at it: a word, maybe with stray digits and signs."""
    return len(core) > 1 and any(map(str.isalpha, core)) and not {"@", "/"} & set(core[1:-1])


def with_case_of(word: str, printed: str) -> str:
    """Return a lower-cased word with the capitals of the printed one, letter by letter.

    Where the two differ in length: all capitals, one at the start, or none.
    """
    if len(word) == len(printed):
        pairs = zip(word, printed, strict=True)
        return "".join(new.upper() if old.isupper() else new for new, old in pairs)
    if len(printed) > 1 and printed.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if printed[:1].isupper() else word
