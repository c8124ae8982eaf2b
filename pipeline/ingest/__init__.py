"""Sources taken in: found, told apart by their bytes, read page by page, and judged.

`discover` finds sources, `take_in` tells what one holds, `read_pages` reads text layers,
texts and web pages and judges each page, `render_page` gives a page as pixels.
"""

import logging
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.ingest.discovery import discover
    from pipeline.ingest.reading import read_pages
    from pipeline.ingest.rendering import render_page
    from pipeline.ingest.taking_in import take_in

# What libraries say of bad files is told in failures and decisions, not on the screen.
for _library in ("pdfminer", "pdfplumber", "pikepdf", "pypdfium2", "PIL"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

__all__ = ["discover", "read_pages", "render_page", "take_in"]

_HOMES = {
    "discover": "discovery",
    "read_pages": "reading",
    "render_page": "rendering",
    "take_in": "taking_in",
}


def __getattr__(name: str) -> object:
    """Load what is asked for: who only looks for sources need not load readers of PDF."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
