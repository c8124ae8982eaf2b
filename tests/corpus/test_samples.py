"""The samples and their gold as they lie in the repository."""

import csv
import hashlib
import re
from pathlib import Path

import pytest

from corpus.render.__main__ import CORPUS
from corpus.render.gold import LINE_COLUMNS, SECTION_COLUMNS, gold_files
from corpus.render.kinds import render
from corpus.render.source import DOCUMENT_COLUMNS, KNOWLEDGE, Kind, Source, load_sources
from tests.typefaces import needs_typefaces

SAMPLES = CORPUS / "samples"
GOLD = CORPUS / "gold"
SOURCES = load_sources(CORPUS / "sources")
LIMIT_MB = 12

# What a foreign OCR engine reads differs with its version.
READ_BY_OCR = {Kind.RUINED_LAYER_PDF, Kind.RUINED_TEXT_PDF, Kind.RUINED_TEXT}
REBUILT = [source for source in SOURCES if source.kind not in READ_BY_OCR]

each_source = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)


def _rows(source: Source, table: str) -> list[dict[str, str]]:
    with (GOLD / source.stem / f"{table}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _paragraphs(source: Source) -> list[str]:
    return (GOLD / source.stem / "paragraphs.txt").read_text(encoding="utf-8").splitlines()


def _squeezed(text: str) -> str:
    """Without white space and hyphens: what line breaks may add or hide."""
    return re.sub(r"[\s-]", "", text)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_kind_of_source_is_there() -> None:
    assert {source.kind for source in SOURCES} == set(Kind)


def test_every_text_encoding_is_there() -> None:
    texts = [source.text for source in SOURCES if source.kind is Kind.TEXT]
    assert {style.encoding for style in texts} == {"utf-8", "utf-8-sig", "cp1252"}
    assert {style.tables for style in texts} == {"pipes", "fragments"}
    assert any(b"\f" in path.read_bytes() for path in SAMPLES.glob("*.txt"))


def test_samples_and_gold_are_those_of_the_sources() -> None:
    files = {path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*") if path.is_file()}
    copies = {copy for source in SOURCES for copy in source.copies}
    assert {Path(name).stem for name in files - copies} == {source.stem for source in SOURCES}
    assert copies <= files
    assert {folder.name for folder in GOLD.iterdir()} == {source.stem for source in SOURCES}


def test_the_readme_names_every_sample() -> None:
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    files = (path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*") if path.is_file())
    assert [name for name in files if f"`{name}`" not in readme] == []


def test_only_copies_share_their_bytes() -> None:
    digests = [_digest(path) for path in SAMPLES.rglob("*") if path.is_file()]
    copies = sum(len(source.copies) for source in SOURCES)
    assert copies > 0
    assert len(digests) - len(set(digests)) == copies


def test_samples_are_small() -> None:
    size = sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file())
    assert size < LIMIT_MB * 1_000_000


@each_source
def test_gold_tables_are_well_formed(source: Source) -> None:
    columns = {
        **KNOWLEDGE,
        "document": DOCUMENT_COLUMNS,
        "lines": LINE_COLUMNS,
        "sections": SECTION_COLUMNS,
    }
    for name, expected in columns.items():
        text = (GOLD / source.stem / f"{name}.tsv").read_text(encoding="utf-8")
        head, *rows = text.splitlines()
        assert tuple(head.split("\t")) == expected
        assert all(row.count("\t") == len(expected) - 1 for row in rows), name


@each_source
def test_lines_hold_what_the_paragraphs_hold(source: Source) -> None:
    text = (GOLD / source.stem / "text.txt").read_text(encoding="utf-8")
    assert _squeezed(text) == _squeezed("".join(_paragraphs(source)))


@each_source
def test_names_in_gold_stand_in_the_text(source: Source) -> None:
    text = "\n".join(_paragraphs(source))
    named = [row["person"] for row in _rows(source, "appointments")]
    for row in _rows(source, "projects"):
        partners = row["partners"].split(" | ")
        named += [row["project"], row["description"], row["funder"], *partners]
    named += [row["title"] for row in _rows(source, "events")]
    folded = text.casefold()
    assert [name for name in named if name.casefold() not in folded] == []


@each_source
def test_parties_in_gold_stand_behind_their_names(source: Source) -> None:
    paragraphs = _paragraphs(source)
    text = "\n".join(paragraphs).casefold()
    for row in _rows(source, "appointments"):
        in_cells = row["person"] in paragraphs and row["party"] in paragraphs
        if row["party"] and not in_cells:
            assert f"{row['person']} ({row['party']})".casefold() in text


@each_source
def test_goals_and_activities_in_gold_are_paragraphs(source: Source) -> None:
    paragraphs = _paragraphs(source)
    for goal in _rows(source, "goals"):
        assert any(paragraph.endswith(goal["text"]) for paragraph in paragraphs)
    for activity in _rows(source, "activities"):
        assert f"{activity['number']}. {activity['title']}" in paragraphs
        assert not activity["text"] or activity["text"] in paragraphs


@each_source
def test_sections_named_in_gold_are_printed(source: Source) -> None:
    sections = _rows(source, "sections")
    known = {row["number"] or row["heading"] for row in sections} | {source.title}
    paragraphs = set(_paragraphs(source))
    for table in ("goals", "activities", "effects"):
        for row in _rows(source, table):
            assert row["section"] in known | paragraphs


@each_source
def test_effects_in_gold_are_cells(source: Source) -> None:
    paragraphs = set(_paragraphs(source))
    for row in _rows(source, "effects"):
        for column in ("insats", "effects", "themes"):
            assert set(row[column].split(" | ")) <= paragraphs


@needs_typefaces
@pytest.mark.parametrize("source", REBUILT, ids=lambda source: source.stem)
def test_rendering_again_gives_the_same_bytes(source: Source) -> None:
    sample = render(source)
    assert (SAMPLES / f"{source.stem}{sample.suffix}").read_bytes() == sample.data


@needs_typefaces
def test_gold_is_that_of_the_sources() -> None:
    for source in REBUILT:
        if source.kind not in {Kind.PDF, Kind.TEXT, Kind.HTML}:
            continue  # their pages take a second each, and the gold is made the same way
        for name, text in gold_files(source, render(source).typeset).items():
            assert (GOLD / source.stem / name).read_bytes() == text.encode(), name


def test_line_ends_include_the_tricky_ones() -> None:
    texts = "\n".join(path.read_text(encoding="utf-8") for path in GOLD.glob("*/text.txt"))
    broken = ("Kust-\noch ", "EU-\nprojekt", "2021-\n2027", "Karl-\nErik", "Rön-\nnqvist")
    assert [text for text in broken if text not in texts] == []
