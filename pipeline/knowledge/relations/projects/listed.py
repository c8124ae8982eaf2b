"""Projects in lists: below a heading or sentence about projects, or entries that name who pays."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.projects.boxed import NAMED
from pipeline.knowledge.relations.projects.entries import (
    STUDY,
    Entry,
    is_paid_by,
    is_statement,
    is_told,
    read_entry,
    says_who_pays,
)
from pipeline.knowledge.relations.projects.names import may_be_name, sorts_projects
from pipeline.knowledge.relations.projects.titled import is_caption
from pipeline.knowledge.structure.fields import Box, field_of
from pipeline.knowledge.telling import SLOTS, Telling, moved, spans_inside
from pipeline.knowledge.textflow import Block, BlockKind, Flow

_ABOUT_PROJECTS: Final = re.compile(
    r"projekt(?!personal|led|koordinat|medel|kontor|stöd|ägare|grupp|admin|organisation)"
    r"|\bförstudie",
    re.IGNORECASE,
)
_ASIDES: Final = re.compile(r"\([^()]*\)|[ ,.;–-]|(?:19|20)\d\d")
# What says that names of projects follow, each a line: `Pågående projekt`, `följande projekt:`
_OF_NAMES: Final = re.compile(
    r"\b(?:följande|dessa|nedanstående|pågående|avslutade|genomförda|tidigare|aktuella|beviljade"
    r"|godkända|nya|våra|internationella|utvalda|prioriterade|medfinansierade"
    r"|exempel på) (?:[\w/-]+ ){0,3}?[\w-]*(?:projekt|förstudier)(?:en|na)?\b|^[\w+-]+-projekt\b"
    r"|projekten (?:är|heter):$|(?:^|övriga (?:\w+ )?)[\w-]*projekt (?:som|inom|med|i|från|där"
    r"|vi)\b",
    re.IGNORECASE,
)
# `Blå tråden är ett samarbete om`, `Vård nära hav (VNH) stöds av`
_SUBJECT: Final = re.compile(
    r"(?!Projekte[tn]\b|Vi\b|Det\b|De[nt]?\b|Region\b|Under\b|I\b|Här\b)"
    r"(?P<name>[^\W\d_a-zåäö][\w-]*(?: [\w-]+){0,4}?)(?: \([^()]+\))?"
    r" (?:är (?:ett|en) (?=(?:(?!som\b)[\w-]+ ){0,4}[\w-]*"
    r"(?:projekt|sam(?:arbete|verkan)|satsning|initiativ|förstudie)\b)"
    r"|stöds av|handlar om|syftar till|går ut på|avser|gäller|innebär"
    r"|(?:finansiera|led|driv)s av)\b"
)
# Who pays for it, be it nobody known.
_IS_PAID: Final = re.compile(
    r"[.] (?:Projektet|Det|Förstudien) (?:(?:del)?finansieras|bekostas|betalas|stöds) av "
    r"(?:den |det )?[A-ZÅÄÖ]"
)
# Of an item that tells of a project, who does what in it: `Museet deltar i Havsro, ett …`
_WITHIN: Final = re.compile(
    r"[^\W\d_a-zåäö][^,.:;()\n]{2,80}?"
    r" (?:[a-zåäö]+(?:ar|er)(?: [a-zåäö]+)?(?: i)?|är [a-zåäö ]{2,20} i)"
    r" (?P<name>(?:[a-zåäö](?=[A-ZÅÄÖ]))?[^\W\d_a-zåäö]"
    r"[\w-]*(?: [\w-]+){0,4}?)(?=, | \()"
)
# `Exempel på LIFE-projekt`
_PREFIXED: Final = re.compile(r"\b(?P<funder>[A-ZÅÄÖ][\w+]+)-projekt")
# `Genom Havsro, ett samarbete om vikar, har`: a sentence, no name
_LED: Final = re.compile(r"(?:Genom|Inom|Via) [^\W\d_a-zåäö]")
# How much of a heading a name takes that is all it says.
_MOST: Final = 0.6
_ENDED: Final = re.compile(r"(?:[.;)€\d]|\b(?:\w?(?:kr|DKK|NOK|SEK|EUR)|kronor|euro)) ?$")
_LONGEST_END: Final = len("kronor ")
_SENTENCE: Final = re.compile(r"[.!?] (?=[^\W_a-zåäö])")


class _Above(NamedTuple):
    """What stands above a list.

    It may be about projects, say that their names follow, be a sentence that leads into the
    list, and name one funder for all.
    """

    about: bool = False
    names: bool = False
    led: bool = False
    funder: Span | None = None


def listed_projects(flow: Flow, funders: Sequence[Span]) -> Iterator[Telling]:
    """Yield the entries below what is about projects, and others that name their funder."""
    headed = above = _Above()
    for index, block in enumerate(flow.blocks):
        entries = list(_entries_of(flow, index, funders, above))
        if entries:
            yield from (replace(one, funder=one.funder or above.funder) for one in entries)
        elif block.kind is BlockKind.HEADING or is_caption(block):
            headed = above = _heading(flow, block, funders, headed)
        elif block.kind is not BlockKind.ITEM or block.text.rstrip().endswith(":"):
            above = _lead(block, funders) or headed._replace(names=False, led=False, funder=None)


def _heading(flow: Flow, block: Block, funders: Sequence[Span], before: _Above) -> _Above:
    """Return what a heading says of a list below; one that is a funder's goes on from before."""
    funder = _only(funders, Span(block.start, block.end)) or _prefixed(flow, block, funders)
    if _ABOUT_PROJECTS.search(block.text):
        return _Above(True, bool(_OF_NAMES.search(block.content)), False, funder)
    if sorts_projects(block.content):
        return before._replace(funder=funder)
    is_funder = funder and funder.end - funder.start > len(block.content) * _MOST
    return before._replace(funder=funder) if is_funder else _Above()


