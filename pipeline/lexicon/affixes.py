"""The word forms of a hunspell dictionary whose affixes are single-letter suffix flags."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Suffix(NamedTuple):
    """A suffix rule: what it takes off, what it puts on, and which words it fits."""

    strip: str
    add: str
    condition: re.Pattern[str]


class Form(NamedTuple):
    """A word form, and whether it stands alone or only begins compounds."""

    word: str
    stands_alone: bool


def read_suffixes(path: Path) -> dict[str, list[Suffix]]:
    """Return the suffix rules of an .aff file by flag."""
    rules: dict[str, list[Suffix]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) >= 5 and parts[0] == "SFX":
            strip, add = (("" if part == "0" else part) for part in parts[2:4])
            rules[parts[1]].append(Suffix(strip, add, re.compile(f"(?:{parts[4]})$")))
    return rules


def expand(dictionary: Path, affixes: Path) -> Iterator[Form]:
    """Yield every form of a dictionary, forbidden words left out.

    Compound heads (continuation flags after a suffix, and words that occur in compounds
    only) are yielded as forms that do not stand alone, without their final hyphen.
    """
    rules = read_suffixes(affixes)
    found = re.findall(
        r"^(FORBIDDENWORD|ONLYINCOMPOUND|NEEDAFFIX) (\S)", _text(affixes), re.MULTILINE
    )
    forbidden, in_compound, needs_affix = (
        dict(found).get(name, "\0") for name in ("FORBIDDENWORD", "ONLYINCOMPOUND", "NEEDAFFIX")
    )
    for line in _text(dictionary).splitlines()[1:]:
        word, _, flags = line.strip().partition("/")
        if not word or forbidden in flags:
            continue
        if needs_affix not in flags:
            yield Form(word.rstrip("-"), in_compound not in flags and word[-1] != "-")
        yield from _suffixed(word, [rule for flag in flags for rule in rules.get(flag, ())])


def _suffixed(word: str, rules: list[Suffix]) -> Iterator[Form]:
    for suffix in rules:
        if word.endswith(suffix.strip) and suffix.condition.search(word):
            added, _, continued = suffix.add.partition("/")
            form = word[: len(word) - len(suffix.strip)] + added
            yield Form(form.rstrip("-"), not continued and form[-1:] != "-")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
