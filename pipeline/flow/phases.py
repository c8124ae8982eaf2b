"""The phases of a run over many sources: take in, read, finish.

Each hands units of work to a backend and sorts what comes back into results and failures;
nothing that went in is missing from what comes out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.engine import Backend, Failure, make_backend
from pipeline.flow import units
from pipeline.flow.keys import chunks_of
from pipeline.flow.progress import Listener
from pipeline.flow.tools import Setup
from pipeline.lexicon import is_compiled
from pipeline.model.ids import make_id
from pipeline.model.page import PageFailure
from pipeline.model.run_rows import FailureRow
from pipeline.model.source import Document


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What the sources hold: documents by content, and sources that could not be read."""

    documents: tuple[Document, ...]
    failures: tuple[FailureRow, ...]


@dataclass(frozen=True, slots=True)
class Processed:
    """What became of a document: pages that came through, failures, work done before.

    `lost` are pages whose worker did not come back, `failures` all that did not come
    through. A document of which no page did has failed as a whole, for the reason `failed`
    in the stage `stage`. `key`, `content` and `engine` are as in its report.
    """

    document: Document
    pages: int = 0
    lost: tuple[PageFailure, ...] = ()
    failures: tuple[PageFailure, ...] = ()
    reused: int = 0
    key: str = ""
    content: str = ""
    engine: str = ""
    failed: Failure | None = None
    stage: str = "ingest"

    def failure_rows(self) -> list[FailureRow]:
        """Return its failures as they are published."""
        if self.failed is None:
            return [page_failure(self.document, failure) for failure in self.failures]
        paths, sha256 = self.document.source_paths, self.document.sha256
        return [source_failure(path, sha256, self.failed, self.stage) for path in paths]


@dataclass(frozen=True, slots=True)
class Phases:
    """The phases, with what they all need."""

    setup: Setup
    backend: Backend
    listener: Listener

    def take_in(self, paths: Sequence[Path]) -> Iterator[tuple[Path, Document | Failure]]:
        """Yield what each source holds, or why it could not be read."""
        work = (units.SourceUnit(self.setup, path) for path in paths)
        self.listener.phase("Taking in", len(paths))
        for outcome in self.backend.run(units.take_in, work, self.setup.config.limits):
            self.listener.advance()
            yield outcome.unit.path, outcome.result

    def prepare(self) -> None:
        """Compile the word lists if no earlier run has, so that workers find them ready.

        A process of its own does it: it takes several times the memory that the coordinator
        may. Should it be lost, for instance to a low limit, the coordinator does it after all.
        """
        self.listener.phase("Word lists", 1)
        if not is_compiled():
            with closing(make_backend("local", 1)) as aside:
                list(aside.run(units.open_word_lists, [self.setup], self.setup.config.limits))
        units.open_word_lists(self.setup)
        self.listener.advance()

    def read(
        self,
        documents: Sequence[Document],
        *,
        with_ocr: bool = True,
        begin: Callable[[Document], None] = lambda _: None,
    ) -> dict[str, "ReadDocument"]:
        """Read the pages of all documents, a chunk a unit, longest documents first.

        `begin` is called when the first chunk of a document is handed out.
        """
        tools = self.setup.open()

        def work() -> Iterator[units.ChunkUnit]:
            for document in sorted(documents, key=lambda d: (-d.page_count, d.sha256)):
                begin(document)
                for first, last in chunks_of(tools, document):
                    yield units.ChunkUnit(self.setup, document, first, last, with_ocr)

        self.listener.phase("Reading pages", sum(document.page_count for document in documents))
        read = {document.id: ReadDocument(document) for document in documents}
        for outcome in self.backend.run(units.read_chunk, work(), self.setup.config.limits):
            unit = outcome.unit
            self.listener.advance(unit.last - unit.first + 1)
            read[unit.document.id] = read[unit.document.id].with_chunk(unit, outcome.result)
        return read

    def finish(
        self, read: Sequence["ReadDocument"], *, with_knowledge: bool = True
    ) -> Iterator[Processed]:
        """Repair and understand documents; yield what became of each.

        Progress is told in pages: a document of four hundred takes as long as two hundred of two.
        """
        in_order = sorted(read, key=lambda one: (-one.document.page_count, one.document.id))
        work = (
            units.DocumentUnit(self.setup, one.document, one.lost, with_knowledge)
            for one in in_order
        )
        self.listener.phase("Understanding", sum(one.document.page_count for one in in_order))
        reused = {one.document.id: one.reused for one in read}
        for outcome in self.backend.run(units.finish_document, work, self.setup.config.limits):
            self.listener.advance(outcome.unit.document.page_count)
            done = _processed(outcome.unit, outcome.result)
            yield replace(done, reused=done.reused + reused[done.document.id])


def taken_in(results: Iterable[tuple[Path, Document | Failure]]) -> TakenIn:
    """Sort what sources hold: those with the same bytes are one document."""
    by_content: dict[str, list[Document]] = defaultdict(list)
    failures = []
    for path, result in results:
        if isinstance(result, Failure):
            failures.append(source_failure(str(path), None, result))
        else:
            by_content[result.sha256].append(result)
    documents = [_one_document(same) for same in by_content.values()]
    return TakenIn(
        tuple(sorted(documents, key=lambda document: document.source_paths)),
        tuple(sorted(failures, key=lambda failure: failure.source_path)),
    )


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
                PageFailure(number, "ocr", result.reason, result.message, result.attempts)
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
        return Processed(document, lost=unit.lost, failed=result, stage="knowledge")
    if result.pages == 0:
        first = result.failures[0]
        message = f"No page came through. {first.message}"
        whole = Failure(first.reason, message, first.attempts)
        return Processed(document, lost=unit.lost, failed=whole, stage=first.stage)
    return Processed(
        document,
        result.pages,
        unit.lost,
        result.failures,
        int(result.reused),
        result.key,
        result.content,
        result.engine,
    )


def source_failure(
    path: str, sha256: str | None, failure: Failure, stage: str = "ingest"
) -> FailureRow:
    """Return the row for a source of which nothing came through."""
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


def page_failure(document: Document, failure: PageFailure) -> FailureRow:
    """Return the row for a page that did not come through."""
    return FailureRow(
        failure_id=make_id("fail", document.sha256, failure.page_number),
        document_id=document.id,
        source_path=document.path,
        sha256=document.sha256,
        page_number=failure.page_number,
        stage=failure.stage,
        reason=failure.reason,
        message=failure.message,
        attempts=failure.attempts,
    )
