"""What names of organisations, networks and places look like, and common words do not."""

import re
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.model.rows import EntityType

CAPITAL: Final = r"[^\W\d_a-zåäö][^\W\d_]*(?:[-–][^\W\d_]+)*"
"""A word with a capital, its parts with hyphens between."""

_RUN: Final = rf"{CAPITAL}(?: (?:{CAPITAL}|of|for|and|the|in|on|&)){{0,6}}"
COMMON_PREFIX: Final = (
    r"(?:Ungdoms|Region|Kommun|Förbunds|Stads|Stats|Landstings?|Läns|Lands|Projekt|Styr|Samverkans|Expert"
    r"|Program|Arbets|Ägar|Huvudmanna|Nätverks|Bryssel|EU-|Europa|Närings|Utvecklings|Kultur|Folkhälso|Miljö"
    r"|Medlems|Tjänste|Lednings|General|Social|Idrotts|Pensionärs|Elev|Student|Brotts|Trygghets"
    r"|Hållbarhets|Klimat|Forsknings|Vänorts|Oppositions|Borgar|Minister|Råds|Turist|Informations|Lokal|Östersjö|Nordsjö|Nord)"
)
"""What makes a compound such as `Ungdomsrådet` a common word, not a name."""

NEEDLESS_NOUN: Final = re.compile(
    rf"Föreningen (?=(?!{COMMON_PREFIX})[A-ZÅÄÖ][a-zåäö]{{3,}}(?:rådet|kommittén|nätverket"
    r"|alliansen|unionen|förbundet|samarbetet)s?\b)"
)
"""What stands before a name that says itself what it is: `Föreningen Havskusterådet`."""

