"""Measures PER, LOC and ORG on running text with names marked (IOB2), where it is present.

    python -m tests.bench.names ../shared/text/uner_swedish_pud.iob2

News, not plans: the pipeline is made for plans. A name is right where both ends and the kind are.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pipeline.knowledge import load_nlp
from pipeline.knowledge.entities.names import names

KINDS: Final = {
    "person": "PER",
    "place": "LOC",
    **dict.fromkeys(("organisation", "network", "party"), "ORG"),
}
Name = tuple[int, int, str]


def sentences(path: Path) -> Iterator[tuple[str, set[Name]]]:
    """Yield the text and the marked names, as spans of it, of each sentence of an IOB2 file."""
    text, place = "", 0
    marked: list[Name] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# text = "):
            text, place, marked = line.removeprefix("# text = "), 0, []
        elif line and not line.startswith("#"):
            _, word, tag, *_ = line.split("\t")
            start = text.index(word, place)
            place = start + len(word)
            if tag.startswith("I-") and marked:
                marked[-1] = (marked[-1][0], place, marked[-1][2])
            elif tag.startswith("B-"):
                marked.append((start, place, tag[2:]))
        elif not line and text:
            yield text, {name for name in marked if name[2] in KINDS.values()}
            text = ""


def main() -> None:
    """Print precision, recall and F1 by kind, and what is most often wrong."""
    nlp = load_nlp()
    counts: Counter[tuple[str, str]] = Counter()
    wrong: Counter[str] = Counter()
    for text, gold in sentences(Path(sys.argv[1])):
        found = {
            (span.start_char, span.end_char, KINDS[span.label_])
            for span in names(nlp(text))
            if span.label_ in KINDS
        }
        for sign, chosen in (("right", gold & found), ("-", gold - found), ("+", found - gold)):
            counts.update((kind, sign) for _, _, kind in chosen)
            if sign != "right":
                wrong.update(f"{sign} {kind} {text[start:end]}" for start, end, kind in chosen)
    for kind in ("PER", "LOC", "ORG"):
        right, missed, extra = (counts[kind, sign] for sign in ("right", "-", "+"))
        shares = (right / (right + extra), right / (right + missed))
        f1 = 2 * right / (2 * right + missed + extra)
        sys.stdout.write(f"{kind}  P {shares[0]:.3f}  R {shares[1]:.3f}  F1 {f1:.3f}\n")
    for what, count in wrong.most_common(25):
        sys.stdout.write(f"{count:4} {what}\n")


if __name__ == "__main__":
    main()
