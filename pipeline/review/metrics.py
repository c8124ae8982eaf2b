"""How well a text was read, and what its repair did to it, against its gold."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Final, NamedTuple

from pipeline.review.damage import DamageKind, damage_kind
from pipeline.text.alignment import ErrorCount, character_errors, word_errors, word_places

_SWEDISH: Final = frozenset("åäöÅÄÖ")


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Errors of a text in characters, in words, and in those gold words that have å, ä or ö.

    Words are what white space divides. All are counts, so that texts add up to a
    micro-average: each character or word weighs the same, however long its text.
    """

    characters: ErrorCount
    words: ErrorCount
    swedish_words: ErrorCount

    def __add__(self, other: "Accuracy") -> "Accuracy":
        return Accuracy(
            self.characters + other.characters,
            self.words + other.words,
            self.swedish_words + other.swedish_words,
        )

    @property
    def figures(self) -> dict[str, float]:
        """CER, WER and the recall of words with å, ä or ö, by name."""
        return {
            "cer": self.characters.rate,
            "wer": self.words.rate,
            "swedish_word_recall": 1 - self.swedish_words.rate,
        }


@dataclass(frozen=True, slots=True)
class RepairEffect:
    """Gold words by what was read and what repair made of it.

    `fixed` of the `damaged` words are right after repair; `harmed` of the `right` ones are
    wrong after it. A gold word is right where what stands in its place is that word and
    nothing else; its place is found by the letters that both texts share, so that words
    too many, lost, split or merged concern no neighbour. Its place in the repaired text is
    found from the gold, or by following what became of the words in its place as read: a
    word that repair did not touch is never harmed.
    """

    damaged: int = 0
    fixed: int = 0
    right: int = 0
    harmed: int = 0

    def __add__(self, other: "RepairEffect") -> "RepairEffect":
        return RepairEffect(
            self.damaged + other.damaged,
            self.fixed + other.fixed,
            self.right + other.right,
            self.harmed + other.harmed,
        )

    @property
    def fixed_share(self) -> float:
        """Share of damaged words that repair put right; 1 where there were none."""
        return self.fixed / self.damaged if self.damaged else 1.0

    @property
    def harmed_share(self) -> float:
        """Share of right words that repair made wrong."""
        return self.harmed / self.right if self.right else 0.0


class KindCount(NamedTuple):
    """Words with one kind of damage, and how many of them repair fixed."""

    damaged: int
    fixed: int


@dataclass(frozen=True, slots=True)
class TextQuality:
    """Accuracy of a text as read and, where it was repaired, after repair.

    `kinds` counts the damaged words of each kind, and those among them that repair fixed.
    """

    raw: Accuracy
    repaired: Accuracy | None = None
    effect: RepairEffect | None = None
    kinds: Mapping[DamageKind, KindCount] = field(default_factory=dict)

    def __add__(self, other: "TextQuality") -> "TextQuality":
        if (self.repaired is None) != (other.repaired is None):
            raise ValueError("texts add up where all of them were repaired, or none")
        raw, kinds = self.raw + other.raw, _added(self.kinds, other.kinds)
        if self.repaired is None or other.repaired is None:
            return TextQuality(raw, kinds=kinds)
        effect = (self.effect or RepairEffect()) + (other.effect or RepairEffect())
        return TextQuality(raw, self.repaired + other.repaired, effect, kinds)

    @property
    def figures(self) -> dict[str, float]:
        """Every rate by name, 0 to 1 (error rates can pass 1), and the size of the gold."""
        figures: dict[str, float] = {
            "gold_characters": self.raw.characters.total,
            "gold_words": self.raw.words.total,
            **self.raw.figures,
        }
        if self.repaired is not None and self.effect is not None:
            after = self.repaired.figures.items()
            figures |= {f"{name}_repaired": value for name, value in after}
            figures["damaged_words_fixed"] = self.effect.fixed_share
            figures["right_words_harmed"] = self.effect.harmed_share
        return figures

    def to_dict(self) -> dict[str, object]:
        """Return the figures, rates with six decimals, and the counts they come from."""
        tree: dict[str, object] = {name: round(value, 6) for name, value in self.figures.items()}
        if self.effect is not None:
            tree["words"] = asdict(self.effect)
        tree["kinds"] = {kind.value: self._of_kind(kind) for kind in self.kinds}
        return tree

    def to_text(self) -> str:
        """Return the figures for a person."""
        before, after = self.raw.figures, self.repaired.figures if self.repaired else {}
        rows = [f"{'':<26}{'as read':>10}{'repaired':>10}" if after else f"{'':<26}{'as read':>10}"]
        for name, title in _TITLES.items():
            values = (figures[name] for figures in (before, after) if figures)
            rows.append(f"{title:<26}" + "".join(f"{value:>10.2%}" for value in values))
        if self.effect is not None:
            effect = self.effect
            rows += [
                f"{effect.fixed} of {effect.damaged} damaged words fixed"
                f" ({effect.fixed_share:.2%})",
                f"{effect.harmed} of {effect.right} right words harmed ({effect.harmed_share:.2%})",
            ]
        return "\n".join([*rows, *self._kind_rows()])

    def _kind_rows(self) -> Iterator[str]:
        if self.kinds:
            fixed = f"{'fixed':>10}" if self.effect else ""
            yield f"\n{'damaged words by kind':<26}{'words':>10}{fixed}"
        for kind, count in self.kinds.items():
            share = f"{count.fixed / count.damaged:>10.2%}" if self.effect else ""
            yield f"{kind.replace('_', ' '):<26}{count.damaged:>10}{share}"

    def _of_kind(self, kind: DamageKind) -> dict[str, int]:
        count = self.kinds[kind]
        return count._asdict() if self.effect else {"damaged": count.damaged}


