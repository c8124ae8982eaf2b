"""What somebody can sit in: networks and assemblies of regions, but no body of theirs.

Those of regions sit in the Committee of the Regions as they do in a network; a steering committee
that the text seems to name as a network is a body of one.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pipeline.knowledge.scene import Named, Scene

_ASSEMBLY: Final = re.compile(r"regionkommitté|Europarådets kongress", re.IGNORECASE)
_BODY: Final = (
    r"(?:(?:styr|övervaknings|besluts|förvaltnings|urvals|program|exekutiv)kommitt(?:é|e)"
    r"|styrelse|(?:styr|arbets|expert|referens|lednings)grupp|(?:ungdoms|ägar)?råd|presidi(?:um)?"
    r"|direktion|valberedning|kongress|årsmöte|generalförsamling|(?:arbets)?utskott"
    r"|(?:political|politiska?) (?:bureau|byrå|råd|forum))(?:e?n|et)?"
)
_GOVERNS: Final = re.compile(
    rf"{_BODY}(?: för [a-zåäö]+(?: och [a-zåäö]+)?| [^\W\d_a-zåäö][\w-]+)?", re.IGNORECASE
)
_ITS_BODY: Final = re.compile(rf"(?:s|:s)? {_BODY}")


def with_seats(scene: Scene) -> Scene:
    """Return a scene in which what people can sit in is a network, and nothing else is."""
    return replace(scene, names=tuple(_seating(scene)))


def _seating(scene: Scene) -> Iterator[Named]:
    whole = {scene.text(named): named for named in scene.names if named.type == "network"}
    for named in scene.names:
        thing = scene.registry.thing(named.entity_id)
        if named.type == "organisation" and _ASSEMBLY.search(thing.name):
            yield named._replace(type="network")
        elif named.type != "network" or thing.known:
            yield named
        elif not _GOVERNS.fullmatch(scene.text(named)):
            yield next(_owners(scene, named, whole), named)


def _owners(scene: Scene, named: Named, whole: dict[str, Named]) -> Iterator[Named]:
    """Yield the network of which a name is a body: `Eurocities` of `Eurocities politiska råd`."""
    text = scene.text(named)
    for name, other in whole.items():
        if text.startswith(name) and _ITS_BODY.fullmatch(text, len(name)):
            yield other._replace(start=named.start, end=named.start + len(name))
