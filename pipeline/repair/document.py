"""Repair of a document: judge, read every word in its context, note the edits."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from math import log

from pipeline.config import RepairConfig
from pipeline.lexicon import Lexicon
from pipeline.model.page import Decision, Line, Page, TextSource
from pipeline.model.repair import Edit, EditKind, Join, RepairedLine, RepairedPage
from pipeline.repair.candidates import UNLISTED, Candidates, Choice
from pipeline.repair.channel import Channel, Confusions, Rates, load_confusions
from pipeline.repair.context import Context, Reading
from pipeline.repair.edits import Draft, Editor
from pipeline.repair.hyphens import LineEnd, ends_in_hyphen, line_end
from pipeline.repair.judge import Evidence, Judge
from pipeline.repair.lines import CleanLine, clean_line
from pipeline.repair.sentences import Span, Unit, sentences
from pipeline.text.tokens import TokenKind, words

_HEALTHY = Rates(0.03, 0.0004)  # rates of damage up to which a page counts as healthy
_STEPS = (0.0, 0.03, 0.1, 0.3, 0.6, 0.85, 0.97, 0.995)  # rates are rounded to these
_ORDINARY_STEPS = (0.0, 0.0004, 0.001, 0.003, 0.01, 0.03)
_BULLET = re.compile(r"\s*(e|¢|«|©|¥)\s+(?=[^\W\d_])")
_SMALL_O = re.compile(r"[a-zåäö]O[a-zåäö]")
_BULLET_SCORE = 0.97
_BLOCK_LINES = 500  # lines that a stream is judged by at a time
_UNKNOWN_SHARE = 0.5  # of unlisted words in small letters that are taken for damaged


def repair_document(
    pages: Sequence[Page], lexicon: Lexicon, config: RepairConfig
) -> tuple[RepairedPage, ...]:
    """Repair the pages of a document; what the whole of it shows holds for each page."""
    repairer = _Repairer(lexicon, config)
    return tuple(repairer.repair(pages))


def repair_lines(
    lines: Iterable[str], lexicon: Lexicon, config: RepairConfig
) -> Iterator[RepairedLine]:
    """Repair running text line by line, in constant memory; one line out for each in.

    Lines come without their line breaks. Blank lines divide paragraphs.
    """
    repairer = _Repairer(lexicon, config)
    rows = iter(lines)
    while block := list(islice(rows, _BLOCK_LINES)):
        page = Page(1, 0, 0, TextSource.PLAIN, Decision.REPAIR, "", _paragraphs(block))
        yield from next(iter(repairer.repair([page]))).lines


def _paragraphs(lines: Sequence[str]) -> tuple[Line, ...]:
    found, block = [], 0
    for text in lines:
        block += not text.strip()
        found.append(Line(text, block=block))
    return tuple(found)


class _Repairer:
    """Repairs documents; remembers what it worked out for words."""

    def __init__(self, lexicon: Lexicon, config: RepairConfig) -> None:
        self._lexicon = lexicon
        self._config = config
        self._confusions = load_confusions()
        self._judge = Judge(lexicon, self._confusions)

    def repair(self, pages: Sequence[Page]) -> Iterator[RepairedPage]:
        clean = [[clean_line(line.text) for line in page.lines] for page in pages]
        evidence = [self._judge.weigh(_words(rows)) for rows in clean]
        whole = _sum(evidence)
        adapted = self._judge.adapt(whole)
        small_o = any(_SMALL_O.search(row.text) for rows in clean for row in rows)
        readers: dict[Rates, _Reader] = {}
        for page, rows, seen in zip(pages, clean, evidence, strict=True):
            rates = _rounded(seen.rates(whole.rates()))
            if rates not in readers:
                readers[rates] = _Reader(self._lexicon, adapted, rates, small_o=small_o)
            yield self._repair_page(page, rows, readers[rates])

    def _repair_page(self, page: Page, clean: list[CleanLine], reader: "_Reader") -> RepairedPage:
        ends = self._line_ends(page, clean)
        draft = Draft(clean, self._config)
        if reader.healthy:
            before = after = self._healthy_quality(clean)
        else:
            _mark_bullets(draft, clean)
            before, after = reader.read(draft, sentences(page.lines, clean, ends))
        joins = _joins(ends, len(clean)) if self._config.join_hyphens else {}
        lines = tuple(
            _line(line, draft.finish(index), joins.get(index))
            for index, line in enumerate(page.lines)
        )
        return RepairedPage(page, lines, before, after)

    def _line_ends(self, page: Page, clean: list[CleanLine]) -> list[LineEnd | None]:
        if not any(ends_in_hyphen(line.text) for line in clean):
            return [None] * len(clean)
        lines = [
            replace(line, text=row.text, words=())
            for line, row in zip(page.lines, clean, strict=True)
        ]
        return [
            line_end(lines, index, self._lexicon) if ends_in_hyphen(line.text) else None
            for index, line in enumerate(lines)
        ]

    def _healthy_quality(self, clean: list[CleanLine]) -> float | None:
        found = [word for row in clean for word in words(row.text)]
        if not found:
            return None
        unknown = sum(
            word.islower() and len(word) > 2 and not self._lexicon.knows(word) for word in found
        )
        return 1 - _UNKNOWN_SHARE * unknown / len(found)


class _Reader:
    """Reads sentences at given rates of damage."""

    def __init__(
        self, lexicon: Lexicon, confusions: Confusions, rates: Rates, *, small_o: bool
    ) -> None:
        channel = Channel(confusions, rates)
        self.healthy = rates.swedish <= 0 and rates.ordinary <= 0
        self._lexicon = lexicon
        self._candidates = Candidates(lexicon, channel)
        self._context = Context(lexicon)
        self._editor = Editor(lexicon, channel, small_o=small_o)
        self._rates = rates
        self._choices = cache(self._candidates.choices)

    def read(self, draft: Draft, units: Iterable[list[Unit]]) -> tuple[float | None, float | None]:
        """Note the edits of sentences; return their share of right words before and after."""
        total = right = repaired = 0.0
        for sentence in units:
            choices = [self._readings(sentence, place) for place in range(len(sentence))]
            readings = self._context.read(choices)
            for unit, options, reading in zip(sentence, choices, readings, strict=True):
                if unit.kind is not TokenKind.WORD:
                    if len(options) > 1:
                        self._editor.edit(draft, unit, options, reading)
                    continue
                own = _own_chance(unit, options, reading)
                total += 1
                right += own
                repaired += max(own, reading.score)
                if len(options) > 1:
                    self._editor.edit(draft, unit, options, reading)
        return (right / total, repaired / total) if total else (None, None)

    def _readings(self, sentence: list[Unit], place: int) -> tuple[Choice, ...]:
        unit = sentence[place]
        if unit.kind is not TokenKind.WORD:
            return self._number(sentence, place)
        lowered = unit.printed.lower()
        if self._is_closed(unit) or unit.first_part:
            number = self._lexicon.word_id(lowered)
            if not unit.first_part or (number is not None and self._lexicon.first_parts(number)):
                return (Choice(lowered, UNLISTED if number is None else number, 0.0),)
        return self._choices(lowered, unit.case)

    def _number(self, sentence: list[Unit], place: int) -> tuple[Choice, ...]:
        """Return the readings of a number; `1` between words may be the word *i*."""
        unit = sentence[place]
        own = Choice(unit.printed.lower(), self._lexicon.number, 0.0)
        if unit.printed != "1" or self._rates.swedish < 0.3 or place + 1 == len(sentence):
            return (own,)
        word = self._lexicon.word_id("i")
        after = sentence[place + 1]
        if word is None or after.kind is not TokenKind.WORD or not after.printed[0].islower():
            return (own,)
        return (own, Choice("i", word, log(0.02)))

    def _is_closed(self, unit: Unit) -> bool:
        """Tell whether a word is left alone: initials, abbreviations, single letters."""
        printed = unit.printed
        if len(printed) == 1 or printed.endswith(".") or ":" in printed:
            return True
        return printed.isupper() and (len(printed) <= 4 or not self._lexicon.knows(printed))


def _own_chance(unit: Unit, options: Sequence[Choice], reading: Reading) -> float:
    lowered = unit.printed.lower()
    return min(
        1.0, sum(p for c, p in zip(options, reading.chances, strict=True) if c.word == lowered)
    )


def _words(rows: Iterable[CleanLine]) -> list[str]:
    return [word for row in rows for word in words(row.text)]


def _sum(evidence: Iterable[Evidence]) -> Evidence:
    total = Evidence()
    for one in evidence:
        total.kept += one.kept
        total.lost += one.lost
        total.wrong += one.wrong
        total.letters += one.letters
        total.words += one.words
        total.confusions.update(one.confusions)
    return total


def _rounded(rates: Rates) -> Rates:
    """Round rates, so that pages alike share their work; both 0 for a healthy page."""
    if rates.swedish <= _HEALTHY.swedish and rates.ordinary <= _HEALTHY.ordinary:
        return Rates(0.0, 0.0)
    return Rates(
        min(_STEPS, key=lambda step: abs(step - rates.swedish)),
        min(_ORDINARY_STEPS, key=lambda step: abs(step - rates.ordinary)),
    )


def _mark_bullets(draft: Draft, clean: Sequence[CleanLine]) -> None:
    """Note bullets that were read as letters, where several lines begin with them."""
    matches = ((index, _BULLET.match(row.text)) for index, row in enumerate(clean))
    found = [(index, match) for index, match in matches if match]
    if len(found) < 2:
        return
    for index, match in found:
        span = Span(index, match.start(1), match.end(1))
        draft.change(span, "•", EditKind.BULLET, _BULLET_SCORE)


def _joins(ends: Sequence[LineEnd | None], count: int) -> dict[int, tuple[Join, float]]:
    """Return the join of each line; blank lines inside a broken word go on as it does."""
    joins: dict[int, tuple[Join, float]] = {}
    for index, end in enumerate(ends[:count]):
        if end is not None:
            for line in range(index, end.following):
                joins[line] = (end.join, end.score)
    return joins


def _line(line: Line, edits: tuple[Edit, ...], join: tuple[Join, float] | None) -> RepairedLine:
    if line.words and edits:
        edits = tuple(_with_confidence(line, edits))
    return RepairedLine(line.text, edits, *(join or (Join.NONE, 1.0)))


def _with_confidence(line: Line, edits: tuple[Edit, ...]) -> Iterator[Edit]:
    """Add to each edit the engine's confidence in the words that it touches."""
    spans = []
    place = 0
    for word in line.words:
        start = line.text.find(word.text, place)
        if start >= 0:
            place = start + len(word.text)
            spans.append((start, place, word.confidence))
    for edit in edits:
        touched = [c for s, e, c in spans if s < edit.end and edit.start < e and c is not None]
        yield replace(edit, ocr_confidence=min(touched)) if touched else edit
