"""Results that are made when first asked for, and kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipeline.store import Cache

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """A result by its key: taken from the cache, or made and kept there."""

    cache: Cache
    key: str
    type: type[T]
    make: Callable[[], T]

    @property
    def is_kept(self) -> bool:
        """Whether an earlier call, in whatever process, has made it."""
        return self.cache.digest(self.key) is not None

    def digest(self) -> str:
        """Return the digest of its content, which names it to later stages."""
        return self.cache.digest(self.key) or self.cache.put(self.key, self.make())

    def value(self) -> T:
        """Return it."""
        found = self.cache.get(self.key, self.type)
        if found is None:
            found = self.make()
            self.cache.put(self.key, found)
        return found
