"""Sentences that announce goals or activities by subject and verb, and leave them to a list."""

import re
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.structure.wording import (
    ACTIVITY_LABEL,
    ACTIVITY_NOUN,
    GOAL_NOUN,
    WHICH,
    YEAR,
)

_SHALL: Final = r"(?:ska|skall|vill|har)"
# Who has goals in a list of what shall be: we, and the work; what an organisation shall do are
# rather its duties.
_WHO: Final = r"(?:[Vv]i|(?:[\w-]+[aet] ){0,3}(?:[Aa]rbetet|[Ss]amarbetet))"
_GOAL_SENTENCES: Final = (
    # `Under perioden ska regionen`, `Vid utgången av 2013`
    Anchored(
        r"(?:^|[.!?] )(?:Under|Till|Fram till|Vid|Senast|År|Innan|I slutet av)\b"
        rf"(?=[^.!?]*(?:period|{YEAR}))"
        rf"(?:(?![^.!?]*(?:fokus|områden|prioriter))[^.!?]{{4,140}}?\b{_SHALL}\b[^.!?:]{{0,40}}"
        r"|[^.!?:]{0,12}(?:utgången|slutet) av [^.!?:]{4,40}):?$"
    ),
    # `Den 31 december 2026 ska`, `Vid utgången av år 2026 har`
    Anchored(
        rf"(?:^|[.!?] )(?:Senast |Till )?[Dd]en \d{{1,2}} [a-z]+ {YEAR} {_SHALL}\b"
        r"[^.!?:]{0,60}:?$"
    ),
    # `Landstinget skall under perioden 1997–1999`
    Anchored(
        rf"(?:^|[.!?] )[^\W\d_a-zåäö][\w-]*(?: [\w-]+){{0,3}} (?:ska|skall|vill)"
        rf" (?:under|till|fram till|senast|innan)\b[^.!?:]{{0,40}}{YEAR}[^.!?:]{{0,12}}:?$"
    ),
    # `Kansliet föreslår att nämnden till utgången av 1999 skall ha`
    Anchored(
        rf"\b(?:till|vid|före|innan|senast) (?:utgången|slutet) av (?:år )?{YEAR}"
        r" (?:ska|skall|bör)(?: (?:ha|vara))?:?$"
    ),
    # `När perioden är slut ska:`, `Landstinget ska under året:`, `Vi har nått målet när:`
    Anchored(
        rf"(?:^|[.!?] )(?:När\b[^.!?:]{{4,60}} {_SHALL}"
        r"|[^\W\d_a-zåäö]\w+(?: \w+)? (?:ska|skall|vill)"
        r" under (?:året|perioden)(?: ha)?|Vi har (?:upp)?nått [^.:]{0,40} när):$"
    ),
    # `Vi ska`, `Det internationella arbetet ska bidra till att:`
    Anchored(
        rf"(?:^|[.!?] |\b[Dd]ärför |\b[Ff]ör att lyckas )(?:{_WHO} (?:ska|skall|vill)"
        rf"|(?:ska|skall|vill) {_WHO})(?: [\w-]+){{0,5}}:?$"
    ),
    # `Forumet, som vill att det ska:`, `Kommunen hoppas att mässan ska`
    Anchored(
        r"\b(?:vill|hoppas|önskar)(?: med [^.:,]{3,40})? att (?:det|den|de|[\w-]+(?:et|en|an|na|r))"
        r" (?:ska|skall)(?: kunna)?:?$"
    ),
    # `Målet för samarbetet är att`, `Regionens ambition är att 2026:`
    Anchored(
        r"\b(?:målen?|målet|målsättningen|ambition(?:en)?|avsikten|förhoppning(?:en)?)\b"
        r"[^.:]{0,60} är(?: att)?(?: [\w-]+ (?:ska|skall))?"
        rf"(?: (?:(?:under|till|för|senast|år) )?(?:året|perioden|(?:år )?{YEAR}))?:?$",
        re.IGNORECASE,
    ),
    # `Planen har tre bärande strategiska mål:`; `Följande gäller för målen:` is of another kind.
    Anchored(
        rf"(?<!för )(?<!av )(?<!om )(?<!till )(?<!med )(?<!i )(?<!på )\b{GOAL_NOUN}"
        r"(?: (?:för|inom|under|till|som|är|gäller|fram)\b[^.:]{0,60})?:$"
        rf"|\b(?:följande|dessa|tre|fyra|fem|sex) {WHICH}{GOAL_NOUN}\b[^.:]{{0,60}}:$",
        re.IGNORECASE,
    ),
)
_ACTIVITY_SENTENCES: Final = (
    # `För att nå målen ska vi:`
    Anchored(
        r"\b(?:[Ff]ör att|[Ss]å att vi) (?:upp)?(?:nå|nås|fylla|fylls|förverkliga|genomföra)\b"
        rf"[^.:]*\b(?:{_SHALL}|behöver|måste|kommer)\b[^.:]{{0,60}}:?$"
    ),
    # `Kontoret kommer under året att genomföra följande:`, `Vi kommer att arbeta med:`
    Anchored(
        r"\b(?:kommer|planerar|avser)\b[^.:]{0,60}\batt"
        r"(?: (?:genomföra|göra|arrangera|ordna|anordna|arbeta(?: vidare)? med))?"
        rf"(?: (?:under|för) (?:året|perioden|(?:år )?{YEAR}))?(?: följande)?:$"
    ),
    # `Regionen åtar sig att:`, `Förvaltningen får i uppdrag att:`
    Anchored(
        r"\b(?:åtar (?:sig|oss)|i uppdrag|innebär(?: det)?[^.:]{0,30} att vi)\b[^.:]{0,40}"
        rf"(?: att| ska| (?:under|för) (?:året|perioden|(?:år )?{YEAR})):$"
    ),
    # `Målen ska nås genom att:`, `Det gör vi genom:`
    Anchored(r"\b(?:vi|målen|målet|nås|uppnås)\b[^.:]{0,60} genom(?: att)?(?: följande)?:$"),
    # `Under 2024 planeras följande aktiviteter:`, `Dessa åtgärder ska genomföras:`
    Anchored(
        rf"\b(?:följande|dessa|planera\w+|prioritera\w+|föresl\w+|genomför(?:a|s)|exempel på)"
        rf" (?:[\w-]+ ){{0,3}}{ACTIVITY_NOUN}\b[^.:]{{0,60}}:$"
        rf"|\b{ACTIVITY_NOUN} (?:planeras|prioriteras|föreslås|genomförs|ska)\b[^.:]{{0,60}}:$",
        re.IGNORECASE,
    ),
)
# What is told of money, of what has been, and of how goals are made, announces neither.
_OF_OTHER: Final = Anchored(
    r"\b(?:stöd|bidrag|medel|ansökan|ansöka|sök[ae]|har (?:genomförts|gjorts|skett|varit)"
    r"|genomförde|genomfördes|under (?:det gångna )?året har|kriteri\w+|\w*områdena?)\b",
    re.IGNORECASE,
)
_STOP: Final = re.compile(r"[!?]|(?<!\d)\.(?= )")


def goals_announced(text: str) -> re.Match[str] | None:
    """Return how the last sentence of a paragraph announces the goals of the list below it."""
    return _announced(_GOAL_SENTENCES, text)


def activities_announced(text: str) -> re.Match[str] | None:
    """Return how the last sentence of a paragraph announces the activities below it."""
    return _announced(_ACTIVITY_SENTENCES, text) or _label_at_end(ACTIVITY_LABEL, text)


def _label_at_end(label: Anchored, text: str) -> re.Match[str] | None:
    """Return how a label that leads in a list ends a paragraph: `... Det här ska vi göra:`."""
    ends = [stop.end() for stop in _STOP.finditer(text)]
    return label.fullmatch(text[ends[-1] :].strip()) if ends and text.endswith(":") else None


def is_of_other(text: str) -> bool:
    """Tell whether a sentence is of money, of what has been, or of how goals are made."""
    return bool(_OF_OTHER.search(text))


def _announced(patterns: tuple[Anchored, ...], text: str) -> re.Match[str] | None:
    ends = [stop.end() for stop in _STOP.finditer(text)]
    if _OF_OTHER.search(text[ends[-1] if ends else 0 :]):
        return None
    return next((match for pattern in patterns if (match := pattern.search(text))), None)
