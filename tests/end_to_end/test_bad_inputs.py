"""One run over the whole set of bad input: each source is accounted for, the rest is well."""

import os
import stat
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.engine import ENDED, LedgerRow, State
from pipeline.errors import FailureReason
from pipeline.flow.accounts import accounts
from tests.bad_inputs.everything import KINDS, write_all
from tests.bad_inputs.kinds import Kind
from tests.end_to_end.running import COMMAND, ROOT, SAMPLES, fresh_cache, prickfri, rows

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("bad inputs"), pytest.mark.timeout(900)]

GOOD = SAMPLES / "internationell-strategi-2020-2025.pdf"
LIMITS = "limits: {cpu_seconds: 12, wall_seconds: 300, memory_mib: 800}\n"
WATCH = Path(__file__).with_name("watched")
GIB = 1024**3

Look = tuple[int, int, int, str]


@dataclass(frozen=True, slots=True)
class Run:
    """A run over the set: where, how it ended, what it did, what the sources were before."""

    folder: Path
    status: int
    peak_bytes: int
    deeds: list[tuple[str, bytes]]
    before: dict[Path, Look]

    @property
    def dataset(self) -> Path:
        return self.folder / "ds"

    def accounts(self) -> Iterator[tuple[str, LedgerRow]]:
        """Yield each source by the name of its kind."""
        sources = self.folder / "sources"
        for row in accounts(self.dataset).sources:
            yield row.location.relative_to(sources).parts[0], row


