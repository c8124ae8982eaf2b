"""Repair of Swedish text that OCR or a wrong encoding damaged."""

from pipeline.repair.document import repair_document, repair_lines

__all__ = ["repair_document", "repair_lines"]
