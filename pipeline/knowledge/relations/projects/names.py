"""How far the name of a project reaches, where a word such as `projektet` leads to it."""

import re
from collections.abc import Iterable
from typing import Final

from pipeline.knowledge.entities.extents import FUNCTION_WORD, name_end
from pipeline.knowledge.names import Span
from pipeline.text.months import MONTHS

SMALL_FIRST: Final = r"[a-z]-?[A-ZÅÄÖ][a-zåäö]"
"""How a name begins whose capital is not first: `e-Hamn`, `eHälsa`."""
_QUOTED: Final = re.compile(r"[\"”“»](?P<name>[^\"”“«»\n]{2,90}?)[\"”“«](?!\w)")
_WORD: Final = re.compile(r"[^\s,.;:()\[\]\"”“»«–—!?]+(?:[.:/]\w[^\s,.;:()\"”“–—!?]*)*")
# What stands right behind a whole name, whatever its words.
_CLOSES: Final = re.compile(
    r"(?: [–—] | \((?!s\))| om (?=[a-zåäö\d])"
    r"|, (?:som|där|vars|vilket|en|ett|har|ska|är|handlar)\b|[\"”])"
)
_SMALL_FIRST: Final = re.compile(SMALL_FIRST)
_STOPS: Final = re.compile(r"[.,;:!?)]|$|\n| [–—-] ")
# Words in the middle of a sentence that no name goes on with, whatever their endings.
_VERB: Final = re.compile(
    r"(?:\w+(?:(?<!n)as|erar|erade|erat|ades?|ats|ifierar)|(?:sam)?arbetar|(?:sam)?verkar|syftar|pågår|pågick|deltar|medverkar|ingår"
    r"|drivs?|driver|drevs|leds?|leder|startar|slutar|avslutas|handlar|riktar|vänder|bygger|omfattar|gav"
    r"|finansieras|stöds|genomförs|genomfördes|genomför|utvecklar|undersöker|undersökte|fokuserar"
    r"|bidrar|innebär|innehåller|avser|gäller|ledde|kommer|stärker|visar|vill|skapar|testar|tar|tog"
    r"|går|gick|löper|består|söker|sökte|sökt|beviljas|fått|fanns|finns|heter|kallas|föreslås|avslogs|avslås|godkändes|bifölls|beviljades"
    r"|ska|skall|kan|är|var|har|hade|får|fick|öppnar|stänger"
    r"|projektet|projekt|medel|bidrag|stöd|ur|beviljats|även|bör|måste|kunde|skulle|blivit|varit|fortsätter|fortsatte)"
)
# `Havsro i Almvik`, `Havsro i kommunen`: where a project is, rather than its name
_INSIDE: Final = re.compile(
    r" (?:i|på|för|av|till|med|över|mot|om|in) (?:\w+ )*"
    r"(?:[^\W\d_a-zåäö]\w*|\w{3,}(?:en|et|erna|arna))$"
)
# `Goda grannar som ska`: a clause says more of what is named before.
_WHICH: Final = re.compile(rf"(?:som {_VERB.pattern}|vilke[nt]|vilka|vars)\b")
# `Det goda åldrandet`: a name with its article, and none of the work as a whole
_THE_ONE: Final = (
    r"De[nt]? [a-zåäö]{2,}a (?!\w*(?:arbet|uppdrag|utveckling|läge|samverkan|verksamhet))"
    r"[a-zåäö]+(?:et|en|n|na)$"
)
# What titles begin with that name no project: questions, what is done, parts of any text.
_NO_NAME: Final = re.compile(
    r"(?:[A-H]\. .*|.*@[\w-]+\.\w+|.*\bwww\.|(?:[Tt]el|[Tt]fn|[Mm]obil)\b"
    r"|\w+ (?:ansökningsomgång|utlysning)\w*"
    rf"|Om|Så|Hur|Vad|Varför|Vem|Vilk\w+|När|Här|Där|(?!{_THE_ONE})(?:Det|De|Den)"
    r"|Vi (?:\w+(?:ar|er|år|ör)|ska"
    r"|har|vill|kan)|Du|Ni|Läs|Mer om|Mer information"
    r"|På gång|Kalend\w+|Europ[ae] Dire[ck]t"
    r"|Kontakt\w*|Sök\w*|Ansök\w*|Stöd|Våra?|Aktuellt|Nyhet\w*|Senaste|Tillbaka|Innehåll\w*|Bilag\w+"
    r"|Beslut\w*|Satsningen|Initiativet|Landsting\w*|Beskrivning\w*|Ärende\w*|Bakgrund|Sammanfattning|Syfte\w*|Mål(?:et|en)?|Budget\w*|Uppfölj\w*|Resultat\w*"
    r"|(?:Bedömning(?:en)?|Kommentar(?:er)?|Motivering(?:en)?|Yttrande|Överväganden)$"
    r"|Aktivitet\w*|Insats\w*|Resurs\w*|Organisation\w*|Nätverk\w*|Förord|Inledning|(?:EU-)?[Ff]inansi\w+"
    r"|Partner\w*|Deltagare|Målgrupp\w*|Medverkande|Ledning|Tidplan|Genomförande|Metod\w*|Effekt\w*"
    r"|Ekonomi\w*|Kostnad\w*|Ansvar\w*|Utvärdering\w*|Summa|Totalt|Övrigt|Pressmeddelande|Publicerad"
    r"|Delta|Utveckla|Stärka|Öka|Skapa|Bidra|Främja|Verka|Arbeta|Genomföra|Söka|Följa|Ta|Bevaka"
    r"|Samverka|Sprida|Fortsätta|Initiera|Stödja|Medverka|Identifiera|Planera|Driva|Bygga|Förbättra"
    r"|Minska|Etablera|Undersöka|Kartlägga|Säkerställa|Möjliggöra|Samordna|Utreda|Ge|Göra|Hitta"
    r"|Informera|Utbilda|Använda|Visa|Gå|Att|§.*)\b"
)
# A noun in its definite form that the next words say more of.
_COMMON: Final = re.compile(
    r"[^\W\d_][a-zåäö]{3,}(?:en|et|arna|erna) (?:i|på|av|för|med|om|till|vid|hos|inom)\b"
)
# Headings of the parts of any report, where they say no more.
_PARTS: Final = re.compile(
    r"(?:Möten|Medlem(?:skap|mar|sskap)|Personal|Verksamhet(?:en)?|Styrelse(?:n)?|Kommitté(?:n|erna)?"
    r"|(?:Projekt)?tid|Finansiärer?|Sekretariat(?:et)?|Kansli(?:et)?|Samverkan|Samarbete(?:n|t)?|Omvärld(?:en)?|Evenemang|Resor"
    r"|Vänorter|Representation|Pengar|Medel|Utblick|Framtid(?:en)?|Nuläge(?:t)?|Prioriteringar)",
    re.IGNORECASE,
)
# By what a chapter of projects sorts them: `Avslutade under perioden`, `Löpande`, `På väg in`
_SORTED: Final = re.compile(
    r"(?:(?:redan |nyligen |ännu )?(?:pågående|löpande|avslutade|genomförda|planerade|kommande|nya"
    r"|beviljade|godkända|beslutade|avslagna|sökta|inlämnade|startade|påbörjade|väntande|vilande"
    r"|tidigare|aktuella)|(?:[a-z]+ )?(?:pågår|avslutats|avslutas|startar|startat|påbörjats"
    r"|beviljats|väntar(?: på besked)?)"
    r"|på (?:väg(?: in| ut)?|gång|tur|kö|ingång|önskelistan)|i (?:mål|hamn|startgroparna|vardande)"
    r"|under (?:beredning|uppstart|ansökan|prövning))"
    r"(?:,? (?:och|eller) [a-zåäö]+)?(?:,? (?:under|sedan|i|från|inför|hos|per|för) .{2,30})?",
    re.IGNORECASE,
)
# `april 2018 till september 2021`, `1 mars 2019`: when, not what
_TIME: Final = re.compile(rf"(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) (?:19|20)\d\d\b", re.IGNORECASE)
_IN_SENTENCE: Final = re.compile(
    r"\b(?:är|var|har|hade|ska|skall|kan|får|fick|blir|blev|bör|måste|vill|du|ni|vi|oss|er|ditt"
    r"|fortsätter|fortsatte|pågår|pågick|återstår|\w{3,}erar(?= )"
    r"|[Uu]ndertecknad|som \w+(?:er|ar)|[Ll]ogotyp\w*|[Ll]ogga"
    r"|\w*(?:plan|planen|strategi|strategin|rapport|protokoll|redovisning|berättelse|policy|katalog)"
    r"|[Pp]rojekt\w*|EU-projekt\w*|[Ff]örstudie\w*|\w{3,}(?:(?<!rn)as|ats))\b"
)
_JOINS: Final = frozenset(
    {"i", "på", "för", "av", "om", "och", "till", "utan", "med", "in", "över", "mot"}
)
# An adjective or the like that a noun has to follow: `Kloka händer`, `Tätare tåg`.
_BEFORE_NOUN: Final = re.compile(r"\w+(?:a|are|t|e|ns|ts|fri|bar|ig|sk)")
_ENGLISH: Final = re.compile(r"of|for|in|on|with|the|to|from|and")
_MOST_WORDS: Final = 8
_MOST_NOUNS: Final = 2
_FEWEST_LETTERS: Final = 3
_SHORT: Final = 3
# Longer words in capitals are headings in capitals rather than abbreviations.
_LONGEST_SHORT: Final = 5


