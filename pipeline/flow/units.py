"""Units of work: what a worker does, one call each.

Results lie in the cache under keys of what they depend on, so that whoever asks, the main
run, a DVC stage or another machine, the same input never costs twice. What comes back to
the coordinator is small. What is slow to load (spaCy, the OCR engine's libraries) is
loaded by the function that needs it, for there are many workers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import ingest
from pipeline.errors import FailureReason, SourceError
from pipeline.flow import keys
from pipeline.flow.results import Result
from pipeline.flow.tools import Setup, Tools
from pipeline.model.page import Decision, Page, PageFailure, Reading, TextSource
from pipeline.model.repair import RepairedPage
from pipeline.model.source import Document

if TYPE_CHECKING:
    from pipeline.knowledge import NameForms
    from pipeline.model.rows import DocumentStatus, Knowledge

_LASTING = {FailureReason.TOO_LARGE, FailureReason.DAMAGED}
"""What is wrong with an image however often it is tried: a doubtful text layer is better."""


def open_word_lists(setup: Setup) -> None:
    """Open the word lists, which compiles them where no process has before."""
    setup.open().lexicon  # noqa: B018 (opened for its effect)


@dataclass(frozen=True, slots=True)
class SourceUnit:
    """A source to take in: find out what it is."""

    setup: Setup
    path: Path


@dataclass(frozen=True, slots=True)
class ChunkUnit:
    """Some pages of a document, `first` to `last`, both included; with OCR or without."""

    setup: Setup
    document: Document
    first: int
    last: int
    with_ocr: bool = True


@dataclass(frozen=True, slots=True)
class DocumentUnit:
    """A document whose pages are read; `lost` are those that no worker came through."""

    setup: Setup
    document: Document
    lost: tuple[PageFailure, ...] = ()
    with_knowledge: bool = True


@dataclass(frozen=True, slots=True)
class RepairedDocument:
    """The repaired pages of a document, and the pages that failed on the way."""

    pages: tuple[RepairedPage, ...]
    failures: tuple[PageFailure, ...]


@dataclass(frozen=True, slots=True)
class KeptRows:
    """Where the rows of a document are kept: the key and digest of each piece, in order."""

    pieces: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PageDecision:
    """What the judge decided for a page, and why."""

    page_number: int
    decision: Decision
    reason: str


@dataclass(frozen=True, slots=True)
class ChunkReport:
    """What became of a chunk: whether it was there already; without OCR, what was decided."""

    reused: bool
    decisions: tuple[PageDecision, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What became of a document: failures of its pages, and whether it was there already.

    `key` leads to its KeptRows in the cache, `content` is their digest; both are empty for one
    of which no page came through, and without knowledge. `engine` is the OCR engine that
    read some of its pages, if one did.
    """

    failures: tuple[PageFailure, ...]
    pages: int
    reused: bool
    key: str = ""
    content: str = ""
    engine: str = ""


def take_in(unit: SourceUnit) -> Document:
    """Find out what a source holds. Raises SourceError for one that cannot be read."""
    return ingest.take_in(unit.path, unit.setup.config.ingest)


def read_chunk(unit: ChunkUnit) -> ChunkReport:
    """Read the text layers of a chunk, and its images where they need it."""
    chunk = (unit.setup.open(), unit.document, unit.first, unit.last)
    result = pages_read(*chunk)
    reused = result.is_kept
    if unit.with_ocr:
        result = images_read(*chunk)
        reused = reused and result.is_kept
        result.digest()
        return ChunkReport(reused)
    decisions = (
        PageDecision(page.number, page.decision, page.decision_reason)
        for page in result.value().pages
    )
    return ChunkReport(reused, tuple(decisions))


def finish_document(unit: DocumentUnit) -> DocumentReport:
    """Repair a document and, with knowledge, understand it and make its rows."""
    tools = unit.setup.open()
    results = DocumentResults(tools, unit.document, unit.lost)
    reused = results.repaired.is_kept
    repaired = results.repaired.value()
    report = DocumentReport(repaired.failures, len(repaired.pages), reused)
    if not unit.with_knowledge or not repaired.pages:
        return report
    rows = results.rows
    by_image = any(page.page.text_source is TextSource.OCR for page in repaired.pages)
    engine = tools.engine_version if by_image else ""
    reused = rows.is_kept
    return replace(report, reused=reused, key=rows.key, content=rows.digest(), engine=engine)


def pages_read(tools: Tools, document: Document, first: int, last: int) -> Result[Reading]:
    """Return pages as their text layers give them, judged."""
    return Result(
        tools.cache,
        keys.chunk_key(tools, document, first, last),
        Reading,
        lambda: ingest.read_pages(document, first, last, tools.lexicon, tools.config.ingest),
    )


