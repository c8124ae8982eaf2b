"""Who pays a fee to a network is its member: `Medlemsavgiften till X uppgår till 45 000 kr`."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.relations.memberships.coordination import follows
from pipeline.knowledge.relations.memberships.membership import Membership
from pipeline.knowledge.scene import Named, Scene, Span

_FEE_TO: Final = Anchored(
    r"\b(?:medlems|års)avgift(?:en|er|erna)?(?: [^.,;:]{3,20}?)? (?:till|för|i)(?= )",
    re.IGNORECASE,
)
# Of a membership that is only considered, or has come to its end.
_NOT_YET: Final = re.compile(
    r"\b(?:skulle|vore|beräkna\w*|uppskatta\w*|kommer att|blir|inte|ej|ingen|inga|sparas?"
    r"|upphör\w*)\b"
)
# What may stand between: `till det europeiska nätverket X`.
_LED_TO: Final = re.compile(r" (?:[a-zåäö-]+ ){0,3}[\"”“»]?")


def payers(scene: Scene, sentence: Span) -> Iterator[Membership]:
    """Yield who pays fees to the networks of a sentence: its last organisation, else the issuer.

    When it is paid is not since when somebody is a member.
    """
    fee = _FEE_TO.search(scene.text(sentence))
    if fee is None or _NOT_YET.search(scene.text(sentence)):
        return
    paid = Span(sentence.start, sentence.start + fee.start())
    owing = [named.entity_id for named in scene.within(paid, "organisation")][-1:]
    behind = Span(sentence.start + fee.end(), sentence.end)
    for member in owing or ([scene.issuer] if scene.issuer else []):
        for network in _row(scene, behind):
            yield Membership(member, network.entity_id, None, None, sentence)


def _row(scene: Scene, span: Span) -> Iterator[Named]:
    """Yield the networks of a row that begins right at the beginning of a span."""
    networks = scene.within(span, "network")
    if networks and _LED_TO.fullmatch(scene.flow.text[span.start : networks[0].start]):
        yield networks[0]
        for one, other in pairwise(networks):
            if not follows(scene, other, one):
                break
            yield other
