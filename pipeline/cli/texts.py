"""Commands for plain texts: repair, evaluate."""

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.streams import read_lines, writing

if TYPE_CHECKING:
    from pipeline.config import RepairConfig


def repair(
    file: Annotated[Path | None, typer.Argument(help="A text; without it, standard input.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where to write.")] = None,
    join_hyphens: Annotated[
        bool, typer.Option("--join-hyphens", help="Make words broken over line ends whole.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show the changes instead.")] = False,
    confusions: Annotated[
        Path | None, typer.Option(help="Tables that `lexicon learn` wrote.")
    ] = None,
    config: Annotated[Path | None, typer.Option("--config", "-c", help="Settings.")] = None,
) -> None:
    """Repair a text whose å, ä and ö were lost or confused; one line out for every line in.

    Examples:
      prickfri repair plan.txt -o plan.repaired.txt
      echo "Kronoberg piverkas av omvirlden" | prickfri repair --diff
    """
    from pipeline.lexicon import open_lexicon
    from pipeline.repair import repair_lines
    from pipeline.text.derived import joined_lines

    settings = _settings(config, confusions)
    with writing(output) as target:
        repaired = repair_lines(read_lines(file), open_lexicon(), settings)
        if diff:
            from pipeline.cli.differences import show_differences

            show_differences(repaired, target)
        elif join_hyphens:
            target.writelines(line + "\n" for line in joined_lines(repaired))
        else:
            target.writelines(line.text + "\n" for line in repaired)


def evaluate(  # noqa: PLR0913 (one for each option)
    *,
    raw: Annotated[Path, typer.Option(help="Text as read; or a folder.")],
    gold: Annotated[Path, typer.Option(help="True text; or a folder, files named alike.")],
    repaired: Annotated[Path | None, typer.Option(help="Text after repair; or a folder.")] = None,
    repair: Annotated[
        bool, typer.Option("--repair", help="Repair the text now, and judge the scores.")
    ] = False,
    plot: Annotated[
        Path | None, typer.Option(help="Draw the judged scores: a PNG, SVG or HTML file.")
    ] = None,
    config: Annotated[Path | None, typer.Option("--config", "-c", help="Settings.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Measure a text against the true one: CER, WER, words fixed and harmed.

    The texts need not have the same lines. With --repair, the score of every edit is held
    against how often such edits are right.

    Examples:
      prickfri evaluate --raw read.txt --gold true.txt --repaired out.txt
      prickfri evaluate --raw read/ --gold true/ --repair --plot scores.svg
    """
    from pipeline.errors import UsageError
    from pipeline.flow.repair_quality import evaluate_files, evaluate_repair

    if repair and repaired is not None:
        raise UsageError("--repair and --repaired exclude each other.", "Leave one out.")
    if plot is not None and not repair:
        raise UsageError("A plot shows the scores of a repair made now.", "Add --repair.")
    if repair:
        from pipeline.lexicon import open_lexicon

        found = evaluate_repair(raw, gold, open_lexicon(), _settings(config))
    else:
        found = evaluate_files(raw, gold, repaired)
    if plot is not None and found.calibration is not None:
        from pipeline.review import plot_calibration

        plot_calibration(found.calibration, plot)
    typer.echo(_json(found.to_dict()) if as_json else found.to_text())


def _json(tree: object) -> str:
    return json.dumps(tree, indent=2, ensure_ascii=False)


def _settings(config: Path | None, confusions: Path | None = None) -> "RepairConfig":
    from pipeline.config import load_config

    settings = load_config(config).repair
    return replace(settings, confusions=str(confusions)) if confusions else settings


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command()(repair)
    app.command()(evaluate)
