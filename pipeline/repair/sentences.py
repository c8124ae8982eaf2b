"""The words of a page as sentences to be repaired, across line ends and hyphens."""

import re
from collections.abc import Container, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from pipeline.model.page import Line
from pipeline.model.repair import Join
from pipeline.repair.choices import Case
from pipeline.repair.hyphens import HYPHENS, LineEnd
from pipeline.repair.lines import CleanLine
from pipeline.text.markup import ENTITY, TAG
from pipeline.text.tokens import Token, TokenKind, is_code

BAR = "|"
YEAR_OR_IS = "ar"
"""What *år* and *är* are printed as; what stands beside it tells which."""

_BEFORE_ITEM = frozenset("([§")
_AFTER_ITEM = frozenset(".:;,!?)]§%")  # `1.` and `1:` are numbers, whatever the context says
_PARTY = re.compile(r" ?\([A-ZÅÄÖ][A-Za-zåäö]{0,3}\)")
_DOUBLED = re.compile(r"[^\W\d_][OAG][a-zåäö6éd&]+$")  # `HOkesund`: the capital is no capital
_ABBREVIATION = 8  # letters of the longest abbreviations in capitals
_CACHE_SIZE = 8_000
_STOPS = frozenset(".!?•…")


_WORD, _PUNCTUATION = TokenKind.WORD, TokenKind.PUNCTUATION  # found faster than by their class


class Span(Struct, frozen=True, gc=False):
    """Where (a part of) a word stands: line from 0, characters of the clean line."""

    line: int
    start: int
    end: int


class Unit(Struct, frozen=True, gc=False):
    """A word as printed, or a token that is no word; `spans` holds one place a line.

    `plain` holds for a word in small letters with none of the marks that follow.
    `first_part` holds for the left part of a compound whose rest is elsewhere (`hälso-`),
    `stopped` for a word with a full stop after it, `named` for a person's name before a
    party in brackets, `bracketed` for the party, or another abbreviation.
    """

    printed: str
    spans: tuple[Span, ...]
    kind: TokenKind
    case: Case
    plain: bool = False
    first_part: bool = False
    stopped: bool = False
    named: bool = False
    bracketed: bool = False


def are_beside(left: Unit, right: Unit) -> bool:
    """Tell whether nothing but a space, a hyphen or a line's end is between two units."""
    end, start = left.spans[-1], right.spans[0]
    return end.line != start.line or start.start - end.end == 1


def sentences(
    lines: Sequence[Line],
    clean: Sequence[CleanLine],
    ends: Sequence[LineEnd | None],
    bullets: Container[int] = (),
) -> list[list[Unit]]:
    """Return the sentences of a page in order, every word and number once.

    The first signs of the lines `bullets` are bullets, whatever they look like.
    """
    builder = _Builder(clean, ends, bullets)
    for index, line in enumerate(lines):
        if index and _breaks(lines[index - 1], line, clean[index].text):
            builder.stop()
        builder.add_line(index)
    return [sentence for sentence in builder.sentences if sentence]


def _breaks(before: Line, line: Line, text: str) -> bool:
    """Tell whether a line begins a sentence of its own."""
    if before.block == line.block and before.role == line.role:
        return False
    begins = text.lstrip()[:1]
    return not begins or not begins.islower() or before.role != line.role


