"""Commands for plain texts: repair, evaluate."""

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from pipeline.cli.command import PATH, command, config_option
from pipeline.cli.streams import read_lines, writing

if TYPE_CHECKING:
    from pipeline.config import RepairConfig


@command
@click.argument("file", required=False, type=PATH, help="A text; without it, standard input.")
@click.option("--output", "-o", type=PATH, help="Where to write.")
@click.option("--join-hyphens", is_flag=True, help="Make words broken over line ends whole.")
@click.option("--diff", is_flag=True, help="Show the changes instead.")
@click.option("--confusions", type=PATH, help="Tables that `lexicon learn` wrote.")
@config_option
def repair(
    *,
    file: Path | None,
    output: Path | None,
    join_hyphens: bool,
    diff: bool,
    confusions: Path | None,
    config: Path | None,
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


@command
@click.option("--raw", required=True, type=PATH, help="Text as read; or a folder.")
@click.option("--gold", required=True, type=PATH, help="True text; or a folder, files named alike.")
@click.option("--repaired", type=PATH, help="Text after repair; or a folder.")
@click.option("--repair", is_flag=True, help="Repair the text now, and judge the scores.")
@click.option("--plot", type=PATH, help="Draw the judged scores: a PNG, SVG or HTML file.")
@config_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def evaluate(  # noqa: PLR0913 (one for each option)
    *,
    raw: Path,
    gold: Path,
    repaired: Path | None,
    repair: bool,
    plot: Path | None,
    config: Path | None,
    as_json: bool,
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
    click.echo(_json(found.to_dict()) if as_json else found.to_text())


def _json(tree: object) -> str:
    return json.dumps(tree, indent=2, ensure_ascii=False)


def _settings(config: Path | None, confusions: Path | None = None) -> "RepairConfig":
    from pipeline.config import load_config

    settings = load_config(config).repair
    return replace(settings, confusions=str(confusions)) if confusions else settings


COMMANDS: Final = (repair, evaluate)
