"""The typefaces of the samples: TrueType files of Debian packages, found by file name."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from corpus.render.breaking import Measure
from pipeline.errors import MissingRequirementError, UsageError

FONT_FOLDERS: Final = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
)


@dataclass(frozen=True, slots=True)
class Typeface:
    """A text typeface and its bold, as file names, and the Debian package that holds them."""

    regular: str
    bold: str
    package: str


TYPEFACES: Final[Mapping[str, Typeface]] = MappingProxyType(
    {
        "caladea": Typeface("Caladea-Regular.ttf", "Caladea-Bold.ttf", "fonts-crosextra-caladea"),
        "carlito": Typeface("Carlito-Regular.ttf", "Carlito-Bold.ttf", "fonts-crosextra-carlito"),
        "dejavu-sans": Typeface("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "fonts-dejavu-core"),
        "dejavu-serif": Typeface("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf", "fonts-dejavu-core"),
        "free-serif": Typeface("FreeSerif.ttf", "FreeSerifBold.ttf", "fonts-freefont-ttf"),
        "liberation-mono": Typeface(
            "LiberationMono-Regular.ttf", "LiberationMono-Bold.ttf", "fonts-liberation"
        ),
        "liberation-narrow": Typeface(
            "LiberationSansNarrow-Regular.ttf", "LiberationSansNarrow-Bold.ttf", "fonts-liberation"
        ),
        "liberation-sans": Typeface(
            "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "fonts-liberation"
        ),
        "liberation-serif": Typeface(
            "LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "fonts-liberation"
        ),
        "typewriter": Typeface("FreeMono.ttf", "FreeMonoBold.ttf", "fonts-freefont-ttf"),
    }
)


@dataclass(frozen=True, slots=True)
class Font:
    """A typeface, weight and size (points) that is registered with reportlab."""

    name: str
    size: float

    @property
    def measure(self) -> Measure:
        """The width of a text in points."""
        return lambda text: float(pdfmetrics.stringWidth(text, self.name, self.size))

    @property
    def ascent(self) -> float:
        """How far letters reach above the baseline, in points."""
        return float(pdfmetrics.getAscent(self.name, self.size))

    @property
    def descent(self) -> float:
        """How far letters reach below the baseline, in points; positive."""
        return -float(pdfmetrics.getDescent(self.name, self.size))

    def missing(self, text: str) -> str:
        """Return the characters that the font has no shape for."""
        shapes = pdfmetrics.getFont(self.name).face.charToGlyph
        return "".join(sorted({character for character in text if ord(character) not in shapes}))


def load_font(typeface: str, size: float, *, bold: bool = False) -> Font:
    """Register a typeface with reportlab and return it at a size in points.

    Raises UsageError for a typeface that `TYPEFACES` lacks, MissingRequirementError where
    its file is not on this machine.
    """
    if typeface not in TYPEFACES:
        raise UsageError(
            f"There is no typeface {typeface!r}.", f"Choose one of {', '.join(TYPEFACES)}."
        )
    return Font(_register(typeface, bold), size)


@functools.cache
def _register(typeface: str, bold: bool) -> str:
    face = TYPEFACES[typeface]
    name = f"{typeface}-{'bold' if bold else 'regular'}"
    path = _find(face.bold if bold else face.regular, face.package)
    pdfmetrics.registerFont(TTFont(name, str(path)))
    return name


def _find(file_name: str, package: str) -> Path:
    for folder in FONT_FOLDERS:
        found = sorted(folder.rglob(file_name))
        if found:
            return found[0]
    raise MissingRequirementError(
        f"The font file {file_name} is not in {', '.join(map(str, FONT_FOLDERS))}.",
        f"Type: apt-get install {package}",
    )


def missing_packages() -> tuple[str, ...]:
    """Return the Debian packages of typefaces that are not on this machine."""
    missing = set()
    for face in TYPEFACES.values():
        try:
            _find(face.regular, face.package)
        except MissingRequirementError:
            missing.add(face.package)
    return tuple(sorted(missing))