def images_read(tools: Tools, document: Document, first: int, last: int) -> Result[Reading]:
    """Return pages after OCR of those that were judged to need it.

    Where none does, they are what ingest made of them, whatever OCR engine there is.
    """
    before = pages_read(tools, document, first, last)
    if all(page.decision is not Decision.READ_IMAGE for page in before.value().pages):
        return before
    key = keys.ocr_key(tools, document, first, last, before.digest())
    return Result(tools.cache, key, Reading, lambda: _read_images(tools, document, before.value()))


class DocumentResults:
    """What is made of a document that was read, each result from the one before it.

    `lost` are pages that no worker came through.
    """

    def __init__(self, tools: Tools, document: Document, lost: tuple[PageFailure, ...]) -> None:
        self._tools = tools
        self._document = document
        self._lost = lost

    @cached_property
    def repaired(self) -> Result[RepairedDocument]:
        """The document's repaired pages, its running headers and footers marked."""
        chunks = [
            images_read(self._tools, self._document, first, last)
            for first, last in keys.chunks_of(self._tools, self._document, self._lost)
        ]
        key = keys.repair_key(self._tools, self._lost, [chunk.digest() for chunk in chunks])
        return Result(self._tools.cache, key, RepairedDocument, lambda: self._repair(chunks))

    def _repair(self, chunks: Sequence[Result[Reading]]) -> RepairedDocument:
        from pipeline import layout, repair

        readings = [chunk.value() for chunk in chunks]
        pages = layout.mark_furniture([page for reading in readings for page in reading.pages])
        failures = [failure for reading in readings for failure in reading.failures]
        return RepairedDocument(
            repair.repair_document(pages, self._tools.lexicon, self._tools.config.repair),
            tuple(sorted([*failures, *self._lost], key=lambda failure: failure.page_number)),
        )

    @cached_property
    def understood(self) -> "Result[Knowledge]":
        """What was understood from it; the document's status tells of failed pages."""
        from pipeline.model.rows import Knowledge

        key = keys.knowledge_key(self._tools, self._document, self.repaired.digest())
        return Result(self._tools.cache, key, Knowledge, self._understand)

    def _understand(self) -> "Knowledge":
        from pipeline.knowledge import understand

        before, config = self.repaired.value(), self._tools.config.knowledge
        forms = _name_forms(self._tools)
        found = understand(self._document, before.pages, self._tools.entities, config, forms)
        status: DocumentStatus = "done_with_failed_pages" if before.failures else "done"
        return replace(found, document=replace(found.document, status=status))

    @cached_property
    def rows(self) -> Result[KeptRows]:
        """Where its rows are kept.

        They are made here so that a mistake in them costs this document; found when
        publishing it would cost all.
        """
        key = keys.rows_key(self._document, self.repaired.digest(), self.understood.digest())
        return Result(self._tools.cache, key, KeptRows, lambda: self._keep_rows(key))

    def _keep_rows(self, key: str) -> KeptRows:
        from pipeline.dataset import document_rows

        repaired, understood = self.repaired.value(), self.understood.value()
        pieces = document_rows(self._document, repaired.pages, understood)
        places = [f"{key} {number}" for number in range(len(pieces))]
        contents = map(self._tools.cache.put, places, pieces)
        return KeptRows(tuple(zip(places, contents, strict=True)))


@lru_cache(maxsize=1)
def _name_forms(tools: Tools) -> "NameForms":
    """Return the names to look for as tokens, made by the first process that asks."""
    from pipeline.knowledge import NameForms, name_forms

    make = partial(name_forms, tools.config.knowledge, tools.entities)
    return Result(tools.cache, keys.name_forms_key(tools), NameForms, make).value()


def _read_images(tools: Tools, document: Document, reading: Reading) -> Reading:
    pages: list[Page] = []
    failures = list(reading.failures)
    for page in reading.pages:
        try:
            pages.append(_read_image(tools, document, page))
        except SourceError as error:
            if page.lines and error.reason in _LASTING:
                pages.append(_with_text_layer(page, error))
            else:
                failures.append(PageFailure(page.number, "ocr", error.reason, str(error)))
    return Reading(tuple(pages), tuple(failures))


def _with_text_layer(page: Page, error: SourceError) -> Page:
    from pipeline.ocr import keep_text_layer

    return keep_text_layer(page, error.message.removesuffix("."))


def _read_image(tools: Tools, document: Document, page: Page) -> Page:
    from pipeline.ocr import read_image

    if page.decision is not Decision.READ_IMAGE:
        return page
    config = tools.config
    raster = ingest.render_page(document, page.number, config.ocr.max_dpi, config.ingest.max_pixels)
    return read_image(page, raster, tools.engine, config.ocr)
