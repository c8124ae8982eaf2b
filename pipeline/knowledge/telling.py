"""What one place of a document tells of a project, before names are known as entities."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.knowledge.names import Span

SLOTS: Final = (
    *("project", "description", "funder", "programme", "period", "start", "end"),
    *("lead", "partners", "cost"),
)
"""What labels and columns tell of a project; `cost` is read elsewhere."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A project told by itself: spans of its name and of what is told.

    `whole` is the stretch that tells of this project and no other; empty in running text.
    """

    name: Span
    whole: Span
    description: Span | None = None
    funder: Span | None = None
    programme: Span | None = None
    period: Span | None = None
    start: Span | None = None
    end: Span | None = None
    lead: Span | None = None
    partners: Span | None = None

    @property
    def holds(self) -> bool:
        """Whether a stretch of the text tells of this project and no other."""
        return self.whole.end > self.whole.start


def spans_inside(spans: Sequence[Span], around: Span) -> Sequence[Span]:
    """Return the spans that begin in another; all are in order."""
    first = bisect_left(spans, Span(around.start, around.start))
    return spans[first : bisect_left(spans, Span(around.end, around.end))]


def moved(span: Span, offset: int) -> Span:
    """Return a span so many characters further on."""
    return Span(span.start + offset, span.end + offset)
