"""Publishing: documents in, a whole dataset out, put in place in one step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.config import DatasetConfig
from pipeline.dataset.integrity import misfit
from pipeline.dataset.package import DESCRIPTOR, is_ours
from pipeline.dataset.parts import PART_TABLES, Entry, divide
from pipeline.dataset.writing import Writer, carry_over
from pipeline.errors import DatasetError, PrickfriError
from pipeline.model.rows import FailureRow, RunRow
from pipeline.model.tables import TABLES
from pipeline.store import Staging
from pipeline.text.printable import counted, printable


@dataclass(frozen=True, slots=True)
class Published:
    """What was published.

    `row_counts` is by table. `corrections` are edits in force, `suggestions` those left
    to a reviewer. `parts_reused` of all parts were kept as they were.
    """

    row_counts: Mapping[str, int]
    corrections: int
    suggestions: int
    parts_written: int
    parts_reused: int


def check_target(directory: Path) -> Path:
    """Return the folder that a dataset at `directory` lies in, links followed.

    Raises DatasetError if something else lies there: it is left alone.
    """
    live = directory.resolve()
    if not live.exists() or (live.is_dir() and not any(live.iterdir())):
        return live
    try:
        ours = is_ours((live / DESCRIPTOR).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        ours = False
    if not ours:
        raise DatasetError(
            f"{printable(directory)} exists and is not a dataset of Prickfri.",
            "Name another folder; nothing was changed.",
        )
    return live


def publish(
    directory: Path,
    entries: Iterable[Entry],
    failures: Iterable[FailureRow],
    run: RunRow | None,
    config: DatasetConfig,
) -> Published:
    """Write the documents, and nothing but them, as the dataset at `directory`.

    Readers see the old dataset or the new one. Parts whose documents did not change are
    kept without a look at their content; of the others one document at a time is in memory. The
    counts of `run` are filled in, and it is added to the runs of before; None is for those
    who keep their own record of runs, as DVC does. The same documents and failures give
    the same bytes, `runs` apart.

    Raises DatasetError if something else lies at `directory`, IntegrityError for rows that
    do not fit together, PrickfriError if it cannot be written; the old dataset stays then.
    """
    live = check_target(directory)
    parts = divide(entries, config.part_documents)
    failed = _in_order(failures)
    _check_failures(failed, parts)
    try:
        with Staging(live) as staging:
            published = _write(Writer(live, staging.path), parts, failed, run)
            carry_over(live, staging.path)
            staging.commit()
    except OSError as error:
        raise PrickfriError(
            f"The dataset {printable(directory)} could not be written: {error}.",
            "It is as it was. A folder that is itself a mount point cannot be replaced: "
            "name one inside it. Otherwise look for room and rights, and run again.",
        ) from error
    return published


def _write(
    writer: Writer,
    parts: Mapping[str, Sequence[Entry]],
    failures: list[FailureRow],
    run: RunRow | None,
) -> Published:
    records = {name: writer.part(name, parts[name]) for name in sorted(parts)}
    entities = writer.entities(records)
    counts = {table: sum(r.rows[table] for r in records.values()) for table in PART_TABLES}
    corrections = sum(record.corrections for record in records.values())
    counts |= {"failures": len(failures), "entities": entities}
    writer.whole_table("failures", failures)
    counts["runs"] = writer.runs(run and _counted(run, counts, corrections))
    writer.descriptions(records, counts)
    return Published(
        {name: counts[name] for name in TABLES},
        corrections,
        sum(record.suggestions for record in records.values()),
        len(records) - writer.reused,
        writer.reused,
    )


def _counted(run: RunRow, counts: Mapping[str, int], corrections: int) -> RunRow:
    """Return the run with the counts of what it leaves behind."""
    documents, pages, failures = (counts[name] for name in ("documents", "pages", "failures"))
    return replace(
        run,
        documents=documents,
        pages=pages,
        corrections=corrections,
        failures=failures,
        counts=f"{counted(run.sources, 'source')}, {counted(documents, 'document')}, "
        f"{counted(pages, 'page')}, {counted(corrections, 'correction')}, "
        f"{counted(failures, 'failure')}, {run.reused:,} reused",
    )


def _in_order(failures: Iterable[FailureRow]) -> list[FailureRow]:
    """Return failures sorted, their paths and messages as texts that a table can hold."""
    rows = [
        replace(row, source_path=printable(row.source_path), message=printable(row.message))
        for row in failures
    ]
    return sorted(
        rows, key=lambda row: (row.source_path, row.page_number or 0, row.stage, row.failure_id)
    )


def _check_failures(failures: Iterable[FailureRow], parts: Mapping[str, Sequence[Entry]]) -> None:
    published = {entry.document.id for entries in parts.values() for entry in entries}
    for row in failures:
        if row.document_id is not None and row.document_id not in published:
            raise misfit(TABLES["failures"], "document_id", row.document_id, "leads to no document")
