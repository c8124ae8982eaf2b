"""The ledger: what became of every source, kept in a file beside the dataset."""

import fcntl
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self
from urllib.parse import quote

from pipeline.engine.states import Ending, LedgerRow, State
from pipeline.errors import DatasetError, FailureReason, UsageError
from pipeline.text.printable import printable

_VERSION = 1
_SCHEMA = f"""
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS sources (
        path TEXT PRIMARY KEY,
        state TEXT NOT NULL,
        size INTEGER,
        mtime_ns INTEGER,
        sha256 TEXT,
        document_id TEXT,
        pages INTEGER,
        reason TEXT,
        message TEXT NOT NULL DEFAULT '',
        attempts INTEGER NOT NULL DEFAULT 0,
        found_at TEXT NOT NULL,
        started_at TEXT,
        finished_at TEXT
    ) WITHOUT ROWID;
    PRAGMA user_version = {_VERSION};
"""
_DROP_CHANGED = """
    DELETE FROM sources
    WHERE path = CAST(:path AS TEXT) AND (size IS NOT :size OR mtime_ns IS NOT :mtime_ns)
"""
_RECORD = """
    INSERT INTO sources (path, size, mtime_ns, found_at, state)
    VALUES (CAST(:path AS TEXT), :size, :mtime_ns, :now, 'found')
    ON CONFLICT (path) DO UPDATE SET
        attempts = iif(state IN ('failed', 'running'), attempts, 0),
        found_at = excluded.found_at, state = 'found', pages = NULL, reason = NULL,
        message = '', started_at = NULL, finished_at = NULL
"""


def ledger_path(dataset: Path) -> Path:
    """Return where the ledger of a dataset lies: beside it."""
    live = dataset.resolve()
    return live.with_name(f"{live.name}.ledger.sqlite")


class Ledger:
    """A ledger to look into, also while a run writes to it; a context manager.

    Raises DatasetError for a file that is not a ledger or cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with _readable(path):
            self._connection = self._connect()
            (version,) = self._connection.execute("PRAGMA user_version").fetchone()
            if version != _VERSION:
                raise sqlite3.DatabaseError(f"its version is {version}, not {_VERSION}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def counts(self) -> dict[str, int]:
        """Return how many sources are in each state, in the order of State."""
        with _readable(self.path):
            found = dict(
                self._connection.execute("SELECT state, count(*) FROM sources GROUP BY state")
            )
        return {state.value: found.get(state.value, 0) for state in State}

    def rows(self) -> Iterator[LedgerRow]:
        """Yield every source, by path."""
        with _readable(self.path):
            for row in self._connection.execute("SELECT * FROM sources ORDER BY path"):
                yield _ledger_row(dict(row))

    def _connect(self) -> sqlite3.Connection:
        return _connect(self.path, "ro")


class RunLedger(Ledger):
    """The ledger of a run, which alone writes to it.

    Made where there is none. Each call is on record when it returns: what a killed run
    had finished, stays so. Raises UsageError while another run holds the ledger.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _lock(path)
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

    def record_found(self, paths: Iterable[Path]) -> None:
        """Enter every source found, before any work on it begins.

        What is known of one that looks as it did (size and time of change) stays known;
        one that failed, or whose run was killed, keeps its attempts.
        """
        now = _now()
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            for path in paths:
                looks = {"path": os.fsencode(path), "now": now, **_size_and_time(path)}
                self._connection.execute(_DROP_CHANGED, looks)
                self._connection.execute(_RECORD, looks)
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def start(self, path: Path) -> None:
        """Note that work on a source begins."""
        self._update("state = 'running', attempts = attempts + 1, started_at = ?", path, _now())

    def finish(self, path: Path, ending: Ending) -> None:
        """Note how a source ended."""
        self._update(
            "state = ?, sha256 = ?, document_id = ?, pages = ?, reason = ?, message = ?, "
            "finished_at = ?",
            path,
            ending.state,
            ending.sha256,
            ending.document_id,
            ending.pages,
            ending.reason,
            printable(ending.message),
            _now(),
        )

    def forget_missing(self, found: Iterable[Path]) -> list[str]:
        """Forget the sources that are not among those found; return their paths, to be shown."""
        self._connection.execute("CREATE TEMP TABLE present (path TEXT PRIMARY KEY)")
        self._connection.executemany(
            "INSERT OR IGNORE INTO present VALUES (CAST(? AS TEXT))",
            ((os.fsencode(path),) for path in found),
        )
        gone = self._connection.execute(
            "DELETE FROM sources WHERE path NOT IN (SELECT path FROM present) RETURNING path"
        ).fetchall()
        self._connection.execute("DROP TABLE present")
        return sorted(printable(path) for (path,) in gone)

    def _connect(self) -> sqlite3.Connection:
        connection = _connect(self.path, "rwc")
        connection.executescript(_SCHEMA)
        return connection

    def _update(self, changes: str, path: Path, *values: str | int | None) -> None:
        changed = self._connection.execute(
            f"UPDATE sources SET {changes} WHERE path = CAST(? AS TEXT)",  # noqa: S608 (our own)
            (*values, os.fsencode(path)),
        )
        if changed.rowcount != 1:
            raise KeyError(f"{printable(path)} was never recorded as found")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    name = f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(name, uri=True, isolation_level=None, timeout=30)
    # Paths are bytes, and need not be UTF-8.
    connection.text_factory = os.fsdecode
    connection.row_factory = sqlite3.Row
    return connection


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise DatasetError(
            f"The ledger {printable(path)} cannot be read: {error}.",
            "If it is damaged, delete it: the next run makes it anew and does no work twice.",
        ) from error


def _lock(path: Path) -> BinaryIO:
    """Return the open file, held for one run. Raises UsageError if another holds it."""
    file = path.open("ab")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        raise UsageError(
            f"Another run holds {printable(path)}.", "Wait for its end: prickfri status."
        ) from error
    return file


def _ledger_row(values: dict[str, Any]) -> LedgerRow:
    reason = values.pop("reason")
    return LedgerRow(
        location=Path(values.pop("path")),
        state=State(values.pop("state")),
        reason=None if reason is None else FailureReason(reason),
        **values,
    )


def _size_and_time(path: Path) -> dict[str, int | None]:
    try:
        found = path.stat()
    except OSError:
        return {"size": None, "mtime_ns": None}
    return {"size": found.st_size, "mtime_ns": found.st_mtime_ns}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
