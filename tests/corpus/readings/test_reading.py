import shutil

import pytest

from corpus.readings.reading import SCANNERS, Job, JobResult, Printing, read_job
from corpus.render import parse_markup
from tests.typefaces import needs_typefaces

pytestmark = [
    needs_typefaces,
    pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is missing"),
]

TEXT = """= Åtgärder för Öland

Regionstyrelsen föreslår att färjan mellan Åsnäs och Långö går även på söndagar. Resorna blir
fler när bryggan är klar, och därför ökar också behovet av väntrum.

Beslutet följs upp i december. Ansvarig är trafikchef Märta Sjöberg.
"""


@pytest.fixture(scope="module")
def result() -> JobResult:
    printing = Printing("liberation-serif", 11, 150, "slanting", columns=2)
    return read_job(Job("prov", parse_markup(TEXT), printing))


def test_the_true_lines_are_the_text(result: JobResult) -> None:
    true = " ".join(line.true for line in result.lines)
    # The page number stands alone, and engines may overlook it.
    assert true.removesuffix(" 1").replace("- ", "") == " ".join(TEXT.removeprefix("= ").split())
    assert result.printed - result.missed == len(true.split())


def test_what_was_read_lacks_its_dots(result: JobResult) -> None:
    assert any(line.read != line.true for line in result.lines)
    assert sum(line.read == line.true for line in result.lines) < len(result.lines) / 2


def test_the_lines_know_where_they_come_from(result: JobResult) -> None:
    first = result.lines[0]
    assert (first.document, first.typeface, first.size) == ("prov", "liberation-serif", 11)
    assert (first.dpi, first.scan, first.language, first.page) == (150, "slanting", "eng", 1)
    assert [line.line for line in result.lines] == list(range(1, len(result.lines) + 1))
    blocks = [line.block for line in result.lines]
    assert blocks == sorted(blocks)
    assert len(set(blocks)) >= 3


def test_there_are_straight_and_slanting_scanners_and_some_of_two_colours() -> None:
    assert {scanner.slant > 0 for scanner in SCANNERS.values()} == {True, False}
    assert {scanner.bilevel for scanner in SCANNERS.values()} == {True, False}
