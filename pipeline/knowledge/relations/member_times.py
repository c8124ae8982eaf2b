"""Times that are of one network alone where a sentence names several."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.knowledge.dates import written
from pipeline.knowledge.relations.membership import times_told
from pipeline.knowledge.scene import Named, Scene, Span

# A time of a network's own, before or behind it: `och, sedan den 1 mars 2024, i X`.
OWN_TIME_BEFORE: Final = re.compile(
    r"\b(?:(?:allt)?sedan|från)(?: och med)?(?: år| den| hösten| våren)? $", re.IGNORECASE
)
_INTO: Final = re.compile(
    r",? (?:(?:även|också|är|varit|medlem|medlemmar|med|aktiva?|ingår|ingått|vi|regionen) )*"
    r"(?:(?:i|av|till) (?:[a-zåäö-]+ ){0,3})?"
)
_OWN_TIME_BEHIND: Final = re.compile(
    r"(?: \([^()]*\))?,? \(?(?:sedan |från )?(?:(?:starten|bildandet|grundandet) )?"
    r"(?:år |den |hösten |våren )?"
)
# `X, som regionen har tillhört sedan 2012`
_OWN_CLAUSE: Final = re.compile(
    r"(?: \([^()]*\))?, (?:som|där|dit) [^.,;]{3,50}? (?:sedan|från) (?:år |den )?"
)


def own_times(scene: Scene, sentence: Span, networks: Sequence[Named]) -> dict[str, str]:
    """Return the times that stand right before or behind one of several networks.

    A single time behind the last of them is that of all: `i A, B och C sedan 2015`.
    """
    before: dict[str, str] = {}
    behind: dict[str, str] = {}
    relative: dict[str, str] = {}
    text = scene.flow.text
    for period in times_told(scene, sentence):
        start, end = sentence.start + period.start, sentence.start + period.end
        since = written(period)
        if since is None:
            continue
        leads = OWN_TIME_BEFORE.search(text[sentence.start : start])
        for network in networks:
            if _OWN_TIME_BEHIND.fullmatch(text[network.end : start]):
                behind[network.entity_id] = since
            elif leads and len(networks) > 1 and _OWN_CLAUSE.fullmatch(text[network.end : start]):
                relative[network.entity_id] = since
            elif leads and _INTO.fullmatch(text[end : network.start]):
                before[network.entity_id] = since
    if networks and list(behind) == [networks[-1].entity_id]:
        behind.clear()
    before.pop(networks[0].entity_id if networks else "", None)
    return before | behind | relative
