"""How Swedish plans announce goals and activities: by a heading, or by a sentence with a list.

Headings are built alike: a noun (`mål`, `insatser`), before it whose and which ones they are,
behind it what they are for and until when. A sentence announces them by its subject and its
verb, and leaves the rest to the list below it.
"""

import re
from typing import Final

from pipeline.knowledge.anchored import Anchored

YEAR: Final = r"(?:19|20)\d\d"
YEARS: Final = rf"(?P<year>{YEAR})(?: ?[–-] ?(?P<last>{YEAR}))?"

# Words that end in *mål* and are none.
_NO_GOAL: Final = r"(?!(?:före|ända|spörs|moders|brott|tvist|spår|käro|riks|göro)mål)"
GOAL_NOUN: Final = (
    rf"{_NO_GOAL}(?:[a-zåäö]+(?:- och [a-zåäö]+)?)?"
    r"mål(?:en|et|bild(?:en|er)?|(?:sättning|formulering)(?:en|ar(?:na)?)?|nivå(?:n|er(?:na)?)?)?"
)
"""A goal or goals, by any compound: `delmål`, `inriktningsmålen`, `målsättningar`."""
_AMBITION: Final = r"ambition(?:en|er(?:na)?)?"
ACTIVITY_NOUN: Final = (
    r"(?:[a-zåäö]+)?(?:aktivitet|insats|åtgärd|åtagande|arbetspaket)"
    r"(?:en|et|na?|t|er(?:na)?|s?(?:lista|förslag|punkter)(?:n|en|na)?)?"
)
# What is done, by words that tell of other things too: `Verksamhet 2026`, `Nästa steg`.
_WORK: Final = (
    r"(?:verksamhet(?:en|er)?|arbete(?:t|n)?|uppdrag(?:en|et)?|genomförande(?:t)?"
    r"|(?:nästa|kommande) steg|(?:arbets)?uppgifter(?:na)?|på gång|handlingar|i praktiken|konkret"
    r"|vägen? framåt|steg för steg|[a-zåäö]*satsning(?:en|ar(?:na)?)?|program(?:punkter)?"
    r"|(?:arbets|verksamhets|handlings|genomförande|aktivitets|åtgärds|insats)"
    r"(?:plan(?:en)?|program(?:met)?))"
)
OTHERS_GOALS: Final = (
    r"\b(?:nationella|globala|europeiska|nordiska|EU:s|FN:s|statens|riksdagens|regeringens|sveriges"
    r"|landets)\b"
)
"""Whose goals those of a plan are not."""
# What qualifies a noun stands before it and ends so: `regionens långsiktiga och mätbara`.
WHICH: Final = (
    rf"(?:(?!{OTHERS_GOALS}|(?:genomförda|avslutade|tidigare|uppnådda)\b)"
    r"(?:[\w:-]*(?:[aest]|:s)|vår|och|vision|inriktning|tre|fyra|fem|sex|sju|åtta|nio|tio|\d)"
    r" ){0,5}"
)
"""What qualifies a noun: whose it is, and which."""
_PURPOSE: Final = (
    r"(?: (?:(?:för|inom|kring|under|till|på|vid|fram|som|i|år|med|senast|enligt|inför|att|vi|per"
    r"|(?:vinter|sommar)n|(?:vår|höst)en)\b"
    r"|(?:första|andra|tredje|kommande|nästa|innevarande) (?:[a-zåäö]*år(?:et|en)?|perioden?)\b)"
    r"[^.:!?]*?)?"
)

