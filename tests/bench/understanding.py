"""Measures the speed of understanding: `python -m tests.bench.understanding`.

    python -m tests.bench.understanding [--texts FOLDER] [--rounds 5]

Every text of the folder (`*.txt`, or a `text.txt` in each of its folders; by default the gold
of the samples) goes through the spaCy pipeline, and as a document through all of knowledge.
Words by CPU second of one core: the median of the rounds, after one that does not count.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline import load_nlp
from pipeline.config import IngestConfig, KnowledgeConfig, RepairConfig
from pipeline.ingest import read_pages, take_in
from pipeline.knowledge import understand
from pipeline.layout import mark_furniture
from pipeline.lexicon import open_entities, open_lexicon
from pipeline.model.repair import RepairedPage
from pipeline.model.source import Document
from pipeline.repair import repair_document

GOLD = Path(__file__).parents[2] / "corpus" / "gold"
Prepared = tuple[Document, Sequence[RepairedPage]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=Path, default=GOLD)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    paths = sorted(chosen.texts.glob("*.txt")) or sorted(chosen.texts.glob("*/text.txt"))
    texts = [path.read_text(encoding="utf-8-sig") for path in paths]
    documents = [_prepared(path) for path in paths]
    words = sum(len(text.split()) for text in texts)
    nlp, entities, config = load_nlp(), open_entities(), KnowledgeConfig()
    names = _speed(lambda: [nlp(text) for text in texts], words, chosen.rounds)
    whole = _speed(
        lambda: [understand(document, pages, entities, config) for document, pages in documents],
        words,
        chosen.rounds,
    )
    sys.stdout.write(
        f"{words:,} words in {len(texts)} texts\n\n| | words/s |\n|---|---|\n"
        f"| spaCy pipeline | {names:,.0f} |\n| all of knowledge | {whole:,.0f} |\n"
    )


def _prepared(path: Path) -> Prepared:
    lexicon = open_lexicon()
    document = take_in(path, IngestConfig())
    reading = read_pages(document, 1, document.page_count, lexicon, IngestConfig())
    return document, repair_document(mark_furniture(reading.pages), lexicon, RepairConfig())


def _speed(work: Callable[[], object], words: int, rounds: int) -> float:
    work()
    seconds = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        seconds.append(time.process_time() - started)
    return words / statistics.median(seconds)


if __name__ == "__main__":
    main()
