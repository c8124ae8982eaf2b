"""Names that the addresses of a text spell: `Åsa Ek`, where `asa.ek@almvik.se` stands below."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.knowledge.anchored import Anchored

_ADDRESS: Final = Anchored(r"\b([^\W\d_]+(?:[.-][^\W\d_]+)+)@", re.IGNORECASE)
# Letters that addresses write without their marks; one for one, so that places stay.
_PLAIN: Final = str.maketrans("åäöøæéèüáíóúñç", "aaooaeeuaiounc")
_BETWEEN: Final = r"[ -]"


def names_in_addresses(text: str) -> Iterator[tuple[int, str]]:
    """Yield the names that an address in the text spells, and where they begin."""
    addresses = {match[1].casefold() for match in _ADDRESS.finditer(text)}
    if not addresses:
        return
    plain = text.lower().translate(_PLAIN)
    if len(plain) != len(text):
        return
    for address in sorted(addresses):
        words = re.split(r"[.-]", address.translate(_PLAIN))
        pattern = rf"(?<![\w.@-]){_BETWEEN.join(words)}(?![\w.@-])"
        for match in re.finditer(pattern, plain):
            name = text[match.start() : match.end()]
            goes_on = text[match.end() : match.end() + 2]
            if name.istitle() and not (goes_on[:1] == " " and goes_on[1:].isupper()):
                yield match.start(), name
