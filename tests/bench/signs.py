"""How many signs that the Swedish model lacks are read: per cent, paragraph, degree.

    python -m tests.bench.signs [--size 11]

Sentences with such signs are printed in seven typefaces, scanned at 200 dpi, and read: by the
page's own model alone, and with the model for signs (`ocr.signs`). Figures are counted that
stand with their sign as printed, and sums and years that are as printed.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from corpus.render import Style, parse_plain, scan, to_pdf, typeset
from corpus.render.style import A4_HEIGHT, A4_WIDTH
from pipeline.config import OcrConfig
from pipeline.model.page import Decision, Page, TextSource
from pipeline.model.raster import Raster
from pipeline.ocr import make_engine, read_image
from tests.bench.reading import markdown
from tests.bench.scans import SCANS

_TEXT: Final = """Andelen är 40 % av alla och 7 % av resten, mot 17,5 % året innan.

Minst 45% av flickorna och 100% av pojkarna, i snitt 72,25% (20 % mer).

En ökning med 15 %. Bara 5 %, inte 25 %, var kvinnor. Under 1999 var de 4 500 personer.

Enligt § 12 och § 4 beslutade nämnden 2020-12-08, § 240, om 14 200 kr till 96 barn.

Havet var 20 °C i juli 2026 och 9 °C i oktober; 1 310 000 kr och 90 timmar gick åt.
"""
_UNREAD: Final = Page(
    1, A4_WIDTH, A4_HEIGHT, TextSource.TEXT_LAYER, Decision.READ_IMAGE, "no text layer"
)
_TYPEFACES: Final = (
    *("liberation-serif", "liberation-sans", "caladea", "carlito", "free-serif"),
    *("dejavu-sans", "liberation-mono"),
)
_KINDS: Final = MappingProxyType(
    {
        "per cent": r"[\d,]+ ?%",
        "paragraph": r"§ \d+",
        "degree": r"\d+ °C",
        "sums and years": r"(?<![\d,§-])(?<!§ )\d[\d ]*(?= (?:kr|barn|personer|timmar|var|och 9))",
    }
)


def main(arguments: Sequence[str]) -> None:
    """Print a table of what share is right by scan and kind."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.signs")
    parser.add_argument("--size", type=float, default=11.0)
    size = parser.parse_args(arguments).size
    rows = []
    for name in SCANS:
        right: Counter[tuple[str, str]] = Counter()
        total: Counter[str] = Counter()
        for typeface in _TYPEFACES:
            total.update({kind: len(_found(kind, _TEXT)) for kind in _KINDS})
            for signs in ("", OcrConfig().signs):
                text = _read(Style(typeface=typeface, size=size), name, signs)
                right.update({(kind, signs): _common(kind, text) for kind in _KINDS})
        for kind, count in total.items():
            shares = (f"{right[kind, signs] / count:.0%}" for signs in ("", OcrConfig().signs))
            rows.append((name, kind, count, *shares))
    table = markdown(("scan", "kind", "printed", "right, alone", "right, with the other"), rows)
    sys.stdout.write(f"{table}\n")


def _found(kind: str, text: str) -> list[str]:
    # A typeface in a narrow column breaks lines anywhere.
    return [found.replace(" ", "") for found in re.findall(_KINDS[kind], " ".join(text.split()))]


def _common(kind: str, text: str) -> int:
    return (Counter(_found(kind, _TEXT)) & Counter(_found(kind, text))).total()


def _read(style: Style, name: str, signs: str) -> str:
    (image,) = scan(to_pdf(typeset(parse_plain(_TEXT), style)), replace(SCANS[name], dpi=200))
    config = OcrConfig(signs=signs)
    page = read_image(_UNREAD, Raster(image, 200), make_engine(config), config)
    return " ".join(line.text for line in page.lines)


if __name__ == "__main__":
    main(sys.argv[1:])
