"""Page images and the files that hold them."""

import io
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, TiffImagePlugin

GrayImage = NDArray[np.uint8]
"""A page image, rows by columns, 0 black to 255 white."""

_STRIP_OFFSETS = 273
_STRIP_LENGTHS = 279


def jpeg_file(image: GrayImage, quality: int, dpi: int) -> bytes:
    """Return a grey JPEG file."""
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, "JPEG", quality=quality, dpi=(dpi, dpi))
    return buffer.getvalue()


def png_file(image: GrayImage, dpi: int) -> bytes:
    """Return a grey PNG file of 16 levels, as scanners save text pages."""
    levels = Image.fromarray((image // 17) * 17).quantize(16, method=Image.Quantize.MEDIANCUT)
    buffer = io.BytesIO()
    levels.save(buffer, "PNG", dpi=(dpi, dpi), optimize=True)
    return buffer.getvalue()


def bilevel_tiff(images: Sequence[GrayImage], dpi: int) -> bytes:
    """Return a TIFF of black-and-white pages in CCITT group 4 encoding."""
    first, *rest = [_bilevel(image) for image in images]
    buffer = io.BytesIO()
    first.save(
        buffer,
        "TIFF",
        compression="group4",
        dpi=(dpi, dpi),
        save_all=True,
        append_images=rest,
    )
    return buffer.getvalue()


def group4(image: GrayImage) -> bytes:
    """Return the image in CCITT group 4 encoding, without a file around it."""
    buffer = io.BytesIO()
    height = image.shape[0]
    _bilevel(image).save(
        buffer, "TIFF", compression="group4", tiffinfo={278: height}, strip_size=image.size
    )
    with Image.open(io.BytesIO(buffer.getvalue())) as tiff:
        assert isinstance(tiff, TiffImagePlugin.TiffImageFile)
        (start,), (length,) = tiff.tag_v2[_STRIP_OFFSETS], tiff.tag_v2[_STRIP_LENGTHS]
    return buffer.getvalue()[start : start + length]


def _bilevel(image: GrayImage) -> Image.Image:
    return Image.fromarray(image > 127)
