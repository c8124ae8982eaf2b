"""Costs: sums of money and shares of working time, in sentences and tables."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from pipeline.knowledge.amounts import (
    Money,
    Share,
    find_money,
    find_shares,
    money_of_cell,
)
from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.relations.costs.cost import Cost, merged
from pipeline.knowledge.relations.costs.payers import payers_in
from pipeline.knowledge.relations.costs.repeats import without_repeats
from pipeline.knowledge.relations.costs.rows import label_subject, labels_in_run, names_behind
from pipeline.knowledge.relations.costs.shares import subject_of_share
from pipeline.knowledge.relations.costs.subject import Subject
from pipeline.knowledge.relations.costs.subjects import subject_of
from pipeline.knowledge.relations.costs.tables import TableCost, tabled_costs
from pipeline.knowledge.relations.costs.years import (
    YEAR_BEFORE,
    is_project,
    year_beside,
    year_of,
    year_of_rows,
)
from pipeline.knowledge.scene import Scene, Span
from pipeline.knowledge.structure.fields import field_of
from pipeline.knowledge.telling import moved
from pipeline.knowledge.textflow import BlockKind

_ABOUT: Final = re.compile(
    r"\b(?:ca|cirka|c:a|ungefär|uppskatta\w*|omkring|drygt|knappt|runt|beräknas)\b", re.IGNORECASE
)
# What several things are given together, told of none of them: `10 mkr till nio projekt`
_OF_SEVERAL: Final = re.compile(
    r"\b(?:projekt(?:en)?|ansökningar(?:na)?|förstudier(?:na)?)\b(?! [A-ZÅÄÖ\"”“])"
    r"|^(?:Totalt|Sammanlagt|Tillsammans)\b"
)
_SHARED: Final = re.compile(
    r"\btill (?:de )?(?:\d+|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv) (?:\w+ )?projekt\b"
    r"|\btill projekten\b(?! [A-ZÅÄÖ\"”“])"
    r"|\b(?:bifölls|beviljades)\b[^.;]*\b(?:ansökningar|sammanlagt)\b"
)
# `Av dessa går 400 000 kronor till`: in the year of the sum before
_OF_IT: Final = re.compile(
    r"(?:Av (?:dess[ae]|detta|de[nmt]|pengarna|summan|beloppet|medlen|ramen|anslaget|budgeten)"
    r"|Därav|Härav|Varav|Därtill|Därutöver|Dessutom)\b"
)
_PARTS: Final = re.compile(
    r"(?:Stödet|Summan|Beloppet|Medlen|Bidraget|EU) (?:består|utgörs|bidrar)"
)
# What is earned, owed or sold is no cost.
_NO_COST: Final = Anchored(
    r"\b(?:export\w*|(?<!projekten )(?<!projektet )omsätt\w*(?! projekte)"
    r"|omsatte|sålde|säljer|vinst\w*|skuld\w*|skattesats\w*|borgen\w*|BNP|BRP)\b",
    re.IGNORECASE,
)
# What was so once: `tidigare avsattes 50 %`
_BEFORE: Final = re.compile(r"\b(?:tidigare|dessförinnan)\b[^.;,]*$")
_FIGURE: Final = re.compile(r"\d")
# Sums and shares of a post told without a figure.
_IN_WORDS: Final = Anchored(
    r"\b(?:hel|halv|kvarts|tredjedels|femtedels|tiondels)(?:tid| tjänst)|årsarbet|\bmiljon"
    r"|\btjänster\b|\bhalva (?:sin |hennes |hans )?(?:arbetstid|tjänst)"
)
# What fact boxes call sums, and a sum told without its currency.
_SUM_LABEL: Final = re.compile(
    r"medel\b|kostnad|budget|belopp|finansiering|stöd\b|bidrag", re.IGNORECASE
)
_BARE_SUM: Final = re.compile(r"\d{4,}|\d{1,3}(?:[ .]\d{3})+")


def find_costs(scene: Scene) -> list[Cost]:
    """Return the costs that a document names; the same sum for one thing counts once.

    A share of working time told beside a sum for the same thing, in its paragraph or box, is
    of one cost with it.
    """
    found: dict[tuple[object, ...], Cost] = {}
    told_at: defaultdict[int, list[tuple[object, ...]]] = defaultdict(list)
    tabled = (_of_table(scene, one) for one in tabled_costs(scene))
    for place, cost in enumerate((*_from_text(scene), *_from_boxes(scene), *tabled)):
        places = _places(scene, cost)
        near = chain.from_iterable(told_at[one] for one in places)
        key = next(
            (key for key in near if _completes(scene, found[key], cost)),
            (cost.subject.name or place, cost.amount or place, cost.currency, cost.year),
        )
        before = found.get(key)
        found[key] = merged(before, cost) if before else cost
        for one in places:
            told_at[one].append(key)
    return without_repeats(scene, list(found.values()))


def _places(scene: Scene, cost: Cost) -> set[int]:
    """Return the blocks by which a cost is found again: its own, and the first of its box."""
    start = cost.evidence.start
    box = scene.box_at(start)
    own = scene.flow.block_at(start)
    return {own, box.fields[0].block} if box else {own}


def _completes(scene: Scene, one: Cost, other: Cost) -> bool:
    """Tell whether one names the money and the other the working time for the same thing."""
    halves = (one.amount is None) != (other.amount is None)
    free = one.fte_percent is None or other.fte_percent is None
    starts = (one.evidence.start, other.evidence.start)
    first, second = map(scene.flow.block_at, starts)
    box, beside = map(scene.box_at, starts)
    together = first == second or (box is not None and box is beside)
    return halves and free and one.subject == other.subject and together


def _from_text(scene: Scene) -> Iterator[Cost]:
    goals = {goal.span.start for goal in scene.goals}
    acts = _cells_of_activities(scene)
    for index, span in scene.paragraphs():
        block = scene.flow.blocks[index]
        if not (_FIGURE.search(block.text) or _IN_WORDS.search(block.text)):
            continue
        listed = scene.telling_at(block.content_start)
        headed = (
            block.kind is BlockKind.HEADING
            and field_of(block, index) is None
            and (listed is None or listed.whole.end > block.end)
        )
        celled = block.kind is BlockKind.CELL and block.start not in acts
        if not (celled or headed or block.content_start in goals):
            yield from _paragraph(scene, span)


def _cells_of_activities(scene: Scene) -> set[int]:
    """Return the beginnings of the cells that say in sentences what is to be done."""
    found: set[int] = set()
    for grid in scene.tables:
        column = grid.columns("activity").get("activity")
        cells = (row.cells.get(column, ()) for row in grid.rows) if column is not None else ()
        found.update(block.start for cell in cells for block in cell)
    return found


def _paragraph(scene: Scene, span: Span) -> Iterator[Cost]:
    """Yield the sums of a paragraph; without a subject they are for what the one before is.

    Those that several projects share, and what is told of them then, are of nothing by itself.
    """
    subject, shared = Subject(), False
    year: int | None = None
    for sentence in scene.sentences_in(span):
        text = scene.text(sentence)
        for told in _sentence(scene, sentence):
            of_year = told.year or (year if _OF_IT.match(text) else None)
            cost = told if is_project(scene, told.subject) else replace(told, year=of_year)
            year = cost.year
            own = any(cost.subject)
            goes_on = shared and (not own or _PARTS.match(text))
            shared = bool(goes_on or _SHARED.search(text) or (not own and _OF_SEVERAL.search(text)))
            subject = cost.subject if own else subject
            if not shared:
                alone = own or cost.amount is None
                yield cost if alone else replace(cost, subject=subject)


def _from_boxes(scene: Scene) -> Iterator[Cost]:
    """Yield the sums of projects that labelled lines tell where no sentence does.

    Those set as rows of two cells, and bare numbers, whose currency nobody tells.
    """
    blocks = scene.flow.blocks
    for field in (field for box in scene.boxes for field in box.fields):
        if scene.project_of(field.value.start) is None:
            continue
        text = scene.text(field.value)
        if blocks[field.block].kind is BlockKind.CELL:
            for money in find_money(text):
                yield _of_money(scene, field.value, money)
        elif _SUM_LABEL.search(field.label) and _BARE_SUM.fullmatch(text.strip()):
            bare = money_of_cell(text, "kr")
            if bare is not None:
                yield replace(_of_money(scene, field.value, bare), currency=None)


def _sentence(scene: Scene, sentence: Span) -> Iterator[Cost]:
    """Yield the sums of a sentence; the first takes a share of working time told beside it."""
    text = scene.text(sentence)
    told = find_shares(text, of_person=bool(scene.within(sentence, "person")))
    shares = [share for share in told if not _BEFORE.search(text, 0, share.start)]
    sums = [] if _NO_COST.search(text) else list(find_money(text))
    spans = [_of(sentence, money) for money in sums]
    places = [Span(money.start, money.end) for money in sums]
    labels, behind = labels_in_run(text, places), names_behind(text, places)
    payers = payers_in(scene, sentence, spans)
    last: Cost | None = None
    for place, money in enumerate(sums):
        cost = _of_money(scene, sentence, money, spans)
        if last is not None and last.year is not None and YEAR_BEFORE.match(text, money.end):
            cost = replace(cost, subject=last.subject, year=last.year - 1)
        if labels:
            cost = _of_label(scene, cost, moved(labels[place], sentence.start))
        elif payers:
            cost = replace(cost, subject=payers[place], year=cost.year or year_of_rows(scene))
        elif behind:
            name = moved(behind[place], sentence.start)
            cost = replace(cost, subject=label_subject(scene, name))
        if shares:
            worked = subject_of_share(scene, sentence, _of(sentence, shares[0]))
            of = cost.subject if any(cost.subject) else worked
            cost = replace(cost, fte_percent=shares[0].percent, subject=of)
        yield cost
        last, shares = cost, []
    for share in shares:
        yield _of_share(scene, sentence, share)


def _of(sentence: Span, told: Money | Share) -> Span:
    return Span(sentence.start + told.start, sentence.start + told.end)


def _of_money(scene: Scene, sentence: Span, money: Money, sums: Sequence[Span] = ()) -> Cost:
    text = scene.text(sentence)
    span = _of(sentence, money)
    subject = subject_of(scene, sentence, span, sums)
    year = year_beside(text, money) or year_of(scene, subject, text, span.start)
    about = _is_about(text, money.start)
    return Cost(subject, year, money.amount, money.currency, None, about, span)


def _of_label(scene: Scene, cost: Cost, label: Span) -> Cost:
    """Return a cost as one of a row: for what its label says, in the year of the document."""
    subject = label_subject(scene, label)
    year = cost.year if is_project(scene, subject) else cost.year or year_of_rows(scene)
    return replace(cost, subject=subject, year=year)


def _of_share(scene: Scene, sentence: Span, share: Share) -> Cost:
    text = scene.text(sentence)
    span = _of(sentence, share)
    subject = subject_of_share(scene, sentence, span)
    year = year_beside(text, share) or year_of(scene, subject, text, span.start)
    return Cost(subject, year, None, None, share.percent, _is_about(text, share.start), span)


def _is_about(text: str, start: int) -> bool:
    return bool(_ABOUT.search(text[max(0, start - 30) : start]))


def _of_table(scene: Scene, one: TableCost) -> Cost:
    told = one.time if is_project(scene, one.subject) else one.year
    year = told or year_of(scene, one.subject, one.text, one.evidence.start)
    if not is_project(scene, one.subject):
        year = year or year_of_rows(scene)
    money = one.money
    return Cost(
        one.subject,
        year,
        money.amount if money else None,
        money.currency if money else None,
        one.percent,
        bool(_ABOUT.search(one.text)),
        one.evidence,
    )
