"""Words, boxes and ruled tables of a PDF page, by pdfplumber."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from statistics import median
from typing import Any

from pdfminer.layout import LTChar, LTItem
from pdfplumber.page import Page as PlumberPage
from pdfplumber.utils.text import extract_words

from pipeline.ingest.page_content import PageContent
from pipeline.ingest.pdf_damage import is_content_damaged
from pipeline.ingest.pdf_tables import find_grids
from pipeline.ingest.pdfium_characters import BOLD
from pipeline.ingest.plain_pages import SPACE_RATIO
from pipeline.model.geometry import Box
from pipeline.model.page import Word

# Reading directions of characters turned clockwise by so many degrees, for pdfplumber.
_DIRECTIONS = {
    0: {"line_dir": "ttb", "char_dir": "ltr"},
    90: {"line_dir_rotated": "rtl", "char_dir_rotated": "ttb"},
    180: {"line_dir": "btt", "char_dir": "rtl"},
    270: {"line_dir_rotated": "ltr", "char_dir_rotated": "btt"},
}


def read_page(page: PlumberPage) -> PageContent:
    """Return what pdfplumber finds on a page, turned so that most of its text is upright."""
    damaged = is_content_damaged(page.page_obj)
    upright = _visible_part(page, turn=0)
    turn = _turn_of_text(upright.chars)
    if turn:
        upright.close()
        upright = _visible_part(page, turn=turn)
    try:
        return replace(_content(upright, turn), damaged=damaged)
    finally:
        upright.close()


def _visible_part(page: PlumberPage, turn: int) -> PlumberPage:
    """Return a page whose paper is what is seen of it, turned clockwise by `turn` degrees.

    pdfplumber measures from the media box and misplaces the crop box of some rotated
    pages; with the crop box as the only box, both are right.
    """
    raw = page.page_obj
    media, crop = _ordered(raw.mediabox), _ordered(raw.cropbox)
    visible = (
        max(media[0], crop[0]),
        max(media[1], crop[1]),
        min(media[2], crop[2]),
        min(media[3], crop[3]),
    )
    if visible[0] >= visible[2] or visible[1] >= visible[3]:
        visible = media
    raw.mediabox = raw.cropbox = visible
    raw.rotate = (raw.rotate + turn) % 360
    raw.attrs["MediaBox"] = list(visible)
    raw.attrs["Rotate"] = raw.rotate
    for other in ("CropBox", "TrimBox", "BleedBox", "ArtBox"):
        raw.attrs.pop(other, None)
    return _LeanPage(page.pdf, raw, page_number=page.page_number, initial_doctop=0)


class _LeanPage(PlumberPage):
    """A page whose characters have what is asked of them here, and no more.

    pdfplumber copies all that pdfminer knows of each, which takes more than half of the time
    that it needs for a page of text.
    """

    def process_object(self, obj: LTItem) -> dict[str, Any]:
        """Return an object as pdfplumber does: places from the top left of the media box."""
        if not isinstance(obj, LTChar):
            return dict(super().process_object(obj))
        left, upper = self.mediabox[:2]
        font = obj.fontname
        return {
            "object_type": "char",
            "text": obj.get_text(),
            "fontname": font if isinstance(font, str) else bytes(font).decode("latin-1"),
            "size": obj.size,
            "width": obj.width,
            "height": obj.height,
            "matrix": obj.matrix,
            "upright": obj.upright,
            "x0": obj.x0 + left,
            "x1": obj.x1 + left,
            "top": self.height - obj.y1 + upper,
            "bottom": self.height - obj.y0 + upper,
            "doctop": self.height - obj.y1 + upper,
        }


def _ordered(box: Sequence[float]) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = box
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _turn_of_text(chars: Sequence[dict[str, Any]]) -> int:
    """Return by how many degrees clockwise the page must turn for its text to stand upright."""
    angles = Counter(_angle(char) for char in chars if not char["text"].isspace())
    if not angles:
        return 0
    angle, count = angles.most_common(1)[0]
    return (360 - angle) % 360 if angle and count > 2 * angles[0] else 0


def _angle(char: dict[str, Any]) -> int:
    """Return how far a character is turned clockwise, to the nearest 90 degrees."""
    return _angle_of(*char["matrix"][:2])


@lru_cache(maxsize=1024)
def _angle_of(a: float, b: float) -> int:
    return round(-math.degrees(math.atan2(b, a)) / 90) % 4 * 90


def _content(page: PlumberPage, turn: int) -> PageContent:
    left, top = page.bbox[0], page.bbox[1]
    chars: dict[int, list[dict[str, Any]]] = {0: [], 90: [], 180: [], 270: []}
    for char in _once(_seen(page)):
        chars[_angle(char)].append(char)
    words = _words(chars[0], left, top)
    grids = find_grids(page.edges, words, (left, top)) if words else ()
    sideways = _sideways_lines(chars, left, top)
    drawn = len(page.curves) + len(page.rects) + len(page.lines)
    return PageContent(
        number=page.page_number,
        width=float(page.width),
        height=float(page.height),
        words=tuple(words),
        sideways=tuple(sideways),
        grids=grids,
        images=tuple(_boxes(page.images, left, top)),
        drawn=drawn,
        rotation=turn,
    )


def _seen(page: PlumberPage) -> list[dict[str, Any]]:
    """Return the characters whose middles lie on the paper."""
    x0, top, x1, bottom = page.bbox
    return [
        char
        for char in page.chars
        if x0 <= (char["x0"] + char["x1"]) / 2 <= x1
        and top <= (char["top"] + char["bottom"]) / 2 <= bottom
    ]


def _once(chars: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return characters without those printed twice over each other to look bold.

    Narrow letters that stand side by side (`ll`) are nearer to each other than a point.
    """
    taken: defaultdict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
    once = []
    for char in chars:
        text, row = char["text"], round(char["top"])
        near = (other for step in (0, -1, 1) for other in taken.get((text, row + step), ()))
        if text.isspace() or not any(abs(char["x0"] - o["x0"]) < o["width"] / 2 for o in near):
            once.append(char)
            taken[text, row].append(char)
    return once


