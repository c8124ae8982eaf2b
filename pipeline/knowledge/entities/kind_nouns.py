"""Names that say themselves what they name: `Skärgårdsregionernas forum`, `Nordiskt arkivforum`.

Swedish writes a capital in the middle of a sentence only where a name begins. A phrase that
begins so and whose noun is one of kind, such as `förbund`, names a network; so does one that
stands alone in its line, or first in it and apart from what is told of it.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.entities.extents import FUNCTION_WORD, is_proper, name_end
from pipeline.knowledge.entities.paper_words import labels_end
from pipeline.text.bullets import BULLET_SIGNS

KIND_NOUN: Final = (
    r"(?:nätverk(?:et)?|europanät(?:et)?|råd(?:et)?|(?<=nas )rad(?:et)?|förbund(?:et)?"
    r"|forum(?:et)?|förening(?:en)?|sällskap(?:et)?|kommittén?|allians(?:en)?|union(?:en)?|samarbetet?|samverkan"
    r"|organisation(?:en)?|gemenskap(?:en)?|plattform(?:en)?|partnerskap(?:et)?|konvent(?:et)?"
    r"|federation(?:en)?|sammanslutning(?:en)?|koalition(?:en)?|kluster|klustret|(?:europa|bryssel|eu-)hus(?:et)?|(?<=-)kontor(?:et)?"
    r"|(?:bryssel|europa)kontor(?:et)?|(?:bryssel|europa|eu-)representation(?:en)?)"
)
"""A noun that tells what kind of network a name is of, with or without its article.

