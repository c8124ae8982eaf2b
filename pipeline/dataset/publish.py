"""Publishing: documents in, a whole dataset out, put in place in one step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from pipeline.config import DatasetConfig
from pipeline.dataset.manifest import DESCRIPTOR, Manifest, is_ours
from pipeline.dataset.parts import Entry, divide, part_digest
from pipeline.errors import DatasetError, PrickfriError
from pipeline.model.ids import digest
from pipeline.model.run_rows import SCHEMA_VERSION, FailureRow, RunRow
from pipeline.store import Staging
from pipeline.text.printable import counted, printable


@dataclass(frozen=True, slots=True)
class Published:
    """What was published.

    `row_counts` is by table, the runs apart. `corrections` are edits in force,
    `suggestions` those left to a reviewer. `parts_written` were made; without `written`
    nothing was, for the dataset was there already, whole.
    """

    row_counts: Mapping[str, int]
    corrections: int
    suggestions: int
    parts_written: int
    written: bool


@dataclass(frozen=True, slots=True)
class _Content:
    """What a dataset is to hold: documents by part with a digest of each, and failures.

    `made_from` is a digest of all that its files are made from, the runs apart.
    """

    parts: Mapping[str, Sequence[Entry]]
    digests: Mapping[str, str]
    failures: Sequence[FailureRow]
    made_from: str


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
    made_with: str = "",
) -> Published:
    """Write the documents, and nothing but them, as the dataset at `directory`.

    Readers see the old dataset or the new one. If the old one is whole and was made from
    the same, with the same code (`made_with` is its digest), it is left alone. Else parts
    whose documents did not change are kept without a look at their content; of the others
    one document at a time is in memory. The counts of `run` are filled in, and it is added
    to the runs of before; None is for those who keep their own record of runs, as DVC does.
    The same documents and failures give the same bytes, `runs` apart.

    Raises DatasetError if something else lies at `directory`, IntegrityError for rows that
    do not fit together, PrickfriError if it cannot be written; the old dataset stays then.
    """
    live = check_target(directory)
    content = _content(entries, failures, config, made_with)
    try:
        with Staging(live) as staging:  # First of all it clears what a killed run left behind.
            before = Manifest.read(live)
            if before.made_from == content.made_from and before.is_whole(live):
                return _published(before, parts_written=0, written=False)
            published = _write(live, staging.path, content, run)
            staging.commit()
    except OSError as error:
        raise PrickfriError(
            f"The dataset {printable(directory)} could not be written: {error}.",
            "It is as it was. A folder that is itself a mount point cannot be replaced: "
            "name one inside it. Otherwise look for room and rights, and run again.",
        ) from error
    return published


def _content(
    entries: Iterable[Entry],
    failures: Iterable[FailureRow],
    config: DatasetConfig,
    made_with: str,
) -> _Content:
    parts = divide(entries, config.part_documents)
    digests = {name: part_digest(parts[name]) for name in sorted(parts)}
    failed = _in_order(failures)
    told = msgspec.json.encode(failed).decode()
    each = (text for pair in digests.items() for text in pair)
    return _Content(parts, digests, failed, digest(SCHEMA_VERSION, made_with, told, *each))


def _write(live: Path, new: Path, content: _Content, run: RunRow | None) -> Published:
    # Arrow is loaded only where something is written.
    from pipeline.dataset.integrity import check_failures
    from pipeline.dataset.writing import Writer, carry_over

    check_failures(content.failures, _ids(content.parts))
    writer = Writer(live, new)
    records = {n: writer.part(n, content.parts[n], made) for n, made in content.digests.items()}
    rows = {"entities": writer.entities(records), "failures": len(content.failures)}
    writer.whole_table("failures", content.failures)
    manifest = writer.descriptions(Manifest(records, content.made_from, rows))
    published = _published(manifest, len(records) - writer.reused, written=True)
    writer.runs(run and _counted(run, published))
    carry_over(live, new)
    return published


def _published(manifest: Manifest, parts_written: int, *, written: bool) -> Published:
    records = manifest.parts.values()
    return Published(
        manifest.row_counts,
        sum(record.corrections for record in records),
        sum(record.suggestions for record in records),
        parts_written,
        written,
    )


def _counted(run: RunRow, published: Published) -> RunRow:
    """Return the run with the counts of what it leaves behind."""
    corrections = published.corrections
    documents, pages, failures = (
        published.row_counts[name] for name in ("documents", "pages", "failures")
    )
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


def _ids(parts: Mapping[str, Sequence[Entry]]) -> set[str]:
    return {entry.document.id for entries in parts.values() for entry in entries}
