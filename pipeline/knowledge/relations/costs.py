"""Costs: sums of money and shares of working time, in sentences and tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from pipeline.knowledge.dates import years_in
from pipeline.knowledge.scene import Scene, Span
from pipeline.knowledge.structure.grids import Grid, GridRow, grids
from pipeline.knowledge.textflow import Block, BlockKind

_NUMBER: Final = r"\d{1,3}(?:[ .]\d{3})+|\d+(?:,\d+)?"
_UNIT: Final = (
    r"(?P<scale>mnkr|mkr|msek|meur|tkr|tsek|ksek|miljoner|miljon|miljarder|tusen)?"
    r" ?(?P<currency>kronor|kr\b|sek\b|euro\b|eur\b|€|dkk\b|nok\b)?"
)
_AMOUNT: Final = re.compile(rf"(?P<number>{_NUMBER}) ?{_UNIT}(?:\b|(?=[ .,;:)])|$)", re.IGNORECASE)
_FTE: Final = re.compile(
    rf"(?P<number>{_NUMBER}) ?(?:%|procent)(?: av)?(?: en)?(?: \w+)? ?"
    r"(?:heltid\w*|årsarbet\w*|tjänst\b|arbetstid\w*)",
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
_CURRENCIES: Final = {"euro": "EUR", "eur": "EUR", "€": "EUR", "dkk": "DKK", "nok": "NOK"}
_SUBJECTS: Final = ("project", "network", "programme", "fund")
_WHOLE: Final = re.compile(r"\bsamlade? (?:budget|kostnad|ram)", re.IGNORECASE)
_SUM: Final = re.compile(r"summa|totalt|budget", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cost:
    """A sum, or a share of a full-time post in percent, and what it is for."""

    subject_id: str | None
    year: int | None
    amount: float | None
    currency: str | None
    fte_percent: float | None
    approximate: bool
    evidence: Span


def find_costs(scene: Scene) -> list[Cost]:
    """Return the costs that a document names; the same sum for one thing counts once."""
    found: dict[tuple[object, ...], Cost] = {}
    for place, cost in enumerate((*_from_text(scene), *_from_tables(scene))):
        key = (cost.subject_id or place, cost.amount or place, cost.currency)
        before = found.get(key)
        found[key] = _merge(before, cost) if before else cost
    return list(found.values())


def _merge(one: Cost, other: Cost) -> Cost:
    return replace(
        one, year=one.year or other.year, fte_percent=one.fte_percent or other.fte_percent
    )


def _year(scene: Scene, subject: str | None, text: str) -> int | None:
    """Return the year of a sum: as told, else that of a document for one year.

    A project's sum is for all of its time, unless a year is told.
    """
    years = set(years_in(text))
    if len(years) == 1:
        return years.pop()
    if subject is not None and scene.registry.thing(subject).type == "project":
        return None
    profile = scene.profile
    return profile.year_from if profile.year_from == profile.year_to else None


def _from_text(scene: Scene) -> Iterator[Cost]:
    for index, span in scene.paragraphs():
        if scene.flow.blocks[index].kind in {BlockKind.CELL, BlockKind.HEADING}:
            continue
        for sentence in scene.sentences_in(span):
            yield from _sentence(scene, sentence)


def _sentence(scene: Scene, sentence: Span) -> Iterator[Cost]:
    text = scene.text(sentence)
    shares = [
        (match.start(), _value(match["number"]), match.end()) for match in _FTE.finditer(text)
    ]
    for match in _AMOUNT.finditer(text):
        money = _money(match)
        if money is None:
            continue
        about = bool(_ABOUT.search(text[max(0, match.start() - 30) : match.start()]))
        share = next((value for _, value, _ in shares), None)
        shares = []
        span = Span(sentence.start + match.start(), sentence.start + match.end())
        subject = _subject(scene, sentence, span)
        yield Cost(subject, _year(scene, subject, text), *money, share, about, span)
    for start, value, end in shares:
        about = bool(_ABOUT.search(text[max(0, start - 30) : start]))
        span = Span(sentence.start + start, sentence.start + end)
        subject = _subject(scene, sentence, span)
        yield Cost(subject, _year(scene, subject, text), None, None, value, about, span)


def _money(match: re.Match[str]) -> tuple[float, str] | None:
    """Return an amount in whole units and its currency; None if it is no money."""
    scale, currency = (match["scale"] or "").lower(), (match["currency"] or "").lower()
    if not currency and scale not in {"mnkr", "mkr", "msek", "meur", "tkr", "tsek", "ksek"}:
        return None
    code = "EUR" if scale == "meur" else _CURRENCIES.get(currency.strip(), "SEK")
    return round(_value(match["number"]) * _SCALES.get(scale, 1), 2), code


def _value(number: str) -> float:
    return float(re.sub(r"[ .](?=\d{3})", "", number).replace(",", "."))


def _subject(scene: Scene, sentence: Span, span: Span) -> str | None:
    """Return what a sum is for: named in the sentence, else in the headings above."""
    near = scene.within(sentence, *_SUBJECTS)
    if near:
        return min(near, key=lambda named: abs(named.start - span.start)).entity_id
    block = scene.flow.blocks[scene.flow.block_at(span.start)]
    earlier = scene.within(Span(block.start, sentence.start), "project")
    if earlier:
        return earlier[-1].entity_id
    headed = scene.headed(scene.section_at(span.start), *_SUBJECTS)
    if headed is not None:
        return headed.entity_id
    return scene.issuer if _WHOLE.search(scene.text(sentence)) else None


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
    subject = _row_subject(scene, row.cells.get(min(row.cells), ()))
    yield Cost(
        subject,
        _year(scene, subject, f"{header} {text}"),
        money[0] if money else None,
        money[1] if money else None,
        _value(fte["number"]) if fte else None,
        bool(_ABOUT.search(text)),
        Span(cell[0].start, cell[-1].end),
    )


def _unit_of(header: str) -> str:
    match = re.search(r"\b(?:mkr|mnkr|tkr|kr|sek|kronor|euro|eur)\b", header, re.IGNORECASE)
    return match[0] if match else ""


def _row_subject(scene: Scene, cell: tuple[Block, ...]) -> str | None:
    for block in cell:
        for named in scene.within(Span(block.start, block.end), *_SUBJECTS):
            return named.entity_id
        if _SUM.match(block.text):
            return scene.issuer
    return None
