"""Word classes: words that stand among the same neighbours, and which class follows which.

Where a word pair was never seen, the pair of their classes tells more than the words alone
(class-based n-gram models: Brown et al., 1992). The classes are clusters of neighbour
distributions.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

_SINGLE: Final = 150  # the commonest words are classes of their own
_CLUSTERS: Final = 250
_NEIGHBOURS: Final = 400  # the commonest words, as neighbours, describe a word
_DIMENSIONS: Final = 60
_ROUNDS: Final = 15
_LEAST_SEEN: Final = 12.0  # neighbours of a word that is clustered
_LONGEST_ENDING: Final = 5
_LEAST_TYPES: Final = 3  # words that an ending needs to tell a class
_SMOOTHING: Final = 200.0  # pairs that any class is given, shared out as words are
_TRUSTED: Final = 0.8  # how far classes are believed; the rest is the word alone
_HIGHEST: Final = 12.0


class Classes(NamedTuple):
    """The class of each word by number, and how much likelier each class is after each.

    `lifts` has the shape (classes, classes); 1 is as likely as anywhere.
    """

    of_words: NDArray[np.uint16]
    lifts: NDArray[np.float32]


class Pairs(NamedTuple):
    """Word pairs as numbers of words, and how often each was seen."""

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    times: NDArray[np.float64]


def learn_classes(words: Sequence[str], names: NDArray[np.bool_], pairs: Pairs) -> Classes:
    """Return classes learned from word pairs; rare words have the class of their ending.

    `names` tells of each word whether it is a name; names have endings of their own.
    """
    size = len(words)
    seen = np.bincount(pairs.first, pairs.times, size)
    seen += np.bincount(pairs.second, pairs.times, size)
    order = np.argsort(-seen, kind="stable")
    clustered = order[: int((seen >= _LEAST_SEEN).sum())]
    single, others = clustered[:_SINGLE], clustered[_SINGLE:]
    of_words = np.full(size, -1, np.int32)
    of_words[single] = np.arange(len(single))
    vectors = _vectors(pairs, order[:_NEIGHBOURS], others, size)
    of_words[others] = len(single) + _clusters(vectors)
    endings = _endings(words, names, of_words, others)
    for number in np.flatnonzero(of_words < 0).tolist():
        of_words[number] = _by_ending(endings, words[number], "^" if names[number] else "")
    return Classes(of_words.astype(np.uint16), _lifts(of_words, pairs, len(single) + _CLUSTERS))


def _by_ending(endings: Mapping[str, int], word: str, mark: str) -> int:
    """Return the class of the longest ending known."""
    for length in range(min(_LONGEST_ENDING, len(word)), 0, -1):
        found = endings.get(mark + word[-length:])
        if found is not None:
            return found
    return endings[mark]


def _vectors(
    pairs: Pairs, neighbours: NDArray[np.int64], words: NDArray[np.int64], size: int
) -> NDArray[np.float32]:
    """Return a row for each word: square roots of its neighbours' shares, few dimensions."""
    column = np.full(size, -1, np.int64)
    column[neighbours] = np.arange(len(neighbours))
    row = np.full(size, -1, np.int64)
    row[words] = np.arange(len(words))
    sides = []
    for own, other in ((pairs.first, pairs.second), (pairs.second, pairs.first)):
        table = np.zeros((len(words), len(neighbours) + 1), np.float32)
        known = row[own] >= 0
        # The last column stands for all neighbours that are not common.
        np.add.at(table, (row[own[known]], column[other[known]]), pairs.times[known])
        sides.append(np.sqrt(table / np.maximum(table.sum(axis=1, keepdims=True), 1)))
    whole = np.hstack(sides)
    whole -= whole.mean(axis=0)
    _, vectors = np.linalg.eigh(whole.T @ whole)
    reduced: NDArray[np.float32] = whole @ vectors[:, -_DIMENSIONS:]
    return reduced


def _clusters(vectors: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return k-means labels; it starts from words spread evenly by frequency."""
    starts = np.linspace(0, len(vectors) - 1, _CLUSTERS * 4).astype(int)[: _CLUSTERS * 2 : 2]
    centres = vectors[starts].copy()
    labels = np.zeros(len(vectors), np.int64)
    for _ in range(_ROUNDS):
        distances = (centres**2).sum(axis=1) - 2 * vectors @ centres.T
        labels = distances.argmin(axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, labels, vectors)
        sizes = np.bincount(labels, minlength=_CLUSTERS)[:, None]
        centres = np.where(sizes > 0, sums / np.maximum(sizes, 1), centres)
    return labels


def _endings(
    words: Sequence[str],
    names: NDArray[np.bool_],
    of_words: NDArray[np.int32],
    clustered: NDArray[np.int64],
) -> dict[str, int]:
    found: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for number in clustered:
        word, label = words[number], int(of_words[number])
        mark = "^" if names[number] else ""
        for length in range(min(_LONGEST_ENDING, len(word) - 1) + 1):
            found[mark + word[len(word) - length :]][label] += 1
    found["^"] = found["^"] or found[""]
    return {
        ending: counts.most_common(1)[0][0]
        for ending, counts in found.items()
        if counts.total() >= _LEAST_TYPES or ending in {"", "^"}
    }


def _lifts(of_words: NDArray[np.int32], pairs: Pairs, size: int) -> NDArray[np.float32]:
    places = of_words[pairs.first].astype(np.int64) * size + of_words[pairs.second]
    counts = np.bincount(places, pairs.times, size * size).reshape(size, size)
    shares = np.maximum(counts.sum(axis=0), 1) / counts.sum()
    expected = (counts.sum(axis=1, keepdims=True) + _SMOOTHING) * shares
    lifts = (counts + _SMOOTHING * shares) / expected
    mixed: NDArray[np.float32] = _TRUSTED * np.minimum(lifts, _HIGHEST) + 1 - _TRUSTED
    return mixed.astype(np.float32)
