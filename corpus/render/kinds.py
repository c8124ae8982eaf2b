"""From a source to the file of its kind, with the printed lines that are its gold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np

from corpus.render.foreign_ocr import read_foreign, text_of
from corpus.render.images import GrayImage, bilevel_tiff, jpeg_file, png_file
from corpus.render.pdf import images_to_pdf, join_pdf_pages, lines_to_pdf, to_pdf
from corpus.render.plain import to_text, typeset_text
from corpus.render.printed import Typeset
from corpus.render.scan import scan, to_bilevel
from corpus.render.source import Kind, Source
from corpus.render.typeset import typeset
from corpus.render.web import to_html, typeset_web
from pipeline.errors import UsageError


@dataclass(frozen=True, slots=True)
class Rendered:
    """A sample: the bytes of its file, the file's suffix, and the plan as printed."""

    data: bytes
    suffix: str
    typeset: Typeset


def render(source: Source) -> Rendered:
    """Render a source; the same source gives the same bytes."""
    if source.kind is Kind.TEXT:
        return Rendered(
            to_text(source.blocks, source.text),
            ".txt",
            typeset_text(source.blocks, source.text),
        )
    if source.kind is Kind.HTML:
        return Rendered(
            to_html(source.blocks, source.title, source.web),
            ".html",
            typeset_web(source.blocks, source.web),
        )
    plan = typeset(source.blocks, source.style)
    suffix, printer = _PRINTERS[source.kind]
    return Rendered(printer(source, to_pdf(plan, source.title)), suffix, plan)


def _scanned_pdf(source: Source, pdf: bytes) -> bytes:
    return images_to_pdf(scan(pdf, source.scan), source.scan.dpi, quality=source.quality)


def _mixed_pdf(source: Source, pdf: bytes) -> bytes:
    """Keep the pages of the PDF, but for those with a turn: they are scans of paper."""
    images = scan(pdf, source.scan)
    if not set(source.turns) <= set(range(1, len(images) + 1)):
        raise UsageError(f"{source.stem} has {len(images)} pages, but turns {set(source.turns)}.")
    order = []
    scans: list[GrayImage] = []
    for place, image in enumerate(images):
        turn = source.turns.get(place + 1)
        if turn is None:
            order.append((False, place))
        else:
            order.append((True, len(scans)))
            scans.append(np.ascontiguousarray(np.rot90(image, -turn // 90)))
    scanned = images_to_pdf(scans, source.scan.dpi, quality=source.quality)
    return join_pdf_pages([(scanned if is_scan else pdf, place) for is_scan, place in order])


def _ruined_layer_pdf(source: Source, pdf: bytes) -> bytes:
    images = [to_bilevel(image) for image in scan(pdf, source.scan)]
    layers = [read_foreign(image, source.scan.dpi) for image in images]
    return images_to_pdf(images, source.scan.dpi, "g4", layers=layers)


def _ruined_text_pdf(source: Source, pdf: bytes) -> bytes:
    pages = [read_foreign(image, source.scan.dpi) for image in scan(pdf, source.scan)]
    return lines_to_pdf(pages, "liberation-sans", source.title)


def _ruined_text(source: Source, pdf: bytes) -> bytes:
    images = scan(pdf, source.scan)
    return "\f".join(text_of(read_foreign(image, source.scan.dpi)) for image in images).encode()


def _tiff(source: Source, pdf: bytes) -> bytes:
    return bilevel_tiff([to_bilevel(image) for image in scan(pdf, source.scan)], source.scan.dpi)


def _png(source: Source, pdf: bytes) -> bytes:
    (image,) = scan(pdf, source.scan)
    return png_file(image, source.scan.dpi)


def _jpeg(source: Source, pdf: bytes) -> bytes:
    (image,) = scan(pdf, source.scan)
    return jpeg_file(image, source.quality, source.scan.dpi)


_PRINTERS: Final[Mapping[Kind, tuple[str, Callable[[Source, bytes], bytes]]]] = MappingProxyType(
    {
        Kind.PDF: (".pdf", lambda _source, pdf: pdf),
        Kind.SCANNED_PDF: (".pdf", _scanned_pdf),
        Kind.MIXED_PDF: (".pdf", _mixed_pdf),
        Kind.RUINED_LAYER_PDF: (".pdf", _ruined_layer_pdf),
        Kind.RUINED_TEXT_PDF: (".pdf", _ruined_text_pdf),
        Kind.RUINED_TEXT: (".txt", _ruined_text),
        Kind.TIFF: (".tif", _tiff),
        Kind.PNG: (".png", _png),
        Kind.JPEG: (".jpg", _jpeg),
    }
)
