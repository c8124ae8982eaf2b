"""Lines that lead into lists: `Regionens företrädare är:`, `Närvarande ledamöter`; clauses."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.knowledge.scene import NETWORKS, Scene, Span
from pipeline.knowledge.textflow import BlockKind

_LABEL: Final = re.compile(
    r"(?:[\w-]+ ){0,3}(?:ledamöter|ersättare|suppleanter|representanter|företrädare|ombud)"
    r"(?: \d{4}(?: ?[–-] ?\d{2,4})?)?:?",
    re.IGNORECASE,
)
# Longer lines that end as sentences do are some.
_LONGEST: Final = 100
# Between the clauses of a decision: `att utse A till ledamot, samt att utse B`.
_CLAUSE: Final = re.compile(r"(?:[,;] (?:(?:samt|och|dels) )?| (?:samt|och) )(?=att )")
# Between the parts of a row: `X: Åsa Ek; Y: Bo Al`.
_ENTRY: Final = re.compile(r"; (?:(?:samt|och) )?")
# `Till styrelsen för X utses`, and below it whom.
_LEADS: Final = re.compile(r" (?:utses?|utsågs|utsetts|väljs|välja|valdes|valts|utser|väljer)\s*$")
_PROSE: Final = re.compile(
    r"^att |\b(?:består|bestod|utgör|bildar|utser|väljer|är|var|har|hade|kan|ska|skall|sitter"
    r"|ingår|deltar|leder|företräder|representerar"
    r"|leds|blev|finns|med som|bemannas|innehas|besätts|föreslås|utses|väljs|utsågs|valdes"
    r"|[a-zåäö]{3,}(?:eras|erades|ades|äds|äddes|ljs|aldes|tses|tsågs|erar|rkar|tar|nar|dar|sar"
    r"|gar|lar|(?<!medlem)mar))\b"
)


def leads_in(text: str) -> bool:
    """Tell whether a line leads into what follows: by a colon, or a verb at its end."""
    return text.rstrip().endswith(":") or bool(_LEADS.search(text))


def intro(scene: Scene, index: int) -> Span | None:
    """Return what leads into the list in which an item stands: a line, or a block's end."""
    blocks = scene.flow.blocks
    above = scene.above_lists[index]
    if above is None or above == index:
        return None
    block = blocks[above]
    leads = leads_in(block.text) or blocks[index].kind is BlockKind.ITEM
    leads = leads or is_label(block.text)
    if block.kind is BlockKind.CELL or not leads:
        return None
    if leads_in(block.text):
        return scene.sentence_at(block.end - 1)
    return Span(block.start, block.end)


def is_label(text: str) -> bool:
    """Tell whether a line names seats and nothing else: `Tjänstgörande ersättare`."""
    return bool(_LABEL.fullmatch(text.strip()))


def is_prose(text: str) -> bool:
    """Tell whether a line is a sentence, which says itself what it means."""
    return (len(text) > _LONGEST and text.rstrip().endswith(".")) or bool(_PROSE.search(text))


def clauses(scene: Scene, span: Span) -> Iterator[Span]:
    """Yield the sentences of a block; a decision's clauses that begin with `att` apart.

    So are those of a row whose parts each name their network: `X: Åsa Ek; Y: Bo Al`.
    """
    for sentence in scene.sentences_in(span):
        divider = _ENTRY if _is_row(scene, sentence) else _CLAUSE
        start = sentence.start
        for match in divider.finditer(scene.text(sentence)):
            end = sentence.start + match.end()
            if scene.within(Span(start, end), "person"):
                yield Span(start, end)
                start = end
        yield Span(start, sentence.end)


def _is_row(scene: Scene, sentence: Span) -> bool:
    """Tell whether each part that a semicolon ends names a network and then a person."""
    ends = [sentence.start + match.end() for match in _ENTRY.finditer(scene.text(sentence))]
    parts = map(Span, [sentence.start, *ends], [*ends, sentence.end])
    return bool(ends) and all(_names_both(scene, part) for part in parts)


def _names_both(scene: Scene, part: Span) -> bool:
    networks, persons = scene.within(part, *NETWORKS), scene.within(part, "person")
    return bool(networks and persons) and networks[0].start < persons[0].start
