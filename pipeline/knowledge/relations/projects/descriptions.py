"""What a sentence says that a project is about: `syftar till att …`, `är ett samarbete om …`."""

import re
from typing import Final

_KIND: Final = r"[\w+-]*(?:projekt|förstudie|samarbete|satsning|initiativ|samverkan)"
# What leads from a project to what it is about.
_AIMS: Final = (
    r"(?:handlar (?:\w+ )?om|går ut på|syftar (?:\w+ )?till|gick ut på|syftade till|handlade om"
    r"|(?:har|hade) (?:som|till) (?:\w+ )?(?:syfte|mål|uppgift|ambition|målsättning)"
    r"|(?:är|var) inriktat på|fokuserar (?:\w+ )?på|fokuserade på)(?: att)?"
)
_SHALL: Final = (
    r"(?:avser|gäller|(?:undersöker|utreder|kartlägger|studerar|prövar|testar)(?= (?:hur|om|vad"
    r"|vilk))"
    r"|arbetar (?:för|med)|verkar för|vill|(?:ska|skall|skulle)"
    r"(?! (?:\w+ )?(?:pågå|avslutas|starta|inledas|påbörjas|genomföras|finansieras|ledas|drivas"
    r"|vara|ha|kosta|omsätta|utvärderas|redovisas|slutredovisas|fortsätta|samordnas|vi|man)\b))"
    r"(?: att)?"
)
_PURPOSE: Final = (
    r"(?:(?:[Hh]uvud)?(?:[Ss]yfte|[Mm]ål)(?:t|n|et|en)?|[Mm]ålsättning(?:en)?|[Aa]vsikten?"
    r"|[Aa]mbition(?:en)?|[Tt]anken|[Ii]dén|[Uu]ppgiften)"
)
_AND_MORE: Final = rf"(?:(?: och|,) (?:\w+ )?{_PURPOSE})?"
_ABOUT: Final = r"(?P<about>\S.{4,300})"
# What may stand between a name and its predicate: `"Havsro" (HR) 2019–2021, som`
_ASIDE: Final = (
    r"[\"”»]?(?: \([^()\n]*\))?(?: (?:19|20)\d\d(?: ?[–—-]+ ?(?:19|20)\d\d)?)?,?(?: som)?"
)
# `projektet Havsro om tystare vikar`
_DIRECT: Final = re.compile(
    rf"{_ASIDE.removesuffix('(?: som)?')}(?: inom [A-ZÅÄÖ][\w+ -]*)? (?:om|kring"
    rf"|för(?! att\b)) (?!\d)(?!att\b){_ABOUT}"
)
_PAID_ASIDE: Final = re.compile(r", som (?:finansieras|stöds|leds|drivs) [^,.;]{3,80},(?= är )")
_INSIDE: Final = re.compile(
    r"^[\"”»]?(?: \([^()\n]*\))? (?:inom|i) [A-ZÅÄÖ][\w+-]*(?: [A-ZÅÄÖ\d][\w+-]*)*(?= )"
)
_AIMS_AT: Final = re.compile(rf"{_ASIDE} (?:{_AIMS}|{_SHALL}) {_ABOUT}")
# `är ett samarbete om dricksvatten`: the whole tells more than its end.
_IS_A: Final = re.compile(
    rf"{_ASIDE} (?:är|var) (?P<about>(?:ett|en) (?:[\w+-]+ ){{0,4}}?(?P<kind>{_KIND})\b.{{4,300}})"
)
# `är ett projekt om dricksvatten`: what a project is a project about.
_OF_KIND: Final = re.compile(
    rf"(?:ett|en) (?:[\w+-]+ ){{0,4}}?{_KIND}(?:(?: [^,.;]{{3,60}})?,?"
    rf" (?:som (?:{_AIMS}|{_SHALL}|(?=\w+(?:ar|er)\b))|för att|där (?=\w))(?: att)?"
    rf"|(?: [^.;]{{3,160}}?)? (?:med|i) {_PURPOSE}(?: att)?) {_ABOUT}"
)
_PROJECT_ABOUT: Final = re.compile(
    r"(?:ett|en) (?:[\w+-]+ ){0,4}?[\w+-]*(?:projekt|satsning) (?:om|kring|för|på)"
    rf" {_ABOUT}"
)
_APPOSED: Final = re.compile(rf"{_ASIDE},? {_PROJECT_ABOUT.pattern}")
# What kind of project it is says not what it is about: `ett LIFE-projekt`.
_ONLY_KIND: Final = re.compile(r"(?:ett|en) (?:[\w+-]+ ){0,2}?[\w+-]*(?:projekt|förstudie)")
# Who works together, not what at.
_BETWEEN: Final = re.compile(
    rf"(?:ett|en) (?:[\w+-]+ ){{0,4}}?{_KIND} (?:mellan|med)"
    r" (?!.* (?:om|kring|för|på) (?![A-ZÅÄÖ]))"
)
# `Syftet med Havsro`, before the name; `är att …`, behind it
_AIM_OF: Final = re.compile(
    rf"\b{_PURPOSE}{_AND_MORE} (?:med|för|i)"
    r" (?:[\w+-]*(?:projektet|förstudien|satsningen) )?[\"”“»]?$"
)
_IS_TO: Final = re.compile(rf"[\"”“]? (?:är|var)(?: att)? {_ABOUT}")
_LATER: Final = re.compile(
    rf"\b(?:{_AIMS}|(?:och|som) (?:avser|gäller)|(?:med|i) (?:det \w+ "
    rf"|som )?{_PURPOSE}(?: att)?) {_ABOUT}"
)
# `Varm kaj (LIFE), där spillvärme värmer hamnen`
_WHERE: Final = re.compile(
    rf"{_ASIDE.removesuffix('(?: som)?')},? där (?!vi\b|man\b|de\b)"
    rf"(?![^.;]*\b(?:deltar|medverkar|ingår|samarbetar|partner|är med)\b){_ABOUT}"
)
_HAS_BEEN: Final = re.compile(rf",? (?:har|hade) {_PURPOSE} varit(?: att)? {_ABOUT}")
_FOR: Final = re.compile(rf"{_ASIDE}(?: vid)? för att {_ABOUT}")
_WE_WORK: Final = re.compile(rf"[^.;]{{0,40}}? arbetar \w+ (?:för|med) (?:att )?{_ABOUT}")
_TOGETHER: Final = re.compile(
    r"\b(?:samarbetar|samverkar|arbetar|sker (?:samverkan|samarbete))\b"
    rf".{{0,160}}? för att {_ABOUT}"
)
# What a project does: any verb, but those that tell of its time, money and people.
_DOING: Final = (
    r"(?!(?:har|var|under|efter|över|eller|per|startar|slutar|börjar|avslutar|löper|omfattar|kostar"
    r"|omsätter|omsluter|disponerar|söker|deltar|medverkar|kommer|fortsätter|behöver|väntar|ligger"
    r"|bygger (?:på|vidare)|heter|innehåller|saknar|kräver|räknar|planerar|hoppas|leder|driver|äger"
    r"|samordnar|redovisar|rapporterar|finansierar|betalar|beviljar|motsvarar|fungerar|sträcker"
    r"|följer|resulterar|planer|parter|partner)\b)(?:[a-zåäö]+(?:ar|er)|gör|når)"
)
# `Havsro erbjuder lugna vikar för sjöfågel`; `Projektet erbjuder`, below the name
_DOES: Final = re.compile(rf"{_ASIDE} (?P<about>{_DOING} .{{4,300}})")
_IT_DOES: Final = re.compile(
    r"(?:Projektet|Förstudien|Satsningen|Pilotprojektet|(?:EU|ESF|Interreg)-projektet)"
    rf" (?P<about>{_DOING} .{{4,300}})"
)
# `Det vill projektet Havsro ändra på genom att dämpa bullret`
_BY_DOING: Final = re.compile(rf"[^.,;]{{0,40}} genom att {_ABOUT}")
_LEADING: Final = re.compile(rf"(?:som )?(?:{_AIMS}|{_SHALL}) {_ABOUT}$")
_SUBJECT: Final = re.compile(
    r"^(?:som |om |kring |(?:i|inom|genom) vilk(?:et|en|a) |vari |Projektet (?=[a-zåäö]{3,} ))"
)
_ABOVE_ALL: Final = r"(?:,? (?:bland annat|bl\. ?a\.|främst|framför allt|i första hand),?)?"
_IT: Final = (
    r"(?:Det|Den|Projektet|Förstudien|Satsningen|Samarbetet|Pilotprojektet|Initiativet"
    r"|(?:EU|ESF|Interreg)-projektet)"
)
_OF_IT: Final = (
    re.compile(rf"{_IT}(?:, som| är (?:ett|en) [^.]{{3,60}}? som)? (?:{_AIMS}|{_SHALL}) {_ABOUT}"),
    re.compile(
        rf"(?:Projektets|Förstudiens|Satsningens|Det|Dess) (?:[\w-]+ ){{0,2}}?{_PURPOSE}{_AND_MORE}"
        rf"(?: med \w+)? (?:är|var|har varit)(?: (?:under|inom|i) [\w ]{{3,30}}(?= att))?"
        rf"{_ABOVE_ALL} (?:att )?{_ABOUT}"
    ),
    re.compile(
        rf"{_PURPOSE}{_AND_MORE}(?: (?:med|i|för) (?:projektet|förstudien|satsningen|samarbetet))?"
        rf" (?:är|var|har varit){_ABOVE_ALL} (?:att )?{_ABOUT}"
    ),
    re.compile(rf"(?:Projektets|Förstudiens) fokus (?:är|ligger på) (?:att )?{_ABOUT}"),
    re.compile(rf"Med {_PURPOSE} att {_ABOUT}"),
    re.compile(
        r"(?:I|Inom|Genom) (?:projektet|förstudien|detta projekt)"
        r" (?:vill|ska|skall) [^.;]{0,60}?(?:samverka|samarbeta)\b[^.;]{0,90}?"
        rf" för att {_ABOUT}"
    ),
    re.compile(
        r"(?:I|Inom|Genom) (?:projektet|förstudien|detta projekt) (?:vill|ska|skall) (?:vi )?"
        rf"(?!det\b){_ABOUT}"
    ),
    re.compile(
        rf"{_IT} (?:drivs|leds|stöds|finansieras|kostar|omfattar|pågår|startade|genomförs"
        rf"|beviljas)\b"
        rf"[^.;]{{3,90}}? och (?:{_AIMS}|{_SHALL}) {_ABOUT}"
    ),
    re.compile(rf"{_IT} (?:ägs|drivs|leds) av [^.;]{{3,90}}? som vill {_ABOUT}"),
    # `har fått projektmedel från fonden för att …`
    re.compile(
        r"[^.;]{2,80}? (?:fått|beviljats|sökt|får|fick) [\w-]*(?:medel|stöd|bidrag|finansiering)\b"
        rf"[^.;,]{{0,60}}? för att {_ABOUT}"
    ),
    # `driver ett projekt som ska …`
    re.compile(
        rf"[^.;]*\b(?:(?:ett|en) (?:[\w+-]+ ){{0,4}}?[\w+-]*(?:projekt|förstudie)|projektet)"
        rf"(?: [^,.;]{{3,60}}?)?,? (?:som (?:{_AIMS}|{_SHALL})|för att) {_ABOUT}"
    ),
)
# A heading that the line after it has run into: `Syfte och mål Projektet ska …`
_PART: Final = re.compile(
    r"^(?:Syfte(?: och mål)?|Mål(?: och syfte)?|Bakgrund) (?=Projekt|Förstudie|Syfte|Mål)"
)
# An aim beside the main one, told elsewhere.
_BESIDE: Final = re.compile(r"(?:även|också|dessutom|därutöver)\b")
_ADVERB: Final = re.compile(
    r"^(?:(?:bland annat|bl\. ?a\.|främst|framför allt|i första hand) (?:att )?"
    # `ansöka om ett projekt som ska …`
    r"|(?:ansöka om|driva|starta|genomföra) (?:ett|en) (?:\w+ )?[\w-]*(?:projekt|förstudie)"
    r" (?:som (?:ska|syftar till)|för)(?: att)? )"
)
# What ends a description: a stop, and what is told of funder, lead and time.
_TAIL: Final = re.compile(
    r"(?:,? som (?:är|var) ett [\w-]*projekt\b"
    r"|(?:,|,? (?:och|som|samt)) (?:det )?(?:(?:med)?finansieras|stöds|bekostas|betalas|leds"
    r"|drivs|pågår|löper|kostar"
    r"|genomförs|startade?|avsluta\w+|(?:har |ska )?(?:fått|få|får|fick|bevilja\w+|sökt|söker) )"
    r"|,? (?:och|som) (?:är|blir) (?:med)?finansiera[td]|,? och (?:syftet|målet) (?:är|var)\b"
    r"| (?:(?:med)?finansiera[sd]\w*|stöds|stöddes|bekostas|betalas"
    r"|har (?:fått|beviljats|sökt)|beviljades|får (?:stöd|medel)|fick (?:stöd|medel|ja))\b"
    r"|,? med (?:stöd|medel|finansiering) (?:av|från|ur)|,? (?:inom|från|via) (?=Interreg"
    r"|L(?:IFE|ife\b)|Hori[sz]on|Erasmus|EU|Europeiska|E[SR]U?F\b"
    r"|Leader|LEADER|U(?:RBACT|rbact)|Kreativa Europa|Nordplus|Vinnova|Svenska institutet)"
    r"|,? (?:och )?som [A-ZÅÄÖ][^.;,]{2,60}? (?:betalar|bekostar|finansierar|stöder|stödjer)\b"
    r"|,? och (?:har (?:[\w-]+ )?(?:part|delta|samarbets|budget)\w*|(?:finns|deltar) )"
    r"| [–—] (?:en|ett|som|där|vilket|något)\b|, (?:något som|vilket)\b).*$"
    r"| (?:genom att )?\(1\) .*$"
    r"|[;!?].*$|[.,]? ?$"
)
# `den omställning som pågår`: a clause that says which one ends nothing.
_DETERMINED: Final = re.compile(r"\b(?:den|det|de|dem) (?:\w+ )?\w+$")


