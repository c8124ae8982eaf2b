"""What a document's own words, which no list has, are spelled like: all prints of one count."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from math import sqrt
from typing import NamedTuple

from pipeline.lexicon import Lexicon, fold
from pipeline.repair.channel import IMPOSSIBLE, Channel
from pipeline.repair.choices import ENGLISH, LONGEST_WORD, UNLISTED, Case, Choice, Options

_SHORTEST = 4  # letters: shorter words with one key are often different words
_RANGE = 12.0  # nats below the best at which a spelling is no longer considered
_UNUSUAL = 3.0  # nats by which another word explains a print better, so that it may be that
_NEAR = 6.0  # nats by which that word may be less likely before any print is seen
_STRANGE = -50.0  # log chance of a print that the channel does not explain
_GENITIVE = "s"


class Form(NamedTuple):
    """A printed, lower-cased word of the document, how its case is, and how often it stands."""

    printed: str
    case: Case
    times: int


class Vocabulary:
    """Settles how words that no list has are spelled, where they are printed several times.

    A name that stands as `Hékesund`, `Hokesund` and `Hdkesund` is *Hökesund*: each print
    leaves other spellings, and all of them leave one. Prints of one engine are not
    independent, so they count by the root of how many there are.
    """

    def __init__(
        self, lexicon: Lexicon, channel: Channel, options: Callable[[str, Case], Options]
    ) -> None:
        self._lexicon = lexicon
        self._channel = channel
        self._options = options

    def settle(self, forms: Iterable[Form]) -> dict[str, Options]:
        """Return the readings of each printed form that several prints speak for."""
        settled: dict[str, Options] = {}
        for group in self._groups(forms):
            if sum(form.times for form in group) > 1:
                settled |= self._readings(group)
        return settled

    def _groups(self, forms: Iterable[Form]) -> Iterable[list[Form]]:
        """Yield the forms that may be prints of one word, genitives among them."""
        by_key: defaultdict[str, list[Form]] = defaultdict(list)
        for form in forms:
            if _SHORTEST <= len(form.printed) <= LONGEST_WORD and self._is_own(form):
                by_key[fold(form.printed)].append(form)
        for key in list(by_key):
            if key.endswith(_GENITIVE) and key[:-1] in by_key:
                by_key[key[:-1]] += by_key.pop(key)
        return by_key.values()

    def _is_own(self, form: Form) -> bool:
        """Tell whether no list has the likeliest reading, or it is a name."""
        if self._lexicon.is_healthy(form.printed):
            return False
        choices = self._options(form.printed, form.case).choices
        best = max(choices, key=lambda choice: choice.value(self._lexicon.priors))
        return best.word_id < 0 or self._lexicon.is_name(best.word_id)

    def _readings(self, group: list[Form]) -> dict[str, Options]:
        stem = min((fold(form.printed) for form in group), key=len)
        priors = self._priors(group, stem)
        if not priors:
            return {}
        chances = {
            word: prior + sum(sqrt(f.times) * self._chance(word, f, stem) for f in group)
            for word, prior in priors.items()
        }
        best = max(chances, key=chances.__getitem__)
        others = [form for form in group if self._is_another(form, best, priors, stem)]
        if others:
            rest = [form for form in group if form not in others]
            return self._readings(rest) if sum(form.times for form in rest) > 1 else {}
        likely = {word: chance - chances[best] for word, chance in chances.items()}
        likely = {word: chance for word, chance in likely.items() if chance > -_RANGE}
        return {
            form.printed: Options(form.printed, _choices(form.printed, likely, _ending(form, stem)))
            for form in group
        }

    def _chance(self, word: str, form: Form, stem: str) -> float:
        return max(self._channel.chance(word + _ending(form, stem), form.printed), _STRANGE)

    def _is_another(self, form: Form, best: str, priors: Mapping[str, float], stem: str) -> bool:
        """Tell whether a form is more likely a print of another word than of the group's best.

        Two names may differ in such letters alone, as Åberg and Öberg do.
        """
        usual = self._chance(best, form, stem) + _UNUSUAL
        near = (word for word, prior in priors.items() if prior > priors[best] - _NEAR)
        return any(self._chance(word, form, stem) > usual for word in near)

    def _priors(self, group: list[Form], stem: str) -> dict[str, float]:
        """Return the log chance of each word that any form may stand for, without its ending."""
        priors: dict[str, float] = {}
        for form in group:
            ending = _ending(form, stem)
            for choice in self._options(form.printed, form.case).choices:
                if choice.word_id == ENGLISH or not choice.word.endswith(ending):
                    continue
                word = choice.word.removesuffix(ending)
                value = choice.value(self._lexicon.priors)
                prior = value - self._channel.chance(choice.word, form.printed)
                priors[word] = max(priors.get(word, IMPOSSIBLE), prior)
        return priors


def _ending(form: Form, stem: str) -> str:
    """Return the ending of a form in a group with the key `stem`: a genitive's, or none."""
    return "" if fold(form.printed) == stem else _GENITIVE


def _choices(printed: str, likely: Mapping[str, float], ending: str) -> tuple[Choice, ...]:
    found = [Choice(word + ending, UNLISTED, chance) for word, chance in likely.items()]
    found.sort(key=lambda choice: -choice.chance)
    if all(choice.word != printed for choice in found):
        found.append(Choice(printed, UNLISTED, found[0].chance - _RANGE))
    return tuple(found)
