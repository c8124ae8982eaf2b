"""How damaged a text is: judged before anything is repaired."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.lexicon import Lexicon
from pipeline.repair.candidates import Candidates
from pipeline.repair.channel import (
    SWEDISH_LETTERS,
    Channel,
    Confusion,
    Confusions,
    Rates,
)
from pipeline.repair.choices import Case

_ASSUMED = Rates(0.5, 0.003)  # while a text is being judged
_SURE = 5.0  # nats by which a reading must lead before it counts as evidence
_VERY_SURE = 9.0
_PRIOR_LETTERS = 5.0  # letters of evidence that the document is worth to a page
_ENOUGH_LETTERS = 4.0  # letters of evidence with which a page speaks for itself
_PRIOR_WRONG = 250.0  # letters that the document is worth to a page for other errors
_TABLE_WEIGHT = 20.0  # letters of evidence that the table of confusions is worth
_CACHE_SIZE = 8_000
_LONG_WORD, _LONGEST_WORD = 8, 40
_SWEDISH_AND = "och"
_RARE_ENGLISH = 2e-5  # share of English words below which a word tells of Swedish
_NEIGHBOURS = frozenset({"og", "ikke"})
"""Danish and Norwegian words that no engine makes of Swedish ones."""


@dataclass(slots=True)
class Evidence:
    """What was seen of å, ä, ö: kept and lost; of other letters: wrong among how many.

    `neighbours` is by how much words of Danish and Norwegian outnumber Swedish ones: their
    `forening` has lost nothing.
    """

    kept: float = 0.0
    lost: float = 0.0
    wrong: float = 0.0
    letters: float = 0.0
    words: int = 0
    neighbours: int = 0
    confusions: Counter[Confusion] = field(default_factory=Counter)

    def add(self, other: "Evidence") -> None:
        """Add what was seen elsewhere."""
        self.kept += other.kept
        self.lost += other.lost
        self.wrong += other.wrong
        self.letters += other.letters
        self.words += other.words
        self.neighbours += other.neighbours
        self.confusions.update(other.confusions)

    def rates(self, prior: Rates | None = None) -> Rates:
        """Return the rates of damage; little evidence leans on the prior, if any.

        One lost letter among letters that were kept tells nothing: it may be a name. Text of
        a neighbour's language has lost none.
        """
        if self.neighbours > 0:
            return Rates(0.0, 0.0)
        seen = self.lost + self.kept
        lost = self.lost - min(1.0, self.kept, self.lost)
        weight = _PRIOR_LETTERS if prior and seen < _ENOUGH_LETTERS else 0.0
        swedish, ordinary = prior or Rates(0.0, 0.0)
        return Rates(
            (lost + weight * swedish) / ((seen + weight) or 1),
            (self.wrong + _PRIOR_WRONG * ordinary) / (self.letters + _PRIOR_WRONG),
        )


class Judge:
    """Judges texts by words that can be read in one way only.

    What it finds in a word depends on nothing else, so that it may judge many documents.
    """

    def __init__(self, lexicon: Lexicon, confusions: Confusions) -> None:
        self.confusions = confusions
        self._lexicon = lexicon
        self._channel = Channel(confusions, _ASSUMED)
        self._candidates = Candidates(lexicon, self._channel)
        self._seen: dict[str, Evidence | None] = {}

    def weigh(self, words: Iterable[str]) -> Evidence:
        """Return the evidence of running words."""
        total = Evidence()
        for word, count in Counter(words).items():
            total.words += count
            total.letters += count * len(word)
            total.neighbours += count * _side(word)
            found = self._evidence(word)
            if found is not None:
                total.kept += count * found.kept
                total.lost += count * found.lost
                total.wrong += count * found.wrong
                for confusion in found.confusions:
                    total.confusions[confusion] += count
        return total

    def adapt(self, evidence: Evidence) -> Confusions:
        """Return the confusions with the document's own counts added to the table's."""
        swedish = dict(self.confusions.swedish)
        totals: Counter[str] = Counter()
        for pair, weight in swedish.items():
            totals[pair.true] += weight  # type: ignore[assignment]
        adapted = {p: _TABLE_WEIGHT * w / totals[p.true] for p, w in swedish.items()}
        for pair, count in evidence.confusions.items():
            if pair in adapted:
                adapted[pair] += count
        return Confusions(adapted, self.confusions.ordinary)

    def _evidence(self, word: str) -> Evidence | None:
        if word not in self._seen:
            if len(self._seen) >= _CACHE_SIZE:
                self._seen.clear()
            self._seen[word] = self._judge(word)
        return self._seen[word]

    def _judge(self, word: str) -> Evidence | None:
        if not 1 < len(word) <= _LONGEST_WORD or word.isupper() or "." in word:
            return None
        lowered = word.lower()
        kept = sum(letter in SWEDISH_LETTERS for letter in lowered)
        known = self._lexicon.knows(word)
        if known and (kept or self._lexicon.is_healthy(word)):
            return Evidence(kept=kept) if kept else None
        # A short capitalised word may be a name.
        english = self._lexicon.english(lowered) > _RARE_ENGLISH
        if english or (word[0].isupper() and len(word) < _LONG_WORD):
            return None
        case = Case.CAPITAL if word[0].isupper() else Case.LOWER
        # A damaged word may pass for a compound of odd parts: `nat-verket`, `ord-forande`.
        return self._compare(lowered, case, compound=known)

    def _compare(self, printed: str, case: Case, *, compound: bool) -> Evidence | None:
        (best, lead), *others = self._candidates.ranked(printed, case)
        # `ar` is `är` or `år`: whichever it is, it has lost its dots.
        for other, further in others:
            if other.word == printed or not self._damage(other.word, printed).lost:
                break
            lead += further
        if best.word == printed or lead < (_VERY_SURE if compound else _SURE):
            return None
        found = self._damage(best.word, printed)
        if compound and (found.wrong or best.word_id < 0):
            return None
        # Errors that any engine makes are few; rare words and names must not pass for them.
        if found.wrong and (lead < _VERY_SURE or case is Case.CAPITAL or best.word_id < 0):
            return None
        return found

    def _damage(self, word: str, printed: str) -> Evidence:
        found = Evidence()
        for pair in self._channel.differences(word, printed):
            found.confusions[pair] += 1
            if pair.true in SWEDISH_LETTERS:
                found.lost += 1
            else:
                found.wrong += 1
        return found


def _side(word: str) -> int:
    """Return 1 for a word of a neighbour's language, -1 for the Swedish one in its place."""
    lowered = word.lower()
    return (lowered in _NEIGHBOURS) - (lowered == _SWEDISH_AND)
