"""Captions: the network, body and role that short lines tell of those who stand below them.

A list of representatives is set in lines: a network, below it a body, below that perhaps a
role, and then the persons. Each caption holds until the next of its rank or a higher one.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from pipeline.knowledge.relations.vocabulary import Word
from pipeline.knowledge.scene import NETWORKS, Named, Scene, Span
from pipeline.knowledge.textflow import Block, BlockKind

_LONGEST: Final = 100
_LONGEST_LEAD: Final = 250
# Words that may stand before what a caption names, and none of its own.
_BEFORE: Final = re.compile(
    r"(?i:(?:\w+(?:et|en|ens|ets)|våra?|närvarande|\w+ande|val(?:da)?|utsedda?|ordinarie"
    r"|\w+(?:ska|ella|ala)) )*"
)
# A line that begins something else: few words, no name, no number.
_OTHER: Final = re.compile(r"[^\W\d_a-zåäö][a-zåäö-]+(?: [a-zåäö-]+){0,3}:?")
_OWN: Final = re.compile(r"(?:Region|Landstinget|Regionförbundet)\b|.*\b(?:kommun|stad)$")
_PROPER: Final = re.compile(r" (?=[^\W\d_a-zåäö])")
_PROSE: Final = re.compile(
    r"\b(?:är|var|har|hade|kan|ska|skall|sitter|ingår|deltar|leder|leds|blev|finns|med som"
    r"|utses|väljs|utsågs|valdes"
    r"|[a-zåäö]{3,}(?:eras|erades|ades|äds|äddes|ljs|aldes|tses|tsågs|erar|rkar|tar|nar|dar|sar"
    r"|gar|lar|mar))\b"
)


class Caption(NamedTuple):
    """What the lines above tell; None where they tell nothing.

    Several roles are the columns of a list: the persons below have them in turn.
    """

    network: Named | None = None
    body: Word | None = None
    roles: tuple[Word, ...] = ()
    persons: int = 0

    @property
    def role(self) -> Word | None:
        """The role of the next person below."""
        return self.roles[self.persons % len(self.roles)] if self.roles else None


class Reader(NamedTuple):
    """What finds bodies and roles in a stretch of the flow."""

    bodies: Callable[[Span], list[Word]]
    roles: Callable[[Span], list[Word]]


def captions(scene: Scene, reader: Reader) -> tuple[Caption, ...]:
    """Return, for each block, what the captions above it tell."""
    above = []
    caption = Caption()
    for block in scene.flow.blocks:
        above.append(caption)
        caption = _below(scene, reader, block, caption)
    return tuple(above)


def is_prose(text: str) -> bool:
    """Tell whether a line is a sentence, which says itself what it means."""
    return bool(_PROSE.search(text))


def _below(scene: Scene, reader: Reader, block: Block, above: Caption) -> Caption:
    """Return what holds below a block."""
    span = Span(block.content_start, block.end)
    if block.content.rstrip().endswith(":"):
        span = scene.sentence_at(block.end - 1)
    if persons := scene.within(span, "person"):
        return above._replace(persons=above.persons + len(persons))
    if block.kind is BlockKind.CELL:
        labels = block.content.rstrip().endswith(":")
        return above if labels else _below_cell(reader, span, above)
    if block.kind is not BlockKind.HEADING and not _is_caption(block.content.rstrip()):
        return above._replace(roles=())
    return _below_caption(above, _told(scene, reader, span), block)


def _below_cell(reader: Reader, span: Span, above: Caption) -> Caption:
    """Return what holds after a cell: one that is a role heads a column of it."""
    roles = [role for role in reader.roles(span) if not role.is_title]
    if not roles or roles[0].end - roles[0].start < span.end - span.start - 1:
        return above
    return _with_roles(above, (roles[0],))


def _below_caption(above: Caption, told: Caption, block: Block) -> Caption:
    """Return what holds below a caption that tells something, or begins something else."""
    if told.network is not None:
        columns = above.roles if len(above.roles) > 1 else ()
        return told if told.roles else told._replace(roles=columns)
    if told.body is not None:
        own_name = " " in told.body.name and told.body.name.split()[-1][0].isupper()
        columns = above.roles if len(above.roles) > 1 else ()
        below = told if told.roles else told._replace(roles=columns)
        return below if own_name else below._replace(network=above.network)
    if told.roles:
        return _with_roles(above, told.roles)
    if block.kind is BlockKind.HEADING:
        return Caption()
    other = _OTHER.fullmatch(block.content.strip())
    columns = above.roles if len(above.roles) > 1 and not above.persons else ()
    return Caption(network=above.network, roles=columns) if other else above


def _with_roles(above: Caption, roles: tuple[Word, ...]) -> Caption:
    """Return a caption with roles; those that follow each other, nobody between, are columns."""
    columns = () if above.persons else above.roles
    return above._replace(roles=(*columns, *roles), persons=0)


def _is_caption(text: str) -> bool:
    if text.endswith(":"):
        return len(text) <= _LONGEST_LEAD
    return len(text) <= _LONGEST and not text.endswith((".", "!", "?")) and not is_prose(text)


def _told(scene: Scene, reader: Reader, span: Span) -> Caption:
    """Return what a caption itself names; a line that leads into a list may be a sentence."""
    text = scene.text(span)
    lead = text.rstrip().endswith(":") and is_prose(text)
    network = _network(scene, span, anywhere=lead)
    first = span.start + (match.end() if (match := _BEFORE.match(text)) else 0)
    bodies = [b for b in reader.bodies(span) if lead or _is_all(text, b, network, span, first)]
    roles = [
        role for role in reader.roles(span) if not role.is_title and (lead or role.start <= first)
    ]
    return Caption(
        network,
        _with_name(scene, bodies[-1], span) if bodies else None,
        tuple(roles) if not lead else tuple(roles[-1:]),
    )


def _is_all(text: str, body: Word, network: Named | None, span: Span, first: int) -> bool:
    """Tell whether a body is what a caption is about: nothing but its own name follows it."""
    rest = text[body.end - span.start :].rstrip(" :")
    leads = network is not None or body.start <= first
    return leads and (
        not rest or bool(_PROPER.match(rest)) or rest[0] in ",(–-:" or rest[1:2].isdigit()
    )


def _network(scene: Scene, span: Span, *, anywhere: bool) -> Named | None:
    """Return the network that begins a caption, or an organisation that is nobody's own."""
    text = scene.text(span)
    first = span.start + (match.end() if (match := _BEFORE.match(text)) else 0)
    named = [n for n in scene.within(span, *NETWORKS) if anywhere or n.start <= first]
    if named or anywhere:
        return named[0] if named else None
    others = [n for n in scene.within(span, "organisation") if n.start <= first]
    return next((n for n in others if not _OWN.match(scene.name_of(n.entity_id))), None)


def _with_name(scene: Scene, body: Word, span: Span) -> Word:
    """Return a body with the proper name that ends its line: `Partnerskapet Norra Sverige`."""
    rest = scene.flow.text[body.end : span.end].rstrip(" :")
    if (
        not _PROPER.match(rest)
        or rest.isupper()
        or scene.within(Span(body.end, span.end), *NETWORKS)
    ):
        return body
    return body._replace(end=body.end + len(rest), name=body.name + rest)
