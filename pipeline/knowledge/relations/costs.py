"""Costs: sums of money and shares of working time, in sentences and tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from pipeline.knowledge.dates import year_of_statement
from pipeline.knowledge.relations.cost_subjects import Subject, subject_of, subject_of_row
from pipeline.knowledge.scene import Scene, Span
from pipeline.knowledge.structure.grids import Grid, GridRow, grids
from pipeline.knowledge.structure.goals import find_goals
from pipeline.knowledge.textflow import BlockKind

_NUMBER: Final = r"\d{1,3}(?:[ .]\d{3})+|\d+(?:,\d+)?"
_UNIT: Final = (
    r"(?P<scale>mnkr|mkr|msek|meur|tkr|tsek|ksek|miljoner|miljon|miljarder|tusen)?"
    r" ?(?P<currency>kronor|kr\b|sek\b|euro\b|eur\b|€|dkk\b|nok\b|ecu\b)?"
)
_AMOUNT: Final = re.compile(rf"(?P<number>{_NUMBER}) ?{_UNIT}(?:\b|(?=[ .,;:)])|$)", re.IGNORECASE)
_FTE: Final = re.compile(
    rf"(?P<number>{_NUMBER}) ?(?:%|procent)(?: av)?(?: en)?(?: \w+)? ?"
    r"(?:heltid\w*|årsarbet\w*|tjänst\b|arbetstid\w*)"
    rf"|(?P<posts>{_NUMBER}|\ben|\btvå|\btre) (?:heltidstjänst\w*|årsarbet\w*|heltider)"
    r"|(?P<half>\ben halvtidstjänst|\bpå halvtid)|(?P<full>\bpå heltid)",
    re.IGNORECASE,
)
_IN_WORDS: Final = {"en": 1.0, "två": 2.0, "tre": 3.0}
# A rate or a comparison is no sum: `2 kr per invånare`, `300 tkr lägre än`.
_NO_SUM: Final = re.compile(
    r" ?=| ?(?:per|/) ?(?:invånare|capita|elev|person|deltagare)"
    r"|\.? ?(?:lägre|högre|mer|mindre) än",
    re.IGNORECASE,
)
_PERCENT: Final = re.compile(rf"(?P<number>{_NUMBER}) ?(?:%|procent)", re.IGNORECASE)
_ABOUT: Final = re.compile(
    r"\b(?:ca|cirka|c:a|ungefär|uppskatta\w*|omkring|drygt|knappt|runt|beräknas)\b", re.IGNORECASE
)
_SCALES: Final = {
    **dict.fromkeys(("mnkr", "mkr", "msek", "meur", "miljoner", "miljon"), 1_000_000),
    **dict.fromkeys(("tkr", "tsek", "ksek", "tusen"), 1_000),
    "miljarder": 1_000_000_000,
}
_CURRENCIES: Final = {
    "euro": "EUR",
    "eur": "EUR",
    "€": "EUR",
    "ecu": "XEU",
    "dkk": "DKK",
    "nok": "NOK",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """A sum, or a share of a full-time post in percent, and what it is for."""

    subject: Subject
    year: int | None
    amount: float | None
    currency: str | None
    fte_percent: float | None
    approximate: bool
    evidence: Span


def find_costs(scene: Scene) -> list[Cost]:
    """Return the costs that a document names; the same sum for one thing counts once.

    A share of working time told beside a sum for the same thing, in its paragraph, is of
    one cost with it.
    """
    found: dict[tuple[object, ...], Cost] = {}
    for place, cost in enumerate((*_from_text(scene), *_from_tables(scene))):
        beside = next(
            (key for key, other in found.items() if _completes(scene, other, cost)),
            (cost.subject.name or place, cost.amount or place, cost.currency),
        )
        before = found.get(beside)
        found[beside] = _merge(before, cost) if before else cost
    return list(found.values())


def _completes(scene: Scene, one: Cost, other: Cost) -> bool:
    """Tell whether one names the money and the other the working time for the same thing."""
    halves = (one.amount is None) != (other.amount is None)
    free = one.fte_percent is None or other.fte_percent is None
    place = scene.flow.block_at
    return (
        halves
        and free
        and one.subject == other.subject
        and place(one.evidence.start) == place(other.evidence.start)
    )


def _merge(one: Cost, other: Cost) -> Cost:
    first, second = (one, other) if one.amount is not None else (other, one)
    return replace(
        first,
        year=first.year or second.year,
        fte_percent=first.fte_percent or second.fte_percent,
    )


def _year(scene: Scene, subject: Subject, text: str, offset: int) -> int | None:
    """Return the year of a sum: as told, else of the heading, else of a document for one year.

    A project's sum is for all of its time, unless a year is told.
    """
    told = year_of_statement(text)
    if told is not None:
        return told
    if subject.entity_id and scene.registry.thing(subject.entity_id).type == "project":
        return None
    profile = scene.profile
    whole = profile.year_from if profile.year_from == profile.year_to else None
    return scene.outline.heading_year(scene.section_at(offset)) or whole


def _from_text(scene: Scene) -> Iterator[Cost]:
    goals = {goal.span for goal in find_goals(scene.flow.blocks, scene.outline)}
    for index, span in scene.paragraphs():
        kind = scene.flow.blocks[index].kind
        if kind in {BlockKind.CELL, BlockKind.HEADING} or span.start in goals:
            continue
        for sentence in scene.sentences_in(span):
            yield from _sentence(scene, sentence)


def _sentence(scene: Scene, sentence: Span) -> Iterator[Cost]:
    """Yield the sums of a sentence; the first takes a share of working time told beside it."""
    text = scene.text(sentence)
    shares = list(_FTE.finditer(text))
    for match in _AMOUNT.finditer(text):
        money = _money(match)
        rate = text[: match.start()].endswith("= ")
        if money is None or rate or _NO_SUM.match(text, match.end()):
            continue
        share = _share(shares[0]) if shares else None
        shares = []
        yield _cost(scene, sentence, match, money, share)
    for match in shares:
        yield _cost(scene, sentence, match, (None, None), _share(match))


def _cost(
    scene: Scene,
    sentence: Span,
    match: re.Match[str],
    money: tuple[float | None, str | None],
    share: float | None,
) -> Cost:
    text = scene.text(sentence)
    about = bool(_ABOUT.search(text[max(0, match.start() - 30) : match.start()]))
    span = Span(sentence.start + match.start(), sentence.start + match.end())
    subject = subject_of(scene, sentence, span)
    return Cost(subject, _year(scene, subject, text, span.start), *money, share, about, span)


def _share(match: re.Match[str]) -> float:
    """Return a share of a full-time post in percent."""
    if match["posts"]:
        words = match["posts"].lower()
        return 100 * (_IN_WORDS.get(words) or _value(words))
    if match["half"] or match["full"]:
        return 50.0 if match["half"] else 100.0
    return _value(match["number"])


def _money(match: re.Match[str]) -> tuple[float, str] | None:
    """Return an amount in whole units and its currency; None if it is no money."""
    scale, currency = (match["scale"] or "").lower(), (match["currency"] or "").lower()
    if not currency and scale not in {"mnkr", "mkr", "msek", "meur", "tkr", "tsek", "ksek"}:
        return None
    code = "EUR" if scale == "meur" else _CURRENCIES.get(currency.strip(), "SEK")
    return round(_value(match["number"]) * _SCALES.get(scale, 1), 2), code


def _value(number: str) -> float:
    return float(re.sub(r"[ .](?=\d{3})", "", number).replace(",", "."))


def _from_tables(scene: Scene) -> Iterator[Cost]:
    for grid in grids(scene.flow.blocks):
        columns = grid.columns("cost", "fte")
        if not columns:
            continue
        for row in grid.rows:
            yield from _row(scene, grid, row, columns)


def _row(scene: Scene, grid: Grid, row: GridRow, columns: dict[str, int]) -> Iterator[Cost]:
    header = grid.header.get(columns.get("cost", -1), "")
    text = row.text(columns["cost"]) if "cost" in columns else ""
    match = _AMOUNT.search(f"{text} {_unit_of(header)}" if text[-1:].isdigit() else text)
    money = _money(match) if match else None
    fte = _PERCENT.search(row.text(columns["fte"])) if "fte" in columns else None
    if money is None and fte is None:
        return
    cell = row.cells[columns["cost"] if money else columns["fte"]]
    subject = subject_of_row(scene, row.cells.get(min(row.cells), ()))
    yield Cost(
        subject,
        _year(scene, subject, f"{header} {text}", cell[0].start),
        money[0] if money else None,
        money[1] if money else None,
        _value(fte["number"]) if fte else None,
        bool(_ABOUT.search(text)),
        Span(cell[0].start, cell[-1].end),
    )


def _unit_of(header: str) -> str:
    match = re.search(r"\b(?:mkr|mnkr|tkr|kr|sek|kronor|euro|eur)\b", header, re.IGNORECASE)
    return match[0] if match else ""
