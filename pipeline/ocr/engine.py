"""What an OCR engine is to the rest of the program."""

from dataclasses import dataclass
from typing import ClassVar, Protocol

from pipeline.model.page import Word
from pipeline.model.raster import Raster


@dataclass(frozen=True, slots=True)
class Orientation:
    """How far an image must be turned clockwise to stand upright: 0, 90, 180 or 270 degrees.

    `confidence` is the engine's own measure, 0 where it saw nothing to judge by.
    """

    degrees: int
    confidence: float

    def __post_init__(self) -> None:
        if self.degrees not in {0, 90, 180, 270}:
            raise ValueError(f"a page is turned by quarters, not by {self.degrees} degrees")


class Engine(Protocol):
    """An OCR engine. Languages are Tesseract's names joined by `+`; time limits are seconds.

    Every method raises MissingRequirementError where the engine or a language model is not
    on this machine, and SourceError for an image that it cannot read or not in time.
    """

    name: ClassVar[str]

    @property
    def processor_seconds(self) -> float:
        """CPU seconds that it has read for so far, in processes other than this one."""
        ...

    def version(self, languages: str) -> str:
        """Return what tells this engine's results apart: its version and language models."""
        ...

    def recognise(self, raster: Raster, languages: str, time_limit: float) -> tuple[Word, ...]:
        """Return the words of an image in the engine's order, none of them blank.

        Boxes are points from the image's top left corner; confidence is 0 to 1.
        """
        ...

    def orientation(self, raster: Raster, time_limit: float) -> Orientation:
        """Return how far the image must be turned to stand upright."""
        ...


class NullEngine:
    """An engine that reads nothing: pages keep the text they have."""

    name: ClassVar[str] = "none"
    processor_seconds = 0.0

    def version(self, languages: str) -> str:
        """Return the same for all languages."""
        del languages
        return self.name

    def recognise(self, raster: Raster, languages: str, time_limit: float) -> tuple[Word, ...]:
        """Return no words."""
        del raster, languages, time_limit
        return ()

    def orientation(self, raster: Raster, time_limit: float) -> Orientation:
        """Take the image as it is."""
        del raster, time_limit
        return Orientation(0, 0.0)
