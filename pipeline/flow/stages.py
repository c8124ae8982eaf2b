"""The one table of stages: what each needs, its settings, and whose code makes its results."""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the flow.

    `needs` is the stage before it; `rooms` are the packages whose code decides its
    results, so that a change there, and nowhere else, makes it run again; `output` is the
    file or folder that it leaves for DVC.
    """

    name: str
    needs: str | None
    rooms: tuple[str, ...]
    output: str


_GROUND = ("errors.py", "model", "text", "flow/units.py")

STAGES: MappingProxyType[str, Stage] = MappingProxyType(
    {
        stage.name: stage
        for stage in (
            Stage(
                "ingest",
                None,
                (*_GROUND, "lexicon", "layout", "ingest"),
                "build/stages/ingest.json",
            ),
            Stage("ocr", "ingest", (*_GROUND, "layout", "ingest", "ocr"), "build/stages/ocr.json"),
            Stage(
                "repair",
                "ocr",
                (*_GROUND, "lexicon", "layout", "repair"),
                "build/stages/repair.json",
            ),
            Stage(
                "knowledge",
                "repair",
                (*_GROUND, "lexicon", "knowledge"),
                "build/stages/knowledge.json",
            ),
            Stage("dataset", "knowledge", (*_GROUND, "store", "dataset"), "build/stages/dataset"),
            Stage("metrics", "dataset", (*_GROUND, "store", "dataset", "review"), "metrics.json"),
        )
    }
)
"""Every stage by name, in the order of the flow. Each has a section of its name in Config."""
