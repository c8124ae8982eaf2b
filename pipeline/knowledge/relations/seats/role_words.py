"""Words around persons and roles: what joins them, and what says that somebody has a seat."""

import re
from typing import Final

ADVERB: Final = (
    r"(?:dessutom|även|också|nu|numera|i dag|idag|i år|fortsatt|alltjämt|samtidigt|tillika"
    r"|till exempel|t\.ex\.|bland annat|bl\.a\."
    r"|för närvarande|sedan den \d{1,2} \w+ \d{4}|sedan (?:i )?(?:\w+|\d{4})(?: \d{4})?"
    r"|från (?:och med )?(?:\w+ )?\d{4}"
    r"|under (?:året|hela \w+|mandatperioden|perioden|våren|hösten|\d{4})|hela (?:året|tiden)"
    r"|länge)"
)
# What may stand between a person and the role that follows: `(M), Växjö, vald ledamot`.
TO_ROLE: Final = re.compile(
    r"\s*(?:\([^()]*\))?(?:(?:,|,? från)? [^\W\d_a-zåäö][\w-]+(?: (?:kommun|stad))?(?=,))?"
    r"\s*[,–-]?\s*(?:som )?"
    rf"(?:{ADVERB} )?"
    r"(?:(?:är|var|(?:har |hade )?(?:varit|blivit)|blev|blir"
    r"|(?:(?:ska(?:ll)?|föreslås|att) )?(?:vara|bli)"
    r"|sitter som|föreslås(?: till)?|tjänstgör som|fungerar som|verkar som"
    r"|ingår som|valdes till|utsågs till|väljs till|utses till) )?"
    rf"(?:{ADVERB} ){{0,2}}(?:en av (?:[\w:]+ ){{0,4}}?)?"
    r"(?:(?:vald|valda|utsedd|utsedda|tjänstgörande|[Rr]egionens|[Kk]ommunens|[Ss]tadens"
    r"|[Ll]andstingets|[Ll]änets|vår|ny|hans|hennes|deras|dess|båda|bägge|samtliga|alla"
    r"|[a-zåäöé]{3,}(?:ns|ets)|förste|första|svenske?a?|norske?a?|finske?a?|danske?a?|nordiske?a?"
    r"|länets|tillförordnad|adjungerad) )*"
)
# A clause between them: `(L) entledigas på egen begäran som ledamot`, `(S) valdes om till …`.
CLAUSE: Final = re.compile(
    r"\s*(?:\([^()]*\))?(?:,? (?!och\b|samt\b|eller\b|med\b(?!,))(?:[a-zåäö]+|\d+)){0,6}?"
    r",? (?:som|till|i egenskap av) (?:nya? |vår |hennes |hans |deras |dess |[a-zåäöé]+(?:ns|ets) "
    r"|(?:[a-zåäö]*[sn]ka?|nationell|regional|lokal|politisk) )?"
)
# `(M, ordförande)`; `(enhetschef)`, `Jakobstad (ordförande)`.
IN_BRACKETS: Final = re.compile(r"\s*\([^(),]*,\s*")
OPENS_BRACKET: Final = re.compile(r"(?:, [^\W\d_a-zåäö][\w-]+)?\s*\(")
# Whom somebody is of, in capitals: `Åsa Ek SIKO (ordf)`.
_OF_BRACKET: Final = re.compile(r"(?: [^\W\d_a-zåäö][\w-]*){1,4} \(")
# Another office between them: `Åsa Ek (S), Region X och ordförande`.
_OTHER_OFFICE: Final = re.compile(r"\s*(?:\([^()]*\))?, [^.;:()\n]{3,60}? (?:och|samt) ")
# `Åsa Ek (S) genom fullmäktiges beslut den 2 maj 2020 är ledamot`
_BEFORE_IS: Final = re.compile(
    r"\s*(?:\([^()]*\))?(?: (?!(?:och|samt|eller|att|med|men|så|när|då) )(?:[a-zåäö]+|\d+)){1,9}"
    r" (?:är|var|blev|blir) (?:nu |även |också |numera )?"
)
BEFORE_ROLE: Final = (
    *(TO_ROLE, IN_BRACKETS, OPENS_BRACKET, CLAUSE, _BEFORE_IS),
    *(_OTHER_OFFICE, _OF_BRACKET),
)
"""What may stand between a person and a role of theirs."""
AND_ROLE: Final = re.compile(
    r"(?:(?: (?:för|i|på|vid|hos) [^.,;:()\n]{2,40})?, "
    r"| (?:(?:för|i|av|inom|vid) [^.,;:()\n]{2,60}? )?(?:och|samt|tillika) "
    # `, vice ordförande i A, har valts till ordförande i B`
    r"|(?: (?:för|i|av|inom|vid) [^.,;:()\n]{2,60})?,"
    r" (?:är|har (?:blivit )?(?:vald|valts|utsedd|utsetts)"
    r"|valdes|utsågs|blir|blev) (?:till |nu |även |också |ny |som )*"
    # `kommunstyrelsens ordförande i A blir ny ordförande för B`
    r"|(?: (?:för|i|av|inom|vid) [^.,;:()\n]{2,60}?)? (?:blir|blev) (?:nu |även |också |ny )*)"
    r"(?:[a-zåäöé]+(?:ns|ets) |(?:Region |Landstinget )?[A-ZÅÄÖ][\w-]+s )?"
)
JOINED_BEFORE: Final = re.compile(
    r"(?: (?:för|i|av|inom|vid|på) [^.,;:()\n]{2,60}?)? (?:och|samt|tillika) "
    r"(?:[a-zåäöé]+(?:ns|ets) )?"
)
"""Between two roles of the person whose name follows them."""
SITS: Final = re.compile(
    r"\b(?:sitter|satt|suttit|ingår|ingick|ingått"
    r"|(?:består|bestod|bestått|bestående)(?: [^\s.;:]+){0,4}? av"
    r"|utgörs av|utses|utsågs|utsetts?|väljs|(?:ny|om|åter)?(?:valdes|valts?)|nominera\w+"
    r"|föreslagits?"
    r"|utgör|bildar|tar plats|deltar|plats(?:er)? i|plats(?:er(?:na)?|en)?(?=:)|samlar|övriga i)\b",
    re.IGNORECASE,
)
SITS_NEXT: Final = re.compile(r"(?: \([^()]*\))? (?:sitter|satt|ingår|ingick) (?:[a-zåäö]+ ){0,2}?")
# In a body that the sentence before told of: `Där sitter Åsa Ek`, `Från Havsnäs kommer Bo Al`.
IN_IT: Final = re.compile(
    r"\b(?:där|här|i den(?:na)?|i det(?:ta)?) (?:sitter|satt|ingår|ingick)\b"
    r"|(?:^|, och |; )(?:från|för) [^.,:;]{2,50}"
    r" (?:kommer|kom|sitter|satt|ingår|ingick|deltar|deltog|finns)\b",
    re.IGNORECASE,
)
ELECTED: Final = re.compile(r"\b(?:(?:ny|om|åter)valdes|har (?:[a-zåäö]+ )?(?:valt|utsett))\b")
SAYS: Final = re.compile(r"\b(?:säger|menar|berättar|förklarar|konstaterar|tycker|enligt) $")
REPRESENTED: Final = re.compile(
    r"\b(?:företräd\w+|företrätts|representera\w+|efterträds av|bemanna\w+|innehas?|besätts"
    r"|besatts)\b",
    re.IGNORECASE,
)
SAID: Final = re.compile(r".*\b(?:säger|menar|berättar|förklarar|konstaterar|tycker)\b", re.DOTALL)
"""What is told up to whoever says it, and of others."""
HOLDS: Final = re.compile(r"\b(?:innehas?|besätts|besatts) av\b", re.IGNORECASE)
# Between a seat and the title of who has it: `Ersättare blir`, `Rapportör var Västmarks`.
IS: Final = re.compile(r"(?:[^.:;]{0,40} (?:är|var|varit|blir|blev)|:|)(?: \w+s)? ")
# Between a title and a name; `en samordnare på heltid, A`.
LEADS_TO_NAME: Final = re.compile(
    r"[ :\n]*(?:(?:(?:för|på|vid) [^.,:;]{2,40} |\([^()\n]{1,30}\) )?(?:är|var|blir|heter)"
    r"(?: (?:sedan|från) (?:i |den |och med )*(?:\d{1,2} )?\w+(?: \d{4})?)?"
    r"|(?P<one>(?: på (?:hel|halv|del)tid)?,))?[ :\n]*"
)
BEFORE_NAME: Final = frozenset({"", "är", "blir", "var", "blev", "valdes", "utsågs", "utses"})
"""What may stand between a role and the name of who has it."""
LABELS: Final = re.compile(r"(?:(?:,| (?:i|för|av|inom)) (?!och |samt )[^.:;()\n]{2,60})?:(?!s )")
"""Behind a role that leads to the name behind it: `Ledamot i styrelsen, X: Åsa Ek`."""
OFFICIALS: Final = re.compile(
    r"(?:chefs|direktörs|tjänste|handläggar|arbetsgrupp|beredningsgrupp|tekniska |kontaktpersons)",
    re.IGNORECASE,
)
LED: Final = re.compile(
    r"\b(?:under ledning av|(?:leds|leddes|letts)(?: [^.,;:]{1,60}?)? av) $", re.IGNORECASE
)
PROJECT: Final = re.compile(r"\b(?:del)?projektet\b", re.IGNORECASE)
HEADED: Final = re.compile(r"\bförest(?:ås|ods|åtts)(?: [^.,:;]{1,60}?)? av $", re.IGNORECASE)
"""Before who is the head of an office: `Kontoret förestås av A`."""
LEADS: Final = re.compile(
    r"\s*(?:\([^()]*\))?(?: (?:på|vid|från|hos|i) [^.,:;()]{2,40}?)?,?"
    r" (?:leder|ledde|(?:har )?(?:\w+ )?lett) (?:\w+ ){0,2}$"
)
HAS_LED: Final = re.compile(r"\s*(?:\([^()]*\))? (?:\w+ )?lett\b")
AT_HEAD: Final = re.compile(
    r"\s*(?:\([^()]*\))?,? (?:i spetsen|som ledare|vid rodret)\b", re.IGNORECASE
)
BOARD: Final = re.compile(r"styr|råd|utskott|presidi|kommitté|nämnd", re.IGNORECASE)
OFFICE: Final = re.compile(r"(?:sekretariat|kansli|byrå|kontor)(?:et|n)?$", re.IGNORECASE)
"""What has a head and staff, and no chair."""
THE_OFFICE: Final = re.compile(
    r"(?:[\w-]*(?:kontoret|kansliet|sekretariatet)|(?:EU-)?[Bb]yrån)\b(?!s)", re.IGNORECASE
)
"""The same as what a sentence is about: `Kontoret har fyra anställda och leds av Åsa Ek`."""
ATTENDS: Final = re.compile(r"(?:Närvarande|Frånvarande|Förhinder|Anmält förhinder) ?:")
"""What leads to those who were at a meeting, and those who should have been."""
INTO: Final = re.compile(r"\b(?:i|till|av|inom)(?: [a-zåäö]+)? $", re.IGNORECASE)
ACTING: Final = re.compile(r"[ae]n (?!är\b|var\b|har varit\b|i\b|för\b|av\b|och\b|som\b)[a-zåäö]")
SHARED: Final = re.compile(r"\s*(?:\([^()]*\))? (?:är|var|har varit|blev|blir) (?:[a-zåäö]+ )?")
"""Between persons and what all of them are: `A och B är handläggare`."""
OF_TWO: Final = re.compile(
    r"\b[Dd]en (?:(?P<last>senare|sistnämnd[ae])|förra|förstnämnd[ae])"
    r" (?:är |var )?(?:som )?(?:ny )?"
)
"""Before what one of two persons is."""
HOW_MANY: Final = re.compile(
    r"\b(?:\d{1,2}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton) $"
)
"""Before a seat that so many persons have."""
ALL: Final = re.compile(r"\b(?:båda|bägge|samtliga|alla) $")
IN_LABEL: Final = re.compile(r"(?:[^:.,]{1,60}(?:s|:s) )?\W*(?:(?:i|för|inom) )?\W*", re.IGNORECASE)
"""What else a label may hold beside a body or a network: whose it is."""
PARTY: Final = re.compile(r"\s*,? ?\(([^()]*)\)?")
POLITICIAN: Final = re.compile(r"råd$")
MEMBERS: Final = re.compile(r"\b(?:medlemmar|ledamöter)\b", re.IGNORECASE)
PLURAL: Final = re.compile(
    r"(?:ombud|ledamöter|ersättare|suppleanter|representanter|företrädare|kontaktpolitiker"
    r"|kontaktpersoner|observatörer|delegater|rapportörer|revisorer|suppleanter|\w[ae]rna|\w+råden)$",
    re.IGNORECASE,
)
GOVERNING: Final = re.compile(r"(?:förbunds)?direktion(?:en)?s?", re.IGNORECASE)
"""What governs an association of municipalities."""
NO_SEAT: Final = re.compile(
    # `Övriga: Bo Al (M), Cia Dal (C)` in a line are the others of a body.
    r"(?:Övriga(?!:(?: [^\n:(),]{3,40} \([^\W\d_]{1,3}\),?)+(?:\n|$))"
    r"(?: (?:deltagande|deltagare|närvarande))?"
    r"|Närvarande tjänste(?:män|personer)"
    r"|Föredragande|Uts(?:es|edd|edda)(?! av)(?: att justera)?|Justera(?:nde|re)"
    r"|Justeringsmän|Underskrifter|Underskrift|Paragrafer|Vid protokollet"
    r"|(?:Beslutet|Protokollsutdrag(?:et)?|Utdrag(?:et)?|Skrivelsen) (?:(?:ska )?\w+s )?till"
    r"|Sändlista|Expedieras till|Delges|Kopia till|Beslutsunderlag"
    r"|An(?:mälan|mäls|mälningar) till|För kännedom)\b"
)
"""Labels of those who came without a seat, or who sign."""
END_OF_LINE: Final = " .)\n0123456789"
"""Behind the seat that ends a line: `Åsa Ek Centerpartiet Ledamot 4`."""
APART: Final = (", ", " (", " – ", " - ", "; ")
"""What divides the seats that a line tells of one person."""
LONGEST_WAY: Final = 120
"""How far behind a name its role may stand, in characters."""
