"""Members that nothing knows, in rows of members: `ägs av Region Almvik och Ekby lärosäte`."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from pipeline.knowledge.relations.memberships.coordination import OWN_NOUN
from pipeline.knowledge.relations.memberships.lines import is_row, member_lines
from pipeline.knowledge.relations.memberships.rows import (
    AS_MEMBERS,
    END,
    MEMBERS_ARE,
    MEMBERS_TOO,
    OF_MEMBERS,
    WHERE_MEMBERS,
)
from pipeline.knowledge.textflow import Block, Flow

_NAME: Final = (
    r"(?!(?:Kommunerna|Städerna|Regionerna|Landstingen|Länen)\b)"
    r"[^\W\d_a-zåäö][\w-]+(?: [^\W\d_a-zåäö][\w-]+){0,2}"
)
_ROW: Final = re.compile(rf"{_NAME}(?:, {_NAME})+,? (?:och|samt) {_NAME}")
_NAMES_ALONE: Final = re.compile(rf"{_NAME}(?:(?:, |,? (?:och|samt) ){_NAME})+")
_NAMES: Final = re.compile(_NAME)
# What an organisation is by its last word: `Göta lärosäte`, `Kustkommunernas förbund`.
_HEAD: Final = (
    r"[a-zåäö]*(?:universitet|högskola|lärosäte|förbund|förening|kammare|sällskap|bolag|stiftelse"
    r"|landsting|fylke|kommun|museum|sjukhus|akademi|institut|råd|center|centrum|bank|stift|samfund"
    r"|distrikt|stad)(?:e[tnr]?|n)?"
)
_WORD: Final = r"[^\W\d_a-zåäö][\w'’&/–-]*"
_MEMBER: Final = re.compile(
    r"(?:(?:föreningen|stiftelsen|bolaget|företaget|kommunalförbundet) )?"
    rf"(?P<name>{_WORD}(?: (?:{_WORD}|&|{_HEAD}|(?:i|för) {_WORD}|läns?))*)(?: \([^()]*\))?[.:]?"
)
# Whose name may be a person's: two words or three, both as names are written.
_LIKE_PERSON: Final = re.compile(rf"{_WORD}(?: {_WORD}){{1,2}}")
_PARTS: Final = re.compile(r",? (?:och|samt|såväl som) |, (?:samt )?")
# Who else stands in a row and is no name: `länets elva kommuner`, `regionen`.
_NO_NAME: Final = re.compile(
    rf"(?:även |också )?{OWN_NOUN}"
    r"|(?:[a-zåäö]+ ){1,3}(?:kommun|region|landsting|stad|städ|län|högskol|universitet)[a-zåäö]*"
)
# What governs a place, by whose name alone it may be called: `Ekby` of `Ekby kommun`.
_GOVERNING: Final = re.compile(
    r"\b(?:(?:region|landstinget(?: i)?|\w+förbundet) (?P<area>\w+)"
    r"|(?P<town>\w+?)s? (?:kommun|stad)\b)",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"(?<=[a-zåäö)])[.;] (?=[A-ZÅÄÖ])")
_FIRST: Final = re.compile(r":? *(?:(?:såväl|både|även|också|bland (?:andra|annat)) )?")


def unknown_members(flow: Flow, known: Collection[int]) -> Iterator[tuple[int, str]]:
    """Yield what stands in a row of members and is not known, each with where it begins.

    `known` is where organisations and places begin: rows that hold one of them right where
    members are told, or two of them anywhere, are of their like.
    """
    short = {m[m.lastgroup or 0].casefold() for m in _GOVERNING.finditer(flow.text)}
    below = {block.start for _, block in member_lines(flow.blocks) if is_row(block.content)}
    for block in flow.blocks:
        yield from _in_rows(block, known, is_below=block.start in below)
        for row in _told_rows(block.text):
            items = [(block.start + start, name) for start, name in _items(block.text, row)]
            yield from (one for one in _unknown(items, known) if one[1].casefold() not in short)


def _in_rows(block: Block, known: Collection[int], *, is_below: bool) -> Iterator[tuple[int, str]]:
    """Yield the unknown of rows of three names or more in a block that tells of members."""
    told = is_below or MEMBERS_ARE.search(block.text) or OF_MEMBERS.search(block.text)
    pattern = _NAMES_ALONE if is_below else _ROW
    for row in pattern.finditer(block.text) if told else ():
        items = [
            (block.start + item.start(), item[0])
            for item in _NAMES.finditer(block.text, *row.span())
        ]
        if sum(start in known for start, _ in items) > 1:
            yield from ((start, name) for start, name in items if start not in known)


def _told_rows(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text tells members, from right behind what leads to them."""
    for head in MEMBERS_ARE.finditer(text):
        end = END.search(text, head.end())
        stop = _SENTENCE_END.search(text, head.end())
        ends = [match.start() for match in (end, stop) if match]
        yield head.end(), min([*ends, len(text)])
    for pattern in (MEMBERS_TOO, WHERE_MEMBERS, AS_MEMBERS):
        for row in pattern.finditer(text):
            yield row.span(row.lastgroup or 0)


def _items(text: str, row: tuple[int, int]) -> list[tuple[int, str]]:
    """Return the names of a row, each with where it begins, as far as it is but names."""
    first = _FIRST.match(text, *row)
    start = first.end() if first else row[0]
    items: list[tuple[int, str]] = []
    ends = [*(part.span() for part in _PARTS.finditer(text, start, row[1])), (row[1], row[1])]
    for end, following in ends:
        item = text[start:end]
        if name := _MEMBER.fullmatch(item):
            items.append((start + name.start("name"), name["name"]))
        elif not _NO_NAME.fullmatch(item):
            break
        start = following
    return items


def _unknown(items: Sequence[tuple[int, str]], known: Collection[int]) -> list[tuple[int, str]]:
    """Return those of a row that are not known, if others are enough to tell what they are."""
    unlike = [name for start, name in items if start in known or not _LIKE_PERSON.fullmatch(name)]
    if not any(start in known for start, _ in items):
        return []
    return [
        (start, name)
        for start, name in items
        if start not in known and (name in unlike or len(unlike) > 1)
    ]
