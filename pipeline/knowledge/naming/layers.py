"""Names laid over each other: where two overlap, one stays."""

from collections.abc import Iterable, Sequence

from pipeline.knowledge.names import Named


def layered(layers: Iterable[Sequence[Named]]) -> list[Named]:
    """Return all spans in order; where two overlap, that of the earlier layer stays.

    Within a layer, one thing is named once at a place, by the first that was added, and of
    two that overlap the one that begins first stays, or else the longer one.
    """
    kept: list[Named] = []
    for layer in layers:
        before = sorted(kept)
        position = end = 0
        first = {(named.start, named.entity_id): named for named in reversed(layer)}
        for named in sorted(first.values(), key=lambda n: (n.start, -n.end)):
            if named.start < end:
                continue
            while position < len(before) and before[position].end <= named.start:
                position += 1
            if position == len(before) or before[position].start >= named.end:
                kept.append(named)
                end = named.end
    return sorted(kept)
