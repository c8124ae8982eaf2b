"""Streams of a PDF that unpack to more than memory holds, found before a reader meets them.

Readers unpack a stream whole: a file of 4 KB can ask for gigabytes. The streams are looked
for in the bytes themselves, because a reader that is asked where they are has unpacked
some of them by then.
"""

import re
import zlib
from base64 import a85decode
from binascii import unhexlify
from collections.abc import Callable, Iterator
from itertools import chain
from mmap import ACCESS_READ, mmap
from pathlib import Path

from pipeline.errors import FailureReason, SourceError
from pipeline.text.printable import printable

_BEGIN, _END = b"stream", b"endstream"
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_DICTIONARY_WITHIN = 1024
_WRITTEN = re.compile(rb"/Filter[\s\[]*/(ASCIIHexDecode|AHx|ASCII85Decode|A85)\b")
_BLANKS = b"\0\t\n\f\r "
_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2})*"), unhexlify
_ASCII85 = re.compile(rb"(?:z|[!-u]{5})*"), a85decode
"""What is whole of a stream that is written in letters, and how it is read (7.4.2, 7.4.3)."""
_LONGEST = 4
"""Letters of which the next ones decide what they stand for."""
_MOST_WRITTEN = 4
"""A letter stands for so many bytes at most: `z` of ASCII85."""
_MOST_PACKED = 1032
"""Flate packs so many times at its best: 258 bytes as two codes of a bit (RFC 1951)."""
_LAYERS = 8
_PIECE = 1 << 16


def check_streams(path: Path, max_bytes: int) -> None:
    """Raise SourceError for a PDF with a stream that unpacks to more than `max_bytes`.

    Streams packed by Flate are looked at, one layer or several over each other, be they
    written as bytes or as letters; of images those with several, for readers take no more of
    an image than its size asks for.
    """
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        for packed in _streams(data):
            if _may_exceed(data, packed, max_bytes) and _exceeds(data, packed, max_bytes):
                raise _bomb(path, max_bytes)


def _streams(data: mmap) -> Iterator[tuple[int, int]]:
    """Yield where streams begin and end: after the word and its line end (ISO 32000-1, 7.3.8).

    And what looks like one: a word in a comment must not hide the stream that follows.
    """
    place = data.find(_BEGIN)
    while place >= 0:
        start = place + len(_BEGIN)
        start += len(data[start : start + 2]) - len(data[start : start + 2].lstrip(b"\r\n"))
        end = data.find(_END, start)
        yield start, len(data) if end < 0 else end
        place = data.find(_BEGIN, start)


def _may_exceed(data: mmap, packed: tuple[int, int], max_bytes: int) -> bool:
    """Tell, at little cost, whether a stream is worth unpacking to see how large it is."""
    start, end = packed
    dictionary = _dictionary(data, start)
    head = next(_content(data, packed), b"")[:256]
    most = (end - start) * (_MOST_WRITTEN if _WRITTEN.search(dictionary) else 1)
    if not _is_packed(head):
        return most > max(max_bytes, end - start)
    if _is_packed(next(_unpacked(iter([head]), 2), b"")):
        return True
    if most * _MOST_PACKED <= max_bytes:
        return False
    return _IMAGE.search(dictionary) is None


def _dictionary(data: mmap, start: int) -> bytes:
    before = data[max(start - _DICTIONARY_WITHIN, 0) : start]
    return before[before.rfind(b"obj") :]


def _content(data: mmap, packed: tuple[int, int]) -> Iterator[bytes]:
    """Yield the bytes of a stream; of one that is written in letters, those that it stands for."""
    pieces: Iterator[bytes] = (
        data[place : min(place + _PIECE, packed[1])] for place in range(*packed, _PIECE)
    )
    written = _WRITTEN.search(_dictionary(data, packed[0]))
    if written is None:
        return pieces
    return _read(pieces, *(_HEX if b"H" in written[1] else _ASCII85))


def _read(
    pieces: Iterator[bytes], whole: re.Pattern[bytes], decode: Callable[[bytes], bytes]
) -> Iterator[bytes]:
    """Yield what letters stand for, as far as they are `whole` and stand for anything."""
    rest = b""
    for piece in pieces:
        letters = rest + piece.translate(None, _BLANKS)
        found = whole.match(letters)
        end = found.end() if found else 0
        rest = letters[end:]
        try:
            yield decode(letters[:end])
        except ValueError:  # five letters of ASCII85 that stand for more than four bytes
            return
        if len(rest) > _LONGEST:  # the mark of the end, or damage
            return


def _exceeds(data: mmap, packed: tuple[int, int], max_bytes: int) -> bool:
    pieces = _bounded(_content(data, packed), max(max_bytes, packed[1] - packed[0]))
    try:
        for _ in range(_LAYERS):
            first = next(pieces, b"")
            pieces = chain([first], pieces)
            if not _is_packed(first):
                break
            pieces = _bounded(_unpacked(pieces, _PIECE), max_bytes)
        for _ in pieces:
            pass
    except OverflowError:
        return True
    return False


def _is_packed(head: bytes) -> bool:
    """Tell whether bytes begin as packed ones do (RFC 1950, 2.2)."""
    return len(head) >= 2 and head[0] & 0x0F == 8 and (head[0] << 8 | head[1]) % 31 == 0


def _unpacked(pieces: Iterator[bytes], most: int) -> Iterator[bytes]:
    """Yield what packed bytes hold, at most so many at a time, up to where they are damaged."""
    unpacking = zlib.decompressobj()
    try:
        for piece in pieces:
            rest = piece
            while rest and not unpacking.eof:
                if found := unpacking.decompress(rest, most):
                    yield found
                rest = unpacking.unconsumed_tail
    except zlib.error:
        return


def _bounded(pieces: Iterator[bytes], max_bytes: int) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > max_bytes:
            raise OverflowError
        yield piece


def _bomb(path: Path, max_bytes: int) -> SourceError:
    return SourceError(
        FailureReason.TOO_LARGE,
        f"{printable(path)} has a part that unpacks to more than {max_bytes:,} bytes, "
        "as files do that are made to fill the memory.",
        "Print it to a new PDF if you trust it, or raise max_unpacked_bytes in the settings.",
    )
