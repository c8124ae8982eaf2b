"""Letters of parties as they are printed and read."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pipeline.lexicon import EntityLexicon

_READ_AS: Final[Mapping[str, str]] = MappingProxyType(
    {"$": "S", "5": "S", "8": "S", ")": "S", "€": "C"}
)
"""What stands for a party's letter where it was read wrongly."""

# A letter that is the same large and small is read as both: `Cc`.
_TWICE: Final = re.compile(r"Cc|Vv|Ss|Ll")
# Those of who is no politician: `TJ`, `tjm`, `opol.`
_OF_NO_PARTY: Final = re.compile(
    r"tj(?:m|p|änste\w+)?\.?|opol(?:itisk)?\.?|ej pol\w*", re.IGNORECASE
)

LETTERS: Final = r"(?:S|M|C|L|V|KD|MP|SD|FP)"
"""Letters of the Riksdag's parties, which are known as such without brackets too."""


def as_printed(letters: str) -> str:
    """Return a party's letters as they were printed, where they were read as another sign."""
    if _TWICE.fullmatch(letters):
        return letters[0]
    return _READ_AS.get(letters, letters)


def party_of_cell(text: str, entities: EntityLexicon) -> str | None:
    """Return the letters of the party in a table's cell; None for a dash or an empty cell.

    Letters of officials are of none; a party's name stands for its letters: `Centerpartiet`.
    """
    named = (entity.code for entity in entities.named(text) if entity.type == "party")
    if (code := next(named, None)) is not None:
        return code
    letters = as_printed(text.strip().strip("()") or text.strip())
    of_none = not any(map(str.isalpha, letters)) or _OF_NO_PARTY.fullmatch(letters)
    return None if of_none else letters
