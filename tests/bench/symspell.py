"""symspellpy as a rival: distance 2, prefix 7, counts of wordfreq."""

import gc
from functools import cache

from symspellpy import SymSpell, Verbosity
from wordfreq import get_frequency_dict

from tests.bench.words import is_word, pieces

_DISTANCE, _PREFIX = 2, 7
_SCALE = 1e9  # wordfreq gives shares of all words; symspellpy wants whole counts


@cache
def dictionary() -> SymSpell:
    """Return symspellpy with the Swedish words of wordfreq's large list."""
    speller = SymSpell(max_dictionary_edit_distance=_DISTANCE, prefix_length=_PREFIX)
    for word, share in get_frequency_dict("sv", "large").items():
        speller.create_dictionary_entry(word, max(1, round(share * _SCALE)))
    gc.collect()
    gc.freeze()  # it stays: looking for garbage in it again and again would count as work
    return speller


def correct(line: str) -> str:
    """Return a line with each word as symspellpy would have it, its punctuation kept."""
    return " ".join(before + _best(core) + after for before, core, after in pieces(line))


def correct_and_keep(line: str) -> str:
    """Return the same, looking up each different word but once."""
    return " ".join(before + _kept(core) + after for before, core, after in pieces(line))


def _best(core: str) -> str:
    if not is_word(core):
        return core
    found = dictionary().lookup(
        core, Verbosity.TOP, max_edit_distance=_DISTANCE, transfer_casing=True
    )
    return str(found[0].term) if found else core


_kept = cache(_best)
