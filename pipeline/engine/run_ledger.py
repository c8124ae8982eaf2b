"""The ledger as a run writes it: what was found, what began, how it ended."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection, Row
from typing import Any, NamedTuple, TypeAlias

from pipeline.engine import ledger_file
from pipeline.engine.ledger import Ledger, failure_reason
from pipeline.engine.states import (
    ENDED,
    Ending,
    KnownEnding,
    Progress,
    State,
)
from pipeline.text.printable import printable

StrPath: TypeAlias = str | os.PathLike[str]

_RECORD = """
    INSERT INTO sources (path, size, mtime_ns, inode, found_at)
    VALUES (CAST(:path AS TEXT), :size, :mtime_ns, :inode, :now)
    ON CONFLICT (path) DO UPDATE SET
        found_at = excluded.found_at,
        attempts = iif(
            size IS excluded.size AND mtime_ns IS excluded.mtime_ns AND inode IS excluded.inode,
            attempts, 0),
        size = excluded.size, mtime_ns = excluded.mtime_ns, inode = excluded.inode,
        state = 'waiting', made_with = '', sha256 = NULL, document_id = NULL, pages = NULL,
        stage = NULL, reason = NULL, message = '', tries = 1, started_at = NULL,
        finished_at = NULL
"""
_KNOWN = """
    SELECT CAST(path AS BLOB), size, mtime_ns, inode,
        path, state, made_with, sha256, document_id, reason, record
    FROM sources LEFT JOIN documents USING (document_id)
    ORDER BY path
"""
_FINISH = """
    UPDATE sources SET
        state = :state, made_with = :made_with, sha256 = :sha256, document_id = :document_id,
        pages = :pages, stage = :stage, reason = :reason, message = :message, tries = :tries,
        attempts = iif(:lost, max(attempts, 1), 0), finished_at = :now
    WHERE path = CAST(:path AS TEXT)
"""
_FORGET = "DELETE FROM sources WHERE path = CAST(? AS TEXT)"
_FORGET_DOCUMENTS = """
    DELETE FROM documents WHERE document_id NOT IN
        (SELECT document_id FROM sources WHERE document_id IS NOT NULL)
"""


class _Looks(NamedTuple):
    """What tells at a glance that a source changed; nothing for one that cannot be looked at."""

    size: int | None
    mtime_ns: int | None
    inode: int | None


class RunLedger(Ledger):
    """The ledger of a run, which alone writes to it.

    Made where there is none. Each call is on record when it returns: what a killed run
    had finished, stays so. Raises UsageError while another run holds the ledger.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = ledger_file.hold(path)
        try:
            super().__init__(path)
        except BaseException:
            self._lock.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        super().close()
        # Only now: closing any descriptor of the file takes SQLite's own locks with it.
        self._lock.close()

    def record_found(self, paths: Iterable[StrPath], stands: Callable[[KnownEnding], bool]) -> None:
        """Enter every source found, before any work on it begins.

        One that ended keeps its ending if it looks as it did (size, time of change, inode)
        and what is known of it still stands. All others are waiting from now on.
        """
        with self._transaction():
            # Both in the order of the paths' bytes, so that one look through the ledger is enough.
            known = self._connection.execute(_KNOWN)
            row = known.fetchone()
            waiting = []
            for place in sorted(set(map(os.fsencode, paths))):
                while row is not None and row[0] < place:
                    row = known.fetchone()
                looks = _looks(place)
                if row is None or row[0] != place or not _is_settled(row, looks, stands):
                    waiting.append((place, looks))
            for place, looks in waiting:
                self._await(place, looks)

    def reopen(self, paths: Iterable[Path]) -> None:
        """Have sources wait again, however they ended."""
        with self._transaction():
            for path in paths:
                place = os.fsencode(path)
                self._await(place, _looks(place))

    def start(self, path: Path) -> None:
        """Note that work on a source begins."""
        changes = "state = 'running', attempts = attempts + 1, started_at = ?"
        with self._transaction():
            changed = self._connection.execute(
                f"UPDATE sources SET {changes} WHERE path = CAST(? AS TEXT)",  # noqa: S608 (our own)
                (_now(), os.fsencode(path)),
            )
            _expect_one(changed.rowcount, path)

    def finish(self, endings: Mapping[Path, Ending], record: bytes | None = None) -> None:
        """Note how the sources of a document ended, and what is to be kept of it."""
        with self._transaction():
            for path, ending in endings.items():
                changed = self._connection.execute(_FINISH, _finish_values(path, ending))
                _expect_one(changed.rowcount, path)
                if record is not None:
                    keep = "INSERT OR REPLACE INTO documents VALUES (?, ?)"
                    self._connection.execute(keep, (ending.document_id, record))

    def forget_missing(self, found: Iterable[StrPath]) -> list[str]:
        """Forget the sources that are not among those found; return their paths, to be shown."""
        gone = set(self.locations()).difference(map(os.fspath, found))
        with self._transaction():
            self._connection.executemany(_FORGET, ((os.fsencode(path),) for path in gone))
            self._connection.execute(_FORGET_DOCUMENTS)
        return sorted(map(printable, gone))

    def tell(self, progress: Progress | None) -> None:
        """Note how far the run is; None when it has come to its end."""
        with self._transaction():
            self._connection.execute("DELETE FROM progress")
            if progress is not None:
                times = (progress.began_at.isoformat(), progress.told_at.isoformat())
                values = (progress.phase, progress.total, progress.done, *times)
                self._connection.execute("INSERT INTO progress VALUES (?, ?, ?, ?, ?)", values)

    def _connect(self) -> Connection:
        connection = ledger_file.connect(self.path, "rwc")
        ledger_file.prepare(connection)
        return connection

    def _await(self, place: bytes, looks: _Looks) -> None:
        self._connection.execute(_RECORD, {"path": place, "now": _now(), **looks._asdict()})

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with ledger_file.readable(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


def _expect_one(changed: int, path: Path) -> None:
    if changed != 1:
        raise KeyError(f"{printable(path)} was never recorded as found")


def _finish_values(path: Path, ending: Ending) -> dict[str, Any]:
    return {
        "path": os.fsencode(path),
        "state": ending.state,
        "made_with": ending.made_with,
        "sha256": ending.sha256,
        "document_id": ending.document_id,
        "pages": ending.pages,
        "stage": ending.stage,
        "reason": ending.reason,
        "message": printable(ending.message),
        "tries": ending.tries,
        "lost": ending.reason is not None,
        "now": _now(),
    }


def _is_settled(known: Row, looks: _Looks, stands: Callable[[KnownEnding], bool]) -> bool:
    if known[1:4] != looks:
        return False
    location, state, made_with, sha256, document_id, reason, record = known[4:]
    ending = KnownEnding(
        location, State(state), made_with, sha256, document_id, failure_reason(reason), record
    )
    return ending.state in ENDED and stands(ending)


def _looks(place: bytes) -> _Looks:
    try:
        found = os.stat(place)  # noqa: PTH116 (for each source; that of Path takes twice as long)
    except OSError:
        return _Looks(None, None, None)
    return _Looks(found.st_size, found.st_mtime_ns, found.st_ino)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
