"""Words for roles and bodies, from the lexicon and by their endings."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, NamedTuple

from pipeline.knowledge.anchored import Anchored
from pipeline.lexicon import EntityLexicon, Term

_TITLE_STEMS: Final = (
    r"(?:direktör|chef|strateg|samordnare|ledare|sekreterare|handläggare|utvecklare|koordinator"
    r"|rådgivare|utredare|(?:region|fylkes|kommunal|opposition|oppositions|borgar|landstings|ambassad|läns)råd"
    r"|controller|ekonom|kommunikatör|rektor|planerare|ingenjör|arkitekt|jurist|läkare|lärare"
    r"|forskare|förvaltare|biolog|ekolog|limnolog|antikvarie|bibliotekarie|administratör|analytiker"
    r"|producent|konsulent|inspektör|assistent|pedagog|lots|redaktör|professor|lektor|kurator"
    r"|intendent|överläkare|sjuksköterska|mäklare|coach|specialist|expert|föreståndare|informatör"
    r"|apotekare|veterinär|geolog|statistiker|ombudsman|studievägledare|projektör|psykolog|logoped"
    r"|(?<=sekretariats)leder|landshövding|(?<!lär)(?<!skatt)mästare|minister|statsråd|fysioterapeut|barnmorska|docent|kanslist|föreläsare|präst|journalist|designer|praktikant|trainee|chefsjurist"
    r"|parlamentariker|kommissionär|konsult|riksdagsledamot|(?<=[a-zåäö]{3})(?<!sid)(?<!dokument)ansvarig|\b(?-i:VD|vd))"
)
_TITLE: Final = Anchored(
    r"\b(?:(?:regionala?|internationella?|biträdande|tillförordnad|tf\.?|strategisk) )?"
    r"(?P<stem>(?:\w+- och )?[\w-]*"
    rf"{re.sub(r'are(?=[|)])', 'ar(?:e|(?=na))', _TITLE_STEMS)})(?P<ending>en|et|n|na|erna)?\b",
    re.IGNORECASE,
)
_FIELD: Final = re.compile(
    r" för [a-zåäö-]+(?: [a-zåäö-]+)?(?= *(?:[,.\n\d+]|$)| (?:i|på|vid|hos) [^\W\d_a-zåäö])"
)
_HEAD: Final = re.compile(r"[Cc]hef")
_OFFICES: Final = frozenset({"sekreterare", "projektledare", "föreståndare", "ledare", "expert"})
_BODY_ENDINGS: Final = (
    r"(?:[a-zåäö]+-(?:, [a-zåäö]+-)? och )?"
    r"(?:forumet(?= för)|(?<=politiska )forum(?:et)?|(?-i:LAG(?!-))"
    r"|(?:ungdoms|medlems|miljö|kultur|social|ekonomi|energi|klimat|transport|kunskaps|tjänstemanna"
    r"|partner|ägar|hälso)forum(?:et)?|ungdomsnätverk(?:et)?|(?:general|medlems)konferens"
    r"|[\w-]*(?:grupp|kommitté|kommitte|styrelse|utskott|nämnd"
    r"|jury|panel"
    r"|församling|presidium|sekretariat|fullmäktige|partnerskap|delegation|beredning|kommission|stämm|byrå|expertråd"
    r"|(?<!region)(?<!kommunal)(?<!opposition)(?<!oppositions)(?<!borgar)(?<!landstings)(?<!stads)(?<!läns)(?<!regions)"
    r"(?<!om)(?<!för)(?<!fylkes)(?<![tb])"
    r"(?<=[a-zåäö]{3})råd)"
    r"(?:en|et|n|an|a)?s?)"
)
# The part of a country that a partnership is named by: `partnerskapet i Övre Norrland`.
_AREA: Final = (
    r"(?:(?<=partnerskapet)(?-i: (?:i |för )?(?:"
    r"(?:Norra|Södra|Västra|Östra|Mellersta|Övre|Nedre|Inre|Yttre) [a-zåäö]{2,}(?:en|et|an)\b"
    r"|[^\W\d_a-zåäö][a-zåäö]+(?:(?: och |[ -])[^\W\d_a-zåäö][a-zåäö]+){0,2})))?"
)
OWN_BODY: Final = re.compile(
    r"(?:region|kommun|landstings|förbunds|stads)(?:styrelse|fullmäktige)\w*|förbundsdirektion\w*"
    r"|fullmäktiget?s?|.*nämnd\w*",
    re.IGNORECASE,
)
"""Bodies of regions and municipalities themselves, of no network."""

FOR_ABROAD: Final = re.compile(
    r"vänorts.*|(?:\w+ )?internationella (?:kommittén?|utskott(?:et)?|råd(?:et)?|beredning(?:en)?)"
    r"|beredningen för internationella .*",
    re.IGNORECASE,
)
"""Bodies that regions and municipalities have for their own dealings with abroad."""

_NO_BODY: Final = re.compile(
    r"^(?:den )?(?:grupp|delegation|samråd(?:et)?)$"
    r"|(?:turist|rese|advokat|reklam|nyhets)byrå|målgrupp|åldersgrupp|yrkesgrupp|patientgrupp|styrgruppsmöte|^länsstyrelse",
    re.IGNORECASE,
)
_GENITIVE: Final = re.compile(r"(?<=[a-zåäöé][nt])(?<!konferen)s$")
_FUNCTION_WORD: Final = (
    r"(?:att|den|det|de|en|ett|och|samt|eller|som|är|i|på|av|med|till|från|vid|under|inom|genom|har"
    r"|för|vid|hos|mot|mellan|kring|om|var|blir|blev|ska|valdes?|väljs|utsågs|utses|föreslås|leds"
    r"|sitter|ingår|perioden|år(?:et|en)?|regionen|kommunen|nätverket|samarbetet|projektet|programmet"
    r"|tiden|mandatperioden|samma|detta|denna|dessa|regionens|kommunens|sin|sitt|sina|vår|våra?|vilken|vilket)\b"
)
# `hållbara transporter`, `handel och turism`, `barns och ungas hälsa`
_ADJECTIVE: Final = r"[a-zåäö-]+(?:a|s|ande|bar|ig|al|iv|sk|ell|lös|[lvgk]t|bart)"
_NOUNS: Final = (
    rf"(?!{_FUNCTION_WORD})(?:(?!{_FUNCTION_WORD}){_ADJECTIVE} )*"
    rf"(?!{_FUNCTION_WORD})[a-zåäö][\w-]+"
)
# `utskottet NAT`, `kommitté D`, `arbetsgrupp 2`
_CODE: Final = (
    r"(?:(?<=utskott)|(?<=utskottet)|(?<=kommitté)|(?<=kommittén)|(?<=grupp)|(?<=gruppen))"
    r"(?-i: (?:[A-Z]{3,6}|[A-Z](?![\w.])"
    r"|[1-9](?![\w)]|[.,]\d|\. [A-ZÅÄÖ]| ?%"
    r"| (?:personer|ledamöter|möten|gånger|år|regioner|kommuner)\b)))"
)
# What governs a network is followed by its name, and other bodies by what they are for.
_GOVERNS: Final = "".join(
    rf"(?<!{body})"
    for body in (
        *("styrelse", "styrelsen", "direktion", "direktionen"),
        *("årsmöte", "årsmötet", "stämma", "stämman", "församling", "församlingen"),
        *("presidium", "presidiet", "ägarråd", "ägarrådet", "valberedning", "valberedningen"),
    )
)
_SUBJECT: Final = (
    rf"(?-i:{_GOVERNS}(?: för [^\W\d_]\w*- och [a-zåäö]+(?: för [a-zåäö]+)?"
    r"| för delområdet?(?: [^\W\d_a-zåäö][\w-]+)+"
    rf"| för {_NOUNS}(?:, {_NOUNS}){{1,3}} och {_NOUNS}"
    rf"| för {_NOUNS} och (?!{_FUNCTION_WORD})[a-zåäö-]+"
    r"(?= ?:?\n|\Z| (?:ingår|ingick|sitter|satt|deltar|är|var|företräds|representeras)\b)"
    rf"| för {_NOUNS}(?: \d{{1,2}}\b)?(?: och (?:[a-zåäö-]+(?:a|s|al|ell|ig|sk) )?[a-zåäö]\w*"
    r"(?:ling|ning|växt|het|or|ar|er|ik|ur|ism|tet|vård|hälsa|miljö|transport|ande|ion|skap)\b)?"
    r"| för [^\W\d_a-zåäö][\w-]+(?:ellt|ella|iskt|iska|nala|igt|iga|ligt|liga) [a-zåäö]+"
    r"|(?<!styrgrupp)(?<!styrgruppen) för [^\W\d_a-zåäö][\w-]+"
    r"(?: (?:och )?[^\W\d_a-zåäö][\w-]+)*))?"
)
# `kommunstyrelsens internationella utskott`, but not `regionstyrelsens ordförande`
_OF_OWN: Final = r"(?:[\w-]*(?:styrelsens|fullmäktiges|nämndens) )?"
# `den tekniska kommittén`, `svenska delegationen`
_KIND: Final = (
    r"(?-i:(?!(?:följ|nuvar|komm|tillträd|motsvar)ande |(?i:övriga|samtliga|slutliga) )"
    r"[A-ZÅÄÖa-zåäö]?[a-zåäö-]+"
    r"(?:ska?|ella?|iva?|nala?|rala?|kala?|[lnd]iga?|gande|givande|erande|ställande) )?"
)
# `medlem i expertgruppen`: of a network are members whole organisations.
_MEMBER_OF_BODY: Final = (
    r"medlem(?:mar)?(?= (?:i|av) (?:\w+ )?\w*(?:grupp|styrelse|kommitté|utskott|råd|presidi))"
)
# `medordförande`, `tjänstemannarepresentant`
_COMPOUND: Final = r"[a-zåäö]{3,}(?:ordförande|representant|revisor)(?:en)?"
# Of several who stand in, in which order: `första ersättare`, `andre suppleant`.
_RANKS: Final = ("förste", "första", "andre", "andra", "tredje", "fjärde")
_POLITICAL: Final = r"politisk |politiska (?=representant\b|företrädare\b|kontaktperson\b)"
_RANK: Final = rf"(?:(?:{'|'.join(_RANKS)}) (?=ersättare\b|suppleant\b))"
SEATS: Final = frozenset(
    {
        *("ledamot", "ordinarie ledamot", "ersättare", "personlig ersättare"),
        *("ordförande", "vice ordförande"),
        *(
            "förste vice ordförande",
            "andre vice ordförande",
            "tredje vice ordförande",
            "adjungerad ledamot",
            "sekreterare",
            "kassör",
        ),
        *(f"{rank} ersättare" for rank in _RANKS),
    }
)
"""Roles that are seats in a body."""


_SHORT_ROLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "v. ordf.": "vice ordförande",
        "v ordf": "vice ordförande",
        "vice ordf.": "vice ordförande",
        "vice ordf": "vice ordförande",
        "ordf.": "ordförande",
        "ordf": "ordförande",
        "sekr.": "sekreterare",
        "ers.": "ersättare",
        "ord.": "ordinarie ledamot",
        "led.": "ledamot",
        **dict.fromkeys(("adj", "adj.", "adjungerade"), "adjungerad ledamot"),
        **{"ord": "ordinarie ledamot", "led": "ledamot", "ers": "ersättare", "sekr": "sekreterare"},
        "ordinarie medlem": "ordinarie ledamot",
        "ordinarie medlemmar": "ordinarie ledamot",
        "beslutande": "ledamot",
        **dict.fromkeys(("ordinarie plats", "ordinarie platser"), "ordinarie ledamot"),
        **dict.fromkeys(("ersättarplats", "ersättarplatser", "suppleantplats"), "ersättare"),
        "viceordförande": "vice ordförande",
        "viceordföranden": "vice ordförande",
        **dict.fromkeys(("kontakt:", "kontaktväg:"), "kontaktperson"),
        **dict.fromkeys(("tjänstemannastöd:", "tjänstepersonsstöd:"), "tjänstemannastöd"),
        # Norwegian, as in committees over the border
        "nestleder": "vice ordförande",
        "varamedlem": "ersättare",
        "varamedlemmer": "ersättare",
        "sekretariatsleder": "sekretariatsledare",
        "daglig leder": "verksamhetsledare",
    }
)


# Such as columns of a narrow list have: `ers   Åsa Ek`.
_LABELS: Final = ("ord", "led", "ers", "sekr", "adj")


class Word(NamedTuple):
    """A word for a role or body in the text: its span, its name, and whether it is a title."""

    start: int
    end: int
    name: str
    is_title: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """Finds roles and bodies in text."""

    roles: Anchored
    role_names: Mapping[str, str]
    bodies: Anchored

    def find_roles(self, text: str, offset: int = 0) -> list[Word]:
        """Return the roles in a text in order; `offset` is added to their spans.

        Where a title and a role overlap, the longer stands.
        """
        words = [_with_field(text, offset, m, self._role(m[0])) for m in self.roles.finditer(text)]
        for match in _TITLE.finditer(text):
            field = _FIELD.match(text, match.end())
            end = field.end() if field else match.end()
            title = _indefinite(match) + (field[0] if field else "")
            word = Word(match.start() + offset, end + offset, title, _is_title(match[0]))
            over = [w for w in words if w.start < word.end and word.start < w.end]
            if all(w.end - w.start < word.end - word.start for w in over):
                words = [*(w for w in words if w not in over), word]
        return sorted(words)

    def find_bodies(self, text: str, offset: int = 0) -> list[Word]:
        """Return the bodies in a text in order, as printed but without a genitive's ending."""
        return [
            Word(m.start() + offset, m.end() + offset, _GENITIVE.sub("", m[0]))
            for m in self.bodies.finditer(text)
            if not _NO_BODY.search(m[0])
        ]

    def _role(self, surface: str) -> str:
        """Return a role as the lexicon calls it, with what goes before it: `ordinarie delegat`."""
        form = surface.casefold()
        known = _SHORT_ROLES.get(form) or self.role_names.get(form)
        if known is None and form.startswith("medlem"):
            return "ledamot"
        if known is not None:
            return known
        kind, _, role = form.replace("politiska ", "politisk ").partition(" ")
        return f"{kind} {self.role_names.get(role, role)}" if role else surface


