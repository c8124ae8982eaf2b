"""How far a name reaches that begins at a capital: grammar of Swedish and English names."""

import re
from typing import Final

from pipeline.knowledge.entities.paper_words import PAPER_WORD

_WORD: Final = re.compile(r"[\w&][\w'’&+.–-]*[\w+]|[\w&]")
ENGLISH_LINKS: Final = frozenset({"of", "the", "for", "and", "in", "on"})
"""Small words inside English names."""

_LINKS: Final = ENGLISH_LINKS | {"&", "för", "av", "de", "du"}
# What names of several words begin with, the noun in lower case: `Ljusa städer`,
# `Kustens kök`, `Tre kuster`, `Östersjöhamnarnas förbund`.
_ATTRIBUTE: Final = re.compile(
    r"(?:\w+(?:[^n]ska|[^n]skt|ligt|ellt|iga|ella|bara|ande|ala|usa|öna|omma|yga|arka|ella|ima|iva|osa|fria|rika)"
    r"|\w{3,}(?:ens|ets|arnas|ornas|ernas|nas|ers|ors|ares|ars)"
    r"|Blå|Grå|Grön[at]?|Röda|Vita|Svarta|Nya|Ny|Nytt|Stora|Små|Öppna|Friska|Starka|Kalla|Varma"
    r"|Rena|Ren|Trygga|Unga|Gamla|Lilla|Fria|Hela|Goda|God|Smarta|Smart|Säkra|Tysta|Vilda"
    r"|Två|Tre|Fyra|Fem|Sex|Sju|Åtta|Nio|Tio|Alla|Fler|Mer|Bättre)"
)
# A noun that says what it is about: `Nätverket för gränslös sjukvård`.
_HEAD: Final = re.compile(
    r"\w*(?:nätverk(?:et)?|föreningen|råd(?:et)?|forum|allians(?:en)?|förbund(?:et)?|kommittén?"
    r"|union(?:en)?|samarbetet?|partnerskap(?:et)?|plattform(?:en)?|organisation(?:en)?|centrum"
    r"|konferensen|gruppen)",
    re.IGNORECASE,
)
# What a network has and is not: `Kvarkenrådets styrelse`.
_OF_ONE: Final = re.compile(
    r"\w*(?:styrelse|grupp|församling|utskott|presidium|årsmöte|stämma|konferens|ordförande"
    r"|sekretariat|kansli|medlem|medlemmar|ledamot|ledamöter|kontor|arbete|strategi|ledning)"
)
# The same behind a name in the genitive.
_OWN: Final = re.compile(rf" (?:[a-zåäö]+[ae] )?{_OF_ONE.pattern}\b")
_ENDS_IN_S: Final = re.compile(
    r"(?:[Aa]llians|[Kk]onferens|[Kk]rets|[Hh]us|[Cc]ampus|ss"
    r"|\b\w+(?:ies|ions|ports?|towns|areas|islands|partners|works|networks|states|lands|rivers))$"
    r"|\b(?:of|and|for|the) "
)
FUNCTION_WORD: Final = re.compile(
    r"(?:och|samt|eller|men|att|som|där|när|då|så|i|på|med|till|från|vid|under|inom|genom|över|efter"
    r"|för|av|om|mot|utan|hos|mellan|sedan|är|var|har|hade|kan|ska|skall|vill|blir|blev|får|fick|gör"
    r"|sitter|ingår|deltar|leder|leds|heter|finns|bildades|startade|grundades|arbetar|samlar|verkar"
    r"|den|det|de|en|ett|vi|inte|också|även|redan|år|nu|sin|sitt|sina|dess|deras|via|samlas|består"
    r"|antogs|öppnade|består|utgör|utser|utsågs|valdes|företräds|representeras|möts|hölls|hålls"
    r"|anordnar|arrangerar|ordnar|kostar|upphör|drivs|driver|finansierar|stöder|stödjer|ger|ligger|kommer|leddes|blivit|varit|tillsammans|bland|enligt)"
)
"""Words of Swedish that no name goes on with."""

# A number in a name, such as `2.0`; a year behind a name is none.
_NUMBER: Final = re.compile(r"(?!(?:19|20)\d\d$)\d[\d.+]*")
SUM: Final = (
    r"(?:(?!(?:19|20)\d\d\b)\d{4,}\b|\d{1,3}(?:\s\d{3})+\b|\d+,\d"
    r"|\d[\d.]*\s?(?:[tkm]?kr\b|SEK|EUR|euro|kronor|miljon|tusen|€|%))"
)
"""A number behind a name that is a sum and no part of it: `Kustrådet 45 000`, `1,2 mkr`."""

_SUM: Final = re.compile(SUM)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
# What may end a name that never stands without it: a year, a place, what it is about.
_REST: Final = re.compile(r" (?:(?:19|20)\d\d\b|(?:i|utan|för) (?:[^\W\d_]+ och )?[^\W\d_][\w-]+)")
_SECOND: Final = re.compile(r" (?:(?:och|&|i|på) [^\W\d_a-zåäö]|och [a-zåäö])[\w-]+")
INNER: Final = frozenset({"för", "och", "i", "av", "på", "om", "med"})
"""Small words that a Swedish name may hold."""

# Whom a sentence is about, right before its verb: `Energy Cities Förbundet är medlem`.
_SUBJECT: Final = re.compile(
    r"(?:Förbundet|Regionen|Kommunen|Landstinget|Staden|Föreningen|Nätverket|Kontoret|Rådet|Vi)"
)
_VERB: Final = re.compile(
    r"(?:är|har|var|blev|gick|ska|lämna(?:r|de)|betala(?:r|de)|besluta(?:r|de))"
)
_LONGEST: Final = 7

