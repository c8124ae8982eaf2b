"""The main run: sources in, dataset out, every source accounted for."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from pipeline.config import Config
from pipeline.dataset import Published, check_target
from pipeline.engine import ENDED, Backend, RunLedger, State, ledger_path
from pipeline.errors import PrickfriError, UsageError
from pipeline.flow.phases import Phases
from pipeline.flow.progress import Listener, Telling
from pipeline.flow.publication import Findings, TornResultError, publish_findings, run_row
from pipeline.flow.tools import Setup
from pipeline.flow.work import Work, shown
from pipeline.ingest import discover
from pipeline.model.run_rows import FailureRow, RunRow
from pipeline.model.source import Note

_PUBLISHING_TRIES = 3
_UNREAD = {Note.ATTACHMENTS, Note.XFA_FORM}


@dataclass(frozen=True, slots=True)
class Request:
    """What a run is asked to do, and with what.

    With `retry_failed`, what earlier runs could not bring through is tried again; with
    `verify`, sources that look as they did are read to be sure.
    """

    sources: tuple[Path, ...]
    dataset: Path
    config: Config
    backend: Backend
    cache: Path
    retry_failed: bool = False
    verify: bool = False

    @property
    def setup(self) -> Setup:
        """What travels to the workers."""
        return Setup(self.config, self.cache.absolute())


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did, for its end.

    `unchanged` sources were as an earlier run had left them; `reused` counts units of work
    of the others that were there already. `carrying` counts documents with something inside
    that is not read: other files, a form that only its own program shows; `damaged` those of
    files that readers disagree on. Without `written` the dataset was left as it was.
    """

    dataset: Path
    sources: int
    row_counts: Mapping[str, int]
    corrections: int
    suggestions: int
    failures: tuple[FailureRow, ...]
    duplicates: tuple[str, ...]
    gone: tuple[str, ...]
    unchanged: int
    reused: int
    carrying: int
    damaged: int
    written: bool
    seconds: float


def run_batch(request: Request, listener: Listener) -> Summary:
    """Import sources into the dataset, beside those it has; account for every one.

    Raises UsageError for a source that does not exist, DatasetError if something else lies
    where the dataset should, MissingRequirementError if a run needs what is not here.
    """
    started = datetime.now(UTC)
    check_target(request.dataset)
    named = _places(request.sources)
    with RunLedger(ledger_path(request.dataset)) as ledger:
        sources = _with_known(named, ledger)
        gone = ledger.forget_missing(sources)
        telling = Telling(ledger, listener)
        phases = Phases(request.setup, request.backend, telling)
        work = Work(ledger, phases, retry=request.retry_failed, verify=request.verify)
        work.enter(sources)
        unchanged = len(sources) - ledger.counts()[State.WAITING]
        run = replace(run_row(request.config, started, len(sources)), reused=unchanged)
        published, findings = _publish(request, work, run, telling)
        _check_accounts(ledger)
        ledger.tell(None)
        return Summary(
            dataset=request.dataset,
            sources=len(sources),
            row_counts=published.row_counts,
            corrections=published.corrections,
            suggestions=published.suggestions,
            failures=tuple(findings.failures),
            duplicates=tuple(row.path for row in ledger.rows({State.SKIPPED})),
            gone=tuple(gone),
            unchanged=unchanged,
            reused=work.reused,
            carrying=sum(not _UNREAD.isdisjoint(one.document.notes) for one in findings.documents),
            damaged=sum(Note.DAMAGED in one.document.notes for one in findings.documents),
            written=published.written,
            seconds=(datetime.now(UTC) - started).total_seconds(),
        )


def _publish(
    request: Request, work: Work, run: RunRow, listener: Listener
) -> tuple[Published, Findings]:
    """Do the work and publish it; where something kept turns out torn, that is made again."""
    for _ in range(_PUBLISHING_TRIES):
        work.do()
        documents, failures = work.findings()
        ended = replace(run, finished_at=datetime.now(UTC), reused=run.reused + work.reused)
        findings = Findings(documents, failures, ended)
        listener.phase("Publishing", 1)
        try:
            return publish_findings(request.dataset, request.setup, findings), findings
        except TornResultError:
            work.reopen_torn()
    raise PrickfriError(
        "What is kept in the cache cannot be read, however often it is made again.",
        "Look for a full or failing disk; the dataset is as it was.",
    )


def find_sources(sources: Sequence[Path]) -> list[Path]:
    """Return every file that the sources name or hold, as sources are called, each once.

    Raises UsageError for a source that is not there at all: more likely a slip of the
    fingers than an archive that vanished.
    """
    return [shown(place) for place in _places(sources)]


def _places(sources: Sequence[Path]) -> list[str]:
    """Return the absolute paths of what the sources name or hold, in order, each once."""
    for source in sources:
        if not os.path.lexists(source):
            raise UsageError(f"There is no {source}.", "Name files or folders that exist.")
    return sorted(set(map(os.path.abspath, discover(sources))))


def _with_known(named: Iterable[str], ledger: RunLedger) -> list[str]:
    """Return where sources lie: those named, and those of earlier runs still on disk."""
    found = set(named)
    earlier = (place for place in ledger.locations() if place not in found)
    return [*found, *filter(os.path.lexists, earlier)]


def _check_accounts(ledger: RunLedger) -> None:
    counts = ledger.counts()
    if any(counts[state] for state in set(State) - ENDED):
        raise PrickfriError("Sources were lost on the way. Please report this.")
