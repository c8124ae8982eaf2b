"""Prickfri: Swedish public-sector plans turned into data.

For notebooks: `pipeline.Dataset(DIR)` reads a dataset, `pipeline.load_nlp()` returns the
spaCy pipeline that finds the names in a text. Both, and the version, are looked up when they
are asked for, so that the command line starts quickly.
"""

from importlib import import_module
from typing import Any, Final

__version__: str

_OFFERED: Final = {"Dataset": "pipeline.dataset", "load_nlp": "pipeline.knowledge"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - what is offered has types of its own
    if name == "__version__":
        from pipeline.model.versions import installed_version

        return installed_version("prickfri")
    if name in _OFFERED:
        return getattr(import_module(_OFFERED[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*globals(), "__version__", *_OFFERED]
