"""What an item of a list begins with: a bullet, a number or letter, a day."""

import re
from typing import Final

from pipeline.model.page import Role
from pipeline.text.bullets import bullet_at_start
from pipeline.text.months import STEMS

READ_AS_BULLET: Final = re.compile(r"[eoöOQ°¢+»](?=\s)|«|[–—](?=\w)|-(?=[^\W\d_])")
"""What recognition makes of a bullet; believed only of a line that layout calls an item."""

# A month in words; other words begin with `mar` too: `3 marknader`.
_MONTH: Final = "|".join("mars" if stem == "mar" else stem for stem in STEMS)
NUMBER: Final = re.compile(
    r"(?:(?!0|\d{1,2}\.0|\d{1,2}(?: \d{3})+(?!\w))\d{1,2}(?:\.\d{1,2}){0,4}[.)]?"
    r"|\((?:\d{1,2}|[a-h]|[ivx]{1,4})\)|[ivx]{2,4}\)|[a-zA-Z]\)|[A-ZÅÄÖ]\.?\d{1,2}[.:)]?|[a-h]\.(?=\s+[^\W\d_]{2})(?!\s+(?:Kr|ex)\b)"
    r"|[A-H]\.(?=\s+[A-ZÅÄÖ][^\W\d_]+\s+(?:[a-zåäö]{2}|\d|[iåö] )))(?=\s+[^\s–—-])"
    rf"(?!\s+(?i:{_MONTH})[a-z]*\b(?!-))"
)
"""`2.1`, `3)`, `(3)`, `a)`, `(a)`, `ii)`, `a.`, within a part `A1`, `B2.`.

`09.15` is an hour, `92 000 ecu` a sum.
"""

DATED: Final = re.compile(r"\d{1,2}(?: ?[–-] ?\d{1,2})? [a-zåäö]{3,9}\.?(?: \d{4})?:\s")
"""An entry of a calendar: `17–18 september 2025: höstmöte`."""

DAY: Final = re.compile(
    r"(?i:(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?\.?(?: den)? )?"
    rf"(?:\d{{1,2}}(?: ?[–-] ?\d{{1,2}})? (?i:{_MONTH})[a-z]*\b"
    r"|\d{1,2}/\d{1,2} (?=[A-ZÅÄÖ]))"
)
"""A line of a calendar: `7–8 mars  Konferens`."""


def marker_of(text: str, role: Role) -> str:
    """Return the sign that a block begins with; empty if it has none.

    Neither a day nor a figure that counts things is one: `17 mars: möte`, `3 nätverk`.
    """
    found = bullet_at_start(text) or NUMBER.match(text)
    if found is None and role is Role.LIST_ITEM:
        found = READ_AS_BULLET.match(text)
    counts = found is not None and found[0].isdigit() and text[found.end() :].lstrip()[:1].islower()
    return found[0] if found and not counts and not DATED.match(text) else ""
