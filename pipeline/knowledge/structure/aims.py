"""How plans and reports announce goals in other words than `mål`: `Vad vi lovade`, `Klart 2027`.

Such lines stand above other things too. They announce goals where each item of the list below
them tells a result.
"""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.reading.seat_lines import SEATED
from pipeline.knowledge.structure.lead_sentences import activities_announced, is_of_other
from pipeline.knowledge.structure.wording import (
    ACTIVITY_LABEL,
    GOAL_NOUN,
    OTHERS_GOALS,
    WE,
    WORK_LABEL,
    YEAR,
)
from pipeline.knowledge.textflow import Block

_THIS: Final = r"(?:det|detta|de|så|vad|hur|dit|hit|vart|där|här|allt)(?: h[äa]r)?(?: som)?"
_OURSELVES: Final = r"(?: (?:oss|sig))?"
# What one wants, promises or has set oneself, now or when the plan was made.
_WANT: Final = (
    r"(?:(?:vill|ska|skall|skulle|ville|bör|måste|tänker|önska(?:r|de)|hoppa(?:s|des)(?: på)?)"
    r"|sikta(?:r|de)(?: (?:på|mot))?|sträva(?:r|de)(?: (?:efter|mot))?|räkna(?:r|de) med"
    rf"|lova(?:r|de)?{_OURSELVES}|har (?:som )?ambition(?:en)?"
    rf"|(?:(?:före)?satte|bestämde){_OURSELVES}(?: (?:före|upp|för))?"
    rf"|ha(?:r|de) (?:lovat|utlovat|bestämt|föresatt|satt){_OURSELVES}(?: (?:före|upp|för))?)"
)
_REACH: Final = (
    r"(?:(?:upp)?nå(?:tt)?|(?:upp)?fyll(?:a|t)|åstadkomm(?:a|it)|få|fått|se|sett|komma|kommit"
    r"|bli(?:vit)?|klara(?:t)?|hinna|hunnit|lycka(?:s|ts)|leverera(?:t)?|gjort|vara|varit|stå|kunna"
    r"|bocka(?:t)? av|infria(?:t)?|förverkliga(?:t)?)"
)
_STATE: Final = (
    r"(?:gjor(?:t|da)|klar(?:t|a)|färdig(?:t|a)|(?:upp)?nå(?:tt|dda)|uppfyll(?:t|da)|avklara(?:t|de)"
    r"|på plats|i hamn|i mål|hänt|skett|ordnat|löst|säkrat|verklighet|sant|blivit av|förändrats"
    r"|ändrats|genomför(?:t|da)|bättre|annorlunda)"
)
_WHOLE: Final = (
    r"(?:år(?:et)?|period(?:en)?|[a-zåäö]*period(?:en)?|plan(?:en)?|[a-zåäö]*plan(?:en)?"
    r"|strategi(?:n)?|program(?:met)?|policy(?:n)?|decenni(?:et)?)"
)
# `Senast 2027`, `Vid årets slut`, `Innan året är slut`, `När planen löper ut`
_BY_THEN: Final = (
    rf"(?:(?:år )?{YEAR}|(?:senast|före|innan|till|fram till|vid|efter|när|i)\b"
    rf"(?: (?:och med|år|utgången av|slutet av|vid|den \d{{1,2}} [a-z]+))*(?: (?:år )?{YEAR}"
    rf"| {_WHOLE}s (?:slut|utgång)| {_WHOLE}|jul)?"
    r"(?: (?:är (?:slut|över|till ända)|löper ut|tar slut|har gått))?)"
)
_REST: Final = r"\b[^.:!?]{0,60}[:!?]?"
# What came of them is told of goals in reports: `Måluppfyllelse`, `Hur gick det med målen?`
_OF_GOALS: Final = (
    r"mål(?:en|et|ens|s)?(?:uppfyll|uppnå|uppfölj|avstämn|kort|tavl|punkt|värd)[a-zåäö]*"
    rf"|(?:[^.:!?]{{1,50}}[ –-])?{GOAL_NOUN}s?"
)
_PROMISES: Final = (
    r"(?:löfte(?:n|t|na)?|utfästelse(?:r|rna)?|föresats(?:er|erna)?|avsikt(?:er|en)?|ambitionsnivå(?:er|n)?"
    r"|förhoppning(?:ar|arna|en)?|riktmärke(?:n|t|na)?|kännetecken|framgångs[a-zåäö]+"
    r"|måltal|milstolp(?:ar|arna|e))"
)
_AWAITED: Final = (
    r"(?:(?:det |den |de )?(?:avse(?:dd|tt)[ae]?"
    r"|(?:(?:för)?vänta|önska|eftersträva|planera)[dt]e?)"
    r" [a-zåäö]*(?:resultat(?:et)?|effekt(?:er|en)?|utfall(?:et)?|läge(?:t)?|tillstånd(?:et)?"
    r"|förändring(?:ar|en)?|utveckling(?:en)?))"
)
_SUCCESS: Final = (
    r"(?:(?:så|då|när|vi)(?: här)? [^.:!?]{0,30})?\b(?:lyckats|nöjda|framgång(?:en)?|i mål|i hamn)"
)
AIM_LABEL: Final = Anchored(
    rf"(?:{_THIS} {_WANT} {WE}(?: ha)?(?: {_REACH})?"
    rf"|{_THIS} {WE} {_WANT}(?: ha)?(?: {_REACH})?"
    # `Vi siktar på`; a clause with more in it is a sentence that the list ends.
    rf"|{WE} (?!ska|bör|måste){_WANT}(?: ha)?(?: {_REACH})?(?=(?: {YEAR})?[:!?]?$)"
    rf"|{_THIS} ha(?:r|de) {WE} (?:lovat|utlovat|föresatt|bestämt|satt)"
    rf"|[a-zåäö]*(?:läget?|resultate?t?|tillståndet?) (?:som )?{WE} {_WANT}"
    r"|resultat att (?:vänta|nå)"
    rf"|(?:{_THIS} )?(?:ska|skall|skulle|bör|vill) (?:vi )?(?:ha |vara )?{_STATE}"
    rf"|(?:dit|vart|där) (?:är|står|befinner) {WE}(?: oss)?|vart {WE} är på väg"
    rf"|(?:här (?:är|står) vi|så (?:är|ser) det(?: ut)?)(?=[^.:!?]*{YEAR})"
    rf"|att (?:upp)?nå|att stämma av|(?!(?:år )?{YEAR}[!?]?$)(?:{_STATE} )?{_BY_THEN}(?=[:!?]?$)"
    rf"|(?:våra?|årets|regionens|kommunens|nämndens|styrelsens|rådets)? ?{_PROMISES}"
    rf"|{_AWAITED}|{_OF_GOALS}|{_SUCCESS}){_REST}",
    re.IGNORECASE,
)
"""A line or heading that goals follow if the list below it tells results."""

