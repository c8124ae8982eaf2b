"""The files of a dataset: written into a new folder, or taken over from the live one."""

import heapq
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.dataset.columns import to_arrow
from pipeline.dataset.entities import merge_sorted, merge_spellings
from pipeline.dataset.integrity import check_keys, check_published_keys
from pipeline.dataset.manifest import (
    DESCRIPTOR,
    FOLDER,
    MANIFEST,
    README,
    WHOLE_TABLES,
    Manifest,
    PartRecord,
    has_sizes,
    part_file,
    sizes_of_part,
    whole_file,
)
from pipeline.dataset.package import descriptor, readme
from pipeline.dataset.parts import Entry
from pipeline.dataset.rows import DocumentRows
from pipeline.dataset.same_things import same_things
from pipeline.errors import DatasetError
from pipeline.model.rows import EntityRow
from pipeline.model.run_rows import RunRow
from pipeline.model.source import Document
from pipeline.model.tables import TABLES
from pipeline.store import link_or_copy, parquet_file, write_bytes, write_parquet, write_text

T = TypeVar("T")

PART_TABLES = tuple(name for name in TABLES if name not in WHOLE_TABLES)
"""Tables of which each part has a file."""

_STREAMED_ROWS = 256

_OURS = frozenset({*TABLES, FOLDER, DESCRIPTOR, README})


class Writer:
    """Fills the empty folder `new` with a dataset, keeping what `live` has already.

    `reused` counts the parts that were kept.
    """

    def __init__(self, live: Path, new: Path) -> None:
        self.live = live
        self.new = new
        self.reused = 0
        self._kept = Manifest.read(live).parts
        for folder in (*TABLES, f"{FOLDER}/entities"):
            (new / folder).mkdir(parents=True)

    def part(self, name: str, entries: Sequence[Entry], made_from: str) -> PartRecord:
        """Write the files of a part, or keep those of the live dataset that were made alike."""
        record = self._kept.get(name)
        if record is None or record.digest != made_from or not self._is_whole(name, record):
            return self._written(name, entries, made_from)
        for table in record.sizes:
            link_or_copy(part_file(self.live, table, name), part_file(self.new, table, name))
        self.reused += 1
        return record

    def entities(self, parts: Collection[str]) -> int:
        """Write the entities of all parts, each once; return how many there are.

        Each part has them sorted by id, so that few persons and places need to be in memory.
        They are gone through twice: which of the others are one thing shows only when all of
        those are known.
        """
        known, target = whole_file(self.live, "entities"), whole_file(self.new, "entities")
        if self._is_as_it_was(parts) and (count := _row_count(known)) is not None:
            link_or_copy(known, target)
            return count
        others = same_things(self._merged_entities(parts))
        count = 0
        with parquet_file(target, TABLES["entities"].schema) as add:
            for rows in _chunks(self._merged_entities(parts), _STREAMED_ROWS):
                count += len(rows)
                add(_batch("entities", [others.get(row.entity_id, row) for row in rows]))
        return count

    def _merged_entities(self, parts: Collection[str]) -> Iterator[EntityRow]:
        streams = [_stream(part_file(self.new, "entities", name)) for name in parts]
        return merge_sorted(heapq.merge(*streams, key=lambda row: row.entity_id))

    def whole_table(self, name: str, rows: Sequence[object]) -> None:
        """Write a table that is not divided into parts."""
        check_keys(TABLES[name], rows)
        write_parquet(whole_file(self.new, name), to_arrow(TABLES[name], rows))

    def runs(self, run: RunRow | None) -> None:
        """Write the runs of before and this one after them."""
        runs = _previous_runs(self.live)
        if run is not None:
            runs = pa.concat_tables([_without(runs, run.run_id), to_arrow(TABLES["runs"], [run])])
        write_parquet(whole_file(self.new, "runs"), runs)

    def descriptions(self, manifest: Manifest) -> Manifest:
        """Write what lies beside the tables; return the manifest with the files' sizes."""
        divided = {t: [f"{t}/part-{name}.parquet" for name in manifest.parts] for t in PART_TABLES}
        whole = {table: [f"{table}/part-0.parquet"] for table in WHOLE_TABLES}
        write_text(self.new / DESCRIPTOR, descriptor(divided | whole))
        write_text(self.new / README, readme(manifest.row_counts))
        files = [self.new / DESCRIPTOR, self.new / README]
        files += [whole_file(self.new, table) for table in manifest.rows]
        sizes = {str(file.relative_to(self.new)): file.stat().st_size for file in files}
        complete = replace(manifest, sizes=sizes)
        write_bytes(self.new / FOLDER / MANIFEST, complete.encode())
        return complete

    def _written(self, name: str, entries: Sequence[Entry], made_from: str) -> PartRecord:
        """Write the files of a part, one document after the other."""
        rows = dict.fromkeys(PART_TABLES, 0)
        corrections = suggestions = 0
        entities: list[EntityRow] = []
        with ExitStack() as files:
            add = {
                t: files.enter_context(parquet_file(part_file(self.new, t, name), TABLES[t].schema))
                for t in PART_TABLES
            }
            for document, piece in _pieces(entries):
                corrections += piece.corrections
                suggestions += piece.suggestions
                for table, batch in piece.batches(document):
                    if table == "entities":
                        entities += _rows(batch, EntityRow)
                    else:
                        add[table](batch)
                        rows[table] += batch.num_rows
        merged = to_arrow(TABLES["entities"], merge_spellings(entities))
        write_parquet(part_file(self.new, "entities", name), merged)
        self._check_keys(name)
        sizes = {t: part_file(self.new, t, name).stat().st_size for t in (*PART_TABLES, "entities")}
        return PartRecord(made_from, rows, sizes, corrections, suggestions)

    def _check_keys(self, name: str) -> None:
        """Read back the keys that must be unique beyond their document, which was checked."""
        for table in PART_TABLES:
            if "document_id" not in TABLES[table].primary_key:
                (key,) = TABLES[table].primary_key
                found = _read(part_file(self.new, table, name), [key])
                check_published_keys(TABLES[table], found[key])

    def _is_as_it_was(self, parts: Collection[str]) -> bool:
        return self.reused == len(parts) and self._kept.keys() == set(parts)

    def _is_whole(self, name: str, record: PartRecord) -> bool:
        """Tell whether the files of a part are there in their full size."""
        return has_sizes(sizes_of_part(self.live, name, record))


