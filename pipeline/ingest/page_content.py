"""What a PDF page holds before it is judged and arranged, whichever reader found it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from pipeline.layout import Grid
from pipeline.model.geometry import Box
from pipeline.model.page import Word

_STEPS = 24


@dataclass(frozen=True, slots=True)
class PageContent:
    """Words, tables and images of a page; points, origin top left, sizes as it is seen.

    `words` stand upright; `sideways` are lines that do not. `drawn` counts lines,
    rectangles and curves. `rotation` is how far the page was turned clockwise for its text
    to stand upright. `hidden` tells that most of the text is printed invisibly, as OCR
    engines do behind an image, `damaged` that some of the page's content is lost.
    `own_characters` is how many of the page's letters do not lie over it, in fields, notes
    or stamps, where it has an image and that was asked.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    sideways: tuple[tuple[Word, ...], ...] = ()
    grids: tuple[Grid, ...] = ()
    images: tuple[Box, ...] = ()
    drawn: int = 0
    rotation: int = 0
    hidden: bool = False
    damaged: bool = False
    own_characters: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found on the page; of damaged content, lines are nothing."""
        found = self.words or self.sideways or self.images
        return not found and (self.damaged or not self.drawn)

    @property
    def image_share(self) -> float:
        """Share of the page, 0 to 1, that images cover; overlaps count once."""
        return covered_share(self.images, self.width, self.height)


def covered_share(boxes: Sequence[Box], width: float, height: float) -> float:
    """Return the share of a page that boxes cover, from a raster of sample points."""
    if not boxes or width <= 0 or height <= 0:
        return 0.0
    across = [(step + 0.5) * width / _STEPS for step in range(_STEPS)]
    down = [(step + 0.5) * height / _STEPS for step in range(_STEPS)]
    hit: set[tuple[float, float]] = set()
    for box in boxes:
        columns = [x for x in across if box.x0 <= x <= box.x1]
        hit.update(product(columns, [y for y in down if box.y0 <= y <= box.y1]))
    return len(hit) / _STEPS**2
