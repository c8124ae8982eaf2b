"""Which words may be a network's name: none that are common, of an authority, or no name."""

import re
from typing import Final

from pipeline.knowledge.entities.extents import is_whole
from pipeline.knowledge.entities.shape_patterns import COMMON_PREFIX
from pipeline.knowledge.names import NAME_ENDS, find_again

_NO_NETWORK: Final = re.compile(
    r"\w+(?:n?ska|n?skt|isk)$|"
    r"(?:EU|LAG|Nato|NATO|FN|Europeiska(?: unionen)?|Sverige|Europa|Norden|Bryssel)$"
    r"|.*(?:nämnden?|utskottet|fullmäktige|kommune?|partiet|rådhus|programmet|universitet|högskola|\blän)s?$"
    r"|(?:Region|Regionen|Landstinget|Regionförbundet|Kommunförbundet|Länsstyrelsen|Högskolan)\b"
    r"|(?:Kommun|Region|Lands?tings|Stads|Förbunds)(?:styrelsen?|fullmäktige)"
    r"|EU-[a-zåäö]+$"
)
# What is spoken of as `the network`, `the plan`, is not called so.
_GENERIC: Final = re.compile(
    r"(?:Den|Det|De|Dess|Deras|Detta|Denna|Dessa|Här|Vi|Man|Ett|En|Som|Hon|Han|Där|Idag|Syftet|Målet|Samarbetet"
    r"|Aktierna|Andelarna|Bolaget|Lokalerna|Kostnaderna|Verksamheten|Driften"
    r"|\w*(?:[Nn]ätverket|[Kk]ontoret|[Ff]öreningen|[Oo]rganisationen|[Rr]ådet|[Kk]ommittén|[Aa]lliansen"
    r"|[Uu]nionen|[Pp]rogrammet|[Pp]rojektet|[Pp]lanen|[Ss]trategin|[Pp]olicyn|[Rr]egionen|[Kk]ommunen"
    r"|[Ss]taden|[Ll]änet|[Pp]lattformen|[Kk]retsen|[Kk]lustret|[Gg]ruppen|[Ss]tyrelsen|[Ff]örbundet|[Ff]orumet|[Aa]rbetet|[Kk]onferensen|[Bb]olaget)"
    r"|(?:Konferens|Seminarium|Möte|Nätverk|Samarbete|Samverkan|Projekt|Förstudie|Utbyte|Medlemskap"
    r"|Studieresa|Forum|Mötesplats|Ordförandeskap|Värdskap|Deltagande|Anslutning|Uppföljning)"
    r"(?: [a-zåäö].*)?"
    r"|\w+(?:en|et|na|erna) (?:är|för|i|på|av|med|som)\b.*)"
)


# `Bottensundsrådet` is no council in general, as `Ungdomsrådet` is.
_PROPER_COMPOUND: Final = re.compile(
    rf"(?!{COMMON_PREFIX})[A-ZÅÄÖ][a-zåäö]{{3,}}(?:rådet|kommittén|kontoret|samarbetet|förbundet"
    r"|nätverket|alliansen|unionen|föreningen)"
)


# `Alliansen för gränslös räddningstjänst`: no body of a region's own is called so.
_OF_SUBJECT: Final = re.compile(
    r"(?:Alliansen|Nätverket|Unionen|Sällskapet|Plattformen|Partnerskapet) för [a-zåäö]+ [a-zåäö]+"
    r"|(?:Nätverket|Alliansen|Föreningen|Rådet|Stiftelsen"
    r"|[A-ZÅÄÖ][a-zåäö]+(?:rådet|nätverket|alliansen|förbundet))"
    r" för(?: [A-ZÅÄÖ][\w-]+){1,3}"
)
# What stands around a name, where no address holds it: `info@kustringen.se`
_WORD_BEFORE: Final = re.compile(r"(?<![\w@./-])")
_WORD_AFTER: Final = re.compile(r"(?=(?::s|s)?(?!\w|@|[./]\w))")
# In the middle of a sentence, where only a name has a capital.
_WITHIN: Final = re.compile(r"(?<=[a-zåäö,] )")


def may_be_network(text: str, name: str) -> bool:
    """Tell whether words may be a network's name: capitalised, not common, not an authority's."""
    if len(name) < 3 or not name[0].isalpha() or _NO_NETWORK.match(name):
        return False
    if _GENERIC.fullmatch(name) and not (
        _PROPER_COMPOUND.fullmatch(name) or _OF_SUBJECT.fullmatch(name)
    ):
        return " " in name and is_whole(name) and any(find_again(text, [name], _WITHIN, NAME_ENDS))
    return is_whole(name, text) and (
        " " in name or not any(find_again(text, [name.lower()], _WORD_BEFORE, _WORD_AFTER))
    )