def _looks(folder: Path) -> dict[Path, Look]:
    """Return what tells whether somebody touched a file."""
    looks = {}
    for path in sorted(folder.rglob("*")):
        found = path.lstat()
        is_file = stat.S_ISREG(found.st_mode) and os.access(path, os.R_OK)
        digest = sha256(path.read_bytes()).hexdigest() if is_file else ""
        looks[path] = (found.st_mode, found.st_size, found.st_mtime_ns, digest)
    return looks


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("bad")
    for name in ("sources", "temporary"):
        (folder / name).mkdir()
    write_all(folder / "sources")
    (folder / "sources" / "good.pdf").write_bytes(GOOD.read_bytes())
    (folder / "params.yaml").write_text(LIMITS)
    before = _looks(folder / "sources")
    log = folder / "deeds"
    process = subprocess.Popen(
        [COMMAND, "run", "sources", "--dataset", "ds", "--config", "params.yaml"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={
            **os.environ,
            "PRICKFRI_CACHE": str(fresh_cache(folder / "cache")),
            "TMPDIR": str(folder / "temporary"),
            "PYTHONPATH": os.pathsep.join((str(WATCH), str(ROOT))),
            "PYTHONDONTWRITEBYTECODE": "1",
            "WATCH_LOG": str(log),
        },
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    lines = (line.partition(b"\t") for line in log.read_bytes().splitlines())
    deeds = [(deed.decode(), what) for deed, _, what in lines]
    return Run(folder, process.returncode, usage.ru_maxrss * 1024, deeds, before)


def test_there_are_a_hundred_kinds_each_of_its_own_name() -> None:
    names = [kind.name for kind in KINDS]
    assert len(names) == len(set(names)) > 100
    # What comes of time and of faults of our own no file can bring about by itself.
    unmet = {"not_found", "changed", "memory_limit", "ocr_failed", "internal"}
    assert {kind.reason for kind in KINDS if kind.reason} == set(FailureReason) - unmet


def test_each_source_ends_as_its_kind_says(run: Run) -> None:
    assert run.status == 1
    stated = {kind.name: kind for kind in KINDS}
    found: dict[str, list[LedgerRow]] = {}
    for name, row in run.accounts():
        assert row.state in ENDED
        found.setdefault(name, []).append(row)
    wrong = {
        name: [(row.state, row.reason, row.message) for row in found.get(name, [])]
        for name, kind in stated.items()
        if not _as_stated(kind, found.get(name, []))
    }
    assert wrong == {}
    beside = {"good.pdf", "back-from-link-in-a-circle.pdf"}
    beside |= {"twice-copy.txt", "with-a-second-name-again.txt"}
    assert set(found) == set(stated) | beside
    assert all(len(rows_of_one) == 1 for rows_of_one in found.values())


def _as_stated(kind: Kind, ended: list[LedgerRow]) -> bool:
    return [(row.state, row.reason) for row in ended] == [(kind.state, kind.reason)]


def test_the_tables_hold_every_source_once(run: Run) -> None:
    documents, failures = rows(run.dataset, "documents"), rows(run.dataset, "failures")
    lost = [row["source_path"] for row in failures if row["document_id"] is None]
    kept = [path for d in documents for path in (d["source_path"], *d["other_paths"])]
    assert max(Counter([*lost, *kept]).values()) == 1
    assert len(lost) + len(kept) == len(list(run.accounts()))
    for row in failures:
        assert row["reason"] in set(FailureReason)
        assert len(row["message"]) > 40
        assert row["message"].endswith(".")
        assert "A mistake in Prickfri" not in row["message"]


def test_lost_sources_are_known_by_their_bytes(run: Run) -> None:
    digests = {row["source_path"]: row["sha256"] for row in rows(run.dataset, "failures")}
    for name in ("no-catalog.pdf", "locked.pdf", "empty.pdf"):
        data = (run.folder / "sources" / name).read_bytes()
        assert digests[f"sources/{name}"] == sha256(data).hexdigest()


def test_pages_of_pdfs_that_readers_disagree_on_say_so(run: Run) -> None:
    ids = {row["source_path"]: row["document_id"] for row in rows(run.dataset, "documents")}
    reasons = {row["document_id"]: row["decision_reason"] for row in rows(run.dataset, "pages")}
    mended = reasons[ids["sources/count-too-large.pdf"]]
    assert "PDFium counts 7 pages: file mended by qpdf" in mended
    assert "qpdf" not in reasons[ids["sources/good.pdf"]]


def test_what_a_pdf_carries_is_noted_and_never_run(run: Run) -> None:
    notes = {row["source_path"]: row["notes"] for row in rows(run.dataset, "documents")}
    assert notes["sources/javascript.pdf"] == ["javascript"]
    assert notes["sources/launch-on-opening.pdf"] == ["launches_program"]
    assert notes["sources/launch-behind-a-link.pdf"] == ["launches_program"]
    assert notes["sources/attachment.pdf"] == ["attachments"]
    assert notes["sources/xfa-form.pdf"] == ["xfa_form"]
    assert notes["sources/cut-after-packed-objects.pdf"] == ["damaged"]
    assert notes["sources/good.pdf"] == []


def test_the_sources_are_as_they_were(run: Run) -> None:
    assert _looks(run.folder / "sources") == run.before


def test_no_process_takes_more_than_two_gibibytes(run: Run) -> None:
    assert run.peak_bytes <= 2 * GIB


def test_no_network_and_no_other_program(run: Run) -> None:
    assert [what for deed, what in run.deeds if deed == "network"] == []
    started = {Path(os.fsdecode(what)).name for deed, what in run.deeds if deed == "starts"}
    pythons = {name for name in started if name.startswith("python")}
    assert started - pythons <= {"tesseract", "setpriv"}


def test_nothing_is_written_elsewhere(run: Run) -> None:
    written = {os.fsdecode(what) for deed, what in run.deeds if deed == "writes"}
    allowed = tuple(
        str(run.folder / name) for name in ("ds", ".ds.", "cache/", "temporary/", "deeds")
    )
    elsewhere = {path for path in written if not path.startswith((*allowed, os.devnull))}
    assert elsewhere <= {str(run.folder)}  # made sure of, not written to
    assert any(path.startswith(str(run.dataset)) for path in written)
    assert list((run.folder / "temporary").iterdir()) == []


def test_names_give_no_commands_to_a_terminal(run: Run) -> None:
    shown = prickfri("status", run.dataset, "--all", cache=run.folder / "cache")
    assert shown.returncode == 0
    assert r"colour \x1b[31m.txt" in shown.stdout
    assert "\x1b" not in shown.stdout


def test_a_second_run_does_nothing_again(run: Run) -> None:
    before = {name: row.state for name, row in run.accounts()}
    again = prickfri(
        *("run", "sources", "--dataset", "ds", "--config", "params.yaml"),
        cache=run.folder / "cache",
        cwd=run.folder,
    )
    assert again.returncode == 1, again.stderr
    assert {name: row.state for name, row in run.accounts()} == before
    assert Counter(before.values())[State.FAILED] > 40
