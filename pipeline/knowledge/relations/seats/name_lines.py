"""Names alone in their lines, and the lines beside them that say what such a person is."""

import re
from collections.abc import Callable
from typing import Final

from pipeline.knowledge.relations.leads import is_label
from pipeline.knowledge.relations.seats.vocabulary import Word
from pipeline.knowledge.scene import NETWORKS, Named, Scene, Span
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
    r"[,;]? *(?:(?:tel\w*|mobil|e-post)[.:]* *)?(?:\+?\d[\d ()‑–-]{5,}|\S+@\S+)", re.IGNORECASE
)
_LONGEST_TITLE: Final = 80


def title_below(scene: Scene, roles: Roles, index: int) -> Span | None:
    """Return the line below a name alone that says what the person is.

    None where it heads those below it: a label that ends with a colon, or a seat below
    several names or below a name that such a label stands above.
    """
    blocks = scene.flow.blocks
    if index + 1 >= len(blocks) or not is_alone(scene, index):
        return None
    below = blocks[index + 1]
    span = Span(below.start, below.end)
    short = below.kind is BlockKind.TEXT and len(below.text) <= _LONGEST_TITLE
    if not short or below.text.rstrip().endswith(":") or scene.within(span, "person"):
        return None
    if scene.within(span, *NETWORKS) and not roles(span):
        return None
    if not is_seat(scene, roles, index + 1):
        return span
    heads = _SEVERAL.search(below.text) or _is_listed(scene, roles, index)
    return None if heads else span


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
    while index and blocks[index].kind is BlockKind.ITEM:
        if scene.within(Span(blocks[index].start, blocks[index].end), "person"):
            return None
        index -= 1
    if blocks[index].kind is BlockKind.ITEM or not _is_name(scene, index):
        return None
    return scene.within(Span(blocks[index].start, blocks[index].end), "person")[0]


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
