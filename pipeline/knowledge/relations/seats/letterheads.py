"""Associations known by their own papers: `Kustbygdens Europaförening` above its report.

A paper such as only an association writes (its statutes, the report of its year) names whose
it is in one of its first lines, alone or behind what the paper is.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.knowledge.entities.kind_nouns import KIND_NOUN
from pipeline.knowledge.textflow import Flow

_PAPER: Final = re.compile(
    r"(?:verksamhets|förvaltnings|års)berättelse|stadgar|årsrapport|årsmötesprotokoll"
    r"|protokoll (?:från|fört vid) (?:\w+ )?(?:årsmöte|stämma|styrelsemöte)",
    re.IGNORECASE,
)
_NAME: Final = re.compile(
    rf"(?:.*? (?:för|från) )?(?P<name>[^\W\d_][\w-]*(?: [\w-]+){{0,4}}?"
    rf" ?[\w-]*{KIND_NOUN})(?:,? (?:19|20)\d\d.*)?",
    re.IGNORECASE,
)
# Those who govern places, and act for them.
_AUTHORITY: Final = re.compile(
    r"(?:kommun|region|landstings?|läns|kommunal)-?(?:förbund|råd|samverkan)|kommittédirektiv",
    re.IGNORECASE,
)
# Alone above a committee or council it says that this is one of its own.
_OWNER: Final = re.compile(
    r"(?:region|landstinget|regionförbundet) .+|.+ (?:kommun|stad|landsting)", re.IGNORECASE
)
_OWNED: Final = re.compile(r".*(?:kommittén?|råd(?:et)?)", re.IGNORECASE)
_TOP_BLOCKS: Final = 4
_LONGEST: Final = 90


def letterhead_network(flow: Flow) -> Iterator[tuple[int, str]]:
    """Yield the association whose own a paper is, as its text writes it, and where it begins."""
    top = [block for block in flow.blocks[:_TOP_BLOCKS] if len(block.text) <= _LONGEST]
    if not any(_PAPER.search(block.text) for block in top):
        return
    owned = any(_OWNER.fullmatch(block.content.strip()) for block in top)
    for block in top:
        match = _NAME.fullmatch(block.content.strip())
        if match is None or (owned and _OWNED.fullmatch(match["name"])):
            continue
        if match["name"][0].isupper() and not _AUTHORITY.search(match["name"]):
            yield block.content_start + match.start("name"), _as_written(flow.text, match["name"])
            return


def _as_written(text: str, name: str) -> str:
    """Return a name in capitals as the running text writes it, if it does."""
    forms = (match[0] for match in re.finditer(re.escape(name), text, re.IGNORECASE))
    return next((form for form in forms if not form.isupper()), name)
