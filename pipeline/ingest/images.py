"""TIFF, PNG and JPEG: their frames, sizes on paper, and pixels as grey values."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from pipeline.config import IngestConfig
from pipeline.errors import FailureReason, SourceError
from pipeline.ingest import tiff_frames
from pipeline.ingest.failing import damaged_as_source_error
from pipeline.model.raster import Raster
from pipeline.model.source import MediaType
from pipeline.text.printable import printable

_FORMATS = {
    MediaType.TIFF: ("TIFF",),
    MediaType.PNG: ("PNG",),
    MediaType.JPEG: ("JPEG", "MPO"),
}
_A4_INCHES = 210 / 25.4
_PAPER_INCHES = (2.5, 17.0)
"""Widths of the shorter side that paper has: from a card to A2. Outside, the dpi lies."""
_NEARLY = 1.02
"""Files tell 300 pixels an inch as 300.0001 or so; that is no reason to blur a scan."""
_ORIENTATION = 0x0112
_TURNED_SIDEWAYS = frozenset({5, 6, 7, 8})


@dataclass(frozen=True, slots=True)
class Frame:
    """The size of an image as it is looked at, in pixels, and pixels an inch."""

    width: int
    height: int
    dpi: float

    @property
    def width_pt(self) -> float:
        """Width in points."""
        return self.width * 72 / self.dpi

    @property
    def height_pt(self) -> float:
        """Height in points."""
        return self.height * 72 / self.dpi


def count_frames(path: Path, media_type: MediaType, config: IngestConfig) -> int:
    """Return how many pages an image file has; only a TIFF has more than one.

    Raises SourceError for a damaged file or a first page of too many pixels.
    """
    with _opened(path, media_type) as image:
        check_pixels(path, image.width, image.height, config.max_pixels)
        is_tiff = media_type is MediaType.TIFF
        return tiff_frames.count_frames(path, config.max_pages + 1) if is_tiff else 1


def read_frame(path: Path, media_type: MediaType, number: int) -> Frame:
    """Return the size of page `number`, from 1, without decoding it."""
    with _opened(path, media_type) as image:
        image.seek(number - 1)
        return _frame(image)


def render_frame(
    path: Path, media_type: MediaType, number: int, max_dpi: int, max_pixels: int
) -> Raster:
    """Return page `number`, from 1, in grey, upright as its orientation tag says.

    An image of more than `max_dpi` pixels an inch is made smaller. Raises SourceError for
    a damaged image or one of too many pixels.
    """
    with _opened(path, media_type) as image:
        image.seek(number - 1)
        check_pixels(path, image.width, image.height, max_pixels)
        frame = _frame(image)
        upright = ImageOps.exif_transpose(image)
        pixels = to_grey(upright)
        return at_most(Raster(pixels, frame.dpi), max_dpi)


def at_most(raster: Raster, max_dpi: float) -> Raster:
    """Return an image that has no more than `max_dpi` pixels an inch."""
    if raster.dpi <= _NEARLY * max_dpi:
        return raster
    height, width = raster.pixels.shape
    scale = max_dpi / raster.dpi
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    smaller = Image.fromarray(raster.pixels).resize(size, Image.Resampling.BOX)
    return Raster(np.asarray(smaller), raster.dpi * size[0] / width)


def check_pixels(path: str | Path, width: int, height: int, max_pixels: int) -> None:
    """Raise SourceError for an image that has more pixels than are allowed."""
    if width * height > max_pixels:
        raise SourceError(
            FailureReason.TOO_LARGE,
            f"{printable(path)} holds an image of {width} × {height} pixels, "
            f"more than the {max_pixels:,} allowed.",
            "Save it at a lower resolution, or raise max_pixels in the settings.",
        )


def to_grey(image: Image.Image) -> NDArray[np.uint8]:
    """Return an image's grey values, 0 black to 255; what is transparent is white."""
    if image.mode == "F" or image.mode.startswith("I"):
        return _scaled(np.asarray(image))
    if "A" in image.getbands() or "transparency" in image.info:
        layered = image.convert("RGBA")
        paper = Image.new("RGBA", layered.size, "white")
        image = Image.alpha_composite(paper, layered)
    if image.mode not in ("1", "L", "RGB", "RGBA"):
        image = image.convert("RGB")
    return np.asarray(image.convert("L"))


def _scaled(values: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Return values of more than 8 bits as 8 bits.

    16 bits are full range by convention; scanners of 10 or 12 bits that fill less of it
    are stretched to what they use.
    """
    numbers = values.astype(np.float32)
    top = float(numbers.max())
    full = next((limit for limit in (255.0, 1023.0, 4095.0) if top <= limit), 65535.0)
    return np.asarray(np.clip(numbers / max(full, top) * 255, 0, 255), dtype=np.uint8)


def _frame(image: Image.Image) -> Frame:
    width, height = image.size
    if image.getexif().get(_ORIENTATION) in _TURNED_SIDEWAYS:
        width, height = height, width
    return Frame(width, height, _dpi(image))


def _dpi(image: Image.Image) -> float:
    """Return pixels an inch: as the file says, or such that the page is A4 wide."""
    said = image.info.get("dpi") or (0, 0)
    dpi = float(said[0])
    shorter = min(image.size)
    low, high = _PAPER_INCHES
    return dpi if dpi > 0 and low <= shorter / dpi <= high else shorter / _A4_INCHES


@contextmanager
def _opened(path: Path, media_type: MediaType) -> Iterator[Image.Image]:
    """Open an image; whatever goes wrong inside is a SourceError."""
    what = f"cannot be read as {media_type.name}"
    with damaged_as_source_error(path, what), warnings.catch_warnings():
        # Pixels are counted before anything is decoded; tags that are odd do no harm.
        warnings.simplefilter("ignore")
        try:
            with Image.open(path, formats=_FORMATS[media_type]) as image:
                yield image
        except Image.DecompressionBombError as error:
            raise SourceError(
                FailureReason.TOO_LARGE,
                f"{printable(path)} holds an image of too many pixels ({error}).",
                "Save it at a lower resolution.",
            ) from error
