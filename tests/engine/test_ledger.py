import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.engine import (
    ENDED,
    Ending,
    KeptDocument,
    KnownEnding,
    Ledger,
    LedgerRow,
    Progress,
    RunLedger,
    State,
    is_held,
    ledger_path,
)
from pipeline.errors import DatasetError, FailureReason, UsageError

DONE = Ending(State.DONE, "code 1", "ab" * 32, "doc-ab", 3)
FAILED = Ending(
    State.FAILED,
    "code 1",
    stage="ingest",
    reason=FailureReason.ENCRYPTED,
    message="plan.pdf is encrypted.",
)


def never(_: KnownEnding) -> bool:
    return False


def always(_: KnownEnding) -> bool:
    return True


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return ledger_path(tmp_path / "dataset")


@pytest.fixture
def ledger(path: Path) -> Iterator[RunLedger]:
    with RunLedger(path) as opened:
        yield opened


@pytest.fixture
def source(tmp_path: Path) -> Path:
    made = tmp_path / "plan.pdf"
    made.write_bytes(b"%PDF")
    return made


def only(ledger: Ledger) -> LedgerRow:
    (row,) = ledger.rows()
    return row


def test_the_ledger_lies_beside_the_dataset(tmp_path: Path) -> None:
    assert ledger_path(tmp_path / "ds") == tmp_path / "ds.ledger.sqlite"
    (tmp_path / "link").symlink_to(tmp_path / "ds")
    assert ledger_path(tmp_path / "link") == tmp_path / "ds.ledger.sqlite"


def test_every_source_is_found_then_ends_in_one_state(ledger: RunLedger, tmp_path: Path) -> None:
    endings = {
        "a": DONE,
        "b": Ending(State.DONE_WITH_FAILED_PAGES, "code 1", "cd" * 32, "doc-cd", 2),
        "c": FAILED,
        "d": Ending(State.SKIPPED, "code 1", "ab" * 32, "doc-ab"),
        "e": replace(FAILED, state=State.SET_ASIDE, reason=FailureReason.CRASHED, tries=2),
    }
    ledger.record_found((tmp_path / name for name in endings), never)
    assert ledger.counts() == {state: 5 if state is State.WAITING else 0 for state in State}
    for name, ending in endings.items():
        ledger.start(tmp_path / name)
        assert ledger.counts()["running"] == 1
        ledger.finish({tmp_path / name: ending})
    assert [row.state for row in ledger.rows()] == [ending.state for ending in endings.values()]
    assert sum(ledger.counts()[state] for state in ENDED) == 5
    failed = [row for row in ledger.rows() if row.state is State.FAILED]
    assert [(row.reason, row.message, row.attempts) for row in failed] == [
        (FailureReason.ENCRYPTED, "plan.pdf is encrypted.", 1)
    ]


def test_an_ending_stays_while_it_stands_and_the_source_looks_the_same(
    ledger: RunLedger, source: Path
) -> None:
    ledger.record_found([source], always)
    ledger.finish({source: DONE}, b"kept")
    asked: list[KnownEnding] = []

    def ask(known: KnownEnding) -> bool:
        asked.append(known)
        return True

    ledger.record_found([source], ask)
    assert asked == [
        KnownEnding(str(source), State.DONE, "code 1", "ab" * 32, "doc-ab", None, b"kept")
    ]
    row = only(ledger)
    assert (row.state, row.sha256, row.document_id, row.pages) == ("done", "ab" * 32, "doc-ab", 3)
    assert (row.size, row.mtime_ns) == (4, source.stat().st_mtime_ns)
    assert (row.inode, row.made_with) == (source.stat().st_ino, "code 1")
    assert ledger.record("doc-ab") == b"kept"
    ledger.record_found([source], never)
    assert only(ledger).state is State.WAITING


def write_again(source: Path) -> None:
    source.write_bytes(b"%PDF")
    os.utime(source, ns=(1, 1))


def exchange(source: Path) -> None:
    before = source.stat()
    other = source.with_suffix(".other")
    other.write_bytes(b"%PDX")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(source)


def add_a_byte(source: Path) -> None:
    before = source.stat()
    source.write_bytes(b"%PDF1")
    os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("change", [write_again, exchange, add_a_byte])
def test_a_source_that_looks_different_waits_again(
    ledger: RunLedger, source: Path, change: Callable[[Path], None]
) -> None:
    ledger.record_found([source], always)
    ledger.finish({source: DONE})
    change(source)
    ledger.record_found([source], always)
    row = only(ledger)
    assert (row.state, row.document_id, row.sha256) == (State.WAITING, None, None)


