"""Projects as subjects of sentences, with who pays in brackets behind their names.

`Pågående projekt Blå kajer (LIFE) provar laddning. Kloka hus (Interreg Nord) vill ge tysta rum.`
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.projects.names import may_be_name
from pipeline.knowledge.telling import Telling
from pipeline.knowledge.textflow import Block, BlockKind

CAPTION: Final = (
    r"(?:[^.;:()\n]{0,50}? )?[\w-]*[Pp]rojekt(?:en)?"
    r"(?: (?:19|20)\d\d(?: ?[–-] ?(?:19|20)\d\d)?)?:? "
)
"""A caption that the first project has run into: `Almviks EU-projekt`, `Projekt 2007–2013`."""

_SUBJECT: Final = re.compile(
    rf"(?:^|(?<=[.!?:] ))(?P<caption>{CAPTION})?"
    r"(?P<name>[^\W_a-zåäö][\w&+-]*(?: [\w&+-]+){0,4}) \((?P<funder>[^()\n]{3,60})\) "
    r"(?P<description>(?:[a-zåäö]{2,}(?:ar|er|ör|år|[^i]s)|ska|vill|har|ger) [^.\n]{5,160})(?=\.)"
)
_FEWEST: Final = 2


def paid_subjects(
    blocks: Sequence[Block], known: Mapping[int, int], funders: Sequence[Span]
) -> Iterator[Telling]:
    """Yield such projects where a block has several, or a caption says that they are projects.

    `known` is where names of other things begin and end; `funders` are in order.
    """
    starts = {funder.start for funder in funders}
    for block in blocks:
        if block.kind is BlockKind.CELL or "(" not in block.text:
            continue
        found = [
            match
            for match in _SUBJECT.finditer(block.text, block.content_start - block.start)
            if block.start + match.start("funder") in starts
            and known.get(block.start + match.start("name"), 0) < block.start + match.end("name")
            and may_be_name(match["name"])
        ]
        if len(found) >= _FEWEST or any(match["caption"] for match in found):
            for match in found:
                name, told, payer = (
                    Span(block.start + match.start(group), block.start + match.end(group))
                    for group in ("name", "description", "funder")
                )
                yield Telling(name, Span(name.start, name.start), told, payer)
