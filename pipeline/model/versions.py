"""Versions of installed packages, by which the keys of results know them."""

import os
import re
import sys
from collections.abc import Mapping
from functools import lru_cache

_FOLDER = ".dist-info"


def installed_version(package: str) -> str:
    """Return the version of an installed package.

    It is in the name of the folder `NAME-VERSION.dist-info` that an installer makes; to load
    what reads the file inside, and to read it, takes a hundred times as long. What is
    installed in another form is looked up that way. Raises PackageNotFoundError.
    """
    found = _by_folder().get(_normal(package))
    if found is None:
        from importlib.metadata import version

        return version(package)
    return found


@lru_cache(maxsize=1)
def _by_folder() -> Mapping[str, str]:
    """Return the versions by the packages' normal names; who comes first on the path counts."""
    found: dict[str, str] = {}
    for place in filter(os.path.isdir, sys.path):
        for name in os.listdir(place):  # noqa: PTH208 (for each command, hundreds of names)
            if name.endswith(_FOLDER):
                package, _, version = name.removesuffix(_FOLDER).partition("-")
                found.setdefault(_normal(package), version)
    return found


def _normal(package: str) -> str:
    """Return a package's name as it compares, by the packaging standard for names (PEP 503)."""
    return re.sub("[-_.]+", "-", package).lower()
