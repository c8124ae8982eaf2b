"""Results: made once, read once, made again where what was kept is torn."""

from pathlib import Path

from pipeline.flow.results import Result
from pipeline.model.geometry import Box
from pipeline.store import Cache


def _result(cache: Cache, made: list[Box]) -> Result[Box]:
    def make() -> Box:
        made.append(Box(0, 0, len(made) + 1, 1))
        return made[-1]

    return Result(cache, "key", Box, make)


def test_a_result_is_made_once_whatever_is_asked_for_first(tmp_path: Path) -> None:
    for first in (Result.digest, Result.value):
        cache = Cache(tmp_path / first.__name__)
        made: list[Box] = []
        result = _result(cache, made)
        assert cache.digest("key") is None
        first(result)
        assert result.value() is result.value()
        assert result.digest() == cache.digest("key")
        assert _result(cache, made).value() == made[0]
        assert len(made) == 1


def test_a_torn_result_is_made_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    made: list[Box] = []
    _result(cache, made).value()
    (entry,) = (path for path in tmp_path.rglob("*") if path.is_file())
    entry.write_bytes(entry.read_bytes()[:-3])
    assert _result(cache, made).value() == made[1]
