"""Sources taken in: found, told apart by their bytes, read page by page, and judged.

`discover` finds sources, `take_in` tells what one holds, `read_pages` reads text layers,
texts and web pages and judges each page, `render_page` gives a page as pixels.
"""

import logging
from typing import TYPE_CHECKING

from pipeline.exports import loaded_when_asked

if TYPE_CHECKING:
    from pipeline.ingest.discovery import discover
    from pipeline.ingest.reading import read_pages
    from pipeline.ingest.rendering import render_page
    from pipeline.ingest.taking_in import take_in

# What libraries say of bad files is told in failures and decisions, not on the screen.
for _library in ("pdfminer", "pdfplumber", "pikepdf", "pypdfium2", "PIL"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

__all__ = ["discover", "read_pages", "render_page", "take_in"]

# Who only looks for sources need not load readers of PDF.
__getattr__ = loaded_when_asked(
    __name__,
    {
        "discover": "discovery",
        "read_pages": "reading",
        "render_page": "rendering",
        "take_in": "taking_in",
    },
)
