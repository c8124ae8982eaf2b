"""Damages Swedish text as an OCR engine without Swedish does, by the tables of confusions."""

from collections import defaultdict
from random import Random

from pipeline.lexicon import lexicons_directory
from pipeline.lexicon.sources import read_rows
from tests.bench.running import Weighted

ORDINARY_RATE = 0.003
"""Share of the other letters that are confused, as on any page."""

Prints = Weighted[tuple[str, str]]


class Damage:
    """Replaces each å, ä and ö, and a few of the other letters; the same seed, the same damage.

    What stands in their place is drawn from `lexicons/confusions`, by weight.
    """

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._swedish = _prints("swedish-letters.tsv")
        self._ordinary = _prints("ordinary.tsv")

    def ruin(self, line: str) -> str:
        """Return the line as such an engine would print it."""
        printed: list[str] = []
        place = 0
        while place < len(line):
            true, new = self._confuse(line, place)
            printed.append(new)
            place += len(true)
        return "".join(printed)

    def _confuse(self, line: str, place: int) -> tuple[str, str]:
        """Return the letters from a place on that are printed as one, and the print."""
        first = line[place]
        letter = first.lower()
        prints = self._swedish.get(letter)
        if prints is None and self._random.random() < ORDINARY_RATE:
            prints = self._ordinary.get(letter)
        if prints is not None:
            true, new = prints.draw(self._random)
            if line[place : place + len(true)].lower() == true:
                return true, new.upper() if first.isupper() else new
        return first, first


def _prints(name: str) -> dict[str, Prints]:
    """Return a table's confusions by the first letter of what is confused."""
    rows: defaultdict[str, list[tuple[tuple[str, str], float]]] = defaultdict(list)
    for row in read_rows(lexicons_directory() / "confusions" / name):
        rows[row["true"][0]].append(((row["true"], row["printed"]), float(row["weight"])))
    return {letter: Weighted(*zip(*found, strict=True)) for letter, found in rows.items()}
