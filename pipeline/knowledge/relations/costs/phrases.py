"""What a sentence itself calls the thing that a sum is for."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.text.months import MONTHS

_ARTICLE: Final = r"(?:(?:det|den|de) )?"
_PHRASE: Final = rf"{_ARTICLE}(?P<what>[^\W\d_][\w –-]{{2,60}}?)"
_ABOUT_SUM: Final = (
    # `För medlemsavgifter avsätts årligen`, `För förstudier finns varje år`
    re.compile(
        rf"\b[Ff]ör {_ARTICLE}(?P<what>[^\W\d_][\w ,–-]{{2,60}}?) (?:avsätts?|avsattes"
        r"|avsatts|anslås|anslogs|anvisas|reserveras|finns|budgeteras|används|användes"
        r"|har (?:[\w-]+ ){0,3}(?:avsatts|anslagits|anvisats|reserverats))\b"
    ),
    # `För EU-arbetet 2025 har nämnden avsatt`: a verb
    # follows what the sentence begins with.
    re.compile(
        rf"^För (?!att\b){_ARTICLE}(?P<what>[^\W\d_](?:[^\W\d_]|[ ,–-]){{2,60}}?)"
        r"(?<! och)(?<! i)(?<! till)(?<! för)(?<! på)(?<! av)(?<!,)(?: (?:år )?(?:19|20)\d\d)?"
        r" (?:har|hade|är|var|finns|fanns|ska|avsätter|anslår|anslog|betalar|betalade|satsar|lägger"
        r"|[a-zåäö]{3,}(?<!en)(?<!et)(?<!na)(?<!ar)(?<!er)(?<!ing)s)\b(?! (?:arbete|verksamhet))"
    ),
    # `En resefond om 400 tkr`, `har en projektfond på`, before the sum
    re.compile(
        r"\b(?:[Ee]n|[Ee]tt) (?!(?:\w+ )?\w*(?:bidrag|stöd|anslag|budget|summa) )"
        r"(?P<what>[\w-]+(?: [\w-]+){0,3}) (?:om|på) (?:\w+ )?$"
    ),
    # `att bevilja Havsrådet Öst ett bidrag om`
    re.compile(
        r"\b(?:[Bb]evilja[rdst]*|[Tt]illdela[rdst]*|[Gg]e[rs]?) "
        r"(?P<what>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){0,4}) (?:ett|en|med) "
    ),
    # `resebudget, som är 130 tkr`
    re.compile(r"(?P<what>[\w-]+), som (?:är|var|uppgår till) (?:\w+ )?$"),
    # `avsätts 6 mnkr om året och för förstudier 800 tkr`
    re.compile(rf"(?:,| och) (?:för|till) {_PHRASE} (?:ca )?$"),
    # `Kostnaden för konferensen är`, `anslaget till kulturutbyten uppgår till`
    re.compile(
        r"\b(?:[\w-]*(?:[Kk]ostnad|[Bb]udget|utgift|anslag|avgift|ram)\w*) (?:för|till) "
        rf"{_PHRASE} (?:är|var|blir|blev|uppgår|uppgick|beräknas|uppskattas|har|får|stannade"
        r"|landade|slutade|hamnade)\b"
    ),
    # `Kostnad för höstmötet: `
    re.compile(rf"(?:^|[.;] )(?:Kostnad|Budget|Utgift)(?:en|er)? för (?=[a-zåäö]){_PHRASE}: $"),
    # `- B.1 Resebidrag till föreningar, sammanlagt`: the whole of what stands before
    re.compile(
        r"^\W*(?:[A-Z]?\.?\d[\d.]* )?(?P<what>[A-ZÅÄÖ][\w-]+(?: [\w-]+){0,5}),"
        r" (?:sammanlagt|totalt) $"
    ),
    # `Den största kostnaden är personal, ca`
    re.compile(r"\b(?:kostnaden|utgiften|posten) är (?P<what>[\w -]{3,40}?),? (?:ca|cirka|om)? ?$"),
    # `Totalt kostade det internationella arbetet`: the verb first
    re.compile(
        r"^(?!Vad |\w+(?:en|et|an) )(?:[A-ZÅÄÖ][\w-]*(?: [\w-]+){0,3} )(?:kostade|kostar)"
        r" (?:det |den |de )?"
        r"(?P<what>(?:[a-zåäö-]+a )?[a-zåäö-]{3,}(?:en|et|na|an)) (?:ca |cirka |drygt |knappt )?$"
    ),
    # `Förstudien kostar ca`, `Lokalen på Rue Montoyer hyrs för`, `Hyra och löner får kosta`
    re.compile(
        r"^(?P<what>(?!Totalt |Sammanlagt )[^\W\d_a-zåäö][\w'’-]*"
        r"(?: (?:på|i|för|om|av|till|vid|och) [\w -]{2,40}?)?)(?: (?:år )?(?:19|20)\d\d)? "
        r"(?:kostar|kostade|(?:beräknas|väntas|får|(?:bör|ska|kan)(?: få)?) kosta|kräver|krävde"
        r"|hyrs|motsvarar|gick på|belastade)\b"
    ),
    # `Till översättningar gick`
    re.compile(
        r"^Till (?P<what>[a-zåäö][\w-]{3,}(?: [\w-]+)?)"
        r" (?:gick|går|användes|används|anslogs|anslås) "
    ),
    # `redovisade att konferensen 2024 kostade`
    re.compile(r"\batt (?P<what>[a-zåäö-]{4,}(?:en|et|an)(?: (?:19|20)\d\d)?) kosta(?:de|r)\b"),
    # `En EU-handläggare anställs`, `En förstudie om biogas finansieras med`
    re.compile(
        r"\b[Ee](?:n|tt) (?P<what>[\w-]{4,}(?: om [\w-]{4,})?)"
        r" (?:anställs|finansieras|bekostas|betalas|upphandlas|köps in)\b"
    ),
    # `Delprogram Nord har en budget på`
    re.compile(
        r"(?:^|, |\boch )(?P<what>[^\W\d_][\w-]*(?: [A-ZÅÄÖ][\w-]*){1,4}) (?:har|hade|får|fick)"
        r" (?:en )?(?:[a-zåäö]+ )?(?:budget|ram) (?:på|om) (?:ca |drygt )?$"
    ),
    # `Firandet har en budget på`
    re.compile(
        r"^(?P<what>[A-ZÅÄÖ][a-zåäö-]{4,}(?:en|et)) (?:har|hade|får|fick) (?:en )?(?:[a-zåäö]+ )?"
        r"(?:budget|ram) (?:på|om) (?:ca |drygt )?$"
    ),
    # `Resor och konferenser`, a label before the sum
    re.compile(
        r"^(?P<what>(?!(?:Kosta|Betala|Beräkna|Uppgå|Uppgick|Avsätt|Omfatta|Totalt|Sammanlagt)\w* )"
        r"[A-ZÅÄÖ][\w-]{3,}(?: och [\w-]{4,})?) (?:ca |cirka )?$"
    ),
    # `Årsavgiften har varit`, `Bidraget från Nordiska ministerrådet uppgick 2018 till`
    re.compile(
        r"^(?P<what>(?:[^\W\d_a-zåäö][\w-]*(?:avgift|bidrag|anslag|stöd|kostnad|fond)\w*"
        r"|[A-ZÅÄÖ][\w-]+s anslag"
        r"|(?:Avgift|Bidrag|Anslag|Stöd)\w+ (?:från|till) [\w -]{3,50}?)"
        r")(?: för (?:19|20)\d\d)? (?:är|var|blir|blev|har varit|uppgår|uppgick)\b"
    ),
)
# `varav 300 000 kronor går till utställningar`: for what, whatever the sum before is for
_GIVEN_TO: Final = re.compile(
    r" (?:ska |som )?(?:går|gick|gå|avser|avsåg|gäller|gällde|används|användes)(?: till| för)? "
    r"(?!att\b)(?P<what>[^\W\d][\w-]*(?: [\w-]+){0,3}?)"
    r"(?=[.,;]|$| (?:under|per|inom|samt|medan|och \d))"
)
# Without a verb behind another sum: `och resorna till`, `, resor`
_OTHER_SUM: Final = re.compile(
    r"\d ?(?:mnkr|mkr|tkr|kronor|kr|SEK|euro|EUR)(?:,| och| samt|, och) "
    r"(?!till |för |från |på |därav |varav )(?P<what>[a-zåäö][\w-]{3,}(?: och [\w-]{4,})?)"
    r"(?: till| på)?(?: ca| cirka| drygt| knappt)? $"
)
# What ends what a sum is for, behind the sum.
_ENDED: Final = (
    r"(?=[.,;]|$| (?:under|per|inom|samt|varje|årligen|vid|(?:för |år )?(?:19|20)\d\d"
    r"|och (?:(?:högst|ca|cirka|drygt|knappt) )?\d+)\b)"
)
# `150 tkr reserverade för lärarresan till Åbo och 95 tkr`: a thing told of before, with what of it
_THE_ONE: Final = re.compile(
    r"(?: (?:reserverade?|avsatta?|öronmärkta?|budgeterade?|avsedda?))? (?:för|till) "
    r"(?P<what>(?!(?:kontor|kansli|projekt|nätverk|förening|sekretariat|program|arbet|verksamhet"
    r"|insats|åtgärd|strategi|plan|kommun|region|landsting|förbund)\w* )[a-zåäö-]{4,}(?:en|et|n|na)"
    r"(?: (?:till|på|för|i|om|av|med|vid) "
    r"(?!(?:19|20)\d\d)[^\W\d][\w-]*(?: [a-zåäö-]{4,}(?<!s))?){1,3}?)" + _ENDED
)
# `310 000 kronor till seminarier om havsvind under 2024`, a noun and one that goes with it
_FOR_WHAT: Final = re.compile(
    r" (?:årligen |per år |om året )?(?:för|till) "
    r"(?P<what>(?:[a-zåäö]|[A-ZÅÄÖ]{2,}-)[a-zåäö-]{3,}"
    r"(?:(?: (?:om|med|av|mellan)|(?<=bidrag) till|(?<=värdskap) för)"
    r"(?: (?!(?:under|per|inom|samt|varje|från|vid|som|och)\b)[^\W\d][\w-]{2,}){1,2}"
    r"|(?<=s) [a-zåäö]{4,}|(?: [A-ZÅÄÖ][\w-]+){1,2}))" + _ENDED
)
# `312 000 kronor i medlemsavgifter`, behind the sum
_BEHIND_SUM: Final = re.compile(
    r" (?:årligen |per år |om året )?(?:avsatta? |budgeterade? |anslagna? |reserverade? )?"
    r"(?:i|för|på|till) (?:en |ett |(?:det |den |de )(?=[a-zåäö]+a [a-zåäö-]+(?:et|en|na)\b))?"
    r"(?P<what>(?!(?:kommuner|regioner|föreningar|organisationer|företag|våren|hösten|sommaren"
    rf"|vintern|slutet|början|{'|'.join(MONTHS)})\b)"
    r"(?:(?<=det |den )[a-zåäö]+a (?=[a-zåäö-]+(?:et|en|na)\b))?"
    r"[a-zåäö][a-zåäö-]{3,}(?: och [a-zåäö-]+)?)(?=[.,;]|$| (?:under|per|inom|till|av|i"
    r"|för|och|(?:19|20)\d\d)\b)"
)
# `250 000 kr reserveras i 1998 års budget för medfinansiering`, to the end of the clause
_SET_ASIDE: Final = re.compile(
    r" [a-zåäö]{4,}s(?: [^.,;]{1,40}?)? (?:för|till)"
    r" (?P<what>[a-zåäö][\w-]{3,}(?: [\w-]+){0,3})(?=[.;]|$)"
)
# What a clause begins with: `Intäkterna första halvåret`, `Tekniskt stöd från Interreg`
_BEGINS: Final = re.compile(
    r"(?P<what>[^\W\d_]{4,}(?:erna|orna|arna|[^l]en|[^l]et)"
    r"|[^\W\d_]{3,}(?:sk|ig|iv|ell|al|är)t [a-zåäö]{3,}(?<!s))"
    r"(?= (?:från|för|till|under|första|andra|år|på|\d)| ?$)"
)
# Where the clause of a sum begins: after the sum before it, or at `varav`.
_CLAUSE: Final = re.compile(
    r"\d[\d ,.]* ?(?:(?:mnkr|mkr|tkr|miljon\w*|tusen) ?)?(?:kronor|kr|SEK|euro|EUR|€|DKK|NOK)?"
    r"(?:,? (?:och|samt|medan|varav|där|men))?,? (?=[^\W\d])"
    r"|(?:^|[,;:] ?| )(?:varav|därav|härav|medan|därtill kommer|dessutom)\b ?",
    re.IGNORECASE,
)
_COMES_TO: Final = re.compile(
    r"\b(?:bedöms(?: bli)?|väntas(?: bli)?|kommer att bli"
    r"|uppgår|uppgick|uppgått|har uppgått|stod för|står för|svarade för|svarar för|utgörs av"
    r"|utgör|utgjorde|är|var|blev|blir|beräknas|beräknades|uppskattas|uppskattades"
    r"|har (?:sänkts|höjts|ökat|minskat|beräknats|uppskattats)|sänktes|höjdes|landade|slutade)\b"
)
_WORDS_OF_SUM: Final = re.compile(
    r"(?:^|\b)(?:till|på|med|ett?|en|om|ca|cirka|c:a|ungefär|omkring|drygt|knappt|runt|kostnad(?:en)?"
    r"|för|under|i|år|året|årligen|totalt|sammanlagt|(?:19|20)\d\d|[ ,.:(])+$",
    re.IGNORECASE,
)
_ADVERBS: Final = re.compile(
    r"^(?:(?:Sammantaget|Totalt|Sammanlagt|Tillsammans)$"
    r"|(?:Den|Det|De) (?:årliga|totala|samlade|sammanlagda) |Därutöver |Dessutom |Totalt )",
    re.IGNORECASE,
)
# A noun phrase: no preposition or verb before it, and no word for the sum itself in it.
_NOUNS: Final = re.compile(
    r"(?!(?:för|mot|per|av|på|till|i|med|om|vid|från|och|samt|som|att|det|den|de|detta|här|vi|hon"
    r"|han|bidraget|anslås|avsätts|vilka|vilket|varav|ansvarig"
    r"|kosta|respektive|betalar|betalade|bidrar|bidrog|satsar|satsade|avsätter|avsatte|fördelar|fördelade|kostar|kostade"
    r"|[a-zåäö]+(?:er|ar|ade|ats|as|ick) \w+) ?\b)"
    r"(?!.*\b(?:och$|kkr|budget(?:en)?|kostnad(?:en|er|erna)?|medfinansiering(?:en)?|andel|del|insats|omsättning(?:en)?)\b)"
    r"[^\W\d_][\w:-]*(?: [^\W\d_][\w:-]*){0,7}",
    re.IGNORECASE,
)
# `Tjänsten som EU-samordnare`, `EU-samordnarens tjänst`, `internationell strateg (80 %)`
_POST: Final = (
    re.compile(r"\b[Tt]jänst(?:en)? som (?P<what>[\w-]+(?: [\w-]+)?)(?=[ ,.])"),
    re.compile(r"(?P<what>[\w-]+are)ns tjänst\b"),
    # `- Internationell samordnare: 60 procent av heltid`
    re.compile(r"^\W*(?P<what>[A-ZÅÄÖ][\w-]*(?: [\w-]+)?(?<=are|tor|ist|nom|teg|hef)): (?=\d)"),
    re.compile(r"(?P<what>[\w-]{4,}?)ens tjänst\b"),
    re.compile(
        r"\b[Ee]n (?P<what>(?:[a-zåäö]+(?:ell|al|isk) )?[\w-]{3,}(?:are|ator|strateg|ekonom))"
        r" (?!\()"
    ),
)
# Where posts are: `Två tjänster, 200 %, finns på enheten för kultur`
_UNIT: Final = re.compile(
    r"(?P<what>(?:[Ee]nheten|[Aa]vdelningen|[Ss]taben|[Kk]ontoret|[Kk]ansliet|[Ss]ekretariatet) för"
    r" [a-zåäö]+(?: (?:och )?[a-zåäö]+)?)"
    r"(?=[.,;]|$| (?:har|hade|finns|arbetar|består|och|i|på)\b)"
)
# `Internationella beredningen har`, and behind the sum, `i budget`
_HAS: Final = re.compile(
    r"^(?P<what>[A-ZÅÄÖ](?:[a-zåäö]+a [a-zåäö-]+|[a-zåäö-]{3,})(?:en|et)) "
    r"(?:(?P<has>har|hade|får|fick)|förfogar över|disponerar) (?:ca |drygt |totalt )?$"
)
_AS_BUDGET: Final = re.compile(r" (?:i (?:årlig )?budget|till sitt förfogande|att använda)\b")
# `Internationella funktionen består av 1,5 tjänster`
_UNIT_HAS: Final = re.compile(
    r"\W*(?P<what>[A-ZÅÄÖ][a-zåäö]+a [\w-]*(?:funktionen|enheten|avdelningen|staben|kontoret"
    r"|kansliet|sekretariatet)) (?:består av|har|hade|omfattar|bemannas)\b"
)


def post_called(text: str) -> str | None:
    """Return what a sentence calls the post whose working time it tells."""
    match = next(filter(None, (pattern.search(text) for pattern in _POST)), None)
    return match["what"].strip() if match else None


def unit_called(text: str) -> str | None:
    """Return the unit that a sentence says has posts."""
    match = _UNIT.search(text) or _UNIT_HAS.match(text)
    return match["what"] if match else None


def unit_with_posts(text: str, start: int) -> str | None:
    """Return the unit that a sentence, as it begins, says has the posts told at `start`."""
    match = _UNIT_HAS.match(text)
    return match["what"] if match and start <= match.end() + 1 else None


def called(text: str, start: int, end: int) -> Iterator[str]:
    """Yield what a sentence may call the thing that the sum at `text[start:end]` is for."""
    before = text[:start]
    if given := _GIVEN_TO.match(text, end):
        yield given["what"]
    if (has := _HAS.match(before)) and (not has["has"] or _AS_BUDGET.match(text, end)):
        yield has["what"]
    if (other := _OTHER_SUM.search(before)) and _NOUNS.fullmatch(other["what"]):
        yield other["what"]
    for pattern in _ABOUT_SUM:
        match = pattern.search(before) or (pattern.search(text) if "^" in pattern.pattern else None)
        if match:
            yield match["what"].strip()
    told = (pattern.match(text, end) for pattern in (_THE_ONE, _FOR_WHAT, _BEHIND_SUM))
    if behind := next(filter(None, told), None):
        yield behind["what"]
    yield from _of_clause(before)
    if aside := _SET_ASIDE.match(text, end):
        yield aside["what"]
    starts = [match.end() for match in _CLAUSE.finditer(before)]
    if begins := _BEGINS.match(before, starts[-1] if starts else 0):
        yield begins["what"]


def _of_clause(before: str) -> Iterator[str]:
    """Yield the subject of the clause: `Härav utgjorde avgifterna`, `Lokalhyran uppgick till`."""
    starts = [match.end() for match in _CLAUSE.finditer(before)]
    clause = before[starts[-1] if starts else 0 :]
    verb = _COMES_TO.search(clause)
    if verb is None and not _COMES_TO.search(before):
        return
    told = clause if verb is None else clause[: verb.start()]
    told = told if told.strip() or verb is None else clause[verb.end() :]
    what = _ADVERBS.sub("", _WORDS_OF_SUM.sub("", told.strip()).strip())
    if _NOUNS.fullmatch(what):
        yield what
