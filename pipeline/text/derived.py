"""The text of a page, derived from its lines, with offset maps that lead back."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from pipeline.model.repair import Join, RepairedLine


class LinePosition(NamedTuple):
    """A place in a line: its number from 1, and the offset in characters from 0."""

    line_number: int
    offset: int


@dataclass(frozen=True, slots=True)
class DerivedText:
    """The repaired text of a page, its lines divided by line breaks.

    A word broken over a line end stands whole at the end of the first of its lines; the
    line that held its rest begins after it. `starts` are the offsets in `text` of each
    piece, a piece being a stretch that comes from one line.
    """

    text: str
    lines: tuple[RepairedLine, ...]
    pieces: tuple["Piece", ...]
    starts: tuple[int, ...]

    def position(self, offset: int) -> LinePosition:
        """Return the line and offset in its repaired text from which a character comes.

        A line break counts as the end of its line. Raises IndexError outside the text.
        """
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"no character {offset} in a text of {len(self.text)}")
        if not self.pieces:
            return LinePosition(1, 0)
        piece, start = self._piece(offset)
        return LinePosition(piece.line + 1, piece.start + min(offset - start, piece.length))

    def raw_slice(self, start: int, end: int) -> str:
        """Return what was read where `text[start:end]` stands; line breaks become spaces."""
        if start >= end:
            return ""
        first, last = self.position(start), self.position(end - 1)
        parts = []
        for number in range(first.line_number, last.line_number + 1):
            line = self.lines[number - 1]
            begin = first.offset if number == first.line_number else 0
            stop = len(line.text) if number < last.line_number else last.offset + 1
            parts.append(line.raw[raw_offset(line, begin) : raw_offset(line, stop, after=True)])
        return " ".join(part for part in parts if part)

    def _piece(self, offset: int) -> tuple["Piece", int]:
        index = bisect_right(self.starts, offset) - 1
        # Empty pieces share their start with the next one; the break after them is theirs.
        return self.pieces[index], self.starts[index]


class Piece(NamedTuple):
    """A stretch of one line: the line's place from 0, offset and length in its text."""

    line: int
    start: int
    length: int
    tail: str


def derive(lines: Sequence[RepairedLine]) -> DerivedText:
    """Join the lines of a page to its text: words broken over a line end become whole.

    The text has as many lines as went in; one whose only word went to an earlier line is
    empty.
    """
    pieces: list[Piece] = []
    taken: dict[int, int] = {}
    for index, line in enumerate(lines):
        start = taken.get(index, 0)
        if _goes_on(lines, index) and line.text[start:].strip():
            pieces.append(_head(index, start, line))
            taken |= _pull_rest(lines, index + 1, pieces)
        else:
            pieces.append(Piece(index, start, len(line.text) - start, "\n"))
    if pieces:
        pieces[-1] = pieces[-1]._replace(tail="")
    texts = [lines[p.line].text[p.start : p.start + p.length] + p.tail for p in pieces]
    starts = tuple(accumulate((len(text) for text in texts[:-1]), initial=0)) if texts else ()
    return DerivedText("".join(texts), tuple(lines), tuple(pieces), starts)


def joined_lines(lines: Iterable[RepairedLine]) -> Iterator[str]:
    """Yield the lines of the derived text of a stream of lines, as many as come in."""
    broken: list[RepairedLine] = []
    for line in lines:
        broken.append(line)
        if line.join is Join.NONE:
            yield from derive(broken).text.split("\n")
            broken.clear()
    if broken:
        yield from derive(broken).text.split("\n")


def _goes_on(lines: Sequence[RepairedLine], index: int) -> bool:
    return lines[index].join is not Join.NONE and index + 1 < len(lines)


def _head(index: int, start: int, line: RepairedLine) -> Piece:
    """Return the part of a line before its broken end, without the hyphen if it is dropped."""
    kept = len(line.text.rstrip()) - (line.join is Join.DROP_HYPHEN)
    return Piece(index, start, max(kept - start, 0), "")


def _pull_rest(lines: Sequence[RepairedLine], index: int, pieces: list[Piece]) -> dict[int, int]:
    """Append the rest of a broken word; return how much of which lines it took.

    A line that is itself nothing but the middle of the word is taken whole.
    """
    taken = {}
    while True:
        line = lines[index]
        rest = _first_word_length(line.text)
        following = line.text[rest:]
        taken[index] = len(line.text) - len(following.lstrip())
        if following.strip() or not _goes_on(lines, index):
            pieces.append(Piece(index, 0, rest, "\n"))
            return taken
        pieces.append(_head(index, 0, line))
        index += 1


def raw_offset(line: RepairedLine, offset: int, *, after: bool = False) -> int:
    """Return the offset in the raw line for one in its repaired text.

    Inside an edit it is the edit's start, or its end with `after`, so that a raw slice
    takes in the whole of what was changed.
    """
    shift = 0
    for edit in line.applied:
        start = edit.start + shift
        end = start + len(edit.after)
        if offset < start or (offset == start and after):
            break
        if offset < end or (offset == end and after):
            return edit.end if after else edit.start
        shift += len(edit.after) - len(edit.before)
    return offset - shift


def _first_word_length(text: str) -> int:
    indent = len(text) - len(text.lstrip())
    word = text[indent:].split(maxsplit=1)
    return indent + len(word[0]) if word else 0
