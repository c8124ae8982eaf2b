"""The component that finds organisations and networks by the form of their names."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.knowledge.entities.cues import Candidate, add_found
from pipeline.knowledge.entities.extents import (
    FUNCTION_WORD,
    behind_body,
    name_end,
    nominative_end,
    of_two_end,
)
from pipeline.knowledge.entities.kind_nouns import named_by_kind
from pipeline.knowledge.entities.names import names, set_names, span_of, text_of
from pipeline.knowledge.entities.paper_words import before_paper, labels_end
from pipeline.knowledge.entities.shape_patterns import CAPITAL, NEEDLESS_NOUN, SHAPES
from pipeline.knowledge.names import NAME_BEGINS, find_again
from pipeline.model.rows import EntityType

_NO_START: Final = re.compile(
    r"(?:En|Ett|Bakom|Utöver|Förutom|Jämte|Kring|Enligt|Efter|Inom|Genom|Via|Med|I|Från|Av|På|För|Till|Hos|Samt|Och|Som|Det|Den|De|Idag|The|Sveriges"
    r"|Medlemsavgift|Avgift|Kontakt|Kontoret|Nätverket|Länets|Regionens|Kommunens|Stadens|Landstingets"
    r"|Förbundets|Varje|Ingen|Vår|Vårt|Bryssel"
    r"|(?:Bryssel|Europa|EU-)kontoret(?= (?:[A-ZÅÄÖ]\w+ ){1,4}Office)"
    r"|Denna|Detta|Även|När|Mellan|Både|Att|Region"
    r"|Både|Under|Sedan|Där|Dessutom|Tillsammans med) (?=[^\W\d_a-zåäö])"
)
_WORD_BEFORE: Final = re.compile(rf"({CAPITAL}) $")
_GOES_ON: Final = re.compile(rf" {CAPITAL}")
_KIND_BEFORE: Final = re.compile(
    r"Kommunalförbundet (?=[^\W\d_a-zåäö]\w+(?:tjänsten|verken) [A-ZÅÄÖ])"
)
_ASSOCIATION: Final = "Föreningen "
_FEDERATION: Final = re.compile(r"(?:Kommun|Region)förbundet ")
_CAPITAL_LINE: Final = re.compile(r"^[A-ZÅÄÖ][A-ZÅÄÖ &:–-]{7,60}(?=\n|$)", re.MULTILINE)
_EVENT: Final = re.compile(r"\b(?:Week|Days?|Summit)\b")
# What any network has: `Executive Committee`, `Joint Monitoring Committee`.
_BODY_ALONE: Final = re.compile(
    r"(?:(?:Joint|The) )?(?:Executive|Steering|Monitoring|Management|Managing|Advisory|Programme"
    r"|Selection|Political|Scientific|Technical|Organi[sz]ing|General)"
    r" (?:Committee|Council|Conference|Forum)"
)
_ONE_WORD: Final = re.compile(
    r"(?:regionen|kontoret|forum|nätverket|alliansen|kommittén|unionen|rådet|samarbetet|högskolan)$"
)
_AFTER: Final = re.compile(r"(?=s?\b)")
_PARTS: Final = frozenset({"place", "programme", "network"})
_OWN_FIRST: Final = frozenset({"organisation", "place"})


@Language.component("prickfri_shapes")
def find_by_shape(doc: Doc) -> Doc:
    """Add what looks like a region, municipality, university or network to the names."""
    known = names(doc)
    persons = [span.start_char for span in known if span.label_ == "person"]
    begun = {span.start_char: span.end_char for span in known if span.label_ == "network"}
    added = [
        span
        for candidate in _candidates(text_of(doc))
        if not _is_known_by_kind(text_of(doc), candidate, begun)
        and bisect_left(persons, candidate.start) == bisect_left(persons, candidate.end)
        and (span := add_found(doc, candidate))
    ]
    again = list(_in_capitals(doc, added))
    over: dict[int, list[Span]] = {}
    for span in (*added, *again):
        for token in range(span.start, span.end):
            over.setdefault(token, []).append(span)
    kept = (span for span in known if not _is_part(span, over.get(span.start, [])))
    set_names(doc, [*kept, *added, *again])
    return doc


def _is_known_by_kind(text: str, candidate: Candidate, begun: Mapping[int, int]) -> bool:
    """Tell whether a word of kind stands before a known name: `Föreningen Kvarkenrådet`."""
    first = text.find(" ", candidate.start, candidate.end)
    return candidate.type == "network" and begun.get(first + 1, 0) >= candidate.end


def _in_capitals(doc: Doc, added: list[Span]) -> Iterator[Span]:
    """Yield where networks stand again: at the beginning of a sentence, in capitals in a title."""
    called = {span.text: span for span in added if span.label_ == "network"}
    called |= {name.upper(): span for name, span in called.items()}
    for start, name in find_again(text_of(doc), called, NAME_BEGINS, _AFTER):
        meant = called[name]
        span = span_of(doc, start, start + len(name), meant.label_, meant.kb_id_, "shape")
        if span is not None:
            yield span


def _is_part(span: Span, longer: list[Span]) -> bool:
    """Tell whether a name is but a part of a longer one: `Östra Götaland European Office`."""
    return any(
        (span.label_ in _PARTS or (span.label_ == "organisation" and other.start < span.start))
        and other.start <= span.start
        and span.end <= other.end
        and len(span) < len(other)
        for other in longer
    )


def _candidates(text: str) -> Iterator[Candidate]:
    found = [*_of_kind(text), *_of_form(text), *_of_capital_lines(text)]
    # A local action group is called by an area; what goes on behind it is no second group.
    groups = {text[c.start : c.end] for c in found if text.startswith("Leader", c.start)}
    for one in found:
        name = text[one.start : one.end]
        shorter = (other for other in groups if name.startswith((f"{other} ", f"{other}s")))
        first = min(shorter, key=len, default=name) if name in groups else name
        yield one._replace(end=one.start + len(first))


def _of_capital_lines(text: str) -> Iterator[Candidate]:
    """Yield the networks of lines in capitals, which have the form of a name in small letters.

    Of one word only what is built as no common word is: `ÅSDALARNAS EU OFFICE`, `BOTTENRÅDET`.
    """
    for line in _CAPITAL_LINE.finditer(text):
        for one in (*_of_kind(line[0].capitalize()), *_of_form(line[0].title())):
            if one.type == "network":
                start = line.start()
                yield one._replace(start=start + one.start, end=start + one.end)


def _of_kind(text: str) -> Iterator[Candidate]:
    """Yield the networks whose names hold a noun of kind."""
    for start, end in named_by_kind(text):
        if (begin := behind_body(text, start)) is not None:
            yield Candidate(begin, end, "network", "shape")


def _of_form(text: str) -> Iterator[Candidate]:
    """Yield what has the form of a name."""
    for kind, pattern in SHAPES:
        for match in pattern.finditer(text):
            if _EVENT.search(match[0]) or _BODY_ALONE.fullmatch(match[0]):
                continue
            if _is_within_name(text, match):
                continue
            begin = behind_body(text, labels_end(text, _named_itself(text, match)))
            if begin is None:
                continue
            start = begin
            while not match[0].startswith("Region ") and (
                function_word := _NO_START.match(text, start, match.end())
            ):
                start = function_word.end()
            last = match.end()
            if "rest" in match.groupdict():
                last = max(last, name_end(text, match.start("rest")))
            if kind == "organisation" and _FEDERATION.match(match[0]):
                last = of_two_end(text, start, last)
            end = _without_genitive(text, start, before_paper(text, start, last), kind)
            if " " in text[start:end] or _ONE_WORD.search(text[start:end]):
                yield Candidate(start, end, kind, "shape")


def _named_itself(text: str, match: re.Match[str]) -> int:
    """Return where a name begins behind what it is.

    `Kommunalförbundet Räddningstjänsten Syd`, `Föreningen Havskusterådet`, and `Föreningen
    Kanalbygd i Norr` where the text calls it `Kanalbygd i Norr`, too.
    """
    kind = _KIND_BEFORE.match(text, match.start())
    if kind is None and match[0].startswith(_ASSOCIATION):
        rest = match.start() + len(_ASSOCIATION)
        name = text[rest : name_end(text, rest)]
        if NEEDLESS_NOUN.match(match[0]) or text.count(name) > text.count(_ASSOCIATION + name):
            return rest
    return kind.end() if kind else match.start()


def _is_within_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether a form is the middle of a name: `Baltic Region Healthy Islands`.

    `Nordiskt Forum Ekby` is no `Forum Ekby`, either.
    """
    if not match[0].startswith(("Region ", "Forum ")):
        return False
    before = _WORD_BEFORE.search(text, text.rfind("\n", 0, match.start()) + 1, match.start())
    goes_on = match[0].startswith("Forum ") or _GOES_ON.match(text, match.end())
    return bool(before and goes_on and not FUNCTION_WORD.fullmatch(before[1].casefold()))


def _without_genitive(text: str, start: int, end: int, kind: EntityType) -> int:
    """Return where a name ends without a genitive's ending.

    `Region Almviks` is one if the text has the name without it too, or if a word in lower
    case follows, as `strategi` does in `Region Almviks strategi`.
    """
    name = text[start:end]
    if name[-1] not in "sS" or len(name) < 5:
        return end
    if name.split(" ")[-1].islower():
        return end
    alone = re.search(rf"{re.escape(name[:-1])}(?![\w-])", text, re.IGNORECASE)
    followed = kind in _OWN_FIRST and re.match(r" [a-zåäö]", text[end : end + 2])
    return end - 1 if alone or followed else nominative_end(text, start, end)
