from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.geometry import Box
from pipeline.store import Cache
from tests.faults import full_disk


@dataclass(frozen=True, slots=True)
class Value:
    number: int
    texts: tuple[str, ...] = ()
    box: Box | None = None


def only_file(root: Path) -> Path:
    (path,) = (path for path in root.rglob("*") if path.is_file())
    return path


def test_a_value_comes_back_as_it_was_with_its_types(tmp_path: Path) -> None:
    value = Value(3, ("å", "ä"), Box(0, 0, 1, 2))
    cache = Cache(tmp_path)
    digest = cache.put("key", value)
    assert Cache(tmp_path).get("key", Value) == value
    assert digest == sha256(msgspec.msgpack.encode(value)).hexdigest() == cache.digest("key")


def test_a_key_that_was_never_put_is_missing(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "not yet")
    assert cache.get("key", Value) is None
    assert cache.digest("key") is None


def test_entries_lie_two_folders_deep_and_no_key_leads_out(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("../../../outside\0", Value(1))
    assert len(only_file(tmp_path).relative_to(tmp_path).parts) == 3
    assert cache.get("../../../outside\0", Value) == Value(1)


@given(st.data())
def test_an_entry_with_any_byte_changed_or_cut_off_is_missing_and_removed(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    cache = Cache(tmp_path_factory.mktemp("cache"))
    cache.put("key", Value(7, ("text",) * 50))
    path = only_file(cache.root)
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    if data.draw(st.booleans(), label="cut"):
        path.write_bytes(whole[:place])
    else:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x41]) + whole[place + 1 :])
    # A byte of the frame's header may change without a change of the content.
    assert cache.get("key", Value) in (None, Value(7, ("text",) * 50))
    cache.put("key", Value(7))
    assert cache.get("key", Value) == Value(7)


def test_a_torn_entry_is_removed(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("key", Value(1))
    path = only_file(tmp_path)
    path.write_bytes(path.read_bytes()[:-1])
    assert cache.get("key", Value) is None
    assert not path.exists()
    assert cache.digest("key") is None


def test_a_value_of_another_type_is_missing(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("key", Value(1))
    assert cache.get("key", Box) is None


def test_a_value_its_constructor_rejects_is_missing(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("key", {"x0": 5.0, "y0": 0.0, "x1": 1.0, "y1": 1.0})
    assert cache.get("key", Box) is None


def test_a_full_disk_leaves_the_old_entry_and_no_rest(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("key", Value(1))
    with full_disk(20), pytest.raises(OSError, match="too large"):
        cache.put("key", Value(2))
    assert cache.get("key", Value) == Value(1)
    assert only_file(tmp_path)


def _put_and_get(root: Path, number: int) -> int:
    cache = Cache(root)
    seen = 0
    for round_ in range(20):
        cache.put("shared", Value(number, ("x" * round_ * 100,)))
        found = cache.get("shared", Value)
        assert found is not None
        seen = found.number
    return seen


def test_several_processes_share_a_key_and_none_sees_half(tmp_path: Path) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        numbers = pool.map(_put_and_get, [tmp_path] * 2, [1, 2])
        assert set(numbers) <= {1, 2}
    assert only_file(tmp_path)
