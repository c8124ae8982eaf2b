"""The one table of stages: what each needs, its settings, and whose code makes its results."""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the flow.

    `needs` is the stage before it; `rooms` are the packages whose code decides its
    results, and `libraries` the distributions that may, so that a change there, and nowhere
    else, makes it run again; `output` is the file or folder that it leaves for DVC.
    """

    name: str
    needs: str | None
    rooms: tuple[str, ...]
    libraries: tuple[str, ...]
    output: str


_GROUND = ("errors.py", "model", "text", "flow/units.py")
_PICTURES = ("numpy", "pikepdf", "pillow", "pypdfium2")

STAGES: MappingProxyType[str, Stage] = MappingProxyType(
    {
        stage.name: stage
        for stage in (
            Stage(
                "ingest",
                None,
                (*_GROUND, "lexicon", "layout", "ingest"),
                ("ftfy", "lxml", "pdfminer.six", "pdfplumber", *_PICTURES),
                "build/stages/ingest.json",
            ),
            Stage(
                "ocr",
                "ingest",
                (*_GROUND, "layout", "ingest", "ocr"),
                ("opencv-python-headless", *_PICTURES),
                "build/stages/ocr.json",
            ),
            Stage(
                "repair",
                "ocr",
                (*_GROUND, "lexicon", "layout", "repair"),
                ("ftfy", "marisa-trie", "numpy", "rapidfuzz"),
                "build/stages/repair.json",
            ),
            Stage(
                "knowledge",
                "repair",
                (*_GROUND, "lexicon", "layout", "knowledge"),
                ("rapidfuzz", "spacy"),
                "build/stages/knowledge.json",
            ),
            Stage(
                "dataset",
                "knowledge",
                (*_GROUND, "store", "dataset"),
                ("pandas", "pyarrow"),
                "build/stages/dataset",
            ),
            Stage(
                "metrics",
                "dataset",
                (*_GROUND, "store", "dataset", "review"),
                ("rapidfuzz",),
                "metrics.json",
            ),
        )
    }
)
"""Every stage by name, in the order of the flow. Each has a section of its name in Config."""
