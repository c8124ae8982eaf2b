import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.entities import cues, introductions, persons, shape_patterns
from pipeline.knowledge.relations.projects import inline
from pipeline.knowledge.relations.seats import vocabulary

PATTERNS = [
    r"\b(?:den )?[\w-]*(?:råd|grupp|vice ordförande)(?:en|et)?\b(?: för \w+)?",
    r"(?i:\b(?:kontakt|ansvarig)) (?:är|:) [A-ZÅÄÖ]\w+",
    r"(?P<name>[A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+)?)(?:, |\n)(?=råd|grupp)",
    r"[A-ZÅÄÖ]\w*[^.]{0,9}? råd(?!\s+för)",
    r"\bråd[^\n]{0,30} grupp|kontakt\Z",
    r"(?:råd){2,}+|(?>grupp)\b",
    r"^\w+ är råd$",
    r"\b(?:(?:den|[^\W\d]{2}) )?(?!x)(?:[A-ZÅÄÖ-]|\d*-)?råd",
    r"\b(?:[\w]+|x)-råd",
    r"(?i:råd|grupp|kontakt)(?:en)?[ \n](?:\w+ )*[A-ZÅÄÖ]\w*",
    r"(?:grupp|x-råd|råd)\W*(?P<rest>\w+)?",
    r"(?:vice |ordförande)*råd",
    r"\b(?:råd|kontakt (?:\w+ ){0,3}grupp|(?:\w+ ){2}ordförande)\b",
    r"\b(?:kontakt (?:är|för) [\w ]*(?:grupp|råd)|är (?:\w+ )?för\b|vice \w+ (?=är|för))",
]
WORDS = st.sampled_from(
    ["Råd", "råd", "grupp", "vice", "ordförande", "Kontakt", "är", "för", "Åsa", "Ek", "x-råd"]
)
TEXTS = st.lists(
    st.tuples(WORDS, st.sampled_from([" ", " ", " ", "\n", ", ", "-", ". ", ": "])), max_size=25
).map(lambda pairs: "".join(word + gap for word, gap in pairs))


def found_by(pattern: re.Pattern[str], text: str) -> list[tuple[int, int, tuple[str, ...]]]:
    return [(*match.span(), match.groups()) for match in pattern.finditer(text)]


def found_around(anchored: Anchored, text: str) -> list[tuple[int, int, tuple[str, ...]]]:
    return [(*match.span(), match.groups()) for match in anchored.finditer(text)]


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("pattern", PATTERNS)
@settings(max_examples=60)
@given(text=TEXTS)
@example(text="råd råd vice ordförande rådråd grupp")
@example(text="İ råd")
def test_it_finds_what_the_pattern_finds(pattern: str, flags: int, text: str) -> None:
    anchored = Anchored(pattern, flags)
    assert found_around(anchored, text) == found_by(re.compile(pattern, flags), text)
    first = re.compile(pattern, flags).search(text)
    again = anchored.search(text)
    assert (again and again.span()) == (first and first.span())
    whole = re.compile(pattern, flags).fullmatch(text)
    again = anchored.fullmatch(text)
    assert (again and again.span()) == (whole and whole.span())


SHIPPED = [
    (f"{module.__name__}.{name}", pattern)
    for module in (cues, introductions, persons, inline, vocabulary)
    for name, pattern in vars(module).items()
    if isinstance(pattern, Anchored)
] + [(f"shape {place}", pattern) for place, (_, pattern) in enumerate(shape_patterns.SHAPES)]
PROSE = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("Anna", "Ek", "Region", "Norra", "projektet", "nätverket", "medlem", "i", "är"),
                *("ett", "Forum", "(S)", "Havsro", "ordförande", "direktör", "och", "som", "kust"),
                *("styrgruppen", "strategi", "2024", "(Interreg", "Nord)", "styrelse", "sitter"),
                *("sedan", "Baltic", "Network", "kommun", "EU-kontor", "kontaktperson", "för"),
            ]
        ),
        st.sampled_from([" ", " ", " ", " ", ", ", ". ", ": ", "\n", " – "]),
    ),
    max_size=40,
).map(lambda pairs: "".join(word + gap for word, gap in pairs))


@pytest.mark.parametrize("name_pattern", SHIPPED, ids=lambda pair: pair[0])
@settings(max_examples=25)
@given(text=PROSE)
def test_shipped_patterns_find_the_same_around_their_words(
    name_pattern: tuple[str, Anchored], text: str
) -> None:
    anchored = name_pattern[1]
    assert found_around(anchored, text) == found_by(anchored.pattern, text)


def test_a_pattern_is_not_tried_on_a_text_without_its_words() -> None:
    catastrophic = Anchored(r"(?:\w+\w+)+ nätverk")
    assert list(catastrophic.finditer("a" * 60)) == []
    assert catastrophic.search("nät" * 30 + "verk") is None


def test_a_pattern_without_words_is_tried_everywhere() -> None:
    assert [match[0] for match in Anchored(r"\d+|\w(?=x)?").finditer("a 12")] == ["a", "12"]
