"""A line with its characters cleaned, and the way back to the raw line."""

import re
from typing import NamedTuple

from pipeline.text.unicode import clean_characters, has_suspect_characters

_CHUNK = re.compile(r"\S+")
_SOFT_HYPHEN = "\u00ad"


class Change(NamedTuple):
    """A stretch that cleaning changed: its span in the clean line and in the raw one."""

    start: int
    end: int
    raw_start: int
    raw_end: int


class CleanLine(NamedTuple):
    """A raw line, what it reads with its characters cleaned, and what that changed."""

    raw: str
    text: str
    changes: tuple[Change, ...] = ()

    def raw_span(self, start: int, end: int) -> tuple[int, int, str, str]:
        """Return the raw span of a clean one, and clean text before and after inside it.

        A span that touches a change takes in the whole of it; the two strings are what of
        the clean line then lies in the raw span but outside `start` to `end`.
        """
        first, last = start, end
        for change in self.changes:
            if change.start < end and start < change.end:
                first, last = min(first, change.start), max(last, change.end)
        shift = self._shift(first)
        return (
            first + shift,
            last + self._shift(last, after=True),
            self.text[first:start],
            self.text[end:last],
        )

    def _shift(self, place: int, *, after: bool = False) -> int:
        shift = 0
        for change in self.changes:
            if change.end < place or (after and change.end == place) or change.end <= place:
                shift = change.raw_end - change.end
        return shift


def clean_line(raw: str) -> CleanLine:
    """Clean the characters of a line, word by word; a soft hyphen at its end stays."""
    if not has_suspect_characters(raw):
        return CleanLine(raw, raw)
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
    return CleanLine(raw, "".join([*parts, raw[place:]]), tuple(changes))
