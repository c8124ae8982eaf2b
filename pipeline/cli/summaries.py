"""What a run tells at its end."""

from typing import TYPE_CHECKING

import click

from pipeline.text.printable import counted, on_screen

if TYPE_CHECKING:  # so that --help need not load what a run needs
    from pipeline.engine import LedgerRow
    from pipeline.flow.accounts import Account
    from pipeline.flow.batch import Summary
    from pipeline.flow.preview import Preview
    from pipeline.model.run_rows import FailureRow

_FAILURES_SHOWN = 20


def show_summary(summary: "Summary") -> None:
    """Say how many documents, pages, corrections and failures there are, and where they lie."""
    rows = summary.row_counts
    click.echo(
        f"{counted(rows['documents'], 'document')}, {counted(rows['pages'], 'page')}, "
        f"{counted(summary.corrections, 'correction')}, "
        f"{counted(len(summary.failures), 'failure')} "
        f"from {counted(summary.sources, 'source')} in {_duration(summary.seconds)}."
    )
    for count, noun, meaning in (
        (summary.unchanged, "source", "unchanged since an earlier run"),
        (summary.reused, "unit", "of work done before and not done again"),
        (len(summary.duplicates), "source", "with the same bytes as another"),
        (summary.suggestions, "doubtful correction", "suggested, not applied (corrections)"),
        (
            summary.carrying,
            "document",
            "with attachments or an XFA form, not read (documents.notes)",
        ),
        (
            summary.damaged,
            "document",
            "of a damaged file that was mended, maybe without all pages (documents.notes)",
        ),
    ):
        if count:
            click.echo(f"{counted(count, noun)} {meaning}.")
    if summary.gone:
        click.echo(f"{counted(len(summary.gone), 'source')} gone from the disk and the dataset:")
        for path in summary.gone[:_FAILURES_SHOWN]:
            _say(f"    {path}")
    _show_failures(summary.failures)
    as_it_was = "" if summary.written else ", as it was"
    _say(f"The dataset lies in {summary.dataset}{as_it_was}.")


def show_preview(preview: "Preview") -> None:
    """List what was decided for each page, and an estimate of the time."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for heading in ("document", "pages", "decision", "why"):
        table.add_column(heading, overflow="fold")
    for group in preview.groups:
        table.add_row(
            escape(on_screen(group.source_path)), group.pages, str(group.decision), group.reason
        )
    Console(highlight=False, emoji=False).print(table)
    _show_failures(preview.failures)
    click.echo(
        f"{counted(preview.documents, 'document')}, {counted(preview.pages, 'page')}, of which "
        f"{preview.image_pages:,} are to be read from their image. "
        f"Estimated time: about {_duration(preview.estimated_seconds)}."
    )


def show_account(account: "Account", sources: tuple["LedgerRow", ...]) -> None:
    """Say how many sources are in which state, how far a run is, and tell of the sources given."""
    for state, count in account.counts.items():
        click.echo(f"{count:>8,}  {state.replace('_', ' ')}")
    if account.progress is not None:
        _show_progress(account)
    for source in sources:
        _say(f"{source.state}: {source.path}")
        if source.message:
            _say(f"    {source.message}")


def _show_progress(account: "Account") -> None:
    progress = account.progress
    if progress is None:
        return
    place = f"{progress.phase}, {progress.done:,} of {progress.total:,}"
    if account.run == "stopped":
        stopped = f"The last run was stopped ({place}). Give its command again to go on."
        click.echo(stopped)
        return
    left = progress.seconds_left
    estimate = "" if left is None else f", about {_duration(left)} left of this phase"
    click.echo(f"A run is under way: {place}{estimate}.")


def _say(text: str) -> None:
    """Print a text that names a source, as it is."""
    click.echo(on_screen(text))


def _show_failures(failures: tuple["FailureRow", ...]) -> None:
    for failure in failures[:_FAILURES_SHOWN]:
        place = f", page {failure.page_number}" if failure.page_number else ""
        _say(f"failed: {failure.source_path}{place}")
        _say(f"    {failure.message}")
    hidden = len(failures) - _FAILURES_SHOWN
    if hidden > 0:
        click.echo(f"... and {hidden:,} more; all are in the table failures.")


def _duration(seconds: float) -> str:
    """Word a time span as a person would."""
    if seconds < 90:
        return counted(round(max(seconds, 1)), "second")
    if seconds < 90 * 60:
        return counted(round(seconds / 60), "minute")
    return f"{seconds / 3600:.1f} hours"
