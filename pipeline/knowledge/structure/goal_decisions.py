"""Goals that the sentences below a heading about goals decide on or set out to reach.

`Nämnden har beslutat att A ska … och att B ska …`, `För 2031 ska följande gälla. A ska …`,
`Kontoret ska ta emot 500 besökare, bevaka två områden samt ge ut ett brev.`
"""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Final

from pipeline.knowledge.names import Span
from pipeline.knowledge.structure.announced import TO_DO
from pipeline.knowledge.structure.goal_sentences import GOES_ON, RESULT, SENTENCE
from pipeline.knowledge.textflow import Block, BlockKind

_DECIDES: Final = re.compile(
    r"\b(?:beslut(?:at|ade|ar)|ena(?:ts|des)(?: om)?|bestäm(?:t|de)|överens(?: om)?|anta(?:git|g)"
    r"|föreslå(?:r|s|tt)|fastställ(?:er|t|de)|lova(?:t|de|r)|innebär|vill|är|var|upp)"
    r"(?: [\w-]+){0,4}? (?=att\b)"
)
_THAT: Final = re.compile(r"(?:,|,? och|,? samt) att (?=\w)")
_SHALL: Final = re.compile(r"\b(?:ska|skall)\b")
_CLAUSE: Final = re.compile(rf"(?=.*{_SHALL.pattern})|{RESULT.pattern}", re.DOTALL)
# `Följande ska gälla.`, `Utskottet beslutar att för 2031 ska följande gälla.`
_FOLLOWING: Final = re.compile(r"[^:]{0,120}\bföljande\b[^:]{0,40}[.:]")
_MODAL: Final = re.compile(r"\b(?:ska|skall|vill)\b(?: [\w-]+){0,3}? (?=[a-zåäö])")
_NEXT: Final = re.compile(r"(?:,| samt| och|, samt|, och) (?:att )?(?=[a-zåäö])")
_FEWEST: Final = 2
_FEWEST_WORDS: Final = 3


def goals_decided(block: Block) -> Iterator[tuple[Span, str]]:
    """Yield the goals of a paragraph below a heading about goals, with what leads to them."""
    if block.kind is not BlockKind.TEXT:
        return
    told = list(SENTENCE.finditer(block.text))
    for place, sentence in enumerate(told):
        found = _that(sentence) or _to_do(sentence)
        if not found and _FOLLOWING.fullmatch(sentence[0]):
            shall = takewhile(_is_goal, told[place + 1 :])
            found = [one.span() for one in shall]
        if len(found) >= _FEWEST:
            for first, last in found:
                yield Span(block.start + first, block.start + last), sentence[0]
            return


def _is_goal(sentence: re.Match[str]) -> bool:
    return bool(_SHALL.search(sentence[0]) and not GOES_ON.match(sentence[0]))


def _that(sentence: re.Match[str]) -> list[tuple[int, int]]:
    """Return the clauses with `att` that a sentence decides on, each telling a result."""
    lead = _DECIDES.search(sentence[0])
    if lead is None:
        return []
    return _parts(sentence, lead.end() + len("att "), _THAT, _CLAUSE)


def _to_do(sentence: re.Match[str]) -> list[tuple[int, int]]:
    """Return what somebody shall do by a sentence, one after the other."""
    for lead in _MODAL.finditer(sentence[0]):
        words = re.finditer(r"\S+(?= )", sentence[0][lead.start() :])
        for word in list(words)[1:5]:
            start = lead.start() + word.start()
            if TO_DO.match(sentence[0], start):
                return _parts(sentence, start, _NEXT, TO_DO)
    return []


def _parts(
    sentence: re.Match[str], start: int, mark: re.Pattern[str], form: re.Pattern[str]
) -> list[tuple[int, int]]:
    """Return where the parts of a sentence stand, from a place on, if each is of a form.

    What a mark parts that does not begin so belongs to the part before it.
    """
    text = sentence[0].rstrip(".!?")
    cuts = [(start, start)]
    cuts += [one.span() for one in mark.finditer(text, start) if form.match(text, one.end())]
    spans = [(one[1], other[0]) for one, other in pairwise([*cuts, (len(text), len(text))])]
    whole = all(len(text[a:b].split()) >= _FEWEST_WORDS and form.match(text[a:b]) for a, b in spans)
    told = whole and len(spans) >= _FEWEST
    return [(sentence.start() + a, sentence.start() + b) for a, b in spans] if told else []
