"""What came out of reading: counts by language."""

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass

from corpus.readings.reading import JobResult
from pipeline.text.alignment import align


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts that add up; `damaged` are printed words that were read as something else."""

    pages: int = 0
    lines: int = 0
    printed: int = 0
    missed: int = 0
    damaged: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        pairs = zip(astuple(self), astuple(other), strict=True)
        return Tally(*(mine + yours for mine, yours in pairs))


def tally(result: JobResult) -> Tally:
    """Count what one job brought."""
    return Tally(
        pages=len({line.page for line in result.lines}),
        lines=len(result.lines),
        printed=result.printed,
        missed=result.missed,
        damaged=sum(damaged_words(line.read, line.true) for line in result.lines),
    )


def damaged_words(read: str, true: str) -> int:
    """Return how many words of `true` were read as something else."""
    pairs = align(read.split(), true.split())
    return sum(pair.gold is not None and pair.text != pair.gold for pair in pairs)


def report(tallies: Iterable[tuple[str, Tally]]) -> Iterator[str]:
    """Yield a table: a row for each language, words read and the shares damaged and missed."""
    yield "language  pages   lines   words  damaged  missed"
    for language, count in tallies:
        read = count.printed - count.missed
        yield (
            f"{language:8} {count.pages:6} {count.lines:7} {read:7}"
            f" {count.damaged / max(read, 1):8.1%} {count.missed / max(count.printed, 1):7.2%}"
        )
