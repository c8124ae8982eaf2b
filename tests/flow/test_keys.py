from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import Config, RepairConfig
from pipeline.flow.keys import page_ranges, repair_key
from pipeline.flow.tools import Setup, Tools
from pipeline.repair.channel import Confusion, Confusions
from pipeline.repair.tables import write_confusions


def test_a_repair_is_kept_by_what_the_tables_of_confusions_hold(tmp_path: Path) -> None:
    folder = tmp_path / "confusions"
    config = RepairConfig(confusions=str(folder))
    keys = set()
    for printed in ("a", "i"):
        write_confusions(folder, Confusions({Confusion("å", printed): 1.0}, {}), "x")
        for settings in (RepairConfig(), config):
            setup = Setup(Config(repair=settings), tmp_path)
            keys.add(repair_key(Tools(setup), [], ["before"]))
    assert len(keys) == 3


@given(pages=st.integers(1, 700), size=st.integers(1, 20))
def test_ranges_hold_each_page_once_and_never_grow(pages: int, size: int) -> None:
    ranges = list(page_ranges(pages, size))
    numbers = [number for first, last in ranges for number in range(first, last + 1)]
    assert numbers == list(range(1, pages + 1))
    sizes = [last - first + 1 for first, last in ranges]
    assert max(sizes) == min(size, pages)
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("workers", [2, 3])
def test_no_core_waits_long_for_the_last_range(workers: int) -> None:
    ends = [0] * workers
    for first, last in page_ranges(200, 8):
        ends[ends.index(min(ends))] += last - first + 1
    assert max(ends) - min(ends) <= 1
    assert list(page_ranges(30, 8)) == [(1, 8), (9, 16), (17, 24), (25, 30)]
