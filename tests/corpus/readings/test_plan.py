from collections import Counter

import pytest

from corpus.readings import Part, ReadLine, load
from corpus.readings.plan import TYPEFACES, WORDS, documents, jobs, printings
from corpus.readings.reading import SCANNERS
from tests.typefaces import needs_typefaces


@pytest.fixture(scope="module", params=list(Part))
def part(request: pytest.FixtureRequest) -> Part:
    return Part(request.param)


@pytest.fixture(scope="module")
def lines(part: Part) -> list[ReadLine]:
    return list(load(part))


def test_the_parts_share_no_document_and_no_typeface() -> None:
    for things in (documents, TYPEFACES.__getitem__):
        development, test = (set(things(part)) for part in Part)
        assert development
        assert test
        assert not development & test


def test_each_typeface_meets_each_scanner(part: Part) -> None:
    met = {(way.typeface, way.scanner) for way in printings(part)}
    assert len(met) == len(TYPEFACES[part]) * len(SCANNERS)


@needs_typefaces
def test_every_document_and_resolution_is_read_and_nothing_twice(part: Part) -> None:
    planned = list(jobs(part))
    assert {job.document for job in planned} == set(documents(part))
    assert len({job.printing.dpi for job in planned}) == 4
    assert len({(job.document, job.printing, job.language) for job in planned}) == len(planned)


def test_the_file_holds_its_own_part_alone(part: Part, lines: list[ReadLine]) -> None:
    assert {line.document for line in lines} == set(documents(part))
    assert {line.typeface for line in lines} == set(TYPEFACES[part])


def test_the_file_holds_the_words_that_were_planned(lines: list[ReadLine]) -> None:
    words: Counter[str] = Counter()
    for line in lines:
        words[line.language] += len(line.true.split())
    assert set(words) == set(WORDS)
    for language, planned in WORDS.items():
        assert words[language] >= 0.98 * planned
