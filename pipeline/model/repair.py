"""What repair makes of a document: edits to lines, from which the text is derived."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.page import Page


class EditDecision(StrEnum):
    """What became of an edit."""

    APPLIED = "applied"
    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EDITED = "edited"


IN_FORCE = frozenset({EditDecision.APPLIED, EditDecision.ACCEPTED, EditDecision.EDITED})
"""Decisions under which an edit shows in the repaired text."""


class EditKind(StrEnum):
    """What kind of damage an edit mends."""

    DIACRITIC = "diacritic"
    OCR_CONFUSION = "ocr_confusion"
    LOST_LETTER = "lost_letter"
    DOUBLED_LETTER = "doubled_letter"
    CASE = "case"
    BULLET = "bullet"
    ENCODING = "encoding"
    TYPOGRAPHY = "typography"
    LINE_END_HYPHEN = "line_end_hyphen"


class Join(StrEnum):
    """How a line goes on in the next line of its block, when the text is derived."""

    NONE = "none"
    DROP_HYPHEN = "drop_hyphen"
    KEEP_HYPHEN = "keep_hyphen"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to a raw line: characters `start` to `end` (not included) become `after`.

    `score` is the probability, 0 to 1, that `after` is what was printed. `alternatives`
    are other readings, best first. `ocr_confidence` is the engine's for the word, if any.
    """

    start: int
    end: int
    before: str
    after: str
    kind: EditKind
    score: float
    decision: EditDecision = EditDecision.APPLIED
    alternatives: tuple[str, ...] = ()
    ocr_confidence: float | None = None

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.before) or self.start < 0:
            raise ValueError(f"span {self.start}-{self.end} does not hold {self.before!r}")
        if not 0 <= self.score <= 1:
            raise ValueError(f"a score lies between 0 and 1, not {self.score}")


@dataclass(frozen=True, slots=True)
class RepairedLine:
    """A raw line, its edits (by start, none overlapping), and how it goes on."""

    raw: str
    edits: tuple[Edit, ...] = ()
    join: Join = Join.NONE
    join_score: float = 1.0

    def __post_init__(self) -> None:
        position = 0
        for edit in self.edits:
            if edit.start < position or self.raw[edit.start : edit.end] != edit.before:
                raise ValueError(f"{edit} does not fit the line {self.raw!r}")
            position = edit.end

    @property
    def applied(self) -> tuple[Edit, ...]:
        """The edits that show in the text."""
        return tuple(edit for edit in self.edits if edit.decision in IN_FORCE)

    @property
    def text(self) -> str:
        """The line with its edits in force; a hyphen at its end stays."""
        if not self.edits:
            return self.raw
        parts, position = [], 0
        for edit in self.applied:
            parts += [self.raw[position : edit.start], edit.after]
            position = edit.end
        return "".join([*parts, self.raw[position:]])


@dataclass(frozen=True, slots=True)
class RepairedPage:
    """A page and its repaired lines, one for each of `page.lines`.

    `quality_raw` and `quality` estimate the share of words that are right before and
    after repair, 0 to 1; None for a page without words.
    """

    page: Page
    lines: tuple[RepairedLine, ...]
    quality_raw: float | None = None
    quality: float | None = None

    def __post_init__(self) -> None:
        if tuple(line.raw for line in self.lines) != tuple(line.text for line in self.page.lines):
            raise ValueError(f"the repaired lines are not those of page {self.page.number}")
