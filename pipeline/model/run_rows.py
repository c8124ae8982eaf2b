"""The rows of the dataset that tell of runs, and the version of all tables.

Apart from the other rows because a run that finds nothing new needs these alone.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from pipeline.errors import FailureReason

SCHEMA_VERSION = "1.3"
"""Version of the tables, raised when a column changes its meaning, comes or goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureRow:
    """A source or page that did not come through."""

    failure_id: Annotated[str, "Id of the failure."]
    document_id: Annotated[str | None, "Document, if its other pages came through."]
    source_path: Annotated[str, "Where it was found."]
    sha256: Annotated[str | None, "SHA-256 of the bytes, if they could be read."]
    page_number: Annotated[int | None, "Page, from 1; none if the whole source failed."]
    stage: Annotated[str, "Stage in which it failed."]
    reason: Annotated[FailureReason, "Reason, from a fixed list."]
    message: Annotated[str, "What happened and what to do, for a person."]
    attempts: Annotated[int, "How many times it was tried."]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """A run that wrote to the dataset."""

    run_id: Annotated[str, "Id of the run."]
    started_at: Annotated[datetime, "When it began, UTC."]
    finished_at: Annotated[datetime, "When it ended, UTC."]
    version: Annotated[str, "Version of Prickfri."]
    config_digest: Annotated[str, "Digest of the settings."]
    sources: Annotated[int, "Sources found."]
    documents: Annotated[int, "Documents in the dataset after the run."]
    pages: Annotated[int, "Pages in the dataset after the run."]
    corrections: Annotated[int, "Edits in force after the run."]
    failures: Annotated[int, "Sources and pages that failed."]
    reused: Annotated[int, "Units of work that an earlier run had done."]
    counts: Annotated[str, "The counts in one line, for people."]