def _prefixed(flow: Flow, block: Block, funders: Sequence[Span]) -> Span | None:
    """Return the funder whose name makes a compound with projects, as it stands elsewhere."""
    prefix = _PREFIXED.search(block.text)
    if prefix is None:
        return None
    return next((f for f in funders if flow.text[f.start : f.end] == prefix["funder"]), None)


def _lead(block: Block, funders: Sequence[Span]) -> _Above | None:
    """Return what the last sentence of a block says of a list below; None if nothing."""
    last = re.split(r"(?<=[.!?]) ", block.text.rstrip())[-1]
    if not (last.endswith(":") and _ABOUT_PROJECTS.search(last)):
        return None
    funder = _only(funders, Span(block.end - len(last), block.end))
    return _Above(True, bool(_OF_NAMES.search(last)), True, funder)


def _only(funders: Sequence[Span], span: Span) -> Span | None:
    """Return the one funder that a lead names for all that follows."""
    inside = spans_inside(funders, span)
    return inside[0] if len(inside) == 1 else None


def _entries_of(
    flow: Flow, index: int, funders: Sequence[Span], above: _Above
) -> Iterator[Telling]:
    """Yield the entries of a block: at its beginning, and others at its sentences' beginnings."""
    block = flow.blocks[index]
    if block.kind in {BlockKind.HEADING, BlockKind.CELL}:
        return
    paid = spans_inside(funders, Span(block.start, block.end)) or says_who_pays(block.text)
    if not (above.about or paid) or _is_field(block, index):
        return
    found: list[Telling] = []
    sentences = set(_beginnings(block))
    lines = set(_line_starts(flow, block))
    for start in sorted(sentences | lines):
        first = start == block.content_start
        span = Span(start, block.end)
        item = above.about and first and block.kind is BlockKind.ITEM
        entry = read_entry(flow.text[start : block.end], _near(funders, span), of_list=item)
        if entry is None or not (first or start in lines or (found and entry.parted)):
            continue
        if _LED.match(flow.text, start, block.end):
            continue
        telling = _telling(entry, span)
        paid = telling.funder is not None and is_paid_by(flow.text, telling.funder)
        funded = paid or (
            telling.funder is not None and bool(spans_inside(funders, telling.funder))
        )
        whole = funded and _is_whole(flow.text, telling, funders)
        if first and block.kind is BlockKind.ITEM:
            explains = bool(entry.description or entry.funder)
            explains = explains or (above.names and _is_bare(flow.text, telling, block))
            statement = is_statement(flow.text[start : block.end], entry)
            told = (above.about and explains and not statement) or (funded and entry.parted)
        elif first or (found and start in sentences):
            named = bool(spans_inside(funders, span)) and entry.description is not None
            alone = first or start in lines or entry.parted
            told = above.about and (funded or (named and alone))
            told = told or (above.led and above.names and _relates(flow.text, telling))
        else:  # a line of its own below what says that names follow: `Havsro (Interreg Nord)`
            told = above.names and funded and entry.parted
        if told or (whole and (first or start in lines)):
            found.append(telling)
    subject = _SUBJECT.match(block.text) if above.about and not found else None
    item = above.led and block.kind is BlockKind.ITEM
    within = _WITHIN.match(block.content) if item else None
    if within and may_be_name(within["name"]):
        name = Span(*within.span("name"))
        found = [Telling(moved(name, block.content_start), Span(block.start, block.end))]
    payer = spans_inside(funders, Span(block.start, block.end)) or _IS_PAID.search(block.text)
    if subject and block.kind is BlockKind.TEXT and payer:
        name = Span(block.start, block.start + subject.end("name"))
        found.append(Telling(name, Span(block.start, block.end)))
    for one, other in pairwise([*found, None]):
        end = other.name.start if other else block.end
        assert one is not None
        yield replace(one, whole=Span(one.whole.start, end))


