"""Boxes on a page."""

from typing import Self

from msgspec import Struct


class Box(Struct, frozen=True, gc=False):
    """An upright rectangle in points (1/72 inch), origin at the page's top left.

    Guaranteed: x0 <= x1 and y0 <= y1. Raises ValueError otherwise, also for NaN.
    """

    x0: float
    y0: float
    x1: float
    y1: float

    def __post_init__(self) -> None:
        if not (self.x0 <= self.x1 and self.y0 <= self.y1):
            raise ValueError(f"not a box: {self.x0}, {self.y0}, {self.x1}, {self.y1}")

    @property
    def width(self) -> float:
        """Width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in points."""
        return self.y1 - self.y0

    def union(self, other: Self) -> "Box":
        """Return the smallest box around both."""
        return Box(
            min(self.x0, other.x0),
            min(self.y0, other.y0),
            max(self.x1, other.x1),
            max(self.y1, other.y1),
        )

    def contains_centre_of(self, other: Self) -> bool:
        """Tell whether the middle of `other` lies inside this box."""
        x = (other.x0 + other.x1) / 2
        y = (other.y0 + other.y1) / 2
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1
