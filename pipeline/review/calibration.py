"""Calibration: whether edits with a score of 0.9 are right nine times in ten."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from pipeline.model.repair import IN_FORCE, Edit, RepairedLine
from pipeline.text.alignment import word_places

BINS: Final = 20
"""Bins of scores, each 0.05 wide; the last one holds 1 as well."""

CONFIDENT: Final = 0.9
"""Edits from this score on must hardly ever be wrong."""

_WORD = re.compile(r"\S+")
_PUNCTUATION = re.compile(r"^[\W_]+|[\W_]+$")


class JudgedEdit(NamedTuple):
    """An edit's score, 0 to 1, whether it was applied (or only suggested), and is right."""

    score: float
    applied: bool
    right: bool


class Tally(NamedTuple):
    """A number of edits, how many of them are right, and the sum of their scores."""

    edits: int = 0
    right: int = 0
    scores: float = 0.0

    def plus(self, other: "Tally") -> "Tally":
        """Return both together."""
        return Tally(self.edits + other.edits, self.right + other.right, self.scores + other.scores)

    @property
    def share(self) -> float:
        """The share of right edits; 1 where there are none."""
        return self.right / self.edits if self.edits else 1.0

    @property
    def mean_score(self) -> float:
        """The mean score; 0 where there are no edits."""
        return self.scores / self.edits if self.edits else 0.0


@dataclass(frozen=True, slots=True)
class Calibration:
    """Edits by score, in `BINS` bins of equal width, those applied apart from suggestions."""

    applied: tuple[Tally, ...]
    suggested: tuple[Tally, ...]

    def __post_init__(self) -> None:
        if not len(self.applied) == len(self.suggested) == BINS:
            raise ValueError(f"a calibration has {BINS} bins")

    @classmethod
    def of(cls, edits: Iterable[JudgedEdit]) -> "Calibration":
        """Count edits."""
        tables = {True: [Tally()] * BINS, False: [Tally()] * BINS}
        for edit in edits:
            table, number = tables[edit.applied], min(int(edit.score * BINS), BINS - 1)
            table[number] = table[number].plus(Tally(1, int(edit.right), edit.score))
        return cls(tuple(tables[True]), tuple(tables[False]))

    def __add__(self, other: "Calibration") -> "Calibration":
        return Calibration(
            _together(self.applied, other.applied), _together(self.suggested, other.suggested)
        )

    @property
    def bins(self) -> tuple[Tally, ...]:
        """All edits by score."""
        return _together(self.applied, self.suggested)

    @property
    def expected_error(self) -> float:
        """Expected calibration error: how far shares are from mean scores, by edits.

        After Naeini, Cooper and Hauskrecht (AAAI 2015); 0 where there are no edits.
        """
        total = _sum(self.bins).edits
        return sum(abs(b.right - b.scores) for b in self.bins) / total if total else 0.0

    @property
    def confident(self) -> Tally:
        """The edits scored `CONFIDENT` or more."""
        return _sum(self.bins[int(CONFIDENT * BINS) :])

    def to_dict(self) -> dict[str, object]:
        """Return counts and rates, with six decimals; bins without edits are left out."""
        return {
            "expected_calibration_error": round(self.expected_error, 6),
            "applied": _counts(_sum(self.applied)),
            "suggested": _counts(_sum(self.suggested)),
            "confident": {"from": CONFIDENT, **_counts(self.confident)},
            "bins": [
                {"from": number / BINS, "to": (number + 1) / BINS, **_counts(tally)}
                for number, tally in enumerate(self.bins)
                if tally.edits
            ],
        }

    def to_text(self) -> str:
        """Return counts and rates for a person."""
        rows = [f"\n{'edits by score':<26}{'edits':>10}{'right':>10}{'mean score':>12}"]
        for number, tally in enumerate(self.bins):
            if tally.edits:
                title = f"{number / BINS:.2f} to {(number + 1) / BINS:.2f}"
                rows.append(_row(title, tally))
        rows.append(_row("applied", _sum(self.applied)))
        rows.append(_row("suggested", _sum(self.suggested)))
        rows.append(_row(f"scored {CONFIDENT} or more", self.confident))
        rows.append(f"expected calibration error {self.expected_error:.4f}")
        return "\n".join(rows)


def _row(title: str, tally: Tally) -> str:
    return f"{title:<26}{tally.edits:>10}{tally.share:>10.2%}{tally.mean_score:>12.3f}"


def _counts(tally: Tally) -> dict[str, float]:
    return {
        "edits": tally.edits,
        "right": tally.right,
        "right_share": round(tally.share, 6),
        "mean_score": round(tally.mean_score, 6),
    }


def _together(one: Sequence[Tally], other: Sequence[Tally]) -> tuple[Tally, ...]:
    return tuple(left.plus(right) for left, right in zip(one, other, strict=True))


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total = total.plus(tally)
    return total


class _Word(NamedTuple):
    """A word of a line, divided by white space: its span, and the gold words in its place."""

    start: int
    end: int
    gold: range


def judge_edits(lines: Sequence[RepairedLine], gold: str) -> Iterator[JudgedEdit]:
    """Yield every edit of a repaired text, judged by its gold.

    An edit is right where the word or words that it touches are, with it and with the
    edits in force beside it in them, what the gold has in their place. Whether a
    suggestion is right is told as if it were applied. Punctuation around a word is not
    held against an edit that leaves it alone.
    """
    true = unicodedata.normalize("NFC", gold).split()
    for line, words in zip(lines, _placed(lines, true), strict=True):
        for edit in line.edits:
            touched = [w for w in words if w.start <= edit.end and edit.start <= w.end]
            start = min([edit.start, *(word.start for word in touched)])
            end = max([edit.end, *(word.end for word in touched)])
            numbers = {number for word in touched for number in word.gold}
            left = unicodedata.normalize("NFC", " ".join(_with(line, edit, start, end).split()))
            wanted = " ".join(true[min(numbers) : max(numbers) + 1]) if numbers else ""
            right = left == wanted or _same_word(left, wanted, edit)
            yield JudgedEdit(edit.score, edit.decision in IN_FORCE, right)


def _same_word(left: str, wanted: str, edit: Edit) -> bool:
    """Tell whether an edit that concerns letters alone leaves the letters that are wanted."""
    letters_alone = edit.after and _bare(edit.after) == edit.after
    return bool(letters_alone) and _bare(left) == _bare(wanted)


def _bare(text: str) -> str:
    """Return a text without the punctuation at its ends."""
    return _PUNCTUATION.sub("", text)


def _placed(lines: Sequence[RepairedLine], gold: Sequence[str]) -> Iterator[list[_Word]]:
    """Yield the words of each raw line with the gold words in their place."""
    matches = [list(_WORD.finditer(line.raw)) for line in lines]
    words = [unicodedata.normalize("NFC", m.group()) for row in matches for m in row]
    places: dict[int, range] = {}
    for number, place in enumerate(word_places(words, gold)):
        for word in place:
            first = places.get(word, range(number, number)).start
            places[word] = range(first, number + 1)
    count = 0
    for row in matches:
        found = enumerate(row, start=count)
        yield [_Word(m.start(), m.end(), places.get(i, range(0))) for i, m in found]
        count += len(row)


def _with(line: RepairedLine, edit: Edit, start: int, end: int) -> str:
    """Return a stretch of a line with an edit, and with those in force, applied."""
    parts, place = [], start
    for one in line.edits:
        if (one is edit or one.decision in IN_FORCE) and start <= one.start and one.end <= end:
            parts += [line.raw[place : one.start], one.after]
            place = one.end
    return "".join([*parts, line.raw[place:end]])
