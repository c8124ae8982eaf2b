"""Results that are made when first asked for, and kept."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

from pipeline.store import Cache

T = TypeVar("T")


@dataclass(slots=True)
class Result(Generic[T]):
    """A result by its key: taken from the cache, or made and kept there.

    Who holds it has it in memory from the first time that its value is asked for.
    """

    cache: Cache
    key: str
    type: type[T]
    make: Callable[[], T]
    _value: T | None = field(default=None, init=False, repr=False)

    @property
    def is_kept(self) -> bool:
        """Whether an earlier call, in whatever process, has made it."""
        return self.cache.digest(self.key) is not None

    def digest(self) -> str:
        """Return the digest of its content, which names it to later stages."""
        return self.cache.digest(self.key) or self._make()

    def value(self) -> T:
        """Return it."""
        if self._value is None:
            self._value = self.cache.get(self.key, self.type)
        if self._value is None:
            self._make()
        return cast(T, self._value)

    def _make(self) -> str:
        self._value = self.make()
        return self.cache.put(self.key, self._value)
