"""Days of decisions, terms and deadlines, which are none of events; and of what happens."""

import re
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.dates import Period

HAPPENING: Final = Anchored(
    r"\b(?:reser|åker|\w*besök\w*|spelas|\w*resa\w*|\w*konferens\w*|\w*möte\w*|\w*träff\w*"
    r"|\w*seminari\w*|workshop\w*|\w*dagar(?:na)?|\w*vecka\w*|\w*forum|invig\w*|öppnas|presenteras"
    r"|arrangeras|anordnas|ordnas|äger rum|genomförs|hålls|hölls|sammanträd\w*|\w*stämma\w*"
    r"|\w*mässa\w*|\w*webbinari\w*|kick-?off|\w*utbildning\w*|fira\w*|bjud\w* in"
    r"|\w*församling\w*|\w*rådslag\w*|\w*samråd\w*|premiär\w*|\w*festival\w*|\w*delegation\w*"
    r"|rese(?:berättelse|rapport)\w*"
    r"|sammanträtt|värd|värdar|uppstart\w*|\w*ceremoni\w*|bildades (?:i|på)(?= (?-i:[A-ZÅÄÖ]))"
    r"|\w*kongress\w*|hearing\w*|\w*skifte\w*|\w*övning\w*|\w*session\w*|ordnar|genomför[dt]\w*"
    r"|\w+-dag|mötas|möts|möttes|träffa(?:s|des)|samla(?:s|des)|undertecknas|undertecknades|\w*marknad\w*"
    r"|anordna\w*|arrangera\w*|höll|reste|deltog|gavs|ägde rum|gästa\w*|föreläs\w*|\w{4,}dagen"
    r"|(?!(?:tors|\w*arbets|\w*födelse)dag\b)\w{4,}dag|\w+kväll(?:en)?)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells of an event."""

_OFFICIAL: Final = Anchored(
    r"\b(?:uppdatera\w+|dater(?:ad|at|ade|as)|godkän\w+|dnr|diarie|§|från och med"
    r"|senast den|sista \w*dag|anmäl\w*|bilda[sd]\w*|per den|medlem\w*|pågår|löper|projektperiod"
    r"|klar den|avsluta[sd]\w*|tillträder|anslut\w*|gäller|mandatperiod\w*|revider\w*)",
    re.IGNORECASE,
)
# What was decided bears the day of the meeting; a day that something ends by is no event.
_DECIDED: Final = re.compile(
    r"\b(?:anta(?:gen|get|gna|gits)|beslut(?:ad|at|ade) av|fastställ(?:d|t|da))\b"
    r"|\b(?:senast|före|innan|tidigast|fram till|till och med|från och med)"
    r"(?: \w+dag(?:en)?)?(?: den)? $",
    re.IGNORECASE,
)
# What was decided at a meeting that is told with its place tells of that too.
_DECIDED_AT: Final = re.compile(
    r"\bvid \w*(?:möte|mötet|stämman?|konferensen?|sammanträdet?) (?:i|på) [A-ZÅÄÖ][\w-]+"
    r"(?: [A-ZÅÄÖ][\w-]+)?,? (?:den |d\. )?$"
)
# A founding that is told with its place is a meeting: `bildades i Wien den 5 december`.
_FOUNDED_IN: Final = re.compile(
    r"\bbilda(?:des|ts) (?:formellt )?(?:i|på) [A-ZÅÄÖ][\w-]+,? (?:den )?$"
)
_GOES_ON: Final = re.compile(r"\b(?:pågår|löper) (?:\w+ )?$", re.IGNORECASE)
# When and where minutes are approved is no meeting; a deadline is none either.
_APPROVED: Final = re.compile(r"\b(?:justering\w*|justeras|deadline)\b[^.!?]*$", re.IGNORECASE)
# How far before a date stands what makes it one of a decision or term, in characters.
_NEAR: Final = 45
DAYS_OF_MONTH: Final = 28
"""What takes so many days takes a month."""


def is_official(text: str, period: Period) -> bool:
    """Tell whether a day is one of a decision or term: the nearest such word says so."""
    before = text[max(0, period.start - _NEAR) : period.start]
    if _APPROVED.search(text[: period.start]):
        return True
    if _DECIDED.search(before):
        return not _DECIDED_AT.search(before)
    if _FOUNDED_IN.search(before) or (takes_days(period) and _GOES_ON.search(before)):
        return False
    official = [match.end() for match in _OFFICIAL.finditer(before)]
    return bool(official) and not HAPPENING.pattern.search(before, official[-1])


def takes_days(period: Period) -> bool:
    """Tell whether something takes more than a day and less than a month."""
    if period.first is not None and period.last is not None:
        return 0 < (period.last - period.first).days < DAYS_OF_MONTH
    day, month, last_day, last_month = period.partial or (0, 0, 0, 0)
    return day != last_day and month == last_month
