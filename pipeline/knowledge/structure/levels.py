"""How deep headings stand: by number, letter or series, by what a file tells, by size, by look."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from pipeline.knowledge.structure.chapters import is_chapter
from pipeline.knowledge.structure.events import RESTART
from pipeline.knowledge.structure.labels import number_of
from pipeline.knowledge.textflow import Block, BlockKind

# Headings of one series have one level: `Prioritering 1 – Hav`, `Prioritering 2 – Land`.
_COUNTED: Final = re.compile(r"(?P<series>[^\W\d_]+(?: [^\W\d_]+)?) \d{1,2}\b")
# What numbers stand in parts called by letters: `Del B`, and `B.1` in it.
_LETTERED: Final = re.compile(r"(?:del|avdelning) [A-ZÅÄÖ]\b", re.IGNORECASE)
_OF_LETTER: Final = re.compile(r"[A-ZÅÄÖ](?:\.\d+)+")
# `A. EU:s institutioner`, `B HÄLSA OCH VÅRD`, and the items of minutes
_BY_LETTER: Final = re.compile(r"(?P<letter>[A-H])\.? (?=[A-ZÅÄÖ])")
_ITEM_OF_MINUTES: Final = re.compile(r"§+ ?\d")
# What rather names something than says what a part is about: `Euroregion Baltic (ERB)`,
# `ERRIN`, `Havsro – en förstudie`, `Union of the Baltic Cities`, `Mittnordenkommittén`
_NAME: Final = re.compile(
    r".*\([A-ZÅÄÖ]{2,}\)|[A-ZÅÄÖ]{3,}|(?:\S+ ){1,3}[–-] .*|\S+ (?:.* )?[A-ZÅÄÖ][a-zåäö]{2,}.*"
    r"|[A-ZÅÄÖ]\S{3,}(?:kommittén|rådet|nätverket|unionen|alliansen|forum(?:et)?|samarbetet|städerna"
    r"|förbundet|kommunerna|regionerna|kommissionen|projektet|programmet|kontoret)"
)
# Words in capitals are rather abbreviations below so many letters; below fewer, if other
# headings are in capitals.
_SHORTEST_CAPITALS: Final = 8
_SHORTEST_BESIDE: Final = 5
_FEWEST_CAPITALS: Final = 2


def levels_of(headings: Sequence[Block], bare: Sequence[bool]) -> list[int]:
    """Return the depth of each heading of a plan, in order, from 1.

    `bare` tells of each whether the next one stands right below it.
    """
    depths = _Depths(headings, bare)
    below_bare = (False, *bare)
    return [depths.of(block, below) for block, below in zip(headings, below_bare, strict=False)]


def repeated_headings(headings: Iterable[Block]) -> frozenset[str]:
    """Return the headings without a number that come again, in small letters."""
    counts = Counter(one.content.strip().casefold() for one in headings if not one.marker)
    return frozenset(heading for heading, count in counts.items() if count > 1)


class _Depths:
    """What the headings of a plan have in common, and how deep the last of them stood."""

    def __init__(self, headings: Sequence[Block], bare: Sequence[bool]) -> None:
        self._of_size = _depths_by_size(headings)
        self._told = sorted({block.level for block in headings if block.level is not None})
        self._shortest = _shortest_capitals(headings)
        in_capitals = list(map(self._is_capitals, headings))
        self._capitals = any(in_capitals) and not _are_inner(in_capitals, bare)
        self._repeated = repeated_headings(headings)
        self._lettered = any(_LETTERED.match(block.text) for block in headings)
        self._letters = _letters_in_order(headings)
        self._series: dict[str, int] = {}
        self._numbered = self._outer = self._names = self._in_chapter = 0

    def of(self, block: Block, below_bare: bool) -> int:
        """Return the depth of the next heading."""
        counted = _COUNTED.match(block.text)
        series = counted["series"].lower() if counted else ""
        if depth := self._by_number(block):
            self._numbered = depth
        elif series in self._series:
            depth, self._numbered = self._series[series], 0
        elif block.kind is BlockKind.CELL:
            depth = self._outer + 1
        elif block.level is not None:
            depth = self._told.index(block.level) + 1
        else:
            depth = self._of_size.get(block.font_size) or self._by_look(block, below_bare)
        self._outer = self._outer if block.kind is BlockKind.CELL else depth
        if counted:
            self._series.setdefault(series, depth)
        return depth

    def _by_number(self, block: Block) -> int:
        """Return the depth that a number or letter gives a heading; 0 for others.

        `B.1` is one deeper where `Del B` stands above.
        """
        if is_chapter(block):
            self._in_chapter = 1
            return 1
        if number := number_of(block):
            return len(number) + self._in_chapter
        if match := _OF_LETTER.match(block.marker):
            return block.marker.count(".", 0, match.end()) + self._lettered
        letter = _BY_LETTER.match(block.text)
        outermost = RESTART.match(block.text) or _ITEM_OF_MINUTES.match(block.text)
        return int(bool(outermost or (letter and letter["letter"] in self._letters)))

    def _by_look(self, block: Block, below_bare: bool) -> int:
        if self._capitals:
            return 1 if self._is_capitals(block) else max(self._numbered, 1) + 1
        # What each part has is of the part above.
        again = not self._numbered and block.content.strip().casefold() in self._repeated
        depth = self._numbered + 1 + again
        # The names right below a heading without text of its own are parts of it: `Nätverk`.
        if not _NAME.fullmatch(block.text):
            self._names = 0
        elif below_bare and not self._names:
            self._names = self._outer + 1
        return max(depth, self._names)

    def _is_capitals(self, block: Block) -> bool:
        """Tell whether a heading is set in capitals; an abbreviation alone is not."""
        long = len(block.text) >= self._shortest or " " in block.text
        return block.text.isupper() and long and not number_of(block)


def _shortest_capitals(headings: Sequence[Block]) -> int:
    """Return from how many letters on one word in capitals is a heading set so."""
    sure = sum(b.text.isupper() and len(b.text) >= _SHORTEST_CAPITALS for b in headings)
    return _SHORTEST_BESIDE if sure >= _FEWEST_CAPITALS else _SHORTEST_CAPITALS


def _are_inner(in_capitals: Sequence[bool], bare: Sequence[bool]) -> bool:
    """Tell whether a heading in capitals stands right below one in small letters.

    What is set so are names of projects or networks: `Projekt just nu`, `SMART FERRY`. Above
    the first part stands the title of all, and that part is none of these.
    """
    pairs = list(zip(in_capitals, in_capitals[1:], bare, strict=False))[1:]
    first = any(in_capitals[:2])
    return not first and any(below and alone and not above for above, below, alone in pairs)


def _letters_in_order(headings: Sequence[Block]) -> frozenset[str]:
    """Return the letters that headings are called by, one after the other from A on."""
    found = [match["letter"] for block in headings if (match := _BY_LETTER.match(block.text))]
    ordered = all(ord(other) - ord(one) == 1 for one, other in pairwise(found))
    return frozenset(found) if found[:2] == ["A", "B"] and ordered else frozenset()


def _depths_by_size(headings: Sequence[Block]) -> dict[float | None, int]:
    """Return the depth that headings of a size have; numbered ones show it where they can."""
    sizes = sorted({b.font_size for b in headings if b.font_size is not None}, reverse=True)
    shown: dict[float | None, int] = {}
    for block in headings:
        if block.font_size is not None and number_of(block):
            shown.setdefault(block.font_size, len(number_of(block)))
    deepest = 0
    for size in sizes:
        deepest = shown.setdefault(size, deepest + 1)
    return shown