def test_what_a_killed_run_was_at_waits_again(ledger: RunLedger, source: Path) -> None:
    ledger.record_found([source], always)
    ledger.start(source)
    ledger.record_found([source], always)
    assert (only(ledger).state, only(ledger).attempts) == (State.WAITING, 1)


def test_an_ending_can_be_taken_back(ledger: RunLedger, source: Path) -> None:
    ledger.record_found([source], always)
    ledger.finish({source: DONE})
    ledger.reopen([source])
    assert only(ledger).state is State.WAITING


def test_what_was_kept_of_a_document_goes_with_its_last_source(ledger: RunLedger) -> None:
    copies = {Path("a"): DONE, Path("b"): replace(DONE, state=State.SKIPPED)}
    ledger.record_found(copies, never)
    ledger.finish(copies, b"kept")
    ledger.forget_missing([Path("b")])
    assert ledger.record("doc-ab") == b"kept"
    ledger.forget_missing([])
    assert ledger.record("doc-ab") is None


def test_progress_is_told_until_the_run_ends(ledger: RunLedger, path: Path) -> None:
    began = datetime(2026, 1, 1, 12, tzinfo=UTC)
    ledger.tell(Progress("Reading pages", 40, 10, began, began + timedelta(seconds=30)))
    with Ledger(path) as reader:
        found = reader.progress()
        assert found is not None
        assert (found.phase, found.total, found.done, found.seconds_left) == (
            "Reading pages",
            40,
            10,
            90,
        )
        ledger.tell(None)
        assert reader.progress() is None


def test_a_ledger_of_the_first_version_keeps_its_sources(path: Path) -> None:
    with closing(sqlite3.connect(path)) as old:
        old.executescript(
            "CREATE TABLE sources (path TEXT PRIMARY KEY, state TEXT, found_at TEXT);"
            "INSERT INTO sources VALUES ('/plan.pdf', 'found', '2026-01-01T00:00:00+00:00');"
            "PRAGMA user_version = 1;"
        )
    with pytest.raises(DatasetError, match="version is 1"):
        Ledger(path)
    with RunLedger(path) as ledger:
        assert (only(ledger).path, only(ledger).state) == ("/plan.pdf", State.WAITING)
    with RunLedger(path) as ledger:
        assert only(ledger).path == "/plan.pdf"


def test_attempts_add_up_until_the_source_is_done_or_changes(
    ledger: RunLedger, source: Path
) -> None:
    for attempt in (1, 2, 3):
        ledger.record_found([source], never)
        ledger.start(source)
        assert only(ledger).attempts == attempt
        ledger.finish({source: DONE if attempt == 3 else FAILED})
    assert only(ledger).attempts == 0


def test_links_to_nothing_and_odd_names_are_accounted_for(
    ledger: RunLedger, tmp_path: Path
) -> None:
    odd = [tmp_path / "dangling", Path(os.fsdecode(b"v\xe4g\n.pdf")), Path("it's; DROP TABLE")]
    odd[0].symlink_to("nowhere")
    ledger.record_found(odd, never)
    for path in odd:
        ledger.start(path)
        ledger.finish({path: replace(FAILED, message=f"{path}!")})
    assert {row.location for row in ledger.rows()} == set(odd)
    for row in ledger.rows():
        assert row.state is State.FAILED
        assert (row.path + row.message).encode()
    assert r"v\xe4g" in "".join(row.path for row in ledger.rows())


def test_sources_that_are_gone_are_forgotten_and_named(ledger: RunLedger) -> None:
    odd = Path(os.fsdecode(b"v\xe4g.pdf"))
    ledger.record_found([Path("a"), Path("b"), odd], never)
    assert ledger.forget_missing([odd, Path("new")]) == ["a", "b"]
    assert only(ledger).location == odd
    assert ledger.forget_missing([]) == [r"v\xe4g.pdf"]


def test_documents_come_with_all_their_places_and_what_was_kept(ledger: RunLedger) -> None:
    odd = Path(os.fsdecode(b"/v\xe4g.pdf"))
    ledger.record_found([Path("/b"), odd, Path("/a"), Path("/lost")], never)
    skipped = Ending(State.SKIPPED, "code 1", "ab" * 32, "doc-ab")
    ledger.finish({odd: DONE, Path("/b"): skipped}, b"kept")
    ledger.finish({Path("/a"): replace(DONE, document_id="doc-cd"), Path("/lost"): FAILED})
    assert list(ledger.documents()) == [
        KeptDocument("doc-ab", b"kept", {"/b": State.SKIPPED, str(odd): State.DONE}),
        KeptDocument("doc-cd", None, {"/a": State.DONE}),
    ]
    assert sorted(ledger.locations()) == ["/a", "/b", "/lost", str(odd)]


