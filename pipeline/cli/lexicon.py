"""Commands for the word lists and name lists: lexicon build, check, learn, add."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.repair.channel import Confusions

app = typer.Typer(help="Compile, verify and extend the word lists.", no_args_is_help=True)

_SHOWN = 4


@app.command()
def build() -> None:
    """Compile the word lists into memory-mapped files; a run does it by itself.

    Example:
      prickfri lexicon build
    """
    from pipeline.lexicon import open_lexicon

    lexicon = open_lexicon()
    typer.echo(f"The lexicon is ready: {lexicon.digest[:16]}.")


@app.command()
def check() -> None:
    """Verify lexicons/: sorted, unique, no alias for two things; exit code 1 if not.

    Example:
      prickfri lexicon check
    """
    from pipeline.lexicon import check_entities, check_own_words, lexicons_directory

    directory = lexicons_directory()
    problems = [*check_entities(directory / "entities"), *check_own_words(directory)]
    for problem in problems:
        typer.echo(problem)
    if problems:
        raise typer.Exit(1)
    typer.echo("The lexicons are in order.")


@app.command()
def add(
    words: Annotated[list[str], typer.Argument(help="Words; with a capital those that are names.")],
) -> None:
    """Add words to the archive's own list, which the lexicon holds from then on.

    Each form of a word is a word of its own.

    Example:
      prickfri lexicon add skärgårdstrafik Granskär Granskärs
    """
    from pipeline.lexicon import add_words

    added = add_words(words)
    for word in added.known:
        typer.echo(f"{word} was there already.")
    for word in added.new:
        typer.echo(f"{word} was added.")
    if added.new:
        typer.echo("The lexicon is compiled anew when it is next used, in half a minute.")


@app.command()
def learn(
    raw: Annotated[Path, typer.Argument(help="Text as read, a folder of such, or a table.")],
    gold: Annotated[
        Path | None, typer.Argument(help="The true text, or a folder with the same names.")
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder for the learned tables.")
    ] = Path("confusions"),
) -> None:
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
    typer.echo(f"Learned from {count:,} words in {len(texts):,} texts.")
    _show(learned)
    typer.echo(f"Written to {output}. Use it: prickfri repair --confusions {output}")


def _show(confusions: "Confusions") -> None:
    """Tell what is printed most often in place of each Swedish letter."""
    for letter in sorted({pair.true for pair in confusions.swedish}):
        rows = [(w, pair.printed) for pair, w in confusions.swedish.items() if pair.true == letter]
        total = sum(weight for weight, _ in rows)
        common = sorted(rows, key=lambda row: (-row[0], row[1]))[:_SHOWN]
        shares = (f"{printed or 'nothing'} {weight / total:.0%}" for weight, printed in common)
        typer.echo(f"{letter} is printed as {', '.join(shares)}")
