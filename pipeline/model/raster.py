"""A page as pixels."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Raster:
    """A page image: grey values 0 (black) to 255, shape (height, width), top row first.

    `dpi` is pixels an inch, so that a pixel at (x, y) lies at (x, y) * 72 / dpi points.
    """

    pixels: NDArray[np.uint8]
    dpi: float

    def __post_init__(self) -> None:
        if self.pixels.ndim != 2 or self.pixels.size == 0 or self.dpi <= 0:
            raise ValueError(f"not a grey page image: {self.pixels.shape} at {self.dpi} dpi")
