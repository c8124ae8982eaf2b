"""Which times of a sentence tell since when somebody is a member, and which tell other things."""

import re
from typing import Final

from pipeline.knowledge.dates import Period
from pipeline.knowledge.relations.memberships.membership import times_told
from pipeline.knowledge.relations.memberships.times import OWN_TIME_BEFORE
from pipeline.knowledge.relations.memberships.verbs import MEMBER
from pipeline.knowledge.scene import Scene, Span

_EVER_SINCE: Final = re.compile(r"\b(?:sedan|när|då|från)\b[^,.]*$", re.IGNORECASE)
# When a network began, told beside: `X, som bildades 1991, …`.
_OF_FOUNDING: Final = re.compile(
    r"\b(?:bilda|grunda|etablera|starta)(?:des|ts|de|t|d)\b"
    r"(?: (?:år|i|den|hösten|våren|\w+ i))* $",
    re.IGNORECASE,
)
# From a verb to its time: `gick med i 2022`, `inträdde den 1 april 2019`.
_BEHIND: Final = re.compile(r"(?: (?:i|år|den|hösten|våren|sedan))*,? ?")
# `i B7 (sedan 1989), X och Y`
_BRACKET: Final = re.compile(r"(?P<name>[A-ZÅÄÖ0-9]\S*) \((?:medlem )?(?:sedan|från) (?:år )?$")


def periods_of(scene: Scene, sentence: Span) -> list[Period]:
    """Return the times of a sentence, the likeliest of joining first.

    That is what stands right behind the verb, then what `sedan` or `från` leads to, before the
    day of a decision: `Efter beslut den 4 maj 2022 är vi medlem från 2023`.
    """
    text = scene.text(sentence)
    ends = {verb.end() for verb in MEMBER.finditer(text)}

    def is_of_person(period: Period) -> bool:
        """Tell whether a person is named between the last network and a time behind it."""
        start = sentence.start + period.start
        named = scene.within(Span(sentence.start, start), "person", "network")
        return bool(named) and named[-1].type == "person" and len(named) > 1

    def rank(period: Period) -> int:
        if any(_BEHIND.fullmatch(text, end, period.start) for end in ends):
            return 0
        return 1 if OWN_TIME_BEFORE.search(text, 0, period.start) else 2

    def is_of_name(period: Period) -> bool:
        """Tell whether a time stands in the bracket behind what no network is known by."""
        bracket = _BRACKET.search(text, 0, period.start)
        if bracket is None:
            return False
        start, end = (sentence.start + place for place in bracket.span("name"))
        # It may be what a network is called for short: `Nordens stennät, NSN (sedan 2007)`.
        return not any(
            network.end == end or scene.flow.text[network.end : start] == ", "
            for network in scene.within(sentence, "network")
        )

    told = times_told(scene, sentence)
    return sorted((p for p in told if not is_of_person(p) and not is_of_name(p)), key=rank)


def is_told_in_verb(scene: Scene, sentence: Span) -> bool:
    """Tell whether a verb holds a time: `övertog 2011 det medlemskap som A haft från starten`."""
    verbs = [verb.span() for verb in MEMBER.finditer(scene.text(sentence))]
    periods = times_told(scene, sentence)
    return any(start < period.start < end for start, end in verbs for period in periods)


def is_of_founding(before: str) -> bool:
    """Tell whether a time is when a network began, and not since when somebody is in it."""
    founded = _OF_FOUNDING.search(before)
    return founded is not None and not _EVER_SINCE.search(before)
