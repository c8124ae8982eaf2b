"""Changes of a repair, shown in colour."""

from typing import TextIO

from rich.console import Console
from rich.text import Text

from pipeline.model.repair import RepairedLine


def show_difference(number: int, line: RepairedLine, target: TextIO) -> None:
    """Show a line's applied edits: what was read struck out in red, what it became in green.

    Where the target shows no colour, an edit reads `[-read-]{+became+}`. Lines without
    edits are left out.
    """
    if not line.applied:
        return
    console = Console(file=target, highlight=False, soft_wrap=True)
    shown = Text(f"{number:>5}  ", style="dim")
    position = 0
    for edit in line.applied:
        shown.append(line.raw[position : edit.start], style="not dim")
        if console.is_terminal:
            shown.append(edit.before, style="not dim red strike")
            shown.append(edit.after, style="not dim green")
        else:
            shown.append(f"[-{edit.before}-]{{+{edit.after}+}}")
        position = edit.end
    shown.append(line.raw[position:], style="not dim")
    console.print(shown)
