"""Measures repair on the readings: fixed, harmed, by what made the damage, and the scores.

    python -m tests.bench.repair [--part test] [--language eng] [--plot FILE] [--show N]

Each printing of each document (typeface, size, resolution, scan) is repaired as a document of
its own. Prints Markdown tables by language, resolution, typeface, scan and kind of damage,
and how the scores of edits hold. `damaged letters` leaves out words that differ in
punctuation alone (`2014-2020` for `2014–2020`) or whose division is wrong (`10%` for
`10 %`), which repair leaves to the print. `--show` lists the commonest misses and all harm:
for the development part only, so that the test part stays unseen.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from operator import add
from pathlib import Path

from corpus.readings import load
from corpus.readings.record import Part, ReadLine
from pipeline.config import RepairConfig
from pipeline.lexicon import Lexicon, open_lexicon
from pipeline.model.repair import RepairedLine
from pipeline.repair import repair_lines
from pipeline.review import (
    Calibration,
    TextQuality,
    evaluate_texts,
    judge_edits,
    plot_calibration,
)
from pipeline.review.damage import DamageKind
from pipeline.text.alignment import align
from tests.bench.reading import markdown

_NO_LETTERS = frozenset({DamageKind.OTHER, DamageKind.WORD_BOUNDARY})
_HEAD = ("words", "damaged", "fixed", "damaged letters", "fixed", "right words harmed", "WER")


@dataclass(frozen=True, slots=True)
class Printing:
    """One printing of one document: its lines as read, as repaired, and what that is worth."""

    first: ReadLine
    repaired: tuple[RepairedLine, ...]
    true: tuple[str, ...]
    quality: TextQuality
    calibration: Calibration


def main(arguments: Sequence[str]) -> None:
    """Repair a part of the readings and print the tables."""
    options = _parse(arguments)
    lexicon = open_lexicon()
    chosen = (row for row in load(options.part) if options.language in {row.language, ""})
    printings = [_repaired(list(lines), lexicon) for _, lines in groupby(chosen, key=_printing_key)]
    for title, key in _GROUPS.items():
        tell(f"\n{_table(title, key, printings)}")
    tell(f"\n{_kinds(printings)}")
    calibration = reduce(add, (printing.calibration for printing in printings))
    tell(calibration.to_text())
    if options.plot:
        plot_calibration(calibration, options.plot)
    if options.show:
        _show(printings, options.show)


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    form = argparse.RawTextHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--part", type=Part, default=Part.TEST, choices=list(Part))
    parser.add_argument("--language", default="", help="of the engine's model; all without it")
    parser.add_argument("--plot", type=Path, metavar="FILE")
    parser.add_argument("--show", type=int, default=0, metavar="N")
    options = parser.parse_args(arguments)
    if options.show and options.part is not Part.DEVELOPMENT:
        parser.error("--show is for --part development: whoever has seen a test has lost it")
    return options


def _printing_key(row: ReadLine) -> tuple[object, ...]:
    return row.document, row.typeface, row.size, row.dpi, row.scan, row.language


def _repaired(rows: Sequence[ReadLine], lexicon: Lexicon) -> Printing:
    read: list[str] = []
    true: list[str] = []
    for _, block in groupby(rows, key=lambda row: (row.page, row.block)):
        lines = list(block)
        read += [*(line.read for line in lines), ""]
        true += [*(line.true for line in lines), ""]
    repaired = tuple(repair_lines(read, lexicon, RepairConfig()))
    gold = "\n".join(true)
    quality = evaluate_texts("\n".join(read), gold, "\n".join(line.text for line in repaired))
    calibration = Calibration.of(judge_edits(repaired, gold))
    return Printing(rows[0], repaired, tuple(true), quality, calibration)


_GROUPS: dict[str, Callable[[Printing], object]] = {
    "language": lambda printing: printing.first.language,
    "dpi": lambda printing: printing.first.dpi,
    "typeface": lambda printing: printing.first.typeface,
    "scan": lambda printing: printing.first.scan,
}


def _table(title: str, key: Callable[[Printing], object], printings: Iterable[Printing]) -> str:
    groups: defaultdict[object, list[TextQuality]] = defaultdict(list)
    for printing in printings:
        groups[key(printing)].append(printing.quality)
    rows = [(name, *_cells(groups[name])) for name in sorted(groups, key=str)]
    everything = [quality for group in groups.values() for quality in group]
    return markdown((title, *_HEAD), [*rows, ("all", *_cells(everything))])


def _cells(qualities: Sequence[TextQuality]) -> Iterator[str]:
    total = reduce(add, qualities)
    assert total.effect is not None
    assert total.repaired is not None
    effect = total.effect
    letters = [n for kind, n in total.kinds.items() if kind not in _NO_LETTERS]
    damaged = sum(count.damaged for count in letters)
    yield f"{total.raw.words.total:,}"
    yield f"{effect.damaged:,}"
    yield f"{effect.fixed_share:.1%}"
    yield f"{damaged:,}"
    yield f"{sum(count.fixed for count in letters) / max(damaged, 1):.1%}"
    yield f"{effect.harmed_share:.2%}"
    yield f"{total.raw.words.rate:.1%} → {total.repaired.words.rate:.1%}"


def _kinds(printings: Iterable[Printing]) -> str:
    total = reduce(add, (printing.quality for printing in printings))
    rows = [
        (kind.value, f"{count.damaged:,}", f"{count.fixed / count.damaged:.1%}")
        for kind, count in total.kinds.items()
    ]
    return markdown(("kind of damage", "words", "fixed"), rows)


def _show(printings: Iterable[Printing], most: int) -> None:
    harmed: Counter[tuple[str | None, ...]] = Counter()
    missed: Counter[tuple[str | None, ...]] = Counter()
    for printing in printings:
        for line, true in zip(printing.repaired, printing.true, strict=True):
            words = true.split()
            before = [pair for pair in align(line.raw.split(), words) if pair.gold is not None]
            after = [pair for pair in align(line.text.split(), words) if pair.gold is not None]
            for old, new in zip(before, after, strict=True):
                if new.text != new.gold:
                    kind = harmed if old.text == old.gold else missed
                    kind[old.text, new.text, new.gold] += 1
    for title, counts, limit in (("harmed", harmed, None), ("missed", missed, most)):
        tell(f"\n{title} (read, repaired, true):")
        for words_, times in counts.most_common(limit):
            tell(f"{times:>5}  {'  '.join(map(str, words_))}")


def tell(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
