"""The component that learns a document's own abbreviations: `Euroregion Baltic (ERB)`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.entities.cues import CAPITALS, Candidate, add_found
from pipeline.knowledge.entities.names import names, set_names, span_of, text_of
from pipeline.knowledge.names import find_again
from pipeline.lexicon import name_key
from pipeline.model.rows import EntityType

_SHORT: Final = r"(?P<short>[^\W\d_a-zåäö][^\W_]{1,9})"
SO_CALLED: Final = (
    r"(?:i fortsättningen|fortsättningsvis|hädanefter|härefter|nedan|förkorta[dt]"
    r"|(?:här )?kalla[dt]|i dagligt tal|i vardagslag|till vardags)"
    r"(?: (?:kalla[dt]|benämn[dt]|förkorta[dt]|som))?"
)
"""What a text says before the name that it goes on with."""

_DEFINED: Final = Anchored(
    rf",? \({_SHORT}\)"
    rf"|(?: \(|, ){SO_CALLED} [\"”“]?(?P<called>[^\W\d_a-zåäö][^\W_]{{1,25}})\b"
    r"|, (?P<behind>[^\W\d_a-zåäö]{3,8})(?=[,.\n]|$)"
)
# `NSQ, förkortning för Northern Sea Quarters`, `NSQ (Northern Sea Quarters)`
_SHORT_FIRST: Final = Anchored(
    r"(?<![\w-])(?P<short>[^\W\d_a-zåäö]{3,8})"
    r"(?:,? \(?(?:som )?(?:är )?(?:en )?(?:förkortning(?:en)? (?:för|av)|står för|utläses)"
    rf"| [–-]|,| (?=\())\(? ?[\"”“»]?(?P<long>{CAPITALS})"
)
_LONG_BEFORE: Final = re.compile(
    r"(?:[^\W\d_a-zåäö][\w'’-]+)"
    r"(?:,? (?:of|the|for|and|in|on|för|och|av|i|&|[^\W\d_][\w'’-]+)){1,8}$"
)
_KINDS: Final[Mapping[str, EntityType]] = MappingProxyType(
    {
        "universitet": "organisation",
        "högskola": "organisation",
        "myndighet": "organisation",
        "rådet": "organisation",
        "university": "organisation",
        "fond": "fund",
        "fund": "fund",
        "program": "programme",
        "programme": "programme",
        "network": "network",
        "nätverk": "network",
        "association": "network",
        "union": "network",
        "council": "network",
        "commission": "network",
        "conference": "network",
        "forum": "network",
        "alliance": "network",
        "regions": "network",
        "regioner": "network",
        "kommuner": "network",
        "städer": "network",
        "cities": "network",
        "samarbete": "network",
        "euroregion": "network",
        "kommitté": "network",
        "platform": "network",
        "office": "network",
    }
)
_OF_NETWORK: Final = re.compile(
    r"\b(?:nätverk|samarbetsorgan|medlem|samarbete mellan|plattform|styrelse)", re.IGNORECASE
)
# How much may stand before a name that makes up a line, such as its number.
_NUMBERING: Final = 8
_BOUNDARY: Final = re.compile(r"\b")
_AFTER: Final = re.compile(r"(?=(?::s|s)?\b)")
_TYPES: Final = frozenset({"network", "programme", "fund", "organisation", "project", "plan"})


@Language.component("prickfri_abbreviations")
def learn_abbreviations(doc: Doc) -> Doc:
    """Add names defined with an abbreviation, and every place where the abbreviation stands."""
    known = names(doc)
    by_start = {span.start_char: span for span in known if span.label_ in _TYPES}
    by_end = {span.end_char: span for span in known if span.label_ in _TYPES}
    named_short = {span.text: span.kb_id_ for span in known}
    defined = _defined(doc, by_end, named_short)
    # `Havskustens samarbetsråd (i fortsättningen Havsrådet)`: by its form another's name
    known = [span for span in known if span.id_ != "shape" or span.text not in defined]
    for short, span in _short_first(doc, by_start).items():
        if named_short.get(short, span.kb_id_) == span.kb_id_:
            defined.setdefault(short, span)
    for short, span in _initialisms(doc, known, named_short).items():
        defined.setdefault(short, span)
    shown = [span for span in known if not _is_part(span, defined.values())]
    set_names(doc, [*shown, *defined.values(), *_uses(doc, defined)])
    return doc


def _is_part(span: Span, defined: Iterable[Span]) -> bool:
    """Tell whether a name is but a part of one defined: `Klimatalliansen för norra Norden`."""
    return any(
        one.start <= span.start and span.end <= one.end and len(span) < len(one) for one in defined
    )


def _defined(doc: Doc, by_end: Mapping[int, Span], taken: Mapping[str, str]) -> dict[str, Span]:
    """Return the short names that stand behind what they are short for, and what that is."""
    by_form = {span.text for span in by_end.values() if span.id_ == "shape"}
    defined: dict[str, Span] = {}
    for match in _DEFINED.finditer(text_of(doc)):
        short = match["short"] or match["called"] or match["behind"]
        told = match["called"] is not None
        span = by_end.get(match.start()) or _long_form(doc, match, short)
        if not span or short in defined:
            continue
        shortens = _gives_initials if match["behind"] else _shortens
        if not (told or shortens(short, span)):
            continue
        if taken.get(short, span.kb_id_) == span.kb_id_ or (told and short in by_form):
            defined[short] = span
    return defined


def _short_first(doc: Doc, known: Mapping[int, Span]) -> dict[str, Span]:
    """Return abbreviations that stand before what they are short for; `known` is by its start."""
    meant: dict[str, Span] = {}
    for match in _SHORT_FIRST.finditer(text_of(doc)):
        letters = [char for char in name_key(match["short"]) if char.isalpha()]
        words = match["long"].split(" ")
        longest_first = range(len(words), 1, -1)
        count = next((n for n in longest_first if _spells(letters, words[:n])), 0)
        if not count or match["short"] in meant:
            continue
        start = match.start("long")
        long = " ".join(words[:count])
        end = start + len(long)
        span = known.get(start)
        if span is None or span.end_char < end:
            bracket = text_of(doc)[end : end + 1] == ")"
            kind = _kind(long) or _kind_by_place(text_of(doc), match.start(), end + bracket)
            span = add_found(doc, Candidate(start, end, kind, "abbreviation")) if kind else None
        if span is not None:
            meant[match["short"]] = span
    return meant


def _initialisms(doc: Doc, known: list[Span], taken: Mapping[str, str]) -> dict[str, Span]:
    """Return capitals that give the initials of one name of the document, never defined."""
    meant: dict[str, dict[str, Span]] = {}
    for span in known:
        words = span.text.split()
        if span.label_ in {"network", "programme", "project"} and len(words) > 2:
            initials = "".join(word[0] for word in words if word[0].isupper())
            meant.setdefault(initials, {}).setdefault(span.kb_id_, span)
    capitals = set(re.findall(r"(?<![\w-])[^\W\d_a-zåäö]{3,6}(?=(?::s)?\b)", text_of(doc)))
    return {
        short: next(iter(spans.values()))
        for short, spans in meant.items()
        if short in capitals and short not in taken and len(spans) == 1
    }


def _shortens(short: str, span: Span) -> bool:
    """Tell whether capitals may stand for a name: at least two, its first letter among them."""
    capitals = [char for char in short if char.isupper()]
    first = name_key(span.text)[:1]
    return len(capitals) >= 2 and len(short) > 2 and first == name_key(short)[:1]


def _gives_initials(short: str, span: Span) -> bool:
    """Tell whether an abbreviation gives the first letters of a name's words, and no others."""
    return _spells(list(name_key(short)), span.text.split())


