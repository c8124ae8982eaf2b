"""Pages whose lines were joined into one: headings, labels and lists stand inside a paragraph.

Text taken from a PDF file without its lines gives a page as one paragraph, as web archives
show it. Where a heading, a label or an item began is told by what running text never has:
a sentence that opens without an end before it, words in capitals between two sentences,
numbers that count upwards, clauses in lower case that each end with a stop.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from pipeline.knowledge.restoring.run_together import (
    CHAPTER,
    Cut,
    doings,
    end_of_list,
    run_together,
)
from pipeline.knowledge.restoring.transcripts import TRANSCRIPT
from pipeline.knowledge.structure.labels import activity_label, goal_label
from pipeline.knowledge.textflow import Block, BlockKind, Flow
from pipeline.text.bullets import SURE_SIGNS

_SHORTEST: Final = 400
_LONGEST_TITLE: Final = 90
_CAPITALS: Final = re.compile(
    r"(?:(?<=[.!?] )|(?<=^))(?P<title>[A-ZÅÄÖ]{3,}(?: (?:OCH|[A-ZÅÄÖ]{3,}))*)"
    r" (?=[A-ZÅÄÖ][a-zåäö]* (?:[a-zåäö]|(?:19|20)\d\d\b))"
)
# The number before such a heading: `3. VERKSAMHET`
_BEFORE_CAPITALS: Final = re.compile(r"(?:^|(?<= ))\d{1,2}\. $")
# A label with its year, before what it says: `Mål 2012 Föreningen ska`, `Aktiviteter 2014 1. …`
_OF_YEAR: Final = re.compile(
    r"(?:^|(?<= ))(?P<title>(?:[A-ZÅÄÖ][a-zåäö]+ )?[A-ZÅÄÖa-zåäö][a-zåäö]+"
    r" (?:för )?(?:år )?(?:19|20)\d\d)"
    rf" (?=[A-ZÅÄÖ{SURE_SIGNS}]|1[.:] )"
)
_BULLET: Final = re.compile(rf"(?<= )[{SURE_SIGNS}](?= ?[^\W_])")
# The number that a page begins with, and no heading: `2 Aktiviteter`, `Transkript 1 (3) Plan`;
# behind it may stand what was printed there, before the number of a chapter: `3 2 2. Styrelse`.
_PAGE: Final = re.compile(
    r"(?:Transkript:? )?(?P<number>\d{1,3})(?: ?\(\d{1,3}\))? (?:\d{1,3} (?=\d\. ))?(?=\S)"
)
# A sentence opens so, and words in the middle of one do not.
_OPENER: Final = (
    r"(?:Det|Den|De|Detta|Dessa|Vi|Vår|Följande|Målet|Målen|Syftet|Under|Genom|För att|Här|När|Med)"
)
_RUN_IN: Final = re.compile(rf"(?<=[a-zåäö\d)]) (?={_OPENER} [a-zåäö])")
_HEADING: Final = re.compile(r"(?P<title>[A-ZÅÄÖ][a-zåäö-]+(?:,? [a-zåäö][a-zåäö-]*){0,7})$")
# A clause does not end so, or a name follows it: `projektet Den blå vägen`.
_NO_TITLE: Final = re.compile(
    r"\b(?:som|får|fick|har|är|ska|att|blir|kan)\b"
    r"|(?:projekt|program|nätverk|initiativ)(?:et)?$|(?:förstudie|kampanje|satsninge?|filme|boke)n?$"
)
_AFTER_STOP: Final = re.compile(r"(?:^|[.!?:] )(?P<title>[^\W\d_a-zåäö][^.!?:]{3,79})$")
_LABEL: Final = re.compile(
    r"(?<= )(?=(?:(?:Övriga |Ej |Även )?[Nn]ärvarande(?: ledamöter)?|Beslutande|Frånvarande"
    r"|Inbjud\w+|Adjungerade?|Förhinder|Anmält förhinder|Plats|Deltagare|Sekreterare|Ordförande"
    r"|Ledamöter|Ersättare|Justerare) ?: )"
)
_NUMBER: Final = re.compile(r"(?<= )(?P<number>\d{1,2})[.:] ?(?=[A-ZÅÄÖ][a-zåäö])")
# `3.1 Utbildningsdag 3.2 Studiebesök`, `A1 Hålla ting A2 Byta`: parts that are counted
_PART: Final = re.compile(
    r"(?:^|(?<= ))(?P<head>\d{1,2}\.|[A-H])(?P<part>\d{1,2})[.:]? (?=[A-ZÅÄÖ][a-zåäö])"
)
_LABEL_BEFORE: Final = re.compile(
    r"(?:^|(?<= ))(?P<number>\d{1,2}\. )?"
    r"(?P<title>[A-ZÅÄÖ][a-zåäö]+(?: [a-zåäö]+){0,3}|[A-ZÅÄÖ]{4,}) $"
)
_IN_CAPITALS: Final = re.compile(
    r"(?<= )(?:\d{1,2}\. )?(?P<title>[A-ZÅÄÖ]{5,}) (?=[A-ZÅÄÖ][a-zåäö])"
)
_CALLED_GOAL: Final = re.compile(r"(?<= )(?=(?:Mål|Delmål|Effektmål) (?:\d{1,2}|[A-H]): )")
# `Mål 1 Alla har en plan. Mål 2 Fler reser.`
_COUNTED_GOAL: Final = re.compile(
    r"(?:^|(?<= ))(?:[Hh]uvudm|[Dd]elm|[Ee]ffektm|M)ål (?P<number>\d{1,2}) (?=[A-ZÅÄÖ][a-zåäö]* )"
)
# `genom: att starka orter. att fler deltar.`
_CLAUSES: Final = re.compile(r"(?<=: )(?:[a-zåäö][^.;:!?]{8,300}[.;](?: |$)){2,}")
_CLAUSE: Final = re.compile(r"[^.;]+[.;]")
# `ska: Stärka kommunen. Öka samverkan Bidra till`
_DOINGS: Final = re.compile(
    r"(?<=ska: )(?=[A-ZÅÄÖ][a-zåäö]+ [a-zåäö])|(?<=att: )(?=[A-ZÅÄÖ][a-zåäö]+ [a-zåäö])"
)
# Of two parts that begin at one place the later kind of these counts.
_RANKS: Final = (BlockKind.TEXT, BlockKind.ITEM, BlockKind.HEADING)


def parted(flow: Flow) -> Flow:
    """Return the flow, each block that holds a page whose lines were joined cut into its parts.

    The text keeps its length: a line break stands where a space was.
    """
    letters, blocks = list(flow.text), []
    paged = _paged(flow)
    for index, block in enumerate(flow.blocks):
        parts = list(_parts(block, paged.get(index, 0))) if _is_cut(flow, index, paged) else [block]
        blocks += parts[1:] if index in paged else parts
        for part in parts[1:]:
            letters[part.start - 1] = "\n"
    text = "".join(letters)
    return replace(flow, text=text, blocks=tuple(blocks)) if text != flow.text else flow


def _is_cut(flow: Flow, index: int, paged: Mapping[int, int]) -> bool:
    return index in paged or _is_flattened(flow, flow.blocks[index])


def _paged(flow: Flow) -> dict[int, int]:
    """Return the blocks that are pages, with where each number ends: the numbers count upwards.

    They do so where two or more blocks begin with a number, the first with 1, and one of these
    holds a page whose lines were joined, or a line says that they are a transcript.
    """
    found: dict[int, int] = {}
    last = 0
    for index, block in enumerate(flow.blocks):
        number = _PAGE.match(block.text) if block.kind is not BlockKind.CELL else None
        if number and int(number["number"]) > last and (last or number["number"] == "1"):
            found[index], last = number.end(), int(number["number"])
    if not found or any(TRANSCRIPT.fullmatch(block.text.strip()) for block in flow.blocks):
        return found
    joined = any(_is_flattened(flow, flow.blocks[index]) for index in found)
    return found if len(found) > 1 and joined else {}


def _is_flattened(flow: Flow, block: Block) -> bool:
    long = len(block.text) >= _SHORTEST and block.font_size is None
    return long and block.kind is not BlockKind.CELL and not any(flow.line_starts(block))


def _parts(block: Block, numbered: int) -> Iterator[Block]:
    """Yield the parts of a block, each without the space behind it; a page's number first."""
    first = [Cut(numbered, BlockKind.TEXT)] if numbered else []
    found = sorted((*first, *_cuts(block.text)), key=lambda cut: _RANKS.index(cut.kind))
    cuts = {cut.start: cut for cut in found if cut.start > 0}
    opening = Cut(0, BlockKind.TEXT) if numbered else Cut(0, block.kind, block.marker)
    ordered = [opening, *(cuts[start] for start in sorted(cuts))]
    for cut, after in pairwise([*ordered, Cut(len(block.text) + 1, BlockKind.TEXT)]):
        piece = block.text[cut.start : after.start - 1]
        yield replace(
            block, kind=cut.kind, start=block.start + cut.start, text=piece, marker=cut.marker
        )


