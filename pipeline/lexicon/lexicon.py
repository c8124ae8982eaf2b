"""The compiled lexicon: words, counts, pairs and confusion keys, mapped into memory."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import marisa_trie
import numpy as np
from msgspec import Struct

from pipeline.lexicon.build import (
    ABBREVIATION,
    DOMINATED,
    GIVEN,
    MEMBER,
    NAME,
    NUMBER,
    SENTENCE,
)
from pipeline.lexicon.compiled import compiled_lexicon
from pipeline.lexicon.folding import confused_runs
from pipeline.lexicon.inputs import data_digest
from pipeline.lexicon.letters import Letters
from pipeline.lexicon.places import lexicons_directory

_KEYS = 16_000  # whose words are remembered
_LIMIT = 64  # words of a key that are looked at


class Keyed(Struct, frozen=True, gc=False):
    """A word that has a confusion key: its number, its confused runs, its log chance.

    `member` tells whether it is a word by itself.
    """

    number: int
    word: str
    runs: tuple[str, ...]
    prior: float
    member: bool


class Lexicon:
    """Swedish words by look-up; opened in milliseconds, its pages shared by all processes.

    Words are looked up lower-cased. `digest` names the data it stands for, confusions and all.
    `priors` holds the log chance of each word among all, by its number; `words`, `names`
    and `foreign` tell how likely strings are as words or names that no list has.
    """

    def __init__(self, folder: Path, digest: str) -> None:
        self.digest = digest
        self._words = marisa_trie.Trie().mmap(str(folder / "words.marisa"))
        self._keys = marisa_trie.Trie().mmap(str(folder / "keys.marisa"))
        self._first_parts = marisa_trie.Trie().mmap(str(folder / "first_parts.marisa"))
        self._english = marisa_trie.RecordTrie("<f").mmap(str(folder / "english.marisa"))
        self.priors = _mapped(folder, "priors")
        self.words = Letters(folder / "letters_words.npy")
        self.names = Letters(folder / "letters_names.npy")
        self.foreign = Letters(folder / "letters_foreign.npy")
        self._counts = _mapped(folder, "counts")
        self._titles = _mapped(folder, "titles")
        self._flags = _mapped(folder, "flags")
        self._parts = _mapped(folder, "parts")
        self._last_parts = _mapped(folder, "last_parts")
        self._offsets = _mapped(folder, "key_offsets")
        self._members = _mapped(folder, "key_words")
        self._pairs = _mapped(folder, "pairs")
        self._chances = _mapped(folder, "pair_chances")
        self._classes = _mapped(folder, "classes")
        self._lifts = _mapped(folder, "lifts")
        self._backoff = _mapped(folder, "backoff")
        self.total = _sum(folder, "counts")
        self.parts_total = _sum(folder, "parts")
        self.last_total = _sum(folder, "last_parts")
        self._with_key = lru_cache(_KEYS)(self._entries)
        self.sentence: int = self._words[SENTENCE]
        self.number: int = self._words[NUMBER]

    def __len__(self) -> int:
        return len(self._words)

    def word_id(self, word: str) -> int | None:
        """Return the number of a lower-cased word, or None for one not listed."""
        found: int | None = self._words.get(word)
        return found

    def word(self, word_id: int) -> str:
        """Return the lower-cased word that has a number."""
        found: str = self._words.restore_key(word_id)
        return found

    def contains(self, word: str) -> bool:
        """Tell whether a word, in any case, is in the lexicon."""
        found = self._words.get(word.lower())
        return found is not None and bool(self._flags[found] & MEMBER)

    def is_healthy(self, word: str) -> bool:
        """Tell whether a word is in the lexicon and no damaged form of a far commoner word.

        `for` and `ar` are words, but where they stand `för` and `är` were printed.
        """
        found = self._words.get(word.lower())
        return found is not None and self._flags[found] & (MEMBER | DOMINATED) == MEMBER

    def is_healthy_id(self, word_id: int) -> bool:
        """Tell the same of the word with a number."""
        return self._flags[word_id] & (MEMBER | DOMINATED) == MEMBER

    def known_share(self, words: Iterable[str]) -> float:
        """Return the share, 0 to 1, of words that the lexicon knows (see `knows`); 0 for none."""
        total = known = 0
        for word in words:
            total += 1
            known += self.knows(word)
        return known / total if total else 0.0

    def knows(self, word: str) -> bool:
        """Tell whether a word is healthy, or made of healthy words and abbreviations.

        Parts are divided by hyphens (`EU-projekt`) or stand together (`länsstrategi`);
        the genitive of an abbreviation has its colon (`RK:s`).
        """
        if self.is_healthy(word):
            return True
        parts = [part for part in word.split(":", maxsplit=1)[0].split("-") if part]
        return bool(parts) and all(
            (part.isupper() and len(part) > 1) or self.is_healthy(part) or self.is_compound(part)
            for part in parts
        )

    def count(self, word: str) -> float:
        """Return how often a word counts in all lists together; 0 for one not listed."""
        found = self._words.get(word.lower())
        return 0.0 if found is None else self._counts[found]

    def count_of(self, word_id: int) -> float:
        """Return the count of the word with a number."""
        return self._counts[word_id]

    def is_member(self, word_id: int) -> bool:
        """Tell whether the string with a number is a word by itself."""
        return bool(self._flags[word_id] & MEMBER)

    def is_name(self, word_id: int) -> bool:
        """Tell whether the word with a number is nearly always written with a capital."""
        return bool(self._flags[word_id] & NAME)

    def is_given(self, word_id: int) -> bool:
        """Tell whether the word with a number is a given name."""
        return bool(self._flags[word_id] & GIVEN)

    def is_abbreviation(self, word_id: int) -> bool:
        """Tell whether the word with a number is an abbreviation that takes a full stop."""
        return bool(self._flags[word_id] & ABBREVIATION)

    def title_share(self, word_id: int) -> float:
        """Return how often, 0 to 1, the word with a number has a capital."""
        return self._titles[word_id]

    def first_parts(self, word_id: int) -> int:
        """Return how many listed compounds begin with the string with a number."""
        return self._parts[word_id]

    def last_parts(self, word_id: int) -> int:
        """Return how many listed compounds end with the word with a number."""
        return self._last_parts[word_id]

    def english(self, word: str) -> float:
        """Return the relative frequency of a lower-cased word in English; 0 if rare."""
        found = self._english.get(word) if word.isalpha() else None
        return float(found[0][0]) if found else 0.0

    def pair_chance(self, first: int, second: int) -> float:
        """Return the discounted chance of `second` after `first`; 0 for a pair not seen."""
        wanted = first << 32 | second
        place = bisect_left(self._pairs, wanted)
        if place < len(self._pairs) and self._pairs[place] == wanted:
            return self._chances[place]
        return 0.0

    def backoff(self, first: int) -> float:
        """Return the chance, 0 to 1, that a word comes after `first` that was not seen there."""
        return self._backoff[first]

    def class_lift(self, first: int, second: int) -> float:
        """Return how many times likelier the second word's class is after the first one's."""
        classes = self._classes
        lift: float = self._lifts[classes[first], classes[second]]
        return lift

    def candidates(self, key: str, limit: int = _LIMIT) -> list[int]:
        """Return the numbers of words with a confusion key (see `fold`), the commonest first."""
        found = self._keys.get(key)
        return [] if found is None else self._numbers(found, limit)

    def keyed(self, key: str) -> tuple[Keyed, ...]:
        """Return the words with a confusion key (see `fold`), the commonest first, at most 64.

        They are remembered: many prints have the same key.
        """
        found = self._keys.get(key)
        return () if found is None else self._with_key(found)

    def _numbers(self, key: int, limit: int) -> list[int]:
        start, end = self._offsets[key], self._offsets[key + 1]
        return self._members[start : min(end, start + limit)].tolist()

    def _entries(self, key: int) -> tuple[Keyed, ...]:
        return tuple([self._entry(number) for number in self._numbers(key, _LIMIT)])

    def _entry(self, number: int) -> Keyed:
        word = self.word(number)
        member = self.is_member(number)
        return Keyed(number, word, tuple(confused_runs(word)), self.priors[number], member)

    def has_key(self, key: str) -> bool:
        """Tell whether any word has a confusion key."""
        return key in self._keys

    def first_part_keys(self, key: str) -> list[str]:
        """Return the keys of first parts of compounds that a confusion key begins with."""
        found: list[str] = self._first_parts.prefixes(key)
        return found

    def is_compound(self, word: str, firsts: int = 2) -> bool:
        """Tell whether a word splits into at most `firsts` first parts and a healthy word.

        First parts carry their binding letter (`utvecklings`).
        """
        lowered = word.lower()
        for cut in range(3, len(lowered) - 2):
            first = self._words.get(lowered[:cut])
            if first is None or not self._parts[first]:
                continue
            rest = lowered[cut:]
            if self.is_healthy(rest) or (firsts > 1 and self.is_compound(rest, firsts - 1)):
                return True
        return False


def open_lexicon(directory: Path | None = None) -> Lexicon:
    """Open the lexicon of a folder `lexicons/` (the project's own), compiling it if needed."""
    directory = directory or lexicons_directory()
    return Lexicon(compiled_lexicon(directory), data_digest(directory))


def _sum(folder: Path, name: str) -> float:
    return float(np.load(folder / f"{name}.npy", mmap_mode="r").sum(dtype=np.float64))


def _mapped(folder: Path, name: str) -> memoryview:
    # A memoryview gives plain numbers several times faster than an array.
    return memoryview(np.load(folder / f"{name}.npy", mmap_mode="r"))