def said_around_name(before: str, rest: str) -> str | None:
    """Return the description in a sentence that names its project, by what stands around."""
    rest = _INSIDE.sub("", _PAID_ASIDE.sub("", rest.rstrip(), count=1), count=1)
    if _AIM_OF.search(before) and (match := _IS_TO.match(rest)):
        return ended(match["about"])
    if match := _IS_A.match(rest):
        inner = _OF_KIND.match(match["about"]) or _PROJECT_ABOUT.match(match["about"])
        only_who = inner is None and _BETWEEN.match(match["about"])
        told = ended((inner or match)["about"])
        return None if only_who or _ONLY_KIND.fullmatch(told) else told
    match = (
        _DIRECT.match(rest)
        or _AIMS_AT.match(rest)
        or _APPOSED.match(rest)
        or _HAS_BEEN.match(rest)
        or _LATER.search(rest)
        or _TOGETHER.search(rest)
        or _WHERE.match(rest)
        or _FOR.match(rest)
    )
    match = match or _WE_WORK.match(rest) or _BY_DOING.match(rest)
    return ended(match["about"]) if match else None


def said_to_do(rest: str) -> str | None:
    """Return what a sentence says that the project does that it names, by what stands behind."""
    match = _DOES.match(rest)
    return ended(match["about"]) if match else None


def said_that_it_does(sentence: str) -> str | None:
    """Return what a sentence says that `the project` does, which it does not name."""
    match = _IT_DOES.match(sentence.strip())
    return ended(match["about"]) if match else None


def said_of_it(sentence: str) -> str | None:
    """Return the description in a sentence about `the project`, which it does not name."""
    sentence = _PART.sub("", sentence.strip(), count=1)
    matches = (pattern.match(sentence) for pattern in _OF_IT)
    match = next(filter(None, matches), None)
    return ended(match["about"]) if match and not _BESIDE.match(match["about"]) else None


def bared(text: str) -> str:
    """Return a description in an entry without the words that lead to it: `verkar för att …`."""
    match = _LEADING.match(text) or _OF_KIND.match(text) or _PROJECT_ABOUT.match(text)
    return match["about"] if match else _SUBJECT.sub("", text)


def ended(text: str) -> str:
    """Return a description without what its sentence tells besides."""
    tail = _TAIL.search(text)
    while tail and tail[0].startswith(" som ") and _DETERMINED.search(text, 0, tail.start()):
        tail = _TAIL.search(text, tail.start() + 1)
    return _ADVERB.sub("", text[: tail.start() if tail else None].strip(" ,."), count=1)
