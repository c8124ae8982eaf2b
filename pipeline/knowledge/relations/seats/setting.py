"""What surrounds a person in the text."""

from typing import NamedTuple

from pipeline.knowledge.relations.seats.caption_lines import Caption
from pipeline.knowledge.scene import Span


class Setting(NamedTuple):
    """What surrounds a person: its sentence, what leads into its list, and captions above."""

    sentence: Span
    intro: Span | None
    caption: Caption = Caption()
