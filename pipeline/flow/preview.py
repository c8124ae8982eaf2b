"""The run that only judges: what would be done for each page, and how long it would take."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from pipeline.flow.batch import Request, find_sources
from pipeline.flow.phases import Phases, ReadDocument, taken_in
from pipeline.flow.progress import Listener
from pipeline.model.page import Decision
from pipeline.model.run_rows import FailureRow

IMAGE_SECONDS = 1.5
"""CPU seconds from a clean A4 scan at 300 dpi to its rows (`tests.bench.throughput scans`)."""
TEXT_SECONDS = 0.15
"""CPU seconds to read, repair and understand a page that has its text."""


@dataclass(frozen=True, slots=True)
class PageGroup:
    """Pages of a document, one after the other, with one decision; the first one's reason."""

    source_path: str
    pages: str
    decision: Decision
    reason: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a run would do. The estimate is in wall seconds, with all workers busy."""

    groups: tuple[PageGroup, ...]
    failures: tuple[FailureRow, ...]
    documents: int
    pages: int
    image_pages: int
    estimated_seconds: float


def preview(request: Request, listener: Listener) -> Preview:
    """Take sources in and judge their pages; write nothing but what the cache keeps."""
    phases = Phases(request.setup, request.backend, listener)
    phases.prepare()
    taken = taken_in(phases.take_in(find_sources(request.sources)))
    read = phases.read(taken.documents, with_ocr=False)
    documents = [read[document.id] for document in taken.documents]
    pages = sum(len(one.decisions) for one in documents)
    images = sum(d.decision is Decision.READ_IMAGE for one in documents for d in one.decisions)
    work = images * IMAGE_SECONDS + (pages - images) * TEXT_SECONDS
    return Preview(
        groups=tuple(group for one in documents for group in _groups(one)),
        failures=taken.failures,
        documents=len(documents),
        pages=pages,
        image_pages=images,
        estimated_seconds=work / request.backend.jobs,
    )


def _groups(one: ReadDocument) -> Iterable[PageGroup]:
    for decision, same in groupby(one.decisions, key=lambda page: page.decision):
        pages = list(same)
        first, last = pages[0].page_number, pages[-1].page_number
        span = str(first) if first == last else f"{first}–{last}"
        yield PageGroup(one.document.path, span, decision, pages[0].reason)