def _long_form(doc: Doc, match: re.Match[str], short: str) -> Span | None:
    """Return the unknown name before an abbreviation that its letters give."""
    before = _LONG_BEFORE.search(text_of(doc)[max(0, match.start() - 120) : match.start()])
    if before is None:
        return None
    words = before[0].split()
    letters = [char for char in name_key(short) if char.isalpha()]
    longest_first = range(len(words) - 1)
    for spells, order in ((_spells, longest_first), (_spells_within, longest_first[::-1])):
        for first in order:
            chosen = words[first:]
            if chosen[0][0].isupper() and spells(letters, chosen):
                text = " ".join(chosen)
                start = match.start() - len(text)
                kind = _kind(text) or _kind_by_place(text_of(doc), start, match.end())
                if kind:
                    return add_found(doc, Candidate(start, match.start(), kind, "abbreviation"))
    return None


def _kind_by_place(text: str, start: int, end: int) -> EntityType | None:
    """Return what a heading or sentence takes for what it defines and does not tell itself.

    `start` and `end` are of the definition, the name and its abbreviation.
    """
    sentence = text[end : end + 120].partition("\n")[0]
    return _kind_of_heading(text, start, end) or (
        "network" if _OF_NETWORK.search(sentence) else None
    )


def _kind_of_heading(text: str, start: int, end: int) -> EntityType | None:
    """Return `network` for a name that with its abbreviation makes up a whole line."""
    alone = text[max(0, start - 1) : start] in {"", "\n", " "} and text[end : end + 1] in {"", "\n"}
    return "network" if alone and start - text.rfind("\n", 0, start) - 1 <= _NUMBERING else None


def _spells(letters: list[str], words: list[str]) -> bool:
    """Tell whether the words' first letters give the abbreviation, small words left out."""
    initials = [name_key(word)[:1] for word in words]
    capitals = [name_key(word)[:1] for word in words if word[0].isupper()]
    return letters in (initials, capitals)


def _spells_within(letters: list[str], words: list[str]) -> bool:
    """Tell whether letters stand in a name in order, its last word beginning with one of them.

    After Schwartz and Hearst (2003): from right to left, the first letter begins the name.
    """
    name = name_key(" ".join(words))
    last = name_key(words[-1])[:1]
    if name[:1] != letters[0] or last not in letters[1:]:
        return False
    place = len(name)
    for letter in reversed(letters):
        place = name.rfind(letter, 0, place)
        if place < 0:
            return False
    return len(words) <= min(len(letters) + 5, 2 * len(letters))


def _kind(text: str) -> EntityType | None:
    lower = text.casefold()
    return next((kind for word, kind in _KINDS.items() if word in lower), None)


def _uses(doc: Doc, defined: Mapping[str, Span]) -> Iterator[Span]:
    """Yield every place where an abbreviation stands, or the name that it was defined for."""
    for short, meant in defined.items():
        for start, name in find_again(text_of(doc), (short, meant.text), _BOUNDARY, _AFTER):
            end = start + len(name)
            span = span_of(doc, start, end, meant.label_, meant.kb_id_, "abbreviation")
            if span is not None:
                yield span
