import pytest

from pipeline.text.drawn import is_rule


@pytest.mark.parametrize("line", ["-----", "  =====", "------  ------ ---", "————— ", "_______"])
def test_a_rule_is_drawn(line: str) -> None:
    assert is_rule(line)


@pytest.mark.parametrize("line", ["", "----", "- -----", "----- 2024", "| --- |", "·····"])
def test_what_is_written_or_shorter_is_none(line: str) -> None:
    assert not is_rule(line)
