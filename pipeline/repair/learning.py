"""Learns what an engine prints in place of letters, from its text beside the true one.

Words that differ are divided into segments, up to two true letters and three printed ones,
by expectation maximisation: every division counts by its chance under the weights so far,
and the counts give new weights (the noisy channel of Brill and Moore, ACL 2000).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from pipeline.repair.channel import SWEDISH_LETTERS, Confusion, Confusions
from pipeline.text.alignment import word_places
from pipeline.text.unicode import clean_characters

_TRUE, _PRINTED = 2, 3  # letters and signs of the longest segments
_ROUNDS = 12
_SWEDISH_PRIOR, _ORDINARY_PRIOR = 20.0, 3000.0  # letters that a row of the prior is worth
_SWEDISH_SUM, _ORDINARY_SUM = 100.0, 30.0  # what the weights of a letter add up to
_LEAST_COUNT, _LEAST_WEIGHT = 2.0, 0.05  # of a new row
_ASSUMED_RATE, _ASSUMED_LETTERS = 0.003, 1000.0  # ordinary damage, before any is seen
_FARTHEST = 0.6  # share of letters that differ from which two words are not the same word
_UNLIKELY_KEPT = 0.01


class Passage(NamedTuple):
    """A line or a longer text as it was read, and what is printed there."""

    read: str
    true: str


def learn(texts: Iterable[Iterable[Passage]], prior: Confusions) -> Confusions:
    """Return the weights of confusions seen in texts, smoothed with those of `prior`.

    Each text is what one engine read of one document: of å, ä, ö, é and ü, those that it
    mostly lost teach the table of Swedish letters; everything else teaches the table of
    ordinary confusions. Weights are shares: for a Swedish letter of 100 lost ones; for
    others `30 * P(printed | true) / P(any letter is wrong)`.
    """
    observed = _Observed()
    for text in texts:
        observed.add(text)
    model = _Model(observed, prior)
    for _ in range(_ROUNDS):
        model.improve()
    return model.confusions()


@dataclass(slots=True)
class _Observed:
    """What texts show. A capital is a letter that the engine of its text cannot print.

    `exposures`: how often each letter and each two letters are printed; `damages`: short
    stretches of words that were read wrongly, with a right letter at either side.
    """

    letters: int = 0
    exposures: Counter[str] = field(default_factory=Counter)
    damages: Counter[Confusion] = field(default_factory=Counter)

    def add(self, text: Iterable[Passage]) -> None:
        """Add what one engine read of one document."""
        words = Counter(pair for passage in text for pair in _word_pairs(passage))
        lacking = _lacking(words)
        marked = str.maketrans({letter: letter.upper() for letter in lacking})
        for (true, printed), times in words.items():
            word = true.translate(marked)
            self.letters += times * len(word)
            for length in range(1, _TRUE + 1):
                for start in range(len(word) - length + 1):
                    self.exposures[word[start : start + length]] += times
            if true != printed:
                for start, stop, print_start, print_stop in _damaged(true, printed):
                    stretch = Confusion(word[start:stop], printed[print_start:print_stop])
                    self.damages[stretch] += times


def _word_pairs(passage: Passage) -> Iterator[Confusion]:
    """Yield the words of a passage, lower-cased, that were read as one word each."""
    read, true = (clean_characters(text).lower().split() for text in passage)
    places = word_places(read, true)
    shared = Counter(number for place in places for number in place)
    for word, place in zip(true, places, strict=True):
        if len(place) == 1 and shared[place.start] == 1:
            printed = read[place.start]
            if Levenshtein.normalized_distance(word, printed) <= _FARTHEST:
                yield Confusion(word, printed)


def _lacking(words: Mapping[Confusion, int]) -> set[str]:
    """Return the Swedish letters that were lost more often than kept."""
    kept: Counter[str] = Counter()
    for (true, printed), times in words.items():
        if SWEDISH_LETTERS.isdisjoint(true):
            continue
        for run in Levenshtein.opcodes(true, printed):
            sign = 1 if run.tag == "equal" else -1
            for letter in SWEDISH_LETTERS.intersection(true[run.src_start : run.src_end]):
                kept[letter] += sign * times
    return {letter for letter, balance in kept.items() if balance < 0}


def _damaged(true: str, printed: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield where words differ: spans in both, widened by a right letter at either side."""
    spans: list[tuple[int, int, int, int]] = []
    for run in Levenshtein.opcodes(true, printed):
        if run.tag == "equal":
            continue
        start, print_start = max(run.src_start - 1, 0), max(run.dest_start - 1, 0)
        stop, print_stop = min(run.src_end + 1, len(true)), min(run.dest_end + 1, len(printed))
        if spans and start < spans[-1][1]:
            start, _, print_start, _ = spans.pop()
        spans.append((start, stop, print_start, print_stop))
    yield from spans


