from corpus.readings.reading import JobResult
from corpus.readings.record import ReadLine
from corpus.readings.tally import Tally, damaged_words, report, tally


def read_line(page: int, read: str, true: str) -> ReadLine:
    return ReadLine("plan", "carlito", 10, 300, "clean", "eng", page, 0, 1, read, true)


def test_joined_words_are_damaged_and_invented_ones_are_none() -> None:
    assert damaged_words("pa vag", "på väg") == 2
    assert damaged_words("fram til|| malet ;", "fram till målet") == 2
    assert damaged_words("helaåret", "hela året") == 2
    assert damaged_words("~ ;", "") == 0


def test_tallies_count_and_add_up() -> None:
    lines = (read_line(1, "pa väg", "på väg"), read_line(2, "hem", "hem"))
    once = tally(JobResult(lines, printed=4, missed=1))
    assert once == Tally(pages=2, lines=2, printed=4, missed=1, damaged=1)
    assert once + once == Tally(4, 4, 8, 2, 2)
    _, row = report([("eng", once)])
    assert row.split() == ["eng", "2", "2", "3", "33.3%", "25.00%"]
