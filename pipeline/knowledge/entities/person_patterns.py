"""How names of persons are told in Swedish: by party, title, role, and what is no name."""

import re
from collections.abc import Iterable
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.entities.parties import LETTERS
from pipeline.text.bullets import BULLET_SIGNS

# A run of one class takes `re` less than half as long as one of either of two.
WORD: Final = r"[^\W\d_a-zåäö][^\W\d_]*(?:['’´`][^\W\d_]*)*(?:-[^\W\d_]+)*"
"""A capitalised word, also a double one (`Karl-Erik`)."""

_PARTICLE: Final = r"(?:af|von|van|de|der|den|di|da|du|la|in|zu|ten|ter|el|al|bin)"
_NAME: Final = rf"{WORD}(?: (?:{_PARTICLE} )?(?:{WORD}|[^\W\d_]\.)){{1,3}}"
# Whom somebody comes from, between name and party: `Åsa Ek, Almviks kommun (S)`.
_OF: Final = (
    rf"(?:(?:Region|Landstinget) {WORD}|(?:{WORD} ){{1,2}}(?:kommune?|stad|landsting|AB)|{WORD})"
)
WITH_PARTY: Final = Anchored(rf"({_NAME})(?:, {_OF}|,)?\s?\(([^\W\d_]{{1,5}}|[$58€])(?=[),])")
# A line of a list: `Åsa Ek S`, `Bo Al MP vice ordförande`, `S Åsa Ek, Almvik`.
BARE_PARTY: Final = re.compile(
    rf"^(?:[{BULLET_SIGNS}] )?(?:(?P<first>{LETTERS}) )?"
    rf"(?P<name>{WORD}(?: (?:{_PARTICLE} )?{WORD}){{1,2}}?)(?: (?P<last>{LETTERS}))?"
    r"(?=$|,| (?:\d:e )?(?:vice )?(?:ordf|ledamot|ersättare))",
    re.MULTILINE,
)
TIME: Final = (
    r"(?:sedan (?:i |den )?(?:\d{1,2} )?(?:\d{4}|[a-zåäö]+)(?: \d{4})?|numera|för närvarande"
    r"|fortsatt)"
)
"""Since when something is so, between `är` and the name."""

