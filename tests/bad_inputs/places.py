"""What lies where a file should lie: links, pipes, locked folders, and names of all sorts."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

from pipeline.engine import State
from pipeline.errors import FailureReason
from tests.bad_inputs.kinds import Kind, fails, works
from tests.bad_inputs.raw_pdf import LINES

_ROOT = os.geteuid() == 0
"""Whether permissions hold for whoever runs this: the superuser reads everything."""


def _text(path: Path) -> Path:
    """Make a good text, different from all others by the name it bears."""
    path.write_text("\n".join((*LINES, repr(path.name))), encoding="utf-8")
    return path


def _folder(path: Path) -> None:
    path.mkdir()


def _link(target: str) -> Callable[[Path], object]:
    return lambda path: path.symlink_to(target)


def _loop(path: Path) -> None:
    """Make a link to a link that leads back."""
    other = path.with_name(f"back-from-{path.name}")
    path.symlink_to(other.name)
    other.symlink_to(path.name)


def _link_outside(path: Path) -> None:
    path.symlink_to(_text(path.parent.parent / "outside.txt"))


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may have 107 bytes at the most
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _locked(path: Path) -> None:
    _text(path).chmod(0)


def _locked_folder(path: Path) -> None:
    path.mkdir()
    _text(path / "inside.txt")
    path.chmod(0)


def _copy(path: Path) -> None:
    _text(path)
    path.with_name(f"{path.stem}-copy{path.suffix}").write_bytes(path.read_bytes())


def _second_name(path: Path) -> None:
    path.with_name(f"{path.stem}-again{path.suffix}").hardlink_to(_text(path))


def _named(name: bytes) -> str:
    return os.fsdecode(name)


KINDS: tuple[Kind, ...] = (
    fails("folder.pdf", _folder, FailureReason.NOT_A_FILE),
    fails("link-to-nowhere.pdf", _link("nowhere.pdf"), FailureReason.DANGLING_LINK),
    fails("link-to-itself.pdf", _link("link-to-itself.pdf"), FailureReason.DANGLING_LINK),
    fails("link-in-a-circle.pdf", _loop, FailureReason.DANGLING_LINK),
    works("link-outside.txt", _link_outside),
    fails("link-to-a-device.txt", _link("/dev/zero"), FailureReason.NOT_A_FILE),
    fails("link-to-memory.txt", _link("/proc/self/mem"), FailureReason.NOT_READABLE),
    fails("pipe.pdf", _pipe, FailureReason.NOT_A_FILE),
    fails("socket.pdf", _socket, FailureReason.NOT_A_FILE),
    works("permission-for-nobody.txt", _locked)
    if _ROOT
    else fails("permission-for-nobody.txt", _locked, FailureReason.NOT_READABLE),
    works("folder-for-nobody", _locked_folder)
    if _ROOT
    else fails("folder-for-nobody", _locked_folder, FailureReason.NOT_A_FILE),
    Kind("twice.txt", _copy, State.SKIPPED),
    Kind("with-a-second-name.txt", _second_name, State.SKIPPED),
    works("a line\nbreak.txt", _text),
    works("-starts-like-an-option.txt", _text),
    works("spaces at the end.txt   ", _text),
    works("\N{BEAR FACE} åäö \u202e txt.pdf", _text),
    works("a\u030aA\u030a.txt", _text),
    works("colour \x1b[31m.txt", _text),
    works("%s $(id) `id` ;.txt", _text),
    works("=cmd|' -C calc'!A0.txt", _text),
    works("x" * 251 + ".txt", _text),
    fails(_named(b"latin-\xe5\xe4\xf6.txt"), _text, FailureReason.NOT_READABLE),
)