def _words(chars: Sequence[dict[str, Any]], left: float, top: float, angle: int = 0) -> list[Word]:
    """Return the words of characters turned clockwise by `angle`, in reading order."""
    found = extract_words(
        list(chars), return_chars=True, x_tolerance_ratio=SPACE_RATIO, **_DIRECTIONS[angle]
    )
    return [_word(one, left, top) for one in found]


def _sideways_lines(
    chars: Mapping[int, Sequence[dict[str, Any]]], left: float, top: float
) -> list[tuple[Word, ...]]:
    """Return the lines that are not upright: those of one direction after the other.

    `chars` are those turned clockwise by each angle.
    """
    lines: list[list[Word]] = []
    for angle in (90, 180, 270):
        before: Word | None = None
        for word in _words(chars[angle], left, top, angle) if chars[angle] else ():
            if before is not None and _on_a_line(before, word, angle):
                lines[-1].append(word)
            else:
                lines.append([word])
            before = word
    return [tuple(line) for line in lines]


def _on_a_line(before: Word, word: Word, angle: int) -> bool:
    one, other = before.box, word.box
    if one is None or other is None:
        return False
    if angle == 180:
        return min(one.y1, other.y1) - max(one.y0, other.y0) > 0.5 * one.height
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 0.5 * one.width


def _word(found: dict[str, Any], left: float, top: float) -> Word:
    chars = found["chars"]
    bold = sum(BOLD.search(char["fontname"]) is not None for char in chars)
    return Word(
        # A soft hyphen in print stands at the end of a line, and shows.
        text=found["text"].replace("\u00ad", "-"),
        box=_box(found, left, top),
        font_size=round(median(char["size"] for char in chars), 2),
        bold=bold * 2 > len(chars),
    )


def _box(thing: dict[str, Any], left: float, top: float) -> Box:
    return Box(
        round(thing["x0"] - left, 2),
        round(thing["top"] - top, 2),
        round(max(thing["x1"], thing["x0"]) - left, 2),
        round(max(thing["bottom"], thing["top"]) - top, 2),
    )


def _boxes(things: Sequence[dict[str, Any]], left: float, top: float) -> list[Box]:
    return [_box(thing, left, top) for thing in things]
