"""The list of commands is proven complete against the design, and each shows an example."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.app import app

ROOT = Path(__file__).parents[2]


def leaves(command: object, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    commands: dict[str, object] = getattr(command, "commands", {})
    if not commands:
        return [path]
    return [leaf for name, sub in commands.items() for leaf in leaves(sub, (*path, name))]


@pytest.mark.parametrize("command", leaves(app), ids=" ".join)
def test_help_shows_an_example_of_the_command(command: tuple[str, ...]) -> None:
    result = CliRunner().invoke(app, [*command, "--help"])
    assert result.exit_code == 0
    assert re.search(r"Examples?:", result.output)
    assert "\\b" not in result.output
    assert f"prickfri {' '.join(command)}" in result.output.split("Example", 1)[1]


def test_the_design_lists_the_commands_that_there_are() -> None:
    design = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    listed: set[tuple[str, ...]] = set()
    for match in re.finditer(r"^\| `prickfri ([a-z]+) ?([a-z|\\]*)", design, re.MULTILINE):
        name, rest = match.groups()
        subcommands = rest.replace("\\|", " ").split() if name == "lexicon" else []
        listed |= {(name, sub) for sub in subcommands} or {(name,)}
    assert listed == set(leaves(app))


def test_a_wrong_option_ends_with_two() -> None:
    assert CliRunner().invoke(app, ["run", "--nonsense"]).exit_code == 2
