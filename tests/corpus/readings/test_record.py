import gzip
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.readings.record import Part, ReadLine, load, save
from pipeline.errors import UsageError

# Words as an engine reads them: printable, and never a tab or a line break.
TEXTS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=20)
NUMBERS = st.integers(0, 999)
LINES = st.builds(
    ReadLine,
    *(TEXTS, TEXTS, st.sampled_from([9.0, 10.5]), NUMBERS, TEXTS, TEXTS),
    *(NUMBERS, NUMBERS, NUMBERS, TEXTS, TEXTS),
)


@given(st.lists(LINES))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lines_come_back_as_they_were_saved(tmp_path: Path, lines: list[ReadLine]) -> None:
    path = save(lines, Part.TEST, tmp_path)
    assert list(load("test", tmp_path)) == lines
    assert save(lines, Part.DEVELOPMENT, tmp_path).read_bytes() == path.read_bytes()


def test_a_part_that_was_not_made_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"test\.tsv\.gz is missing"):
        next(load("test", tmp_path))


def test_other_columns_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "test.tsv.gz").write_bytes(gzip.compress(b"read\ttrue\n"))
    with pytest.raises(UsageError, match="other columns"):
        next(load("test", tmp_path))


def test_there_is_no_third_part(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="training"):
        next(load("training", tmp_path))
