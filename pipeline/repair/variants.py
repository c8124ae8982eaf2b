"""Keys of words that a print may stand for by a confusion that its own key does not cover."""

from collections import defaultdict

from pipeline.lexicon import one_run, to_class
from pipeline.repair.channel import IMPOSSIBLE, SWEDISH_LETTERS, Channel

_LONGEST = 3  # signs of a print that are tried together
_NONE: tuple[tuple[str, float], ...] = ()


class Variants:
    """Finds other confusion keys, each with the log chance of the confusion behind it."""

    def __init__(self, channel: Channel) -> None:
        likeliest: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self._lost = IMPOSSIBLE
        for true, printed, chance in channel.ordinary:
            key = to_class(true)
            if printed and one_run(key) != one_run(to_class(printed)):
                likeliest[printed][key] = max(chance, likeliest[printed].get(key, chance))
        self._behind = {printed: tuple(keys.items()) for printed, keys in likeliest.items()}
        for true, _, chance in channel.sources.get("", ()):
            if true in SWEDISH_LETTERS:
                self._lost = max(self._lost, chance)

    def keys(self, printed: str) -> dict[str, float]:
        """Return the keys of words of which a lower-cased print has an ordinary confusion."""
        classed, behind = to_class(printed), self._behind
        found = self.lost_letter_keys(printed)
        for start in range(len(printed)):
            for end in range(start + 1, min(start + _LONGEST, len(printed)) + 1):
                for true, chance in behind.get(printed[start:end], _NONE):
                    key = classed[:start] + true + classed[end:]
                    if "aa" in key:
                        key = one_run(key)
                    if chance > found.get(key, IMPOSSIBLE):
                        found[key] = chance
        found.pop(one_run(classed), None)
        return found

    def lost_letter_keys(self, printed: str) -> dict[str, float]:
        """Return the keys of words from which one å, ä or ö was lost."""
        folded = one_run(to_class(printed))
        places = range(len(folded) + 1)
        found = dict.fromkeys([one_run(f"{folded[:i]}a{folded[i:]}") for i in places], self._lost)
        found.pop(folded, None)
        return found
