"""Renders plans to files of every kind a reader meets, with the exact text as gold.

`typeset` lays blocks out, `to_pdf` prints them, `scan` degrades the pages, `images_to_pdf`
stores the images. `python -m corpus.render` rebuilds `corpus/samples/` and `corpus/gold/`.
"""

from corpus.render.markup import parse_markup, parse_plain
from corpus.render.pdf import images_to_pdf, to_pdf
from corpus.render.printed import Typeset
from corpus.render.scan import ScanSettings, scan
from corpus.render.style import Style
from corpus.render.typeset import typeset

__all__ = [
    "ScanSettings",
    "Style",
    "Typeset",
    "images_to_pdf",
    "parse_markup",
    "parse_plain",
    "scan",
    "to_pdf",
    "typeset",
]
