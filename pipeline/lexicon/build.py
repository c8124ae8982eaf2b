"""Compiles word lists and counts into files that are mapped into memory."""

import gc
import os
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import marisa_trie
import numpy as np

from pipeline.lexicon import sources
from pipeline.lexicon.classes import Pairs, learn_classes
from pipeline.lexicon.folding import fold, strip_diacritics
from pipeline.lexicon.letters import learn_letters

MEMBER, DOMINATED, NAME, ABBREVIATION, GIVEN = 1, 2, 4, 8, 16
"""Flags: lexicon word; damaged form of a far commoner word; mostly capitalised; abbreviation;
given name."""

SENTENCE, NUMBER = "<s>", "<n>"
"""What stands for a sentence's start and for a number among the word pairs."""

_DISCOUNT = 0.75  # Ney's absolute discount, as is customary for counts from 3 up.
_DOMINANCE = 60.0  # times as common as its form without dots: the form is damage
_LISTED = 0.1  # count given to a word for each dictionary that lists it
_OWN_COUNT = 20.0  # given to an archive's own word: in its documents it is well known
_FREQUENCY_WEIGHT = 0.2  # of wordfreq's general text against government text
_MEMBER_COUNT = 3  # a word in no dictionary must be this common in government text
_ENTITY_COUNT = 1.0  # count given to a word for each entity that has it in its name
_ACCENTED_E = str.maketrans("éèêë", "eeee")
_ACCENT = re.compile("[éèêë]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_UNSEEN = np.float32(0.01)  # count added to each word's, so that none is impossible
_SHORTEST_TAUGHT = 3  # letters of words that letter models learn from: most shorter are codes
_ORDER, _FOREIGN_ORDER = 5, 4  # letters that the models look at; foreign words are a mixture
_FOREIGN = ("da", "de", "en", "es", "fi", "fr", "it", "nl", "pl")
"""Languages whose names stand in Swedish plans."""
_PAIR_TOTAL = 1.3  # all pairs against the pairs seen three times or more, for <s> and <n>


@dataclass(slots=True)
class Entry:
    """What is known of a lower-cased word while the lexicon is compiled."""

    count: float = 0.0
    title: float = 0.0
    listed: int = 0
    first_parts: int = 0
    last_parts: int = 0
    abbreviation: bool = False
    given: bool = False


@dataclass(slots=True)
class Vocabulary:
    """All words by their lower-cased form, and their pairs."""

    entries: defaultdict[str, Entry] = field(default_factory=lambda: defaultdict(Entry))
    pairs: list[sources.PairCount] = field(default_factory=list)


def compile_lexicon(directory: Path, folder: Path) -> None:
    """Compile the lexicon of `directory` into the empty `folder`; it takes half a minute."""
    collecting = gc.isenabled()
    gc.disable()  # a million objects that all stay: looking for garbage doubles the time
    try:
        _write(_collect(directory), folder)
    finally:
        if collecting:
            gc.enable()


def _collect(directory: Path) -> Vocabulary:
    vocabulary = Vocabulary()
    entries = vocabulary.entries
    paths = {n: directory / s.path for n, s in sources.read_manifest(directory).items()}
    _add_listed(entries, (f.word for f in sources.hunspell_forms() if f.stands_alone))
    _add_listed(entries, sources.simplemma_words())
    own = (row["word"] for row in sources.read_rows(paths["own-words"]))
    _add_listed(entries, own, _OWN_COUNT)
    total = 0
    for row in sources.word_counts(paths["government-words"]):
        entry = entries[row.word]
        entry.count += row.total
        entry.title += row.title
        total += row.total
    for word, frequency in sources.frequencies("sv", "large").items():
        if word in entries and entries[word].listed:
            entry = entries[word]
            added = _FREQUENCY_WEIGHT * frequency * total
            entry.title += added * entry.title / entry.count  # it tells no capitals
            entry.count += added
    vocabulary.pairs = list(sources.pair_counts(paths["government-pairs"]))
    for protected in sources.read_rows(paths["protected"]):
        entry = entries[protected["text"].lower()]
        entry.listed += 2
        entry.abbreviation = protected["kind"] == "abbreviation"
    _add_entities(entries, directory / "entities")
    _count_parts(entries)
    return vocabulary


def _add_listed(
    entries: defaultdict[str, Entry], words: Iterable[str], count: float = _LISTED
) -> None:
    """Add the words of a dictionary; those it has with a capital alone count as names."""
    for word in {unicodedata.normalize("NFC", word) for word in words}:
        if not word or not word[0].isalpha() or " " in word:
            continue
        entry = entries[word.lower()]
        entry.listed += 1
        entry.count += count
        if word[0].isupper():
            entry.title += count


def _add_entities(entries: defaultdict[str, Entry], folder: Path) -> None:
    """Add the words of the names of known entities, as they are written.

    A word counts once, however many names have it: names are listed for what they are, not
    as often as they are used, and many are English, whose words are no Swedish ones by that.
    """
    rows = [row for path in sorted(folder.glob("*.tsv")) for row in sources.read_rows(path)]
    names = (name for row in rows for name in (row["name"], *(row.get("aliases") or "").split("|")))
    for word in sorted({word for name in names for word in _WORD.findall(name)}):
        entry = entries[word.lower()]
        entry.listed += 1
        entry.count += _ENTITY_COUNT
        entry.title += _ENTITY_COUNT * word[0].isupper()
    for row in sources.read_rows(folder / "given_names.tsv"):
        entries[row["name"].lower()].given = True


def _count_parts(entries: defaultdict[str, Entry]) -> None:
    """Count how many listed words each string begins whose rest is a common word.

    And how many each word ends, after strings that begin several.
    """
    rests = {word for word, entry in entries.items() if len(word) >= 4 and entry.count >= 5}
    wholes = [word for word, entry in entries.items() if len(word) >= 7 and entry.listed]
    found: Counter[str] = Counter()
    for word in wholes:
        for cut in range(3, len(word) - 3):
            if word[cut:] in rests:
                found[word[:cut].removesuffix("-")] += 1
    for part, count in found.items():
        if count >= 3:
            entries[part].first_parts = count
    begins = {part for part, count in found.items() if count >= 3}
    for word in wholes:
        for cut in range(3, len(word) - 2):
            if word[:cut] in begins and word[cut:] in entries:
                entries[word[cut:]].last_parts += 1


def _write(vocabulary: Vocabulary, folder: Path) -> None:
    entries = vocabulary.entries
    entries[SENTENCE], entries[NUMBER] = Entry(), Entry()
    trie = marisa_trie.Trie(entries)
    trie.save(str(folder / "words.marisa"))
    words = [trie.restore_key(number) for number in range(len(trie))]
    order = [entries[word] for word in words]
    counts = np.array([entry.count for entry in order], np.float32)
    titles = np.array([entry.title / (entry.count or 1) for entry in order], np.float32)
    _save(folder, "counts", counts)
    _save(folder, "titles", np.minimum(titles, 1))
    parts = np.array([entry.first_parts for entry in order], np.uint32)
    _save(folder, "parts", parts)
    _save(folder, "last_parts", np.array([entry.last_parts for entry in order], np.uint32))
    flags = _flags(words, order)
    _save(folder, "flags", flags)
    _save(
        folder,
        "priors",
        np.log(counts + _UNSEEN) - np.float32(np.log(counts.sum(dtype=np.float64))),
    )
    _write_letters(words, flags, folder)
    _write_keys(words, counts, folder)
    first = [
        fold(words[n]) for n in np.flatnonzero(parts).tolist() if len(words[n]) >= _SHORTEST_TAUGHT
    ]
    marisa_trie.Trie(first).save(str(folder / "first_parts.marisa"))
    pairs = _numbered(trie, vocabulary.pairs)
    _write_pairs(trie, counts, pairs, folder)
    classes = learn_classes(words, (flags & NAME) > 0, pairs)
    _save(folder, "classes", classes.of_words)
    _save(folder, "lifts", classes.lifts)
    english = sources.frequencies("en", "small")
    records = [(word, (value,)) for word, value in english.items() if word.isalpha()]
    marisa_trie.RecordTrie("<f", records).save(str(folder / "english.marisa"))


def _flags(words: Sequence[str], order: Sequence[Entry]) -> np.ndarray:
    best: dict[str, float] = {}
    for word, entry in zip(words, order, strict=True):
        stripped = strip_diacritics(word)
        if stripped != word and best.get(stripped, 0.0) < entry.count:
            best[stripped] = entry.count
    flags = np.zeros(len(order), np.uint8)
    for number, (word, entry) in enumerate(zip(words, order, strict=True)):
        member = entry.listed > 0 or entry.count >= _MEMBER_COUNT
        dominated = best.get(word, 0.0) > _DOMINANCE * (entry.count + 0.1)
        name = entry.title > 0.9 * entry.count
        flags[number] = (
            MEMBER * member
            + DOMINATED * dominated
            + NAME * name
            + ABBREVIATION * entry.abbreviation
            + GIVEN * entry.given
        )
    return flags


def _write_letters(words: Sequence[str], flags: np.ndarray, folder: Path) -> None:
    """Write the letter models: of words, of names, and of foreign words."""
    taught = (flags & (MEMBER | DOMINATED | ABBREVIATION)) == MEMBER
    for name, wanted in (("words", 0), ("names", NAME)):
        numbers = np.flatnonzero(taught & ((flags & NAME) == wanted)).tolist()
        examples = [words[n] for n in numbers if len(words[n]) >= _SHORTEST_TAUGHT]
        _save(folder, f"letters_{name}", learn_letters(examples, _ORDER))
    foreign = {word for code in _FOREIGN for word in sources.frequencies(code, "small")}
    _save(folder, "letters_foreign", learn_letters(sorted(foreign), _FOREIGN_ORDER))


def _write_keys(words: Sequence[str], counts: np.ndarray, folder: Path) -> None:
    """Write, for each confusion key, the words that have it, the commonest first."""
    folded = [fold(word) for word in words]
    # An accent on e may be printed as nothing, or as any of the class.
    plain = {n: fold(w.translate(_ACCENTED_E)) for n, w in enumerate(words) if _ACCENT.search(w)}
    keys = marisa_trie.Trie({*folded, *plain.values()})
    keys.save(str(folder / "keys.marisa"))
    members = np.array([*range(len(words)), *plain], np.uint32)
    owners = np.array([keys[key] for key in (*folded, *plain.values())], np.uint32)
    order = np.lexsort((members, -counts[members], owners))
    offsets = np.searchsorted(owners[order], np.arange(len(keys) + 1)).astype(np.uint32)
    _save(folder, "key_offsets", offsets)
    _save(folder, "key_words", members[order])


def _numbered(words: Mapping[str, int], pairs: list[sources.PairCount]) -> Pairs:
    known = [pair for pair in pairs if pair.first in words and pair.second in words]
    return Pairs(
        np.array([words[pair.first] for pair in known], np.int64),
        np.array([words[pair.second] for pair in known], np.int64),
        np.array([pair.times for pair in known], np.float64),
    )


def _write_pairs(words: Mapping[str, int], counts: np.ndarray, pairs: Pairs, folder: Path) -> None:
    """Write word pairs as sorted numbers (first << 32 | second) with discounted chances.

    `backoff` is, for each first word, the mass left to words it was not seen with.
    """
    first, second, seen = pairs.first.astype(np.uint64), pairs.second.astype(np.uint64), pairs.times
    totals = np.maximum(np.bincount(first, seen, len(counts)), counts)
    for sign in (SENTENCE, NUMBER):
        totals[words[sign]] *= _PAIR_TOTAL
    chances = (seen - _DISCOUNT) / totals[first]
    numbers = (first << np.uint64(32)) | second
    order = np.argsort(numbers)
    _save(folder, "pairs", numbers[order])
    _save(folder, "pair_chances", chances[order].astype(np.float32))
    left = 1 - np.bincount(first, chances, len(counts))
    _save(folder, "backoff", np.clip(left, 0.01, 1).astype(np.float32))


def _save(folder: Path, name: str, values: np.ndarray) -> None:
    with (folder / f"{name}.npy").open("wb") as file:
        np.save(file, values)
        file.flush()
        os.fsync(file.fileno())
