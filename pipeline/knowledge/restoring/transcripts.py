"""Transcripts, as web archives show documents: a line holds a page and begins with its number.

`Transkript`, `1 Strategi för ...`, `2 Organisation ...`: whatever a page ends with, the next
line is another page.
"""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.knowledge.rows import Row
from pipeline.model.page import Role

TRANSCRIPT: Final = re.compile(r"Transkript:?", re.IGNORECASE)
"""The line above the pages."""
_PAGE: Final = re.compile(r"(?P<number>\d{1,3})(?: ?\(\d{1,3}\))? \S")


def with_pages_apart(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, those that are pages of a transcript as paragraphs of their own."""
    found = list(rows)
    last: int | None = None
    for place, row in enumerate(rows):
        text = row.text.strip()
        if TRANSCRIPT.fullmatch(text):
            last = 0
        page = _PAGE.match(text) if last is not None and row.cell is None else None
        if page and last is not None and int(page["number"]) > last:
            last = int(page["number"])
            found[place] = row.in_role(Role.BODY)._replace(begins=True)
    return found
