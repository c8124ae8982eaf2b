"""Pages with HTML that was printed as it stands: tags part blocks and cells, and are no text.

Of text files ingest reads the HTML. Where a page was printed with it, it is words like others
until here: a sentence about `<b>Nätverket</b>` is the same without the tags.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import structs

from pipeline.knowledge.rows import Row
from pipeline.knowledge.textflow import CellPlace
from pipeline.model.page import Role
from pipeline.text.markup import ENTITY, TAG

_INLINE: Final = frozenset(
    {"span", "b", "i", "u", "em", "strong", "small", "sup", "sub", "a", "font", "img"}
)
_ROLES: Final[Mapping[str, Role]] = {
    **{f"h{level}": Role.HEADING for level in range(1, 7)},
    "li": Role.LIST_ITEM,
    "dd": Role.LIST_ITEM,
}
_CELLS: Final = frozenset({"td", "th"})
_HOLDERS: Final = frozenset({"p", "dt", "pre", "caption", *_ROLES, *_CELLS})
"""What has text of its own, which goes on until it is closed or something else begins."""


def without_markup(rows: Sequence[Row]) -> list[Row]:
    """Return the rows without tags, divided where tags part blocks or cells."""
    if not any(TAG.search(row.text) for row in rows):
        return list(rows)
    reading = _Reading(1 + max((row.cell.table for row in rows if row.cell), default=-1))
    return [piece for row in rows for piece in reading.divide(row)]


class _Reading:
    """What is open where the reading has come to."""

    def __init__(self, table: int) -> None:
        self._place = CellPlace(table, -1, -1)
        self._holder = ""
        self._begins = False

    def divide(self, row: Row) -> Iterator[Row]:
        """Yield what stands between the tags and entities of a row."""
        marks = sorted(
            (mark for pattern in (TAG, ENTITY) for mark in pattern.finditer(row.text)),
            key=lambda mark: mark.start(),
        )
        start, is_first = 0, True
        for mark in marks:
            for piece in self._piece(row, start, mark.start(), is_first):
                is_first = False
                yield piece
            if mark.re is TAG:
                self._pass(mark["name"].casefold(), closing=mark[0].startswith("</"))
            start = mark.end()
        yield from self._piece(row, start, len(row.text), is_first)

    def _piece(self, row: Row, start: int, end: int, is_first: bool) -> Iterator[Row]:
        text = row.text[start:end]
        if not text.strip():
            return
        line = row.line
        if self._holder:
            line = structs.replace(line, role=_ROLES.get(self._holder, Role.BODY))
        told = self._begins or self._holder or not is_first
        yield row._replace(
            start=row.start + start + len(text) - len(text.lstrip()),
            text=text.strip(),
            line=line,
            cell=self._place if self._holder in _CELLS else row.cell,
            begins=self._begins if told else None,
        )
        self._begins = False

    def _pass(self, name: str, *, closing: bool) -> None:
        if name in _INLINE:
            return
        self._begins = True
        if name in _HOLDERS:
            self._holder = "" if closing else name
        elif name != "br":
            self._holder = ""
        if closing:
            return
        table, row, column = self._place
        if name == "table":
            self._place = CellPlace(table + 1, -1, -1)
        elif name == "tr":
            self._place = CellPlace(table, row + 1, -1)
        elif name in _CELLS:
            self._place = CellPlace(table, max(row, 0), column + 1)
