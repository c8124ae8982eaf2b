"""The main run: sources in, dataset out, every source accounted for."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipeline.config import Config
from pipeline.dataset import check_target
from pipeline.engine import Backend, Ending, RunLedger, State, ledger_path
from pipeline.errors import PrickfriError, UsageError
from pipeline.flow.phases import Phases, Processed, TakenIn
from pipeline.flow.progress import Listener
from pipeline.flow.publication import Findings, publish_findings, run_row
from pipeline.flow.tools import Setup
from pipeline.ingest import discover
from pipeline.model.rows import FailureRow


@dataclass(frozen=True, slots=True)
class Request:
    """What a run is asked to do, and with what."""

    sources: tuple[Path, ...]
    dataset: Path
    config: Config
    backend: Backend
    cache: Path

    @property
    def setup(self) -> Setup:
        """What travels to the workers."""
        return Setup(self.config, self.cache)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did, for its end."""

    dataset: Path
    sources: int
    row_counts: Mapping[str, int]
    corrections: int
    suggestions: int
    failures: tuple[FailureRow, ...]
    duplicates: tuple[str, ...]
    gone: tuple[str, ...]
    reused: int
    seconds: float


def run_batch(request: Request, listener: Listener) -> Summary:
    """Import sources into the dataset, beside those it has; account for every one.

    Raises UsageError for a source that does not exist, DatasetError if something else lies
    where the dataset should, MissingRequirementError if a run needs what is not here.
    """
    started = datetime.now(UTC)
    check_target(request.dataset)
    named = find_sources(request.sources)
    with RunLedger(ledger_path(request.dataset)) as ledger:
        sources = sorted({*named, *_still_there(ledger)})
        gone = ledger.forget_missing(_places(sources))
        ledger.record_found(_places(sources))
        phases = Phases(request.setup, request.backend, listener)
        phases.prepare()
        taken = phases.take_in(sources)
        _begin(ledger, taken)
        processed = phases.finish(list(phases.read(taken.documents).values()))
        findings = _findings(taken, processed)
        reused = sum(one.reused for one in processed)
        run = run_row(request.config, started, len(sources), reused)
        published = publish_findings(request.dataset, request.setup, findings, run)
        _end(ledger, taken, processed)
    return Summary(
        dataset=request.dataset,
        sources=len(sources),
        row_counts=published.row_counts,
        corrections=published.corrections,
        suggestions=published.suggestions,
        failures=findings.failures,
        duplicates=tuple(path for d in taken.documents for path in d.source_paths[1:]),
        gone=tuple(gone),
        reused=reused,
        seconds=(datetime.now(UTC) - started).total_seconds(),
    )


def find_sources(sources: Sequence[Path]) -> list[Path]:
    """Return every file that the sources name or hold, in order, each once.

    Paths are relative inside the current folder and absolute elsewhere, so that a source
    is called the same however it was named. Raises UsageError for a source that is not
    there at all: more likely a slip of the fingers than an archive that vanished.
    """
    for source in sources:
        if not os.path.lexists(source):
            raise UsageError(f"There is no {source}.", "Name files or folders that exist.")
    return sorted({_shown(path) for path in discover(sources)})


def _shown(path: Path) -> Path:
    place = Path(os.path.abspath(path))  # noqa: PTH100 (resolve would follow links)
    here = Path.cwd()
    return place.relative_to(here) if place.is_relative_to(here) else place


def _places(sources: Sequence[Path]) -> list[Path]:
    return [source.absolute() for source in sources]


def _still_there(ledger: RunLedger) -> list[Path]:
    """Return the sources that earlier runs took in and that are still on disk."""
    return [_shown(row.location) for row in ledger.rows() if os.path.lexists(row.location)]


def _begin(ledger: RunLedger, taken: TakenIn) -> None:
    for failure in taken.failures:
        ledger.start(Path(failure.source_path).absolute())
    for document in taken.documents:
        for path in document.source_paths:
            ledger.start(Path(path).absolute())


def _findings(taken: TakenIn, processed: Sequence[Processed]) -> Findings:
    """Return what is to be published. Every source is in it, as document or as failure."""
    documents = tuple((one.document, one.lost) for one in processed if not one.failed)
    failures = (*taken.failures, *(failure for one in processed for failure in one.failures))
    if len(processed) != len(taken.documents):
        raise PrickfriError("Documents were lost on the way; nothing was published.")
    return Findings(documents, failures)


def _end(ledger: RunLedger, taken: TakenIn, processed: Sequence[Processed]) -> None:
    """Write the end of every source; it comes last, when the dataset is in its place."""
    for failure in taken.failures:
        ending = Ending(State.FAILED, reason=failure.reason, message=failure.message)
        ledger.finish(Path(failure.source_path).absolute(), ending)
    for one in processed:
        first, *copies = one.document.source_paths
        ledger.finish(Path(first).absolute(), _ending(one))
        for copy in copies:
            if one.failed:
                ledger.finish(Path(copy).absolute(), _ending(one))
                continue
            ending = Ending(
                State.SKIPPED,
                sha256=one.document.sha256,
                document_id=one.document.id,
                message=f"It holds the same bytes as {first}.",
            )
            ledger.finish(Path(copy).absolute(), ending)


def _ending(one: Processed) -> Ending:
    document = one.document
    if not one.failures:
        return Ending(State.DONE, document.sha256, document.id, one.pages)
    first = one.failures[0]
    state = State.FAILED if one.failed else State.DONE_WITH_FAILED_PAGES
    return Ending(state, document.sha256, document.id, one.pages, first.reason, first.message)
