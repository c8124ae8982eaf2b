"""Running headers that say whose a document is, where nothing else on its first page does."""

import re
from typing import Final

from pipeline.model.page import FURNITURE, Role
from pipeline.model.repair import RepairedPage

_ISSUER: Final = re.compile(
    r"(?:Region|Landstinget(?: i)?|Kommunförbundet|Regionförbundet|Länsstyrelsen(?: i)?) "
    r"[^\W\d_]{3,}",
    re.IGNORECASE,
)


def letterhead(page: RepairedPage) -> set[int]:
    """Return the numbers of the header's lines that alone name who issued a first page.

    `REGION ALMVIK  PROTOKOLL` above every page is read as furniture, and tells no less.
    """
    lines = list(zip(page.page.lines, page.lines, strict=True))
    text = "\n".join(repaired.text for line, repaired in lines if line.role not in FURNITURE)
    if _ISSUER.search(text):
        return set()
    return {
        number
        for number, (line, repaired) in enumerate(lines, 1)
        if line.role is Role.HEADER and _ISSUER.match(repaired.text)
    }
