"""What a scanner, an old copier and thirty years do to a page."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray

from corpus.render.images import GrayImage

_Canvas = NDArray[np.float32]

_POINTS: Final = 72
_WHITE: Final = 255.0


@dataclass(frozen=True, slots=True)
class ScanSettings:
    """How pages are scanned; the default is a clean scan.

    `skew` is the largest slant in degrees, of changing sign from page to page. `noise` is the
    standard deviation of grain in grey levels, `specks` the share of pixels that are dirt,
    `blur` a Gaussian's in pixels. `bleed` is how much of the back page shows through,
    `fade` how much ink is lost, `shading` how much darker the paper is towards its edges
    (each 0 to 1); `paper` is its grey level.
    """

    dpi: int = 300
    skew: float = 0.0
    noise: float = 0.0
    specks: float = 0.0
    blur: float = 0.0
    bleed: float = 0.0
    fade: float = 0.0
    shading: float = 0.0
    paper: float = _WHITE
    seed: int = 0


def render_pages(pdf: bytes, dpi: int) -> list[GrayImage]:
    """Return the pages of a PDF as clean images."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            np.asarray(page.render(scale=dpi / _POINTS).to_pil().convert("L")) for page in document
        ]


def scan(pdf: bytes, settings: ScanSettings) -> list[GrayImage]:
    """Return the pages of a PDF as scanned images; the same settings give the same pixels."""
    clean = render_pages(pdf, settings.dpi)
    return [
        _degrade(image, clean[_back_of(number, len(clean))], settings, number)
        for number, image in enumerate(clean)
    ]


def _back_of(number: int, pages: int) -> int:
    """Return the page on the back of the sheet; the last sheet may have none but itself."""
    return min(number ^ 1, pages - 1)


def _degrade(front: GrayImage, back: GrayImage, settings: ScanSettings, number: int) -> GrayImage:
    rng = np.random.default_rng([settings.seed, number])
    canvas = _faded(front.astype(np.float32), settings, rng)
    if settings.bleed:
        canvas = _bled_through(canvas, back, settings.bleed)
    canvas = canvas * np.float32(settings.paper / _WHITE)
    canvas = _skewed(canvas, settings, rng)
    if settings.blur:
        canvas = cv2.GaussianBlur(canvas, (0, 0), settings.blur).astype(np.float32)
    canvas = _shaded(canvas, settings.shading)
    return _dirtied(canvas, settings, rng)


def _faded(canvas: _Canvas, settings: ScanSettings, rng: np.random.Generator) -> _Canvas:
    """Lighten the ink, unevenly, in blotches of about a word."""
    if not settings.fade:
        return canvas
    height, width = canvas.shape
    coarse = rng.random((height // 40 + 1, width // 60 + 1), dtype=np.float32)
    blotches = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    lost = settings.fade * (0.5 + blotches)
    result: _Canvas = (canvas + (_WHITE - canvas) * np.clip(lost, 0, 0.95)).astype(np.float32)
    return result


def _bled_through(canvas: _Canvas, back: GrayImage, bleed: float) -> _Canvas:
    mirrored = cv2.GaussianBlur(back[:, ::-1].astype(np.float32), (0, 0), 1.6)
    shadow = 1 - bleed * (1 - mirrored / _WHITE)
    result: _Canvas = (canvas * shadow).astype(np.float32)
    return result


def _skewed(canvas: _Canvas, settings: ScanSettings, rng: np.random.Generator) -> _Canvas:
    if not settings.skew:
        return canvas
    angle = settings.skew * rng.uniform(0.5, 1.0) * rng.choice([-1, 1])
    height, width = canvas.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(
        canvas, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=settings.paper
    )
    return turned.astype(np.float32)


def _shaded(canvas: _Canvas, shading: float) -> _Canvas:
    """Darken towards the left edge, as at a book's fold, and a little towards all others."""
    if not shading:
        return canvas
    height, width = canvas.shape
    x = np.linspace(0, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    fold = np.exp(-x * 12)
    edges = 0.35 * ((2 * x - 1) ** 4 + y**4) / 2
    return (canvas * (1 - shading * np.clip(fold + edges, 0, 1))).astype(np.float32)


def _dirtied(canvas: _Canvas, settings: ScanSettings, rng: np.random.Generator) -> GrayImage:
    if settings.noise:
        canvas = canvas + rng.normal(0, settings.noise, canvas.shape).astype(np.float32)
    if settings.specks:
        count = int(settings.specks * canvas.size / 3)
        rows = rng.integers(1, canvas.shape[0] - 2, count)
        columns = rng.integers(1, canvas.shape[1] - 2, count)
        tones = rng.choice([20.0, _WHITE], count)
        # Dirt is rarely a single pixel: each speck is three in an L.
        for down, right in ((0, 0), (1, 0), (0, 1)):
            canvas[rows + down, columns + right] = tones
    return np.clip(np.rint(canvas), 0, _WHITE).astype(np.uint8)


def to_bilevel(image: GrayImage) -> GrayImage:
    """Return the image in black (0) and white (255), split at Otsu's threshold."""
    _, bilevel = cv2.threshold(image, 0, _WHITE, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    result: GrayImage = bilevel.astype(np.uint8)
    return result
