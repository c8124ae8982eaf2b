"""HTML to paragraphs: the elements of a page or of a fragment, as lines with roles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from pipeline.model.page import Role
from pipeline.text.bullets import SURE_SIGNS, bullet_at_start

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu"})
_UNSEEN_TAGS = (
    "script style template noscript head meta link svg canvas iframe object audio video "
    "input select datalist map"
)
_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s "
    "samp small span strike strong sub sup time tt u var wbr"
)
_UNSEEN = frozenset(_UNSEEN_TAGS.split())
_INLINE = frozenset(_INLINE_TAGS.split())
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u200b]+")
_INVISIBLE = re.compile("[\u00ad\u200b]")
# Dashes that stand for list items where a list has lost its `<li>`. A hyphen right after a
# word opens an item too, unless the word is cut short there (`studie- och yrkesval`).
_LOST_ITEMS = re.compile(
    rf"(?:^|(?<=\s))(?=[{SURE_SIGNS}–-]\s)|(?<=\w)(?=-\s(?!(?:och|eller|samt|respektive|resp|till)\b))"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text that stands by itself, its lines, its role, and a heading's level, from 1."""

    lines: tuple[str, ...]
    role: Role = Role.BODY
    level: int | None = None


@dataclass(frozen=True, slots=True)
class TableElement:
    """A table met between paragraphs, as its element."""

    element: html.HtmlElement


def parse(markup: str) -> html.HtmlElement:
    """Return a fragment of HTML as one element; tags left open are closed."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    data = f"<html><body><div>{markup}</div></body></html>".encode()
    return html.document_fromstring(data, parser=parser).find("body")


def paragraphs(
    element: html.HtmlElement, *, tables: bool = False
) -> list[Paragraph | TableElement]:
    """Return the paragraphs of an element in order.

    With `tables`, tables are returned as they are; otherwise their text is.
    """
    gathered = _Gathering(tables)
    gathered.walk(element, Role.BODY)
    gathered.end()
    return gathered.found


class _Gathering:
    """Text gathered into paragraphs on the way through a tree."""

    def __init__(self, tables: bool) -> None:
        self.found: list[Paragraph | TableElement] = []
        self._tables = tables
        self._text: list[str] = []
        self._role = Role.BODY
        self._level: int | None = None

    def walk(self, element: html.HtmlElement, role: Role) -> None:
        """Gather an element's text; `role` is that of the block it stands in."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNSEEN:
            return
        if tag == "table" and self._tables and is_data_table(element):
            self.end()
            self.found.append(TableElement(element))
        elif tag == "br":
            self._text.append("\n")
        elif tag in _INLINE:
            self._inside(element, role)
        else:
            self.end()
            role = _role(tag, role)
            self._role = role
            self._level = _HEADINGS.get(tag)
            self._block(element, role)
            self.end()

    def _block(self, element: html.HtmlElement, role: Role) -> None:
        if element.tag in _LISTS and element.text and element.find("li") is None:
            self._lost_items(element, role)
            return
        self._inside(element, role)

    def _inside(self, element: html.HtmlElement, role: Role) -> None:
        kept = element.tag == "pre"
        self._add(element.text, kept)
        for child in element:
            self.walk(child, role)
            self._role = role
            self._add(child.tail, kept)

    def _lost_items(self, element: html.HtmlElement, role: Role) -> None:
        """Gather a list whose items are told by dashes alone."""
        for item in _LOST_ITEMS.split(element.text or ""):
            self._role = Role.LIST_ITEM if bullet_at_start(item.lstrip()) else role
            self._add(item, kept=False)
            if item.strip():
                self.end()
        for child in element:
            self.walk(child, role)
            self._role = role
            self._add(child.tail, kept=False)

    def _add(self, text: str | None, kept: bool) -> None:
        if text:
            self._text.append(text if kept else _SPACE.sub(" ", text))

    def end(self) -> None:
        """End the paragraph in the making."""
        lines = (_tidy(line) for line in "".join(self._text).split("\n"))
        kept = tuple(line for line in lines if line)
        if kept:
            level = self._level if self._role is Role.HEADING else None
            self.found.append(Paragraph(kept, self._role, level))
        self._text = []


def _role(tag: str, around: Role) -> Role:
    if tag in _HEADINGS:
        return Role.HEADING
    if tag in ("li", "dd"):
        return Role.LIST_ITEM
    return around if around is not Role.HEADING else Role.BODY


def _tidy(line: str) -> str:
    return _SPACE.sub(" ", _INVISIBLE.sub("", line)).strip()


def is_data_table(table: html.HtmlElement) -> bool:
    """Tell whether a table holds data: two rows or more, two columns, no table inside."""
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return False
    widths = [len(cells) for _, cells in table_rows(table)]
    return len(widths) >= 2 and max(widths) >= 2


def table_rows(
    table: html.HtmlElement,
) -> Iterator[tuple[html.HtmlElement, list[html.HtmlElement]]]:
    """Yield the rows of a table that hold cells, with their cells."""
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if cells:
            yield row, cells
