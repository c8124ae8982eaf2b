"""Measures repair on the example documents: `python -m tests.bench.repair [--show]`."""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipeline.config import RepairConfig
from pipeline.lexicon import Lexicon, open_lexicon, strip_diacritics
from pipeline.repair import repair_lines
from pipeline.text.alignment import align

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
REPEATS = 20

Change = tuple[str, str, str]
"""A word as it was, as repair leaves it, and as it should be."""


def main() -> None:
    """Print every figure; with `--show`, every word that is not right."""
    started = time.perf_counter()
    lexicon = open_lexicon()
    tell(f"lexicon open in {time.perf_counter() - started:.2f} s")
    seeds = {path.name[:3]: read(path) for path in sorted((SHARED / "seeds").glob("*.txt"))}
    gold = read(next((SHARED / "gold").glob("001*.txt")))
    ruined = [line for line in seeds["001"] if line.strip()]
    after = [line for line in repaired(seeds["001"], lexicon) if line.strip()]
    report("001 ruined", changes(ruined, after, [line for line in gold if line.strip()]))
    for name in ("000", "002", "003"):
        report(f"{name} healthy", changes(seeds[name], repaired(seeds[name], lexicon), seeds[name]))
    for name in ("000", "003"):
        stripped = [strip_diacritics(line) for line in seeds[name]]
        report(f"{name} stripped", changes(stripped, repaired(stripped, lexicon), seeds[name]))
    for name in ("001", "000"):
        measure_speed(name, seeds[name] * REPEATS, lexicon)


def read(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").replace("\f", "\n").split("\n")


def repaired(lines: list[str], lexicon: Lexicon) -> list[str]:
    return [line.text for line in repair_lines(lines, lexicon, RepairConfig())]


def changes(before: list[str], after: list[str], gold: list[str]) -> Iterator[Change]:
    """Yield the words of lines side by side; words are divided by white space."""
    for raw, new, true in zip(before, after, gold, strict=True):
        words = true.split()
        old = align(raw.split(), words)
        fresh = align(new.split(), words)
        for one, other in zip(old, fresh, strict=False):
            if one.gold is not None and one.gold == other.gold:
                yield one.text or "", other.text or "", one.gold


def report(title: str, words: Iterator[Change]) -> None:
    counts: Counter[tuple[bool, bool]] = Counter()
    for before, after, true in words:
        counts[before == true, after == true] += 1
        if after != true and "--show" in sys.argv:
            tell(f"   {before} -> {after} ({true})")
    damaged = counts[False, True] + counts[False, False]
    right = counts[True, True] + counts[True, False]
    fixed = counts[False, True] / max(damaged, 1)
    harmed = counts[True, False] / max(right, 1)
    share = (counts[False, True] + counts[True, True]) / (damaged + right)
    tell(
        f"{title}: {share:.2%} right after; of {damaged} damaged {fixed:.2%} fixed; "
        f"of {right} right {counts[True, False]} ({harmed:.2%}) harmed"
    )


def measure_speed(title: str, lines: list[str], lexicon: Lexicon) -> None:
    started = time.process_time()
    repaired(lines, lexicon)
    count = sum(len(line.split()) for line in lines)
    tell(f"{title}, {REPEATS} times: {count / (time.process_time() - started):,.0f} words a CPU s")


def tell(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
