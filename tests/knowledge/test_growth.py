"""What understanding takes grows with the text alone, whatever the text has lost."""

import cProfile
import pstats

import pytest

from tests.knowledge.written import understood

_FEW, _MANY = 40, 160
_LONGER = _MANY / _FEW
# A square would make it four times as much again.
_ROOM = 1.5


def _lines(line: str, count: int) -> list[str]:
    return [line.format(n=n, day=n % 28 + 1) for n in range(1, count + 1)]


def _calls(text: str) -> int:
    """Return how many calls it takes to understand a text: the same on a busy machine."""
    profile = cProfile.Profile()
    profile.runcall(understood, text)
    stats = pstats.Stats(profile)
    return int(stats.total_calls)  # type: ignore[attr-defined]  # its stubs lack it


@pytest.mark.parametrize("between", ["\n", " "])
@pytest.mark.parametrize(
    "line",
    [
        "Resor {n} {n} 000 kr",
        "{day} mars 2020 Möte i Almvik",
        "Projekt {n}          Interreg Nord          {n}0 tkr",
        "Anna Berg",
        "Anna Berg (S)",
        "Program",
        "Region Almvik är medlem i Kustrådet Nord sedan 2010",
        "Projektet Blå väg {n} finansieras av Interreg Nord med {n} miljoner kronor",
    ],
)
def test_time_grows_with_the_text(line: str, between: str) -> None:
    understood("Ett möte.")  # what is loaded once
    few, many = (_calls(between.join(_lines(line, count))) for count in (_FEW, _MANY))
    assert many < few * _LONGER * _ROOM
