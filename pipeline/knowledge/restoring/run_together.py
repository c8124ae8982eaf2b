"""Headings and lists that run together in a page whose lines were joined.

`Mål till 2020 Kommunen har en strategi. Så når vi målen Utse ansvariga Söka medel`: a label of
goals or activities, or a heading such as every plan has, is told by the capital behind it; an
item by what is to be done, or by who has done what, at its beginning.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from pipeline.knowledge.structure.announced import TO_DO
from pipeline.knowledge.structure.labels import activity_label, goal_label
from pipeline.knowledge.structure.wording import WORK_LABEL, YEAR
from pipeline.knowledge.textflow import BlockKind
from pipeline.layout.wording import is_unfinished
from pipeline.text.bullets import SURE_SIGNS


class Cut(NamedTuple):
    """Where a block begins anew in a text, as what, and how long its number is."""

    start: int
    kind: BlockKind
    marker: str = ""


_YEARS: Final = rf"{YEAR}(?: ?[–-] ?{YEAR})?"
_TITLE: Final = re.compile(
    r"(?:^|(?<= ))(?P<number>\d{1,2}\. )?(?P<title>[A-ZÅÄÖ][a-zåäö-]+"
    rf"(?: (?:[a-zåäö][a-zåäö-]*|EU\b[\w:-]*|{_YEARS})(?![\w,.:;])){{0,7}})"
    rf" (?=[A-ZÅÄÖ{SURE_SIGNS}]|1[.:)] )"
)
CHAPTER: Final = re.compile(
    r"(?:Inledning|Bakgrund|Syfte|Sammanfattning|Vision|Organisation|Styrelsen?|Medlemmar"
    r"|Nätverk|Samarbeten|(?:(?:Pågående|Avslutade|Genomförda|Nya) p|P)rojekt|Ekonomi|Budget"
    r"|Resurser|Finansiering|Kostnader|Avgifter|Uppföljning|Genomförande|Representanter"
    rf"|Representation|Möten|Kommunikation)(?: {_YEARS})?"
)
"""A heading such as every plan has."""
_BEFORE: Final = re.compile(r"(?:^|[a-zåäö\d)%.!?:] )$")
_BEHIND_STOP: Final = re.compile(r"(?:^|[.!?] )$")
# `ÄRENDE NR 2/2013 Verksamhetsplan`, `§ 4 Val`: the head of a matter, no entry of the contents
_MATTER: Final = re.compile(
    r"(?:^|(?<= ))(?:(?:ÄRENDE|Ärende)(?: (?:NR|[Nn]r)\.?)? \d+(?:/\d+)?|§ ?\d+)"
    r"(?! [^.]{2,80}\.{3})"
    rf"(?P<of> [A-ZÅÄÖ][\w-]+(?: (?:[a-zåäö][\w-]*|{_YEARS})){{0,7}})? (?=[A-ZÅÄÖ])"
)
_CAPITAL: Final = re.compile(r"(?<= )[A-ZÅÄÖ][\w-]+ (?=\w)")
_VERB: Final = r"(?:ska|skall|har|är|får|ökar|minskar|deltar|kan|uppgår)"
_CLAUSE: Final = re.compile(rf"[A-ZÅÄÖ][\w-]+(?: [\w-]+){{0,4}}? {_VERB}\b")
# What states a goal; behind a stop and a label, any sentence that may be of the present.
_OPENS: Final = re.compile(rf"[A-ZÅÄÖ][\w-]+(?: [\w-]+){{0,5}}? {_VERB}\b|Att\b")
_STATES: Final = re.compile(r"[A-ZÅÄÖ][\w-]+(?: [\w-]+){1,6}? [a-zåäö]+r\b")
_STOP: Final = re.compile(r"[.!?](?= |$)")
_THAT: Final = re.compile(r"(?<=[.;,] )[Aa]tt (?=[a-zåäö])")
_LISTED: Final = re.compile(rf"[{SURE_SIGNS}]|1[.:)] ")
_NUMBER: Final = re.compile(r" \d{1,2}[.:] ?")
_FEWEST: Final = 2


def run_together(text: str) -> Iterator[Cut]:
    """Yield where the headings and the items below them begin in a text."""
    for matter in _MATTER.finditer(text):
        told = not is_unfinished(matter["of"] or "")
        yield Cut(matter.start(), BlockKind.HEADING)
        yield Cut(matter.end() if told else matter.start("of") + 1, BlockKind.TEXT)
    titles = [title for title in _TITLE.finditer(text) if _may_head(text, title)]
    ends = [*(title.start() for title in titles[1:]), len(text)]
    for title, end in zip(titles, ends, strict=False):
        items = list(_items(text[:end], title))
        if items or CHAPTER.fullmatch(title["title"]) or _leads(text, title):
            yield Cut(title.start(), BlockKind.HEADING, (title["number"] or "").rstrip())
            yield Cut(title.end(), BlockKind.TEXT)
            yield from items


def doings(text: str, start: int) -> Iterator[Cut]:
    """Yield the items from a place on, as long as each begins with what is to be done."""
    if not _is_doing(text, start):
        return
    yield Cut(start, BlockKind.ITEM)
    for word in _CAPITAL.finditer(text, start + 1):
        if _goes_on(text, word.start()):
            continue
        if _is_doing(text, word.start()):
            yield Cut(word.start(), BlockKind.ITEM)
        elif text[word.start() - 2] in ".!?:" or _CLAUSE.match(text, word.start()):
            yield Cut(word.start(), BlockKind.TEXT)
            return


def end_of_list(text: str, items: Sequence[int]) -> Iterator[Cut]:
    """Yield where text goes on behind the last of some items, by where what they say begins.

    Where each is one sentence, the last is too; else a sentence begins without a stop before it.
    """
    stops = [stop.end() for start in items if (stop := _STOP.search(text, start))]
    nexts = zip(stops, items[1:], strict=False)
    single = len(stops) == len(items) and all(_NUMBER.fullmatch(text, *part) for part in nexts)
    if single:
        yield from [Cut(stops[-1] + 1, BlockKind.TEXT)] if stops[-1] < len(text) else []
    else:
        behind = (place for place in _said(text, items[-1]) if place > items[-1])
        yield from (Cut(place, BlockKind.TEXT) for place in islice(behind, 1))


def _may_head(text: str, title: re.Match[str]) -> bool:
    """Tell whether words may be a heading, by themselves and by what stands before them."""
    words = title["title"]
    known = bool(CHAPTER.fullmatch(words)) or _is_label(words)
    before = text[: title.start()]
    return known and bool(_BEFORE.search(before)) and not _goes_on(text, title.start())


def _is_label(title: str) -> bool:
    told = goal_label(title) or activity_label(title) or WORK_LABEL.fullmatch(title)
    return bool(told) and not is_unfinished(title)


def _leads(text: str, title: re.Match[str]) -> bool:
    """Tell whether goals stand behind a label of such: sentences of what is, or a list."""
    if activity_label(title["title"]):
        return bool(_LISTED.match(text, title.end()))
    stated = _OPENS.match(text, title.end())
    if _BEHIND_STOP.search(text, 0, title.start()):
        stated = stated or _STATES.match(text, title.end())
    return bool(goal_label(title["title"]) and stated)


def _items(text: str, title: re.Match[str]) -> Iterator[Cut]:
    """Yield the items right behind a label, where nothing but their first words parts them."""
    if goal_label(title["title"]):
        starts = _clauses(text, title.end())
        if len(starts) >= _FEWEST and starts[0] == title.end() and not _leads_in(text, starts[0]):
            yield from (Cut(start, BlockKind.ITEM) for start in starts)
    elif _is_label(title["title"]):
        found = list(doings(text, title.end()))
        yield from found if sum(cut.kind is BlockKind.ITEM for cut in found) >= _FEWEST else ()


def _leads_in(text: str, start: int) -> bool:
    """Tell whether a sentence counts goals up behind words of its own: `Vårt mål är att …`."""
    clause = _CLAUSE.match(text, start)
    return clause is not None and goal_label(clause[0]) is not None


def _clauses(text: str, start: int) -> list[int]:
    """Return where clauses begin: those with `Att`, else those before the first stop."""
    if text.startswith(("Att ", "att "), start):
        return [start, *(that.start() for that in _THAT.finditer(text, start))]
    stop = _STOP.search(text, start)
    return list(_said(text[: stop.start()] if stop else text, start))


def _said(text: str, start: int) -> Iterator[int]:
    """Yield where words with a verb begin anew: none goes on from the word before it."""
    end = start
    for word in _CAPITAL.finditer(text, start):
        clause = _CLAUSE.match(text, word.start())
        if clause and word.start() >= end and not _goes_on(text, word.start()):
            yield word.start()
            end = clause.end()


def _goes_on(text: str, place: int) -> bool:
    """Tell whether what stands before a place leads on to it: `i Almvik`."""
    return is_unfinished(text[:place].rstrip())


def _is_doing(text: str, start: int) -> bool:
    return text[start : start + 1].isupper() and bool(TO_DO.match(text, start))
