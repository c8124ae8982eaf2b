"""One stage over the corpus that the settings name, for DVC.

A stage leaves a small list in `build/`: the documents, what its results are (by digest, so
that the list changes when they do), and what failed. The results themselves lie in the
cache.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import msgspec

from pipeline.config import Config
from pipeline.engine import Backend
from pipeline.errors import UsageError
from pipeline.flow import units
from pipeline.flow.batch import Request, find_sources
from pipeline.flow.evaluation import measure
from pipeline.flow.keys import chunks_of
from pipeline.flow.phases import Phases, ReadDocument, taken_in
from pipeline.flow.progress import Listener
from pipeline.flow.publication import Findings, Kept, publish_findings
from pipeline.flow.stages import STAGES
from pipeline.model.page import PageFailure
from pipeline.model.run_rows import FailureRow
from pipeline.model.source import Document
from pipeline.store import write_text


@dataclass(frozen=True, slots=True)
class Item:
    """A document of the corpus as a stage leaves it: lost pages, and its results' digests."""

    document: Document
    lost: tuple[PageFailure, ...] = ()
    results: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """What a stage leaves: documents by path, and what failed so far."""

    items: tuple[Item, ...]
    failures: tuple[FailureRow, ...]


@dataclass(frozen=True, slots=True)
class StageRun:
    """A stage to run, with what it needs."""

    config: Config
    backend: Backend
    cache: Path
    listener: Listener

    @property
    def request(self) -> Request:
        """The same as the main run would be asked."""
        sources = tuple(Path(source) for source in self.config.corpus.sources)
        dataset = Path(self.config.corpus.dataset)
        return Request(sources, dataset, self.config, self.backend, self.cache)

    @property
    def phases(self) -> Phases:
        """The phases of the main run, of which a stage does one."""
        return Phases(self.request.setup, self.backend, self.listener)


def run_stage(name: str, run: StageRun) -> str:
    """Do one stage; return a line that says what was done."""
    if name not in STAGES:
        raise UsageError(f"There is no stage {name}.", f"The stages are {', '.join(STAGES)}.")
    return _STAGE_RUNS[name](run)


def _ingest(run: StageRun) -> str:
    taken = taken_in(run.phases.take_in(find_sources(run.request.sources)))
    state = State(tuple(Item(document) for document in taken.documents), taken.failures)
    return _save("ingest", _read(run, state, with_ocr=False))


def _ocr(run: StageRun) -> str:
    return _save("ocr", _read(run, _load("ingest"), with_ocr=True))


def _read(run: StageRun, state: State, *, with_ocr: bool) -> State:
    read = run.phases.read([item.document for item in state.items], with_ocr=with_ocr)
    tools = run.request.setup.open()
    reader = units.images_read if with_ocr else units.pages_read
    items = []
    for item in state.items:
        lost = read[item.document.id].lost
        digests = tuple(
            reader(tools, item.document, first, last).digest()
            for first, last in chunks_of(tools, item.document, lost)
        )
        items.append(Item(item.document, lost, digests))
    return State(tuple(items), state.failures)


def _repair(run: StageRun) -> str:
    return _save("repair", _finish(run, _load("ocr"), with_knowledge=False))


def _knowledge(run: StageRun) -> str:
    return _save("knowledge", _finish(run, _load("repair"), with_knowledge=True))


def _finish(run: StageRun, state: State, *, with_knowledge: bool) -> State:
    """Repair documents and, with knowledge, understand them; failures come from the last."""
    read = [ReadDocument(item.document, lost=item.lost) for item in state.items]
    processed = run.phases.finish(read, with_knowledge=with_knowledge)
    tools = run.request.setup.open()
    items, failures = [], list(state.failures)
    for one in sorted(processed, key=lambda one: one.document.source_paths):
        failures += one.failure_rows()
        results = units.DocumentResults(tools, one.document, one.lost)
        result = results.understood if with_knowledge else results.repaired
        items.append(Item(one.document, one.lost, () if one.failed else (result.digest(),)))
    if not with_knowledge:
        return State(tuple(items), state.failures)
    return State(tuple(items), tuple(failures))


def _dataset(run: StageRun) -> str:
    state = _load("knowledge")
    tools = run.request.setup.open()
    kept = []
    for item in state.items:
        if item.results:
            rows = units.DocumentResults(tools, item.document, item.lost).rows
            kept.append(Kept(item.document, rows.key, rows.digest()))
    # dvc.lock is the record of runs; times would make every dataset another one.
    findings = Findings(kept, state.failures)
    published = publish_findings(run.request.dataset, run.request.setup, findings)
    return f"{published.row_counts['documents']} documents in {run.request.dataset}."


def _metrics(run: StageRun) -> str:
    figures = measure(run.request.dataset, Path(run.config.metrics.gold))
    target = Path(STAGES["metrics"].output)
    write_text(target, msgspec.json.format(msgspec.json.encode(figures), indent=2).decode() + "\n")
    return f"The figures are in {target}."


def _save(stage: str, state: State) -> str:
    target = Path(STAGES[stage].output)
    target.parent.mkdir(parents=True, exist_ok=True)
    write_text(target, msgspec.json.format(msgspec.json.encode(state), indent=1).decode() + "\n")
    failed = f", {len(state.failures)} failures" if state.failures else ""
    return f"{stage}: {len(state.items)} documents{failed}."


def _load(stage: str) -> State:
    source = Path(STAGES[stage].output)
    try:
        return msgspec.json.decode(source.read_bytes(), type=State)
    except (OSError, msgspec.MsgspecError) as error:
        raise UsageError(
            f"{source} is not there or not readable.", f"Make it: prickfri stage {stage}"
        ) from error


_STAGE_RUNS: MappingProxyType[str, Callable[[StageRun], str]] = MappingProxyType(
    {
        "ingest": _ingest,
        "ocr": _ocr,
        "repair": _repair,
        "knowledge": _knowledge,
        "dataset": _dataset,
        "metrics": _metrics,
    }
)
