"""Repair of a document: judge, read every word in its context, note the edits."""

import gc
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from pathlib import Path

from msgspec import structs

from pipeline.config import RepairConfig
from pipeline.lexicon import Lexicon
from pipeline.model.page import Decision, Line, Page, TextSource
from pipeline.model.repair import Edit, EditKind, Join, RepairedLine, RepairedPage
from pipeline.repair import signs
from pipeline.repair.channel import Rates
from pipeline.repair.choices import Case
from pipeline.repair.edits import Draft, Verdict
from pipeline.repair.hyphens import LineEnd, ends_in_hyphen, line_end
from pipeline.repair.judge import Evidence, Judge
from pipeline.repair.lines import CleanLine, clean_line
from pipeline.repair.reader import Reader
from pipeline.repair.sentences import Span, Unit, sentences
from pipeline.repair.tables import load_confusions
from pipeline.repair.vocabulary import Form
from pipeline.text.bullets import BULLET, private_bullet
from pipeline.text.tokens import TokenKind

_BULLET = re.compile(r"\s*(e¢?|[¢«»©®¥¤°>]|[*+][®©]?)\s+(?=[^\W\d_])")
_BULLET_SCORE = 0.97
_FALSE_CAPITAL = re.compile(r"[a-zåäö]([OASGD])(?![A-ZÅÄÖ])")  # `fOr`, `pA`
_BLOCK_LINES = 500  # lines of a stream that are read at a time
_ENOUGH_LETTERS = 1000  # lost letters after which a document's channel is known
_SAMPLE_WORDS = 300  # words of a page that tell its rates of damage, once the channel is known
_SURVEY_WORDS = 8_000  # words of a document after which it has shown what it shows
_UNKNOWN_SHARE = 0.5  # of unlisted words in small letters that are taken for damaged


def repair_document(
    pages: Sequence[Page], lexicon: Lexicon, config: RepairConfig
) -> tuple[RepairedPage, ...]:
    """Repair the pages of a document; what the whole of it shows holds for each page."""
    with uncollected():
        return _Repairer(lexicon, config).repair(pages)


def repair_lines(
    lines: Iterable[str], lexicon: Lexicon, config: RepairConfig
) -> Iterator[RepairedLine]:
    """Repair running text line by line, in constant memory; one line out for each in.

    Lines come without their line breaks. Blank lines divide paragraphs. What the text has
    shown so far holds for what comes.
    """
    repairer = _Repairer(lexicon, config)
    rows = iter(lines)
    while block := list(islice(rows, _BLOCK_LINES)):
        page = Page(1, 0, 0, TextSource.PLAIN, Decision.REPAIR, "", _paragraphs(block))
        with uncollected():
            (repaired,) = repairer.repair([page])
        yield from repaired.lines


def _paragraphs(lines: Sequence[str]) -> tuple[Line, ...]:
    found, block = [], 0
    for text in lines:
        block += not text.strip()
        found.append(Line(text, block=block))
    return tuple(found)


def _judge(lexicon: Lexicon, folder: Path | None) -> Judge:
    """Return a judge that goes by the tables of a folder, or by those that Prickfri comes with."""
    return _usual_judge(lexicon) if folder is None else Judge(lexicon, load_confusions(folder))


@lru_cache(maxsize=1)
def _usual_judge(lexicon: Lexicon) -> Judge:
    return Judge(lexicon, load_confusions())


