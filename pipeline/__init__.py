"""Prickfri: Swedish public-sector plans turned into data."""

from importlib.metadata import version

__version__ = version("prickfri")
