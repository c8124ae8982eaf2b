"""Printing a text, scanning it, reading it, and matching what was read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from msgspec import structs

from corpus.readings.matching import match
from corpus.readings.printed import printed_words, upright
from corpus.readings.record import ReadLine
from corpus.render import ScanSettings, Style, scan, to_pdf, typeset
from corpus.render.blocks import Block
from corpus.render.foreign_ocr import read_foreign
from corpus.render.images import GrayImage
from corpus.render.printed import PrintedPage
from corpus.render.scan import to_bilevel
from pipeline.model.page import Line, Word


@dataclass(frozen=True, slots=True)
class Scanner:
    """What a scanner does to a page; `slant` in degrees, blur in pixels at 300 dpi."""

    settings: ScanSettings
    slant: float = 0.0
    bilevel: bool = False


SCANNERS: Final[Mapping[str, Scanner]] = MappingProxyType(
    {
        "clean": Scanner(ScanSettings()),
        "slanting": Scanner(ScanSettings(noise=4, blur=0.6), slant=0.8),
        "grainy": Scanner(ScanSettings(noise=14, blur=0.9, shading=0.15), slant=-0.3),
        "old-copy": Scanner(
            ScanSettings(noise=6, specks=0.0004, blur=1.1, bleed=0.12, fade=0.25, paper=235),
            slant=-0.6,
        ),
        "black-and-white": Scanner(ScanSettings(noise=8, blur=0.9), slant=0.4, bilevel=True),
        "fax": Scanner(ScanSettings(noise=10, blur=2.0, fade=0.2), slant=0.3, bilevel=True),
    }
)


@dataclass(frozen=True, slots=True)
class Printing:
    """How a text is printed and scanned; `scanner` is a key of SCANNERS."""

    typeface: str
    size: float
    dpi: int
    scanner: str
    columns: int = 1

    @property
    def style(self) -> Style:
        """How the pages are laid out."""
        return Style(self.typeface, self.size, columns=self.columns, page_number="{page}")


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be printed in one way and read with one language."""

    document: str
    blocks: tuple[Block, ...]
    printing: Printing
    language: str = "eng"


@dataclass(frozen=True, slots=True)
class JobResult:
    """The lines that were read, and how many printed words there were and were not read."""

    lines: tuple[ReadLine, ...]
    printed: int
    missed: int


def read_job(job: Job) -> JobResult:
    """Print, scan, read and match a document; the same job gives the same result.

    Raises MissingRequirementError where Tesseract or a typeface is not on this machine.
    """
    how = job.printing
    laid_out = typeset(job.blocks, how.style)
    scanner = SCANNERS[how.scanner]
    settings = replace(scanner.settings, dpi=how.dpi, blur=scanner.settings.blur * how.dpi / 300)
    images = scan(to_pdf(laid_out, slant=scanner.slant), settings)
    lines: list[ReadLine] = []
    printed = missed = 0
    for page, image in zip(laid_out.pages, images, strict=True):
        read = _read(image, page, job)
        words = printed_words(page)
        matched = match(read, words)
        lines.extend(_records(job, page.number, read, matched.lines))
        printed += len(words)
        missed += len(matched.missed)
    return JobResult(tuple(lines), printed, missed)


def _read(image: GrayImage, page: PrintedPage, job: Job) -> list[Line]:
    """Return the lines as read, their words moved to where the page is straight."""
    scanner = SCANNERS[job.printing.scanner]
    if scanner.bilevel:
        image = to_bilevel(image)
    lines = read_foreign(image, job.printing.dpi, job.language)
    return [_straightened(line, page, scanner.slant) for line in lines]


def _straightened(line: Line, page: PrintedPage, slant: float) -> Line:
    words = tuple(_straight_word(word, page, slant) for word in line.words)
    return structs.replace(line, words=words)


def _straight_word(word: Word, page: PrintedPage, slant: float) -> Word:
    assert word.box is not None
    return structs.replace(word, box=upright(word.box, page, slant))


def _records(
    job: Job, page: int, read: list[Line], true: tuple[tuple[Word, ...], ...]
) -> Iterator[ReadLine]:
    how = job.printing
    for number, (line, words) in enumerate(zip(read, true, strict=True), start=1):
        yield ReadLine(
            job.document,
            how.typeface,
            how.size,
            how.dpi,
            how.scanner,
            job.language,
            page,
            line.block,
            number,
            line.text,
            " ".join(word.text for word in words),
        )