def _cuts(text: str) -> Iterator[Cut]:
    """Yield where parts begin."""
    for label in _LABEL.finditer(text):
        yield Cut(label.start(), BlockKind.TEXT)
    for bullet in _BULLET.finditer(text):
        yield Cut(bullet.start(), BlockKind.ITEM, bullet[0])
    yield from _listed(text)
    yield from _numbered(text)
    yield from _counted_parts(text)
    goals = _counted(_COUNTED_GOAL.finditer(text))
    yield from (Cut(goal.start(), BlockKind.TEXT) for goal in goals)
    yield from _headed(text)
    yield from run_together(text)


def _headed(text: str) -> Iterator[Cut]:
    """Yield the headings that stand inside a text, each with the paragraph behind it."""
    capitals = list(_CAPITALS.finditer(text))
    for title in capitals:
        number = _BEFORE_CAPITALS.search(text, 0, title.start())
        if len(capitals) > 1 or number or _announces(title["title"]):
            start = number.start() if number else title.start()
            yield Cut(start, BlockKind.HEADING, number[0].rstrip() if number else "")
            yield Cut(title.end(), BlockKind.TEXT)
    for title in _OF_YEAR.finditer(text):
        if _announces(title["title"]):
            yield Cut(title.start(), BlockKind.HEADING)
            yield Cut(title.end(), BlockKind.TEXT)
    for opening in _RUN_IN.finditer(text):
        if (title_start := _title_start(text, opening.start())) is not None:
            yield Cut(title_start, BlockKind.HEADING)
            yield Cut(opening.end(), BlockKind.TEXT)


