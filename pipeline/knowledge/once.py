"""What many rules ask of the same blocks is worked out once."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import TypeVar

from pipeline.knowledge.textflow import Block

Result = TypeVar("Result")


def once(work: Callable[[Sequence[Block]], Result]) -> Callable[[Sequence[Block]], Result]:
    """Return a function that works once for blocks that it is asked about again and again.

    The blocks of a document are a tuple, which never changes: the last one is known again by its
    identity. What comes out is given to all who ask, so that nobody may change it.
    """
    last: tuple[Sequence[Block], Result] | None = None

    @wraps(work)
    def remembered(blocks: Sequence[Block]) -> Result:
        nonlocal last
        kept = last
        if kept is not None and kept[0] is blocks:
            return kept[1]
        result = work(blocks)
        last = (blocks, result) if isinstance(blocks, tuple) else None
        return result

    return remembered