class _Step(NamedTuple):
    """A segment in the division of a stretch, from one place in both texts to another."""

    begin: tuple[int, int]
    end: tuple[int, int]
    pair: Confusion
    chance: float


class _Model:
    """Chances of segments, improved round by round."""

    def __init__(self, observed: _Observed, prior: Confusions) -> None:
        self._observed = observed
        self._listed = set(prior.ordinary)
        self._prior = _swedish_prior(prior) | _ordinary_prior(prior, observed)
        self._counts: Counter[Confusion] = Counter()
        self._rate = _ASSUMED_RATE
        self._chances: dict[Confusion, float] = {}
        self._kept: dict[str, float] = {}
        self._update()

    def improve(self) -> None:
        """Divide all damage with the chances so far; take new chances from that."""
        counts: Counter[Confusion] = Counter()
        for stretch, times in self._observed.damages.items():
            for pair, share in _divided(stretch, self._steps(stretch)):
                counts[pair] += times * share  # type: ignore[assignment]
        self._counts = Counter({pair: n for pair, n in counts.items() if _is_wrong(pair)})
        self._update()

    def confusions(self) -> Confusions:
        """Return the tables; new rows that are rare are left out."""
        swedish: dict[Confusion, float] = {}
        ordinary: dict[Confusion, float] = {}
        totals: Counter[str] = Counter()
        rows = {pair: self._expected(pair) for pair in self._prior.keys() | self._counts.keys()}
        for pair, chance in rows.items():
            totals[pair.true] += chance  # type: ignore[assignment]
        for pair, chance in rows.items():
            true, printed = pair
            known = pair in self._prior  # and stays possible, though these texts lack it
            if self._counts[pair] < _LEAST_COUNT and not known:
                continue
            if true.isupper():
                row, table = Confusion(true.lower(), printed), swedish
                weight = _SWEDISH_SUM * chance / totals[true]
            else:
                row, table = pair, ordinary
                weight = _ORDINARY_SUM * chance / self._rate
            if known or weight >= _LEAST_WEIGHT:
                table[row] = max(weight, _LEAST_WEIGHT)
        return Confusions(swedish, ordinary)

    def _update(self) -> None:
        """Take the rate of ordinary damage and the chances from the counts."""
        wrong = sum(n for pair, n in self._counts.items() if _is_ordinary(pair.true))
        assumed = _ASSUMED_RATE * _ASSUMED_LETTERS
        self._rate = (wrong + assumed) / (self._observed.letters + _ASSUMED_LETTERS)
        rows = self._prior.keys() | self._counts.keys()
        self._chances = {pair: self._expected(pair) for pair in rows}
        lost: Counter[str] = Counter()
        for pair, chance in self._chances.items():
            lost[pair.true] += chance  # type: ignore[assignment]
        self._kept = {true: max(1 - chance, _UNLIKELY_KEPT) for true, chance in lost.items()}

    def _expected(self, pair: Confusion) -> float:
        """Return the chance of a print: what was counted, leaning on the prior."""
        capital = pair.true.isupper()
        weight = _SWEDISH_PRIOR if capital else _ORDINARY_PRIOR
        before = self._prior.get(pair, 0.0) * (1.0 if capital else self._rate)
        return (self._counts[pair] + weight * before) / (
            self._observed.exposures[pair.true] + weight
        )

    def _steps(self, stretch: Confusion) -> Iterator[_Step]:
        """Yield every segment that may stand in a stretch, by its place in the true text."""
        true, printed = stretch
        for i in range(len(true)):
            for j in range(len(printed) + 1):
                for k in range(i + 1, min(i + _TRUE, len(true)) + 1):
                    for m in range(j, min(j + _PRINTED, len(printed)) + 1):
                        pair = Confusion(true[i:k], printed[j:m])
                        if self._allowed(pair):
                            yield _Step((i, j), (k, m), pair, self._chance(pair))

    def _allowed(self, pair: Confusion) -> bool:
        """Tell whether a pair may be a segment.

        Two letters are one segment only where neither is read rightly, unless the prior
        knows better: whatever happens to one letter is its own affair.
        """
        true, printed = pair
        if len(true) == 1:
            return True
        if not true.isalpha() or not _is_ordinary(true) or not printed:
            return False
        return (true[0] != printed[0] and true[-1] != printed[-1]) or pair in self._listed

    def _chance(self, pair: Confusion) -> float:
        true, printed = pair
        if true.lower() == printed:
            return self._kept.get(true, 1.0)
        # Any segment is possible, a longer one less so.
        rate = 1.0 if true.isupper() else self._rate
        floor = rate * 10.0 ** -max(2, len(true) + len(printed))
        return self._chances.get(pair, 0.0) + floor


