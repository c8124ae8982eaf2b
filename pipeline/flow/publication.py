"""From what the workers kept to the published dataset."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipeline import __version__
from pipeline.config import Config, section_digest
from pipeline.dataset import Entry, Published, publish
from pipeline.flow import units
from pipeline.flow.code import code_version
from pipeline.flow.tools import Setup, Tools
from pipeline.model.ids import digest, make_id
from pipeline.model.page import PageFailure
from pipeline.model.repair import RepairedPage
from pipeline.model.rows import FailureRow, Knowledge, RunRow
from pipeline.model.source import Document


@dataclass(frozen=True, slots=True)
class Findings:
    """All that a run found out: documents with their lost pages, and what failed."""

    documents: tuple[tuple[Document, tuple[PageFailure, ...]], ...]
    failures: tuple[FailureRow, ...]


def publish_findings(
    dataset: Path, setup: Setup, findings: Findings, run: RunRow | None
) -> Published:
    """Publish documents, whose results lie in the cache, as the dataset in a folder."""
    tools = setup.open()
    entries = (_entry(tools, document, lost) for document, lost in findings.documents)
    return publish(dataset, entries, findings.failures, run, setup.config.dataset)


def _entry(tools: Tools, document: Document, lost: tuple[PageFailure, ...]) -> Entry:
    repaired = units.repaired_document(tools, document, lost)
    understood = units.understood_document(tools, document, lost)

    def load() -> tuple[Sequence[RepairedPage], Knowledge]:
        return repaired.value().pages, understood.value()

    content = digest(repaired.digest(), understood.digest(), code_version("dataset"))
    return Entry(document, content, load)


def run_row(config: Config, started: datetime, sources: int, reused: int) -> RunRow:
    """Describe a run that ends now; what it leaves behind is counted when it is published."""
    return RunRow(
        run_id=make_id("run", started.isoformat()),
        started_at=started,
        finished_at=datetime.now(UTC),
        version=__version__,
        config_digest=section_digest(config),
        sources=sources,
        documents=0,
        pages=0,
        corrections=0,
        failures=0,
        reused=reused,
        counts="",
    )
