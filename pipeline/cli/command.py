"""How a command is declared."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Final

import click

PATH: Final = click.Path(path_type=Path)
"""A path, whether or not something lies there: who opens it says what is wrong with it."""

config_option: Final = click.option(
    "--config", "-c", type=PATH, help="Settings, such as params.yaml."
)


def command(function: Callable[..., None]) -> click.Command:
    """Make a command of a function: its docstring is the help, examples shown line for line."""
    told = inspect.getdoc(function) or ""
    return click.command(help=told.replace("\n\nExample", "\n\n\b\nExample"))(function)
