"""Rows of the tables pages, lines and corrections, made from repaired pages."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.model.geometry import Box
from pipeline.model.ids import make_id
from pipeline.model.page import Line, Word
from pipeline.model.page_rows import CorrectionRow, LineRow, PageRow
from pipeline.model.repair import Edit, EditKind, Join, RepairedLine, RepairedPage
from pipeline.text.derived import derive


class _Place(NamedTuple):
    document_id: str
    page_number: int
    line_number: int


def page_rows(document_id: str, pages: Sequence[RepairedPage]) -> list[PageRow]:
    """Return a row for each page."""
    return [
        PageRow(
            document_id=document_id,
            page_number=repaired.page.number,
            width_pt=repaired.page.width_pt,
            height_pt=repaired.page.height_pt,
            text_source=repaired.page.text_source,
            decision_reason=repaired.page.decision_reason,
            ocr_language=repaired.page.ocr_language,
            ocr_confidence=repaired.page.ocr_confidence,
            rotation=repaired.page.rotation,
            skew=repaired.page.skew,
            quality_raw=repaired.quality_raw,
            quality=repaired.quality,
            text_raw="\n".join(line.raw for line in repaired.lines),
            text=derive(repaired.lines).text,
        )
        for repaired in pages
    ]


def line_rows(document_id: str, pages: Sequence[RepairedPage]) -> list[LineRow]:
    """Return a row for each printed line."""
    return [
        LineRow(
            document_id=document_id,
            page_number=page.page.number,
            line_number=number,
            role=line.role,
            text_raw=line.text,
            text=repaired.text,
            **_edges(line.box),
            confidence=line.confidence,
        )
        for page in pages
        for number, (line, repaired) in enumerate(
            zip(page.page.lines, page.lines, strict=True), start=1
        )
    ]


def correction_rows(document_id: str, pages: Sequence[RepairedPage]) -> list[CorrectionRow]:
    """Return a row for each edit, and for each word that is whole again across a line end."""
    return [
        _correction_row(_Place(document_id, page.page.number, index + 1), line, edit)
        for page in pages
        for index, line in enumerate(page.page.lines)
        for edit in (*page.lines[index].edits, *_join(page.lines, index))
    ]


def _join(lines: Sequence[RepairedLine], index: int) -> tuple[Edit, ...]:
    """Return what becomes of the hyphen of a line that goes on in the next one."""
    printed, join = lines[index].raw.rstrip(), lines[index].join
    if join is Join.NONE or not printed or index + 1 == len(lines):
        return ()
    hyphen, start = printed[-1], len(printed) - 1
    after = hyphen if join is Join.KEEP_HYPHEN else ""
    kind, score = EditKind.LINE_END_HYPHEN, lines[index].join_score
    return (Edit(start, start + 1, hyphen, after, kind, score),)


def _correction_row(place: _Place, line: Line, edit: Edit) -> CorrectionRow:
    words = _words_at(line, edit.start, edit.end)
    confidence = edit.ocr_confidence
    if confidence is None:
        confidence = min((w.confidence for w in words if w.confidence is not None), default=None)
    return CorrectionRow(
        correction_id=make_id("edit", *place, edit.start, edit.end, edit.kind),
        document_id=place.document_id,
        page_number=place.page_number,
        line_number=place.line_number,
        char_start=edit.start,
        char_end=edit.end,
        original=edit.before,
        corrected=edit.after,
        kind=edit.kind,
        score=edit.score,
        ocr_confidence=confidence,
        alternatives=edit.alternatives,
        decision=edit.decision,
        **_edges(_around(words)),
    )


def _words_at(line: Line, start: int, end: int) -> list[Word]:
    """Return the words of a line that characters `start` to `end` touch.

    The words are looked for in the line's text one after the other; one that is not
    there, because the line was put together otherwise, is passed over.
    """
    found, position = [], 0
    for word in line.words:
        at = line.text.find(word.text, position)
        if at < 0 or not word.text:
            continue
        position = at + len(word.text)
        if at < max(end, start + 1) and position > start:
            found.append(word)
    return found


def _around(words: Sequence[Word]) -> Box | None:
    boxes = [word.box for word in words if word.box is not None]
    if not boxes:
        return None
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.union(box)
    return whole


def _edges(box: Box | None) -> dict[str, float | None]:
    if box is None:
        return {"x0": None, "y0": None, "x1": None, "y1": None}
    return {"x0": box.x0, "y0": box.y0, "x1": box.x1, "y1": box.y1}
