"""The choice among engines."""

from pipeline.config import OcrConfig
from pipeline.ocr.engine import Engine
from pipeline.ocr.engines import tesserocr
from pipeline.ocr.engines.tesseract import TesseractEngine
from pipeline.ocr.engines.tesserocr import TesserocrEngine


def make_engine(config: OcrConfig) -> Engine:
    """Return the engine that the settings name; `auto` is the library where it is here."""
    by_library = config.engine == TesserocrEngine.name
    if by_library or (config.engine == "auto" and tesserocr.is_here()):
        return TesserocrEngine()
    return TesseractEngine()
