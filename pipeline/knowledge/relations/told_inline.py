"""Projects told in running text with description and funder, whether these are known or not."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from pipeline.knowledge.entities.cues import CAPITALS
from pipeline.knowledge.entities.names import FoundEntity
from pipeline.knowledge.entities.persons import WORD
from pipeline.knowledge.names import Named
from pipeline.knowledge.textflow import Block, BlockKind, Flow
from pipeline.lexicon import entity_id
from pipeline.model.rows import EntityType

_TOLD: Final = r", [^().,\n][^().\n]{5,160} \((?P<funder>[^()\n]+)\)"
_INLINE: Final = re.compile(
    r"(?:\b(?:Projektet|Förstudien|Satsningen|Som|Inom|Genom|Med|Via|I) )?"
    rf"(?P<name>{CAPITALS}){_TOLD}"
)
# A name may hold small words where `projektet` leads to it: `projektet Vrakens vänner, …`.
_LED_INLINE: Final = re.compile(
    rf"\b(?i:[\w-]*(?:projektet|förstudien|satsningen)) (?P<name>{WORD}[^,.()\n]{{0,60}}){_TOLD}"
)
# `Projektet Isfri hamn – vintersjöfart med mindre utsläpp – leds av`
_BETWEEN_DASHES: Final = re.compile(
    rf"\b(?i:[\w-]*(?:projektet|förstudien)) (?P<name>{WORD}[^,.()–—\n]{{0,60}}?)"
    r" [–—] [^–—.\n]{5,160} [–—] "
)
_FUNDER_NAME: Final = re.compile(rf"{WORD}(?: [\w&-]+){{0,6}}")
_FUND: Final = re.compile(r"fond|fund|miljard|medel", re.IGNORECASE)
_FUNDERS: Final = frozenset({"programme", "fund", "organisation"})
_ABOUT_PROJECTS: Final = re.compile(r"\bprojekt(?:et|en|ets)?\b", re.IGNORECASE)
_LONGEST_NAME: Final = 60


def inline_projects(flow: Flow, spans: Sequence[Named]) -> Iterator[tuple[int, str]]:
    """Yield names told with description and funder: `Havsro, tystare vikar (Interreg Nord)`."""
    funders = {named.start for named in spans if named.type in _FUNDERS}
    known = {named.start: named.end for named in spans if named.type not in {"place", "project"}}
    for match in (*_LED_INLINE.finditer(flow.text), *_INLINE.finditer(flow.text)):
        start, end = match.span("name")
        led = match.re is _LED_INLINE
        if known.get(start, 0) < end and (led or match.start("funder") in funders):
            yield start, match["name"]
    for match in _BETWEEN_DASHES.finditer(flow.text):
        yield match.start("name"), match["name"]
    for block, title in _titled(flow.blocks):
        told = re.match(re.escape(title) + _TOLD, block.content)
        if told and block.content_start + told.start("funder") in funders:
            yield block.content_start, title


def headed_projects(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the headings that name projects: each under one about projects, its text of one."""
    about = False
    for block, below in pairwise(blocks):
        if block.kind is not BlockKind.HEADING:
            continue
        if _ABOUT_PROJECTS.search(block.text):
            about = True
        elif about and below.kind is BlockKind.TEXT and _ABOUT_PROJECTS.search(below.text):
            if not block.marker and len(block.text) <= _LONGEST_NAME:
                yield block
        else:
            about = False


def _titled(blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """Yield the paragraphs that begin with the short title above them, each with the title."""
    for above, block in pairwise(blocks):
        title = above.content.strip()
        if 2 < len(title) <= _LONGEST_NAME and block.content.startswith(title):
            yield block, title


def unknown_funders(
    flow: Flow, projects: Iterable[Named], spans: Sequence[Named]
) -> Iterator[tuple[int, FoundEntity]]:
    """Yield the programmes and funds in brackets behind projects that no one knows yet."""
    known = {named.start for named in spans}
    told = re.compile(_TOLD)
    for project in projects:
        match = told.match(flow.text, project.end)
        if match is None or match.start("funder") in known:
            continue
        name = match["funder"]
        if _FUNDER_NAME.fullmatch(name):
            kind: EntityType = "fund" if _FUND.search(name) else "programme"
            yield match.start("funder"), FoundEntity(entity_id(kind, name), kind, name)
