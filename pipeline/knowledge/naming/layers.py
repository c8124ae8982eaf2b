"""Names laid over each other: where two overlap, one stays."""

from collections.abc import Iterable, Sequence

from pipeline.knowledge.names import Named


def layered(layers: Iterable[Sequence[Named]]) -> list[Named]:
    """Return all spans in order; where two overlap, that of the earlier layer stays.

    Within a layer, of two that overlap the one that begins first stays, else the longer one,
    else the one that was added first: a thing is named once at a place.
    """
    kept: list[Named] = []
    for layer in layers:
        before = sorted(kept)
        position = end = 0
        for named in sorted(layer, key=lambda named: (named.start, -named.end)):
            if named.start < end:
                continue
            while position < len(before) and before[position].end <= named.start:
                position += 1
            if position == len(before) or before[position].start >= named.end:
                kept.append(named)
                end = named.end
    return sorted(kept)
