from random import Random
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from corpus.readings.matching import Matched, match
from pipeline.model.geometry import Box
from pipeline.model.page import Line, Word

LETTER, LEADING = 5.0, 14.0
WORDS = st.text("abcdeåäö", min_size=1, max_size=9)


class Way(NamedTuple):
    """How an engine reads a word: as it is or wrongly, not at all, joined to the next, in two."""

    word: str
    fate: str


def fated(word: str) -> st.SearchStrategy[Way]:
    fates = ["right", "wrong", "missed", "joined", *(["split"] if len(word) > 1 else [])]
    return st.sampled_from(fates).map(lambda fate: Way(word, fate))


LINES = st.lists(st.lists(WORDS.flatmap(fated), min_size=1, max_size=6), min_size=1, max_size=6)


def place(row: int, left: int, length: int) -> Box:
    top = row * LEADING
    return Box(left * LETTER, top, (left + length) * LETTER, top + 10)


def printed_line(row: int, ways: list[Way]) -> list[Word]:
    words, left = [], 0
    for way in ways:
        words.append(Word(way.word, place(row, left, len(way.word))))
        left += len(way.word) + 1
    return words


def read_line(printed: list[Word], ways: list[Way]) -> Line:
    words: list[Word] = []
    joins = False
    for word, way in zip(printed, ways, strict=True):
        assert word.box is not None
        if way.fate != "missed" and joins:
            last = words.pop()
            assert last.box is not None
            words.append(Word(last.text + way.word, last.box.union(word.box)))
        elif way.fate == "split":
            middle = (word.box.x0 + word.box.x1) / 2
            words.append(Word(way.word[:1], structs.replace(word.box, x1=middle)))
            words.append(Word(way.word[1:], structs.replace(word.box, x0=middle)))
        elif way.fate != "missed":
            words.append(Word("x" if way.fate == "wrong" else way.word, word.box))
        joins = way.fate == "joined"
    return Line(" ".join(word.text for word in words), words=tuple(words))


@given(LINES, st.randoms(use_true_random=False))
def test_nothing_that_goes_wrong_in_one_place_is_felt_in_another(
    page: list[list[Way]], chance: Random
) -> None:
    printed = [printed_line(row, ways) for row, ways in enumerate(page)]
    expected = [
        [word for word, way in zip(words, ways, strict=True) if way.fate != "missed"]
        for words, ways in zip(printed, page, strict=True)
    ]
    read = [
        (read_line(words, ways), tuple(kept))
        for words, ways, kept in zip(printed, page, expected, strict=True)
        if kept
    ]
    noise = Line("~ ;", words=(Word("~ ;", place(len(page) + 1, 0, 9)),))
    read.append((noise, ()))
    chance.shuffle(read)
    matched = match([line for line, _ in read], [word for words in printed for word in words])
    assert matched.lines == tuple(kept for _, kept in read)
    assert len(matched.missed) == sum(way.fate == "missed" for ways in page for way in ways)


def test_a_page_that_was_not_read_is_missed() -> None:
    words = printed_line(0, [Way("en", "missed"), Way("rad", "missed")])
    assert match([], words).missed == tuple(words)


def test_letters_decide_where_a_box_reaches_a_little_into_the_next_word() -> None:
    one, two = printed_line(0, [Way("länets", "right"), Way("kommuner", "missed")])
    vague = Line("lanets", words=(Word("lanets", place(0, 0, 9)),))
    assert match([vague], [one, two]).lines == ((one,),)


def test_letters_keep_a_word_of_which_a_box_leaves_out_half() -> None:
    one, two = printed_line(0, [Way("länets", "right"), Way("kommuner", "right")])
    short = Word("kommuner", place(0, 7, 3))
    read = Line("lanets kommuner", words=(Word("lanets", one.box), short))
    assert match([read], [one, two]).lines == ((one, two),)


def test_letters_find_a_word_whose_box_lies_elsewhere() -> None:
    one, two, three = printed_line(0, [Way(word, "right") for word in ("fem", "nya", "hem")])
    astray = Word("nya", place(9, 40, 3))
    line = Line("fem nya hem", words=(Word("fem", one.box), astray, Word("hem", three.box)))
    assert match([line], [one, two, three]) == Matched(((one, two, three),), ())
