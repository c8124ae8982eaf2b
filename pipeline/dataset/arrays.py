"""Arrow arrays made of Python's values, from their bytes.

`pa.array` and `pa.scalar` load pandas, where it is installed, to ask whether they were given
something of its own. Every process that makes a row would pay for that: a quarter of a
second of processor time, as much as all else that a run over unchanged sources does. So the
buffers are made here, as Arrow's columnar format lays them out; for the columns of a
document, most of which are a few values, that takes no longer.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, chain
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import numpy as np
import pyarrow as pa

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_DAY: Final = _EPOCH.toordinal()
_MICROSECOND: Final = timedelta(microseconds=1)


def make_array(values: Sequence[Any], type_: pa.DataType) -> "pa.Array[Any]":
    """Return values as an array of one of the types that the tables have, None as empty.

    Raises TypeError, ValueError or OverflowError for a value of another type.
    """
    if isinstance(type_, pa.ListType):
        return _lists(values, type_)
    kind = _KINDS[type_]
    empty = values.count(None)
    present = [kind.filler if value is None else value for value in values] if empty else values
    validity = _bits([value is not None for value in values]) if empty else None
    return pa.Array.from_buffers(type_, len(values), [validity, *kind.buffers(present)], empty)


def _lists(values: Sequence[Sequence[Any]], type_: "pa.ListType[Any]") -> "pa.Array[Any]":
    items = make_array([*chain.from_iterable(values)], type_.value_type)
    if items.null_count:
        raise ValueError("a list has an empty item")
    ends = _ends(map(len, values))
    return pa.Array.from_buffers(type_, len(values), [None, ends], 0, children=[items])


def _texts(values: Sequence[str]) -> list[pa.Buffer]:
    joined = "".join(values)
    if joined.isascii():
        return [_ends(map(len, values)), pa.py_buffer(joined.encode())]
    encoded = [value.encode() for value in values]
    return [_ends(map(len, encoded)), pa.py_buffer(b"".join(encoded))]


def _ends(lengths: Iterable[int]) -> pa.Buffer:
    return pa.py_buffer(array("i", accumulate(lengths, initial=0)))


def _whole_numbers(values: Iterable[int]) -> list[pa.Buffer]:
    return [pa.py_buffer(array("i", values))]


def _fractions(values: Iterable[float]) -> list[pa.Buffer]:
    return [pa.py_buffer(array("d", values))]


def _truths(values: Sequence[bool]) -> list[pa.Buffer]:
    if not all(isinstance(value, bool) for value in values):
        raise TypeError("a value is neither true nor false")
    return [_bits(values)]


def _days(values: Iterable[date]) -> list[pa.Buffer]:
    return _whole_numbers(day - _FIRST_DAY for day in map(date.toordinal, values))


def _times(values: Iterable[datetime]) -> list[pa.Buffer]:
    return [pa.py_buffer(array("q", ((value - _EPOCH) // _MICROSECOND for value in values)))]


def _bits(flags: Sequence[bool]) -> pa.Buffer:
    return pa.py_buffer(np.packbits(np.array(flags, bool), bitorder="little").tobytes())


class _Kind(NamedTuple):
    """How values of a type become buffers, and what stands where there is none."""

    filler: object
    buffers: Callable[[Sequence[Any]], list[pa.Buffer]]


_KINDS: Final[Mapping[pa.DataType, _Kind]] = MappingProxyType(
    {
        pa.string(): _Kind("", _texts),
        pa.int32(): _Kind(0, _whole_numbers),
        pa.float64(): _Kind(0.0, _fractions),
        pa.bool_(): _Kind(False, _truths),
        pa.date32(): _Kind(_EPOCH, _days),
        pa.timestamp("us", tz="UTC"): _Kind(_EPOCH, _times),
    }
)
