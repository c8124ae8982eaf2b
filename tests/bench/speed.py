"""Measures the speed of repair on running text: `python -m tests.bench.speed`.

    python -m tests.bench.speed [--words 1000000] [--rival-words 100000] [--seed 1]

The text is sampled from the word pairs of the lexicon (`tests.bench.running`), healthy and
ruined (`tests.bench.damage`). Each is repaired in a fresh process; speeds are words by CPU
seconds of one core. symspellpy repairs the first part of the ruined text in the same run:
once as it is, once looking up each different word but once.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.lexicon import open_lexicon
from tests.bench import symspell
from tests.bench.damage import ORDINARY_RATE, Damage
from tests.bench.running import Sampler


@dataclass(frozen=True, slots=True)
class Measured:
    """What a fresh process took: seconds until ready, CPU seconds, words, peak memory in MB."""

    ready: float
    cpu: float
    words: int
    megabytes: float

    @property
    def speed(self) -> float:
        """Words by CPU second."""
        return self.words / self.cpu


def main() -> None:
    arguments = _arguments()
    open_lexicon()  # compiles it where needed, which must not count
    healthy = list(Sampler(arguments.seed).lines(arguments.words))
    damage = Damage(arguments.seed)
    ruined = [damage.ruin(line) for line in healthy]
    tell(_describe(healthy, ruined))
    tell("| | words/s | words | ready, s | peak memory, MB |\n|---|---|---|---|---|")
    for name, lines in (("healthy", healthy), ("ruined", ruined)):
        measured = _repaired_afresh(lines)
        tell(
            f"| {name} | {measured.speed:,.0f} | {measured.words:,} "
            f"| {measured.ready:.2f} | {measured.megabytes:,.0f} |"
        )
    _compare(measured.speed, _first(ruined, arguments.rival_words))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--words", type=int, default=1_000_000)
    parser.add_argument("--rival-words", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _describe(healthy: Sequence[str], ruined: Sequence[str]) -> str:
    count, different = _count(healthy), _different(healthy)
    same = sum(line == other for line, other in zip(healthy, ruined, strict=True))
    return (
        f"{count:,} words, {different:,} different ones, in {len(healthy):,} lines; ruined (every "
        f"å, ä, ö, and {ORDINARY_RATE:.1%} of the other letters): {_different(ruined):,} different "
        f"ones, {same:,} lines unharmed\n"
    )


def _different(lines: Sequence[str]) -> int:
    return len({word for line in lines for word in line.split()})


def _repaired_afresh(lines: Sequence[str]) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, "-m", "tests.bench.repairing", str(path)]
        printed = subprocess.run(command, check=True, capture_output=True).stdout
    return Measured(**json.loads(printed))


def _first(lines: Sequence[str], words: int) -> list[str]:
    found = []
    for line in lines:
        found.append(line)
        words -= len(line.split())
        if words <= 0:
            break
    return found


def _compare(speed: float, lines: Sequence[str]) -> None:
    rivals = (("symspellpy", symspell.correct), ("it, answers kept", symspell.correct_and_keep))
    speeds = [_rival_speed(lines, correct) for _, correct in rivals]
    for (name, _), rival in zip(rivals, speeds, strict=True):
        tell(f"| ruined, {name} | {rival:,.0f} | {_count(lines):,} | | |")
    tell(f"\nRuined text: {speed / speeds[0]:.1f} times symspellpy.")


def _rival_speed(lines: Sequence[str], correct: Callable[[str], str]) -> float:
    symspell.dictionary()
    started = time.process_time()
    for line in lines:
        correct(line)
    return _count(lines) / (time.process_time() - started)


def _count(lines: Sequence[str]) -> int:
    return sum(len(line.split()) for line in lines)


def tell(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
