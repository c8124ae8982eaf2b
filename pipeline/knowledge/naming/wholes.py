"""Networks that are named only to say what another one is a part of."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.names import Named, Span

# From a part to its whole: `NSC är en av CPMR:s kommissioner`, `utgör en del av`.
_PART_OF: Final = re.compile(
    r"(?: ?\([^()\n]*\))?,? (?:är|var|utgör|utgjorde|bildar|blev) (?:också |idag )?"
    r"(?![^.;]*\b(?:medlem|part|ägar|deläg|grund|stift|initiativ))"  # what it does there
    r"(?:(?:en|ett|den|det|[a-zåäö]+) (?:[a-zåäö-]+ ){0,3}(?:av|inom|under) (?:[a-zåäö]+ ){0,2})"
)
# A part that has been named before: `Kommissionen är en del av CPMR`.
_SPOKEN_OF: Final = re.compile(
    r"(?:Kommissionen|Nätverket|Organisationen|Sammanslutningen|Samarbetet|Unionen|Föreningen)\b"
)


def wholes(text: str, names: Sequence[Named], sentences: Sequence[Span]) -> Iterator[int]:
    """Yield where a network begins that the subject of its sentence is a part of."""
    networks = [name for name in names if name.type == "network"]
    starts = [name.start for name in networks]
    for sentence in sentences:
        told = networks[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        subject = told[0] if told and told[0].start == sentence.start else None
        spoken = None if subject else _SPOKEN_OF.match(text, sentence.start, sentence.end)
        if subject is None and spoken is None:
            continue
        end = subject.end if subject else spoken.end() if spoken else sentence.start
        for one in told:
            same = subject is not None and one.entity_id == subject.entity_id
            if not same and _PART_OF.fullmatch(text, end, one.start):
                yield one.start
