"""symspellpy as a rival: distance 2, prefix 7, counts of wordfreq."""

import re
from functools import cache

from symspellpy import SymSpell, Verbosity
from wordfreq import get_frequency_dict

_DISTANCE, _PREFIX = 2, 7
_SCALE = 1e9  # wordfreq gives shares of all words; symspellpy wants whole counts
_EDGES = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)


@cache
def dictionary() -> SymSpell:
    """Return symspellpy with the Swedish words of wordfreq's large list."""
    speller = SymSpell(max_dictionary_edit_distance=_DISTANCE, prefix_length=_PREFIX)
    for word, share in get_frequency_dict("sv", "large").items():
        speller.create_dictionary_entry(word, max(1, round(share * _SCALE)))
    return speller


def correct(line: str) -> str:
    """Return a line with each word as symspellpy would have it, its punctuation kept."""
    return " ".join(map(_correct_word, line.split()))


def correct_and_keep(line: str) -> str:
    """Return the same, looking up each different word but once."""
    return " ".join(map(_kept_word, line.split()))


def _correct_word(word: str) -> str:
    before, core, after = _EDGES.findall(word)[0]
    if len(core) < 2 or core.isdecimal():
        return word
    found = dictionary().lookup(
        core, Verbosity.TOP, max_edit_distance=_DISTANCE, transfer_casing=True
    )
    return f"{before}{found[0].term}{after}" if found else word


_kept_word = cache(_correct_word)
