"""Goals that sentences count up, in one sentence or behind it.

`Målen är att: fler unga ska resa, samt bolagen ska …`, `Vi har satt två mål för 2027. Fler …`.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.names import Span
from pipeline.knowledge.structure.wording import GOAL_NOUN, NUMERALS, YEAR
from pipeline.knowledge.textflow import Block, BlockKind

_ORDINAL: Final = r"(?:första|ena|andra|tredje|fjärde|femte|sista)"
# `Målen för det internationella arbetet är att`, `Mål för forumet:`, `Strategins mål är`,
# `Styrelsen beslutar om tre mål, nämligen att`
_LEAD: Final = Anchored(
    rf"(?:(?<=[.!?:] )|(?<!.))(?!projekt|(?:de[nt] )?{_ORDINAL})"
    rf"(?:(?:[\w-]+ ){{0,12}}?(?:{'|'.join(NUMERALS)}) (?:[\w-]+ ){{0,2}}?|(?:[\w-]+ ){{0,3}}?)"
    rf"{GOAL_NOUN}(?: upp)?"
    r"(?: (?:för|med|till|inom|under|som)\b(?! projekt)[^.:;,]{2,60}?)?"
    r"(?:(?:,? nämligen| är| ska vara| var| blir| lyder)(?: följande)?(?:(?: att)? ?:| (?=att\b))"
    r"| ?:) ?",
    re.IGNORECASE,
)
# `Föreningen ska under 2012 ha gett ut tio brev, tagit emot …`, `Senast 2027 ska kommunen ha …`
_REACHED: Final = Anchored(
    r"(?:(?<=[.!?:] )|(?<!.))(?:[A-ZÅÄÖ][^.:;,]{2,50}? (?:ska|skall) "
    rf"(?:under|till|senast|före|innan|vid)\b[^.:;,]{{0,30}}?{YEAR}"
    rf"|(?:Under|Till|Senast|Före|Innan|Vid|År)\b[^.:;,]{{0,30}}?{YEAR}"
    r" (?:ska|skall) [^.:;,]{2,50}?) (?=ha [a-zåäö]+t\b)"
)
_TO_THAT: Final = re.compile(r"(?:[,;]|,? (?:och|samt))? (?=att\b)")
_COMMA: Final = re.compile(r"(?:[,;](?: samt| och)?| samt) ")
_SHALL: Final = re.compile(r"\b(?:ska|skall|bör)\b")
# What has been done by then: `tagit emot`; no `ett`, `det` or `samt`.
_DONE: Final = re.compile(
    r"(?:,(?: och| samt)?| och| samt) (?=(?!(?:ett|det|samt|mot|stort?)\b)[a-zåäö]{2,}t\b)"
)
_END: Final = re.compile(r"[.!?](?= |$)|$")
RESULT: Final = re.compile(
    r"[^:]*?\b(?:ska|skall|har|är|finns|känner|kan|får)\b|[^:]*? [a-zåäö]{2,}[ae]r\b"
)
"""A sentence that tells a result."""
GOES_ON: Final = re.compile(
    r"(?:(?:i|genom|på|med|för)(?: \w+ med)? )?(?:det|de|den|detta|dessa|denna|dess|där|här|därför"
    r"|därmed|då|vidare|också|samtidigt|på så sätt|exempelvis|till exempel)\b",
    re.IGNORECASE,
)
"""A sentence that goes on from the one before it."""
# `ställdes tre mål upp för 1999.`, and the sentences behind it in its paragraph
_COUNTED: Final = Anchored(
    rf"(?<!av )(?<!av de )(?<!av våra )\b(?P<count>{'|'.join(NUMERALS)}) (?:[\w-]+[aet] ){{0,3}}"
    rf"{GOAL_NOUN}\b(?: upp)?(?P<until>[^.:!?]{{0,60}}?{YEAR})?[^.:!?]{{0,60}}[.:] (?=\S)",
    re.IGNORECASE,
)
# `Målen för 2027 är följande.`, `Vid utgången av 2027 ska följande ha uppnåtts.`
_FOLLOWING: Final = Anchored(
    rf"(?:(?<=[.!?:] )|(?<!.))(?:[^.:!?]{{0,60}}?\b{GOAL_NOUN}\b[^.:!?]{{0,60}}? (?:är|gäller)"
    rf"|(?=[^.:!?]*\b(?:upp)?nå)[^.:!?]{{0,60}}?\b{YEAR}\b[^.:!?]{{0,40}}? (?:ska|skall)\b"
    r"[^.:!?]{0,40}?) följande(?: mål)?(?: ha (?:upp)?nåtts| vara uppnått| nås)?[.:] (?=\S)",
    re.IGNORECASE,
)
# `Målen är tre. Det första är att fler reser. Det andra målet, att bolagen deltar, är nått.`
_IN_ORDER: Final = Anchored(
    rf"(?<=[.:;] )(?:De[nt] {_ORDINAL}(?: {GOAL_NOUN}| av (?:dem|dessa|målen))?|{_ORDINAL} målet)"
    r"(?:,? (?:är|var|blev|lyder|löd|innebär|innebar|gällde|handlar om|säger))?,? "
    r"[”\"]?att (?:[”\"])?(?P<goal>[^.!?;”\"]{8,200}?)"
    r"(?=[.!?;”\"]|, (?:är|har|hade|blev|(?:nå|upp(?:nå|fyll)|infria|klara)(?:s|d?des|t?ts)|som"
    r"|vilket|och (?:det|den|där)|men|där|det|pågår|återstår|kvarstår)\b)",
    re.IGNORECASE,
)
SENTENCE: Final = re.compile(r"\S.*?[.!?](?= [^\W\da-zåäö_]|$)", re.DOTALL)
"""A sentence with its stop."""

GOALS: Final = re.compile(rf"\b{GOAL_NOUN}\b", re.IGNORECASE)
"""Goals by name."""

_FEWEST_WORDS: Final = 3
_FEWEST_DONE: Final = 3


def goals_in_sentences(block: Block) -> Iterator[tuple[Span, str]]:
    """Yield the goals of each sentence that counts up two or more, with what leads to them."""
    if block.kind is not BlockKind.TEXT:
        return
    for lead in _LEAD.finditer(block.text):
        for part in _to_that(block, lead) or _stated(block, lead):
            yield part, lead[0]
    for lead in _REACHED.finditer(block.text):
        parts = _parts(block, lead.end(), _DONE)
        for part in parts if len(parts) >= _FEWEST_DONE else ():
            yield part, lead[0]


def goals_told_behind(block: Block) -> Iterator[tuple[Span, str]]:
    """Yield the sentences behind one that counts them as goals, with what counts them.

    Where just as many say what shall be, these, whatever stands between; else the next ones
    if each tells a result, and the year is told by which.
    """
    if block.kind is not BlockKind.TEXT:
        return
    yield from _in_order(block)
    yield from _following(block)
    lead = _COUNTED.search(block.text)
    if lead is None:
        return
    told = list(SENTENCE.finditer(block.text, lead.end()))
    wanted = NUMERALS.index(lead["count"].lower()) + 2
    alone = [one for one in told if not GOES_ON.match(one[0])]
    shall = [one for one in alone if _SHALL.search(one[0])]
    next_ones = told[:wanted] if lead["until"] else []
    results = all(one in alone and RESULT.match(one[0]) for one in next_ones)
    found = shall if len(shall) == wanted else next_ones if results else []
    for one in found if len(found) == wanted else ():
        yield Span(block.start + one.start(), block.start + one.end()), lead[0]


def _in_order(block: Block) -> Iterator[tuple[Span, str]]:
    """Yield the goals that sentences count up behind one about goals: `Det första är att`."""
    found = list(_IN_ORDER.finditer(block.text))
    lead = block.text[: found[0].start()] if len(found) > 1 else ""
    if GOALS.search(lead):
        for one in found:
            yield Span(block.start + one.start("goal"), block.start + one.end("goal")), lead


def _following(block: Block) -> Iterator[tuple[Span, str]]:
    """Yield all sentences behind one that says that the goals follow, if each tells a result."""
    lead = _FOLLOWING.search(block.text)
    told = list(SENTENCE.finditer(block.text, lead.end())) if lead else []
    if lead and len(told) > 1 and all(map(_is_result, told)):
        for one in told:
            yield Span(block.start + one.start(), block.start + one.end()), lead[0]


def _is_result(told: re.Match[str]) -> bool:
    return not GOES_ON.match(told[0]) and RESULT.match(told[0]) is not None


def _stated(block: Block, lead: re.Match[str]) -> list[Span]:
    """Return the clauses behind a colon that each say what shall be."""
    parts = _parts(block, lead.end(), _COMMA) if lead[0].rstrip().endswith(":") else []
    shall = all(_SHALL.search(block.slice(part)) for part in parts)
    return parts if shall and len(parts) > 1 else []


def _to_that(block: Block, lead: re.Match[str]) -> list[Span]:
    """Return the clauses behind a lead that each begin with `att`."""
    parts = _parts(block, lead.end(), _TO_THAT)
    alike = all(block.slice(part).startswith("att ") for part in parts)
    if not alike or len(parts) < 2:
        return []
    # Behind a colon, or with nothing between, stands a list; what a sentence says is the clause.
    between = block.slice(Span(parts[-2].end, parts[-1].start))
    listed = lead[0].rstrip().endswith(":") or not between.strip(" ,;")
    return parts if listed else [Span(part.start + len("att "), part.end) for part in parts]


def _parts(block: Block, start: int, mark: re.Pattern[str]) -> list[Span]:
    """Return the parts of a sentence from a place on; none if one has too few words."""
    end = _END.search(block.text, start)
    last = end.start() if end else len(block.text)
    cuts = [(start, start), *(found.span() for found in mark.finditer(block.text, start, last))]
    spans = [
        Span(block.start + before[1], block.start + after[0])
        for before, after in pairwise([*cuts, (last, last)])
        if before[1] < after[0]
    ]
    whole = all(len(block.slice(span).split()) >= _FEWEST_WORDS for span in spans)
    return spans if whole else []
