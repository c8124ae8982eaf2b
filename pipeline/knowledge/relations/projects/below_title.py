"""What a title that names a project, and the paragraph below it, tell of the project."""

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Final

from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.projects.descriptions import said_of_it
from pipeline.knowledge.relations.projects.details import PROGRAMME_OF
from pipeline.knowledge.structure.fields import field_of
from pipeline.knowledge.telling import Telling, spans_inside
from pipeline.knowledge.textflow import BlockKind, Flow

_FIRST_SENTENCE: Final = re.compile(r"[^.!?]{8,160}(?=[.!?](?: |$))")
_NAMES_AGAIN: Final = re.compile(r"(?:Projektet|Förstudien|Vi|Det|Här|Ansökan|Syftet)\b")
# What says who works in a project says not what it is about.
_WHO_DOES: Final = re.compile(
    r"\b(?:deltar|medverkar|driver|leder|ingår|beviljat\w*|har fått|får stöd|får medel|ansökt"
    r"|sökt|är (?:[\w-]+ )?(?:projektägare|\w*part(?:ner)?|koordinator|samordnare|sökande"
    r"|\w*finansiär))\b"
)
SHORT_BEHIND: Final = r" [–—-] [A-ZÅÄÖ]{2,8}"
"""The letters that a name is shortened to, behind a dash: `Hela havet lever - HHL`."""

# `FERSKEN – gemensam räddningstjänst`: a heading that explains the name itself.
_EXPLAINED: Final = re.compile(
    rf"(?P<name>[^–—]{{2,60}}?)(?!{SHORT_BEHIND}$)"
    r" [–—-] (?P<description>\S[^–—]{4,}?)(?: \([A-ZÅÄÖ][^()]*\))?"
    # `Almviks matcentrum ”Smak, kunskap och handel”`
    r"|(?P<called>(?!\w*(?:[Pp]rojektet|[Ff]örstudien?|[Pp]rojekt) )[^–—\"”“»:(]{2,60}?)"
    r" [\"”“»](?P<quoted>[^\"”“»«]{4,})[\"”“«]"
    r"|(?P<short>[^\W_a-zåäö][\w+-]*), (?P<long>[^,:;–—()]+(?: [^,:;–—()]+){2,}?):?"
)
_FUNDER: Final = re.compile(
    r"\b(?:Finansiär(?:er)?|Finansieras av|Finansiering): (?P<funder>[^\W\d_a-zåäö][\w+-]*"
    r"(?: [\w+-]+){0,5}?)(?=[,.;\n]|$| [A-ZÅÄÖ][a-zåäö]+:)"
)


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph."""
    return re.split(r"(?<=[.!?]) (?=[^\W\d_a-zåäö])", text)


def called_by(title: str) -> str | None:
    """Return the name in a title that explains it, too; None in any other."""
    match = _EXPLAINED.fullmatch(title)
    return (match["name"] or match["called"] or match["short"]) if match else None


def explained_name(text: str) -> tuple[Span, Span] | None:
    """Return the spans of name and explanation in `FERSKEN – gemensam räddningstjänst`."""
    match = _EXPLAINED.fullmatch(text)
    named = match and next((group for group in ("name", "called") if match[group]), None)
    return (Span(*match.span(named)), _explanation(match)) if match and named else None


def _explanation(match: re.Match[str]) -> Span:
    told = next(group for group in ("description", "quoted", "long") if match[group])
    return Span(*match.span(told))


def told_below(flow: Flow, name: Span, whole: Span, funders: Sequence[Span]) -> Telling:
    """Return what stands below a heading: its first sentence describes, unless it names it."""
    head = flow.blocks[flow.block_at(name.start)]
    explained = _EXPLAINED.fullmatch(flow.text, name.start, head.end)
    first_told = _explanation(explained).end if explained else name.end
    funder = _funder_of(flow, Span(first_told, whole.end), funders)
    if whole.end <= head.end:
        return Telling(name, whole)
    if explained:
        return Telling(name, whole, _explanation(explained), funder)
    place = flow.block_at(head.end + 1)
    while field_of(flow.blocks[place], place) and flow.blocks[place].end < whole.end:
        place += 1
    below = flow.blocks[place]
    first = _FIRST_SENTENCE.match(below.text)
    called = flow.text[name.start : name.end]
    told = first is not None and not _NAMES_AGAIN.match(first[0]) and called not in first[0]
    told = told and not _WHO_DOES.search(below.text[: first.end() if first else 0])
    told = told and not any(map(said_of_it, sentences(flow.text[below.start : whole.end])))
    plain = below.kind is BlockKind.TEXT and field_of(below, 0) is None
    description = Span(below.start, below.start + first.end()) if told and plain and first else None
    return Telling(name, whole, description, funder)


def _funder_of(flow: Flow, span: Span, funders: Sequence[Span]) -> Span | None:
    """Return the funder that a label names, else the first one known."""
    if match := _FUNDER.search(flow.text, span.start, span.end):
        return Span(*match.span("funder"))
    inside = spans_inside(funders, span)
    parted = (flow.text[one.end : other.start] for one, other in pairwise(inside))
    if any(map(PROGRAMME_OF.fullmatch, islice(parted, 1))):
        return inside[1]  # the first only says whose programme it is
    return inside[0] if inside else None
