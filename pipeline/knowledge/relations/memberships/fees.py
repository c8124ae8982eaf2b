"""Who pays a fee to a network is its member: `Medlemsavgiften till X uppgår till 45 000 kr`."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.entities.extents import SUM
from pipeline.knowledge.relations.memberships.captions import captioned_network
from pipeline.knowledge.relations.memberships.coordination import follows
from pipeline.knowledge.relations.memberships.membership import Membership
from pipeline.knowledge.scene import Named, Scene, Span

_FEE_TO: Final = Anchored(
    r"\b(?:medlems|års)avgift(?:en|er|erna)?(?: [^.,;:]{3,20}?)? (?:till|för|i)(?= )",
    re.IGNORECASE,
)
# A line of a budget: `Medlemskap Energy Cities 158`, `Medlemsavgift 2024 X: 45 000 kr`
_FEE_OF: Final = re.compile(r"(?:medlems|års)avgift(?:en)?|medlemskap(?:et)?", re.IGNORECASE)
_OF_YEAR: Final = re.compile(r"(?: (?:till|i|för))?(?: (?:19|20)\d\d)?:? ")
_SUM: Final = re.compile(rf"[,:]? {SUM}|[,:]? \d{{1,3}}\W*$")
# What is paid to the network of the heading: `Medlemsavgift 2018: 4 100 euro`
_FEE_IS: Final = re.compile(
    r"(?:medlems|års)avgift(?:en)?(?: (?:för |år )*(?:19|20)\d\d)?(?: är|:)? (?:ca |cirka )?\d",
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


def payers_of_lines(scene: Scene) -> Iterator[Membership]:
    """Yield the issuer as member of the networks to which lines say that it pays a fee.

    The line names the network itself, or stands below its name.
    """
    if scene.issuer is None or scene.author is not None:
        return
    for block in scene.flow.blocks:
        fee = _FEE_OF.match(block.content)
        if fee is None or _NOT_YET.search(block.content):
            continue
        span = Span(block.content_start, block.end)
        network = next(iter(scene.within(span, "network")), None)
        if network is not None:
            told = _OF_YEAR.fullmatch(block.content, fee.end(), network.start - span.start)
            if told and _SUM.match(scene.flow.text, network.end, span.end):
                yield Membership(scene.issuer, network.entity_id, None, None, span)
        elif _FEE_IS.match(block.content):
            above = captioned_network(scene, span)
            if above is not None:
                yield Membership(scene.issuer, above.entity_id, None, None, span)


def _row(scene: Scene, span: Span) -> Iterator[Named]:
    """Yield the networks of a row that begins right at the beginning of a span."""
    networks = scene.within(span, "network")
    if networks and _LED_TO.fullmatch(scene.flow.text[span.start : networks[0].start]):
        yield networks[0]
        for one, other in pairwise(networks):
            if not follows(scene, other, one):
                break
            yield other
