"""Names alone in their lines, and the lines beside them that say what such a person is."""

import re
from collections.abc import Callable
from typing import Final

from pipeline.knowledge.relations.leads import is_label
from pipeline.knowledge.relations.seats.vocabulary import Word
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.textflow import BlockKind

Roles = Callable[[Span], list[Word]]
"""What finds the roles in a stretch of the flow."""

# Words for seats that are several persons'; `ersättare` may be one.
_SEVERAL: Final = re.compile(
    r"(?:ledamöter|suppleanter|representanter|tjänstemän|rapportörer|revisorer|observatörer"
    r"|personer)(?: \d.*)?",
    re.IGNORECASE,
)
_LONGEST_PARTY: Final = 7
# `Åsa Ek, 0480-44 00 00`, `Åsa Ek, asa.ek@almvik.se`
_REACHED: Final = re.compile(
    r"[,;]? *(?:(?:tel\w*|mobil\w*|e-post)[.:]* *)?(?:\+?\d[\d ()‑–-]{5,}|\S+@\S+)", re.IGNORECASE
)
# The same in several ways.
_CONTACTS: Final = re.compile(rf"(?:{_REACHED.pattern}\s*)+", re.IGNORECASE)
_LONGEST_TITLE: Final = 80
# Lines between a name and a title: whom somebody is of and how they are reached.
_ASIDES: Final = 4


def title_below(scene: Scene, roles: Roles, index: int) -> Span | None:
    """Return the line below a name alone that says what the person is.

    None where it heads those below it: a label that ends with a colon, or a seat below
    several names or below a name that such a label stands above. Whom the person is of may stand
    between them.
    """
    blocks = scene.flow.blocks
    if index + 1 >= len(blocks) or not is_alone(scene, index):
        return None
    if _is_aside(scene, index + 1):
        return _title_of_card(scene, roles, index)
    below = blocks[index + 1]
    span = Span(below.start, below.end)
    short = below.kind is BlockKind.TEXT and len(below.text) <= _LONGEST_TITLE
    if not short or below.text.rstrip().endswith(":") or scene.within(span, "person"):
        return None
    if not roles(span):
        return None
    if not is_seat(scene, roles, index + 1):
        return span
    heads = _SEVERAL.search(below.text) or _is_listed(scene, roles, index)
    return None if heads else span


def _title_of_card(scene: Scene, roles: Roles, index: int) -> Span | None:
    """Return the title below a name and whom the person is of, where such stand below names."""
    blocks = scene.flow.blocks
    lines = range(index + 1, min(index + 2 + _ASIDES, len(blocks)))
    below = next((line for line in lines if not _is_aside(scene, line)), None)
    if below is None or not _is_role_alone(scene, roles, below):
        return None
    if below + 1 < len(blocks) and is_seat(scene, roles, below + 1):
        return None  # they head columns
    above = index
    while above and _is_of_card(scene, roles, above - 1):
        above -= 1
    first = next(line for line in range(above, index + 1) if not _is_aside(scene, line))
    span = Span(blocks[below].start, blocks[below].end)
    return span if is_alone(scene, first) else None


def _is_of_card(scene: Scene, roles: Roles, index: int) -> bool:
    one = is_alone(scene, index) or _is_aside(scene, index)
    return one or _is_role_alone(scene, roles, index)


def _is_role_alone(scene: Scene, roles: Roles, index: int) -> bool:
    """Tell whether a line is the role of one person, and perhaps how the person is reached."""
    block = scene.flow.blocks[index]
    found = roles(Span(block.start, block.end))[:1]
    if not found or found[0].start > block.content_start or _SEVERAL.search(block.text):
        return False
    rest = scene.flow.text[found[0].end : block.end].strip()
    return not (rest or is_label(block.text)) or bool(_CONTACTS.fullmatch(rest))


def _is_aside(scene: Scene, index: int) -> bool:
    """Tell whether a line is no more than whom somebody is of, or how they are reached."""
    block = scene.flow.blocks[index]
    if block.kind not in {BlockKind.TEXT, BlockKind.HEADING}:
        return False
    text = block.content.strip()
    named = scene.within(Span(block.start, block.end), "organisation", "place")[:1]
    whose = named and named[0].end - named[0].start >= len(text)
    return bool(whose or _CONTACTS.fullmatch(text))


def title_above(scene: Scene, roles: Roles, index: int) -> Span | None:
    """Return the line above a name alone that is a title and not that of a name above it."""
    if index == 0 or not is_alone(scene, index):
        return None
    above = scene.flow.blocks[index - 1]
    span = Span(above.start, above.end)
    found = roles(span)[:1]
    whole = found and found[0].is_title and found[0].end - found[0].start >= len(above.text.strip())
    others = index > 1 and title_below(scene, roles, index - 2) is not None
    return span if whole and not others else None


def person_of_item(scene: Scene, roles: Roles, index: int) -> Named | None:
    """Return whose seat an item is that begins with it: the name alone above its list."""
    blocks = scene.flow.blocks
    span = Span(blocks[index].content_start, blocks[index].end)
    found = roles(span)[:1]
    if not found or found[0].start != span.start or is_label(blocks[index].content):
        return None
    while index and blocks[index].kind is BlockKind.ITEM and not _heads_items(scene, index):
        if scene.within(Span(blocks[index].start, blocks[index].end), "person"):
            return None
        index -= 1
    item = blocks[index].kind is BlockKind.ITEM and not _heads_items(scene, index)
    if item or not _is_name(scene, index):
        return None
    return scene.within(Span(blocks[index].start, blocks[index].end), "person")[0]


def _heads_items(scene: Scene, index: int) -> bool:
    """Tell whether an item without a sign is a name, above items of that person's with one."""
    blocks = scene.flow.blocks
    below = blocks[index + 1 : index + 2]
    signed = any(block.kind is BlockKind.ITEM and block.marker for block in below)
    return signed and not blocks[index].marker and _is_name(scene, index)


def _is_listed(scene: Scene, roles: Roles, index: int) -> bool:
    """Tell whether a name stands below another, or below a seat that is nobody's above it."""
    if index == 0 or is_alone(scene, index - 1):
        return index > 0
    return is_seat(scene, roles, index - 1) and not (index > 1 and is_alone(scene, index - 2))


def is_alone(scene: Scene, index: int) -> bool:
    """Tell whether a line is a person and perhaps a party, with nothing said of them."""
    return scene.flow.blocks[index].kind is BlockKind.TEXT and _is_name(scene, index)


def _is_name(scene: Scene, index: int) -> bool:
    block = scene.flow.blocks[index]
    persons = scene.within(Span(block.start, block.end), "person")
    if len(persons) != 1:
        return False
    rest = scene.flow.text[persons[0].end : block.end].strip()
    said = len(rest) > _LONGEST_PARTY and not _REACHED.fullmatch(rest)
    return persons[0].start == block.content_start and not said


def reach_end(text: str, end: int) -> int:
    """Return where it ends how somebody is reached, told in the line of the name that ends."""
    reached = _REACHED.match(text, end)
    return reached.end() if reached and text[reached.end() : reached.end() + 1] == "\n" else end


def is_seat(scene: Scene, roles: Roles, index: int) -> bool:
    """Tell whether a line names a seat and nothing else: `Ledamöter 2019`, `Ordförande:`."""
    block = scene.flow.blocks[index]
    found = roles(Span(block.start, block.end))[:1]
    whole = found and found[0].end - found[0].start >= len(block.text.strip(" :"))
    return is_label(block.text) or bool(whole and not found[0].is_title)
