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
_NO_GOAL: Final = r"(?!(?:före|ända|spörs|moders|brott|tvist|spår|käro|riks)mål)"
GOAL_NOUN: Final = (
    rf"{_NO_GOAL}(?:[a-zåäö]+(?:- och [a-zåäö]+)?)?"
    r"mål(?:en|et|bild(?:en|er)?|(?:sättning|formulering)(?:en|ar(?:na)?)?|nivå(?:n|er(?:na)?)?)?"
)
"""A goal or goals, by any compound: `delmål`, `inriktningsmålen`, `målsättningar`."""
_AMBITION: Final = r"ambition(?:en|er(?:na)?)?"
_ACTIVITY_NOUN: Final = (
    r"(?:[a-zåäö]+)?(?:aktivitet|insats|åtgärd|åtagande|arbetspaket)"
    r"(?:en|et|na?|t|er(?:na)?|s?(?:lista|förslag|punkter)(?:n|en|na)?)?"
)
# What is done, by words that tell of other things too: `Verksamhet 2026`, `Nästa steg`.
_WORK: Final = (
    r"(?:verksamhet(?:en|er)?|arbete(?:t|n)?|uppdrag(?:en|et)?|genomförande(?:t)?"
    r"|(?:nästa|kommande) steg|[a-zåäö]*satsning(?:en|ar(?:na)?)?|program(?:punkter)?"
    r"|(?:arbets|verksamhets|handlings|genomförande|aktivitets|åtgärds|insats)"
    r"(?:plan(?:en)?|program(?:met)?))"
)
OTHERS_GOALS: Final = (
    r"\b(?:nationella|globala|europeiska|nordiska|EU:s|FN:s|statens|riksdagens|regeringens|sveriges"
    r"|landets)\b"
)
"""Whose goals those of a plan are not."""
# What qualifies a noun stands before it and ends so: `regionens långsiktiga och mätbara`.
_WHICH: Final = (
    rf"(?:(?!{OTHERS_GOALS}|(?:genomförda|avslutade|tidigare|uppnådda)\b)"
    r"(?:[\w:-]*(?:[aest]|:s)|vår|och|vision|inriktning|tre|fyra|fem|sex|sju|åtta|nio|tio|\d)"
    r" ){0,5}"
)
_PURPOSE: Final = (
    r"(?: (?:(?:för|inom|kring|under|till|på|vid|fram|som|i|år|med|senast|enligt|inför|att|vi"
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
    rf"(?:{_THAT} (?:gör|genomför|planerar) vi|vi (?:gör|genomför)(?=[^.!?]*:)"
    rf"|{_THAT} (?:ska|skall|kommer|tänker|vill|planerar) vi (?:att )?"
    r"(?:göra|genomföra|nå (?:dit|fram))"
    r"|(?:vad|det)(?: som)? vi (?:ska|skall|kommer att|tänker|vill|planerar att) (?:göra|genomföra)"
    rf"|(?:{_THAT} )?(?:ska|skall) (?:göras|genomföras)"
    rf"|{_THAT} (?:når|kommer|tar) vi (?:oss )?dit|vägen dit"
    rf"|{_THAT} går vi till ?väga|(?:planerat|att göra)(?= ?(?:under|för|i|år|20|:|$)))"
)
_REST: Final = r"\b[^.:!?]{0,50}"
# A question says it where forms and surveys ask: `Vilka mål har kommunen till 2019?`
_ASKED: Final = r"(?:vilk(?:a|en|et)(?: (?:är|var))?|vad är|hur ser)(?: de| det)?"
_ASKED_GOALS: Final = (
    rf"{_ASKED} {_WHICH}{GOAL_NOUN}"
    r"(?: (?:har|finns|gäller|sätter|vill|ska|är|för|med|inom|ut|under|till)\b[^.:!?]{0,60})?\?"
)
_ASKED_ACTIVITIES: Final = (
    rf"{_ASKED} {_WHICH}{_ACTIVITY_NOUN}"
    r"(?: (?:(?:är |har [^.:!?]{3,30} )?planera\w+|ska|vill|kommer|genomförs|för|under|inom)\b"
    r"[^.:!?]{0,60})?\?"
)

GOAL_LABEL: Final = Anchored(
    rf"{_WHICH}(?:{GOAL_NOUN}|(?-i:MAL)|{_AMBITION})"
    rf"(?: och {_WHICH}(?:{GOAL_NOUN}|inriktning(?:ar)?|indikatorer|delmål))?"
    rf"{_PURPOSE}(?:(?:,| [–-])? ?\(?{YEARS}\)?)?(?: är(?: att)?| ska vi)? ?[:!]?"
    rf"|{_WANTED}{_REST}[:!?]?|{_ASKED_GOALS}",
    re.IGNORECASE,
)
"""A line or heading that goals follow: `Mål 2026`, `Kommunens långsiktiga mål för 2024–2027`."""

ACTIVITY_LABEL: Final = Anchored(
    rf"(?:förslag (?:till|på) )?{_WHICH}{_ACTIVITY_NOUN}"
    rf"(?: och (?:{_WHICH}{_ACTIVITY_NOUN}|tids?plan|ansvar\w*))?{_PURPOSE}(?: ?{YEARS})? ?:?"
    r"|(?:så|hur)(?: här)? (?:ska vi nå|når vi) [^.:?]{0,30}mål(?:en|et)?[:!?]?"
    rf"|{_DONE}{_REST}[:!?]?|{_ASKED_ACTIVITIES}",
    re.IGNORECASE,
)
"""A line or heading that activities follow: `Planerade aktiviteter`, `Så når vi målen`."""

WORK_LABEL: Final = Anchored(
    rf"{_WHICH}{_WORK}{_PURPOSE}(?: ?{YEARS})? ?:?"
    rf"|(?:så|hur)(?: här)? (?:(?:ska|vill) vi )?(?:arbetar? vi|arbeta){_REST}[:?]?"
    rf"|(?:det|detta|vad)(?: här)? (?:händer|sker){_REST}[:?]?",
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
    rf"\b(?P<count>{'|'.join(NUMERALS)}) {_WHICH}{GOAL_NOUN}\b[^.!?]*:$", re.IGNORECASE
)
"""A sentence that says how many goals stand below it as headings."""

COUNTED_BEFORE: Final = Anchored(
    rf"\b(?:har|finns|är|sätter|till|från) (?P<count>{'|'.join(NUMERALS)}) {_WHICH}{GOAL_NOUN}\b",
    re.IGNORECASE,
)
"""A sentence anywhere in a paragraph that says how many goals there are."""

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
        rf"|\b(?:följande|dessa|tre|fyra|fem|sex) {_WHICH}{GOAL_NOUN}\b[^.:]{{0,60}}:$",
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
        rf" (?:[\w-]+ ){{0,3}}{_ACTIVITY_NOUN}\b[^.:]{{0,60}}:$"
        rf"|\b{_ACTIVITY_NOUN} (?:planeras|prioriteras|föreslås|genomförs|ska)\b[^.:]{{0,60}}:$",
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


def _announced(patterns: tuple[Anchored, ...], text: str) -> re.Match[str] | None:
    ends = [stop.end() for stop in _STOP.finditer(text)]
    if _OF_OTHER.search(text[ends[-1] if ends else 0 :]):
        return None
    return next((match for pattern in patterns if (match := pattern.search(text))), None)
