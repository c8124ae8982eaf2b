from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.repair import Edit, EditKind, Join, RepairedLine
from pipeline.text.derived import derive, joined_lines, raw_offset


def edit(start: int, before: str, after: str) -> Edit:
    return Edit(start, start + len(before), before, after, EditKind.DIACRITIC, 1.0)


def test_a_word_broken_over_a_line_end_becomes_whole_and_leads_back() -> None:
    first = RepairedLine("i en allt mer globali-", (), Join.DROP_HYPHEN)
    second = RepairedLine("serad virld vilket", (edit(6, "virld", "värld"),))
    derived = derive([first, second])
    assert derived.text == "i en allt mer globaliserad\nvärld vilket"
    at = derived.text.index("serad")
    assert derived.position(at) == (2, 0)
    at = derived.text.index("värld")
    assert derived.position(at) == (2, 6)
    assert derived.raw_slice(at, at + 5) == "virld"
    word = derived.text.index("globaliserad")
    assert derived.raw_slice(word, word + 12) == "globali- serad"


def test_a_hyphen_that_belongs_to_the_word_stays() -> None:
    derived = derive([RepairedLine("inom EU-", (), Join.KEEP_HYPHEN), RepairedLine("projekt och")])
    assert derived.text == "inom EU-projekt\noch"


def test_a_word_over_three_lines_becomes_whole() -> None:
    lines = [
        RepairedLine("om-", (), Join.DROP_HYPHEN),
        RepairedLine("världsbevak-", (), Join.DROP_HYPHEN),
        RepairedLine("ning"),
    ]
    assert derive(lines).text == "omvärldsbevakning\n\n"


def test_no_lines_give_no_text() -> None:
    assert derive([]).text == ""
    assert derive([]).position(0) == (1, 0)


@st.composite
def repaired_lines(draw: st.DrawFn) -> RepairedLine:
    words = draw(st.lists(st.text("aäb", min_size=1, max_size=4), max_size=4))
    join = draw(st.sampled_from(Join))
    raw = " ".join(words) + ("-" if join is not Join.NONE and words else "")
    edits = []
    position = 0
    for word in words:
        if draw(st.booleans()):
            edits.append(edit(position, word, draw(st.text("åö", max_size=4))))
        position += len(word) + 1
    return RepairedLine(raw, tuple(edits), join)


@given(st.lists(repaired_lines(), max_size=5))
def test_every_character_leads_to_its_line(lines: list[RepairedLine]) -> None:
    derived = derive(lines)
    assert derived.text.count("\n") == max(len(lines) - 1, 0)
    for offset, character in enumerate(derived.text):
        number, place = derived.position(offset)
        if character != "\n":
            assert derived.lines[number - 1].text[place] == character


@given(repaired_lines())
def test_raw_offsets_stay_in_the_line_and_in_order(line: RepairedLine) -> None:
    offsets = [raw_offset(line, offset) for offset in range(len(line.text) + 1)]
    assert offsets == sorted(offsets)
    if not line.edits or line.edits[-1].after:
        assert raw_offset(line, len(line.text), after=True) == len(line.raw)


@given(st.lists(repaired_lines(), max_size=6))
def test_a_stream_of_lines_is_joined_as_the_whole_of_them(lines: list[RepairedLine]) -> None:
    joined = list(joined_lines(lines))
    assert "\n".join(joined) == derive(lines).text
    assert len(joined) == len(lines)
