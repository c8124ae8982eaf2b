from dataclasses import replace
from pathlib import Path

from pipeline.config import DatasetConfig
from pipeline.dataset import Dataset, Entry, document_rows, publish
from pipeline.model.source import Document, MediaType
from tests.dataset.builders import document, knowledge, repaired_page, run

PAGES = 20_000


def test_a_long_document_comes_in_pieces_and_is_published_whole(tmp_path: Path) -> None:
    short = document(1)
    long = Document(short.sha256, 10, MediaType.TEXT, PAGES, short.source_paths)
    pieces = document_rows(long, [repaired_page(n + 1) for n in range(PAGES)], knowledge(1))
    assert len(pieces) > 2
    assert all(sum(map(len, piece.tables.values())) < 5 * 1024**2 for piece in pieces)
    counted = [(piece.corrections, piece.suggestions) for piece in pieces]
    assert counted == [(2 * PAGES, PAGES)] + [(0, 0)] * (len(pieces) - 1)
    published = publish(
        tmp_path / "ds", [Entry(long, "digest", lambda: pieces)], [], run(), DatasetConfig()
    )
    assert (published.corrections, published.suggestions) == (2 * PAGES, PAGES)
    dataset = Dataset(tmp_path / "ds")
    assert list(dataset.pages["page_number"]) == list(range(1, PAGES + 1))
    assert published.row_counts["lines"] == len(dataset.lines) == 2 * PAGES


def test_a_short_document_is_one_piece_whatever_its_paths() -> None:
    moved = replace(document(1), source_paths=("new/a.txt",))
    assert document_rows(document(1), [repaired_page()], knowledge(1)) == document_rows(
        moved, [repaired_page()], knowledge(1)
    )