class _Repairer:
    """Repairs the parts of one document in turn; remembers what they showed."""

    def __init__(self, lexicon: Lexicon, config: RepairConfig) -> None:
        self._lexicon = lexicon
        self._config = config
        self._judge = _judge(lexicon, config.confusions_folder)
        self._confusions = self._judge.confusions
        self._seen = Evidence()
        self._adapted_letters = 0.0
        self._false_capitals: frozenset[str] = frozenset()
        self._readers: dict[Rates, Reader] = {}
        self._shown: Counter[int] = Counter()
        self._forms: Counter[tuple[str, Case]] = Counter()

    def repair(self, pages: Sequence[Page]) -> tuple[RepairedPage, ...]:
        """Return the pages of the next part of the document, repaired."""
        return tuple(map(self._repair_page, self._drafts(pages)))

    def _drafts(self, pages: Sequence[Page]) -> list["_PageDraft"]:
        clean = [[clean_line(line.text) for line in page.lines] for page in pages]
        most = _SAMPLE_WORDS if self._adapted_letters >= _ENOUGH_LETTERS else None
        evidence = [
            self._judge.weigh(islice((w for r in rows for w in r.words), most)) for rows in clean
        ]
        self._learn(evidence, clean)
        whole = self._seen.rates()
        drafts = [
            _PageDraft(page, rows, self._rates(found, whole), self._lexicon)
            for page, rows, found in zip(pages, clean, evidence, strict=True)
        ]
        self._survey(drafts)
        return drafts

    def _learn(self, evidence: Iterable[Evidence], clean: Iterable[list[CleanLine]]) -> None:
        """Add what the pages show; adapt the channel each time twice as much is known."""
        for one in evidence:
            self._seen.add(one)
        for rows in clean:
            for row in rows:
                self._false_capitals |= set(_FALSE_CAPITAL.findall(row.text))
        if self._adapted_letters < _ENOUGH_LETTERS and self._seen.lost >= 2 * self._adapted_letters:
            self._adapted_letters = self._seen.lost
            self._confusions = self._judge.adapt(self._seen)
            self._readers.clear()

    def _rates(self, page: Evidence, whole: Rates) -> Rates:
        """Return the rates of a page: those of another page, or of the document, if near.

        What is worked out for words holds for all pages with the same rates.
        """
        rates = page.rates(whole).rounded()
        near = (known for known in (*self._readers, whole.rounded()) if rates.is_beside(known))
        return next(near, rates)

    def _reader(self, rates: Rates) -> Reader:
        if rates not in self._readers:
            reader = Reader(self._lexicon, self._confusions, rates, self._false_capitals)
            reader.believe(self._shown)
            reader.settle(self._own_words())
            self._readers[rates] = reader
        return self._readers[rates]

    def _survey(self, drafts: Iterable["_PageDraft"]) -> None:
        """Read once for the words that are sure; they help with the doubtful ones."""
        if self._shown.total() >= _SURVEY_WORDS:
            return
        for draft in drafts:
            if draft.rates.healthy:
                continue
            self._shown += self._reader(draft.rates).survey(draft.sentences)
            if self._shown.total() >= _SURVEY_WORDS:
                break
        for draft in drafts:
            for sentence in draft.sentences:
                self._forms.update(
                    (u.printed.lower(), u.case) for u in sentence if u.kind is TokenKind.WORD
                )
        for reader in self._readers.values():
            reader.believe(self._shown)
            reader.settle(self._own_words())

    def _own_words(self) -> list[Form]:
        """Return the words of the document as they are printed."""
        return [Form(printed, case, times) for (printed, case), times in self._forms.items()]

    def _repair_page(self, page: "_PageDraft") -> RepairedPage:
        draft = Draft(page.clean, self._config)
        for found in page.signs:
            draft.change(found.span, found.after, EditKind.OCR_CONFUSION, Verdict(signs.SCORE))
        for index, match in page.bullets.items():
            span = Span(index, match.start(1), match.end(1))
            draft.change(span, BULLET, EditKind.BULLET, Verdict(_BULLET_SCORE))
        if page.rates.healthy:
            before = after = self._healthy_quality(page.clean)
        else:
            quality = self._reader(page.rates).repair(draft, page.sentences)
            before = quality.right / quality.words if quality.words else None
            after = quality.repaired / quality.words if quality.words else None
        joins = _joins(page.ends) if self._config.join_hyphens else {}
        lines = tuple(
            _line(line, draft.finish(index), joins.get(index))
            for index, line in enumerate(page.page.lines)
        )
        return RepairedPage(page.page, lines, before, after)

    def _healthy_quality(self, clean: Iterable[CleanLine]) -> float | None:
        found = [word for row in clean for word in row.words]
        if not found:
            return None
        unknown = sum(
            word.islower() and len(word) > 2 and not self._lexicon.knows(word) for word in found
        )
        return 1 - _UNKNOWN_SHARE * unknown / len(found)


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold the garbage collector back: it would look again and again at what is remembered."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class _PageDraft:
    """A page while it is repaired: clean lines, how they go on, bullets, sentences."""

    def __init__(
        self, page: Page, clean: Sequence[CleanLine], rates: Rates, lexicon: Lexicon
    ) -> None:
        self.page = page
        self.clean = clean
        self.rates = rates
        self.ends = _line_ends(page, clean, lexicon)
        was_read = page.text_source is TextSource.OCR or not rates.healthy
        self.bullets = _private_bullets(clean) | (_misread_bullets(clean) if was_read else {})
        self.signs = list(signs.misread_signs([row.text for row in clean])) if was_read else []
        self.sentences: list[list[Unit]] = []
        if not rates.healthy:
            self.sentences = sentences(page.lines, clean, self.ends, self.bullets)


def _line_ends(page: Page, clean: Sequence[CleanLine], lexicon: Lexicon) -> list[LineEnd | None]:
    broken = [ends_in_hyphen(row.text) for row in clean]
    if not any(broken):
        return [None] * len(clean)
    rows = zip(page.lines, clean, strict=True)
    lines = [structs.replace(line, text=row.text, words=()) for line, row in rows]
    return [line_end(lines, i, lexicon) if goes_on else None for i, goes_on in enumerate(broken)]


def _private_bullets(clean: Sequence[CleanLine]) -> dict[int, re.Match[str]]:
    """Return the bullets that only a font can show which the text layer does not tell."""
    matches = ((index, private_bullet(row.text)) for index, row in enumerate(clean))
    return {index: match for index, match in matches if match}


def _misread_bullets(clean: Sequence[CleanLine]) -> dict[int, re.Match[str]]:
    """Return the bullets that were read as letters or other signs.

    Several lines of a page begin with them, or with bullets that were read as such; an angle
    quotation mark before a blank tells by itself, since Swedish sets none so.
    """
    matches = ((index, _BULLET.match(row.text)) for index, row in enumerate(clean))
    found = {index: match for index, match in matches if match}
    if len(found) + sum(row.text.lstrip().startswith(f"{BULLET} ") for row in clean) > 1:
        return found
    return {index: match for index, match in found.items() if match[1] == "«"}


def _joins(ends: Sequence[LineEnd | None]) -> dict[int, tuple[Join, float]]:
    """Return the join of each line; blank lines inside a broken word go on as it does."""
    joins: dict[int, tuple[Join, float]] = {}
    for index, end in enumerate(ends):
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
