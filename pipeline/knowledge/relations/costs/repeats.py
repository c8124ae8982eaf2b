"""Sums that sentences tell again, of those that a table or another sentence tells."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.relations.costs.cost import Cost, merged
from pipeline.knowledge.relations.costs.subject import Subject
from pipeline.knowledge.scene import Scene
from pipeline.knowledge.textflow import BlockKind

_SINCE: Final = re.compile(r"\bsedan\b")
# Words that may be of one noun where their beginnings are alike, in letters.
_NOUN: Final = re.compile(r"[^\W\d_]{6,}")
_STEM: Final = 6


def without_repeats(scene: Scene, costs: Sequence[Cost]) -> list[Cost]:
    """Return the costs without sentences that tell again what a table or another one tells."""
    kept = dict(enumerate(costs))
    alike: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, cost in kept.items():
        for key in _wordings(cost, tabled=_is_tabled(scene, cost)):
            alike[key].append(place)
    for place, cost in enumerate(costs):
        if cost.amount is None or _is_tabled(scene, cost):
            continue
        same = sorted({one for key in _wordings(cost, tabled=True) for one in alike[key]})
        others = (one for one in same if one != place and one in kept)
        other = next((one for one in others if _repeats(scene, cost, kept[one])), None)
        if other is not None:
            kept[other] = merged(kept[other], kept.pop(place))
    return list(kept.values())


def _wordings(cost: Cost, *, tabled: bool) -> Iterator[tuple[object, ...]]:
    """Yield the keys that a cost shares with those that may repeat it: its sum and subject.

    One of a table is found by its sum and any noun of its subject, too.
    """
    yield cost.amount, cost.currency, cost.subject
    if tabled and cost.subject.entity_id is None:
        for stem in _stems(cost.subject):
            yield cost.amount, cost.currency, stem


def _repeats(scene: Scene, cost: Cost, other: Cost) -> bool:
    """Tell whether a sentence's cost is another of its sum: told without its year, or reworded."""
    if cost.subject == other.subject:
        sentence = scene.text(scene.sentence_at(cost.evidence.start))
        return cost.year is None and other.year is not None and not _SINCE.search(sentence)
    return len({cost.year, other.year} - {None}) <= 1


def _is_tabled(scene: Scene, cost: Cost) -> bool:
    return scene.flow.blocks[scene.flow.block_at(cost.evidence.start)].kind is BlockKind.CELL


def _stems(subject: Subject) -> set[str]:
    """Return the nouns of a wording, cut: `Oljepannorna bort` shares one with `oljepannor`."""
    return {word[:_STEM].casefold() for word in _NOUN.findall(subject.name or "")}
