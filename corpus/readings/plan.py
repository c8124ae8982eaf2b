"""Which documents are printed how and read with which language: the design of the readings.

The parts share no document and no typeface. The samples, which tell of one region and its
people and were looked at while rules were written, all belong to development.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import cycle, product
from pathlib import Path
from types import MappingProxyType
from typing import Final

from corpus.readings.reading import SCANNERS, Job, Printing
from corpus.readings.record import Part
from corpus.render import parse_markup, typeset
from corpus.render.blocks import Block
from corpus.render.plain import TextStyle, typeset_text
from corpus.render.source import load_sources

CORPUS: Final = Path(__file__).resolve().parent.parent

TYPEFACES: Final[Mapping[Part, tuple[str, ...]]] = MappingProxyType(
    {
        Part.DEVELOPMENT: (
            *("liberation-serif", "dejavu-sans", "carlito", "typewriter", "free-serif"),
        ),
        Part.TEST: (
            *("liberation-sans", "caladea", "dejavu-serif", "liberation-mono"),
            "liberation-narrow",
        ),
    }
)
SIZES: Final = (9.0, 10.0, 11.0, 12.0)
RESOLUTIONS: Final = (110, 150, 200, 300)
WORDS: Final[Mapping[str, int]] = MappingProxyType(
    {"eng": 50_000, "swe": 10_000, "deu": 5_000, "fin": 5_000, "dan": 5_000}
)
"""How many printed words of each part each language reads, at least."""

_TWO_COLUMNS: Final = 0.15


def documents(part: Part) -> dict[str, tuple[Block, ...]]:
    """Return the texts of a part as blocks, by name."""
    texts = {
        path.stem: parse_markup(path.read_text(encoding="utf-8"))
        for path in sorted((CORPUS / "texts" / part).glob("*.txt"))
    }
    if part is Part.DEVELOPMENT:
        sources = load_sources(CORPUS / "sources")
        # Some samples hold HTML tags, which are not printed.
        texts |= {
            source.stem: typeset_text(source.blocks, TextStyle()).blocks for source in sources
        }
    return texts


def printings(part: Part) -> list[Printing]:
    """Return each typeface at each resolution on each scanner, in a mixed but fixed order."""
    chance = random.Random(part)  # noqa: S311 - for variety, not for secrets
    ways = [
        Printing(typeface, chance.choice(SIZES), dpi, scanner, 1 + (chance.random() < _TWO_COLUMNS))
        for typeface, dpi, scanner in product(TYPEFACES[part], RESOLUTIONS, SCANNERS)
    ]
    chance.shuffle(ways)
    return ways


def jobs(part: Part) -> Iterator[Job]:
    """Yield the jobs of a part: documents and printings dealt in turn, until WORDS is reached."""
    texts = cycle(documents(part).items())
    ways = cycle(printings(part))
    for language, wanted in WORDS.items():
        words = 0
        while words < wanted:
            document, blocks = next(texts)
            yield Job(document, blocks, _fitting(next(ways), blocks), language)
            words += sum(len(text.split()) for block in blocks for text in block.paragraphs)


def _fitting(printing: Printing, blocks: tuple[Block, ...]) -> Printing:
    """Return the printing, with fewer columns or smaller type where a table needs the room."""
    smaller = (size for size in reversed(SIZES) if size <= printing.size)
    narrower = (replace(printing, columns=1, size=size) for size in smaller)
    return next(way for way in (printing, *narrower) if _fits(way, blocks))


def _fits(printing: Printing, blocks: tuple[Block, ...]) -> bool:
    try:
        typeset(blocks, printing.style)
    except ValueError:  # a word is wider than its column
        return False
    return True
