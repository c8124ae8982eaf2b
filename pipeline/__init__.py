"""Prickfri: Swedish public-sector plans turned into data."""

__version__: str


def __getattr__(name: str) -> str:
    """Return the version when it is asked for: looking it up is slow, and `--help` need not."""
    if name == "__version__":
        from importlib.metadata import version

        return version("prickfri")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
