"""Roles of blocks: headings, list items, running text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout.lines import letter_height, level
from pipeline.layout.wording import (
    ends_sentence,
    goes_on,
    heading_number,
    is_all_capitals,
    is_contents_entry,
    is_labelled,
    is_unfinished,
    misread_items,
    names_one_of_many,
    starts_item,
    starts_like_title,
    starts_with_bullet,
    starts_with_capital_letter,
    starts_with_enumerator,
)
from pipeline.model.page import Line, Role

_MAX_LINES = 3
_MAX_CHARACTERS = 160
_TITLE_CHARACTERS = 80
_TITLE_WORDS = 5
_APART = 1.3
"""A block with so many times more room on one side belongs to what is on the other."""
_LARGER = 1.15


@dataclass(frozen=True, slots=True)
class _Body:
    """The print of the running text: its letter height in points, and whether it is bold."""

    height: float | None
    bold: bool
    has_fonts: bool


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of a block and their text."""

    lines: Sequence[Line]
    text: str


@dataclass(frozen=True, slots=True)
class _Around:
    """The texts before and after a block, empty at the ends, and the role of the latter.

    `room_below` is the room below the block, as steps from line to line, over that above it;
    1 where it is not known.
    """

    before: str
    after: str
    after_role: Role | None
    room_below: float


def roles(blocks: Sequence[Sequence[Line]]) -> list[Role]:
    """Return the role of each of a page's blocks, which are in reading order."""
    body = _body([line for block in blocks for line in block])
    texts = [" ".join(line.text for line in block) for block in blocks]
    misread = misread_items(texts)
    found: list[Role] = []
    # From the end, because what follows a line tells whether it is a heading.
    for index in range(len(blocks) - 1, -1, -1):
        around = _Around(
            before=texts[index - 1] if index else "",
            after=texts[index + 1] if found else "",
            after_role=found[-1] if found else None,
            room_below=_room_below(*blocks[index - 1 : index + 2]) if index and found else 1.0,
        )
        found.append(_role(_Block(blocks[index], texts[index]), body, around, misread[index]))
    return found[::-1]


def _room_below(above: Sequence[Line], block: Sequence[Line], below: Sequence[Line]) -> float:
    """Return the step to what is below a block over that from what is above it."""
    lines = (above[-1], block[0], block[-1], below[0])
    if any(line.box is None for line in lines):
        return 1.0
    before, first, last, after = map(level, lines)
    return (after - last) / (first - before) if first > before and after > last else 1.0


def _role(block: _Block, body: _Body, around: _Around, misread: bool) -> Role:
    text = block.text
    if starts_with_bullet(text) or misread:
        return Role.LIST_ITEM
    if _may_be_heading(block) and (
        _stands_out(block, body)
        or _is_numbered_title(text, body, around)
        or is_all_capitals(text)
        or (not body.has_fonts and _introduces(block, around))
    ):
        return Role.HEADING
    if not body.has_fonts and _is_numbered_sentence(block, around):
        return Role.HEADING
    number = heading_number(text) or "."
    misread_item = "," in text[:3] and "." not in number and _counts_on(number, around)
    item = (starts_with_enumerator(text) or misread_item) and not is_contents_entry(text)
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


def _may_be_heading(block: _Block) -> bool:
    text = block.text
    return (
        len(block.lines) <= _MAX_LINES
        and len(text) <= _MAX_CHARACTERS
        and sum(character.isalpha() for character in text) >= 2
        and starts_like_title(text)
        and not text.endswith((".", ",", ";"))
        and not is_contents_entry(text)
        and not _is_footnote(block.lines[0])
    )


def _is_footnote(line: Line) -> bool:
    """Tell whether a line begins with a number in much smaller print than what follows."""
    sizes = [word.font_size for word in line.words[:2] if word.font_size is not None]
    return len(sizes) == 2 and line.text[:1].isdigit() and sizes[0] < 0.8 * sizes[1]


def _stands_out(block: _Block, body: _Body) -> bool:
    if _is_all_bold(block) and not body.bold:
        return True
    heights = [height for line in block.lines if (height := letter_height(line)) is not None]
    if not heights or body.height is None:
        return False
    return min(heights) >= _LARGER * body.height


def _is_all_bold(block: _Block) -> bool:
    """Tell whether every word is bold: a bold label before a value heads nothing."""
    words = [word for line in block.lines for word in line.words]
    return bool(words) and all(word.bold for word in words)


def _is_numbered_title(text: str, body: _Body, around: _Around) -> bool:
    """Tell whether a number before a short title makes it a heading.

    `2.1 Mål` always is; `2. Mål` only where the print is not known, something follows,
    and the number does not count on from one block to the next, as in a list.
    """
    number = heading_number(text)
    if number is None or len(text) > _TITLE_CHARACTERS or text.endswith((":", "!", "?")):
        return False
    if "." in number or body.has_fonts:
        return "." in number
    return around.after != "" and not _counts_on(number, around)


def _counts_on(number: str, around: _Around) -> bool:
    """Tell whether a number goes on in the block before or after, as those of a list do."""
    beside = (heading_number(around.before), heading_number(around.after))
    return beside[0] == str(int(number) - 1) or beside[1] == str(int(number) + 1)


def _is_numbered_sentence(block: _Block, around: _Around) -> bool:
    """Tell whether a numbered line with a full stop (`1.2 Möten.`) heads a long paragraph."""
    number = heading_number(block.text)
    return (
        len(block.lines) == 1
        and len(block.text) <= _MAX_CHARACTERS
        and block.text.endswith(".")
        and number is not None
        and ("." in number or not _counts_on(number, around))
        and around.after_role is Role.BODY
        and len(around.after) > _MAX_CHARACTERS
    )


def _introduces(block: _Block, around: _Around) -> bool:
    """Tell whether a short line by itself, of unknown print, heads what follows."""
    text = block.text
    if len(block.lines) > 1 or len(text) > _TITLE_CHARACTERS or around.after_role is None:
        return False
    belongs_above = around.room_below > _APART or goes_on(text, around.after)
    lettered = map(starts_with_capital_letter, (text, around.before, around.after))
    item = starts_item(text) and list(lettered) != [True, False, False]
    one_of_facts = is_labelled(text) and any(map(is_labelled, (around.before, around.after)))
    if belongs_above or item or one_of_facts or not text[0].isupper():
        return False
    if ends_sentence(text):
        short = text.endswith(":") and len(text.split()) <= 4
        return short and around.after_role is Role.LIST_ITEM
    if around.after_role is Role.HEADING:
        return len(text.split()) <= _TITLE_WORDS and not names_one_of_many(text)
    if around.after_role is Role.LIST_ITEM or len(around.after) > _TITLE_CHARACTERS:
        return not (starts_with_bullet(around.before) and names_one_of_many(text))
    is_text = is_unfinished(around.after) or ends_sentence(around.after)
    return is_text and around.room_below < 1 / _APART and len(text.split()) <= _TITLE_WORDS
