"""What packages offer is loaded when it is asked for, so that the command line starts quickly."""

from collections.abc import Callable, Mapping
from importlib import import_module


def loaded_when_asked(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """Return the `__getattr__` of a package (PEP 562) whose modules offer names to its users.

    `homes` are the modules by the names that they offer. The function raises AttributeError
    for any other name.
    """

    def offered(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return offered
