"""Commands that do the work: run, stage."""

import sys
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from pipeline.cli.command import PATH, command, config_option

if TYPE_CHECKING:
    from pipeline.flow.progress import Listener

_jobs = click.option(
    "--jobs", "-j", type=click.IntRange(min=1), help="Worker processes; without it, one a core."
)
_backend = click.option(
    "--backend",
    default="local",
    show_default=True,
    help="Where work is done: local (processes), dask, or in-process (to debug).",
)


@command
@click.argument(
    "sources", nargs=-1, required=True, type=PATH, help="Files and folders; PDF, images, text."
)
@click.option("--dataset", "-d", required=True, type=PATH, help="Folder for the tables.")
@_jobs
@_backend
@click.option(
    "--scheduler",
    help="With --backend dask: its address, tcp://HOST:8786; without it, one here.",
)
@config_option
@click.option("--dry-run", is_flag=True, help="Judge the pages and estimate the time; no work.")
@click.option(
    "--retry-failed", is_flag=True, help="Try again what earlier runs could not bring through."
)
@click.option(
    "--verify", is_flag=True, help="Read sources that look unchanged, to be sure they are."
)
def run(  # noqa: PLR0913 (a command has the options that it has)
    *,
    sources: tuple[Path, ...],
    dataset: Path,
    jobs: int | None,
    backend: str,
    scheduler: str | None,
    config: Path | None,
    dry_run: bool,
    retry_failed: bool,
    verify: bool,
) -> None:
    """Import sources into a dataset. Run again, it does only what is new.

    Sources are only read. What cannot be read is named in the table failures, and the rest
    goes on; the exit code is 1 then. A run that was stopped goes on when given again.

    Examples:
      prickfri run scans/ plan.pdf --dataset dataset
      prickfri run scans/ --dataset dataset --dry-run
    """
    from pipeline.cli.summaries import show_preview, show_summary
    from pipeline.config import cache_root, load_config
    from pipeline.engine import make_backend
    from pipeline.flow.batch import Request, run_batch

    with _listening() as listener, closing(make_backend(backend, jobs, scheduler)) as workers:
        request = Request(
            sources=sources,
            dataset=dataset,
            config=load_config(config),
            backend=workers,
            cache=cache_root() / "results",
            retry_failed=retry_failed,
            verify=verify,
        )
        if dry_run:
            from pipeline.flow.preview import preview

            found = preview(request, listener)
        else:
            summary = run_batch(request, listener)
    if dry_run:
        show_preview(found)
        raise click.exceptions.Exit(1 if found.failures else 0)
    show_summary(summary)
    raise click.exceptions.Exit(1 if summary.failures else 0)


@command
@click.argument("name", help="ingest, ocr, repair, knowledge, dataset, metrics.")
@_jobs
@_backend
@click.option(
    "--config", "-c", type=PATH, default="params.yaml", show_default=True, help="Settings."
)
def stage(name: str, jobs: int | None, backend: str, config: Path) -> None:
    """Do one stage over the corpus that the settings name; dvc.yaml calls these.

    Example:
      prickfri stage ocr
    """
    from pipeline.config import cache_root, load_config
    from pipeline.engine import make_backend
    from pipeline.flow.corpus import StageRun, run_stage

    with _listening() as listener, closing(make_backend(backend, jobs)) as workers:
        run = StageRun(load_config(config), workers, cache_root() / "results", listener)
        report = run_stage(name, run)
    click.echo(report)


def _listening() -> "AbstractContextManager[Listener]":
    """Return a listener that shows progress on a terminal, and keeps quiet elsewhere."""
    if sys.stderr.isatty():
        from pipeline.cli.progress import shown_progress

        return shown_progress()
    from pipeline.flow.progress import Silence

    return nullcontext(Silence())


COMMANDS: Final = (run, stage)