# A clause says it too: what is to be reached and how it is to be, what is done and how.
# Where dots were lost, `Det har ska vi ha uppnått` and `MAL 2026` are real words and stay so.
_THAT: Final = r"(?:det|detta|så|vad|hur)(?: h[äa]r)?"
_WANT: Final = r"(?:vill|ska|skall)"
WE: Final = (
    r"(?:vi|(?:hela )?[a-zåäö]*(?:region|kommun|stad|landsting|förbund|kontor|nämnd|utskott|råd"
    r"|styrelse|kommitté|nätverk|forum|förening|bolag|arbete?|verksamhet|kansli|grupp|organisation"
    r"|beredning|sekretariat|direktion)(?:e?n|e?t)"
    r"|(?-i:(?:Region |Landstinget )?(?!Vad |Här )[A-ZÅÄÖ][a-zåäö-]{3,})(?: kommun| stad)?)"
)
"""Who wants something in a plan: we, or who it is of."""
_REACHED: Final = (
    r"(?:(?:upp)?nå(?:tt)?|(?:upp)?fyll(?:a|t)|åstadkomm(?:a|it)|få (?:till|se)|se|kommit"
    r"|bli(?:vit)?)"
)
_WANTED: Final = (
    rf"(?:{_THAT} {_WANT} {WE}(?: ha)? {_REACHED}"
    r"|(?:vad|det|de [a-zåäö]+"
    r"|(?:den )?[a-zåäö]*(?:förändring(?:ar)?|utveckling|resultat|effekter))"
    rf"(?: som)? {WE} {_WANT}(?: ha)? {_REACHED}"
    rf"|(?:dit|hit|vart) {_WANT} vi|så(?: här)? (?:{_WANT} (?:det|vi ha det)|ser det ut när)"
    r"|(?:det )?(?:önsk|eftersträv)(?:at|ad|ade) [a-zåäö]*"
    r"(?:läge|tillstånd|resultat|effekt(?:er)?|utfall|förändring(?:ar)?|förflyttning(?:ar)?)"
    r"|(?:förväntade|avsedda) (?:resultat|effekter)|(?:vad|det(?: här)?|detta) vill vi(?=[?:!]?$)"
    rf"|vi {_WANT}(?: ha)? (?:upp)?nå(?:tt)?(?=[^.!?]*:|$)|{YEAR} {_WANT} vi(?: {_REACHED})?"
    r"|(?:vid|i) (?:periodens|årets|mandatperiodens|planperiodens) slut)"
)
_DONE: Final = (
    rf"(?:{_THAT} (?:gör|genomför|planerar) {WE}|{WE} (?:gör|genomför)(?=[^.!?]*:)"
    rf"|{_THAT} (?:ska|skall|kommer|tänker|vill|planerar|tar|åtar) {WE} (?:att )?"
    r"(?:göra|genomföra|oss(?: för)?|nå (?:dit|fram))"
    rf"|(?:vad|det)(?: som)? {WE} (?:ska|skall|kommer att|tänker|vill|planerar att)"
    r" (?:göra|genomföra)"
    rf"|(?:{_THAT} )?(?:ska|skall) (?:göras|genomföras)"
    rf"|{_THAT} (?:når|kommer|tar) vi (?:oss )?dit|vägen (?:dit|till (?:målet|målen|mål))"
    rf"|{_THAT} (?:ska målen nås|målen ska nås|vi (?:ska )?nå?r? målen|nås målen)"
    r"|(?:punkter |åtgärder )?att (?:göra|genomföra)(?= ?(?:under|för|i|år|20|:|$))"
    r"|de närmaste stegen|närmaste stegen|göromål(?:en)?|vi åtar oss|vi genomför"
    rf"|{_THAT} går vi till ?väga|planerat(?= ?(?:under|för|i|år|20|:|$)))"
)
_REST: Final = r"\b[^.:!?]{0,50}"
# A question says it where forms and surveys ask: `Vilka mål har kommunen till 2019?`
_ASKED: Final = r"(?:vilk(?:a|en|et)(?: (?:är|var))?|vad är|hur ser)(?: de| det)?"
_ASKED_GOALS: Final = (
    rf"{_ASKED} {WHICH}{GOAL_NOUN}"
    r"(?: (?:har|finns|gäller|sätter|vill|ska|är|för|med|inom|ut|under|till)\b[^.:!?]{0,60})?\?"
)
_ASKED_ACTIVITIES: Final = (
    rf"{_ASKED} {WHICH}{ACTIVITY_NOUN}"
    r"(?: (?:(?:är |har [^.:!?]{3,30} )?planera\w+|ska|vill|kommer|genomförs|för|under|inom)\b"
    r"[^.:!?]{0,60})?\?"
)

GOAL_LABEL: Final = Anchored(
    rf"{WHICH}(?:{GOAL_NOUN}|(?-i:MAL)|{_AMBITION})"
    rf"(?: och {WHICH}(?:{GOAL_NOUN}|inriktning(?:ar)?|indikatorer|delmål))?"
    rf"{_PURPOSE}(?:(?:,| [–-])? ?\(?{YEARS}\)?)?(?: är(?: att)?| ska vi)? ?[:!]?"
    rf"|{_WANTED}{_REST}[:!?]?|{_ASKED_GOALS}",
    re.IGNORECASE,
)
"""A line or heading that goals follow: `Mål 2026`, `Kommunens långsiktiga mål för 2024–2027`."""

