"""Commands for the word lists and name lists: lexicon build, lexicon check."""

import typer

app = typer.Typer(help="Compile and verify the word lists.", no_args_is_help=True)


@app.command()
def build() -> None:
    r"""Compile the word lists into memory-mapped files; a run does it by itself.

    \b
    Example:
      prickfri lexicon build
    """
    from pipeline.lexicon import open_lexicon

    lexicon = open_lexicon()
    typer.echo(f"The lexicon is ready: {lexicon.digest[:16]}.")


@app.command()
def check() -> None:
    r"""Verify lexicons/: sorted, unique, no alias for two things; exit code 1 if not.

    \b
    Example:
      prickfri lexicon check
    """
    from pipeline.lexicon import check_entities, lexicons_directory

    problems = check_entities(lexicons_directory())
    for problem in problems:
        typer.echo(problem)
    if problems:
        raise typer.Exit(1)
    typer.echo("The lexicons are in order.")
