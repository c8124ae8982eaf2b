"""The file of a ledger: where it lies, what is in it, and who holds it."""

import fcntl
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from pipeline.errors import DatasetError, UsageError
from pipeline.text.printable import printable

VERSION = 2

_TABLES = f"""
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS sources (
        path TEXT PRIMARY KEY,
        state TEXT NOT NULL DEFAULT 'waiting',
        size INTEGER,
        mtime_ns INTEGER,
        inode INTEGER,
        made_with TEXT NOT NULL DEFAULT '',
        sha256 TEXT,
        document_id TEXT,
        pages INTEGER,
        stage TEXT,
        reason TEXT,
        message TEXT NOT NULL DEFAULT '',
        tries INTEGER NOT NULL DEFAULT 1,
        attempts INTEGER NOT NULL DEFAULT 0,
        found_at TEXT NOT NULL,
        started_at TEXT,
        finished_at TEXT
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS documents (document_id TEXT PRIMARY KEY, record BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS progress (
        phase TEXT NOT NULL,
        total INTEGER NOT NULL,
        done INTEGER NOT NULL,
        began_at TEXT NOT NULL,
        told_at TEXT NOT NULL
    );
    PRAGMA user_version = {VERSION};
"""
_FROM_VERSION_1 = """
    ALTER TABLE sources RENAME TO former;
    {tables}
    INSERT INTO sources (path, found_at) SELECT path, found_at FROM former;
    DROP TABLE former;
"""


def ledger_path(dataset: Path) -> Path:
    """Return where the ledger of a dataset lies: beside it."""
    live = dataset.resolve()
    return live.with_name(f"{live.name}.ledger.sqlite")


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open the file of a ledger: `ro` to look into it, `rwc` to write to it."""
    name = f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(name, uri=True, isolation_level=None, timeout=30)
    # Paths are bytes, and need not be UTF-8. (os.fsdecode takes three times as long.)
    encoding, errors = sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()
    connection.text_factory = partial(str, encoding=encoding, errors=errors)
    connection.row_factory = sqlite3.Row
    return connection


def version(connection: sqlite3.Connection) -> int:
    """Return the version of an open ledger; 0 for a file that is new."""
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    return int(found)


def prepare(connection: sqlite3.Connection) -> None:
    """Make the tables; of a ledger of an earlier version, the sources' paths are kept."""
    former = version(connection) == 1
    connection.executescript(_FROM_VERSION_1.format(tables=_TABLES) if former else _TABLES)


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn an error of the file into a DatasetError that tells what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise DatasetError(
            f"The ledger {printable(path)} cannot be used: {error}.",
            "If the disk is full, make room. If it is damaged, delete it: the next run makes "
            "it anew and does no work twice.",
        ) from error


def hold(path: Path) -> BinaryIO:
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


def is_held(path: Path) -> bool:
    """Tell whether a run holds a ledger now. Not for a process that has it open itself."""
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return True
    return False
