"""Reading page images: the engine interface, Tesseract, and asking whether it is here."""

from typing import TYPE_CHECKING

from pipeline.exports import loaded_when_asked

if TYPE_CHECKING:
    from pipeline.ocr.engine import Engine, NullEngine, Orientation
    from pipeline.ocr.engines.choice import make_engine
    from pipeline.ocr.engines.tesseract import TesseractEngine
    from pipeline.ocr.engines.tesserocr import TesserocrEngine
    from pipeline.ocr.read import keep_text_layer, read_image
    from pipeline.ocr.requirements import Requirement, probe

__all__ = [
    "Engine",
    "NullEngine",
    "Orientation",
    "Requirement",
    "TesseractEngine",
    "TesserocrEngine",
    "keep_text_layer",
    "make_engine",
    "probe",
    "read_image",
]

# The process in which Tesseract reads must stay small: it is copied for each image.
__getattr__ = loaded_when_asked(
    __name__,
    {
        "Engine": "engine",
        "NullEngine": "engine",
        "Orientation": "engine",
        "Requirement": "requirements",
        "TesseractEngine": "engines.tesseract",
        "TesserocrEngine": "engines.tesserocr",
        "keep_text_layer": "read",
        "make_engine": "engines.choice",
        "probe": "requirements",
        "read_image": "read",
    },
)
