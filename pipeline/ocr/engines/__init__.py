"""Engines that read, and the choice among them."""

from pipeline.config import OcrConfig
from pipeline.ocr.engine import Engine
from pipeline.ocr.engines.tesseract import TesseractEngine
from pipeline.ocr.engines.tesserocr import TesserocrEngine

__all__ = ["TesseractEngine", "TesserocrEngine", "make_engine"]


def make_engine(config: OcrConfig) -> Engine:
    """Return the engine that the settings name."""
    return TesserocrEngine() if config.engine == TesserocrEngine.name else TesseractEngine()
