"""Folders of entity files, empty but for what a test writes."""

from pathlib import Path

from pipeline.lexicon.entity_files import COLUMNS, ENTITY_FILES, TERM_FILES


def write_all(folder: Path) -> Path:
    """Write every file that is read, with a head and no rows."""
    for stem in (*ENTITY_FILES, *TERM_FILES):
        write(folder, stem)
    return folder


def write(folder: Path, stem: str, *rows: str) -> None:
    """Write a file with these rows."""
    lines = ["\t".join(COLUMNS), *rows]
    (folder / f"{stem}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
