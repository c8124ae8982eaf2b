"""Measures how often mentions are right by the method that found them.

    python -m tests.bench.mentions [FOLDER]

`mentions.tsv` of the folder, by default that of `corpus/held_out`, has mentions of its texts
that a reader judged one by one. Each that is still found counts; beside the share of right
ones stands the confidence that mentions of the method carry.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pipeline.knowledge.entities.names import CONFIDENCE
from tests.bench.cases import HELD_OUT, understand_file
from tests.bench.facts import open_entities_once


class Mention(NamedTuple):
    """A mention as it was judged: what it names stands in the text of `document` as `surface`."""

    document: str
    surface: str
    entity: str
    type: str


class Share(NamedTuple):
    """How many mentions were judged, and how many of them are right."""

    judged: int = 0
    right: int = 0


def judgements(folder: Path = HELD_OUT) -> dict[Mention, bool]:
    """Return the judged mentions of a folder and whether each is right."""
    with (folder / "mentions.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {
            Mention(*(row[name] for name in Mention._fields)): row["right"] == "1" for row in rows
        }


def found(folder: Path, documents: frozenset[str]) -> Iterator[tuple[Mention, str]]:
    """Yield each different mention found in the judged documents, and its method."""
    for path in sorted(folder.rglob("*.txt")):
        if path.stem not in documents:
            continue
        knowledge = understand_file(path, open_entities_once())
        entities = {entity.entity_id: entity for entity in knowledge.entities}
        methods: dict[Mention, str] = {}
        for row in knowledge.mentions:
            entity = entities[row.entity_id]
            surface = " ".join(row.surface.split())
            mention = Mention(path.stem, surface, entity.name, entity.entity_type)
            methods.setdefault(mention, row.method)
        yield from methods.items()


def shares(folder: Path = HELD_OUT) -> Mapping[str, Share]:
    """Return by method how many of the judged mentions that are still found are right."""
    judged = judgements(folder)
    counts: dict[str, Share] = defaultdict(Share)
    for mention, method in found(folder, frozenset(mention.document for mention in judged)):
        if mention in judged:
            before = counts[method]
            counts[method] = Share(before.judged + 1, before.right + judged[mention])
    return counts


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HELD_OUT
    sys.stdout.write("| method | judged | right | share | confidence |\n|---|---|---|---|---|\n")
    for method, share in sorted(shares(folder).items()):
        part = share.right / share.judged
        sys.stdout.write(
            f"| `{method}` | {share.judged} | {share.right} | {part:.2f} | {CONFIDENCE[method]} |\n"
        )


if __name__ == "__main__":
    main()
