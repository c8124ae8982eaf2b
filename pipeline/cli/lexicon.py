"""Commands for the word lists and name lists: lexicon build, check, learn, add."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from pipeline.cli.command import PATH, command

if TYPE_CHECKING:
    from pipeline.repair.channel import Confusions

_SHOWN = 4


@command
def build() -> None:
    """Compile the word lists into memory-mapped files; a run does it by itself.

    Example:
      prickfri lexicon build
    """
    from pipeline.lexicon import open_lexicon

    lexicon = open_lexicon()
    click.echo(f"The lexicon is ready: {lexicon.digest[:16]}.")


@command
def check() -> None:
    """Verify lexicons/: sorted, unique, no alias for two things; exit code 1 if not.

    Example:
      prickfri lexicon check
    """
    from pipeline.lexicon import check_entities, check_own_words, lexicons_directory

    directory = lexicons_directory()
    problems = [*check_entities(directory / "entities"), *check_own_words(directory)]
    for problem in problems:
        click.echo(problem)
    if problems:
        raise click.exceptions.Exit(1)
    click.echo("The lexicons are in order.")


@command
@click.argument(
    "words", nargs=-1, required=True, help="Words; with a capital those that are names."
)
def add(words: tuple[str, ...]) -> None:
    """Add words to the archive's own list, which the lexicon holds from then on.

    Each form of a word is a word of its own.

    Example:
      prickfri lexicon add skärgårdstrafik Granskär Granskärs
    """
    from pipeline.lexicon import add_words

    added = add_words(words)
    for word in added.known:
        click.echo(f"{word} was there already.")
    for word in added.new:
        click.echo(f"{word} was added.")
    if added.new:
        click.echo("The lexicon is compiled anew when it is next used, in half a minute.")


@command
@click.argument("raw", type=PATH, help="Text as read, a folder of such, or a table.")
@click.argument(
    "gold", required=False, type=PATH, help="The true text, or a folder with the same names."
)
@click.option(
    "--output",
    "-o",
    type=PATH,
    default="confusions",
    show_default=True,
    help="Folder for the learned tables.",
)
def learn(raw: Path, gold: Path | None, output: Path) -> None:
    """Learn what your old OCR engine printed in place of letters, from text you have both of.

    A few pages typed by hand beside what the engine read of them are enough to begin with.
    A table has a line a row, in the columns `read` and `true` (TSV, gzipped or not).

    Examples:
      prickfri lexicon learn read.txt true.txt -o confusions
      prickfri lexicon learn lines.tsv.gz -o confusions
      prickfri repair --confusions confusions old.txt
    """
    from pipeline.errors import UsageError
    from pipeline.flow.aligned_texts import aligned_passages
    from pipeline.repair.learning import learn
    from pipeline.repair.tables import load_confusions, write_confusions

    texts = list(aligned_passages(raw, gold))
    count = sum(len(passage.true.split()) for text in texts for passage in text)
    if not count:
        raise UsageError(f"There are no words in {gold or raw} to learn from.")
    learned = learn(texts, load_confusions())
    origin = f"Learned from {raw.name}{f' and {gold.name}' if gold else ''}."
    try:
        write_confusions(output, learned, origin)
    except OSError as error:
        raise UsageError(f"{output} cannot be written to: {error.strerror}.") from error
    click.echo(f"Learned from {count:,} words in {len(texts):,} texts.")
    _show(learned)
    click.echo(f"Written to {output}. Use it: prickfri repair --confusions {output}")


def _show(confusions: "Confusions") -> None:
    """Tell what is printed most often in place of each Swedish letter."""
    for letter in sorted({pair.true for pair in confusions.swedish}):
        rows = [(w, pair.printed) for pair, w in confusions.swedish.items() if pair.true == letter]
        total = sum(weight for weight, _ in rows)
        common = sorted(rows, key=lambda row: (-row[0], row[1]))[:_SHOWN]
        shares = (f"{printed or 'nothing'} {weight / total:.0%}" for weight, printed in common)
        click.echo(f"{letter} is printed as {', '.join(shares)}")


COMMANDS: Final = (
    click.Group(
        "lexicon",
        commands=[build, check, add, learn],
        help="Compile, verify and extend the word lists.",
    ),
)
