"""Changes of a repair, shown in colour."""

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

from pipeline.model.repair import Edit, RepairedLine


def show_differences(lines: Iterable[RepairedLine], target: TextIO) -> None:
    """Show the lines with applied edits: what was read struck out in red, then what it became.

    Where the target shows no colour, an edit reads `[-read-]{+became+}`.
    """
    console = Console(file=target, highlight=False, soft_wrap=True)
    coloured = console.color_system is not None and not console.no_color
    for number, line in enumerate(lines, start=1):
        if line.applied:
            console.print(_shown(number, line, coloured=coloured))


def _shown(number: int, line: RepairedLine, *, coloured: bool) -> Text:
    shown = Text.assemble((f"{number:>5}  ", "dim"))
    position = 0
    for edit in line.applied:
        shown.append(line.raw[position : edit.start])
        shown.append_text(_change(edit) if coloured else Text(_marked(edit)))
        position = edit.end
    return shown.append(line.raw[position:])


def _change(edit: Edit) -> Text:
    return Text.assemble((edit.before, "red strike"), (edit.after, "green"))


def _marked(edit: Edit) -> str:
    return f"[-{edit.before}-]{{+{edit.after}+}}"
