"""Plans printed as born-digital PDFs, one like the next in nothing but its kind.

The sources of the samples come first, with their ruled tables, then the held-out plans;
after the last, they begin again in another style.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from corpus.render import Style, parse_plain, to_pdf, typeset
from corpus.render.blocks import Block
from corpus.render.source import load_source

_CORPUS = Path(__file__).parents[2] / "corpus"
_STYLES = (
    Style(header="Region Almvik", page_number="{page} ({pages})"),
    Style(typeface="dejavu-serif", size=10.0, justify=True, margin=64.0, page_number="{page}"),
    Style(typeface="liberation-sans", size=9.5, footer="Internationell handlingsplan"),
    Style(typeface="free-serif", size=10.5, heading_typeface="dejavu-sans", leading=1.4),
)


def born_digital() -> Iterator[tuple[bytes, str]]:
    """Yield PDFs without end, each with its printed text."""
    plans = list(_plans())
    for number in count():
        again, place = divmod(number, len(plans))
        style = _STYLES[(again + place) % len(_STYLES)]
        # Beyond the styles, the size alone tells one print from another.
        style = replace(style, size=style.size + 0.1 * (again // len(_STYLES)))
        printed = typeset(plans[place], style)
        yield to_pdf(printed), printed.text


def _plans() -> Iterator[tuple[Block, ...]]:
    for path in sorted(_CORPUS.glob("sources/*.plan.txt")):
        yield load_source(path).blocks
    for path in sorted(_CORPUS.glob("held_out/*/*.txt")):
        yield parse_plain(path.read_text(encoding="utf-8-sig"))