class Titles:
    """Lines of a document, by which names are told that begin like one."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._by_length: dict[int, set[str]] = {}
        for line in sorted(lines, key=len, reverse=True):
            self._by_length.setdefault(len(line), set()).add(line.casefold())

    def longest_at(self, text: str, start: int) -> int:
        """Return how long the longest line is that stands at a place of a text; 0 for none."""
        return next(
            (
                length
                for length, lines in self._by_length.items()
                if text[start : start + length].casefold() in lines
            ),
            0,
        )


def name_after(text: str, start: int, titles: Titles | None = None) -> Span | None:
    """Return the name of a project that begins at a place; None where no name does.

    A quoted name is what the marks hold. Of `titles`, lines of the document, the longest that
    stands here is the name. Else it ends where the text sets it off, or by its words.
    """
    if quoted := _QUOTED.match(text, start):
        return Span(*quoted.span("name"))
    first = text[start : start + 1]
    if not (first.isupper() or first.isdigit() or _SMALL_FIRST.match(text, start)):
        return None
    end = start + (titles.longest_at(text, start) if titles else 0)
    if end > start and not text[end : end + 1].isalnum():
        return Span(start, end)
    words = _words(text, start)
    end = max(name_end(text, start), _set_off(text, words), _with_noun(words), _foreign(words))
    name = text[start:end].rstrip(" ,.:;-")
    return Span(start, start + len(name)) if len(name) > 1 else None


def may_be_name(title: str) -> bool:
    """Tell whether a title, line or item may be a project's name, by its words."""
    words = title.split()
    if not 1 <= len(words) <= _MOST_WORDS + 2 or sum(map(str.isalpha, title)) < _FEWEST_LETTERS:
        return False
    if _PARTS.fullmatch(title.strip()) or _TIME.match(title) or sorts_projects(title):
        return False
    spoken = title.capitalize() if title.isupper() and len(title) > _LONGEST_SHORT else title
    return not (_NO_NAME.match(spoken) or _IN_SENTENCE.search(title) or holds_verb(title))


