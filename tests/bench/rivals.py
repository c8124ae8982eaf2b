"""Measures repair beside simpler correctors on the same texts, in the same run.

    python -m tests.bench.rivals [--readings FILE] [--limit WORDS] [--hunspell-words 150]

Prints a Markdown table. Texts: those of `tests.bench.texts`; what is not there is left out.
Words are what white space divides, aligned line by line; speeds are words by CPU second on
one core. hunspell, where it is there, is asked for a sample of each text's damaged words
and of its right ones only, each different word once: it is too slow for more.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

from pipeline.config import RepairConfig
from pipeline.lexicon import Lexicon, open_lexicon
from pipeline.repair import repair_lines
from pipeline.review import RepairEffect
from pipeline.text.alignment import align
from tests.bench import hunspell, symspell
from tests.bench.baselines import Unigram, WordPairs
from tests.bench.reading import markdown
from tests.bench.texts import READINGS, Document, Text, texts
from tests.bench.words import pieces

Corrector = Callable[[Sequence[str]], Iterable[str]]
"""Takes the lines of a document, gives as many."""

HEAD = (
    *("text", "corrector", "damaged words fixed", "right words harmed"),
    *("words right after", "words/s"),
)


@dataclass(frozen=True, slots=True)
class Result:
    """What a corrector did to a text, and the CPU seconds that it took."""

    effect: RepairEffect
    seconds: float
    words: int

    def cells(self) -> tuple[str, ...]:
        """Return the cells of a row of the table."""
        effect = self.effect
        right = effect.fixed + effect.right - effect.harmed
        return (
            f"{effect.fixed_share:.2%} of {effect.damaged:,}" if effect.damaged else "",
            f"{effect.harmed_share:.2%} of {effect.right:,}",
            f"{right / (effect.damaged + effect.right):.2%}",
            f"{self.words / self.seconds:,.0f}" if self.seconds > 0.005 else "",
        )


def main() -> None:
    arguments = _arguments()
    correctors = _correctors(open_lexicon())
    rows: list[Sequence[str]] = []
    for whole in texts(arguments.readings):
        text = whole.cut(arguments.limit)
        title = f"{text.name} ({text.words:,} words)"
        for name, correct in correctors.items():
            rows.append((title, name, *measure(text, correct).cells()))
            sys.stderr.write(f"{rows[-1]}\n")
            title = ""
        if hunspell.is_there():
            rows.append(("", *_hunspell_cells(text, arguments.hunspell_words)))
    sys.stdout.write(markdown(HEAD, rows) + "\n")


def _arguments() -> argparse.Namespace:
    form = argparse.RawTextHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--readings", type=Path, default=READINGS, metavar="FILE")
    parser.add_argument("--limit", type=int, default=sys.maxsize, metavar="WORDS")
    parser.add_argument("--hunspell-words", type=int, default=150)
    return parser.parse_args()


def _correctors(lexicon: Lexicon) -> Mapping[str, Corrector]:
    symspell.dictionary()
    return {
        "nothing": lambda lines: lines,
        "symspellpy": lambda lines: [symspell.correct(line) for line in lines],
        "commonest word with the key": Unigram(lexicon).correct,
        "word pairs over stripped forms": WordPairs(lexicon).correct,
        "Prickfri": lambda lines: [
            line.text for line in repair_lines(lines, lexicon, RepairConfig())
        ],
    }


def measure(text: Text, correct: Corrector) -> Result:
    """Return what a corrector does to a text, document by document."""
    effect, seconds = RepairEffect(), 0.0
    for document in text.documents:
        started = time.process_time()
        corrected = list(correct(document.read))
        seconds += time.process_time() - started
        for read, new, true in zip(document.read, corrected, document.true, strict=True):
            effect += effect_on_line(read, new, true)
    return Result(effect, seconds, text.words)


def effect_on_line(read: str, corrected: str, true: str) -> RepairEffect:
    """Compare a line as it was read, and as it was corrected, with its true words."""
    if read == corrected == true:
        return RepairEffect(right=len(true.split()))
    fates = list(zip(_right(read, true), _right(corrected, true), strict=True))
    before = [right for right, _ in fates]
    return RepairEffect(
        damaged=before.count(False),
        fixed=fates.count((False, True)),
        right=before.count(True),
        harmed=fates.count((True, False)),
    )


def _right(line: str, true: str) -> list[bool]:
    pairs = align(line.split(), true.split())
    return [pair.text == pair.gold for pair in pairs if pair.gold is not None]


def _hunspell_cells(text: Text, words: int) -> tuple[str, ...]:
    """Return the row of hunspell, asked for so many damaged and so many right words."""
    seen = {pair for document in text.documents for pair in _aligned(document)}
    damaged = _sample([(read, true) for read, true in seen if read != true], words)
    right = _sample([(read, true) for read, true in seen if read == true], words)
    before = os.times()
    answers = hunspell.suggestions([read for read, _ in damaged + right])
    after = os.times()
    hits = [answer == true for answer, (_, true) in zip(answers, damaged + right, strict=True)]
    effect = RepairEffect(
        damaged=len(damaged),
        fixed=sum(islice(hits, len(damaged))),
        right=len(right),
        harmed=hits[len(damaged) :].count(False),
    )
    seconds = after.children_user + after.children_system
    seconds -= before.children_user + before.children_system
    fixed, harmed, _, speed = Result(effect, seconds, len(hits)).cells()
    return ("hunspell, a sample", fixed, harmed, "", speed)


def _aligned(document: Document) -> Iterator[tuple[str, str]]:
    """Yield words without their punctuation, as they were read and as they were printed."""
    for read, true in zip(document.read, document.true, strict=True):
        for pair in align(read.split(), true.split()):
            if pair.text and pair.gold:
                found = (pieces(pair.text)[0].core, pieces(pair.gold)[0].core)
                if all(found):
                    yield found


def _sample(pairs: Sequence[tuple[str, str]], size: int) -> list[tuple[str, str]]:
    return Random(1).sample(sorted(pairs), min(size, len(pairs)))


if __name__ == "__main__":
    main()
