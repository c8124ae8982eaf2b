"""The phases of a run over many sources: take in, read, finish.

Each hands units of work to a backend and sorts what comes back into results and failures;
nothing that went in is missing from what comes out.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.engine import Backend, Failure
from pipeline.flow import units
from pipeline.flow.keys import chunks_of
from pipeline.flow.progress import Listener
from pipeline.flow.tools import Setup
from pipeline.model.ids import make_id
from pipeline.model.page import PageFailure
from pipeline.model.rows import FailureRow
from pipeline.model.source import Document


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What the sources hold: documents by content, and sources that could not be read."""

    documents: tuple[Document, ...]
    failures: tuple[FailureRow, ...]


@dataclass(frozen=True, slots=True)
class Processed:
    """What became of a document: pages that came through, failures, work done before.

    `lost` are pages whose worker did not come back. A document without any page that came
    through has failed as a whole: each of its sources has one failure without a page number.
    """

    document: Document
    pages: int
    lost: tuple[PageFailure, ...]
    failures: tuple[FailureRow, ...]
    reused: int

    @property
    def failed(self) -> bool:
        """Whether nothing of the document came through."""
        return self.pages == 0


@dataclass(frozen=True, slots=True)
class Phases:
    """The phases, with what they all need."""

    setup: Setup
    backend: Backend
    listener: Listener

    def take_in(self, paths: Sequence[Path]) -> TakenIn:
        """Find out what each source holds; sources with the same bytes are one document."""
        work = [units.SourceUnit(self.setup, path) for path in paths]
        self.listener.phase("Taking in", len(work))
        by_content: dict[str, list[Document]] = defaultdict(list)
        failures = []
        for outcome in self.backend.run(units.take_in, work, self.setup.config.limits):
            self.listener.advance()
            if isinstance(outcome.result, Failure):
                failures.append(_source_failure(str(outcome.unit.path), None, outcome.result))
            else:
                by_content[outcome.result.sha256].append(outcome.result)
        documents = [_one_document(same) for same in by_content.values()]
        return TakenIn(
            tuple(sorted(documents, key=lambda document: document.source_paths)),
            tuple(sorted(failures, key=lambda failure: failure.source_path)),
        )

    def prepare(self) -> None:
        """Compile the word lists if no earlier run has, so that workers find them ready."""
        self.listener.phase("Word lists", 1)
        self.setup.open().lexicon  # noqa: B018 (opened for its effect)
        self.listener.advance()

    def read(
        self, documents: Sequence[Document], *, with_ocr: bool = True
    ) -> dict[str, "ReadDocument"]:
        """Read the pages of all documents, a chunk a unit, longest documents first."""
        tools = self.setup.open()
        work = [
            units.ChunkUnit(self.setup, document, first, last, with_ocr)
            for document in sorted(documents, key=lambda d: (-d.page_count, d.sha256))
            for first, last in chunks_of(tools, document)
        ]
        self.listener.phase("Reading pages", sum(unit.last - unit.first + 1 for unit in work))
        read = {document.id: ReadDocument(document) for document in documents}
        for outcome in self.backend.run(units.read_chunk, work, self.setup.config.limits):
            unit = outcome.unit
            self.listener.advance(unit.last - unit.first + 1)
            read[unit.document.id] = read[unit.document.id].with_chunk(unit, outcome.result)
        return read

    def finish(
        self, read: Sequence["ReadDocument"], *, with_knowledge: bool = True
    ) -> tuple[Processed, ...]:
        """Repair and understand each document."""
        work = [
            units.DocumentUnit(self.setup, one.document, one.lost, with_knowledge)
            for one in sorted(read, key=lambda one: (-one.document.page_count, one.document.id))
        ]
        self.listener.phase("Understanding", len(work))
        chunks_reused = {one.document.id: one.reused for one in read}
        processed = []
        for outcome in self.backend.run(units.finish_document, work, self.setup.config.limits):
            self.listener.advance()
            done = _processed(outcome.unit, outcome.result)
            reused = done.reused + chunks_reused[done.document.id]
            processed.append(replace(done, reused=reused))
        return tuple(sorted(processed, key=lambda one: one.document.source_paths))


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document whose chunks have come back: decisions, lost pages, work done before."""

    document: Document
    decisions: tuple[units.PageDecision, ...] = ()
    lost: tuple[PageFailure, ...] = ()
    reused: int = 0

    def with_chunk(
        self, unit: units.ChunkUnit, result: units.ChunkReport | Failure
    ) -> "ReadDocument":
        """Return the document with one more chunk; a failed one loses all of its pages."""
        if isinstance(result, Failure):
            lost = tuple(
                PageFailure(number, "ocr", result.reason, result.message)
                for number in range(unit.first, unit.last + 1)
            )
            return replace(self, lost=_by_number((*self.lost, *lost)))
        decisions = sorted((*self.decisions, *result.decisions), key=lambda d: d.page_number)
        return replace(self, decisions=tuple(decisions), reused=self.reused + result.reused)


def _one_document(same: Sequence[Document]) -> Document:
    paths = sorted({path for document in same for path in document.source_paths})
    return replace(same[0], source_paths=tuple(paths))


def _by_number(failures: Sequence[PageFailure]) -> tuple[PageFailure, ...]:
    return tuple(sorted(failures, key=lambda failure: failure.page_number))


def _processed(unit: units.DocumentUnit, result: units.DocumentReport | Failure) -> Processed:
    document = unit.document
    if isinstance(result, Failure):
        return _failed(unit, result, "knowledge")
    if result.pages == 0:
        first = result.failures[0]
        whole = Failure(first.reason, f"No page came through. {first.message}")
        return _failed(unit, whole, first.stage)
    failures = tuple(_page_failure(document, failure) for failure in result.failures)
    return Processed(document, result.pages, unit.lost, failures, int(result.reused))


def _failed(unit: units.DocumentUnit, failure: Failure, stage: str) -> Processed:
    """Account for each source of a document of which nothing came through."""
    document = unit.document
    failures = tuple(
        _source_failure(path, document.sha256, failure, stage) for path in document.source_paths
    )
    return Processed(document, 0, unit.lost, failures, 0)


def _source_failure(
    path: str, sha256: str | None, failure: Failure, stage: str = "ingest"
) -> FailureRow:
    return FailureRow(
        failure_id=make_id("fail", path),
        document_id=None,
        source_path=path,
        sha256=sha256,
        page_number=None,
        stage=stage,
        reason=failure.reason,
        message=failure.message,
        attempts=failure.attempts,
    )


def _page_failure(document: Document, failure: PageFailure) -> FailureRow:
    return FailureRow(
        failure_id=make_id("fail", document.sha256, failure.page_number),
        document_id=document.id,
        source_path=document.path,
        sha256=document.sha256,
        page_number=failure.page_number,
        stage=failure.stage,
        reason=failure.reason,
        message=failure.message,
        attempts=1,
    )
