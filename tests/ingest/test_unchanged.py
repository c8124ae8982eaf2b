"""Files that change or vanish after they were taken in are named, and never mixed up."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.config import IngestConfig
from pipeline.errors import FailureReason, SourceError
from pipeline.ingest import read_pages, render_page, take_in
from pipeline.lexicon import Lexicon
from tests.ingest import making

CONFIG = IngestConfig()


def _grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"%%more\n")


def _rewrite(path: Path) -> None:
    """Change bytes, but neither the size nor the time."""
    before = path.stat()
    beside = making.write(path.with_name("beside"), path.read_bytes().replace(b"%%EOF", b"%%EOG"))
    os.utime(beside, ns=(before.st_atime_ns, before.st_mtime_ns))
    beside.replace(path)


CHANGES: dict[Callable[[Path], object], FailureReason] = {
    _grow: FailureReason.CHANGED,
    _rewrite: FailureReason.CHANGED,
    lambda path: os.truncate(path, 100): FailureReason.CHANGED,
    Path.unlink: FailureReason.NOT_FOUND,
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("read_before", [False, True])
def test_a_file_that_changed_is_not_read(
    tmp_path: Path, lexicon: Lexicon, change: Callable[[Path], object], read_before: bool
) -> None:
    path = making.write(tmp_path / "plan.pdf", making.changed(making.pdf_bytes(making.SWEDISH)))
    document = take_in(path, CONFIG)
    if read_before:
        assert read_pages(document, 1, 1, lexicon, CONFIG).pages
    change(path)
    for read in (
        lambda: read_pages(document, 1, 1, lexicon, CONFIG),
        lambda: render_page(document, 1, 300, CONFIG.max_pixels),
    ):
        with pytest.raises(SourceError) as caught:
            read()
        assert caught.value.reason is CHANGES[change]
        assert caught.value.remedy.endswith("run again.")


def test_a_file_that_changes_while_it_is_read_is_not_kept(
    tmp_path: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = making.write(tmp_path / "plan.txt", b"Planen\n")
    document = take_in(path, CONFIG)
    read_bytes = Path.read_bytes

    def read_and_grow(self: Path) -> bytes:
        _grow(self)
        return read_bytes(self)

    monkeypatch.setattr(Path, "read_bytes", read_and_grow)
    with pytest.raises(SourceError, match="changed while"):
        read_pages(document, 1, 1, lexicon, CONFIG)


def test_a_file_touched_but_not_changed_is_read(tmp_path: Path, lexicon: Lexicon) -> None:
    path = making.write(tmp_path / "plan.txt", b"Planen\n")
    document = take_in(path, CONFIG)
    os.utime(path, (0, 0))
    assert read_pages(document, 1, 1, lexicon, CONFIG).pages
