"""Plans as saved web pages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from corpus.render.blocks import Block, Heading, ListItem, PageBreak, Paragraph, Table
from corpus.render.plain import TextStyle, typeset_text
from corpus.render.printed import PrintedLine, PrintedPage, Typeset
from pipeline.model.page import Role


@dataclass(frozen=True, slots=True)
class WebStyle:
    """What stands around the text of a web page: links above and lines below."""

    navigation: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()


def typeset_web(blocks: tuple[Block, ...], style: WebStyle) -> Typeset:
    """Return the text of the page, a paragraph a line; navigation and footer are furniture.

    A web page prints no bullets: items are lines of their text alone.
    """
    unmarked = tuple(_unmarked(block) for block in blocks)
    typeset = typeset_text(unmarked, TextStyle())
    above = (PrintedLine(text, Role.HEADER, -1) for text in style.navigation)
    below = (PrintedLine(text, Role.FOOTER, -1) for text in style.footer)
    (page,) = typeset.pages
    whole = PrintedPage(1, (*above, *page.lines, *below))
    return replace(typeset, pages=(whole,))


def to_html(blocks: tuple[Block, ...], title: str, style: WebStyle) -> bytes:
    """Return the bytes of the HTML file, UTF-8."""
    links = "\n".join(
        f'      <li><a href="#{number}">{escape(text)}</a></li>'
        for number, text in enumerate(style.navigation)
    )
    footer = "\n".join(f"    <p>{escape(text)}</p>" for text in style.footer)
    return f"""<!DOCTYPE html>
<html lang="sv">
<head>
  <meta charset="utf-8">
  <title>{escape(title)}</title>
  <style>nav li {{ display: inline; margin-right: 1em }} table {{ border: 1px solid }}</style>
  <script>document.documentElement.className = "js";</script>
</head>
<body>
  <nav aria-label="Huvudmeny">
    <ul>
{links}
    </ul>
  </nav>
  <main>
{"".join(_elements(blocks))}  </main>
  <footer>
{footer}
  </footer>
</body>
</html>
""".encode()


def _unmarked(block: Block) -> Block:
    if isinstance(block, ListItem):
        return Paragraph(block.text)
    return block


def _elements(blocks: tuple[Block, ...]) -> Iterator[str]:
    for is_list, group in groupby(blocks, key=lambda block: isinstance(block, ListItem)):
        if is_list:
            items = [block for block in group if isinstance(block, ListItem)]
            inside = "".join(f"      <li>{escape(item.text)}</li>\n" for item in items)
            yield f"    <ul>\n{inside}    </ul>\n"
        else:
            yield from (_element(block) for block in group)


def _element(block: Block) -> str:
    match block:
        case Heading():
            level = block.level + 1
            return f"    <h{level}>{escape(block.text)}</h{level}>\n"
        case Paragraph(bold=True):
            return f"    <p><strong>{escape(block.text)}</strong></p>\n"
        case Paragraph() | ListItem():
            return f"    <p>{escape(block.text)}</p>\n"
        case Table():
            return _table(block)
        case PageBreak():
            return ""


def _table(table: Table) -> str:
    rows = []
    for place, row in enumerate(table.rows):
        tag = "th" if place == 0 else "td"
        cells = "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row)
        rows.append(f"      <tr>{cells}</tr>\n")
    return f"    <table>\n{''.join(rows)}    </table>\n"
