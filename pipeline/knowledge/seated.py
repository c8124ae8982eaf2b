"""How a line of a list of seats begins: a name and its party, `Anna af Ek (S)`."""

import re
from typing import Final

_LETTERS: Final = r"(?i:S|M|C|L|V|VPK|KD|KDS|MP|SD|FP|NYD|SJVP)|[–-]"
_NAME: Final = r"[^\W\d_a-zåäö][\w’'-]*(?: (?:af|von|van|de))?(?: [^\W\d_a-zåäö][\w’'.-]*){1,3},?"
SEATED: Final = re.compile(rf"{_NAME} \((?:{_LETTERS})\)")
"""A person with a party of the Riksdag, or with a dash for none."""
LIKE_SEATED: Final = re.compile(rf"{_NAME} \((?:[^\W\d_]{{1,5}}|[–-])\)")
"""The same with any letters: beside a line of the other kind a local party's."""
