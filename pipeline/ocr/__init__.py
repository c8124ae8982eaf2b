"""Reading page images: the engine interface, Tesseract, and asking whether it is here."""

from pipeline.ocr.engine import Engine, NullEngine, Orientation
from pipeline.ocr.engines import TesseractEngine, TesserocrEngine, make_engine
from pipeline.ocr.probe import Requirement, probe
from pipeline.ocr.read import read_image

__all__ = [
    "Engine",
    "NullEngine",
    "Orientation",
    "Requirement",
    "TesseractEngine",
    "TesserocrEngine",
    "make_engine",
    "probe",
    "read_image",
]
