"""Saved web pages: their content in reading order, their navigation as furniture."""

import re

from lxml import html

from pipeline.ingest.decoding import decode
from pipeline.ingest.fragments import Paragraph, TableElement, paragraphs
from pipeline.ingest.stacking import Stack
from pipeline.ingest.web_tables import cells_of
from pipeline.model.page import Line, Role, Table

_META = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*(?P<meta>[\w.:-]+)"
    rb"|<\?xml[^>]+encoding\s*=\s*[\"'](?P<xml>[\w.:-]+)",
    re.IGNORECASE,
)
_META_WITHIN = 4096
# As browsers do: what says Latin-1 is Windows-1252 (WHATWG Encoding, table of labels).
_LATIN = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"})

# Python knows encodings that are none of text, or take the square of its length. UTF-16 is
# told by its mark alone, as browsers do: a page that says so in ASCII is not in it.
_ALPHABET = re.compile(r"utf-?8$|(?:us-)?ascii$|iso-?8859|latin|windows-|cp\d|mac|ibm|koi8")

_BEFORE = frozenset({"nav", "header"})
_AFTER = frozenset({"footer", "aside"})
_BEFORE_ROLES = frozenset({"navigation", "banner", "search"})
_AFTER_ROLES = frozenset({"contentinfo", "complementary"})
"""Landmark roles of WAI-ARIA."""


def read_web_page(data: bytes) -> tuple[tuple[Line, ...], tuple[Table, ...]]:
    """Return the lines and tables of a web page; scripts and styles are no text.

    Where a page marks its main part, what stands before it is in the role of a header,
    what stands after in that of a footer; otherwise elements for navigation and the like
    are. The title is a header, or the first heading of a page that has none.
    """
    tree = html.document_fromstring(
        _text(data).encode("utf-8"),
        parser=html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True),
    )
    body = tree.find("body")
    content = body if body is not None else tree
    stack = Stack()
    _add_title(stack, tree, content)
    _Reading(stack, _main(content)).read(content)
    return stack.lines, stack.tables


def _text(data: bytes) -> str:
    """Return a page's text: a byte-order mark decides, then what the page says itself."""
    match = _META.search(data[:_META_WITHIN])
    said = (match["meta"] or match["xml"]).decode("ascii").lower() if match else "utf-8"
    if _ALPHABET.match(said) and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("cp1252" if said in _LATIN else said)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data) or data.decode("utf-8", "replace")


def _add_title(stack: Stack, tree: html.HtmlElement, content: html.HtmlElement) -> None:
    title = " ".join((tree.findtext(".//title") or "").split())
    if title:
        role = Role.HEADING if content.find(".//h1") is None else Role.HEADER
        stack.add_paragraph(Paragraph((title,), role))


def _main(content: html.HtmlElement) -> html.HtmlElement | None:
    """Return the element that holds a page's main part, if the page says so."""
    found = content.xpath(".//main | .//*[@role='main']")
    if len(found) == 1:
        return found[0]
    # An article is the main part where it holds most of the text, not where it is a teaser.
    whole = len(content.text_content())
    articles = [one for one in content.iter("article") if 2 * len(one.text_content()) > whole]
    return articles[0] if articles else None


class _Reading:
    """A walk through a page that keeps furniture and content apart."""

    def __init__(self, stack: Stack, main: html.HtmlElement | None) -> None:
        self._stack = stack
        self._main = main
        self._around = set(main.iterancestors()) if main is not None else set()
        self._passed = False

    def read(self, element: html.HtmlElement) -> None:
        """Read an element: as a whole where all of it has one part on the page."""
        if self._main is None:
            self._read_by_landmarks(element)
        elif element is self._main:
            self._add(element, None)
            self._passed = True
        elif element in self._around:
            self._read_children(element)
        else:
            self._add(element, Role.FOOTER if self._passed else Role.HEADER)

    def _read_by_landmarks(self, element: html.HtmlElement) -> None:
        role = _landmark(element)
        if role is None and any(_landmark(inner) for inner in element.iterdescendants()):
            self._read_children(element)
        else:
            self._add(element, role)

    def _read_children(self, element: html.HtmlElement) -> None:
        self._add_text(element.text)
        for child in element:
            self.read(child)
            self._add_text(child.tail)

    def _add_text(self, text: str | None) -> None:
        line = " ".join((text or "").split())
        if line:
            self._stack.add_paragraph(Paragraph((line,)))

    def _add(self, element: html.HtmlElement, role: Role | None) -> None:
        """Add an element's paragraphs, all in one role if it is given."""
        for part in paragraphs(element, tables=role is None):
            if isinstance(part, TableElement):
                self._stack.add_table(cells_of(part.element))
            else:
                self._stack.add_paragraph(Paragraph(part.lines, role or part.role, part.level))


def _landmark(element: html.HtmlElement) -> Role | None:
    """Return the role of an element that is furniture of a page; None for content.

    The header and footer of an article or a section belong to its content.
    """
    said = element.get("role")
    if element.tag in ("header", "footer") and said is None:
        inner = ("article", "section", "main")
        if any(around.tag in inner for around in element.iterancestors()):
            return None
    if element.tag in _BEFORE or said in _BEFORE_ROLES:
        return Role.HEADER
    return Role.FOOTER if element.tag in _AFTER or said in _AFTER_ROLES else None
