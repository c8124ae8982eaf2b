"""Projects that headings name, with what stands below them."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.projects.below_title import (
    SHORT_BEHIND,
    called_by,
    sentences,
    told_below,
)
from pipeline.knowledge.relations.projects.names import (
    holds_verb,
    may_be_name,
    sorts_projects,
)
from pipeline.knowledge.structure.fields import field_of
from pipeline.knowledge.structure.grids import COLUMN_WORDS
from pipeline.knowledge.structure.labels import named_activity
from pipeline.knowledge.telling import SLOTS, Telling, spans_inside
from pipeline.knowledge.textflow import Block, BlockKind, Flow

_OF_PROJECTS: Final = re.compile(r"projekt(?!et\b|ets\b|ledare|kontor|medel|ägare)", re.IGNORECASE)
_OF_PROJECT: Final = re.compile(r"\bprojekt(?:et|en|ets)?\b", re.IGNORECASE)
# A title that says that it names a project: `Projekt Havsro, tystare vikar:`
_CALLED: Final = re.compile(
    r"(?:Projekt(?:et)?|(?:EU|ESF|Interreg)-projekt(?:et)?|Förstudien|Pilotprojektet):? "
    r"(?:[\"”“»](?P<quoted>[^\"”“«»]{2,90})[\"”“«]"
    r"|(?P<name>(?!(?:19|20)\d\d)[^\W_a-zåäö][^,:;()\"”“«]+?))(?: \([^()]*\))?"
    r"(?:(?:,| [–—]) (?P<description>[^:;]{4,}))?:?"
)
# A paragraph whose project can only be the title above it.
_SPEAKS: Final = re.compile(
    r"(?:(?:Projektet|Förstudien|Detta projekt)(?! (?:kan|måste|bör|får|behöver|har namnet|heter"
    r"|kallas|ska (?:vara|ha|kunna))\b)"
    r"|(?:Projektets|Förstudiens)|(?:Syftet|Målet|Tanken) med projektet|(?:I|Inom|Genom"
    r"|Med) projektet|Med (?:syfte|mål) att)"
    r"(?! [A-ZÅÄÖ\"”“»])"
)
_FINITE: Final = re.compile(
    r"\b(?:är|var|har|hade|ska|skall|kan|får|fick|blir|blev|bör|vill|\w+(?:ade|ades|ar vi|er vi)"
    r"|finns)\b"
    r"|[Pp]rojekt|\d{4}"
)
_TO_READERS: Final = re.compile(r"\b(?:du|ni|er|ert|ditt|din)\b|\bsök(?:a|er) stöd\b")
_PARTS_FOLLOW: Final = re.compile(
    r"(?:om projektet|projekt(?:beskrivning|fakta|information)|(?:kort |fakta )om projektet)",
    re.IGNORECASE,
)
_STUDIES: Final = re.compile(r"\bförstudie", re.IGNORECASE)
_STUDY: Final = re.compile(r"^Förstudie (?=[^\W\d_a-zåäö])")
# What programmes sort their projects by: `Insatsområde: Grön ekonomi`
_PART_OF_PROGRAMME: Final = re.compile(
    r"(?:(?:Del|Insats|Program|Fokus|Prioriterat )område|Prioritering|Tema|Utlysning)",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(r"(?:Publicera[dt]|Uppdatera[dt]|Skriv(?:en|et) av)\b")
# A heading that says that each title below it names a project.
_EACH: Final = re.compile(
    r"(?:Pågående|Avslutade|Aktuella|Genomförda|Tidigare|Beviljade|Våra(?: \w+)?)"
    r" (?:EU-|ESF-|Interreg-|utvecklings|samarbets)?projekt",
    re.IGNORECASE,
)
# What tells of several projects, none of which the title above names alone.
_SEVERAL: Final = re.compile(
    r"\b(?:[Tt]vå|[Tt]re|[Ff]yra|[Ff]em|[Ss]ex|[Ff]lera|[Ff]öljande) (?:[\w-]+ ){0,2}?"
    r"[\w-]*projekt\b"
)
_LONGEST_NAME: Final = 90
_LONGEST_CAPTION: Final = 50
# A second name behind a title's own: in brackets, or its letters behind a dash.
_BEHIND: Final = re.compile(rf"(?: \([^()]*\)|{SHORT_BEHIND})$")


def titled_projects(flow: Flow, funders: Sequence[Span]) -> Iterator[Telling]:
    """Yield the titles that name projects.

    They stand below a heading about projects, say so themselves (`Projektet X`), or what stands
    below speaks of `the project`, which can only be theirs.
    """
    blocks = flow.blocks
    meant_below = {i for i in range(len(blocks)) if _is_meant_below(blocks, i)}
    meant_below |= _sorted_alike(blocks, meant_below)
    heads = [
        i
        for i, b in enumerate(blocks)
        if _is_head(b)
        or _is_line_above(blocks, i, funders)
        or i in meant_below
        or _is_said_again(blocks, i)
        or _is_called_above(blocks, i)
    ]
    about = each = False
    for place, next_ in pairwise([*heads, len(blocks)]):
        block = blocks[place]
        title = named_activity(block)
        text = title.title if title else block.content.strip()
        whole = Span(block.content_start, blocks[_end_of_item(blocks, place, next_) - 1].end)
        called = _called(text)
        meant = place in meant_below
        if called is None and _OF_PROJECTS.search(text):
            about, each = True, _EACH.fullmatch(text) is not None
        elif (
            called
            or meant
            or (
                about
                and may_be_name(text)
                and (
                    (each and is_paragraph(blocks, place + 1))
                    or _is_paid_for(block, funders)
                    or _tells_of_project(blocks[place + 1 : next_], funders)
                )
            )
        ):
            if called or meant or not block.marker or _is_paid(blocks, place, funders):
                yield from _named(flow, block, called or text, whole, funders)
        elif block.kind is BlockKind.HEADING and not sorts_projects(text):
            about = each = False


def _called(title: str) -> re.Match[str] | None:
    """Return how a title says that it names a project; none that tells what happened does."""
    match = _CALLED.fullmatch(title)
    return match if match and (match["quoted"] or not holds_verb(match["name"])) else None


def _is_said_again(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a short line is what the paragraph below begins with: `Havsro` / `Havsro är`."""
    title = blocks[index].content.strip()
    short = blocks[index].kind is BlockKind.TEXT and 2 < len(title) <= _LONGEST_CAPTION
    return (
        short and is_paragraph(blocks, index + 1) and blocks[index + 1].text.startswith(f"{title} ")
    )


