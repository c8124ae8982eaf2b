"""Lines that head rows of a table in plain text: `Prioritering 1: Lärande` above its activities."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from pipeline.ingest.text_tables import indent
from pipeline.text.bullets import bullet_at_start

GAP: Final = re.compile(r"\S {2,}(?=\S)")
"""What parts the cells of a line: two spaces or more."""

FEWEST_COLUMNS: Final = 3
"""Two columns without a rule are a list of days, a register, or a running header."""

LINES: Final = 400
"""A longer run is read as tables below each other."""


def heads(lines: Sequence[str], start: int) -> Collection[int]:
    """Return the lines that head rows of the table that begins with a header at `start`.

    Of those above rows that are set in one at least heads several: else they are first lines of
    cells that go on below.
    """
    second = GAP.search(lines[start])
    if second is None or len(pieces(lines[start])) < FEWEST_COLUMNS:
        return ()
    last = min(start + LINES, len(lines) - 1)
    begin = _begin(lines[start])
    titles = [n for n in range(start + 1, last) if _is_title(lines[n].rstrip(), begin[0])]
    above = [n for n in titles if _row_below(lines, n) != lines[start]]
    above = [n for n in above if _begin(_row_below(lines, n)) == begin]
    apart = [n for n in above if n == start + 1 or not lines[n - 1].strip()]
    # Others are called alike: `Prioritering 1: Lärande`, `Prioritering 2: Påverkan`.
    called = {lines[n].split()[0] for n in apart}
    apart = [n for n in above if lines[n].split()[0] in called]
    set_out = [n for n in titles if _is_set_in(lines[n + 1], range(begin[0], second.end()))]
    several = any(
        indent(lines[n + 1]) == indent(two) and GAP.search(two)
        for n in set_out
        for two in lines[n + 2 : n + 3]
    )
    return [*apart, *(set_out if several else ())]


def _is_title(line: str, left: int) -> bool:
    """Tell whether a line has no columns, ends no sentence and begins as far left as a header."""
    return bool(line) and not GAP.search(line) and line[-1] not in ".:," and indent(line) == left


def _row_below(lines: Sequence[str], place: int) -> str:
    """Return the line below another, or below the blank line there; empty for neither."""
    return next((row for row in lines[place + 1 : place + 3] if row.strip()), "")


def _begin(line: str) -> list[int]:
    """Return where the pieces of a line begin that more than one space parts."""
    return [indent(line), *(gap.end() for gap in GAP.finditer(line))]


def _is_set_in(row: str, inner: range) -> bool:
    """Tell whether a row is indented, or begins with a bullet, within a header's first column.

    As far as the second column it would go on with the row above.
    """
    indented = inner.start < indent(row) or bullet_at_start(row) is not None
    return indented and indent(row) < inner.stop and GAP.search(row) is not None


def pieces(line: str) -> list[str]:
    """Return the pieces of a line that two spaces or more part."""
    return re.split(r" {2,}", line.strip())
