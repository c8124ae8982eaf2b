"""Every bad input fails with its reason; every good one is told by its bytes."""

import os
import pickle
import random
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from pipeline.config import IngestConfig
from pipeline.errors import FailureReason, SourceError
from pipeline.ingest import take_in
from pipeline.model.source import MediaType
from tests.ingest import making

CONFIG = IngestConfig()
PLAN = making.pdf_bytes(making.SWEDISH, making.SWEDISH, making.SWEDISH)


def _image(format_: str, **options: object) -> bytes:
    made = BytesIO()
    making.paper().save(made, format_, **options)
    return made.getvalue()


def _noise() -> bytes:
    return random.Random(7).randbytes(5000)


BAD: dict[str, tuple[bytes, FailureReason]] = {
    "empty.pdf": (b"", FailureReason.EMPTY),
    "blank.txt": (b" \r\n\f\n\t", FailureReason.EMPTY),
    "noise.pdf": (_noise(), FailureReason.UNKNOWN_TYPE),
    "plan.docx": (b"PK\x03\x04" + bytes(26) + b"word/document.xml", FailureReason.UNKNOWN_TYPE),
    "plan.zip": (b"PK\x03\x04" + bytes(40), FailureReason.UNKNOWN_TYPE),
    "plan.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), FailureReason.UNKNOWN_TYPE),
    "plan.rtf": (rb"{\rtf1\ansi Plan f\'f6r 2024}", FailureReason.UNKNOWN_TYPE),
    "plan.ps": (b"%!PS-Adobe-3.0\n/Helvetica findfont\n", FailureReason.UNKNOWN_TYPE),
    "plan.mht": (
        b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
        FailureReason.UNKNOWN_TYPE,
    ),
    "nul.txt": (b"plan\x00plan", FailureReason.UNKNOWN_TYPE),
    "locked.pdf": (making.encrypted(PLAN, user="hemlig"), FailureReason.ENCRYPTED),
    "pageless.pdf": (making.pageless(), FailureReason.NO_PAGES),
    "header.pdf": (b"%PDF-1.7\n", FailureReason.DAMAGED),
    "cut.pdf": (PLAN[:400], FailureReason.DAMAGED),
    "cut.png": (_image("PNG")[:20], FailureReason.DAMAGED),
    "cut.tif": (_image("TIFF")[:6], FailureReason.DAMAGED),
    "cut.jpg": (_image("JPEG")[:12], FailureReason.DAMAGED),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_fail_with_a_reason(tmp_path: Path, name: str) -> None:
    data, reason = BAD[name]
    path = making.write(tmp_path / name, data)
    with pytest.raises(SourceError) as caught:
        take_in(path, CONFIG)
    assert caught.value.reason is reason
    assert str(path) in caught.value.message
    assert caught.value.remedy.endswith(".")


def _missing(folder: Path) -> Path:
    return folder / "missing.pdf"


def _dangling(folder: Path) -> Path:
    path = folder / "dangling.pdf"
    path.symlink_to(folder / "nowhere.pdf")
    return path


def _circular(folder: Path) -> Path:
    path = folder / "circular.pdf"
    path.symlink_to(path)
    return path


def _device(folder: Path) -> Path:
    path = folder / "device.txt"
    path.symlink_to("/dev/zero")
    return path


def _directory(folder: Path) -> Path:
    path = folder / "folder.pdf"
    path.mkdir()
    return path


def _pipe(folder: Path) -> Path:
    path = folder / "pipe.txt"
    os.mkfifo(path)
    return path


def _odd_name(folder: Path) -> Path:
    return making.write(Path(os.fsdecode(os.fsencode(folder) + b"/\xe5r.txt")), b"plan")


NO_FILES: dict[Callable[[Path], Path], FailureReason] = {
    _missing: FailureReason.NOT_FOUND,
    _dangling: FailureReason.DANGLING_LINK,
    _circular: FailureReason.DANGLING_LINK,
    _device: FailureReason.NOT_A_FILE,
    _directory: FailureReason.NOT_A_FILE,
    _pipe: FailureReason.NOT_A_FILE,
    _odd_name: FailureReason.NOT_READABLE,
}


@pytest.mark.parametrize("make", NO_FILES)
def test_what_is_no_file_fails_with_a_reason(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    with pytest.raises(SourceError) as caught:
        take_in(make(tmp_path), CONFIG)
    assert caught.value.reason is NO_FILES[make]
    assert caught.value.remedy
    caught.value.message.encode("utf-8")  # can be stored, whatever the name


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = making.write(tmp_path / "plan.txt", b"plan")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceError, match="Permission denied") as caught:
        take_in(path, CONFIG)
    assert caught.value.reason is FailureReason.NOT_READABLE
    assert pickle.loads(pickle.dumps(caught.value)).reason is FailureReason.NOT_READABLE


def _frames() -> bytes:
    pages = [making.paper() for _ in range(3)]
    made = BytesIO()
    pages[0].save(made, "TIFF", save_all=True, append_images=pages[1:])
    return made.getvalue()


GOOD: dict[str, tuple[bytes, MediaType, int]] = {
    "plan.txt": (PLAN, MediaType.PDF, 3),
    "junk-before.pdf": (b"\r\nMIME junk\r\n" * 20 + PLAN, MediaType.PDF, 3),
    "no-user-password.pdf": (making.encrypted(PLAN, user=""), MediaType.PDF, 3),
    "no-end.pdf": (PLAN[: PLAN.rindex(b"xref")], MediaType.PDF, 3),
    "picture": (_image("PNG"), MediaType.PNG, 1),
    "picture.png": (_image("JPEG"), MediaType.JPEG, 1),
    "scan.tif": (_frames(), MediaType.TIFF, 3),
    "utf8.pdf": ("Mål för året\fÅtgärder".encode(), MediaType.TEXT, 2),
    "bom.txt": ("Mål\f".encode("utf-8-sig"), MediaType.TEXT, 1),
    "utf16.txt": ("Mål".encode("utf-16"), MediaType.TEXT, 1),
    "latin.txt": ("Mål – åtgärder".encode("cp1252"), MediaType.TEXT, 1),
    "page.txt": (b"\n<!-- saved -->\n<!DOCTYPE html><html><p>Hej", MediaType.HTML, 1),
    "starts-with-tag.html": (b"<p>Ett stycke</p>", MediaType.TEXT, 1),
}


@pytest.mark.parametrize("name", GOOD)
def test_kind_and_pages_are_told_by_the_bytes(tmp_path: Path, name: str) -> None:
    data, media_type, pages = GOOD[name]
    path = making.write(tmp_path / name, data)
    document = take_in(path, CONFIG)
    assert (document.media_type, document.page_count) == (media_type, pages)
    assert document.sha256 == sha256(data).hexdigest()
    assert document.byte_size == len(data)
    assert document.source_paths == (str(path),)


def test_too_many_pages(tmp_path: Path) -> None:
    path = making.write(tmp_path / "plan.pdf", PLAN)
    with pytest.raises(SourceError, match="3 pages") as caught:
        take_in(path, IngestConfig(max_pages=2))
    assert caught.value.reason is FailureReason.TOO_LARGE


def test_too_many_pixels(tmp_path: Path) -> None:
    path = making.write(tmp_path / "scan.png", _image("PNG"))
    with pytest.raises(SourceError, match="827 × 1169") as caught:
        take_in(path, IngestConfig(max_pixels=900_000))
    assert caught.value.reason is FailureReason.TOO_LARGE


def test_an_image_that_claims_billions_of_pixels(tmp_path: Path) -> None:
    made = BytesIO()
    Image.new("1", (40_000, 40_000)).save(made, "TIFF", compression="group4")
    path = making.write(tmp_path / "bomb.tif", made.getvalue())
    with pytest.raises(SourceError) as caught:
        take_in(path, CONFIG)
    assert caught.value.reason is FailureReason.TOO_LARGE


def test_a_text_that_is_too_long(tmp_path: Path) -> None:
    path = making.write(tmp_path / "plan.txt", "Målet är nått. ".encode() * 1000)
    with pytest.raises(SourceError, match="text of 18,000 bytes") as caught:
        take_in(path, IngestConfig(max_text_bytes=9000))
    assert caught.value.reason is FailureReason.TOO_LARGE
    noise = making.write(tmp_path / "noise.txt", _noise() * 4)
    with pytest.raises(SourceError, match="no kind"):
        take_in(noise, IngestConfig(max_text_bytes=9000))


def test_a_file_larger_than_any_source(tmp_path: Path) -> None:
    path = making.write(tmp_path / "scan.tif", _frames())
    os.truncate(path, 2**31)
    with pytest.raises(SourceError, match="2,147,483,648 bytes") as caught:
        take_in(path, CONFIG)
    assert caught.value.reason is FailureReason.TOO_LARGE
