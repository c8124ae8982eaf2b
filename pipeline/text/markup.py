"""HTML that stands in a text as it was written: tags and entities."""

import re
from typing import Final

TAG: Final = re.compile(
    r"</?(?P<name>p|div|span|br|hr|b|i|u|em|strong|small|sup|sub|a|ul|ol|li|dl|dt|dd|h[1-6]|table|"
    r"caption|thead|tbody|tfoot|tr|td|th|font|center|blockquote|img|pre)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
"""A tag, opening or closing, that is whole."""

ENTITY: Final = re.compile(
    r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|(?P<name>[a-z][a-z0-9]{1,31}));", re.IGNORECASE
)
"""A character by its name or number; not every name is one."""
