"""Projects that a text about several tells one a sentence, each set off by what it says of it.

`Störst är Havsro, som dämpar buller`, `LIFE betalar Isfri, en kurs för lotsar`, `I Ljus kaj prövas
lampor`, `Slutligen har Tyst vik, ett utbyte mellan hamnar, fått 90 000 euro från LIFE`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.projects.names import is_common, may_be_name
from pipeline.knowledge.telling import Telling, moved, spans_inside
from pipeline.knowledge.textflow import Block, BlockKind, Flow

_NAME: Final = (
    r"[\"”“»]?(?P<name>(?!(?:I|På|Vid|Efter|Inför|Från|Av|Ur|Genom|Inom|Via|De[nt]?|En|Ett|Sedan|När"
    r"|Där|Här|Vi|Vår|Våra) )[^\W_a-zåäö][\w&+’'-]*(?:\.\d)?"
    r"(?: (?!(?:är|var|har|hade|heter|hette|kallas|blev|får|fick|ska|projekt(?:et)?)\b)"
    r"[\w&+’'-]+(?:\.\d)?){0,5}?)[\"”“«]?"
)
# `Projektet Havsro`, `Störst är Havsro`, `Ett tredje exempel är Havsro`, `Det andra, Havsro`
_INTRODUCED: Final = (
    r"(?:(?:Projektet|Förstudien|Satsningen|Även|Också|Samt) )?"
    r"|(?:[^\W\d_a-zåäö][a-zåäö]*(?:ast|ärst|örst|yngst|inst|äldst|längst)|Sist|Först)"
    r"[^,.;:\d]{0,30}? (?:är|var|blev) "
    r"|(?:Ett|En|De[tn]) (?:ena|andra|annat|annan|första|tredje|fjärde|femte|sjätte|sista|nytt|ny"
    r"|nyaste|största|minsta|ytterligare|av (?:dem|dessa|projekten))[^,.;:\d]{0,30}?"
    r"(?:,| är| var| heter| hette| kallas) "
)
# `Slutligen har Havsro, …, fått`, `Till sist kommer Havsro, …`, `Sedan i våras pågår Havsro, …`
_TURNED: Final = (
    r"(?:Slutligen|Till sist|Till slut|Dessutom|Därtill|Därutöver|Därefter|Vidare|Härtill|Sedan|Nu"
    r"|Samtidigt|I (?:år|fjol|höstas|våras)|Under året|Utöver de[nmt]\w*|Vid sidan av de[nmt]\w*)"
    r"(?: [a-zåäö]+)? "
    r"(?:har|hade|får|fick|är|var|pågår|pågick|finns|fanns|kommer|drivs|drevs|leds|genomförs"
    r"|start(?:ar|ade)|avsluta(?:s|des)|stöds|finansieras|(?:leder|driver|deltar|medverkar) "
    r"(?:[a-zåäö]+)(?: i)?)(?: (?:även|också|nu|sedan tidigare))? "
)
# `Almviks hamn leder Havsro, ett försök`, `Hamnen söker fler kommuner till Havsro, larm för`
_LED: Final = (
    r"[^.;:]{2,60}? (?:leder|driver|samordnar|koordinerar|äger|startade|startar|avslutade"
    r"|(?:deltar|medverkar|ingår|är (?:även |också )?(?:partner|part|med)) i"
    r"|(?:sa|sade|säger) ja till|söker [^.,;:]{3,40} till) "
)
_IN: Final = r"(?:I|Inom|Genom|Via|Med) "
# Behind a funder that begins a sentence: `LIFE betalar `, `Ur LIFE har `, `Ur LIFE kommer … till `
_GIVES: Final = (
    r" (?:har|hade|betala[rd]?e?|bekosta[rd]?e?|finansiera[rd]?e?|stöd(?:er|jer|de|jde)"
    r"|bevilja[rd]?e?|ger|gav|får|fick|kommer|kom|går|gick|st(?:år|od) för)\b[^.;:A-ZÅÄÖ]{0,80}? "
)
_FROM: Final = (
    r"(?:(?:Ur|Från|Av|Genom|Med (?:stöd|medel|pengar|hjälp) (?:av|från|ur)) )?(?:[a-zåäö]+ ){0,2}"
)
_PAID: Final = (
    r"(?:har|hade|haft|får|fick|fått|är|var|ska|stöd\w*|finansier\w*|betala\w*|bekosta\w*"
    r"|bevilja\w*|led[sd]\w*|lett|driv\w*|drev\w*|sök\w*|kosta\w*|avsluta\w*|starta\w*|påbörja\w*"
    r"|pågå\w*|pågick|inled\w*|hör|tillhör\w*|avslog\w*|samordna\w*|koordinera\w*|ägs|bedrivs)\b"
)
_MEANS: Final = r"(?:stöd|medel|pengar|bidrag|hjälp)"
# What ends that which is told of a name.
_ENDS: Final = (
    rf"(?=,? (?:och|samt|men) (?:som )?{_PAID}"
    rf"|, (?:som|vilke[nt]|ur|från|genom|(?:för|till|från) vilk\w+|inom (?=[A-ZÅÄÖ])|{_PAID}) "
    rf"|, (?:\d|med (?:\d|{_MEANS}))|,? med {_MEANS} (?:av|från|ur|genom)\b|[.;:]|$)"
)
# What is done, and so described without its article: `ett försök med`, `en utbildning av`
_UNDERTAKING: Final = (
    r"(?:(?:en|ett) (?=(?:[a-zåäö]+ )?[\w-]*(?:försök|utbyte|utbildning|studi[ea]|kurs|insamling"
    r"|samarbete|satsning|utredning|kartläggning|inventering|skola|läger|test)\b))?"
)
# `ett projekt om`: what kind of thing it is, and elsewhere read.
_NO_PROJECT: Final = r"(?!(?:[a-zåäö-]+ ){0,4}[\w-]*(?:projekt|förstudie)\b)"
_TOLD: Final = (
    # `, som dämpar buller`, `, om tystare vikar`, `, i vilket lotsar lär sig`
    r"(?:,|[\"”“«],?) (?:som (?![^.,;:()]{2,60} (?:stöd(?:er|jer|de)|betala|bekosta|led(?:er|de)))"
    rf"(?!{_PAID})|om |kring |(?:i|inom|genom) vilk[ea][nt]? |vari |där )"
    rf"(?P<clause>[a-zåäö][^.;:()\n]{{4,160}}?){_ENDS}",
    # `, ett försök med värmelager`, `, larm för oljespill`
    rf"(?:,|[\"”“«],?) {_UNDERTAKING}"
    rf"(?P<apposed>{_NO_PROJECT}"
    r"(?!(?:som|där|och|samt|med|vilke\w+|i|på|av|till|från|för|om|kring|vid|inom|genom"
    r"|under|både|även|bland|men|eller|när|då|efter|har|hade|ska|är|var|den|det|de|dels|vari"
    r"|får|fick|kan|\w+ade|\w{3,}(?:ar|er)s?)\b|\w+are [a-zåäö]+s\b)"
    rf"(?:[a-zåäö]|[A-ZÅÄÖ\d]{{2,}}-[a-zåäö])[^.;:()\n]{{4,120}}?){_ENDS}",
    # `; det är en studie av tystare vikar`, ` är en insamling av nät`
    rf"(?:[;,] de[tn] (?:är|var)| är| var) (?:en|ett) "
    rf"(?P<kind>{_NO_PROJECT}[a-zåäö][^.;:()\n]{{4,160}}?){_ENDS}",
)
# `I Havsro prövas tystare båtar`, `I Havsro, med stöd av LIFE, prövas tystare båtar`
_INSIDE: Final = (
    r"(?:, [^,.;:()\n]{5,80},)? [a-zåäö]{3,}(?<!n)s "
    rf"(?P<done>(?!av\b)[^.;:()\n]{{4,160}}?){_ENDS}"
)
_FORMS: Final = tuple(
    re.compile(rf"(?:{lead}){_NAME}{told}")
    for lead, tellings in (
        (_INTRODUCED, _TOLD),
        (_TURNED, _TOLD[:2]),
        (_LED, _TOLD[:2]),
        (_IN, (_INSIDE, _TOLD[1])),
    )
    for told in tellings
)
_GIVEN: Final = tuple(re.compile(_GIVES + _NAME + told) for told in _TOLD[:2])
_GROUPS: Final = ("clause", "apposed", "kind", "done")
_SENTENCE: Final = re.compile(r"(?<=[.!?]) (?=[^\W_a-zåäö])")
_ABOUT: Final = re.compile(
    r"projekt(?!led|medel|bidrag|kontor|stöd|ekonom|personal)", re.IGNORECASE
)
_OF_MONEY: Final = re.compile(
    r"\b(?:stöd|medel|pengar|bidr[ao]|finansi|bekosta|betala|bevilja)"
    r"|\d ?(?:tkr|mkr|mnkr|kr|miljon\w*|kronor|euro|ecu)\b",
    re.IGNORECASE,
)
_TO_PAYER: Final = re.compile(r",? (?:inom|ur|från|via|genom|i|av) (?:[a-zåäö]+ )?$|[ ,–-]+$")
# A small word before a capital that is no preposition: the name begins later.
_RUNS_ON: Final = re.compile(
    r" (?!(?:i|på|för|av|om|och|till|utan|med|in|över|mot|vid|från|mellan|under|the|of|for|in|and"
    r"|to|on)\b)[a-zåäö]+ [A-ZÅÄÖ]"
)
# `Händer som talar`: of a name that its sentence sets off, a clause is part.
_WHICH: Final = re.compile(r" som [a-zåäö]+(?: [a-zåäö]+)?$")
# A noun that any text about projects uses, in its definite form: `Kontoret, som`
_NOUN: Final = re.compile(
    r"\w*(?:projekt|arbet|kontor|region|kommun|landsting|förbund|partnerskap|samarbet|stöd|medl"
    r"|pengar|satsning|insats|verksamhet|resultat|konferens|program|fond|nätverk|förening|bolag"
    r"|universitet|högskola?|musei?|bidrag|budget|ansök(?:ning|a)|beslut|styrelse|kommittén?|råd"
    r"|grupp|rapport|studi|kostnad|finansiering|plan|strategi|part(?:ner)?|länsstyrelse|enhet"
    r"|avdelning|nämnd|utskott|chef|ledare|handläggare|samordnare|strateg|utredare)"
    r"(?:e?n|e?t|a|na|erna|arna|or|orna|er|ar)?",
    re.IGNORECASE,
)


def projects_in_turn(
    flow: Flow, known: Mapping[int, int], funders: Sequence[Span]
) -> Iterator[Telling]:
    """Yield the projects that sentences below a heading or words about projects tell.

    Each sentence tells of money or names who pays. `known` is where names of other things begin
    and end, places among them; `funders` are in order.
    """
    headed = False
    for block in flow.blocks:
        if block.kind is BlockKind.HEADING:
            headed = _ABOUT.search(block.text) is not None
        elif block.kind is BlockKind.TEXT and (headed or _ABOUT.search(block.text)):
            yield from _of_block(block, known, funders)


def _of_block(block: Block, known: Mapping[int, int], funders: Sequence[Span]) -> Iterator[Telling]:
    ends = [match.start() for match in _SENTENCE.finditer(block.text)]
    for start, end in zip([0, *(end + 1 for end in ends)], [*ends, len(block.text)], strict=True):
        sentence = Span(block.start + start, block.start + end)
        paying = spans_inside(funders, sentence)
        if not (paying or _OF_MONEY.search(block.text, start, end)):
            continue
        match = _match(block, Span(start, end), [moved(one, -block.start) for one in paying])
        name = moved(Span(*match.span("name")), block.start) if match else None
        if match is None or name is None or not _is_free(name, known, match["name"], block.text):
            continue
        group = next(group for group in _GROUPS if match.groupdict().get(group))
        behind = (one for one in paying if one.start >= name.end)
        payer = next(behind, next(iter(paying), None))
        told = moved(Span(*match.span(group)), block.start)
        yield Telling(name, Span(name.start, name.start), _up_to(block, told, paying), payer)


def _up_to(block: Block, told: Span, paying: Sequence[Span]) -> Span:
    """Return what is told of a name up to who pays: `lokal mat, Leader`."""
    end = next((one.start for one in paying if told.start < one.start < told.end), None)
    if end is None:
        return told
    kept = _TO_PAYER.sub("", block.text[told.start - block.start : end - block.start])
    return Span(told.start, told.start + len(kept))


def _match(block: Block, span: Span, paying: Sequence[Span]) -> re.Match[str] | None:
    """Return how a sentence of a block tells of a project; None where it tells of none."""
    text = block.text
    first = next(iter(paying), None)
    if first and re.fullmatch(_FROM, text[span.start : first.start]):
        found = (form.match(text, first.end, span.end) for form in _GIVEN)
        if given := next(filter(None, found), None):
            return given
    found = (form.match(text, span.start, span.end) for form in _FORMS)
    return next((match for match in found if match and _called(match["name"])), None)


def _called(name: str) -> bool:
    plain = _WHICH.sub("", name)
    named = may_be_name(plain) and not is_common(plain) and not _NOUN.fullmatch(plain)
    return named and not _RUNS_ON.search(name)


def _is_free(name: Span, known: Mapping[int, int], called: str, text: str) -> bool:
    """Tell whether a name is of nothing else: known otherwise, or a noun that the text uses."""
    whole = known.get(name.start, 0) >= name.end
    over = any(known.get(place, 0) > name.end for place in range(name.start, name.end))
    noun = " " not in called and re.search(rf"\b{re.escape(called.lower())}\b", text)
    return _called(called) and not whole and not over and not noun
