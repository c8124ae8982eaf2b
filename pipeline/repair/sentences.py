"""The words of a page as sentences to be repaired, across line ends and hyphens."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.model.page import Line
from pipeline.model.repair import Join
from pipeline.repair.candidates import Case
from pipeline.repair.hyphens import LineEnd
from pipeline.repair.lines import CleanLine
from pipeline.text.tokens import Token, TokenKind, tokenise

_AFTER_ITEM = frozenset(".:)]§%")  # `1.` and `1:` are numbers, whatever the context says
_STOPS = frozenset(".!?•…")


class Span(NamedTuple):
    """Where (a part of) a word stands: line from 0, characters of the clean line."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A word as printed, or a token that is no word; `spans` holds one place a line.

    `first_part` holds for the left part of a compound whose rest is elsewhere (`hälso-`).
    """

    printed: str
    spans: tuple[Span, ...]
    kind: TokenKind
    case: Case
    first_part: bool = False


@dataclass(slots=True)
class _Builder:
    """Collects units into sentences."""

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
    lines: Sequence[Line], clean: Sequence[CleanLine], ends: Sequence[LineEnd | None]
) -> list[list[Unit]]:
    """Return the sentences of a page in order, every word and number once."""
    builder = _Builder()
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
        if place == 0 and index in taken:
            continue
        if token.kind is TokenKind.PUNCTUATION:
            if token.text in _STOPS:
                builder.stop()
            continue
        following = row[place + 1] if place + 1 < len(row) else None
        hyphened = following is not None and following.text == "-" and following.start == token.end
        if hyphened and place + 2 == len(row) and ends[index] is not None:
            _add_broken(builder, index, token, tokens, taken, ends)
        elif token.kind is TokenKind.NUMBER and following and following.text in _AFTER_ITEM:
            _add_token(builder, index, token._replace(kind=TokenKind.CODE), hyphened=False)
        else:
            _add_token(builder, index, token, hyphened=hyphened)


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
    if end is None or rest is None or end.join is not Join.DROP_HYPHEN or not _word(rest):
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


def _add_token(builder: _Builder, index: int, token: Token, *, hyphened: bool) -> None:
    parts = _parts(token) if _word(token) else [token]
    for place, part in enumerate(parts):
        first = hyphened and place == len(parts) - 1
        builder.add(_unit(builder, index, part, token.kind, first_part=first))


def _unit(
    builder: _Builder, index: int, part: Token, kind: TokenKind, *, first_part: bool = False
) -> Unit:
    spans = (Span(index, part.start, part.end),)
    case = case_of(part.text, at_start=builder.at_start)
    return Unit(part.text, spans, kind, case, first_part)


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


def case_of(word: str, *, at_start: bool) -> Case:
    """Return how a word is printed; capitals throughout and the first word count as START."""
    if not word[0].isupper():
        return Case.START if at_start and not word[0].isalpha() else Case.LOWER
    return Case.START if at_start or word.isupper() else Case.CAPITAL
