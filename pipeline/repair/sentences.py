"""The words of a page as sentences to be repaired, across line ends and hyphens."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pipeline.model.page import Line
from pipeline.model.repair import Join
from pipeline.repair.candidates import Case
from pipeline.repair.hyphens import HYPHENS, LineEnd
from pipeline.repair.lines import CleanLine
from pipeline.text.tokens import Token, TokenKind, is_code, tokenise

_AFTER_ITEM = frozenset(".:)]§%")  # `1.` and `1:` are numbers, whatever the context says
_CACHE_SIZE = 100_000
_STOPS = frozenset(".!?•…")


class Span(NamedTuple):
    """Where (a part of) a word stands: line from 0, characters of the clean line."""

    line: int
    start: int
    end: int


class Unit(NamedTuple):
    """A word as printed, or a token that is no word; `spans` holds one place a line.

    `first_part` holds for the left part of a compound whose rest is elsewhere (`hälso-`),
    `stopped` for a word with a full stop after it.
    """

    printed: str
    spans: tuple[Span, ...]
    kind: TokenKind
    case: Case
    first_part: bool = False
    stopped: bool = False


@dataclass(slots=True)
class _Builder:
    """Collects units into sentences; `bullets` are lines that begin with a bullet."""

    bullets: Container[int]
    sentences: list[list[Unit]] = field(default_factory=lambda: [[]])

    def add(self, unit: Unit) -> None:
        self.sentences[-1].append(unit)

    def stop(self) -> None:
        if self.sentences[-1]:
            self.sentences.append([])

    @property
    def at_start(self) -> bool:
        return not self.sentences[-1]


def sentences(
    lines: Sequence[Line],
    clean: Sequence[CleanLine],
    ends: Sequence[LineEnd | None],
    bullets: Container[int] = (),
) -> list[list[Unit]]:
    """Return the sentences of a page in order, every word and number once.

    The first signs of the lines `bullets` are bullets, whatever they look like.
    """
    builder = _Builder(bullets)
    tokens = [tokenise(line.text) for line in clean]
    taken: set[int] = set()
    for index, line in enumerate(lines):
        if index and _breaks(lines[index - 1], line, clean[index].text):
            builder.stop()
        _add_line(builder, index, tokens, taken, ends)
    return [sentence for sentence in builder.sentences if sentence]


def _breaks(before: Line, line: Line, text: str) -> bool:
    """Tell whether a line begins a sentence of its own."""
    if before.block == line.block and before.role == line.role:
        return False
    begins = text.lstrip()[:1]
    return not begins or not begins.islower() or before.role != line.role


def _add_line(
    builder: _Builder,
    index: int,
    tokens: Sequence[list[Token]],
    taken: set[int],
    ends: Sequence[LineEnd | None],
) -> None:
    row = tokens[index]
    for place, token in enumerate(row):
        if place == 0 and index in builder.bullets:
            builder.stop()
            continue
        if place == 0 and index in taken:
            continue
        if token.kind is TokenKind.PUNCTUATION:
            if token.text in _STOPS:
                builder.stop()
            continue
        following = row[place + 1] if place + 1 < len(row) else None
        hyphened = (
            following is not None and following.text in HYPHENS and following.start == token.end
        )
        if hyphened and place + 2 == len(row) and ends[index] is not None:
            _add_broken(builder, index, token, tokens, taken, ends)
        elif token.kind is TokenKind.NUMBER and following and following.text in _AFTER_ITEM:
            _add_token(builder, index, token._replace(kind=TokenKind.CODE))
        else:
            stopped = following is not None and following.text == "."
            _add_token(builder, index, token, hyphened=hyphened, stopped=stopped)


def _add_broken(
    builder: _Builder,
    index: int,
    token: Token,
    tokens: Sequence[list[Token]],
    taken: set[int],
    ends: Sequence[LineEnd | None],
) -> None:
    """Add a word that goes on in the next line, whole if its hyphen is dropped."""
    end = ends[index]
    rest = tokens[end.following][0] if end and tokens[end.following] else None
    if end is None or rest is None or end.join is not Join.DROP_HYPHEN or not _whole(token, rest):
        _add_token(builder, index, token, hyphened=True)
        return
    taken.add(end.following)
    *earlier, left = _parts(token)
    right, *later = _parts(rest)
    for part in earlier:
        builder.add(_unit(builder, index, part, token.kind))
    whole = left.text + right.text
    spans = (Span(index, left.start, left.end), Span(end.following, right.start, right.end))
    builder.add(Unit(whole, spans, TokenKind.WORD, case_of(whole, at_start=builder.at_start)))
    for part in later:
        builder.add(_unit(builder, end.following, part, rest.kind))


def _word(token: Token) -> bool:
    return token.kind is TokenKind.WORD


def _whole(left: Token, right: Token) -> bool:
    """Tell whether two halves make a word, one of which may look like a code (`£6-regatts`)."""
    return _word(right) and (_word(left) or not is_code(left.text + right.text))


def _add_token(
    builder: _Builder, index: int, token: Token, *, hyphened: bool = False, stopped: bool = False
) -> None:
    parts = _parts(token) if _word(token) else [token]
    for place, part in enumerate(parts):
        last = place == len(parts) - 1
        unit = _unit(builder, index, part, token.kind)
        if last and (hyphened or stopped):
            unit = unit._replace(first_part=hyphened, stopped=stopped)
        builder.add(unit)


def _unit(builder: _Builder, index: int, part: Token, kind: TokenKind) -> Unit:
    spans = (Span(index, part.start, part.end),)
    return Unit(part.text, spans, kind, case_of(part.text, at_start=builder.at_start))


def _parts(token: Token) -> list[Token]:
    """Divide a word at its inner hyphens."""
    if "-" not in token.text:
        return [token]
    parts = []
    start = token.start
    for text in token.text.split("-"):
        if text:
            parts.append(Token(text, start, start + len(text), token.kind))
        start += len(text) + 1
    return parts


@lru_cache(_CACHE_SIZE)
def case_of(word: str, *, at_start: bool) -> Case:
    """Return how a word is printed; the first word of a sentence counts as START."""
    if not word[0].isupper():
        if any(letter.isupper() for letter in word):
            return Case.MIXED
        return Case.START if at_start and not word[0].isalpha() else Case.LOWER
    if len(word) > 1 and word.isupper():
        return Case.UPPER
    if any(letter.isupper() for letter in word[1:]):
        return Case.MIXED
    return Case.START if at_start else Case.CAPITAL
