"""The ledger: what became of every source, kept in a file beside the dataset."""

import json
from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from sqlite3 import Connection, DatabaseError, Row
from types import TracebackType
from typing import Self

from pipeline.engine import ledger_file
from pipeline.engine.states import (
    LOST,
    KeptDocument,
    LedgerRow,
    Progress,
    State,
)
from pipeline.errors import FailureReason

_ROWS = "SELECT * FROM sources WHERE state IN (SELECT value FROM json_each(?)) ORDER BY path"
_DOCUMENTS = """
    SELECT document_id, record, path, state
    FROM sources LEFT JOIN documents USING (document_id)
    WHERE document_id IS NOT NULL AND state NOT IN (SELECT value FROM json_each(?))
    ORDER BY document_id, path
"""


class Ledger:
    """A ledger to look into, also while a run writes to it; a context manager.

    Raises DatasetError for a file that is not a ledger or cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with ledger_file.readable(path):
            self._connection = self._connect()
            version = ledger_file.version(self._connection)
            if version != ledger_file.VERSION:
                raise DatabaseError(f"its version is {version}, not {ledger_file.VERSION}")

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
        with ledger_file.readable(self.path):
            found = dict(
                self._connection.execute("SELECT state, count(*) FROM sources GROUP BY state")
            )
        return {state.value: found.get(state.value, 0) for state in State}

    def rows(self, states: Collection[State] = frozenset(State)) -> Iterator[LedgerRow]:
        """Yield every source in one of the states, by path."""
        with ledger_file.readable(self.path):
            for row in self._connection.execute(_ROWS, (json.dumps([*states]),)):
                yield _ledger_row(row)

    def locations(self) -> list[str]:
        """Return where every source lies, in no order."""
        with ledger_file.readable(self.path):
            return [path for (path,) in self._connection.execute("SELECT path FROM sources")]

    def documents(self) -> Iterator[KeptDocument]:
        """Yield every document that came through, with its sources in order of their paths."""
        with ledger_file.readable(self.path):
            rows = self._connection.execute(_DOCUMENTS, (json.dumps([*LOST]),))
            for (document_id, record), same in groupby(rows, key=itemgetter(0, 1)):
                states = {path: State(state) for _, _, path, state in same}
                yield KeptDocument(document_id, record, states)

    def record(self, document_id: str) -> bytes | None:
        """Return what was kept of a document that came through, or None."""
        query = "SELECT record FROM documents WHERE document_id = ?"
        with ledger_file.readable(self.path):
            found = self._connection.execute(query, (document_id,)).fetchone()
        return None if found is None else found["record"]

    def progress(self) -> Progress | None:
        """Return how far the run is that goes on, or that ended before its time."""
        with ledger_file.readable(self.path):
            row = self._connection.execute("SELECT * FROM progress").fetchone()
        if row is None:
            return None
        times = (datetime.fromisoformat(row[name]) for name in ("began_at", "told_at"))
        return Progress(row["phase"], row["total"], row["done"], *times)

    def _connect(self) -> Connection:
        return ledger_file.connect(self.path, "ro")


def _ledger_row(row: Row) -> LedgerRow:
    values = dict(row)
    reason = values.pop("reason")
    return LedgerRow(
        location=Path(values.pop("path")),
        state=State(values.pop("state")),
        reason=failure_reason(reason),
        **values,
    )


def failure_reason(kept: str | None) -> FailureReason | None:
    """Return the reason that a ledger keeps as text."""
    return None if kept is None else FailureReason(kept)
