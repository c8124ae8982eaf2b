"""Prickfri: Swedish public-sector plans turned into data.

For notebooks: `pipeline.Dataset(DIR)` reads a dataset, `pipeline.load_nlp()` returns the
spaCy pipeline that finds the names in a text. Either is imported when it is asked for, so
that the command line starts without pandas and spaCy.
"""

from importlib import import_module
from importlib.metadata import version
from typing import Any, Final

__version__ = version("prickfri")

_OFFERED: Final = {"Dataset": "pipeline.dataset", "load_nlp": "pipeline.knowledge"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - what is offered has types of its own
    if name not in _OFFERED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_OFFERED[name]), name)


def __dir__() -> list[str]:
    return [*globals(), *_OFFERED]
