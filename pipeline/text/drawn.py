"""Lines of a text that are drawn with characters, not written."""

import re
from typing import Final

_RULE: Final = re.compile(r"\s*[-=_–—]{5,}[-=_–— ]*")


def is_rule(line: str) -> bool:
    """Tell whether a line is a rule below a head or between rows: `=====`, `------  ------`."""
    return _RULE.fullmatch(line) is not None