def test_a_source_that_was_never_found_is_a_mistake(ledger: RunLedger) -> None:
    with pytest.raises(KeyError, match="never recorded"):
        ledger.start(Path("a"))


def test_if_the_search_fails_nothing_is_recorded(ledger: RunLedger) -> None:
    def paths() -> Iterator[Path]:
        yield Path("a")
        raise PermissionError

    with pytest.raises(PermissionError):
        ledger.record_found(paths(), never)
    assert list(ledger.rows()) == []


@pytest.mark.parametrize(
    "values",
    [
        {"state": State.RUNNING},
        {"state": State.FAILED, "stage": "ocr", "reason": FailureReason.EMPTY, "message": " "},
        {"state": State.SET_ASIDE, "stage": "ocr", "message": "no reason"},
        {"state": State.FAILED, "reason": FailureReason.EMPTY, "message": "no stage"},
        {"state": State.DONE},
    ],
)
def test_an_ending_that_does_not_account_for_its_source_cannot_be(values: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="a source"):
        Ending(**values)  # type: ignore[arg-type]


def test_it_can_be_read_while_a_run_writes(ledger: RunLedger, path: Path) -> None:
    ledger.record_found([Path("a"), Path("b")], never)
    with Ledger(path) as reader:
        rows = reader.rows()
        assert next(rows).path == "a"
        ledger.start(Path("b"))
        assert next(rows).path == "b"
        assert list(rows) == []
        assert reader.counts()["running"] == 1


def test_it_can_be_read_after_the_run(path: Path) -> None:
    with RunLedger(path) as ledger:
        ledger.record_found([Path("a")], never)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    with Ledger(path) as reader:
        assert reader.counts()["waiting"] == 1


def test_whether_a_run_holds_it_can_be_told(path: Path) -> None:
    with RunLedger(path) as ledger:
        look = (
            "import sys\n"
            "from pathlib import Path\n"
            "from pipeline.engine import is_held\n"
            "print(is_held(Path(sys.argv[1])))\n"
        )
        assert subprocess.check_output([sys.executable, "-c", look, str(path)]) == b"True\n"
        assert ledger.counts()["waiting"] == 0
    assert not is_held(path)


def test_two_runs_do_not_write_to_one_ledger(ledger: RunLedger, path: Path) -> None:
    with pytest.raises(UsageError, match="Another run"):
        RunLedger(path)
    ledger.record_found([Path("a")], never)
    ledger.close()
    with RunLedger(path) as next_run:
        assert next_run.counts()["waiting"] == 1


def test_what_a_killed_run_had_finished_stays(path: Path) -> None:
    script = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from pipeline.engine import Ending, RunLedger, State\n"
        "with RunLedger(Path(sys.argv[1])) as ledger:\n"
        "    ledger.record_found([Path('a'), Path('b')], lambda row: False)\n"
        "    ledger.finish({Path('a'): Ending(State.DONE, '', 'ab', 'doc-ab', 1)})\n"
        "    ledger.start(Path('b'))\n"
        "    print('ready', flush=True)\n"
        "    time.sleep(60)\n"
    )
    run = subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE)
    assert run.stdout is not None
    assert run.stdout.readline() == b"ready\n"
    run.kill()
    run.communicate()
    with Ledger(path) as reader:
        assert (reader.counts()["done"], reader.counts()["running"]) == (1, 1)
    with RunLedger(path) as ledger:
        ledger.record_found([Path("b")], never)
        assert [(row.path, row.state, row.attempts) for row in ledger.rows()] == [
            ("a", "done", 0),
            ("b", "waiting", 1),
        ]


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b""])
def test_a_file_that_is_not_a_ledger_is_an_error_with_a_remedy(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(DatasetError, match="delete it"):
        Ledger(path)


def test_a_missing_ledger_is_an_error_and_is_not_made(path: Path) -> None:
    with pytest.raises(DatasetError):
        Ledger(path)
    assert not path.exists()


def test_many_sources_are_recorded_quickly(ledger: RunLedger) -> None:
    begun = time.monotonic()
    ledger.record_found((Path(f"{number}.pdf") for number in range(5000)), never)
    for number in range(1000):
        ledger.start(Path(f"{number}.pdf"))
        ledger.finish({Path(f"{number}.pdf"): DONE}, b"kept")
    assert time.monotonic() - begun < 10
    assert ledger.counts() == {
        "waiting": 4000,
        "running": 0,
        "done": 1000,
        "done_with_failed_pages": 0,
        "failed": 0,
        "set_aside": 0,
        "skipped_as_duplicate": 0,
    }