def sorts_projects(title: str) -> bool:
    """Tell whether a heading in a chapter of projects says how far those below it have come."""
    return _SORTED.fullmatch(title.strip(" :")) is not None


def holds_verb(title: str) -> bool:
    """Tell whether several words tell what happens: `Havsro resulterade i tystare vikar`."""
    words = title.split()
    told = (word.strip(",:") for word in words if word != "ur")  # `Värme ur avfall`
    return len(words) > _SHORT and any(map(_VERB.fullmatch, told))


def is_common(title: str) -> bool:
    """Tell whether words call something by its kind: `Konferensen i Luleå`."""
    return _COMMON.match(title) is not None


def _words(text: str, start: int) -> list[re.Match[str]]:
    """Return the words from a place on that single spaces divide, up to one that ends a name."""
    words: list[re.Match[str]] = []
    position = start
    while len(words) < _MOST_WORDS and (word := _WORD.match(text, position)):
        ended = word[0] == "-" or _VERB.fullmatch(word[0]) or _WHICH.match(text, position)
        about = len(words) > 1 and word[0] == "om"
        if words and (ended or about):
            break
        words.append(word)
        position = word.end() + 1
        if text[word.end() : position] != " ":
            break
    return words


def _set_off(text: str, words: list[re.Match[str]]) -> int:
    """Return where the words end if the text sets them off as a whole, else 0."""
    if not words:
        return 0
    start, end = words[0].start(), words[-1].end()
    inner = [w[0] for w in words[1:] if w[0].islower()]
    if any(FUNCTION_WORD.fullmatch(word) and word not in _JOINS for word in inner):
        return 0
    if words[-1][0] in _JOINS:
        return 0
    if _CLOSES.match(text, end) or (_is_told(text, end) and not _INSIDE.search(text, start, end)):
        return end
    plain = not inner or len(inner) == len(words) - 1
    plain = plain and len(inner) <= _MOST_NOUNS and not any(map(FUNCTION_WORD.fullmatch, inner))
    return end if plain and _STOPS.match(text, end) else 0


def _is_told(text: str, end: int) -> bool:
    """Tell whether what stands behind a name begins to tell of it: `Solbruk i dalen ska visa`."""
    following = _WORD.match(text, end + 1) if text.startswith(" ", end) else None
    told = following and _VERB.fullmatch(following[0])
    return bool(told) or _WHICH.match(text, end + 1) is not None


def _foreign(words: list[re.Match[str]]) -> int:
    """Return where English words end: `Hydrogen for shipping`, a name with its preposition."""
    place = next((i for i, w in enumerate(words) if i and _ENGLISH.fullmatch(w[0])), 0)
    inner = words[1:place]
    told = 0 < place < len(words) - 1 and all(word[0][0].isupper() for word in inner)
    noun = words[place + 1][0] if told else ""
    follows = noun.isascii() and noun.islower() and not FUNCTION_WORD.fullmatch(noun)
    return words[place + 1].end() if noun and follows else 0


def _with_noun(words: list[re.Match[str]]) -> int:
    """Return where a first word ends together with the noun that it has to have."""
    if len(words) < 2 or not _BEFORE_NOUN.fullmatch(words[0][0]):
        return 0
    noun = words[1][0]
    follows = noun.isalpha() and noun.islower() and not FUNCTION_WORD.fullmatch(noun)
    return words[1].end() if follows else 0
