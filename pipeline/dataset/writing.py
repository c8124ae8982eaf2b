"""The files of a dataset: written into a new folder, or taken over from the live one."""

import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.dataset.columns import to_arrow
from pipeline.dataset.integrity import check_keys
from pipeline.dataset.manifest import FOLDER, MANIFEST, Manifest, PartRecord
from pipeline.dataset.package import DESCRIPTOR, README, descriptor, readme
from pipeline.dataset.parts import PART_TABLES, WHOLE_TABLES, Entry, build_part, part_digest
from pipeline.errors import DatasetError
from pipeline.model.repair import IN_FORCE, EditDecision
from pipeline.model.rows import EntityRow, RunRow
from pipeline.model.tables import TABLES
from pipeline.store import link_or_copy, write_bytes, write_parquet, write_text

T = TypeVar("T")

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

    def part(self, name: str, entries: Sequence[Entry]) -> PartRecord:
        """Write the files of a part, or keep those of the live dataset."""
        made_from = part_digest(entries)
        record = self._kept.get(name)
        if record is None or record.digest != made_from or not self._whole(name, record):
            return self._written(name, entries, made_from)
        for table in record.sizes:
            link_or_copy(_file(self.live, table, name), _file(self.new, table, name))
        self.reused += 1
        return record

    def part_entities(self, parts: Iterable[str]) -> Iterator[EntityRow]:
        """Yield the entities of each part, to be merged."""
        for name in parts:
            yield from _read_rows(_file(self.new, "entities", name), EntityRow)

    def whole_table(self, name: str, rows: Sequence[object]) -> None:
        """Write a table that is not divided into parts."""
        table = to_arrow(TABLES[name], rows)
        check_keys(TABLES[name], table)
        write_parquet(_whole_file(self.new, name), table)

    def descriptions(
        self, records: Mapping[str, PartRecord], row_counts: Mapping[str, int]
    ) -> None:
        """Write what lies beside the tables."""
        divided = {t: [f"{t}/part-{name}.parquet" for name in records] for t in PART_TABLES}
        whole = {table: [f"{table}/part-0.parquet"] for table in WHOLE_TABLES}
        write_text(self.new / DESCRIPTOR, descriptor(divided | whole))
        write_text(self.new / README, readme(row_counts))
        write_bytes(self.new / FOLDER / MANIFEST, Manifest(dict(records)).encode())

    def _written(self, name: str, entries: Sequence[Entry], made_from: str) -> PartRecord:
        part = build_part(entries)
        tables = part.tables | {"entities": to_arrow(TABLES["entities"], part.entities)}
        for table, content in tables.items():
            write_parquet(_file(self.new, table, name), content)
        decisions = part.tables["corrections"]["decision"].to_pylist()
        return PartRecord(
            made_from,
            {table: part.tables[table].num_rows for table in PART_TABLES},
            {table: _file(self.new, table, name).stat().st_size for table in tables},
            _count(decisions, IN_FORCE),
            _count(decisions, (EditDecision.SUGGESTED,)),
        )

    def _whole(self, name: str, record: PartRecord) -> bool:
        """Tell whether the files of a part are there in their full size."""
        files = {_file(self.live, table, name): size for table, size in record.sizes.items()}
        return all(file.is_file() and file.stat().st_size == size for file, size in files.items())


def previous_runs(live: Path) -> list[RunRow]:
    """Return the runs that wrote to a dataset before; none if there is no dataset yet.

    Raises DatasetError if their table cannot be read.
    """
    path = _whole_file(live, "runs")
    if not path.exists():
        return []
    try:
        return _read_rows(path, RunRow)
    except (pa.ArrowException, msgspec.MsgspecError) as error:
        raise DatasetError(
            f"{path} cannot be read: {error}.",
            "Delete it to go on without the list of earlier runs.",
        ) from error


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


def _file(root: Path, table: str, part: str) -> Path:
    """Return where the file of a part lies; entities are kept apart until they are merged."""
    folder = root / FOLDER / table if table in WHOLE_TABLES else root / table
    return folder / f"part-{part}.parquet"


def _whole_file(root: Path, table: str) -> Path:
    return root / table / "part-0.parquet"


def _read_rows(path: Path, row_type: type[T]) -> list[T]:
    return msgspec.convert(pq.read_table(path).to_pylist(), list[row_type])  # type: ignore[valid-type]


def _count(decisions: Sequence[str | None], wanted: Collection[EditDecision]) -> int:
    return sum(decision in wanted for decision in decisions)
