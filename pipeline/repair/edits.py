"""Edits from readings: where they stand, of what kind, and what becomes of them."""

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from msgspec import Struct

from pipeline.config import RepairConfig
from pipeline.lexicon import Lexicon
from pipeline.model.repair import Edit, EditDecision, EditKind
from pipeline.repair import scores
from pipeline.repair.agreed import agreed_reading
from pipeline.repair.channel import SWEDISH_LETTERS, Channel, Confusion
from pipeline.repair.choices import UNLISTED, Case, Choice, Options
from pipeline.repair.context import Reading, own_chance
from pipeline.repair.lines import Change, CleanLine
from pipeline.repair.sentences import Span, Unit
from pipeline.text.unicode import clean_mojibake

_ENCODING_SCORE = 0.99
_ALTERNATIVES = 3
_CACHE_SIZE = 8_000
_COMMON, _SHORT = 20.0, 3  # count of common words; letters of short ones
_HOPELESS = 0.04  # chance of a print at which it is taken to be wrong in any case
_NAMELIKE = 0.2  # share of capitals from which a word with one is taken to have it
_SHARED_SCORE = 0.5  # of a word of which only some letters are sure
_WORTH_NAMING = 0.005  # chance from which another reading is told


class Verdict(Struct, frozen=True, gc=False):
    """How likely a reading is, how likely the print as it stands is, and other readings."""

    score: float
    own: float = 0.0
    others: tuple[str, ...] = ()


class CleanEdit(Struct, frozen=True, gc=False):
    """An edit to a clean line, before it is known what it means for the raw one."""

    start: int
    end: int
    after: str
    kind: EditKind
    verdict: Verdict
    decision: EditDecision


class Draft:
    """The edits of a page's clean lines as they come up, by line."""

    def __init__(self, clean: Sequence[CleanLine], config: RepairConfig) -> None:
        self._clean = clean
        self._config = config
        self._edits: list[list[CleanEdit]] = [[] for _ in clean]

    def change(self, span: Span, after: str, kind: EditKind, verdict: Verdict) -> None:
        """Note that a stretch of a clean line should read `after`, if the verdict allows."""
        decision = self.decide(verdict)
        if decision is not None:
            self.add(span.line, CleanEdit(span.start, span.end, after, kind, verdict, decision))

    def add(self, line: int, edit: CleanEdit) -> None:
        """Note an edit that is decided; what was noted before it stays as it is."""
        noted = self._edits[line]
        if not any(other.start < edit.end and edit.start < other.end for other in noted):
            noted.append(edit)

    def decide(self, verdict: Verdict) -> EditDecision | None:
        """Decide what becomes of an edit; None for one that is not worth a word.

        Where what was printed is as good as impossible, the best reading is applied from
        halfway between the two scores on: the word is wrong as it stands.
        """
        apply, suggest = self._config.apply_score, self._config.suggest_score
        hopeless = verdict.own <= _HOPELESS and verdict.score >= suggest
        if verdict.score >= apply or hopeless:
            return EditDecision.APPLIED
        return EditDecision.SUGGESTED if verdict.score >= suggest else None

    def finish(self, line: int) -> tuple[Edit, ...]:
        """Return the edits of a raw line in order, those of its cleaning among them."""
        clean = self._clean[line]
        edits = sorted(self._edits[line], key=attrgetter("start"))
        if not clean.changes:
            return tuple([_raw(clean, edit) for edit in edits])
        found = []
        for change in clean.changes:
            touching = [e for e in edits if e.start <= change.end and change.start <= e.end]
            applied = [e for e in touching if e.decision is EditDecision.APPLIED]
            edits = [edit for edit in edits if edit not in touching]
            found.append(_merged(clean, change, applied))
        found += [_raw(clean, edit) for edit in edits]
        return tuple(sorted(found, key=lambda edit: edit.start))


