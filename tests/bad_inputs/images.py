"""Images that are cut, that lie about themselves, or that unpack to more than memory holds."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from pipeline.errors import FailureReason
from tests.bad_inputs.kinds import Kind, fails, holding, loses_pages, made_by, works
from tests.bad_inputs.packed import packed_zeros

_SIZE = (850, 1100)
_GREY = bytes([255]) * 64 * 64


def _paper() -> Image.Image:
    """Return a page with some print, as it comes from a scanner at 100 dpi."""
    image = Image.new("L", _SIZE, 255)
    ImageDraw.Draw(image).text((90, 90), "Handlingsplan 2024", fill=0, font_size=40)
    return image


def _saved(kind: str, image: Image.Image | None = None, **options: object) -> bytes:
    made = BytesIO()
    (image or _paper()).save(made, kind, **options)
    return made.getvalue()


def _cut(data: bytes, share: float = 0.5) -> bytes:
    return data[: int(len(data) * share)]


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _png(width: int, height: int, data: bytes, *more: bytes) -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    body = _chunk(b"IDAT", data) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + body


def _wrong_crc() -> bytes:
    data = bytearray(_saved("PNG"))
    data[data.index(b"IDAT") + 20] ^= 0xFF
    return bytes(data)


def _many_values() -> Image.Image:
    return Image.fromarray(np.asarray(_paper()).astype(np.uint16) * 257)


def _animated() -> bytes:
    return _saved("PNG", save_all=True, append_images=[Image.new("L", _SIZE, 9)])


def _frame(tags: dict[int, tuple[int, int]], next_place: int) -> bytes:
    """Return a frame's directory, whose tags have a type and a value each."""
    packed = b"".join(
        struct.pack("<HHII", tag, kind, 1, value) for tag, (kind, value) in sorted(tags.items())
    )
    return struct.pack("<H", len(tags)) + packed + struct.pack("<I", next_place)


def _tiff(tags: dict[int, tuple[int, int]], next_place: int = 0, data: bytes = b"") -> bytes:
    """Return a TIFF of one frame, its directory at byte 8 and its pixels at byte 122."""
    return b"II*\0\x08\0\0\0" + _frame(tags, next_place) + data


def _many_frames(count: int) -> bytes:
    """Return a TIFF of so many frames, which share their pixels."""
    size = len(_frame(_tags(64, 64), 0))
    first = 122 + len(_GREY)
    places = (first + size * number for number in range(count - 1))
    rest = b"".join(_frame(_tags(64, 64), place + size) for place in places)
    return _tiff(_tags(64, 64), first, _GREY) + rest + _frame(_tags(64, 64), 0)


def _tags(width: int, height: int, packing: int = 1) -> dict[int, tuple[int, int]]:
    """Return the tags of a grey frame whose bytes follow them."""
    return {
        256: (4, width),
        257: (4, height),
        258: (3, 8),
        259: (3, packing),
        262: (3, 1),
        273: (4, 122),
        277: (3, 1),
        278: (4, height),
        279: (4, min(width * height, 0xFFFFFFFF)),
    }


def _thin(path: Path) -> None:
    Image.new("L", (4, 60_000), 255).save(path)


KINDS: tuple[Kind, ...] = (
    fails(
        "cut.tif",
        made_by(lambda: _saved("TIFF", compression="tiff_lzw")[:6]),
        FailureReason.DAMAGED,
    ),
    fails("cut-in-its-pixels.tif", made_by(lambda: _cut(_saved("TIFF"))), FailureReason.DAMAGED),
    works("frames-in-a-circle.tif", holding(_tiff(_tags(64, 64), 8, _GREY))),
    fails("30000-frames.tif", made_by(lambda: _many_frames(30_000)), FailureReason.TOO_LARGE),
    fails("huge.tif", holding(_tiff(_tags(200_000, 200_000))), FailureReason.TOO_LARGE),
    fails(
        "packing-unknown.tif", holding(_tiff(_tags(64, 64, 4711), 0, _GREY)), FailureReason.DAMAGED
    ),
    fails("without-pixels.tif", holding(_tiff(_tags(64, 64))), FailureReason.DAMAGED),
    fails("of-no-size.tif", holding(_tiff(_tags(0, 0))), FailureReason.DAMAGED),
    loses_pages(
        "next-frame-nowhere.tif",
        holding(_tiff(_tags(64, 64), 0x00FFFFFF, _GREY)),
        FailureReason.DAMAGED,
    ),
    fails(
        "bomb.png",
        made_by(lambda: _png(60_000, 60_000, packed_zeros(256))),
        FailureReason.TOO_LARGE,
    ),
    fails(
        "text-bomb.png",
        made_by(
            lambda: _png(
                64,
                64,
                zlib.compress(bytes(65 * 64)),
                _chunk(b"zTXt", b"Title\0\0" + packed_zeros(256)),
            )
        ),
        FailureReason.DAMAGED,
    ),
    fails("wrong-crc.png", made_by(_wrong_crc), FailureReason.DAMAGED),
    fails("cut.png", made_by(lambda: _cut(_saved("PNG"))), FailureReason.DAMAGED),
    fails("of-no-size.png", holding(_png(0, 0, zlib.compress(b""))), FailureReason.DAMAGED),
    fails(
        "too-little-data.png",
        holding(_png(640, 640, zlib.compress(b"\0\0"))),
        FailureReason.DAMAGED,
    ),
    works("animated.png", made_by(_animated)),
    works("16-bits.png", made_by(lambda: _saved("PNG", _many_values()))),
    works("palette.png", made_by(lambda: _saved("PNG", _paper().convert("P"), transparency=7))),
    works("of-one-pixel.png", made_by(lambda: _saved("PNG", Image.new("L", (1, 1))))),
    works("thin.png", _thin),
    fails("cut.jpg", made_by(lambda: _cut(_saved("JPEG"))), FailureReason.DAMAGED),
    fails(
        "progressive-cut.jpg",
        made_by(lambda: _cut(_saved("JPEG", progressive=True), 0.3)),
        FailureReason.DAMAGED,
    ),
    fails("header-only.jpg", holding(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"), FailureReason.DAMAGED),
    works("cmyk.jpg", made_by(lambda: _saved("JPEG", _paper().convert("CMYK")))),
    fails("picture.gif", made_by(lambda: _saved("GIF")), FailureReason.UNKNOWN_TYPE),
    fails("picture.webp", made_by(lambda: _saved("WEBP")), FailureReason.UNKNOWN_TYPE),
)
