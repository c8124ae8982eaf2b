"""Streams that unpack to more than memory holds are found at no cost; others pass."""

import zlib
from base64 import a85encode
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import FailureReason, SourceError
from pipeline.ingest.pdf_bombs import check_streams
from tests.bad_inputs.packed import packed_zeros
from tests.bad_inputs.raw_pdf import TEXT, one_page, stream
from tests.ingest import making

LIMIT = 4 << 20
FLATE = b"/Filter /FlateDecode"


def _check(folder: Path, data: bytes, entries: bytes = FLATE) -> None:
    content = stream(data, entries)
    check_streams(making.write(folder / "plan.pdf", one_page(content=content)), LIMIT)


@pytest.mark.parametrize("layers", range(1, 5))
def test_a_bomb_is_found_under_its_layers(tmp_path: Path, layers: int) -> None:
    packed = packed_zeros(5)
    for _ in range(layers - 1):
        packed = zlib.compress(packed)
    with pytest.raises(SourceError, match="unpacks to more than 4,194,304 bytes") as caught:
        _check(tmp_path, packed)
    assert caught.value.reason is FailureReason.TOO_LARGE


def _hex(data: bytes) -> bytes:
    return b"\n".join(data[place : place + 30].hex().encode() for place in range(0, len(data), 30))


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (_hex, (b"ASCIIHexDecode", b"AHx")),
        (lambda data: a85encode(data, wrapcol=70), (b"ASCII85Decode", b"A85")),
    ],
    ids=["hex", "ascii85"],
)
def test_a_bomb_is_found_in_letters(
    tmp_path: Path, written: Callable[[bytes], bytes], names: tuple[bytes, ...]
) -> None:
    for name in names:
        entries = b"/Filter [ /" + name + b" /FlateDecode ]"
        with pytest.raises(SourceError):
            _check(tmp_path, written(packed_zeros(5)), entries)
        _check(tmp_path, written(zlib.compress(bytes(LIMIT))), entries)
        _check(tmp_path, written(zlib.compress(bytes(LIMIT)))[:999] + b"\xff~>", entries)


def test_letters_that_stand_for_four_zeros_each_are_a_bomb(tmp_path: Path) -> None:
    entries = b"/Filter /ASCII85Decode"
    with pytest.raises(SourceError):
        _check(tmp_path, b"z" * (LIMIT // 4 + 1) + b"~>", entries)
    _check(tmp_path, b"z" * (LIMIT // 4) + b"~>", entries)


@pytest.mark.parametrize("damaged", [b"uuuuu" * 40, b"z" * 20 + b"uuuuu~>", TEXT])
def test_letters_that_stand_for_nothing_are_no_bomb(tmp_path: Path, damaged: bytes) -> None:
    _check(tmp_path, damaged, b"/Filter /ASCII85Decode")


def test_what_fits_passes_whole_or_damaged(tmp_path: Path) -> None:
    fitting = zlib.compress(bytes(LIMIT))
    for data in (fitting, fitting[:900], zlib.compress(fitting), b"x\x9c\xff\xff", b"", TEXT):
        _check(tmp_path, data)


def test_an_image_is_no_bomb_unless_packed_twice(tmp_path: Path) -> None:
    image = b"/Type /XObject /Subtype /Image " + FLATE
    _check(tmp_path, packed_zeros(5), image)
    with pytest.raises(SourceError):
        _check(tmp_path, zlib.compress(packed_zeros(5)), image)


def test_the_word_in_a_comment_hides_no_bomb(tmp_path: Path) -> None:
    data = one_page(content=b"% stream\n" + stream(packed_zeros(5), FLATE))
    with pytest.raises(SourceError):
        check_streams(making.write(tmp_path / "plan.pdf", data), LIMIT)
