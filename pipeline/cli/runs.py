"""Commands that do the work: run, stage."""

import sys
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.flow.progress import Listener

Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, help="Worker processes; without it, one a core."),
]
BackendName = Annotated[
    str,
    typer.Option(help="Where work is done: local (processes), dask, or in-process (to debug)."),
]
Scheduler = Annotated[
    str | None,
    typer.Option(help="With --backend dask: its address, tcp://HOST:8786; without it, one here."),
]
ConfigFile = Annotated[
    Path | None, typer.Option("--config", "-c", help="Settings, such as params.yaml.")
]


def run(  # noqa: PLR0913, PLR0917 (a command has the options that it has)
    sources: Annotated[list[Path], typer.Argument(help="Files and folders; PDF, images, text.")],
    dataset: Annotated[Path, typer.Option("--dataset", "-d", help="Folder for the tables.")],
    jobs: Jobs = None,
    backend: BackendName = "local",
    scheduler: Scheduler = None,
    config: ConfigFile = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Judge the pages and estimate the time; no work.")
    ] = False,
    retry_failed: Annotated[
        bool,
        typer.Option("--retry-failed", help="Try again what earlier runs could not bring through."),
    ] = False,
    verify: Annotated[
        bool,
        typer.Option("--verify", help="Read sources that look unchanged, to be sure they are."),
    ] = False,
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
            sources=tuple(sources),
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
        raise typer.Exit(1 if found.failures else 0)
    show_summary(summary)
    raise typer.Exit(1 if summary.failures else 0)


def stage(
    name: Annotated[str, typer.Argument(help="ingest, ocr, repair, knowledge, dataset, metrics.")],
    jobs: Jobs = None,
    backend: BackendName = "local",
    config: ConfigFile = Path("params.yaml"),
) -> None:
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
    typer.echo(report)


def _listening() -> "AbstractContextManager[Listener]":
    """Return a listener that shows progress on a terminal, and keeps quiet elsewhere."""
    if sys.stderr.isatty():
        from pipeline.cli.progress import shown_progress

        return shown_progress()
    from pipeline.flow.progress import Silence

    return nullcontext(Silence())


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command()(run)
    app.command()(stage)
