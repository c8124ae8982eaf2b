"""Labels that only their words set off: fact boxes that lost the column between label and value.

`Projektägare Almviks kommun` / `EU-stöd 1 044 310 €` / `Projekttid 2016–2019`
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

_OF: Final = r"(?: (?:i )?(?:Sverige|Norge|Finland|Danmark|SE|NO))?"
# What boxes call the facts of a project; Norwegian stands beside Swedish in some.
_KNOWN: Final = (
    r"(?:(?:svensk|norsk|finsk|dansk)[at]? )?(?:pros?jekt(?:ägare|eier|ledare|namn|titel|tid|period"
    rf"|start|slut|budget|kostnad|partners?|parter|nummer)|samordnare|lead ?partner){_OF}"
    r"|(?:huvud)?sökande|huvud(?:partner|man)|stödmottagare|partners?|(?:övriga )?parter"
    r"|(?:övriga )?medverkande"
    r"|(?:(?:total|hela|svensk|norsk)[at]? ?)?(?:budget|kostnad|projektkostnad|finansiering)"
    r"|(?:(?:beviljat|sökt|totalt|offentligt|statligt?|privat|beviljade|statlig[ae]|privat[ae]"
    r"|offentlig[ae]) )?(?:EU-?|IR-?)?(?:stöd|bidrag|medel|midler|medfinansiering|belopp)"
    r"|finansiär(?:er)?|program(?:område)?|delprogram|del(?:område)|insatsområde|prioritering"
    r"|(?:tids)?period|startdatum|slutdatum|start|slut|kontakt(?:person(?:er)?)?"
    r"|web(?:b(?:plats|sida)?)?|www|hemsida|diarienummer|projekt-?id"
)
_LABEL: Final = re.compile(
    rf"(?P<label>(?=[A-ZÅÄÖ])(?i:{_KNOWN})) (?P<value>(?=[^\W_a-zåäö]|www|http|ca )\S.*)",
    re.DOTALL,
)
# In capitals, the words of a label need not be known.
_CAPITALS: Final = re.compile(
    r"(?P<label>[A-ZÅÄÖ-]{4,}(?: [A-ZÅÄÖ-]{2,}){0,2}) (?P<value>(?![A-ZÅÄÖ]{2})\S.*)", re.DOTALL
)
_LONGEST: Final = 160
_FEWEST: Final = 3


def is_worded(line: str) -> bool:
    """Tell whether a line begins with a known label and ends as values do."""
    return len(line) <= _LONGEST and line[-1:] not in ".!?:" and bool(_LABEL.fullmatch(line))


def worded_labels(lines: Sequence[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the lines of runs that begin with labels, each with its `label` and `value`.

    A run has at least three such lines, most of them known, no label twice.
    """
    read = [(place, _read(line)) for place, line in enumerate(lines)]
    for labelled, run in groupby(read, key=lambda one: one[1] is not None):
        told = [(place, match) for place, match in run if match is not None]
        known = [match for _, match in told if _LABEL.fullmatch(match.string)]
        several = len({match["label"] for _, match in told}) >= _FEWEST
        if labelled and several and len(known) * 2 > len(told):
            yield from told


def _read(line: str) -> re.Match[str] | None:
    if is_worded(line):
        return _LABEL.fullmatch(line)
    return _CAPITALS.fullmatch(line) if len(line) <= _LONGEST else None
