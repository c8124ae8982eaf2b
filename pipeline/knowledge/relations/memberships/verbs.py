"""How sentences say that somebody is, became or no longer is a member."""

import re
from typing import Final

from pipeline.knowledge.anchored import Anchored

# What ends when somebody leaves.
_TIE: Final = r"(?:medlemskap|anslutning|deltagande|engagemang)"
_FROM_YEAR: Final = r"(?:från|fr\.? ?o\.? ?m)\b\.?[^.,;]{0,25}?(?:19|20)\d\d"
_WHO: Final = r"(?:(?:vi|regionen|kommunen|staden|landstinget|förbundet|även|också) ){0,2}"
MEMBER: Final = Anchored(
    r"\b(?:(?:stöd|full|grund|hel)?medl(?:em\b|\.)(?! av (?!(?:\w+ )?(?-i:[A-ZÅÄÖ])))"
    r"|är (?:\w+ )?part\b(?= i\b|,|\.)"
    r"|medlem(?:mar|skap)(?= (?:sedan|från)\b)|trä(?:dde|tt) in\b|återinträ\w+"
    r"|(?:har|haft) (?:en |sin )?plats(?= sedan\b)"
    r"|observatör(?:sstatus)? i\b|hör(?:t|de)? till(?= (?:[a-zåäö-]+ ){0,3}(?-i:[A-ZÅÄÖ]))"
    r"|medlemmar (?:i|av|inom)\b(?! [\w ]{0,20}(?:länder|land|Europa|Norden)\b)"
    r"|(?:är|blev|blir|varit) (?:\w+ ){0,3}medlemmar\b|varit med\b|partner i\b"
    r"|var (?:[\w-]+ ){1,3}med(?=[.,]| till| från| i\b| åren| mellan| (?:19|20)\d\d)"
    r"|var med (?=(?:(?:från|åren|mellan|till|fram till) )?(?:19|20)\d\d)"
    rf"|(?:gick|gått|går) {_WHO}"
    r"(?:med\b|in (?=i (?:[a-zåäö-]+ ){0,3}(?-i:[A-ZÅÄÖ])))"
    rf"|(?:gick|gått|går|kom|kommit|kommer) {_WHO}in(?= (?:år |i \w+ |den \d{{1,2}} \w+ )?\d{{4}})"
    r"|(?:gick|gått|går|kom|kommit) in som (?:del)?ägare\b|blev ägare\b"
    r"|(?:övertog|övertagit|tog över|tagit över|tar över) (?:\w+ ){0,2}?medlemskap\w*"
    r"|medlemskap(?:et)? (?:i|tecknades|gäller|gällde|började|inleddes|trädde|varade"
    r"|löpte(?! ut))\b"
    r"|(?:nätverken|organisationerna|medlemskapen) är\b|gick med i|anslöt sig"
    r"|av (?:våra|regionens|kommunens|stadens) (?:[\w-]+ ){0,3}(?:nätverk|samarbeten) (?:är|heter)"
    r"|kom med\b|(?:del)?ägare (?:i|av)\b|delägare\b|ägare(?= sedan\b)|inträde(?:t|sår)?\b"
    r"|en av (?:[\w:]+ ){0,3}?(?:medlemmar|grundare|parter|äga[rn])\w*"
    r"|en av (?:[\w:]+ ){0,3}?(?:regioner|kommuner|städer|län|landsting|partner)(?:na)?"
    r"(?= i (?!(?:Europa|Sverige|Norden|Norge|Finland|Danmark)\b)(?-i:[A-ZÅÄÖ]))"
    r"|(?:hit|dit) hör(?:de|t)?\b|hör(?:de|t)? (?:vi |[a-zåäö]+en )?hit\b|skr(?:ev|ivit) under\b"
    r"|(?<=\()(?:in|inne|ansluten|inträde)(?= (?:sedan |år )?(?:19|20)\d\d\b)"
    r"|antag(?:its|en|et)\b|(?:en av|som) [\w ]{0,20}medlemsregion\w*|tillhör\w*|underteckna\w+"
    r"|(?<!\bi )ansl(?:ut|öt)\w*|inträdde|inträtt"
    r"|räknas (?:[\w-]+ ){0,4}?(?:till|bland) medlemmarna"
    r"|(?:valdes|röstades|togs|släpptes) in(?= i )"
    r"|äger (?!rum\b)(?:[\w-]+ ){1,3}(?:av|i)(?= (?-i:[A-ZÅÄÖ]))"
    r"|med (?:sedan|från)(?= (?:\w+ )?\d)"
    r"|bland medlemmarna\b|(?:valdes|röstades|togs|välkomnades) (?:\w+ )?som (?:\w+ )?medlem\w*"
    r"|som (?:nya )?medlemmar\b"
    r"|(?:delta(?:r|git)|samverkar|medverka(?:r|t)|ingå(?:r|tt)|med(?= (?:i|sedan)\b)|aktiv)"
    rf"(?: också| även)?(?= (?:[\w, -]{{1,80}} )?(?:allt)?sedan\b| {_FROM_YEAR})"
    r"|(?:ingick|deltog|medverkade|ingått|deltagit|medverkat)"
    r"(?= (?:sedan|från|till|fram till|åren)\b)"
    rf"|(?:sedan\b [^.]{{1,60}}?|{_FROM_YEAR} [^.]{{0,60}}?)"
    r"\b(?:delta(?:r|git)|medverkar|ingå(?:r|tt)|(?:är|varit) (?:vi )?(?:med|aktiv|inne)"
    r"|med i(?= )))",
    re.IGNORECASE,
)
PARTICIPATES: Final = Anchored(
    r"\b(?:(?:deltar|medverkar|ingår|samarbetar|är med|är engagerad|är aktiv)\b.{0,60}?"
    r"\b(?:[\w-]*nätverk(?:et)?|samarbeten|samarbetet|samverkan|forumet|föreningen|organisationen"
    r"|förbundet|alliansen|kommittén|unionen|sammanslutningen|plattformen)"
    r"|(?:ingår|är (?:[\w-]+ ){0,5}?med) i(?= (?:[a-zåäö-]+,? ){0,3}(?-i:[A-ZÅÄÖ]))"
    r"|har (?:[a-zåäö]+ ){0,2}representation i(?= (?-i:[A-ZÅÄÖ]))"
    r"|har (?:en|ett|två|tre|\d+) (?:plats(?:er)?|mandat) i(?= (?-i:[A-ZÅÄÖ]))"
    r"(?! [^.,;]*s (?:styrelse|presidi|styrgrupp|råd|utskott|ledning|[a-z]+grupp)))\b",
    re.IGNORECASE,
)
LEFT: Final = Anchored(
    r"\b(?:lämna(?:des?|ts?|r|s)\b(?= ?(?:$|[.,;)\d]"
    r"|(?:i|år|den|vid|efter|före|hösten|våren|vi|under|som|och|på)\b"
    r"|[\w-]{3,}(?:en|et)\b|(?:[a-zåäö-]+ ){0,3}(?-i:[A-ZÅÄÖ])))|utträ(?:dde|der)"
    r"|(?:gick|går|gått) ur|träd(?:de|er) ur"
    r"|(?:tacka(?:de|t|r)|säger|sa(?:de)?|sagt) (?:vi |nej |tack )?"
    r"(?:för sig|för oss|farväl|adjö|hej ?då)"
    r"|(?:upphör(?:de|t)?|avsluta(?:s|des|ts)|löp(?:er|te|t) ut|sa(?:des|gts) upp|sägs upp)"
    rf" (?:[a-zåäö]+ ){{0,2}}{_TIE}\w*"
    rf"|(?:avbr(?:öts|yts|utits)|avslutades|upphörde)(?:, [^.,;]{{3,50}},)? {_TIE}\w*"
    rf"|utträde\b|(?:säga|säger|sade|sades|sagt|sagts|sägs)(?: (?:vi|[a-zåäö]+(?:en|et)))? upp"
    rf" (?:\w+ )?{_TIE}\w*"
    r"|(?:inte|ej) (?:förlängts?|förnya\w+)|(?:förläng|förnya)\w+ (?:inte|ej)\b"
    r"|upphör(?:de|t)? (?:[^.,;]{3,30} )?att vara\b|dr(?:og|ar|agit) (?:sig|oss|vi oss) ur"
    r"|(?:valde|valt|beslöt|beslutat|beslutade) (?:vi |regionen )?att (?:lämna|gå ur|utträda)\b"
    r"|medlemskap\w*\b.{0,90}\b(?:upphör\w*|avsluta\w+|sägs upp|sades upp|sagts upp"
    r"|löp(?:er|te|t) ut))",
    re.IGNORECASE,
)
_NEGATED: Final = re.compile(
    r"\b(?:inte|ej|aldrig|sök(?:er|a|t)|ansök\w+ om|överväg\w+|utreder|prövar?|föreslå\w*"
    r"|föreslagi\w+|föreslog\w*|förslag(?:et)? (?:om|att)|fråga\w* om|yrka\w*|motion\w*"
    r"|önska\w*|begär\w*"
    r"|skulle|bör|vill|kan|avser|kommer att|planerar)\b(?: \w+){0,3} ?$"
    r"|\bska bli(?: \w+){0,2} ?$"
    r"|\b(?:ansök\w+ om|överväg\w+|utreder?|prövas?)\b",
    re.IGNORECASE,
)
# `Medlemskap i X söks under året`: it is sought, not held.
_NOUN: Final = re.compile(r"medlemskap|inträde", re.IGNORECASE)
_ONLY_SOUGHT: Final = re.compile(
    r"[^.;]*?\b(?:(?:söks|övervägs|utreds|prövas|föreslås|planeras|diskuteras|förbereds|bereds)\b"
    r"|(?:ska|bör|kan|kommer att) (?:\w+ )?(?:sökas|övervägas|utredas|prövas|bli)\b)"
)


def tells_of_members(text: str) -> bool:
    """Tell whether a text says of somebody that they are, became or no longer are a member."""
    return any(pattern.search(text) for pattern in (MEMBER, LEFT, PARTICIPATES))


def is_denied(text: str, verb: re.Match[str]) -> bool:
    """Tell whether what a verb says is not so, or not yet: `är inte medlem`, `avser att gå med`."""
    if _NEGATED.search(text[: verb.start()]):
        return True
    return bool(_NOUN.match(verb[0]) and _ONLY_SOUGHT.match(text, verb.end()))
