"""Reading pages with an OCR engine that was not told they are Swedish.

This makes the ruined text layers of the samples as they come about in archives: Tesseract
with its English model alone.
"""

import csv
import io
import os
import shutil
import subprocess
import tempfile
from itertools import groupby
from pathlib import Path
from typing import Final

from PIL import Image

from corpus.render.images import GrayImage
from pipeline.errors import MissingRequirementError
from pipeline.model.geometry import Box
from pipeline.model.page import Line, Word

_POINTS: Final = 72
_WORD_LEVEL: Final = "5"


def read_foreign(image: GrayImage, dpi: int, language: str = "eng") -> tuple[Line, ...]:
    """Return what the engine reads, in its order, boxes in points; a block is a paragraph.

    Raises MissingRequirementError where Tesseract is not on this machine.
    """
    rows = csv.DictReader(
        io.StringIO(_tesseract_tsv(image, dpi, language)), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    words = [row for row in rows if row["level"] == _WORD_LEVEL and row["text"].strip()]
    blocks = [list(group) for _, group in groupby(words, key=_paragraph_key)]
    return tuple(
        _line([_word(row, dpi) for row in line], number)
        for number, block in enumerate(blocks)
        for _, line in groupby(block, key=lambda row: row["line_num"])
    )


def text_of(lines: tuple[Line, ...]) -> str:
    """Return the lines as a text file has them, a blank line between paragraphs."""
    paragraphs = groupby(lines, key=lambda line: line.block)
    return "\n".join("".join(f"{line.text}\n" for line in group) for _, group in paragraphs)


def _tesseract_tsv(image: GrayImage, dpi: int, language: str) -> str:
    program = shutil.which("tesseract")
    if program is None:
        raise MissingRequirementError(
            "Tesseract is not on this machine.", "Type: apt-get install tesseract-ocr"
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.bmp"
        Image.fromarray(image).save(path)
        command = [program, str(path), "stdout", "-l", language, "--dpi", str(dpi), "tsv"]
        # With more threads Tesseract only works against itself.
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        done = subprocess.run(command, env=environment, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def _paragraph_key(row: dict[str, str]) -> tuple[str, str]:
    return row["block_num"], row["par_num"]


def _word(row: dict[str, str], dpi: int) -> Word:
    scale = _POINTS / dpi
    left, top, width, height = (
        int(row[name]) * scale for name in ("left", "top", "width", "height")
    )
    box = Box(left, top, left + width, top + height)
    return Word(row["text"], box, max(0.0, float(row["conf"]) / 100))


def _line(words: list[Word], block: int) -> Line:
    boxes = [word.box for word in words if word.box is not None]
    box = boxes[0]
    for other in boxes[1:]:
        box = box.union(other)
    return Line(" ".join(word.text for word in words), block=block, box=box, words=tuple(words))
