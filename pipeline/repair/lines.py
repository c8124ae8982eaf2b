"""A line with its characters cleaned, and the way back to the raw line."""

import re

from msgspec import Struct

from pipeline.text.tokens import Token, TokenKind, tokenise
from pipeline.text.unicode import clean_characters, has_suspect_characters

_CHUNK = re.compile(r"\S+")
_SOFT_HYPHEN = "\u00ad"


class Change(Struct, frozen=True, gc=False):
    """A stretch that cleaning changed: its span in the clean line and in the raw one."""

    start: int
    end: int
    raw_start: int
    raw_end: int


class CleanLine(Struct, frozen=True, gc=False):
    """A raw line, what it reads with its characters cleaned, its tokens, what that changed."""

    raw: str
    text: str
    tokens: tuple[Token, ...]
    changes: tuple[Change, ...] = ()

    @property
    def words(self) -> list[str]:
        """The words of the clean line."""
        return [token.text for token in self.tokens if token.kind is TokenKind.WORD]

    def raw_place(self, place: int, *, after: bool = False) -> int:
        """Return the raw offset of a clean one that lies in no change.

        At a change that left nothing, it is the place before it, or `after` it.
        """
        shift = 0
        for change in self.changes:
            if change.end < place or (change.end == place and (change.start < place or after)):
                shift = change.raw_end - change.end
        return place + shift


def clean_line(raw: str) -> CleanLine:
    """Clean the characters of a line, word by word; a soft hyphen at its end stays."""
    if not has_suspect_characters(raw):
        return CleanLine(raw, raw, tuple(tokenise(raw)))
    parts: list[str] = []
    changes = []
    place = length = 0
    for match in _CHUNK.finditer(raw):
        chunk = match.group()
        cleaned = clean_characters(chunk)
        if chunk.endswith(_SOFT_HYPHEN) and not raw[match.end() :].strip():
            cleaned += _SOFT_HYPHEN
        gap = raw[place : match.start()]
        start = length + len(gap)
        if cleaned != chunk:
            changes.append(Change(start, start + len(cleaned), match.start(), match.end()))
        parts += [gap, cleaned]
        length = start + len(cleaned)
        place = match.end()
    text = "".join([*parts, raw[place:]])
    return CleanLine(raw, text, tuple(tokenise(text)), tuple(changes))
