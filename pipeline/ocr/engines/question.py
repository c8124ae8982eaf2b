"""What is asked of Tesseract's library, as text that passes between processes."""

import json
from typing import NamedTuple


class Question(NamedTuple):
    """What is asked of an image of so many grey pixels: its words, or how it must be turned.

    `tessdata` is the folder of the models, `dpi` pixels an inch.
    """

    tessdata: str
    languages: str
    width: int
    height: int
    dpi: int
    orientation: bool

    def to_text(self) -> str:
        """Return the question as text."""
        return json.dumps(self)


def from_text(text: str) -> Question:
    """Return the question that a text holds."""
    return Question(*json.loads(text))