_TITLES: Final = {
    "cer": "character error rate",
    "wer": "word error rate",
    "swedish_word_recall": "words with å, ä, ö right",
}


def evaluate_texts(raw: str, gold: str, repaired: str | None = None) -> TextQuality:
    """Compare a text with its gold, and what repair made of it.

    The texts are aligned whole, so they need not have the same lines: breaks of lines and
    pages count as spaces. Letters are composed (NFC) first.
    """
    true = _words(gold)
    before = _Reading(_words(raw), true)
    if repaired is None:
        return TextQuality(before.accuracy(), kinds=before.kinds())
    after = _Reading(_words(repaired), true)
    either = zip(after.right, before.right_in(after.words), strict=True)
    right_after = [direct or followed for direct, followed in either]
    fates = list(zip(before.right, right_after, strict=True))
    effect = RepairEffect(
        damaged=before.right.count(False),
        fixed=fates.count((False, True)),
        right=before.right.count(True),
        harmed=fates.count((True, False)),
    )
    return TextQuality(before.accuracy(), after.accuracy(), effect, before.kinds(right_after))


def _words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).split()


class _Reading:
    """The words of a text beside those of its gold; `right` tells for each gold word."""

    def __init__(self, words: Sequence[str], gold: Sequence[str]) -> None:
        self.words = words
        self._gold = gold
        self._places = word_places(words, gold)
        self._read = [" ".join(words[place.start : place.stop]) for place in self._places]
        self.right = [read == true for read, true in zip(self._read, gold, strict=True)]

    def accuracy(self) -> Accuracy:
        both = zip(self._gold, self.right, strict=True)
        swedish = [right for word, right in both if _SWEDISH & set(word)]
        return Accuracy(
            character_errors(" ".join(self.words), " ".join(self._gold)),
            word_errors(self.words, self._gold),
            ErrorCount(swedish.count(False), len(swedish)),
        )

    def right_in(self, repaired: Sequence[str]) -> list[bool]:
        """Tell for each gold word whether what was read in its place became that word."""
        became = word_places(repaired, self.words)
        right = []
        for place, true in zip(self._places, self._gold, strict=True):
            numbers = [number for word in place for number in became[word]]
            left = repaired[min(numbers) : max(numbers) + 1] if numbers else []
            right.append(left == [true])
        return right

    def kinds(self, right_after: Sequence[bool] = ()) -> dict[DamageKind, KindCount]:
        """Count damage by kind, the commonest first, and what of it is right after repair."""
        shared = Counter(number for place in self._places for number in place)
        damaged: Counter[DamageKind] = Counter()
        fixed: Counter[DamageKind] = Counter()
        for number, place in enumerate(self._places):
            if not self.right[number]:
                merged = any(shared[word] > 1 for word in place)
                kind = damage_kind(self._read[number], self._gold[number], shared=merged)
                damaged[kind] += 1
                fixed[kind] += bool(right_after) and right_after[number]
        return {kind: KindCount(count, fixed[kind]) for kind, count in damaged.most_common()}


def _added(
    one: Mapping[DamageKind, KindCount], other: Mapping[DamageKind, KindCount]
) -> dict[DamageKind, KindCount]:
    none = KindCount(0, 0)
    sums = {
        kind: KindCount(*map(sum, zip(one.get(kind, none), other.get(kind, none), strict=True)))
        for kind in DamageKind
    }
    return {kind: count for kind, count in sums.items() if count.damaged}
