"""What the likely readings of a word have in common, where none of them is sure.

`Sjémalaren` is *Sjömalaren*, *Sjömälaren* or *Sjömålaren*: whichever it is, é was an ö.
"""

from collections import defaultdict
from collections.abc import Iterable

from pipeline.repair.channel import Channel
from pipeline.repair.choices import Choice

_AGREED = 0.95  # chance from which the readings are taken to agree on a letter


def agreed_reading(
    printed: str, choices: Iterable[tuple[Choice, float]], channel: Channel
) -> str | None:
    """Return a lower-cased print with the letters changed that its readings agree on.

    `choices` come with their chances, 0 to 1. None where they agree on no other letter.
    """
    changes: defaultdict[tuple[int, int, str], float] = defaultdict(float)
    for choice, chance in choices:
        place = 0
        for true, seen in channel.align(choice.word, printed):
            if true != seen:
                changes[place, place + len(seen), true] += chance
            place += len(seen)
    sure = [change for change, chance in changes.items() if chance >= _AGREED]
    word = printed
    for start, end, true in sorted(sure, reverse=True):
        word = word[:start] + true + word[end:]
    return word if sure else None