ACTIVITY_LABEL: Final = Anchored(
    rf"(?:förslag (?:till|på) )?{WHICH}{ACTIVITY_NOUN}"
    rf"(?:(?:,| och) (?:{WHICH}{ACTIVITY_NOUN}|tid(?:s?plan)?|ansvar\w*)){{0,2}}{_PURPOSE}"
    rf"(?:(?:,| [–-])? ?\(?{YEARS}\)?)?(?:, med \w+)? ?:?"
    r"|(?:så|hur)(?: här)? (?:ska vi nå|når vi) [^.:?]{0,30}mål(?:en|et)?[:!?]?"
    rf"|{_DONE}{_REST}[:!?]?|{_ASKED_ACTIVITIES}",
    re.IGNORECASE,
)
"""A line or heading that activities follow: `Planerade aktiviteter`, `Så når vi målen`."""

WORK_LABEL: Final = Anchored(
    rf"{WHICH}{_WORK}{_PURPOSE}(?: ?{YEARS})? ?:?"
    rf"|(?:så|hur)(?: här)? (?:(?:ska|vill) vi )?(?:arbetar? vi|arbeta){_REST}[:?]?"
    rf"|(?:det|detta|vad)(?: här| som)? (?:händer|sker|ska (?:hända|ske)|är på gång){_REST}[:?]?",
    re.IGNORECASE,
)
"""A line or heading that activities follow if the list below it tells what to do."""

NUMBERED_GOAL: Final = Anchored(
    rf"{GOAL_NOUN}(?:område)? \d{{1,2}}(?:[.:]\d{{1,2}})*[.:]?", re.IGNORECASE
)
"""A heading that only numbers a goal, which stands below it: `Mål 3`, `Delmål 1.2`."""

# `Mål 2. Senast 2027 deltar minst 200 elever`, `Effektmål 2026: …`, `Mål 6 Stötta innovationer`
GOAL_NUMBER: Final = r"(?:\d{1,2}(?:[.:]\d{1,2})*|(?-i:[A-H]))"
LABELLED_GOAL: Final = Anchored(
    rf"(?:[\w-]+[aet] )*{GOAL_NOUN}(?:område)?"
    rf"(?:(?:(?: nr\.?)? {GOAL_NUMBER})?(?: (?:för|till|år))*"
    rf"(?: (?P<year>{YEAR})(?: ?[–-] ?{YEAR})?)?"
    rf" ?(?:[:.]| [–-]) | {GOAL_NUMBER} (?-i:(?=[A-ZÅÄÖ])))(?P<text>[^\W_].{{9,}})",
    re.IGNORECASE | re.DOTALL,
)
"""A line that calls itself a goal, its `year` and its `text`."""

NUMERALS: Final = ("två", "tre", "fyra", "fem", "sex", "sju", "åtta")
"""Words for numbers, from two on."""
COUNTED_GOALS: Final = Anchored(
    rf"\b(?P<count>{'|'.join(NUMERALS)}) {WHICH}{GOAL_NOUN}\b[^.!?]*:$", re.IGNORECASE
)
"""A sentence that says how many goals stand below it as headings."""

COUNTED_BEFORE: Final = Anchored(
    rf"\b(?:har|finns|är|sätter|till|från) (?P<count>{'|'.join(NUMERALS)}) {WHICH}{GOAL_NOUN}\b",
    re.IGNORECASE,
)
"""A sentence anywhere in a paragraph that says how many goals there are."""

_MENU: Final = (
    r"(?:(?:huvud|under)?meny|mobilmeny|startsida|hem|sök|stäng|logga in|lyssna|languages?"
    r"|tyck till|navigering|innehåll på sidan|till innehållet)"
)
_CHROME: Final = re.compile(
    rf"{_MENU}(?: +{_MENU})*[.:]?"
    r"|(?:läs (?:mer|mindre|upp)|lyssna|skriv ut|dela|visa (?:fler|färre|alla|mer|mindre|hela)"
    r"|(?:ikon )?bild saknas"
    r"|till toppen|tillbaka till|transkript(?=:?$)"
    r"|hoppa (?:till|över)|gå (?:direkt )?till|öppna|translate|kakor"
    r"|vi använder (?:kakor|cookies)|godkänn alla"
    r"|den här webbplatsen använder|logotyp|(?:sidan )?(?:senast )?(?:publicera[dt]|uppdatera[dt]"
    r"|ändrad|granskad))\b.*",
    re.IGNORECASE,
)


def is_chrome(text: str) -> bool:
    """Tell whether a line belongs to the web site around a page: `Meny`, `Hoppa till innehåll`."""
    return bool(_CHROME.fullmatch(text.strip()))
