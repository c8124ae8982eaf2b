"""hunspell as a rival: the first suggestion for each word that it does not know."""

import shutil
import subprocess
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path


def is_there() -> bool:
    """Tell whether the program hunspell is on this machine."""
    return shutil.which("hunspell") is not None


def suggestions(words: Sequence[str]) -> list[str]:
    """Return each word as hunspell would have it, with the dictionary of hunspell-sv.

    Words that hunspell divides (`p&verkas`) stay as they are.
    """
    command = ["hunspell", "-a", "-i", "utf-8", "-d", str(_dictionary())]
    lines = "".join(f"^{word}\n" for word in words)  # `^`: no command of the pipe
    printed = subprocess.run(
        command, input=lines, capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout
    answers = printed.splitlines()[1:]
    blocks = _blocks(answers)
    return [_first(word, block) for word, block in zip(words, blocks, strict=True)]


def _blocks(answers: Sequence[str]) -> list[list[str]]:
    """Divide the answers by the blank line that ends those to each line."""
    blocks: list[list[str]] = [[]]
    for line in answers:
        if line:
            blocks[-1].append(line)
        else:
            blocks.append([])
    return blocks[:-1]


def _first(word: str, block: Sequence[str]) -> str:
    if len(block) != 1 or not block[0].startswith("& "):
        return word
    return block[0].split(": ", maxsplit=1)[1].split(", ")[0]


def _dictionary() -> Path:
    files = metadata.files("hunspell-sv") or ()
    found = next(Path(str(f.locate())) for f in files if f.name == "sv_SE.dic")
    return found.resolve().with_suffix("")