# What governs something stands right before its name: `Styrelsen Kustens energiforum`.
_BODY: Final = re.compile(
    r"(?:(?P<of_part>(?:Övervaknings|Styr|Program|Besluts|Förvaltnings|Urvals|Exekutiv)kommitt[ée])"
    r"|Styrelse|Styrgrupp|Ledningsgrupp|Arbetsgrupp|Presidi(?:um|et)|Årsmöte|Årsstämma|\w+församling)"
    r"(?:e?n|t)? (?=[^\W\d_a-zåäö])"
)


def behind_body(text: str, start: int) -> int | None:
    """Return where a name begins behind a body that stands right before it.

    None for a programme's committee, which is called by the area that it is for, as
    `Styrkommittén Norra Kusten` is, or by the programme, which is known.
    """
    body = _BODY.match(text, start)
    if body is None:
        return start
    return None if body["of_part"] else body.end()


def name_end(text: str, start: int) -> int:
    """Return where the name that begins at `start` ends, by its words alone."""
    words = _words(text, start)
    if not words:
        return start
    end = words[0].end()
    index = 1
    while index < len(words):
        step = _step(words, index)
        if not step:
            break
        index += step
        end = words[index - 1].end()
    rest = _REST.match(text, end) or (_SECOND.match(text, end) if index > 1 else None)
    return _with_rest(text, start, end, rest)


def _is_of_name(name: str, rest: str, text: str) -> bool:
    """Tell whether a name never stands without its last words.

    Such as `Nätverket Ljusa nätter 2040`, `Grannkommuner i samverkan`.
    """
    times = text.count(name)
    return times > 1 and times == text.count(f"{name} {rest}")


def of_two_end(text: str, start: int, end: int) -> int:
    """Return where the name of a federation ends that never stands without its second place.

    Such as `Kommunförbundet Norrvik och Söderby`, `Kommunförbundet Tre i Väst`.
    """
    return _with_rest(text, start, end, _SECOND.match(text, end))


def _with_rest(text: str, start: int, end: int, rest: re.Match[str] | None) -> int:
    """Return where a name ends with what stands behind it, if it never stands without."""
    return rest.end() if rest and _is_of_name(text[start:end], rest[0][1:], text) else end


def nominative_end(text: str, start: int, end: int) -> int:
    """Return where a name ends without the genitive that stands before what is its own.

    `Vattenrådet Norra Åns styrgrupp` is the group of `Vattenrådet Norra Ån`; `Energy Cities`,
    `Havsallians` end so themselves.
    """
    name = text[start:end]
    own = name.endswith("s") and not _ENDS_IN_S.search(name) and _OWN.match(text, end)
    return end - 1 if own else end


def is_whole(name: str, text: str = "") -> bool:
    """Tell whether words that a text sets apart are a name and no clause."""
    first, *rest = name.split()
    inner = (word for word in rest[:-1] if word not in INNER)
    last = rest[-1] if rest else first
    outer = (first.lower(), last)
    return not any(FUNCTION_WORD.fullmatch(word) for word in (*inner, *outer)) and not (
        _YEAR.fullmatch(last) and not _is_of_name(name.removesuffix(f" {last}"), last, text)
    )


def _words(text: str, start: int) -> list[re.Match[str]]:
    """Return the words from a place on that single spaces divide, at most a name's worth."""
    words: list[re.Match[str]] = []
    position = start
    while len(words) < _LONGEST and (word := _WORD.match(text, position)):
        words.append(word)
        if text[word.end() : word.end() + 1] != " ":
            break
        position = word.end() + 1
    return words


def _step(words: list[re.Match[str]], index: int) -> int:
    """Return how many words from `index` on belong to the name, 0 if none."""
    word, before = words[index][0], words[index - 1][0]
    if index + 1 < len(words) and _SUBJECT.fullmatch(word) and _VERB.fullmatch(words[index + 1][0]):
        return 0  # where lines ran together, the next sentence
    if PAPER_WORD.fullmatch(word) or _SUM.match(words[index].string, words[index].start()):
        return 0
    if is_proper(word):
        return 1
    if word == "för" and _HEAD.fullmatch(before):
        return _about(words, index + 1)
    if word in _LINKS or (word == "och" and _is_of_two(words, index)):
        ahead = 2 if index + 1 < len(words) and words[index + 1][0] == "the" else 1
        proper = index + ahead < len(words) and is_proper(words[index + ahead][0])
        return ahead + 1 if proper else 0
    named = _ATTRIBUTE.fullmatch(before) and not FUNCTION_WORD.fullmatch(word)
    return 1 if named and word.isalpha() and not _OF_ONE.fullmatch(word) else 0


def _is_of_two(words: list[re.Match[str]], index: int) -> bool:
    """Tell whether a name is of two places: `Rådet för Dal och Älvsborg`, no more behind them."""
    if index < 3 or index + 1 >= len(words) or words[index - 2][0] != "för":
        return False
    single = index + 2 == len(words) or not is_proper(words[index + 2][0])
    return single and is_proper(words[index - 1][0]) and bool(_HEAD.fullmatch(words[index - 3][0]))


def _about(words: list[re.Match[str]], index: int) -> int:
    """Return how many words from `för` on tell what something is about, 0 if none."""
    count = 1
    for word in words[index:]:
        if FUNCTION_WORD.fullmatch(word[0]) or not word[0][0].isalpha():
            break
        count += 1
        if not re.search(r"(?:a|å|ande|bar|lig|sk|ell|al|iv|lös|full|s|gt|skt|llt)$", word[0]):
            break
    return count if count > 1 else 0


def is_proper(word: str) -> bool:
    """Tell whether a word is written as a name's: with a capital, or a number in it."""
    return word[0].isupper() or word == "&" or bool(_NUMBER.fullmatch(word))
