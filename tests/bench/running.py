"""Running Swedish of any length, sampled from counts of words and of word pairs."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

from pipeline.lexicon import lexicons_directory
from pipeline.lexicon.sources import WordCount, pair_counts, read_rows, word_counts

_START, _NUMBER = "<s>", "<n>"
_DISCOUNT = 0.75  # Ney's absolute discount, the share left to pairs that were not seen
_ENDS = 1.3  # pairs at a sentence's start or beside numbers: all, against those in the list
_COMPOUND, _PERSON, _PLACE = 0.1, 0.05, 0.02  # of words not foreseen by the one before
_COMMA = 0.06
_LINE = 75  # characters
_SHORTEST_PART = 4

_FIRST_NAMES = ("Anna", "Björn", "Åke", "Märta", "Sören", "Eva", "Östen", "Kerstin", "Göran", "Åsa")
_SURNAME_STARTS = ("Berg", "Lind", "Sjö", "Ny", "Hög", "Ås", "Öst", "Sand", "Dal", "Löv", "Norr")
_SURNAME_ENDS = ("ström", "berg", "gren", "qvist", "lund", "mark", "man", "blad", "bäck", "vall")

_Item = TypeVar("_Item")


class Weighted(Generic[_Item]):
    """Things drawn by weight; `total` is the sum of the weights."""

    def __init__(self, items: Sequence[_Item], weights: Sequence[float]) -> None:
        self._items = items
        self._sums = list(accumulate(weights))
        self.total = self._sums[-1]

    def at(self, height: float) -> _Item:
        """Return the thing at a height, 0 up to `total` (not included), in the pile of weights."""
        return self._items[min(bisect(self._sums, height), len(self._items) - 1)]

    def draw(self, random: Random) -> _Item:
        """Return a thing by chance."""
        return self.at(random.random() * self.total)


class Sampler:
    """Writes government Swedish that means nothing: its words, pairs, names and numbers.

    Words follow one another as the word pairs of `lexicons/words` tell, and by their own
    counts where they do not (absolute discounting). As in real text some words stand in no
    list: new compounds of listed parts, and names of persons. The same seed gives the same
    text while the lists stay as they are.
    """

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        folder = lexicons_directory()
        counts = list(word_counts(folder / "words" / "government-words.tsv.gz"))
        self._written = {row.word: _as_written(row) for row in counts}
        self._words = Weighted([r.word for r in counts], [r.total for r in counts])
        self._firsts, self._lasts = _compound_parts(counts)
        places = read_rows(folder / "entities" / "municipality_places.tsv")
        self._places = [row["name"] for row in places]
        self._followers, self._totals = _followers({r.word: r.total for r in counts})

    def lines(self, words: int) -> Iterator[str]:
        """Yield lines of about 75 characters, blank ones between paragraphs."""
        while words > 0:
            tokens = [token for _ in range(self._random.randint(2, 6)) for token in self.sentence()]
            words -= len(tokens)
            yield from _wrapped(tokens)
            yield ""

    def sentence(self) -> list[str]:
        """Return the words of a sentence with their punctuation, as white space divides them."""
        length = max(3, round(self._random.gammavariate(3, 5.5)))
        tokens: list[str] = []
        word = _START
        while len(tokens) < length:
            word = self._after(word)
            comma = "," if self._random.random() < _COMMA else ""
            tokens += (self._print(word) + comma).split(" ")
        tokens[0] = tokens[0][0].upper() + tokens[0][1:]
        tokens[-1] = tokens[-1].rstrip(",.") + "."
        return tokens

    def _after(self, word: str) -> str:
        followers = self._followers.get(word)
        if followers is not None:
            height = self._random.random() * self._totals[word]
            if height < followers.total:
                return followers.at(height)
        return self._unforeseen()

    def _unforeseen(self) -> str:
        chance = self._random.random()
        if chance < _COMPOUND:
            return self._firsts.draw(self._random) + self._lasts.draw(self._random)
        if chance < _COMPOUND + _PERSON:
            start, end = self._random.choice(_SURNAME_STARTS), self._random.choice(_SURNAME_ENDS)
            return f"{self._random.choice(_FIRST_NAMES)} {start}{end}"
        if chance < _COMPOUND + _PERSON + _PLACE:
            return self._random.choice(self._places)
        return self._words.draw(self._random)

    def _print(self, word: str) -> str:
        return self._number() if word == _NUMBER else self._written.get(word, word)

    def _number(self) -> str:
        value = int(self._random.lognormvariate(4, 2))
        forms = (
            f"{value}",
            f"{self._random.randint(1990, 2035)}",
            f"{value},{self._random.randint(1, 9)}",
            f"{self._random.randint(2, 99)} {self._random.randint(0, 999):03}",
            f"{self._random.randint(1, 12)}.{self._random.randint(1, 9)}",
            f"20{self._random.randint(10, 26)}/{self._random.randint(1, 2999):05}",
        )
        return self._random.choice(forms)


def _as_written(row: WordCount) -> str:
    if row.upper > max(row.lower, row.title):
        return row.word.upper()
    if row.title <= row.lower:
        return row.word
    return "-".join(part[:1].upper() + part[1:] for part in row.word.split("-"))


def _followers(counts: dict[str, int]) -> tuple[dict[str, Weighted[str]], dict[str, float]]:
    """Return what follows each word, and the count of all that does, in the list or not."""
    rows: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for pair in pair_counts(lexicons_directory() / "words" / "government-pairs.tsv.gz"):
        rows[pair.first].append((pair.second, pair.times - _DISCOUNT))
    found = {first: Weighted(*zip(*seconds, strict=True)) for first, seconds in rows.items()}
    totals = {w: counts.get(w, 0) or _ENDS * one.total for w, one in found.items()}
    return found, totals


def _compound_parts(counts: Sequence[WordCount]) -> tuple[Weighted[str], Weighted[str]]:
    """Return first and last parts of the listed compounds, as often as compounds have them."""
    rests = {r.word for r in counts if r.lower >= 5 and len(r.word) >= _SHORTEST_PART}
    pairs = [
        (row.word[:cut], row.word[cut:])
        for row in counts
        if row.lower > row.title and row.word.isalpha()
        for cut in range(_SHORTEST_PART, len(row.word) - _SHORTEST_PART + 1)
        if row.word[cut:] in rests and row.word[:cut].removesuffix("s") in rests
    ]
    firsts, lasts = zip(*pairs, strict=True)
    return Weighted(firsts, [1] * len(pairs)), Weighted(lasts, [1] * len(pairs))


def _wrapped(tokens: Sequence[str]) -> Iterator[str]:
    line = tokens[0]
    for token in tokens[1:]:
        if len(line) + len(token) >= _LINE:
            yield line
            line = token
        else:
            line += " " + token
    yield line
