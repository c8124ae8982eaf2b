"""Signs that stand before the items of a list."""

import re
from typing import Final

BULLET: Final = "•"
"""The sign that stands for all of them where a repair writes one."""

# What Word's bullets become where the font they are drawn in (Symbol, Wingdings) is lost.
_PRIVATE: Final = (
    "\uf02d\uf06c\uf06d\uf06e\uf06f\uf070\uf071\uf072\uf074\uf075\uf076\uf077\uf09e\uf09f\uf0a1"
    "\uf0a7\uf0a8\uf0b7\uf0be\uf0d7\uf0d8\uf0da\uf0de\uf0e0\uf0e8\uf0f0\uf0fa-\uf0fe"
)
_DRAWN: Final = "•●○◦◉⚫⬤‣⁃⦁▪▫■□◼◻◾◽❖◆◇♦➢➤►▶▸➔➜➡⇒☐☑☒❑❒❏❐✓✔✅✗✘"
# These stand in sentences and before figures too: they are bullets if a blank follows.
_APART: Final = r"·∙*»›>→√–—−-"
SURE_SIGNS: Final = f"{_DRAWN}{_PRIVATE}"
"""Signs, as in a class of a pattern, that are nothing but bullets."""

BULLET_SIGNS: Final = f"{SURE_SIGNS}{_APART}"
"""Signs, as in a class of a pattern, that are bullets where a blank follows."""

_AT_START: Final = re.compile(f"[{SURE_SIGNS}]\ufe0f?|[{_APART}](?=\\s)")
_ALONE: Final = re.compile(f"[{BULLET_SIGNS}]\ufe0f?")
_LOST_FONT: Final = re.compile(rf"\s*([{_PRIVATE}])(?=\s*\S)")


def bullet_at_start(text: str) -> re.Match[str] | None:
    """Return the bullet, or the dash that stands apart, with which a text begins."""
    return _AT_START.match(text)


def is_bullet(text: str) -> bool:
    """Tell whether a text is a bullet or dash and nothing else."""
    return _ALONE.fullmatch(text) is not None


def private_bullet(line: str) -> re.Match[str] | None:
    """Return the bullet (group 1) that begins a line and that only a lost font can draw."""
    return _LOST_FONT.match(line)