def _with_field(text: str, offset: int, match: re.Match[str], name: str) -> Word:
    """Return a role, a head's with what it is the head of: `chef för strategisk planering`."""
    field = _FIELD.match(text, match.end()) if _HEAD.fullmatch(match[0]) else None
    end = field.end() if field else match.end()
    named = name + field[0] if field else name
    return Word(match.start() + offset, end + offset, named, _is_title(match[0]))


def _indefinite(title: re.Match[str]) -> str:
    """Return a title without its definite endings: `internationella sekreteraren`."""
    ending = title["ending"] or ""
    bare = title[0].removesuffix(ending) + ("e" if ending == "na" else "")
    return re.sub(r"(?<=al|ll)a (?=[\w-]+$)", " ", bare) if ending else bare


def _is_title(surface: str) -> bool:
    last = surface.rpartition(" ")[2]
    return bool(_TITLE.pattern.fullmatch(last)) and surface.casefold() not in _OFFICES


def make_vocabulary(entities: EntityLexicon) -> Vocabulary:
    """Return the vocabulary of a lexicon's roles and bodies."""
    names = {form.casefold(): name for name, form in _forms(entities.roles)}
    # `ordinarie delegat`, `v. ordf.`; the shortest only alone in a line or before a name
    short = "|".join(re.escape(form) for form in _SHORT_ROLES if form not in _LABELS)
    label = rf"(?m:(?-i:^(?:{'|'.join(_LABELS)})(?=$|:? [A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ])))"
    one = rf"(?:{_any(names)}|{_MEMBER_OF_BODY}|{_COMPOUND})\b(?!-)"
    roles = Anchored(
        rf"\b(?:(?:{short})(?!\w)|{label}"
        rf"|(?:ordinarie (?!ers|supp)|personlig |{_POLITICAL}|{_RANK})?{one})",
        re.IGNORECASE,
    )
    bodies = {form.casefold() for _, form in _forms(entities.bodies)}
    ending = rf"(?:{_CODE}|{_AREA}){_SUBJECT}"
    words = rf"(?:{_any(bodies)})s?|{_BODY_ENDINGS}"
    body = rf"\b(?=[\w-]){_OF_OWN}{_KIND}(?:(?:{words})\b{ending}|styrelse(?=plats))"
    return Vocabulary(roles, names, Anchored(body, re.IGNORECASE))


def _forms(terms: Iterable[Term]) -> Iterator[tuple[str, str]]:
    for term in terms:
        for form in (term.name, *term.forms):
            yield term.name, form


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