_QUARTER: Final = r"(?:(?:Norra|Södra|Östra|Västra|Mellersta|Övre|Nedre|Stora|Lilla|Nya) )?"
SHAPES: Final[tuple[tuple[EntityType, Anchored], ...]] = (
    (
        "network",
        Anchored(
            rf"\b(?:{_RUN} )(?:Network|Office|Forum|Council|Commission|Conference|Association"
            r"|Alliance|Cities|Union|Platform|Partnership|Committee|Initiative)(?=s?\b)"
            rf"(?: (?:of|for|and|in|on|&) (?:the )?{CAPITAL}(?: {CAPITAL})*)?"
        ),
    ),
    (
        "network",
        Anchored(rf"\b(?:Euro?region(?:en)?|Euregio|Gränsregion(?:en)?) {_QUARTER}{CAPITAL}"),
    ),
    (
        "network",
        Anchored(
            r"\b(?!(?:Kommunal|Region|Opposition|Oppositions|Borgar|Landstings|Stads)rådet)"
            r"(?:[A-ZÅÄÖ][a-zåäö]*(?:rådet|kommittén|alliansen|samarbetet|unionen|föreningen)"
            r"|Föreningen|Alliansen|Unionen|Forum"
            r"|(?!(?:Kommun|Region|Riks|Lands?tings?)förbundet)[A-ZÅÄÖ][a-zåäö]+(?:forum|förbundet"
            r"|sällskapet|gemenskapen?|nätverket|kretsen|federationen|plattformen|konventet))"
            rf" (?P<rest>{CAPITAL}(?: {CAPITAL})?)(?=s?\b)"
        ),
    ),
    (
        "network",
        # The year that a programme ends with may be part of the name: `Leader Polaris 2020`.
        Anchored(
            rf"\b(?:Leader(?:området)?|Fiskeområdet?) "
            rf"(?P<rest>{CAPITAL}(?: {CAPITAL})?(?: 20(?:20|27)(?![\d–-]))?)"
        ),
    ),
    ("programme", Anchored(rf"\bInterreg (?:[IV]+(?: ?[ABC])?|[ABC]) {CAPITAL}")),
    (
        "network",
        # An office there, whose town is in English: `Kustbygden Brussels`
        Anchored(rf"\b{CAPITAL}(?: {CAPITAL}){{0,3}} Brussels(?=s?\b)(?! [A-ZÅÄÖ])"),
    ),
    (
        "network",
        Anchored(
            rf"\b(?:{CAPITAL}[–-])?{_RUN} (?:Bryssel|Europa|EU-)"
            r"(?:kontor|hus|representation|delegation|byrå|länk|forum)(?=s?\b)"
        ),
    ),
    ("network", Anchored(rf"\b{_RUN} (?:Brussels|European?|EU) (?:Hub|House)(?=s?\b)")),
    # Whose it is and where: `Almviks och Ekdals gemensamma Rigakontor`.
    (
        "network",
        Anchored(
            rf"\b(?:{CAPITAL}(?:, {CAPITAL})* och )?{CAPITAL}s (?:gemensamma )?"
            r"[A-ZÅÄÖ][a-zåäö]+kontor(?=s?\b)"
        ),
    ),
    (
        "network",
        Anchored(
            r"\b(?:Brysselkontoret|EU-kontoret|Europakontoret)(?! (?:[A-ZÅÄÖ]\w+ ){1,4}Office)"
            r"(?: (?:för )?[A-ZÅÄÖ][a-zåäö]+(?:[ –-][A-ZÅÄÖ][a-zåäö]+){0,2})?(?=s?\b)"
        ),
    ),
    (
        "network",
        Anchored(
            r"(?:(?<=[a-zåäö,] )|\b(?:Norra|Södra|Östra|Västra|Mellersta|Övre|Nedre) )"
            rf"(?!{COMMON_PREFIX})"
            r"[A-ZÅÄÖ][a-zåäö]{2,}(?:forum|nätverket|alliansen|kommittén|unionen|rådet|kontoret"
            r"|samarbetet)(?=s?\b)"
        ),
    ),
    (
        "organisation",
        Anchored(
            rf"\b(?:Region|(?:Landstinget|(?:Kommun|Region)förbundet)(?: i(?! Bryssel))?"
            r"|Länsstyrelsen i|(?:Tekniska h|H)ögskolan(?: (?:i|vid))?|Universitetet i"
            r"|(?:(?:[A-ZÅÄÖ][a-zåäö]*s|S)jukhuset|[A-ZÅÄÖ][a-zåäö]*institutet|Lasarettet) i"
            r"|Handelskammaren(?: i)?|Landkreis|Hansestadt|Kreis|Gmina|Powiat|Gemeinde|Ville de"
            r"|Comune di|Provincia di"
            r"|Ayuntamiento de|Conseil régional de) "
            rf"{_QUARTER}{CAPITAL}(?: län(?=s?\b))?"
        ),
    ),
    (
        "organisation",
        Anchored(
            r"\b(?!(?:En|Ett|Vår|Varje|Denna|Samma|Ingen|Hela|Kommunens|Regionens) )"
            # Nor a body or a document set before who has it: `Kommunstyrelsen Ekby kommun`.
            r"(?!EU-[a-z]+ |\w+(?:styrelsen?|nämnden?|fullmäktige|kontoret|förvaltningen|utskottet"
            r"|beredningen|enheten|avdelningen|projekt|plan|program|strategi|policy|rapport) )"
            rf"{CAPITAL}(?:(?: og)? {CAPITAL})?"
            r" (?:fylkeskommune|(?:region|läns|universitets)?sjukhus|lasarett|hyvinvointialue"
            r"|läns landsting"
            r"|samkommun|handelskammare|kommune?|Kommune|stad|landskapsförbund(?:et)?"
            r"|kommunförbund|förbund|regionkommune?|landsting"
            r"|(?:tekniska )?universitet|(?:folk|tekniska )?högskola"
            r"|landskapsregering|välfärdsområde|AB)(?=s?\b)"
        ),
    ),
    # Where things are held, unless it does something or stands in a row: `Ekby museum är medlem`.
    (
        "organisation",
        Anchored(
            rf"\b(?:(?<= och )|(?<= samt )|(?=[^\n]{{3,60}}(?:museum|bibliotek)"
            r" (?:är|har|blev|gick|anslöt|inträdde|lämnade)\b))"
            rf"{CAPITAL}(?: {CAPITAL})? (?:(?:läns|stads)?museum|(?:läns|stads|region)?bibliotek)"
            r"(?=s?\b)"
        ),
    ),
    # As titles and running headers have it.
    (
        "organisation",
        Anchored(
            r"\b(?:REGION|LANDSTINGET(?: I)?|(?:KOMMUN|REGION)FÖRBUNDET|LÄNSSTYRELSEN I)"
            r" (?:(?:NORRA|SÖDRA|ÖSTRA|VÄSTRA|MELLERSTA|ÖVRE|NEDRE|STORA|LILLA|NYA) )?"
            r"[A-ZÅÄÖ]{3,}(?: LÄN)?\b"
        ),
    ),
    ("organisation", Anchored(r"\b[A-ZÅÄÖ]{3,} (?:KOMMUN|STAD|LÄNS LANDSTING)\b")),
    (
        "network",
        Anchored(
            r"\b(?!(?:KOMMUN|REGION|RIKS|LANDSTINGS|UNGDOMS|KOMMUNAL|LANDSKAPS)F?)"
            r"[A-ZÅÄÖ]{3,}(?:RÅDET|KOMMITTÉN|ALLIANSEN|FÖRBUNDET|NÄTVERKET|SAMARBETET|UNIONEN)"
            r"(?: (?!(?:VERKSAMHETS|HANDLINGS|PROTOKOLL|STADGAR|STRATEGI|BUDGET|ÅRS|STYRELSE"
            r"|BILAGA|OCH|FÖR)(?:[A-ZÅÄÖ]|\b))[A-ZÅÄÖ]{3,}){1,3}(?=\W|$)"
        ),
    ),
    (
        "organisation",
        Anchored(
            rf"\b(?!Gräns|Sjukvårds|Storstads|Huvudstads|Arbetsmarknads|Medlems|Kust){CAPITAL}"
            r"regionen\b(?<!^Regionen)"
        ),
    ),
    # By a place, not by what is taught: `Mälarhögskolan`, no `Musikhögskolan`.
    (
        "organisation",
        Anchored(
            r"\b(?!Folk|Yrkes|Musik|Konst|Lärar|Social|Polis|Försvars|Vård|Idrotts|Gymnastik"
            r"|Handels|Teater|Opera|Dans|Lantbruks|Natur)[A-ZÅÄÖ][a-zåäö]{2,}högskolan(?=s?\b)"
        ),
    ),
    ("place", Anchored(rf"\b{CAPITAL}s län(?=s?\b)")),
)
"""What names of a type look like; `rest` is a part that may go on as names do."""
