"""Kinds of damage to words, told by what was read beside what is printed."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from rapidfuzz.distance import Levenshtein

from pipeline.text.unicode import clean_characters, clean_mojibake

_SWEDISH: Final = frozenset("åäöéü")
_ANOTHER_WORD: Final = 0.6  # share of letters that differ from which nothing is alike,
_TELLING: Final = 4  # in words of so many letters


class DamageKind(StrEnum):
    """What befell a word; where several things did, the first of these that fits.

    `word_boundary`: read as several words, or as one with its neighbour. `encoding`: its
    characters were decoded wrongly or are not composed. `case`: it differs in case alone.
    Of the letters that differ, å, ä, ö, é and ü are looked at first, others where those are
    whole. `lost_letter`: nothing stands in the place of one. `doubled_letter`: two signs do.
    `diacritic`: another sign does, for å, ä, ö, é or ü. `ocr_confusion`: the same for other
    letters and for digits. `other`: lost as a whole, another word, or other punctuation.
    """

    WORD_BOUNDARY = "word_boundary"
    ENCODING = "encoding"
    CASE = "case"
    LOST_LETTER = "lost_letter"
    DOUBLED_LETTER = "doubled_letter"
    DIACRITIC = "diacritic"
    OCR_CONFUSION = "ocr_confusion"
    OTHER = "other"


def damage_kind(read: str, gold: str, *, shared: bool = False) -> DamageKind:
    """Return the kind of damage of a word that was read as something else than it is.

    `read` holds all that stands in its place, words divided by a space; `shared` tells that
    some of it stands in the place of a neighbour as well.
    """
    if not read:
        return DamageKind.OTHER
    if shared or " " in read:
        return DamageKind.WORD_BOUNDARY
    if "\ufffd" in read or clean_mojibake(read) != read or clean_characters(read) == gold:
        return DamageKind.ENCODING
    read, gold = read.lower(), gold.lower()
    return DamageKind.CASE if read == gold else _letter_damage(read, gold)


class _Spot(NamedTuple):
    """Signs of a word that were misread, and what was read; `beside` are their neighbours."""

    gold: str
    read: str
    beside: str

    @property
    def swedish(self) -> bool:
        return not _SWEDISH.isdisjoint(self.gold)

    @property
    def doubled(self) -> bool:
        if self.gold:
            return self.swedish and len(self.read) > len(self.gold)
        return set(self.read) <= set(self.beside)


def _letter_damage(read: str, gold: str) -> DamageKind:
    spots = [spot for spot in _spots(read, gold) if _has_sign(spot.gold + spot.read)]
    if not spots or not _has_sign(gold) or _another_word(read, gold):
        return DamageKind.OTHER
    swedish = [spot for spot in spots if spot.swedish]
    telling = swedish or spots
    if any(not spot.read for spot in telling):
        return DamageKind.LOST_LETTER
    if any(spot.doubled for spot in telling):
        return DamageKind.DOUBLED_LETTER
    return DamageKind.DIACRITIC if swedish else DamageKind.OCR_CONFUSION


def _another_word(read: str, gold: str) -> bool:
    share = Levenshtein.normalized_distance(read, gold)
    return len(gold) >= _TELLING and share > _ANOTHER_WORD


def _has_sign(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _spots(read: str, gold: str) -> Iterator[_Spot]:
    """Yield where two words differ, what touches in one spot."""
    place = read_place = 0
    for block in Levenshtein.editops(read, gold).as_matching_blocks():
        if block.b > place or block.a > read_place:
            beside = gold[max(place - 1, 0) : place] + gold[block.b : block.b + 1]
            yield _Spot(gold[place : block.b], read[read_place : block.a], beside)
        place, read_place = block.b + block.size, block.a + block.size