def _divided(stretch: Confusion, steps: Iterable[_Step]) -> Iterator[tuple[Confusion, float]]:
    """Yield the segments of a stretch, with how likely each is part of its division."""
    goal = len(stretch.true), len(stretch.printed)
    forward: dict[tuple[int, int], float] = {(0, 0): 1.0}
    taken = []
    for step in steps:
        if step.begin in forward:
            taken.append(step)
            forward[step.end] = forward.get(step.end, 0.0) + forward[step.begin] * step.chance
    if goal not in forward:
        return
    backward = {goal: 1.0}
    for step in reversed(taken):
        rest = backward.get(step.end, 0.0) * step.chance
        backward[step.begin] = backward.get(step.begin, 0.0) + rest
        if rest:
            yield step.pair, forward[step.begin] * rest / forward[goal]


def _is_wrong(pair: Confusion) -> bool:
    """Tell whether letters were misread; what is read for other signs is not learned."""
    return pair.true.isalpha() and pair.true.lower() != pair.printed


def _is_ordinary(true: str) -> bool:
    """Tell whether a segment holds no å, ä, ö, é or ü, lacking or not."""
    return SWEDISH_LETTERS.isdisjoint(true.lower())


def _swedish_prior(prior: Confusions) -> dict[Confusion, float]:
    """Return the share of each print among the lost ones of its letter (a capital)."""
    lost = {pair: weight for pair, weight in prior.swedish.items() if pair.true != pair.printed}
    totals: Counter[str] = Counter()
    for pair, weight in lost.items():
        totals[pair.true] += weight  # type: ignore[assignment]
    return {
        Confusion(pair.true.upper(), pair.printed): weight / totals[pair.true]
        for pair, weight in lost.items()
    }


def _ordinary_prior(prior: Confusions, observed: _Observed) -> dict[Confusion, float]:
    """Return the chance of each print, for a rate of 1: over all letters they add up to it."""
    rows = prior.ordinary.items()
    wrong = sum(w * observed.exposures[pair.true] for pair, w in rows if _is_ordinary(pair.true))
    scale = observed.letters / wrong if wrong else 1 / _ORDINARY_SUM
    return {pair: weight * scale for pair, weight in rows}
