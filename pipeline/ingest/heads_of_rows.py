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
    inner = range(indent(lines[start]), second.end())
    above = [place for place in range(start + 1, last) if _is_above_row(lines, start, place)]
    apart = [place for place in above if place == start + 1 or not lines[place - 1].strip()]
    # Others are called alike: `Prioritering 1: Lärande`, `Prioritering 2: Påverkan`.
    called = {lines[place].split()[0] for place in apart}
    apart = [place for place in above if place in apart or lines[place].split()[0] in called]
    set_out = [place for place in range(start + 1, last) if _heads_rows(lines, place, inner)]
    several = any(
        indent(lines[place + 1]) == indent(two) and GAP.search(two)
        for place in set_out
        for two in lines[place + 2 : place + 3]
    )
    return [*apart, *(set_out if several else ())]


def _is_above_row(lines: Sequence[str], start: int, place: int) -> bool:
    """Tell whether a line without columns stands above a row in those of the header."""
    line = lines[place].rstrip()
    if not line or GAP.search(line) or line[-1] in ".:,":
        return False
    below = next((row for row in lines[place + 1 : place + 3] if row.strip()), "")
    begin = _begin(lines[start])
    return indent(line) == begin[0] and _begin(below) == begin and below != lines[start]


def _begin(line: str) -> list[int]:
    """Return where the pieces of a line begin that more than one space parts."""
    return [indent(line), *(gap.end() for gap in GAP.finditer(line))]


def _heads_rows(lines: Sequence[str], place: int, inner: range) -> bool:
    """Tell whether a line heads rows of a table whose first two columns begin at `inner`'s ends.

    It has no columns and begins where the header does. The rows below it are indented or begin
    with a bullet, but not as far as the second column: there they would go on with the row above.
    """
    line, below = lines[place].rstrip(), lines[place + 1]
    return (
        bool(line)
        and not GAP.search(line)
        and line[-1] not in ".:,"
        and indent(line) == inner.start
        and (indent(line) < indent(below) or bullet_at_start(below) is not None)
        and indent(below) < inner.stop
        and GAP.search(below) is not None
    )


def pieces(line: str) -> list[str]:
    """Return the pieces of a line that two spaces or more part."""
    return re.split(r" {2,}", line.strip())
