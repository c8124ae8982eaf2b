"""Roles of blocks: headings, list items, running text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout.lines import letter_height
from pipeline.layout.wording import (
    ends_sentence,
    heading_number,
    is_all_capitals,
    is_contents_entry,
    starts_item,
    starts_like_title,
    starts_with_bullet,
    starts_with_enumerator,
    starts_with_misread_bullet,
)
from pipeline.model.page import Line, Role

_MAX_LINES = 3
_MAX_CHARACTERS = 160
_TITLE_CHARACTERS = 80
_LARGER = 1.15
# Heights of words in an image vary by which letters they hold.
_LARGER_IN_IMAGE = 1.3


@dataclass(frozen=True, slots=True)
class _Body:
    """The print of the running text: its letter height in points, and whether it is bold."""

    height: float | None
    bold: bool
    has_fonts: bool


def roles(blocks: Sequence[Sequence[Line]]) -> list[Role]:
    """Return the role of each of a page's blocks, which are in reading order."""
    body = _body([line for block in blocks for line in block])
    misread = sum(starts_with_misread_bullet(block[0].text) for block in blocks) >= 2
    found: list[Role] = []
    # From the end, because what follows a line tells whether it is a heading.
    for index in range(len(blocks) - 1, -1, -1):
        following = (found[-1], _text(blocks[index + 1])) if found else None
        found.append(_role(blocks[index], body, following, misread))
    return found[::-1]


def _role(
    block: Sequence[Line], body: _Body, following: tuple[Role, str] | None, misread: bool
) -> Role:
    text = _text(block)
    if starts_with_bullet(text) or (misread and starts_with_misread_bullet(text)):
        return Role.LIST_ITEM
    if _may_be_heading(block, text) and (
        _stands_out(block, body)
        or _is_numbered_title(text, body, following)
        or (len(block) == 1 and is_all_capitals(text))
        or (not body.has_fonts and _introduces(block, text, following))
    ):
        return Role.HEADING
    if _is_numbered_sentence(block, text, body, following):
        return Role.HEADING
    item = starts_with_enumerator(text) and not is_contents_entry(text)
    return Role.LIST_ITEM if item else Role.BODY


def _body(lines: Sequence[Line]) -> _Body:
    """Return the print that most characters of a page have."""
    sizes: Counter[float] = Counter()
    bold = total = 0
    for line in lines:
        height = letter_height(line)
        if height is not None:
            sizes[round(height * 2) / 2] += len(line.text)
        bold += len(line.text) * line.bold
        total += len(line.text)
    height = sizes.most_common(1)[0][0] if sizes else None
    fonts = any(line.font_size is not None for line in lines)
    return _Body(height, bold * 2 > total, fonts)


def _may_be_heading(block: Sequence[Line], text: str) -> bool:
    return (
        len(block) <= _MAX_LINES
        and len(text) <= _MAX_CHARACTERS
        and sum(character.isalpha() for character in text) >= 2
        and starts_like_title(text)
        and not text.endswith((".", ",", ";"))
        and not is_contents_entry(text)
        and not _is_footnote(block[0])
    )


def _is_footnote(line: Line) -> bool:
    """Tell whether a line begins with a number in much smaller print than what follows."""
    sizes = [word.font_size for word in line.words[:2] if word.font_size is not None]
    return len(sizes) == 2 and line.text[:1].isdigit() and sizes[0] < 0.8 * sizes[1]


def _stands_out(block: Sequence[Line], body: _Body) -> bool:
    if all(line.bold for line in block) and not body.bold:
        return True
    heights = [height for line in block if (height := letter_height(line)) is not None]
    if not heights or body.height is None:
        return False
    return min(heights) >= (_LARGER if body.has_fonts else _LARGER_IN_IMAGE) * body.height


def _is_numbered_title(text: str, body: _Body, following: tuple[Role, str] | None) -> bool:
    """Tell whether a number before a short title makes it a heading.

    `2.1 Mål` always is; `2. Mål` only where the print is not known and running text
    follows, because the lines of a numbered list look alike.
    """
    number = heading_number(text)
    if number is None or len(text) > _TITLE_CHARACTERS or text.endswith((":", "!", "?")):
        return False
    if "." in number or body.has_fonts:
        return "." in number
    return following is not None and not starts_with_enumerator(following[1])


def _is_numbered_sentence(
    block: Sequence[Line], text: str, body: _Body, following: tuple[Role, str] | None
) -> bool:
    """Tell whether a numbered line with a full stop (`1.2 Möten.`) heads a long paragraph."""
    return (
        not body.has_fonts
        and len(block) == 1
        and len(text) <= _MAX_CHARACTERS
        and text.endswith(".")
        and heading_number(text) is not None
        and following is not None
        and following[0] is Role.BODY
        and len(following[1]) > _MAX_CHARACTERS
    )


def _introduces(block: Sequence[Line], text: str, following: tuple[Role, str] | None) -> bool:
    """Tell whether a short line by itself, of unknown print, heads what follows."""
    if len(block) > 1 or len(text) > _TITLE_CHARACTERS or following is None:
        return False
    if starts_item(text) or not text[0].isupper():
        return False
    role, after = following
    if ends_sentence(text):
        return text.endswith(":") and len(text.split()) <= 4 and role is Role.LIST_ITEM
    return role in (Role.HEADING, Role.LIST_ITEM) or len(after) > _TITLE_CHARACTERS


def _text(block: Sequence[Line]) -> str:
    return " ".join(line.text for line in block)
