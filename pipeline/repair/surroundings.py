"""What the words beside a word tell of it: capitals, years, and who is named."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.repair.choices import Case
from pipeline.repair.sentences import YEAR_OR_IS, Unit, are_beside
from pipeline.text.tokens import TokenKind

_WORD_LENGTH: Final = 5  # letters of capitals that are too long for abbreviations
_SMALL_WORDS: Final = frozenset(
    {"OCH", "FÖR", "FOR", "MED", "AV", "TILL", "FRÅN", "FRAN", "OM", "VID", "PÅ"}
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?!\d)")


def is_loud(sentence: Sequence[Unit]) -> bool:
    """Tell whether a sentence is in capitals, short words and all (`MAL FOR 1997`).

    It is where two capitals are too long for abbreviations, or nothing is small and one of
    them is, or a common word stands among them.
    """
    words = [unit.printed for unit in sentence if unit.kind is TokenKind.WORD]
    capitals = [unit.printed for unit in sentence if unit.case is Case.UPPER]
    long = sum(len(printed) >= _WORD_LENGTH for printed in capitals)
    if long > 1 or not 1 < len(words) == len(capitals):
        return long > 1
    return long == 1 or not _SMALL_WORDS.isdisjoint(words)


def tells_nothing(sentence: list[Unit], place: int) -> bool:
    """Tell whether a number has no say in whether `ar` beside it is *är* or *år*.

    Numbers make *år* likely, but only years after it (`år 2026`), and what is no year before
    it (`3 år`): `medlemsavgiften 2026 är 9 000 euro`.
    """
    is_year = _YEAR.match(sentence[place].printed) is not None
    beside = sentence[place + 1 : place + 2] if is_year else sentence[max(place - 1, 0) : place]
    return any(unit.printed == YEAR_OR_IS for unit in beside)


def case_in(sentence: list[Unit], place: int, loud: bool) -> Case:
    """Return the case of a word as its neighbours show it."""
    case = sentence[place].case
    if loud and case is Case.UPPER:
        return Case.START
    # `Saga Berg` begins a sentence as a name does; `Säga` would not, nor does `Ägare: Berg`.
    if case is Case.START and place + 1 < len(sentence):
        after = sentence[place + 1]
        if after.case is Case.CAPITAL and are_beside(sentence[place], after):
            return Case.CAPITAL
    return case


def begins_name(sentence: Sequence[Unit], place: int) -> bool:
    """Tell whether a word is followed by another capitalised one, as a given name is.

    A capital right before it begins the name itself, unless a party tells that it is a name.
    """
    unit, after = sentence[place], sentence[place + 1 : place + 2]
    if not after or after[0].case is not Case.CAPITAL or not are_beside(unit, after[0]):
        return False
    if unit.named or place == 0:
        return unit.case in {Case.CAPITAL, Case.START}
    before = sentence[place - 1]
    begun = before.printed[0].isupper() and are_beside(before, unit)
    return unit.case is Case.CAPITAL and not begun
