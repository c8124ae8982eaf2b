"""What a worker needs to do its work, opened once a process."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.config import Config
from pipeline.errors import MissingRequirementError
from pipeline.lexicon import data_digest
from pipeline.store import Cache

if TYPE_CHECKING:  # slow to load, and not all processes need them
    from pipeline.lexicon import EntityLexicon, Lexicon
    from pipeline.ocr import Engine


@dataclass(frozen=True, slots=True)
class Setup:
    """The settings and places that travel to a worker; small and plain."""

    config: Config
    cache: Path

    def open(self) -> "Tools":
        """Return the tools of this process for these settings."""
        return _open(self)


class Tools:
    """Lexicons, engine and cache of one process; each is opened when first asked for."""

    def __init__(self, setup: Setup) -> None:
        self.config = setup.config
        self.cache = Cache(setup.cache)

    @cached_property
    def lexicon(self) -> "Lexicon":
        """The compiled word lexicon, memory-mapped."""
        from pipeline.lexicon import open_lexicon

        return open_lexicon()

    @cached_property
    def lexicon_digest(self) -> str:
        """The digest of the word lexicon, which need not be opened for it."""
        return data_digest()

    @cached_property
    def entities(self) -> "EntityLexicon":
        """The lexicon of networks, programmes, regions and other named things."""
        from pipeline.lexicon import open_entities

        return open_entities()

    @cached_property
    def engine(self) -> "Engine":
        """The OCR engine, which reads no image twice."""
        from pipeline.flow.kept_engine import KeptEngine
        from pipeline.ocr import make_engine

        return KeptEngine(make_engine(self.config.ocr), self.cache)

    @cached_property
    def engine_version(self) -> str:
        """The version of the OCR engine and its models; empty where there is none."""
        try:
            return self.engine.version(self.config.ocr.models)
        except MissingRequirementError:
            return ""


@lru_cache(maxsize=4)
def _open(setup: Setup) -> Tools:
    return Tools(setup)
