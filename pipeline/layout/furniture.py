"""Running headers, running footers and page numbers: what belongs to the paper.

What repeats at the same height on several pages is found by wording, digits left out of
account and letters compared with tolerance, because an image is not read alike twice.
Headers of left and right pages may differ.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from msgspec import structs
from rapidfuzz import fuzz

from pipeline.model.geometry import Box
from pipeline.model.page import FURNITURE, Line, Page, Role

_ZONE = 0.13
"""Share of a page's height, at its top and at its bottom, where furniture stands."""
_ZONE_LINES = 3
_ALIKE = 84.0
"""Furniture of two pages is the same from this likeness on (per cent, Levenshtein ratio)."""
_SAME_HEIGHT = 0.02
_MIN_SHARE = 0.25
"""Share of the pages on which a running header stands at the least."""

_NUMBER = re.compile(
    r"(?:(?:sida|sid|sidan|s|page)\.?\s*)?[-–—]?\s*(?P<page>\d{1,4})\s*[-–—]?"
    r"\s*(?P<total>\(\s*\d{1,4}\s*\)|(?:av|of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"(?:sida|sid|sidan|page)\b", re.IGNORECASE)
_DAMAGED_NUMBER = re.compile(r"(?=.{1,9}$)\W*[\dOoIlSB|](?:[\W\dOoIlSB|]|av|of)*")
"""What an engine makes of a page number that it can't read: `2.43)` for `2 (3)`."""
_SAME_PLACE_PT = 6.0
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line in the zone at a page's top or bottom: its page's and its own place from 0."""

    page: int
    line: int
    role: Role
    height: float
    wording: str


def mark_furniture(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return a document's pages with running headers, footers and page numbers in their role.

    Lines keep their order and text. Roles that lines have already as furniture are kept.
    """
    candidates = [found for index, page in enumerate(pages) for found in _candidates(index, page)]
    marks = _page_numbers(pages, candidates)
    for group in _repeated(candidates, len(pages)):
        for found in group:
            marks.setdefault((found.page, found.line), found.role)
    with_marks = {index for index, _ in marks}
    return tuple(
        _marked(index, page, marks) if index in with_marks else page
        for index, page in enumerate(pages)
    )


def _marked(index: int, page: Page, marks: dict[tuple[int, int], Role]) -> Page:
    lines = tuple(
        structs.replace(line, role=marks.get((index, place), line.role))
        for place, line in enumerate(page.lines)
    )
    return replace(page, lines=lines)


def _candidates(index: int, page: Page) -> Iterable[_Candidate]:
    """Return the lines of a page that may be furniture by their place."""
    for place, line in enumerate(page.lines):
        if line.role in FURNITURE:
            continue
        role, height = _zone(page, place, line)
        if role is not None:
            yield _Candidate(index, place, role, height, _wording(line.text))


def _zone(page: Page, place: int, line: Line) -> tuple[Role | None, float]:
    """Return in which zone a line stands, and at which share of the page's height."""
    if line.box is None or page.height_pt <= 0:
        from_end = len(page.lines) - 1 - place
        if place < min(_ZONE_LINES, len(page.lines) // 2):
            return Role.HEADER, float(place)
        return (Role.FOOTER, -float(from_end)) if from_end < _ZONE_LINES else (None, 0.0)
    height = (line.box.y0 + line.box.y1) / 2 / page.height_pt
    if height <= _ZONE:
        return Role.HEADER, height
    return (Role.FOOTER, height) if height >= 1 - _ZONE else (None, height)


def _wording(text: str) -> str:
    return " ".join(_DIGITS.sub("#", text).casefold().split())


def _page_numbers(
    pages: Sequence[Page], candidates: Sequence[_Candidate]
) -> dict[tuple[int, int], Role]:
    """Find lines that hold nothing but a page number.

    `3 (12)` and `Sida 3` say what they are; a bare `3` is one where it counts up with the
    pages, and so are `3/6` and any number in a table: most are days, and sums.
    """
    marks: dict[tuple[int, int], Role] = {}
    bare: defaultdict[tuple[int, str | None], list[_Candidate]] = defaultdict(list)
    for found in candidates:
        line = pages[found.page].lines[found.line]
        match = _NUMBER.fullmatch(line.text.strip())
        if match is None:
            continue
        behind = int(match["page"]) - pages[found.page].number
        if _says_so(match, line) or (behind == 0 and _counted(match) == len(pages) > 1):
            marks[found.page, found.line] = Role.PAGE_NUMBER
        else:
            bare[behind, match["total"]].append(found)
    for group in bare.values():
        if len({found.page for found in group}) > 1:
            marks |= {(found.page, found.line): Role.PAGE_NUMBER for found in group}
    return marks | _damaged_numbers(pages, candidates, marks)


def _says_so(match: re.Match[str], line: Line) -> bool:
    """Tell whether a line can be nothing but a page number: `3 (12)`, `Sida 3`."""
    if _WORD_BEFORE.match(match[0]):
        return True
    unlike_a_day = "/" not in (match["total"] or "/") and line.role is not Role.TABLE_CELL
    return unlike_a_day and int(match["page"]) <= _counted(match)


def _counted(match: re.Match[str]) -> int:
    """Return how many pages there are as a page number says, 0 where it does not."""
    return int("".join(filter(str.isdigit, match["total"] or "")) or 0)


def _damaged_numbers(
    pages: Sequence[Page],
    candidates: Sequence[_Candidate],
    marks: Mapping[tuple[int, int], Role],
) -> dict[tuple[int, int], Role]:
    """Find what stands where other pages have their number, and has nothing but its signs."""
    numbered = {page for page, _ in marks}
    places = [
        (found.role, found.height, box)
        for found in candidates
        if (found.page, found.line) in marks
        and (box := pages[found.page].lines[found.line].box) is not None
    ]
    return {
        (found.page, found.line): Role.PAGE_NUMBER
        for found in candidates
        if found.page not in numbered
        and _DAMAGED_NUMBER.fullmatch((line := pages[found.page].lines[found.line]).text.strip())
        and any(
            found.role is role
            and abs(found.height - height) <= _SAME_HEIGHT
            and line.box is not None
            and _is_beside(line.box, box)
            for role, height, box in places
        )
    }


def _is_beside(one: Box, other: Box) -> bool:
    """Tell whether two lines of different pages begin, end or are centred alike."""
    offsets = (one.x0 - other.x0, one.x1 - other.x1, (one.x0 + one.x1 - other.x0 - other.x1) / 2)
    return min(map(abs, offsets)) <= _SAME_PLACE_PT


def _repeated(candidates: Sequence[_Candidate], page_count: int) -> Iterable[list[_Candidate]]:
    """Group lines that say the same at the same height; return groups of enough pages."""
    groups: list[list[_Candidate]] = []
    for found in candidates:
        group = next((group for group in groups if _is_same(group[-1], found)), None)
        if group is None:
            groups.append([found])
        else:
            group.append(found)
    needed = max(2, min(3, page_count - 1), round(_MIN_SHARE * min(page_count, 12)))
    for group in groups:
        if len({found.page for found in group}) >= needed:
            yield group


def _is_same(one: _Candidate, other: _Candidate) -> bool:
    return (
        one.page != other.page
        and one.role is other.role
        and abs(one.height - other.height) <= _SAME_HEIGHT
        and (
            one.wording == other.wording
            or fuzz.ratio(one.wording, other.wording, score_cutoff=_ALIKE) > 0
        )
    )
