"""The work of a run: every source in the ledger is brought to its end."""

import hashlib
import os
from collections import deque
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.engine import (
    IMPERFECT,
    LOST,
    Failure,
    KeptDocument,
    KnownEnding,
    LedgerRow,
    RunLedger,
    State,
)
from pipeline.errors import FailureReason, PrickfriError
from pipeline.flow.keys import run_key
from pipeline.flow.phases import Phases, Processed, page_failure, source_failure, taken_in
from pipeline.flow.publication import Kept, TornResultError
from pipeline.flow.records import Record, lost_endings
from pipeline.model.run_rows import FailureRow
from pipeline.model.source import Document

_PASSING = frozenset(
    {
        FailureReason.NOT_FOUND,
        FailureReason.DANGLING_LINK,
        FailureReason.NOT_A_FILE,
        FailureReason.NOT_READABLE,
    }
)
"""Reasons that go away without the source looking different, and cost nothing to see again."""


class Work:
    """Brings sources to their ends, and tells what is to be published of them.

    What an earlier run brought to its end stays, unless the source looks different, code,
    settings or tools changed, or what was kept of it is gone. With `retry`, what did not
    come through whole is tried again; with `verify`, sources that look as they did are
    read to be sure.
    """

    def __init__(
        self, ledger: RunLedger, phases: Phases, *, retry: bool = False, verify: bool = False
    ) -> None:
        self._ledger = ledger
        self._phases = phases
        self._retry = retry
        self._verify = verify
        self._tools = phases.setup.open()
        self._made_with = run_key(self._tools)
        self.reused = 0

    def enter(self, sources: Iterable[str]) -> None:
        """Enter sources into the ledger by their absolute paths; some have their ends there."""
        self._ledger.record_found(sources, self._stands)

    def do(self) -> None:
        """Bring every source that waits to its end."""
        waiting = [shown(row.location) for row in self._ledger.rows({State.WAITING})]
        if waiting:
            self._phases.prepare()
            read = self._phases.read(self._take_in(waiting), begin=self._begin)
            for one in self._phases.finish(list(read.values())):
                self._end(one)
        self._name_copies()

    def findings(self) -> tuple[list[Kept], list[FailureRow]]:
        """Return the documents that came through, with all places where they were found.

        And the sources and pages that did not.
        """
        documents = []
        failures = [_failure_row(row) for row in self._ledger.rows(LOST)]
        for document in self._ledger.documents():
            record = _record(document)
            kept = record.kept(_places(document))
            documents.append(kept)
            failures += [page_failure(kept.document, failure) for failure in record.failures]
        return documents, failures

    def reopen_torn(self) -> None:
        """Have the documents made again of which what was kept cannot be read."""
        documents, _ = self.findings()
        for kept in documents:
            try:
                deque(kept.load(self._tools.cache), maxlen=0)
            except TornResultError:
                self._ledger.reopen(_locations(kept.document))

    def _take_in(self, waiting: Sequence[Path]) -> list[Document]:
        """Return the documents to be read: those of which no record stands."""
        results = []
        for path, result in self._phases.take_in(waiting):
            if isinstance(result, Failure):
                place = path.absolute()
                lost = lost_endings([place], result, "ingest", _sha256(place), self._made_with)
                self._ledger.finish(lost)
            else:
                results.append((path, result))
        unread = []
        for document in taken_in(results).documents:
            record = Record.find(self._ledger, document.id)
            if record is None or not self._holds(record):
                unread.append(document)
            else:
                self._ledger.finish(record.endings(_locations(document)))
        return unread

    def _begin(self, document: Document) -> None:
        for path in _locations(document):
            self._ledger.start(path)

    def _end(self, one: Processed) -> None:
        self.reused += one.reused
        places = _locations(one.document)
        if one.failed is not None:
            sha256 = one.document.sha256
            endings = lost_endings(places, one.failed, one.stage, sha256, self._made_with)
            self._ledger.finish(endings)
        else:
            record = Record.of(one, self._made_with)
            self._ledger.finish(record.endings(places), record.encode())

    def _stands(self, known: KnownEnding) -> bool:
        """Tell whether an ending needs no second look."""
        if known.made_with != self._made_with or (self._retry and known.state in IMPERFECT):
            return False
        if known.document_id is None:
            return known.reason not in _PASSING
        record = Record.decode(known.record)
        if record is None or not self._holds(record):
            return False
        return not self._verify or _sha256(Path(known.location)) == known.sha256

    def _holds(self, record: Record) -> bool:
        """Tell whether a record says how its document would end today."""
        if record.made_with != self._made_with or (self._retry and record.failures):
            return False
        if record.engine and record.engine != self._tools.engine_version:
            return False
        return self._tools.cache.digest(record.key) == record.content

    def _name_copies(self) -> None:
        """Have the first place of each document hold it, and the others be its copies."""
        for document in [one for one in self._ledger.documents() if _has_copies(one)]:
            places = [Path(place).absolute() for place in _places(document)]
            endings = _record(document).endings(places)
            changed = {p: e for p, e in endings.items() if e.state is not document.states[str(p)]}
            if changed:
                self._ledger.finish(changed)


def _has_copies(document: KeptDocument) -> bool:
    return len(document.states) > 1 or State.SKIPPED in document.states.values()


def _places(document: KeptDocument) -> list[str]:
    """Return where a document was found, as sources are called, in order."""
    return sorted(map(_called, document.states))


def _record(document: KeptDocument) -> Record:
    record = Record.decode(document.record)
    if record is None:
        raise PrickfriError(f"The ledger has lost what it knew of {document.document_id}.")
    return record


def shown(path: str | Path) -> Path:
    """Return a path as sources are called: relative inside the current folder.

    So a source is called the same however it was named.
    """
    return Path(_called(os.path.abspath(path)))  # noqa: PTH100 (or links are followed)


def _called(location: str) -> str:
    here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118 (for each source, several times)
    return location.removeprefix(here)


def _locations(document: Document) -> list[Path]:
    return [Path(path).absolute() for path in document.source_paths]


def _failure_row(row: LedgerRow) -> FailureRow:
    if row.reason is None or row.stage is None:
        raise PrickfriError(f"The ledger does not say why {row.path} was lost.")
    failure = Failure(row.reason, row.message, row.tries)
    return source_failure(str(shown(row.location)), row.sha256, failure, row.stage)


def _sha256(path: Path) -> str | None:
    """Return the digest of a file's bytes; None for what is no file or cannot be read."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
