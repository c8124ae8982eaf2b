"""Settings: one frozen section a stage, read from `params.yaml`.

A key that does not exist is an error that names the nearest one that does.
"""

import os
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Literal

import msgspec

from pipeline.errors import ConfigError
from pipeline.model.ids import digest


@dataclass(frozen=True, slots=True)
class IngestConfig:
    """Taking sources in and judging their pages.

    Shares are of a page's words, 0 to 1. `chunk_pages` is how many pages make one unit of
    work. What is hostile or out of proportion is refused before it is unpacked or made:
    documents of more than `max_pages`, images of more than `max_pixels`, PDFs with a part
    that unpacks to more than `max_unpacked_bytes`, texts of more than `max_text_bytes`.
    """

    chunk_pages: int = 8
    max_pages: int = 20_000
    max_pixels: int = 120_000_000
    max_unpacked_bytes: int = 128 * 1024**2
    max_text_bytes: int = 20_000_000
    healthy_lexicon_share: float = 0.88
    healthy_diacritic_share: float = 0.10
    full_page_image_share: float = 0.60


@dataclass(frozen=True, slots=True)
class OcrConfig:
    """Reading page images. `languages` are Tesseract's names joined by `+`.

    `signs` names the model that is asked for signs such as `%` and `§`, which that of
    Swedish does not have; none is where it is empty, or one of the languages.
    `engine` is the program `tesseract`, the library `tesserocr`, which takes three
    quarters of its time, or `auto`: the library where it is installed, else the program.
    """

    languages: str = "swe"
    signs: str = "eng"
    engine: Literal["auto", "tesseract", "tesserocr"] = "auto"
    max_dpi: int = 300
    page_seconds: float = 180.0
    deskew: bool = True
    detect_orientation: bool = True

    @property
    def models(self) -> str:
        """The names of all models that pages are read with, joined by `+`."""
        return "+".join(dict.fromkeys(filter(None, (*self.languages.split("+"), self.signs))))


@dataclass(frozen=True, slots=True)
class RepairConfig:
    """Repair of text. Scores are probabilities: apply from the one, suggest from the other.

    `confusions` names a folder with tables of what an engine prints in place of letters, as
    `prickfri lexicon learn` writes them; without it, those that Prickfri comes with hold.
    """

    apply_score: float = 0.75
    suggest_score: float = 0.50
    join_hyphens: bool = True
    confusions: str | None = None

    @property
    def confusions_folder(self) -> Path | None:
        """The folder with tables of confusions, if one is named."""
        return Path(self.confusions) if self.confusions else None


@dataclass(frozen=True, slots=True)
class KnowledgeConfig:
    """Understanding of plans. `model` names a spaCy model to use beside the rules, or none."""

    model: str | None = None


@dataclass(frozen=True, slots=True)
class DatasetConfig:
    """Writing the tables. `part_documents` is how many documents share a Parquet file."""

    part_documents: int = 256

    def __post_init__(self) -> None:
        if self.part_documents < 1:
            raise ValueError(f"part_documents is 1 or more, not {self.part_documents}")


@dataclass(frozen=True, slots=True)
class MetricsConfig:
    """Measuring against gold: the folder with the reference answers."""

    gold: str = "corpus/gold"


@dataclass(frozen=True, slots=True)
class CorpusConfig:
    """Where the DVC stages find their sources and leave their dataset."""

    sources: tuple[str, ...] = ("corpus/samples",)
    dataset: str = "build/stages/dataset"


@dataclass(frozen=True, slots=True)
class LimitsConfig:
    """What a unit of work may use before the system ends its process.

    A slow file on a busy machine looks like one that hangs: seconds of processor time bound
    the work, looser seconds on the clock bound the waiting. `memory_mib` is for a process
    without the files it maps (256 MiB at most), and for each program that it starts. A
    process is replaced after `units_per_process`, so that what libraries leak does not add
    up. A run on a cluster waits `cluster_seconds` for workers where there are none. How many
    pixels an image may have is `ingest.max_pixels`.
    """

    wall_seconds: float = 1800.0
    cpu_seconds: int = 900
    memory_mib: int = 1792
    units_per_process: int = 500
    cluster_seconds: float = 300.0

    def __post_init__(self) -> None:
        for limit in fields(self):
            if getattr(self, limit.name) <= 0:
                raise ValueError(f"{limit.name} is more than 0, not {getattr(self, limit.name)}")


@dataclass(frozen=True, slots=True)
class Config:
    """All settings: one section a stage, the corpus, and the limits of a unit of work."""

    corpus: CorpusConfig = field(default_factory=CorpusConfig)
    limits: LimitsConfig = field(default_factory=LimitsConfig)
    ingest: IngestConfig = field(default_factory=IngestConfig)
    ocr: OcrConfig = field(default_factory=OcrConfig)
    repair: RepairConfig = field(default_factory=RepairConfig)
    knowledge: KnowledgeConfig = field(default_factory=KnowledgeConfig)
    dataset: DatasetConfig = field(default_factory=DatasetConfig)
    metrics: MetricsConfig = field(default_factory=MetricsConfig)


def cache_root() -> Path:
    """Return where results and compiled word lists are kept between runs.

    `PRICKFRI_CACHE` names it; otherwise it lies in the user's cache directory.
    """
    named = os.environ.get("PRICKFRI_CACHE")
    if named:
        return Path(named)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "prickfri"


def section_digest(section: object) -> str:
    """Return a digest that changes when a value of the section changes."""
    return digest(msgspec.json.encode(section).decode())


def load_config(path: Path | None) -> Config:
    """Read settings from a YAML file; without one, the defaults hold.

    Raises ConfigError for a file that is not YAML, an unknown key or a wrong value.
    """
    if path is None:
        return Config()
    import yaml  # takes long to load, and a run without settings of its own has no use for it

    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (OSError, yaml.YAMLError) as error:
        raise ConfigError(f"The settings in {path} cannot be read: {error}.") from error
    return parse_config(raw, str(path))


def parse_config(raw: object, origin: str) -> Config:
    """Turn plain values into a Config; `origin` names their file in errors."""
    if not isinstance(raw, dict):
        raise ConfigError(f"{origin} must hold sections with settings, as params.yaml does.")
    sections = {f.name: f for f in fields(Config)}
    _reject_unknown(raw, sorted(sections), origin)
    for name, values in raw.items():
        known = [f.name for f in fields(sections[name].type)]  # type: ignore[arg-type]
        _reject_unknown(values or {}, known, f"{origin}, section {name}")
    try:
        return msgspec.convert({k: v or {} for k, v in raw.items()}, Config)
    except msgspec.ValidationError as error:
        raise ConfigError(f"A setting in {origin} does not fit: {error}.") from error


def _reject_unknown(values: object, known: list[str], origin: str) -> None:
    if not isinstance(values, dict):
        raise ConfigError(f"{origin} must hold settings by name.")
    for key in values:
        if key not in known:
            from difflib import get_close_matches

            near = get_close_matches(str(key), known, n=1, cutoff=0.4)
            remedy = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(known)}."
            raise ConfigError(f"{origin} has no setting {key}.", remedy)
