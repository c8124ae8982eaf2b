"""Signs that Swedish print has and engines misread: parties in brackets, paragraph signs, dashes.

What they are read as was counted in the development part of the readings: `(S)` as `(5)`,
`(8)` and `($)`, `(L)` as `(1)`, a round bracket as a curly one, `§` as `$`, `8`, `&` and `5`,
a dash inside a word or between figures as a longer one or as two, the full stop of a number
that heads a line as a comma. Specks of dirt are read as stops and quotation marks where Swedish
has none. Each rule asks for what stands around the sign, so that figures
and sums are left alone.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pipeline.repair.sentences import Span

SCORE: Final = 0.97

_PARTY: Final = re.compile(
    r"(?P<name>[A-ZÅÄÖÉ][\w’'~-]* (?:(?:von|af|de|la) )?[A-ZÅÄÖÉ][\w’'~-]*\w) "
    r"(?P<party>[({\[](?P<sign>[^\s(){}\[\]]{1,3})[)}\]])"
)
_SIGNS: Final = {
    **dict.fromkeys(("5", "8", "$", "S$", "$S", "S5", "5S"), "S"),
    **dict.fromkeys(("1", "I", "|", "!", "LL", "L|"), "L"),
    **dict.fromkeys(("€", "¢", "©"), "C"),
    **dict.fromkeys(("Vv", "¥", "Y"), "V"),
    **dict.fromkeys(("IM", "MI", "|M", "M|"), "M"),
    **dict.fromkeys(("5D", "8D", "$D"), "SD"),
    **dict.fromkeys(("KO", "K0"), "KD"),
}
_CAPITALS: Final = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,2}")
_HEADED: Final = re.compile(r"\s*(?P<sign>[§$&8S5]|[$&8§]{2}) (?P<number>\d{1,3}) (?=[A-ZÅÄÖ])")
_SURE: Final = frozenset({"§", "$"})
_DATED: Final = re.compile(
    r"(?:\d{4}-\d\d-\d\d|\d{1,2} [a-zåäö]{3,9} (?:19|20)\d\d)[,.]? "
    r"(?P<sign>[$&85]) (?=\d{1,3}\b(?! ?\d))"
)
_DOLLAR: Final = re.compile(r"(?<![\w$])(?P<sign>\$\$?)(?= ?\d{1,3}\b(?![ .,]?\d))")
_DASH: Final = re.compile(r"(?<=\w)(?:—|[—–-][—–-])(?=\w)|(?<=\d )(?:—|[—–-][—–-])(?= \d)")
_PERCENT: Final = re.compile(
    r"(?<=\d )(?:[29][0-9]|2[46][06]|9[0246][06]|50|\"0|[Yy°]/?o|%o|[$&£])"
    r"(?= av (?:en |sin )?(?:heltid|arbetstid))"
)
_NUMBERED: Final = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*(?P<sign>,)(?= [A-ZÅÄÖ])")
# White that is lost behind the number of a heading: `2LAG`, but not `3D-skrivare`.
_GLUED: Final = re.compile(
    r"\s*(?:\d{1,2}\.){0,3}(?P<sign>\d{1,2}\.?)"
    r"(?=[A-ZÅÄÖ](?:[A-ZÅÄÖ]+|[a-zåäö]{2,})(?: [^.:;,]+)?$)"
)
# `4.2 välfärd` between `4.1 Kultur` and `4.3 Vatten`: letters that differ by their size alone.
_PART: Final = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\.? (?P<sign>[^\W\d_])(?=[a-zåäö])")
_ONE_SHAPE: Final = frozenset("cosvwxz")
# `" Handläggare`, `"1. Kontor` where no second mark follows, `mål. .Den`, `kommun: .`, `(S),: V`.
_DIRT: Final = re.compile(
    r"""^\s*(?P<apart>["”'’‘.,·]\s+)(?=[^\W_])"""
    r"""|^\s*(?P<before>["”'’‘])(?=\d{1,2}\. [A-ZÅÄÖ][^"”'’]*$)"""
    r"""|(?<=[.!?:] )(?P<twice>\.)(?=[A-ZÅÄÖ])|(?<=[.!?:;,])(?P<after> \.)\s*$"""
    r"""|(?<=\),)(?P<colon>:)|^(?P<glued>[.,])(?=[a-zåäö]{2}[a-zåäö]* )"""
    r"""|^[^"”'’‘´]*[a-zåäö]\.(?P<tail>['’‘´])\s*$"""
)
# Letters that no engine for Swedish or English has: `Beli¢` and `Petrovié` end in ć.
_SLAVIC: Final = re.compile(r"(?<=[a-zåäö])¢(?!\w)|(?<=[a-z][jlnrtv]i)é(?!\w)")
# A plus sign after a word: `Erasmust+`. Before qv there is no g but after vowels, l, n and r.
_LETTER: Final = re.compile(r"(?<=[a-z]{5})(?P<sign>t)(?=\+(?!\w))|(?<=[bdfkmpstv])(?P<q>g)(?=qv)")
_PLUS: Final = re.compile(r"(?<=\bErasmus)t(?![\w+])")
# Capitals of three letters are left alone as codes; the word that plans head their goals with
# is none: `MAL 2027`, `MAL OCH AKTIVITETER`.
_GOALS: Final = re.compile(
    r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(?P<goals>MAL)"
    r"(?= (?:FOR|FÖR|OCH|TILL|I)\b|\s+(?:19|20)\d\d\b|:?\s*$)"
)
# Engines without Nordic letters read Ø as @: `@stfold`, `R@ros`; in accounts no word follows.
_STROKE_LARGE: Final = re.compile(r"(?<![\w.@/:])@(?=[a-zåäö]{2}[a-zåäö-]*+(?![\w@]|\.\w))")
_STROKE: Final = re.compile(r"(?<=\b[A-ZÅÄÖ])@(?=[a-zåäö]++(?![\w@-]|\.\w))")
_ACCOUNT: Final = re.compile(r"(?i:\b(?:twitter|instagram|facebook|linkedin|följ|folj|konto)\w*)")
# White is read as a bar before a title, and as a line below after a word: `2.2 | Resor`, `Nr_`.
_WHITE: Final = re.compile(
    r"^\s*\d{1,2}(?:\.\d{1,2})*[.)]?(?P<bar> \|)(?= [^|]+$)|(?<=[^\W_])(?P<line>_+)(?=\s|$)"
)
# A party by itself in a cell: one letter that is read as two.
_TWICE: Final = re.compile(r"(?<![\w(])V(?P<again>v)(?![\w)])")
_ENDED: Final = re.compile(r"[.!?:;][”\"')]?\s*$")
_REACH: Final = 60


class Misread(NamedTuple):
    """A stretch of a line that should read `after`."""

    span: Span
    after: str


def misread_signs(texts: Sequence[str]) -> Iterator[Misread]:
    """Yield the misread signs of a page's lines in order, none of them twice."""
    headed = _headed(texts)
    capitals = _capitals(texts)
    for index, text in enumerate(texts):
        found = dict(headed.get(index, ()))
        before = f"{texts[index - 1][-_REACH:].rstrip()} " if index else ""
        for match in _PARTY.finditer(before + text):
            start, end = (place - len(before) for place in match.span("party"))
            party = _party(match["sign"])
            if start >= 0 and party and match["party"] != f"({party})":
                found[start, end] = f"({party})"
        for match in (*_DATED.finditer(text), *_DOLLAR.finditer(text)):
            found[match.span("sign")] = "§" * len(match["sign"])
        found |= dict(_in_line(text, account=_ACCOUNT.search(before + text) is not None))
        numbered = _NUMBERED.match(text)
        if numbered and (not before.strip() or _ENDED.search(before)):
            found[numbered.span("sign")] = "."
        glued = _GLUED.match(text)
        if glued:
            found[glued.span("sign")] = f"{glued['sign']} "
        if index in capitals and re.search(r"[.!?]\s*$", before):
            found[capitals[index].span("sign")] = capitals[index]["sign"].upper()
        for (start, end), after in sorted(found.items()):
            yield Misread(Span(index, start, end), after)


def _in_line(text: str, *, account: bool) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the spans of a line that are misread wherever they stand, and what they should read.

    `account` tells that the line speaks of accounts, in which @ is itself.
    """
    patterns = [(_PERCENT, "%"), (_SLAVIC, "ć"), (_PLUS, "+"), (_DASH, "–"), (_GOALS, "MÅL")]
    patterns += [(pattern, "") for pattern in (_DIRT, _WHITE, _TWICE, _LETTER)]
    patterns += [] if account else [(_STROKE_LARGE, "Ø"), (_STROKE, "ø")]
    for pattern, after in patterns:
        for match in pattern.finditer(text):
            yield match.span(match.lastgroup or 0), after


def _party(sign: str) -> str | None:
    return _SIGNS.get(sign) or (sign if _CAPITALS.fullmatch(sign) else None)


def _capitals(texts: Sequence[str]) -> dict[int, re.Match[str]]:
    """Return the numbered lines whose small letter may be a capital, if others begin with one."""
    parts = {index: match for index, text in enumerate(texts) if (match := _PART.match(text))}
    small = {index: match for index, match in parts.items() if match["sign"].islower()}
    certain = len(small) < len(parts) and all(m["sign"] in _ONE_SHAPE for m in small.values())
    return small if certain else {}


def _headed(texts: Sequence[str]) -> dict[int, list[tuple[tuple[int, int], str]]]:
    """Return the paragraph signs that lines begin with.

    Minutes count their paragraphs on: where one sign is plain to see, its neighbours tell.
    """
    matches = {index: match for index, text in enumerate(texts) if (match := _HEADED.match(text))}
    sure = {int(match["number"]) for match in matches.values() if match["sign"] in _SURE}
    numbers = {int(match["number"]) for match in matches.values()} if sure else set()
    return {
        index: [(match.span("sign"), "§")]
        for index, match in matches.items()
        for number in (int(match["number"]),)
        if match["sign"] != "§" and (number in sure or {number - 1, number + 1} & numbers)
    }
