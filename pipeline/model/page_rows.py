"""The rows of the dataset that tell of pages: their text, its lines, and edits to these."""

from dataclasses import dataclass
from typing import Annotated

from pipeline.model.page import Role, TextSource
from pipeline.model.repair import EditDecision, EditKind

DocumentId = Annotated[str, "Document: `doc-` and the first 16 digits of its SHA-256."]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """A page."""

    document_id: DocumentId
    page_number: Annotated[int, "Page, from 1."]
    width_pt: Annotated[float, "Width in points; 0 for plain text."]
    height_pt: Annotated[float, "Height in points; 0 for plain text."]
    text_source: Annotated[TextSource, "Where the text comes from."]
    decision_reason: Annotated[str, "What was decided for the page and why."]
    ocr_language: Annotated[str | None, "Languages given to the OCR engine."]
    ocr_confidence: Annotated[float | None, "Mean confidence of the engine's words, 0 to 1."]
    rotation: Annotated[int, "Degrees the image was turned clockwise to stand upright."]
    skew: Annotated[float, "Slant taken out, degrees, positive clockwise."]
    quality_raw: Annotated[float | None, "Estimated share of right words as read, 0 to 1."]
    quality: Annotated[float | None, "Estimated share of right words after repair, 0 to 1."]
    text_raw: Annotated[str, "Text as read, a printed line a line."]
    text: Annotated[str, "Text after repair, words broken over lines joined."]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """A printed line."""

    document_id: DocumentId
    page_number: Annotated[int, "Page, from 1."]
    line_number: Annotated[int, "Line on the page in reading order, from 1."]
    role: Annotated[Role, "What part the line plays on its page."]
    text_raw: Annotated[str, "Line as read."]
    text: Annotated[str, "Line after repair; a hyphen at its end stays."]
    x0: Annotated[float | None, "Left edge, points from the page's left."]
    y0: Annotated[float | None, "Top edge, points from the page's top."]
    x1: Annotated[float | None, "Right edge, points from the page's left."]
    y1: Annotated[float | None, "Bottom edge, points from the page's top."]
    confidence: Annotated[float | None, "Confidence of the OCR engine, 0 to 1."]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRow:
    """An edit to a line: applied, or suggested to a reviewer."""

    correction_id: Annotated[str, "Id of the edit."]
    document_id: DocumentId
    page_number: Annotated[int, "Page, from 1."]
    line_number: Annotated[int, "Line on the page, from 1."]
    char_start: Annotated[int, "First character changed in `lines.text_raw`."]
    char_end: Annotated[int, "Character after the change in `lines.text_raw`."]
    original: Annotated[str, "What was read."]
    corrected: Annotated[str, "What it became; for `line_end_hyphen` in `pages.text` alone."]
    kind: Annotated[EditKind, "Kind of damage."]
    score: Annotated[float, "Probability that `corrected` is what was printed, 0 to 1."]
    ocr_confidence: Annotated[float | None, "Confidence of the OCR engine in the word, 0 to 1."]
    alternatives: Annotated[tuple[str, ...], "Other readings, best first."]
    decision: Annotated[EditDecision, "What became of it."]
    x0: Annotated[float | None, "Left edge of the word, points from the page's left."]
    y0: Annotated[float | None, "Top edge, points from the page's top."]
    x1: Annotated[float | None, "Right edge, points from the page's left."]
    y1: Annotated[float | None, "Bottom edge, points from the page's top."]