TITLE_ENDINGS: Final = (
    *("direktör", "chef", "strateg", "samordnare", "ledare", "sekreterare", "handläggare"),
    *("utvecklare", "koordinator", "rådgivare", "utredare", "ansvarig", "rektor"),
    *("regionråd", "kommunalråd", "oppositionsråd", "borgarråd", "landstingsråd", "ambassadråd"),
    *("föreståndare", "informatör", "analytiker", "apotekare", "redaktör", "rapportör"),
    *("företrädare", "generalist", "befäl"),
    *("revisor", "granskare"),
    *("parlamentariker", "kommissionär", "konsult", "expert", "journalist", "borgmästare"),
    *("minister", "ombudsman", "fylkesråd", "riksdagsledamot"),
    *("professor", "docent", "lektor", "landshövding"),
    *("controller", "kommunikatör", "ingenjör", "ekonom", "planerare", "arkitekt", "förvaltare"),
)
# A line that names a body may stand right above a name.
BODY_ENDINGS: Final = (
    *("skapet", "styrelsen", "kommittén", "nämnden", "gruppen", "utskottet"),
    *("skap", "styrelse", "kommitté", "nämnd", "grupp", "utskott"),
)
NETWORK_ENDINGS: Final = ("nätet", "nätverket", "förbundet", "rådet", "alliansen", "föreningen")
_TITLE: Final = rf"(?i:(?:[^\W\d_]+ ){{0,2}}?[^\W\d_-]*(?:{'|'.join(TITLE_ENDINGS)}))\b"
# A title below a name is not that of another behind it: `Anna Ek`, `Direktör Bo Al`.
WITH_TITLE: Final = Anchored(
    rf"({_NAME})(?:(?:, | – | - | | \()(?={_TITLE})|\n(?={_TITLE}(?! {WORD} {WORD})))"
)
# Such a title is that of whoever stands behind it: `Baltic Sea Forum, direktör: Åsa Ek`.
TITLE_OF_NEXT: Final = re.compile(rf"{_TITLE}(?: är| –|:)? {WORD} {WORD}")
# The same with a party behind it: `Åsa Ek, kommunalråd (S)`.
TITLE_PARTY: Final = Anchored(rf"({_NAME})(?:,? |\n){_TITLE} ?\(([^\W\d_]{{1,5}})(?=[),])")
CONTACT: Final = Anchored(
    rf"(?i:\b(?:kontaktperson(?:er)?|kontakt|handläggare|projektledare|sekreterare|ordförande"
    rf"|ansvarig|dokumentansvarig|ledamot|ersättare|suppleant|representant|ombud|sammankallande"
    rf"|tjänsteperson|kontaktpolitiker|kassör|revisor|redaktör|föreståndare))"
    r"(?: (?:för|i|inom|av|till|vid) [^.:\n]{3,60}?)?"
    rf"(?: (?:är|var|blir|heter)(?: {TIME})?|:) ({_NAME})"
)
# A line of a list: `Sten Carlander, Region Halland`.
WITH_ORGANISATION: Final = Anchored(
    rf"^(?:[{BULLET_SIGNS}] )?({_NAME}), (?:(?:Region|Landstinget) {WORD}"
    rf"|(?:{WORD} ){{1,2}}(?i:kommune?|stad|universitet|högskola|förbund)\b)",
    re.MULTILINE,
)
# `vice ordförande Åsa Ek`, `säger Åsa Ek`: a name stands there, and two capitals make it one.
HELD: Final = Anchored(
    rf"\b(?i:ordförande|ordföranden|ledamot|ledamoten|ersättare|VD|vd|riksdagsledamot"
    rf"|(?:fylkes|lands|stads)råd|minister|talman|presidenten?|borgmästare"
    r"|tjänstemän|tjänstepersoner|föredragande)"
    rf" ({WORD} {WORD})(?=[ ,.(:]|$)"
)
SAYING: Final = Anchored(
    rf"\b(?:säger|berättar|menar|förklarar|konstaterar|tycker|avslutar|fortsätter|hälsar)"
    rf" ({_NAME})(?=[,.(:]|$| \(|\n)",
    re.MULTILINE,
)
SITTING: Final = Anchored(rf"\b(?:sitter|ingår) ({_NAME})(?=[,.]| och| samt)")
SITTING_TOO: Final = Anchored(rf"\b(?:sitter|ingår) {_NAME},? (?:och|samt) ({_NAME})")
# Who follows somebody: `ersattes i maj av Åsa Ek`.
SUCCESSOR: Final = Anchored(
    rf"\b(?:efterträd\w+|ersattes|ersätts|avlöst?e?s) (?:[a-zåäö0-9]+ ){{0,4}}av ({_NAME})"
)
_TITLED: Final = rf"(?i:{'|'.join(TITLE_ENDINGS)})(?:en|et|n)?"
AFTER_TITLE: Final = Anchored(rf"{_TITLED}[ \n]({_NAME})")
# `Strateg för internationella frågor är Åsa Ek`
IS_TITLED: Final = Anchored(
    rf"{_TITLED}(?: (?:för|på|vid) [^.:,\n]{{3,50}}?)?(?: (?:är|heter)(?: {TIME})?|:) ({_NAME})"
)
FULL_NAME: Final = re.compile(
    rf"(?<![\w-])({WORD})((?: [^\W\d_a-zåäö]\.)?(?: (?:{_PARTICLE} )?{WORD}){{1,2}})(?![\w-])"
)
# Persons in a row, each perhaps with something in brackets: `A B (X), C D (Y) och E F`.
_MEMBER: Final = rf"{_NAME}(?: ?\([^()\n]{{1,40}}\))?"
IN_A_ROW: Final = re.compile(rf"{_MEMBER}(?:(?:, |,? och |,? samt ){_MEMBER})+")
ONE_NAME: Final = re.compile(rf"(?:^|, |och |samt )({_NAME})")
# What makes a capitalised word the name of an institution, not of a person.
INSTITUTION: Final = re.compile(
    r"(?:gymnasiet|skolan|stiftelsen|akademien|museet|fonden|priset|institutet|universitetet"
    r"|kommun(?:er?)?|centrum|kammare|region|landsting|län|stad|AB|HB|Office|Network|University"
    r"|City|Cities|förbund)$",
    re.IGNORECASE,
)
NETWORK: Final = re.compile(
    r".*\w(?:forum|nätverk|kontor|förening|förbund|samarbete|samverkan|kommittén?|allians|union"
    r"|sekretariat|kansli|organisation|stiftelse|partnerskap)s?",
    re.IGNORECASE,
)
"""A name that ends with what kind of network or office it is of, as no surname does."""
BARE_LETTERS: Final = re.compile(r",? ([A-ZÅÄÖ]{1,3})(?=\n|$)")
# What nouns that begin the next line end with, as `Justeringens plats` does, and no surname
# but those like `Palmstierna`.
NOUN: Final = re.compile(
    r"\w{3,}(?:(?<!sti)erna|arna|orna|kommunen|medlem|ledamot(?:en)?|ordföranden?|ingens?|elsen|heten|andet"
    r"|andes?|förvaltningen|kontoret)"
)
OFFICE: Final = re.compile(
    r"Leader|Interreg|Europaforum|Nätverket|Föreningen|Förbundet|\w{3,}tjänsten|\w+museet"
    r"|\w+biblioteket|Norra|Södra|Östra|Västra|Mellersta|Nordiska|Europeiska|Svenska"
)
"""What begins the name of an office, a network or a part of a country: `Norra Mellansverige`."""

STARTERS: Final = frozenset(
    {
        *("vd", "av", "från", "med", "även", "samt", "och", "genom"),
        *("där", "som", "till", "för", "i", "på", "hos"),
        *("vid", "ordinarie", "den", "det", "de", "dessa", "under"),
        *("politiker", "tjänsteperson", "tjänsteman", "herr", "fru", "kontakt", "ring"),
        *("övriga", "beslutande", "justerande", "närvarande", "paragrafer", "underskrift"),
        *("mejla", "kontakta", "fråga", "sekreterare", "vi", "region", "regionen", "kommun"),
        *("landstinget", "länsstyrelsen", "kommunförbundet", "regionförbundet"),
        *("högskolan", "universitetet"),
    }
)


def role_pattern(roles: Iterable[str]) -> Anchored:
    """Return what finds `Name Name, ledamot`, and `Name Name, Place, ledamot`."""
    words = "|".join(re.escape(role) for role in sorted(roles, key=len, reverse=True))
    place = rf"(?:,|,? från) {WORD}(?: (?:kommun|stad))?"
    return Anchored(rf"({_NAME})(?:{place})?, (?:{words or '(?!)'})\b")


def party_pattern(names_: Iterable[str]) -> Anchored:
    """Return what finds a name with the full name of a party behind it."""
    words = "|".join(re.escape(name) for name in sorted(names_, key=len, reverse=True))
    return Anchored(rf"({_NAME})(?:(?:,| \(| –)[ ]?| )(?P<party>{words or '(?!)'})\b")
