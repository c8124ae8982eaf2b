"""Measures the speed of the spaCy pipeline: `python -m tests.bench.knowledge_speed`.

The texts are the plain ones of the corpus. Speed is words by CPU seconds of one core,
tokens included, once the pipeline is loaded.
"""

import sys
import time
from pathlib import Path

from pipeline.knowledge import load_nlp

CORPUS = Path(__file__).parents[2] / "corpus"


def main() -> None:
    """Read every text once and print the speed."""
    paths = sorted([*CORPUS.glob("held_out/*.txt"), *CORPUS.rglob("texts/**/*.txt")])
    texts = [path.read_text("utf-8") for path in paths]
    nlp = load_nlp()
    nlp(texts[0])
    start = time.process_time()
    for text in texts:
        nlp(text)
    seconds = time.process_time() - start
    words = sum(len(text.split()) for text in texts)
    sys.stdout.write(f"{words} words, {words / seconds:,.0f} words/s\n")


if __name__ == "__main__":
    main()