def _raw(clean: CleanLine, edit: CleanEdit) -> Edit:
    start, end, verdict = edit.start, edit.end, edit.verdict
    if clean.changes:
        start, end = clean.raw_place(start, after=True), clean.raw_place(end)
    before = clean.raw[start:end]
    return Edit(
        start, end, before, edit.after, edit.kind, verdict.score, edit.decision, verdict.others
    )


def _merged(clean: CleanLine, change: Change, edits: Sequence[CleanEdit]) -> Edit:
    """Return one edit that cleans a stretch of a line and makes the edits inside it."""
    start = min([change.start, *(edit.start for edit in edits)])
    end = max([change.end, *(edit.end for edit in edits)])
    raw_start, raw_end = clean.raw_place(start), clean.raw_place(end, after=True)
    parts, place = [], start
    for edit in edits:
        parts += [clean.text[place : edit.start], edit.after]
        place = edit.end
    after = "".join([*parts, clean.text[place:end]])
    before = clean.raw[raw_start:raw_end]
    kind = edits[0].kind if edits else _cleaning_kind(before)
    score = min([_ENCODING_SCORE, *(edit.verdict.score for edit in edits)])
    return Edit(raw_start, raw_end, before, after, kind, score)


def _cleaning_kind(before: str) -> EditKind:
    mojibake = clean_mojibake(before) != before
    return EditKind.ENCODING if mojibake else EditKind.TYPOGRAPHY


class Editor:
    """Turns the readings of words into edits.

    `false_capitals` are those that the document shows inside words for small letters.
    """

    def __init__(
        self, lexicon: Lexicon, channel: Channel, false_capitals: Container[str] = ()
    ) -> None:
        self._lexicon = lexicon
        self._channel = channel
        self._false_capitals = false_capitals
        self._rewritten = lru_cache(_CACHE_SIZE)(self._rewrite)

    def edit(self, draft: Draft, unit: Unit, options: Options, reading: Reading) -> None:
        """Note the edits that a reading asks for: one a line that the word stands in."""
        chosen = options.choices[reading.chosen]
        surface, kind, trust = self._rewritten(unit.printed, unit.case, chosen)
        if surface == unit.printed:
            return
        score = trust.score(reading.score)
        verdict = Verdict(score, trust.rest(own_chance(options, reading)))
        decision = draft.decide(verdict)
        if decision is not EditDecision.APPLIED and verdict.own <= _HOPELESS:
            likely = zip(options.choices, reading.chances, strict=True)
            shared = agreed_reading(unit.printed.lower(), likely, self._channel)
            if shared:
                chosen = Choice(shared, UNLISTED, 0.0)
                surface, kind, _ = self._rewritten(unit.printed, unit.case, chosen)
                verdict = Verdict(_SHARED_SCORE, verdict.own)
                decision = draft.decide(verdict)
        if decision is None:
            return
        if len(unit.spans) == 1:
            others = [
                self._in_case(unit.printed, unit.case, other)
                for other in _others(options.choices, reading)
            ]
            verdict = Verdict(verdict.score, verdict.own, tuple(others)) if others else verdict
            (span,) = unit.spans
            edit = CleanEdit(span.start, span.end, surface, kind, verdict, decision)
            draft.add(span.line, edit)
            return
        pairs = self._channel.align(chosen.word, unit.printed.lower())
        for span, piece, before in _pieces(unit, surface, pairs):
            if piece != before:
                draft.change(span, piece, kind, verdict)

    def _rewrite(
        self, printed: str, case: Case, choice: Choice
    ) -> tuple[str, EditKind, scores.Trust]:
        """Return what a choice makes of the print, the kind of that, how far it is trusted."""
        kind = kind_of(self._channel.differences(choice.word, printed.lower()))
        return self._in_case(printed, case, choice), kind, self._trust(choice)

    def _trust(self, chosen: Choice) -> scores.Trust:
        """Return how far the chances of a reading can be trusted."""
        if chosen.word_id < 0:
            return scores.UNLISTED
        if self._lexicon.count_of(chosen.word_id) < _COMMON:
            return scores.NAME if self._lexicon.is_name(chosen.word_id) else scores.RARE
        return scores.SHORT if len(chosen.word) <= _SHORT else scores.COMMON

    def _in_case(self, printed: str, case: Case, choice: Choice) -> str:
        """Return a choice in the case in which the word is printed.

        A capital may be what was read for a small å, ä or ö, where the document shows such
        capitals inside words; then a word that is mostly small is taken to be so.
        """
        word = choice.word
        if printed.islower() and printed[0].isalpha():
            return word
        if word == printed.lower():
            return printed
        letters = [letter for letter in printed if letter.isalpha()]
        if len(letters) > 1 and all(letter.isupper() for letter in letters):
            return word.upper()
        if not _regular(printed):
            return _case_by_letter(printed, self._channel.align(word, printed.lower()))
        capital = self._has_capital(printed[0], case, choice)
        return word[:1].upper() + word[1:] if capital else word

    def _has_capital(self, first: str, case: Case, choice: Choice) -> bool:
        """Tell whether a word with at most one capital begins with it."""
        number = choice.word_id
        share = self._lexicon.title_share(number) if number >= 0 else 0.0
        if not first.isupper():
            return not first.isalpha() and (share > 0.9 or case is Case.START)
        misread = choice.word[0] in SWEDISH_LETTERS and first.lower() != choice.word[0]
        small = misread and number >= 0 and (first == "S" or first in self._false_capitals)
        return not small or case is Case.START or share >= _NAMELIKE