def _title_start(text: str, end: int) -> int | None:
    """Return where the heading begins that ends at a place: what announces a list is whole."""
    first = max(0, end - _LONGEST_TITLE)
    whole = _AFTER_STOP.search(text, first, end)
    if whole is not None and _announces(whole["title"]):
        return whole.start("title")
    last = _HEADING.search(text, first, end)
    return last.start("title") if last and not _NO_TITLE.search(last["title"]) else None


def _announces(title: str) -> bool:
    return bool(goal_label(title) or activity_label(title))


def _numbered(text: str) -> Iterator[Cut]:
    """Yield the parts that numbers count from one on; one number alone counts nothing."""
    if counted := _counted(_NUMBER.finditer(text)):
        yield from (Cut(one.start(), BlockKind.ITEM, one[0].rstrip()) for one in counted)
        if text.endswith(": ", 0, counted[0].start()):
            yield from end_of_list(text, [one.end() for one in counted])


def _counted(matches: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """Return those that count from one on; none where it is one alone."""
    counted: list[re.Match[str]] = []
    for match in matches:
        if int(match["number"]) == len(counted) + 1:
            counted.append(match)
    return counted if len(counted) > 1 else []


def _counted_parts(text: str) -> Iterator[Cut]:
    """Yield the parts `3.1`, `3.2` or `A1`, `A2`, the labels before the first, and their goals."""
    runs: dict[str, list[re.Match[str]]] = {}
    for match in _PART.finditer(text):
        run = runs.setdefault(match["head"], [])
        if int(match["part"]) == len(run) + 1:
            run.append(match)
    announced = False
    for run in (run for run in runs.values() if len(run) > 1):
        yield from (Cut(one.start(), BlockKind.ITEM, one[0].rstrip()) for one in run)
        label = _LABEL_BEFORE.search(text, 0, run[0].start())
        if label and _announces(label["title"]):
            yield Cut(label.start(), BlockKind.HEADING, (label["number"] or "").rstrip())
            yield from _next_in_capitals(text, run[-1].end())
            announced = True
    if announced:
        yield from (Cut(goal.start(), BlockKind.TEXT) for goal in _CALLED_GOAL.finditer(text))


def _next_in_capitals(text: str, start: int) -> Iterator[Cut]:
    """Yield the chapter in capitals that ends the last of some parts without a stop."""
    found = _IN_CAPITALS.finditer(text, start)
    title = next((one for one in found if CHAPTER.fullmatch(one["title"].capitalize())), None)
    if title is not None:
        yield Cut(title.start(), BlockKind.HEADING)
        yield Cut(title.end(), BlockKind.TEXT)


def _listed(text: str) -> Iterator[Cut]:
    """Yield the items of lists that a colon leads in, and the text behind each list."""
    for run in _CLAUSES.finditer(text):
        for clause in _CLAUSE.finditer(run[0].rstrip()):
            yield Cut(run.start() + clause.end() - len(clause[0].lstrip()), BlockKind.ITEM)
        yield from [Cut(run.end(), BlockKind.TEXT)] if run.end() < len(text) else []
    for lead in _DOINGS.finditer(text):
        yield from doings(text, lead.end())
