"""How little words that stand in a row look like a person, a party, a role or a body."""

import re
from collections.abc import Collection
from typing import Final

from pipeline.knowledge.entities.person_patterns import WORD

NEVER: Final = 9.0
"""What a cell costs that cannot be one."""

_PARTY: Final = re.compile(
    r"\(?(?:[A-ZÅÄÖ]{1,4}|[A-ZÅÄÖ][a-zåäö]{1,2}|[smcvl]|kds?|mp|sd|fp|nyd|sp|ap)\)?|[–—)($58€§-]"
)
_NAME: Final = (
    rf"{WORD}(?: (?:(?:af|av|von|van|de|el|al) )?(?:{WORD}|[A-ZÅÄÖ]\.)){{1,3}}"
    r"(?:,? ?\([^\s()]{1,5}\))?"
)
_TITLED: Final = rf"{_NAME}(?:, [a-zåäö][a-zåäö.-]*(?: [a-zåäö]+\.?){{0,3}})?"
_ONE_PERSON: Final = re.compile(_NAME)
_PERSONS: Final = re.compile(rf"{_TITLED}(?:,? (?:och )?{_TITLED}){{0,2}}")
_NOBODY: Final = re.compile(r"[-–—]|[Vv]akan[st]|N\.? ?N\.?")
_ROLE: Final = re.compile(
    r"(?:ordf|ledam|ersätt|suppleant|ordinarie|ombud|representant|sekreterare|kassör|revisor"
    r"|president|adjungerad|sammankallande|rapportör|delegat|observatör|kontakt|företrädare|vice)"
    r"|\w*(?:chef|direktör|strateg|samordnare|utvecklare|handläggare|ledare|person|rådgivare)\b",
    re.IGNORECASE,
)
BODY_NOUN: Final = (
    r"(?:styrelse|grupp|råd|kommitté|församling|nämnd|utskott|byrå|kommission|möte|stämma|presidi"
    r"|direktion|fullmäktige|partnerskap|delegation|beredning)"
)
"""What a body is called, or how its compound ends: `styrelse`, `arbetsgrupp`."""

BODY_ENDING: Final = r"(?:n|en|et|um|er)?\b"
_BODY: Final = re.compile(rf"(?:politiska )?\w*{BODY_NOUN}{BODY_ENDING}", re.IGNORECASE)
_HAS_ROLE: Final = re.compile(
    r"\b(?:ledamot|ledamöter|ersättare|suppleant|ordförande|vice$)", re.IGNORECASE
)
_KNOWN: Final = -0.8
_UNKNOWN: Final = 0.3
_OF_WORD: Final = 0.1
# What a name costs, and how much less with a known first name and with a party behind it.
_NAME_COST: Final = 0.6
_FIRST_NAME: Final = 1.2
_WITH_PARTY: Final = 0.5


def party_cost(text: str) -> float:
    """Return what words cost as the letters of a party; a dash or dirt stands for none."""
    if not _PARTY.fullmatch(text):
        return NEVER
    return 0.0 if text.strip("()").isalpha() else 0.4


def persons_cost(text: str, given: Collection[str]) -> float:
    """Return what words cost as one or more persons; `given` are first names."""
    if _NOBODY.fullmatch(text):
        return 0.2
    if not _PERSONS.fullmatch(text):
        return NEVER
    return sum(_name_cost(name[0], given) for name in _ONE_PERSON.finditer(text))


def role_cost(text: str) -> float:
    """Return what words cost as a role or a title."""
    if _is_measure(text):
        return 2.0
    told = _ROLE.match(text) is not None
    return _length(text) + (_KNOWN if told else _UNKNOWN + 0.8 * text[0].isupper())


def body_cost(text: str) -> float:
    """Return what words cost as a body, or as a network with its body behind a comma."""
    if _is_measure(text):
        return 2.0
    cost = _length(text) + 1.0 * (_HAS_ROLE.search(text) is not None)
    if _BODY.match(text):
        return cost + _KNOWN
    return cost + (-0.2 if _BODY.search(text) else _UNKNOWN + 0.2 * text[0].isupper())


def _name_cost(name: str, given: Collection[str]) -> float:
    first, *_, last = name.split(" ")
    known = first.split("-")[0] in given
    # `Åsa Ek S`: the letters of a party are no part of a name.
    letters = last.isalpha() and last.isupper()
    return _NAME_COST - _FIRST_NAME * known - _WITH_PARTY * ("(" in name) + 1.0 * letters


def _is_measure(text: str) -> bool:
    return _PARTY.fullmatch(text) is not None or any(map(str.isdigit, text))


def _length(text: str) -> float:
    return _OF_WORD * text.count(" ")