class _Builder:
    """Collects the units of a page's lines into sentences."""

    def __init__(
        self,
        clean: Sequence[CleanLine],
        ends: Sequence[LineEnd | None],
        bullets: Container[int],
    ) -> None:
        self.sentences: list[list[Unit]] = [[]]
        self._clean = clean
        self._ends = ends
        self._bullets = bullets
        self._tokens = [line.tokens for line in clean]
        self._taken: set[int] = set()  # lines whose first word went to the line before

    def stop(self) -> None:
        """End the sentence."""
        if self.sentences[-1]:
            self.sentences.append([])

    def add_line(self, index: int) -> None:
        """Add the units of a line."""
        row = self._tokens[index]
        if row and index in self._bullets:
            self.stop()
        first = bool(row) and (index in self._bullets or index in self._taken)
        markup = _markup(self._clean[index].text)
        for place in range(first, len(row)):
            kind = row[place].kind
            if markup and any(start <= row[place].start < end for start, end in markup):
                if kind is _WORD:
                    self._append(index, row[place], TokenKind.CODE)
            elif kind is _WORD and _stands_free(row, place):
                self._append_word(index, row[place])
            elif kind is not _PUNCTUATION or _is_bar(row, place):
                self._add(index, place)
            elif row[place].text in _STOPS:
                self.stop()

    def _append_word(self, index: int, token: Token) -> None:
        """Append a word of which there is nothing to tell; most are printed in small letters."""
        text, spans = token.text, (Span(index, token.start, token.end),)
        if text.islower() and text[0].isalpha():
            plain = text != YEAR_OR_IS
            self.sentences[-1].append(Unit(text, spans, _WORD, Case.LOWER, plain=plain))
        else:
            self._append_spans(text, spans, _WORD)

    def _add(self, index: int, place: int) -> None:
        row = self._tokens[index]
        token = row[place]
        following = row[place + 1] if place + 1 < len(row) else _NOTHING
        hyphened = following.text in HYPHENS and following.start == token.end
        if hyphened and place + 2 == len(row) and self._add_broken(index, token):
            return
        bracketed = place > 0 and row[place - 1].text in _BEFORE_ITEM
        if token.kind is TokenKind.NUMBER and (bracketed or following.text in _AFTER_ITEM):
            self._append(index, token, TokenKind.CODE)
            return
        if bracketed and following.text == ")" and _is_abbreviation(token):
            self._append(index, token, _WORD)
            self.sentences[-1][-1] = replace(self.sentences[-1][-1], plain=False, bracketed=True)
            return
        for part in _parts(token):
            self._append(index, part, token.kind)
        if hyphened or following.text == ".":
            self._mark(first_part=hyphened, stopped=not hyphened)
        if _PARTY.match(self._clean[index].text, token.end):
            self._mark_name()

    def _add_broken(self, index: int, token: Token) -> bool:
        """Add a word that goes on in the next line, whole; tell whether there is one."""
        end = self._ends[index]
        if end is None or end.join is not Join.DROP_HYPHEN or not self._tokens[end.following]:
            return False
        rest = self._tokens[end.following][0]
        if not _whole(token, rest):
            return False
        self._taken.add(end.following)
        *earlier, left = _parts(token)
        right, *later = _parts(rest)
        for part in earlier:
            self._append(index, part, token.kind)
        spans = Span(index, left.start, left.end), Span(end.following, right.start, right.end)
        self._append_spans(left.text + right.text, spans, TokenKind.WORD)
        for part in later:
            self._append(end.following, part, rest.kind)
        return True

    def _append(self, index: int, part: Token, kind: TokenKind) -> None:
        self._append_spans(part.text, (Span(index, part.start, part.end),), kind)

    def _append_spans(self, printed: str, spans: tuple[Span, ...], kind: TokenKind) -> None:
        sentence = self.sentences[-1]
        case = case_of(printed, at_start=not sentence)
        plain = kind is _WORD and case is Case.LOWER and printed != YEAR_OR_IS
        sentence.append(Unit(printed, spans, kind, case, plain))

    def _mark(self, *, first_part: bool, stopped: bool) -> None:
        sentence = self.sentences[-1]
        sentence[-1] = replace(sentence[-1], plain=False, first_part=first_part, stopped=stopped)

    def _mark_name(self) -> None:
        """Note that the capitalised words just added are a person's name."""
        sentence = self.sentences[-1]
        for place in range(len(sentence) - 1, -1, -1):
            unit, after = sentence[place], sentence[place + 1 : place + 2]
            if not unit.printed[0].isupper() or (after and not are_beside(unit, after[0])):
                break
            sentence[place] = replace(sentence[place], plain=False, named=True)


_NOTHING = Token("", -1, -1, TokenKind.PUNCTUATION)


def _stands_free(row: Sequence[Token], place: int) -> bool:
    """Tell whether a word has no hyphen in it, and only white space before the next word."""
    token = row[place]
    if place + 1 == len(row) or "-" in token.text:
        return False
    following = row[place + 1]
    return following.kind is _WORD and following.start > token.end


def _is_bar(row: Sequence[Token], place: int) -> bool:
    """Tell whether a token is a bar before a word, as engines read the word I.

    Bars between the cells of a row stand in company.
    """
    if row[place].text != BAR or place + 1 == len(row):
        return False
    after = row[place + 1]
    if after.kind is not TokenKind.WORD or not after.text[0].islower():
        return False
    return sum(token.text == BAR for token in row) == 1


def _markup(text: str) -> list[tuple[int, int]]:
    """Return where tags and entities of HTML stand that was printed as it is."""
    if "<" not in text and "&" not in text:
        return []
    return [match.span() for pattern in (TAG, ENTITY) for match in pattern.finditer(text)]


def _is_abbreviation(token: Token) -> bool:
    """Tell whether what stands in brackets abbreviates what stands before it (`(ERB)`, `(ViG)`)."""
    ends = token.text[0] + token.text[-1]
    return token.kind is _WORD and ends.isupper() and len(token.text) <= _ABBREVIATION


def _whole(left: Token, right: Token) -> bool:
    """Tell whether two halves make a word, one of which may look like a code (`£6-regatts`)."""
    if right.kind is not TokenKind.WORD:
        return False
    return left.kind is TokenKind.WORD or not is_code(left.text + right.text)


def _parts(token: Token) -> list[Token]:
    """Divide a word at its inner hyphens."""
    if token.kind is not TokenKind.WORD or "-" not in token.text:
        return [token]
    parts = []
    start = token.start
    for text in token.text.split("-"):
        if text:
            parts.append(Token(text, start, start + len(text), token.kind))
        start += len(text) + 1
    return parts


def case_of(word: str, *, at_start: bool) -> Case:
    """Return how a word is printed; the first word of a sentence counts as START."""
    case = _case_inside(word)
    if not at_start or case is Case.UPPER or case is Case.MIXED:
        return case
    return Case.LOWER if case is Case.LOWER and word[0].isalpha() else Case.START


@lru_cache(_CACHE_SIZE)
def _case_inside(word: str) -> Case:
    """Return how a word is printed that is not the first one."""
    if not word[0].isupper():
        return Case.MIXED if any(map(str.isupper, word)) else Case.LOWER
    if len(word) > 1 and word.isupper():
        return Case.UPPER
    if any(map(str.isupper, word[1:])) and not _DOUBLED.match(word):
        return Case.MIXED
    return Case.CAPITAL