`Öarnas rad` is what an engine without Swedish reads of a council's name, which is not repaired.
"""

_NOUN: Final = Anchored(rf"\b(?P<before>[\w-]*)(?P<kind>{KIND_NOUN})(?=s?(?![\w-]))", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(
    r"[a-zåäö-]+(?:ska|skt|sk|la|lt|iga|igt|iva|ernas|ornas|arnas|ers|ors|ars)"
)
_PEOPLES: Final = re.compile(
    r"(?:[A-ZÅÄÖ][a-zåäö]+-)?(?:[A-ZÅÄÖ]?[a-zåäö]*(?:sven|nor|dan|fin|fin?län|balt|nord|europe"
    r"|iber|kelt|sam|isländ|est|lett|litau|pol|ty|hansea|slav|alp|atlant|arkt)(?:i?sk)(?:a|t)?)",
    re.IGNORECASE,
)
_OF_SEVERAL: Final = re.compile(r"[A-ZÅÄÖ][\w-]*(?:ernas|ornas|arnas|nas|ers|ars)")
# Bodies of a region's or municipality's own, and what is spoken of in general.
_COMMON_NOUN: Final = re.compile(
    r"(?:ungdoms|turist|expert|exekutiv|övervaknings|förvaltnings|kommun|region|lands?tings?|läns|lands|landskaps|samverkans|program|arbets|styr"
    r"|ägar|medlems|lednings|social|idrotts|pensionärs|elev|student|brotts|trygghets|närings\w*"
    r"|hållbarhets|klimat|miljö|kultur|minister|företagar|patient|brukar|byggnads|vård|folkhälso"
    r"|funktions\w*|tillgänglighets|rektors|chefs|barn|program|projekt|under|huvud|lokal|vänorts)",
    re.IGNORECASE,
)
# Persons: `Ekby kommuns kommunalråd Åsa Ek`.
_OFFICE: Final = re.compile(
    r"(?:kommunal|oppositions|borgar|finansborgar|stats|justitie|hov|kansli|ambassad)råd(?:et)?",
    re.IGNORECASE,
)
_ABROAD: Final = re.compile(r"(?:bryssel|europa|eu|nordens?|östersjö)-?", re.IGNORECASE)
_COMMON_FIRST: Final = re.compile(
    r"(?:(?:Kommun|Region|Stad|Städ|Ägar|Medlem|Part|Parti|Ungdom|Land|Länd|Stat|Företag|Nämnd"
    r"|Invånar|Skol|Elev|Län|Landsting|Förening|Grann|Deltagar|Tjänst\w+|Politik)(?:s|mar|er|ar|or)?"
    r"(?:nas)?s?"
    r"|Region|Landstinget|Regionförbundet|Kommunförbundet|Länsstyrelsen|Leader|Interreg|EU|EU:s"
    r"|Bilaga|Sveriges?|Våra?|Vårt|Andra|Övriga|Nya|Kommunens|Regionens|Stadens|Länets|Projektet\w*"
    r"|(?:Region|Kommun|Lokal|Nation|Internation|Soci|Centr|Kultur|Industri|Formell|Re)\w*(?:ell|al|ala|ella|t)"
    r"|(?:Politisk|Gemensam|Strategisk|Mellankommunal|Mellanregional|Tematisk|Ekonomisk|Praktisk"
    r"|Fackl?ig|Facklig|Ideell|Teknisk|Gränsöverskridande|Mellanfolklig)\w*)"
)
# The end of a sentence or a clause, a genitive of an abbreviation, where an office is.
_NO_PART: Final = re.compile(
    r"[.,;:)]$|:s$|^Bryssel$|(?:organet|organisationen|nätverket|föreningen|samarbetet)$",
    re.IGNORECASE,
)
# The number of a section in a list of contents: `1 Inledning 2 Nätverk`.
_SECTION: Final = re.compile(r"\d\d?")
_DEFINITE: Final = re.compile(r"(?:et|en|én)$", re.IGNORECASE)
_WEAK_ADJECTIVE: Final = re.compile(r"(?:ska|la|ra|iga|iva) $")
# Within a sentence, or behind the small word that begins it: `I Ljungåns vattenråd sitter`.
_BEFORE_NAME: Final = re.compile(
    r"(?:[a-zåäö0-9,;:)]|(?<![^\s])(?:I|Inom|Från|Till|Med|För|Genom|Hos|Av|På|Vid|Som)) $"
)
_ALONE: Final = re.compile(r"(?=$|\n| ?[–(:,] ?| - |\. [A-ZÅÄÖ])")
_MARKED: Final = re.compile(rf"(?:[{BULLET_SIGNS}]|\d+(?:\.\d+)*[.)]?|[A-Za-z][.)]) ")
_ABOUT: Final = re.compile(r" (?:för|mellan|mot) ")
_WORDS_BEFORE: Final = 4
_FAR: Final = 90
_WORD_BEFORE: Final = 8


class Place(NamedTuple):
    """A stretch of a text, `start` to `end` (not included)."""

    start: int
    end: int


def named_by_kind(text: str) -> Iterator[Place]:
    """Yield the networks whose names hold a noun of kind behind what tells them apart."""
    for noun in _NOUN.finditer(text):
        start = _start(text, noun.start())
        if start < noun.start() and _tells_apart(text[start : noun.start()], noun):
            end = _end(text, noun)
            start = labels_end(text, start)
            if end > noun.start() and _is_name(text, start, end):
                yield Place(start, end)


def _start(text: str, noun: int) -> int:
    """Return where the attributes before a noun begin, at the first capital of them."""
    line = text.rfind("\n", max(noun - _FAR, 0), noun) + 1
    start = position = noun
    for word in reversed(text[max(line, noun - _FAR) : noun].split(" ")[:-1][-_WORDS_BEFORE:]):
        position -= len(word) + 1
        if (
            not word
            or _NO_PART.search(word)
            or _SECTION.fullmatch(word)
            or FUNCTION_WORD.fullmatch(word.lower())
        ):
            break
        if not (is_proper(word) or _ATTRIBUTE.fullmatch(word)):
            break
        if word[0].isupper():
            start = position
    return start


def _tells_apart(attributes: str, noun: re.Match[str]) -> bool:
    """Tell whether words before a noun of kind make it the name of one, not of any such."""
    first, *others = attributes.split()
    if _DEFINITE.search(noun["kind"]) and not _WEAK_ADJECTIVE.search(attributes):
        return False  # what stands before it is no attribute: `Medlemsavgift Brysselkontoret`
    local = not _OF_SEVERAL.fullmatch(first) and not _ABROAD.fullmatch(noun["before"])
    if noun["kind"].casefold().startswith("förening") and local:
        return False  # a local association: `Kustbygdens hembygdsförening`
    common = _COMMON_FIRST.fullmatch(first) or _COMMON_NOUN.fullmatch(noun["before"].rstrip("-"))
    if common or _OFFICE.fullmatch(noun[0]):
        return False
    if noun[0][0].isupper() or (noun["before"] and first.endswith("s")):
        return True
    if _OF_SEVERAL.fullmatch(first):
        return True
    of_one = _DEFINITE.search(noun["kind"]) and first.endswith("ska")
    of_peoples = of_one or _PEOPLES.fullmatch(first)
    return bool((of_peoples and noun["before"]) or (others and noun["kind"] != "förbund"))


def _end(text: str, noun: re.Match[str]) -> int:
    """Return where the name ends; where it begins, if its end cannot be told."""
    if not _ABOUT.match(text, noun.end()):
        return noun.end()
    end = name_end(text, noun.start())
    return end if end > noun.end() else noun.start()


def _is_name(text: str, start: int, end: int) -> bool:
    """Tell whether the grammar asks for no capital where a phrase begins."""
    line = text.rfind("\n", 0, start) + 1
    if _BEFORE_NAME.search(text, max(start - _WORD_BEFORE, 0), start):
        return True
    first = labels_end(text, line) == start or _MARKED.fullmatch(text, line, start)
    return bool(first and _ALONE.match(text, end))
