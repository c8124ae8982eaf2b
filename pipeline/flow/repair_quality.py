"""How well texts were read and repaired, and how far the scores of edits can be trusted."""

from pathlib import Path
from typing import NamedTuple

from pipeline.config import RepairConfig
from pipeline.flow.aligned_texts import AlignedText, aligned_texts
from pipeline.lexicon import Lexicon
from pipeline.repair import repair_lines
from pipeline.review import Calibration, TextQuality, evaluate_texts, judge_edits


class Evaluation(NamedTuple):
    """The quality of each text by its file's name, and the calibration of all edits."""

    texts: dict[str, TextQuality]
    calibration: Calibration | None = None

    @property
    def quality(self) -> TextQuality:
        """The quality of all texts together; each word weighs the same."""
        first, *rest = self.texts.values()
        return sum(rest, start=first)

    def to_dict(self) -> dict[str, object]:
        """Return the figures of all texts, and of each where there are several."""
        tree = self.quality.to_dict()
        if self.calibration is not None:
            tree["calibration"] = self.calibration.to_dict()
        if len(self.texts) > 1:
            tree["texts"] = {name: quality.to_dict() for name, quality in self.texts.items()}
        return tree

    def to_text(self) -> str:
        """Return the figures of all texts for a person."""
        parts = [self.quality.to_text()]
        if len(self.texts) > 1:
            parts.insert(0, f"{len(self.texts)} texts; each word weighs the same\n")
        if self.calibration is not None:
            parts.append(self.calibration.to_text())
        return "\n".join(parts)


def evaluate_files(raw: Path, gold: Path, repaired: Path | None = None) -> Evaluation:
    """Compare texts with their gold, and with what a repair made of them, if given.

    Each is a file or a folder. Raises UsageError for a file that is missing or no text.
    """
    return Evaluation(
        {
            text.name: evaluate_texts(text.raw, text.gold, text.repaired)
            for text in aligned_texts(raw, gold, repaired)
        }
    )


def evaluate_repair(raw: Path, gold: Path, lexicon: Lexicon, config: RepairConfig) -> Evaluation:
    """Repair texts, each as a document of its own, and compare them with their gold.

    Raises UsageError as `evaluate_files` does.
    """
    texts: dict[str, TextQuality] = {}
    calibration = Calibration.of(())
    for text in aligned_texts(raw, gold):
        texts[text.name], judged = _repaired(text, lexicon, config)
        calibration += judged
    return Evaluation(texts, calibration)


def _repaired(
    text: AlignedText, lexicon: Lexicon, config: RepairConfig
) -> tuple[TextQuality, Calibration]:
    # Form feeds end pages; a text's lines are those that `prickfri repair` sees.
    lines = list(repair_lines(text.raw.split("\n"), lexicon, config))
    repaired = "\n".join(line.text for line in lines)
    quality = evaluate_texts(text.raw, text.gold, repaired)
    return quality, Calibration.of(judge_edits(lines, text.gold))