# What leads to goals in a sentence: `Regionen har som mål att`, `Vid årets utgång ska`.
_LATER: Final = (
    r"(?:då|(?:om|inom) [a-zåäö]+ år|till (?:årsskiftet|nästa [a-zåäö]+)"
    rf"|under (?:året|[a-zåäö]*året|perioden|[a-zåäö]*perioden|{YEAR})|{_BY_THEN})"
)
_TEXT: Final = r"[^.:!?]{0,60}?"
AIM_SENTENCE: Final = Anchored(
    rf"(?:{_TEXT}\b(?:har (?:som|till) mål|har (?:målet|målen|ambitionen|siktet)|siktar (?:vi )?på"
    r"|strävar (?:vi |[a-zåäö]+ )?efter|lovar|förväntar sig|förväntningen är|räknar med"
    rf"|hoppas|önskar){_TEXT} att\b{_TEXT}"
    rf"|{_LATER}\b{_TEXT}\b(?:ska|skall|har|är|vill)\b{_TEXT}"
    rf"|{_TEXT}\b(?:har lyckats|är genomförd|är (?:vi )?nöjda|är i mål|framgång)\b{_TEXT}"
    rf"\b(?:om|när|att)\b{_TEXT}"
    r"|(?:det|detta|[a-zåäö]*arbetet|resultatet|som resultat|strategin|policyn|planen"
    rf"|programmet)\b{_TEXT}\b(?:innebär|betyder|lede?a?r? till|bidrar? till|syftar till|ska"
    rf"|skall)\b{_TEXT}|(?:för {_TEXT}\b)?(?:gäller|ska|skall)?{_TEXT}\bföljande\b{_TEXT}"
    rf"\b(?:uppnå\w*|nå\w*|gäll\w+){_TEXT}|för {_TEXT}{YEAR} gäller{_TEXT}):?",
    re.IGNORECASE,
)
"""A sentence that goals follow if the list that ends it tells results."""

_OTHERS: Final = re.compile(OTHERS_GOALS, re.IGNORECASE)
_TELLS: Final = re.compile(
    r"(?:att )?[^:]*?(?:\b(?:ska|skall|har|är|finns|ha|vara|bli|finnas|kan|får|vet|gör|går|står|ser"
    r"|når|tar|ger|blir|sker|bör|känner|ökat|minskat)\b| [a-zåäö]{2,}[ae]r\b"
    r"| (?:gå|få|nå|ge|ta|se|stå|delta|leda|känna|veta|kunna)\b"
    r"| [a-zåäö]{3,}[adlnr]s\b(?= \w))"
)
_SENTENCE: Final = re.compile(r"[.!?](?= [A-ZÅÄÖ]|$)")
_BETWEEN: Final = re.compile(r"(?<=[.!?]) (?=[A-ZÅÄÖ0-9])")
_LONGEST_SENTENCE: Final = 160
_FEWEST: Final = 2
_LONGEST: Final = 80
_FEWEST_WORDS: Final = 4
_MOST_SENTENCES: Final = 2


def aim_label(text: str) -> re.Match[str] | None:
    """Return how a line may say that goals follow; None where it says something else."""
    line = text.strip()
    if len(line) > _LONGEST or not any(map(str.isalpha, line)):
        return None
    found = AIM_LABEL.fullmatch(line)
    if found is None or ACTIVITY_LABEL.fullmatch(line) or WORK_LABEL.fullmatch(line):
        return None
    return None if _OTHERS.search(line) else found


def aim_sentence(text: str) -> re.Match[str] | None:
    """Return how a paragraph's last sentence may lead to goals; None where it does not."""
    last = _BETWEEN.split(text.strip())[-1]
    if len(last) > _LONGEST_SENTENCE or activities_announced(last) or is_of_other(last):
        return None
    return None if _OTHERS.search(last) else AIM_SENTENCE.fullmatch(last)


def tells_results(listed: Sequence[Block]) -> bool:
    """Tell whether these are at least two, and each tells a result."""
    return len(listed) >= _FEWEST and all(map(_tells_result, listed))


def _tells_result(item: Block) -> bool:
    text = item.content.strip()
    told = len(text.split()) >= _FEWEST_WORDS and _TELLS.match(text) is not None
    return told and not SEATED.match(text) and len(_SENTENCE.findall(text)) <= _MOST_SENTENCES
