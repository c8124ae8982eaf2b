"""Projects in lists of grants: a name, who runs it, and a sum.

`"Matlust", som drivs av Almviks byalag. 2.708 euro.`
`Havsby kommun för projektet Öppna dörrar med 395 000 kronor`
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from pipeline.knowledge.names import Named, Span
from pipeline.knowledge.relations.projects.names import may_be_name
from pipeline.knowledge.telling import Telling, spans_inside
from pipeline.knowledge.textflow import Block, BlockKind, Flow

_SUM: Final = (
    r"\d[\d .,]*(?: ?(?:miljoner|tkr|mkr|mnkr))? ?(?:kronor|kr\b|SEK\b|euro\b|EUR\b|€|dollar\b)?"
    r"(?<=[a-zA-Z€])"
)
_ROW: Final = re.compile(
    r"(?P<quoted>[\"”“»])?(?P<name>[^\W_a-zåäö][^\"”“«»\n.,:;]{2,80}?)(?(quoted)[\"”“«])"
    r"(?:,| [–-]) (?:som (?:drivs|leds|ägs|söks) av |sökande:? )?(?P<lead>[^\W\d_][^.:;\n]{2,80}?)"
    rf"(?:\.|,|:| [–-]) {_SUM}(?:\.|;|$)? ?"
)
# `Matlust/Almviks byalag (1,2 miljoner kr)`
_PARTED: Final = re.compile(
    r"(?P<quoted>[\"”“»])?(?P<name>[^\W_a-zåäö][^\"”“«»()/\n]{1,80}?)(?(quoted)[\"”“«]) ?/ ?"
    rf"(?P<lead>[^\W\d_][^/()\n]{{2,80}}?)(?: \({_SUM}\)|,? {_SUM})[.;]?$"
)
# `Matlust, Almviks byalag, beviljades 90 000 kr för att öppna ett kök.`
_AWARDED: Final = re.compile(
    r"(?P<quoted>[\"”“»])?(?P<name>[^\W_][^\"”“«»\n,:;]{1,80}?)(?(quoted)[\"”“«])"
    r"(?: [–—-] (?P<explained>[^\n–—,;]{5,120}))?,"
    r" (?:som (?:drivs|leds|ägs|söks) av )?(?P<lead>[^\W\d_][^:;\n]{2,120}?),?"
    r" (?:beviljas|beviljades|beviljats|får|fick|tilldelas|tilldelades|har (?:fått|beviljats))"
    rf" (?:\w+ ){{0,2}}{_SUM}"
    r"(?:[^.;\n]{0,40}? (?:för|till)(?: att)? (?P<description>[^\n]+?)(?:\. .*|[.;])?)?\.?"
)
_SUMMED: Final = re.compile(r"(?:Summa|Totalt|Sammanlagt)\b")
_FOR_PROJECT: Final = re.compile(
    r"(?P<lead>[^\W\d_a-zåäö][^\n:;.]{2,150}?),? (?:för|till) (?:projektet|förstudien) "
    r"[\"”“»]?(?P<name>[^\W_a-zåäö][^\"”“«»\n.,:;]{2,80}?)[\"”“«]?"
    rf"(?:,| (?:med|på|om|–|-)|:) {_SUM}\.?"
)
# `Almviks kommun får 6,6 miljoner kronor till projektet Öppna dörrar.`
_IS_GIVEN: Final = re.compile(
    r"(?P<lead>[^\W\d_a-zåäö][^\n:;.]{2,150}?)"
    r" (?:får|fick|beviljas|beviljades|har (?:fått|beviljats))"
    rf" (?:\w+ )?{_SUM} (?:för|till) (?:projektet|förstudien) "
    r"[\"”“»]?(?P<name>[^\W_a-zåäö][^\"”“«»\n.,:;]{2,80}?)[\"”“«]?\.?"
)
# What says that grants are listed below.
_LEAD: Final = re.compile(r"\bprojekt|mottagar|bevilja|\bbidrag|\bstöd\b", re.IGNORECASE)
_OF_PROJECTS: Final = re.compile(r"projekt", re.IGNORECASE)
# `Leader-pengar`, `Interreg-medel`: the funder of all that a list holds.
_MEANS: Final = re.compile(
    r"\b(?!EU-)(?P<funder>[A-ZÅÄÖ][\w+]+)-(?:pengar|medel|bidrag|stöd|pengarna|medlen|stödet)\b"
)
# `Folkrörelserådet har fördelat`
_GIVES: Final = re.compile(
    r"(?: [a-zåäö-]*(?:utskott|nämnd|styrelse|direktion)(?:et|en)?)?"
    r" (?:har (?:nu )?)?(?:fördelat|fördelar|beviljat|beviljar|delat ut"
    r"|beslutat om fördelning|utlyst medel)\b"
)
# `Den 20 oktober beviljade Region Almvik`
_IS_GIVING: Final = re.compile(r" (?:beviljade|fördelade)(?: nu| då)? $")
_FEWEST: Final = 2
# How many blocks above a list may lead into it.
_ABOVE: Final = 4


def granted_projects(flow: Flow, spans: Sequence[Named]) -> Iterator[Telling]:
    """Yield the projects that lists of grants name; each holds its row."""
    given_by = giver_in(flow, spans)
    giver = Span(given_by.start, given_by.end) if given_by else None
    payers = sorted(Span(n.start, n.end) for n in spans if n.type in {"programme", "fund"})
    top = alike = 0  # where the list begins that a block is in, and how many items are rows of it
    for index, block in enumerate(flow.blocks):
        if block.kind is not BlockKind.ITEM:
            top, alike = index, 0
        elif index == 0 or flow.blocks[index - 1].kind is not BlockKind.ITEM:
            top, alike = index, _alike(flow.blocks, index)
        if block.kind is BlockKind.CELL:
            continue
        text = block.content.rstrip()
        if match := _FOR_PROJECT.fullmatch(text) or _IS_GIVEN.fullmatch(text):
            yield _telling(match, block.content_start, giver)
            continue
        match = _AWARDED.fullmatch(text)
        if match and (block.kind is BlockKind.ITEM or may_be_name(match["name"])):
            yield _telling(match, block.content_start, giver or _led(flow, top, payers))
            continue
        near = slice(max(top, index - _ABOVE), index)
        above = (*flow.blocks[max(0, top - _ABOVE) : top], *flow.blocks[near])
        beside = _beside(flow.blocks, index) if block.kind is BlockKind.TEXT else 0
        of_list = max(alike, beside) >= _FEWEST and any(
            _OF_PROJECTS.search(one.text) for one in above
        )
        rows = _rows(block, of_list=of_list)
        if rows and (any(_LEAD.search(one.text) for one in above) or _many_quoted(rows)):
            funder = _means(above) or giver
            yield from (_telling(row, block.content_start, funder) for row in rows)


def _alike(blocks: Sequence[Block], top: int) -> int:
    """Return how many items from a place on are rows, up to one that is none."""
    below = (blocks[place] for place in range(top, len(blocks)))
    items = takewhile(lambda block: block.kind is BlockKind.ITEM, below)
    return sum(1 for _ in takewhile(lambda block: _rows(block, of_list=True), items))


def _beside(blocks: Sequence[Block], index: int) -> int:
    """Return how many of a line and its neighbours are rows."""
    near = blocks[max(0, index - 1) : index + 2]
    lines = [one for one in near if one.kind is BlockKind.TEXT]
    return sum(bool(_rows(one, of_list=True)) for one in lines)


def _rows(block: Block, *, of_list: bool) -> list[re.Match[str]]:
    """Return the rows that a block wholly consists of; a paragraph has to hold several.

    Where other items of a list are rows, too, their form alone tells that these are names.
    """
    rows: list[re.Match[str]] = []
    position = 0
    while row := _ROW.match(block.content, position) or _PARTED.match(block.content, position):
        rows.append(row)
        position = row.end()
    fewest = 1 if of_list or block.kind is BlockKind.ITEM else _FEWEST
    named = of_list or all(may_be_name(row["name"].removeprefix("Projekt ")) for row in rows)
    whole = position >= len(block.content.rstrip()) and not _SUMMED.match(block.content)
    return rows if whole and named and len(rows) >= fewest else []


def _many_quoted(rows: Sequence[re.Match[str]]) -> bool:
    return sum(row["quoted"] is not None for row in rows) >= _FEWEST


def _led(flow: Flow, top: int, payers: Sequence[Span]) -> Span | None:
    """Return the one programme or fund that the sentence names that leads into a list."""
    lead = flow.blocks[top - 1] if top else None
    if lead is None or not lead.text.rstrip().endswith(":"):
        return None
    inside = spans_inside(payers, Span(lead.start, lead.end))
    return inside[0] if len(inside) == 1 else None


def _means(above: Sequence[Block]) -> Span | None:
    """Return the funder whose means the nearest line above names."""
    for block in reversed(above):
        if match := _MEANS.search(block.text):
            return Span(block.start + match.start("funder"), block.start + match.end("funder"))
    return None


def giver_in(flow: Flow, spans: Sequence[Named]) -> Named | None:
    """Return the one organisation, programme or fund that a text says has given out grants."""
    gives = [
        n
        for n in spans
        if n.type != "person"
        and (_GIVES.match(flow.text, n.end) or _IS_GIVING.search(flow.text, n.start - 20, n.start))
    ]
    texts = {flow.text[n.start : n.end] for n in gives}
    return gives[0] if len(texts) == 1 else None


def _telling(match: re.Match[str], offset: int, funder: Span | None) -> Telling:
    def span(group: int | str) -> Span:
        return Span(offset + match.start(group), offset + match.end(group))

    told = match.groupdict()
    explains = next((key for key in ("explained", "description") if told.get(key)), None)
    return Telling(
        span("name"), span(0), span(explains) if explains else None, funder, lead=span("lead")
    )
