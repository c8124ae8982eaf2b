"""`python -m corpus.render [STEM...]`: rebuild the samples and their gold."""

import shutil
import sys
from pathlib import Path

from corpus.render.gold import gold_files
from corpus.render.kinds import Rendered, render
from corpus.render.source import Source, load_sources
from pipeline.errors import PrickfriError, UsageError

CORPUS = Path(__file__).resolve().parent.parent


def build(stems: list[str], corpus: Path = CORPUS) -> None:
    """Render the sources named, or all; nothing is replaced unless everything was rendered.

    Raises UsageError for a name that no source has.
    """
    sources = load_sources(corpus / "sources")
    unknown = set(stems) - {source.stem for source in sources}
    if unknown:
        raise UsageError(f"There is no source named {', '.join(sorted(unknown))}.")
    chosen = [source for source in sources if not stems or source.stem in stems]
    rendered = [(source, render(source)) for source in chosen]
    if not stems:
        for folder in ("samples", "gold"):
            shutil.rmtree(corpus / folder, ignore_errors=True)
    for source, sample in rendered:
        _write(source, sample, corpus)


def _write(source: Source, sample: Rendered, corpus: Path) -> None:
    for name in (f"{source.stem}{sample.suffix}", *source.copies):
        path = corpus / "samples" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(sample.data)
    folder = corpus / "gold" / source.stem
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in gold_files(source, sample.typeset).items():
        (folder / name).write_text(text, encoding="utf-8", newline="")


def main() -> int:
    """Build what the command line names; return the exit code."""
    try:
        build(sys.argv[1:])
    except PrickfriError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
