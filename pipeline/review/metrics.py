"""How well a text was read, and what its repair did to it, against its gold."""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipeline.errors import UsageError
from pipeline.text.alignment import ErrorCount, align, character_errors, word_errors

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
    wrong after it.
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


@dataclass(frozen=True, slots=True)
class TextQuality:
    """Accuracy of a text as read and, where it was repaired, after repair."""

    raw: Accuracy
    repaired: Accuracy | None = None
    effect: RepairEffect | None = None

    def __add__(self, other: "TextQuality") -> "TextQuality":
        if (self.repaired is None) != (other.repaired is None):
            raise ValueError("texts add up where all of them were repaired, or none")
        if self.repaired is None or other.repaired is None:
            return TextQuality(self.raw + other.raw)
        effect = (self.effect or RepairEffect()) + (other.effect or RepairEffect())
        return TextQuality(self.raw + other.raw, self.repaired + other.repaired, effect)

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

    def to_json(self) -> str:
        """Return the figures as JSON, rates with six decimals."""
        return json.dumps({name: round(value, 6) for name, value in self.figures.items()}, indent=2)

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
        return "\n".join(rows)


_TITLES: Final = {
    "cer": "character error rate",
    "wer": "word error rate",
    "swedish_word_recall": "words with å, ä, ö right",
}


def evaluate_files(raw: Path, gold: Path, repaired: Path | None) -> TextQuality:
    """Compare text files (UTF-8). Raises UsageError for one that cannot be read."""
    texts = [_read(path) for path in (raw, gold)]
    return evaluate_texts(texts[0], texts[1], _read(repaired) if repaired else None)


def evaluate_texts(raw: str, gold: str, repaired: str | None = None) -> TextQuality:
    """Compare a text with its gold, and what repair made of it.

    The texts are aligned whole, so they need not have the same lines: breaks of lines and
    pages count as spaces. Letters are composed (NFC) first.
    """
    true = _words(gold)
    before = _words(raw)
    if repaired is None:
        return TextQuality(_accuracy(before, true))
    after = _words(repaired)
    effect = _effect(_right_words(before, true), _right_words(after, true))
    return TextQuality(_accuracy(before, true), _accuracy(after, true), effect)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read as UTF-8 text: {error}.") from error


def _words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).split()


def _accuracy(words: Sequence[str], gold: Sequence[str]) -> Accuracy:
    right = _right_words(words, gold)
    swedish = [found for word, found in zip(gold, right, strict=True) if _SWEDISH & set(word)]
    return Accuracy(
        character_errors(" ".join(words), " ".join(gold)),
        word_errors(words, gold),
        ErrorCount(swedish.count(False), len(swedish)),
    )


def _right_words(words: Sequence[str], gold: Sequence[str]) -> list[bool]:
    """Tell for each gold word whether it was read as it is."""
    return [pair.text == pair.gold for pair in align(words, gold) if pair.gold is not None]


def _effect(before: Sequence[bool], after: Sequence[bool]) -> RepairEffect:
    fates = list(zip(before, after, strict=True))
    return RepairEffect(
        damaged=before.count(False),
        fixed=fates.count((False, True)),
        right=before.count(True),
        harmed=fates.count((True, False)),
    )