def _is_called_above(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line above a paragraph says that it names a project: `Projekt Havsro:`."""
    text = blocks[index].content.rstrip()
    line = blocks[index].kind is BlockKind.TEXT and len(text) <= _LONGEST_NAME
    return line and text.endswith(":") and bool(_called(text)) and is_paragraph(blocks, index + 1)


def is_paragraph(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether the block at a place is plain text that ends as sentences do."""
    below = blocks[index : index + 1]
    return bool(below) and below[0].kind is BlockKind.TEXT and below[0].text.rstrip()[-1:] in ".!?"


def _end_of_item(blocks: Sequence[Block], place: int, end: int) -> int:
    """Return where what belongs to a title ends: that of an item at the next item."""
    if blocks[place].kind is not BlockKind.ITEM:
        return end
    items = (i for i in range(place + 1, end) if blocks[i].kind is BlockKind.ITEM)
    return next(items, end)


def _is_paid(blocks: Sequence[Block], place: int, funders: Sequence[Span]) -> bool:
    """Tell whether the paragraph right below a numbered title names who pays."""
    below = blocks[place + 1 : place + 2]
    return bool(below) and bool(spans_inside(funders, Span(below[0].start, below[0].end)))


def _named(
    flow: Flow, block: Block, title: re.Match[str] | str, whole: Span, funders: Sequence[Span]
) -> Iterator[Telling]:
    """Yield the project that a title names; a match holds its parts."""
    if isinstance(title, str):
        name = called_by(title) or _BEHIND.sub("", title.rstrip(" :"))
    else:
        name = (title["quoted"] or title["name"]).strip()
    if len(name) <= _LONGEST_NAME:
        start = block.text.index(name) + block.start
        told = told_below(flow, Span(start, start + len(name)), whole, funders)
        explains = None if isinstance(title, str) else title["description"]
        if explains:
            start = block.start + block.text.index(explains)
            told = replace(told, description=Span(start, start + len(explains)))
        yield told


def _is_head(block: Block) -> bool:
    heading = block.kind is BlockKind.HEADING and field_of(block, 0) is None
    return heading or named_activity(block) is not None or is_caption(block)


def _is_meant_below(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether what stands below a title speaks of `the project` that it must name."""
    block = blocks[index]
    text = block.content.strip()
    if block.kind is BlockKind.CELL or text[-1:] in ".!?;,":
        return False
    below = _below_facts(blocks, index)
    if not below:
        return False
    if field_of(block, index) is not None or not may_be_name(_STUDY.sub("", text)):
        return False
    if below[0].kind is not BlockKind.TEXT:
        return bool(_PARTS_FOLLOW.fullmatch(below[0].text.strip()))
    paragraph = below[0].text
    speaks = _SPEAKS.match(paragraph)
    first, *others = sentences(paragraph)
    if speaks is None:
        speaks = next(filter(None, map(_SPEAKS.match, others)), None)
        if speaks and _FINITE.search(first):
            speaks = re.search(rf"(?<!\w){re.escape(text)}(?!\w)", paragraph)
    return speaks is not None and not _TO_READERS.search(paragraph)


def _sorted_alike(blocks: Sequence[Block], meant: Collection[int]) -> set[int]:
    """Return the titles above `Delområde: ` and the like, if any of several is `meant` so."""
    found = {
        index
        for index, (title, below) in enumerate(pairwise(blocks))
        if (field := field_of(below, index + 1))
        and _PART_OF_PROGRAMME.fullmatch(field.label)
        and field_of(title, index) is None
        and title.kind in {BlockKind.TEXT, BlockKind.HEADING}
        and may_be_name(title.content.strip(" !?"))
    }
    several = len(found) > 1 and any(index in meant for index in found)
    return found if several else set()


def _below_facts(blocks: Sequence[Block], index: int) -> Sequence[Block]:
    """Return the block below a title, past who published it and labelled lines."""
    place = index + 1
    while place < len(blocks) and (
        blocks[place].kind is BlockKind.CELL
        or _PUBLISHED.match(blocks[place].text)
        or _tells_fact(blocks[place], place)
    ):
        place += 1
    return blocks[place : place + 1]


def _tells_fact(block: Block, place: int) -> bool:
    """Tell whether a labelled line tells what projects have, or whom to ask about them."""
    field = field_of(block, place)
    return field is not None and (
        _PART_OF_PROGRAMME.fullmatch(field.label) is not None
        or any(COLUMN_WORDS[slot].match(field.label) for slot in (*SLOTS, "contact"))
    )


def is_caption(block: Block) -> bool:
    """Tell whether a line says by itself that projects follow: `TRE NYA PROJEKT`."""
    text = block.text.rstrip()
    short = len(text) <= _LONGEST_CAPTION and text[-1:] not in ".:;,!?"
    if not short or block.kind is not BlockKind.TEXT:
        return False
    return bool(_OF_PROJECTS.search(text) or _STUDIES.search(text))


def _is_line_above(blocks: Sequence[Block], index: int, funders: Sequence[Span]) -> bool:
    """Tell whether a short line stands alone above a paragraph that names a funder."""
    if index + 1 >= len(blocks):
        return False
    line, below = blocks[index], blocks[index + 1]
    plain = line.kind in {BlockKind.TEXT, BlockKind.ITEM} and below.kind is BlockKind.TEXT
    plain = plain and (line.kind is BlockKind.TEXT or is_paragraph(blocks, index + 1))
    plain = plain and field_of(line, index) is None and field_of(below, index + 1) is None
    alone = len(line.text) <= _LONGEST_NAME and line.text.rstrip()[-1:] not in ".,:;!?"
    names_funder = bool(spans_inside(funders, Span(below.start, below.end)))
    return (
        plain and alone and names_funder and not spans_inside(funders, Span(line.start, line.end))
    )


def _is_paid_for(title: Block, funders: Sequence[Span]) -> bool:
    """Tell whether a title ends with who pays in brackets: `Havsro – tyst (Interreg Nord)`."""
    bracket = title.text.rfind(" (")
    inside = Span(title.start + max(bracket, 0), title.end)
    return title.text.endswith(")") and bracket > 0 and bool(spans_inside(funders, inside))


def _tells_of_project(below: Sequence[Block], funders: Sequence[Span]) -> bool:
    texts = [block for block in below if block.kind is BlockKind.TEXT]
    if not texts:
        return False
    if _SEVERAL.search(texts[0].text):
        return False
    names_funder = bool(spans_inside(funders, Span(texts[0].start, texts[-1].end)))
    return names_funder or any(_OF_PROJECT.search(block.text) for block in texts[:2])
