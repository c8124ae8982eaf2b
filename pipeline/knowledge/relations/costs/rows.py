"""Lists of sums, a line each: a label, and the sum that ends the line."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.knowledge.names import Span
from pipeline.knowledge.textflow import Block

# `Kustbygden 3 500 000 kronor`, `Inlandet: 2,5 mkr`
_ROW: Final = re.compile(
    r"(?P<what>[^\W\d_a-zåäö][^\d.;:!?]{2,60}?)(?::| [–-]| ?[.…]{3,})? (?:\d[\d .,]*)"
    r"(?:(?: miljon(?:er)?| tkr| mkr| mnkr)|(?: tusen)?)(?: ?(?:kronor|kr|SEK|euro|EUR|€))?\.?"
)
_SUMMED: Final = re.compile(
    r"(?:summa|totalt?|tillsammans|budget|kostnad|intäkt|bidrag|stöd|medel|EU-)", re.IGNORECASE
)


def row_label(blocks: Sequence[Block], index: int) -> Span | None:
    """Return the label of a line that a sum ends, among lines of the same form.

    None for a label of what others add up to, or of where the money comes from.
    """
    block = blocks[index]
    row = _ROW.fullmatch(block.content.rstrip())
    around = (*blocks[max(index - 1, 0) : index], *blocks[index + 1 : index + 2])
    if row is None or _SUMMED.match(row["what"]):
        return None
    alike = any(_ROW.fullmatch(one.content.rstrip()) for one in around)
    start = block.content_start
    return Span(start, start + len(row["what"])) if alike else None
