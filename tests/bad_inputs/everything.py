"""The whole set: every kind, and a folder that holds one of each."""

from pathlib import Path

from tests.bad_inputs import images, pdf_content, pdf_structure, places, texts
from tests.bad_inputs.kinds import Kind

KINDS: tuple[Kind, ...] = (
    *pdf_structure.KINDS,
    *pdf_content.KINDS,
    *images.KINDS,
    *texts.KINDS,
    *places.KINDS,
)


def write_all(folder: Path) -> None:
    """Make one of each kind in an empty folder, and beside it what links lead to."""
    for kind in KINDS:
        kind.make(folder / kind.name)
