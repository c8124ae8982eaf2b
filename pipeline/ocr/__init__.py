"""Reading page images: the engine interface, Tesseract, and asking whether it is here."""

from pipeline.ocr.engine import Engine, NullEngine, Orientation
from pipeline.ocr.probe import Requirement, probe
from pipeline.ocr.read import read_image
from pipeline.ocr.tesseract import TesseractEngine

__all__ = [
    "Engine",
    "NullEngine",
    "Orientation",
    "Requirement",
    "TesseractEngine",
    "probe",
    "read_image",
]
