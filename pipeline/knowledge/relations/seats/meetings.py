"""Whose meeting minutes are of, and who presides there."""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.knowledge.relations.leads import is_prose
from pipeline.knowledge.relations.seats.networks import Networks
from pipeline.knowledge.relations.seats.vocabulary import SEATS, Word
from pipeline.knowledge.scene import Named, Span

# Who presides at the meeting whose minutes these are: `Ordföranden Åsa Ek öppnar`.
_PRESIDES: Final = re.compile(
    r"(?: \([^()]*\))? (?:öppna|ställ|förklara|avsluta|hälsa|finner|fann|tacka|fråga|ajournera)"
)
_TOP_BLOCKS: Final = 8
# Blocks above a title that name who writes: `Internationella beredningen`, `PROTOKOLL`.
_LETTERHEAD: Final = 2
# What stands at the top of minutes.
_OF_MEETING: Final = re.compile(
    r"^(?:Plats och tid|Tid och plats|Beslutande)\b|\b(?i:protokoll (?:från|fört vid)) "
)
# In running text other bodies may be anybody's.
_BOARD: Final = re.compile(r"(?:förbunds)?(?:styrelse|direktion)", re.IGNORECASE)
# Whose meeting minutes are of: `Protokoll från styrelsemöte`.
_MEETING: Final = re.compile(
    r"\b((?:förbunds)?styrelse|styrgrupp|arbetsutskott|direktion|presidium)"
    r"(?:n?s)?(?:möte|sammanträde)(?:t|s)?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Meetings(Networks):
    """Finds the body whose own document this is."""

    def presides(self, role: Word, person: Named) -> bool:
        """Tell whether a person presides at the meeting: `Ordföranden Åsa Ek öppnar`."""
        chairs = role.name == "ordförande" and role.end + 1 == person.start
        return chairs and _PRESIDES.match(self.scene.flow.text, person.end) is not None

    def body_of_title(self, role: Word) -> Word | None:
        """Return the body whose own document this is: `Minnesanteckningar från styrgruppen`."""
        profile, blocks = self.scene.profile, self.scene.flow.blocks
        title = profile.title_block or 0
        top = blocks[max(title - _LETTERHEAD, 0) : title + _TOP_BLOCKS]
        own = self.scene.author is not None or profile.document_type == "minutes"
        own = own or any(_OF_MEETING.search(block.content) for block in top)
        if not own or role.name not in SEATS:
            return None
        for block in top:
            for body in self.bodies(Span(block.start, block.end)):
                if _BOARD.match(body.name) or not is_prose(block.content):
                    return body
            if (met := _MEETING.search(block.text)) is not None:
                return Word(block.start + met.start(1), block.start + met.end(1), met[1].lower())
        return None
