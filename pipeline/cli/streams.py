"""Texts that stream through a command: from a file or standard input, to either's counterpart."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from pipeline.errors import UsageError

READER_GONE = 141
"""Exit code where whoever read the output has left (`| head`): 128 and the signal's 13."""


def read_lines(file: Path | None) -> Iterator[str]:
    """Yield the lines of a UTF-8 text, or of standard input, without their line feeds.

    Raises UsageError for what cannot be read or is no UTF-8.
    """
    name = "Standard input" if file is None else str(file)
    try:
        with _source(file) as stream:
            for line in stream:
                yield line.removesuffix("\n")
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        remedy = f"Convert it: iconv -f WINDOWS-1252 -t UTF-8 {file or ''}"
        raise UsageError(f"{name} is no UTF-8 text.", remedy.rstrip()) from error


@contextmanager
def writing(output: Path | None) -> Iterator[TextIO]:
    """Yield a stream to a file, which appears whole or not at all, or to standard output.

    Raises UsageError for what cannot be written to, and ends the command quietly where
    nobody reads the output any longer.
    """
    try:
        with _target(output) as stream:
            yield stream
            stream.flush()
    except BrokenPipeError as error:
        let_go()
        raise click.exceptions.Exit(READER_GONE) from error
    except OSError as error:
        if output is None:
            let_go()
        name = output or "Standard output"
        raise UsageError(f"{name} cannot be written to: {error.strerror}.") from error


def _source(file: Path | None) -> "nullcontext[TextIO] | TextIO":
    if file is None:
        return nullcontext(_utf8(sys.stdin))
    return file.open(encoding="utf-8", newline="\n")


@contextmanager
def _target(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield _utf8(sys.stdout)
    elif output.exists() and not output.is_file():  # a device or a named pipe
        with output.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
    else:
        from pipeline.store import replacing

        with (
            replacing(output.resolve()) as beside,
            beside.open("w", encoding="utf-8", newline="\n") as stream,
        ):
            yield stream


def _utf8(stream: TextIO) -> TextIO:
    """Return a standard stream that speaks UTF-8, whatever the locale says."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="strict", newline="\n")
    return stream


def let_go() -> None:
    """Send what is left for standard output nowhere: Python writes it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