def _pieces(
    unit: Unit, surface: str, pairs: tuple[Confusion, ...]
) -> Iterator[tuple[Span, str, str]]:
    """Divide a repaired word among its lines, where the print was divided."""
    first, second = unit.spans
    border = first.end - first.start
    cut = _true_length(pairs, border)
    yield first, surface[:cut], unit.printed[:border]
    yield second, surface[cut:], unit.printed[border:]


def _true_length(pairs: tuple[Confusion, ...], border: int) -> int:
    """Return how many letters of the true word come before `border` letters of the print."""
    true = printed = 0
    for pair in pairs:
        if printed + len(pair.printed) > border:
            break
        true += len(pair.true)
        printed += len(pair.printed)
    return true


def _regular(printed: str) -> bool:
    """Tell whether a word has no capitals but at its start (unlike `fOr`, `DPositiva`)."""
    return not any(letter.isupper() for letter in printed[1:])


def _case_by_letter(printed: str, pairs: tuple[Confusion, ...]) -> str:
    """Give each letter the case of what was printed for it.

    A capital inside a word with small letters tells no case where it was misread (`fOr`).
    """
    parts = []
    place = 0
    small = any(letter.islower() for letter in printed)
    for true, seen in pairs:
        piece = printed[place : place + len(seen)]
        blank = small and place > 0 and true != seen
        parts.append(true.upper() if piece[:1].isupper() and not blank else true)
        place += len(seen)
    return "".join(parts)


def _others(choices: Sequence[Choice], reading: Reading) -> list[Choice]:
    """Return the likeliest other readings that are other words."""
    chosen = choices[reading.chosen].word
    likely = [
        (-chance, place)
        for place, chance in enumerate(reading.chances)
        if chance >= _WORTH_NAMING and choices[place].word != chosen
    ]
    by_word: dict[str, Choice] = {}
    for _, place in sorted(likely):
        by_word.setdefault(choices[place].word, choices[place])
    return list(by_word.values())[:_ALTERNATIVES]


def kind_of(pairs: Sequence[Confusion]) -> EditKind:
    """Return the kind of damage that an alignment of word and print shows."""
    wrong = [pair for pair in pairs if pair.true != pair.printed]
    if not wrong:
        return EditKind.CASE
    swedish = [pair for pair in wrong if set(pair.true) & SWEDISH_LETTERS]
    telling = swedish or wrong
    if any(not pair.printed for pair in telling):
        return EditKind.LOST_LETTER
    if any(len(pair.printed) > len(pair.true) for pair in telling) and swedish:
        return EditKind.DOUBLED_LETTER
    return EditKind.DIACRITIC if swedish else EditKind.OCR_CONFUSION
