"""The texts that speed is measured on."""

from itertools import pairwise

import pytest

from tests.bench.damage import Damage
from tests.bench.running import Sampler


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return list(Sampler(3).lines(2_000))


def test_the_same_seed_gives_the_same_text(lines: list[str]) -> None:
    assert list(Sampler(3).lines(2_000)) == lines
    assert list(Sampler(4).lines(2_000)) != lines


def test_text_has_the_length_and_the_look_of_swedish(lines: list[str]) -> None:
    words = " ".join(lines).split()
    assert 2_000 <= len(words) < 2_400
    assert max(map(len, lines)) <= 80
    dotted = sum(bool(set("åäö") & set(word.lower())) for word in words)
    assert 0.2 < dotted / len(words) < 0.35  # as of healthy Swedish
    assert any(word[0].isdigit() for word in words)
    assert all(line.endswith(".") for line, after in pairwise(lines) if line and not after)


def test_ruin_leaves_no_dots_but_those_of_confusion(lines: list[str]) -> None:
    damage = Damage(3)
    ruined = [damage.ruin(line) for line in lines]
    assert ruined != lines
    letters = "".join(lines).lower()
    lost = sum(letters.count(letter) for letter in "åäö")
    left = sum("".join(ruined).lower().count(letter) for letter in "åäö")
    assert left < 0.15 * lost  # engines of other languages take å for ä now and then