def _is_whole(text: str, telling: Telling, funders: Sequence[Span]) -> bool:
    """Tell whether an entry gives name, description and funder, whatever stands above it."""
    name, told = telling.name, telling.description
    called = may_be_name(text[name.start : name.end])
    if any(one.start == name.start for one in funders):
        return False
    if told is None:  # `Havsro. Stöd ur Interreg Nord`: a name, then who pays, without a subject
        paid = telling.funder and is_paid_by(text, telling.funder)
        return called and bool(paid) and text.startswith(". ", name.end)
    return called and not is_told(text[told.start : told.end])


def _relates(text: str, telling: Telling) -> bool:
    """Tell whether a line is a name and a clause about it: `Havsro, som prövar tystare båtar`."""
    told = telling.description
    return told is not None and text.startswith("som ", told.start)


def _is_bare(text: str, telling: Telling, block: Block) -> bool:
    """Tell whether an entry is no more than a name, and what stands in brackets or of years."""
    rest = _ASIDES.sub("", text[telling.name.end : block.end])
    return may_be_name(STUDY.sub("", text[telling.name.start : telling.name.end])) and not rest


def _line_starts(flow: Flow, block: Block) -> Iterator[int]:
    """Yield where lines of a paragraph begin behind what may end an entry: a stop, a sum."""
    if block.kind is BlockKind.TEXT:
        for start in flow.line_starts(block):
            if _ENDED.search(flow.text, max(block.start, start - _LONGEST_END), start):
                yield start


def _is_field(block: Block, index: int) -> bool:
    """Tell whether a line is labelled with what boxes tell of projects."""
    field = field_of(block, index)
    told = field is not None and Box(None, (field,)).values(*SLOTS)
    return bool(told) or (field is not None and NAMED.fullmatch(field.label) is not None)


def _near(funders: Sequence[Span], span: Span) -> list[Span]:
    return [moved(funder, -span.start) for funder in spans_inside(funders, span)]


def _telling(entry: Entry, span: Span) -> Telling:
    return Telling(
        moved(entry.name, span.start),
        span,
        moved(entry.description, span.start) if entry.description else None,
        moved(entry.funder, span.start) if entry.funder else None,
    )


def _beginnings(block: Block) -> Iterator[int]:
    yield block.content_start
    if block.kind is BlockKind.TEXT:
        for match in _SENTENCE.finditer(block.text):
            yield block.start + match.end()
