"""Is everything here that a run needs, and what to type where not."""

import sys
from dataclasses import dataclass

from pipeline import __version__, ocr
from pipeline.config import OcrConfig
from pipeline.errors import MissingRequirementError
from pipeline.lexicon import lexicons_directory, open_lexicon


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a run needs: what was found of it, or what to do to get it."""

    name: str
    found: str | None
    remedy: str | None = None


def examine(config: OcrConfig) -> tuple[Finding, ...]:
    """Look for all that a run with these settings for OCR needs."""
    python = ".".join(str(part) for part in sys.version_info[:3])
    engine = [Finding(r.name, r.found, r.remedy) for r in ocr.probe(config)]
    return (
        Finding("Prickfri", __version__),
        Finding("Python 3.11 or later", python),
        *engine,
        _lexicons(),
        _compiled_lexicon(),
    )


def _lexicons() -> Finding:
    try:
        return Finding("Word lists and names", str(lexicons_directory()))
    except MissingRequirementError as error:
        return Finding("Word lists and names", None, error.remedy)


def _compiled_lexicon() -> Finding:
    try:
        return Finding("Compiled lexicon", open_lexicon().digest[:16])
    except MissingRequirementError as error:
        return Finding("Compiled lexicon", None, error.remedy)
