"""The component that learns a document's own abbreviations: `Euroregion Baltic (ERB)`."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.entities.cues import Candidate, add_found
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
    rf",? \((?P<told>{SO_CALLED} )?{_SHORT}\)"
    rf"|, {SO_CALLED} (?P<called>[^\W\d_a-zåäö][^\W_]{{1,9}})\b"
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
_BOUNDARY: Final = re.compile(r"\b")
_AFTER: Final = re.compile(r"(?=(?::s|s)?\b)")
_TYPES: Final = frozenset({"network", "programme", "fund", "organisation", "project", "plan"})


@Language.component("prickfri_abbreviations")
def learn_abbreviations(doc: Doc) -> Doc:
    """Add names defined with an abbreviation, and every place where the abbreviation stands."""
    known = names(doc)
    by_end = {span.end_char: span for span in known if span.label_ in _TYPES}
    named_short = {span.text: span.kb_id_ for span in known}
    defined: dict[str, Span] = {}
    for match in _DEFINED.finditer(text_of(doc)):
        short = match["short"] or match["called"]
        span = by_end.get(match.start()) or (match["short"] and _long_form(doc, match))
        if not span or short in defined:
            continue
        if not (match["told"] or match["called"] or _shortens(short, span)):
            continue
        if named_short.get(short, span.kb_id_) == span.kb_id_:
            defined[short] = span
    for short, span in _initialisms(doc, known, named_short).items():
        defined.setdefault(short, span)
    set_names(doc, [*known, *defined.values(), *_uses(doc, defined)])
    return doc


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


def _long_form(doc: Doc, match: re.Match[str]) -> Span | None:
    """Return the unknown name before an abbreviation that its letters give."""
    before = _LONG_BEFORE.search(text_of(doc)[max(0, match.start() - 120) : match.start()])
    if before is None:
        return None
    words = before[0].split()
    letters = [char for char in name_key(match["short"]) if char.isalpha()]
    longest_first = range(len(words) - 1)
    for spells, order in ((_spells, longest_first), (_spells_within, longest_first[::-1])):
        for first in order:
            chosen = words[first:]
            if chosen[0][0].isupper() and spells(letters, chosen):
                text = " ".join(chosen)
                kind = _kind(text) or _kind_by_place(text_of(doc), match, len(text))
                if kind:
                    start = match.start() - len(text)
                    return add_found(doc, Candidate(start, match.start(), kind, "abbreviation"))
    return None


def _kind_by_place(text: str, match: re.Match[str], length: int) -> EntityType | None:
    """Return what a heading or sentence takes a name for that does not tell it itself."""
    sentence = text[match.end() : match.end() + 120].partition("\n")[0]
    return _kind_of_heading(text, match, length) or (
        "network" if _OF_NETWORK.search(sentence) else None
    )


def _kind_of_heading(text: str, match: re.Match[str], length: int) -> EntityType | None:
    """Return `network` for a name that with its abbreviation makes up a whole line."""
    before, after = match.start() - length - 1, match.end()
    alone = (before < 0 or text[before] in "\n ") and text[after : after + 1] in {"", "\n"}
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return "network" if alone and len(line) <= length + 8 else None


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