def _pieces(entries: Iterable[Entry]) -> Iterator[tuple[Document, DocumentRows]]:
    """Yield the rows of documents, one piece of a document after the other."""
    for entry in entries:
        for piece in entry.load():
            yield entry.document, piece


def _previous_runs(live: Path) -> pa.Table:
    """Return the runs that wrote to a dataset before; none if there is no dataset yet.

    They stay Arrow's: to make times with a time zone Python's, it would load pandas. Raises
    DatasetError if they cannot be read.
    """
    path, schema = whole_file(live, "runs"), TABLES["runs"].schema
    if not path.exists():
        return pa.Table.from_batches([], schema)
    try:
        return pa.Table.from_batches(_read(path).to_batches(), schema)
    except pa.ArrowException as error:
        raise DatasetError(
            f"{path} cannot be read: {error}.",
            "Delete it to go on without the list of earlier runs.",
        ) from error


def _without(runs: pa.Table, run_id: str) -> pa.Table:
    ids = runs["run_id"].to_pylist()
    kept = [runs.slice(at, 1) for at, found in enumerate(ids) if found != run_id]
    return pa.concat_tables([runs.slice(0, 0), *kept])


def carry_over(live: Path, new: Path) -> None:
    """Give the new folder what lies in the live one and is not Prickfri's."""
    if not live.exists():
        return
    for path in live.iterdir():
        if path.name not in _OURS:
            _take(path, new / path.name)
        elif path.name in TABLES and path.is_dir():
            for inside in path.iterdir():
                if not (inside.name.startswith("part-") and inside.suffix == ".parquet"):
                    _take(inside, new / path.name / inside.name)


def _take(path: Path, target: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.copytree(path, target, symlinks=True, copy_function=_link)
    elif path.is_symlink():
        target.symlink_to(path.readlink())
    else:
        link_or_copy(path, target)


def _link(source: str, target: str) -> None:
    link_or_copy(Path(source), Path(target))


def _read(path: Path, columns: list[str] | None = None) -> pa.Table:
    # What reads one file need not load what reads many.
    with pq.ParquetFile(path) as file:
        return file.read(columns)


def _rows(content: pa.Table | pa.RecordBatch, row_type: type[T]) -> list[T]:
    return msgspec.convert(content.to_pylist(), list[row_type])  # type: ignore[valid-type]


def _row_count(path: Path) -> int | None:
    try:
        return pq.read_metadata(path).num_rows
    except (OSError, pa.ArrowException):
        return None


def _batch(name: str, rows: Sequence[object]) -> pa.RecordBatch:
    (batch,) = to_arrow(TABLES[name], rows).combine_chunks().to_batches()
    return batch


def _stream(path: Path) -> Iterator[EntityRow]:
    """Yield the rows of a file, of which few are Python's at a time."""
    for batch in _read(path).to_batches(max_chunksize=_STREAMED_ROWS):
        yield from _rows(batch, EntityRow)


def _chunks(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    remaining = iter(rows)
    while chunk := list(islice(remaining, size)):
        yield chunk
