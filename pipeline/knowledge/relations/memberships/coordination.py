"""Names that stand in a row, and who the members are that they name: `regionen, A och Lund`."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.knowledge.scene import Named, Scene, Span

OWN_NOUN: Final = (
    r"(?i:vi|regionen|kommunen|staden|landstinget|länsstyrelsen|(?:kommun|region)?förbundet)"
)
"""What a plan calls its own organisation."""

BETWEEN: Final = frozenset({", ", " och ", " samt ", ", samt ", ", och ", " som ", " såväl som "})

# `regionen, fem kommuner och A`, `A och regionen`
_OURS_FIRST: Final = re.compile(
    rf"\b{OWN_NOUN}(?:(?:,| och| samt) [a-zåäö0-9 -]{{3,30}})?(?:,| och| samt| som) $"
)
_OURS_LAST: Final = re.compile(rf"(?:,| och| samt) {OWN_NOUN}\b")
# What a member is called before its name: `A, B och föreningen X`.
_KIND_BEFORE: Final = re.compile(r"(?:föreningen|stiftelsen|bolaget|företaget|kommunalförbundet) $")
_JOINED_BY: Final = re.compile(r",?(?: är| har)? (?:tillsammans med|ihop med|jämte|liksom) ")
_OWNED: Final = re.compile(r" (?!(?:och|samt|respektive|gemensam\w*|är)\b)[a-zåäö]")
_PREPOSITION: Final = re.compile(r"\b(?:i|på|från|till|vid|kring|runt) (?:[a-zåäö]+ )?$")
# What an organisation's short name leaves out: `Almvik` of `Region Almvik`, `Ekby` of `Ekby kommun`
_SHORT_NAME: Final = re.compile(r"^(?:Region|Landstinget(?: i)?|\w+förbundet) |s? (?:kommun|stad)$")
_SHORTEST: Final = 4
# What a comma ends: `tillhör vi, i likhet med Almviks kommun, X`
_ASIDE: Final = re.compile(
    r", (?:i likhet med|liksom|precis som|tillsammans med|ihop med|jämte|vid sidan av) [^.;:]+, $"
)
_LONGEST_ASIDE: Final = 120
# The longest words that lead from a preposition to its place, in characters.
_PHRASE: Final = 24
# How many digits the official code of a county has.
_COUNTY: Final = 2


def row_of(scene: Scene, names: Sequence[Named]) -> list[Named]:
    """Return the last names of a sequence that stand in a row: `A, B och C`."""
    row = list(names[-1:])
    for named in reversed(names[:-1]):
        between = scene.flow.text[named.end : row[0].start]
        if between not in BETWEEN and not _JOINED_BY.fullmatch(between):
            break
        row.insert(0, named)
    return row


def ends_row(scene: Scene, sentence: Span, named: Named) -> bool:
    """Tell whether a name is the last of a row, of which the issuer may be: `regionen och A`."""
    others = [n for n in scene.within(sentence, "organisation", "place") if n.end <= named.start]
    if others and follows(scene, named, others[-1]):
        return True
    return bool(_OURS_FIRST.search(scene.flow.text[sentence.start : named.start]))


def follows(scene: Scene, named: Named, before: Named | None) -> bool:
    """Tell whether a name is the first of a row, or goes on with it."""
    return before is None or scene.flow.text[before.end : named.start] in BETWEEN


def is_member(scene: Scene, named: Named) -> bool:
    """Tell whether what looks like a network stands in a row of members: `A, B och X Council`."""
    before = scene.before(named)
    return (
        before is not None
        and before.type == "organisation"
        and _KIND_BEFORE.sub("", scene.flow.text[before.end : named.start]) in BETWEEN
        and not _ASIDE.search(scene.flow.text[max(0, before.start - _LONGEST_ASIDE) : named.start])
    )


def is_owner(scene: Scene, named: Named) -> bool:
    """Tell whether a name stands in the genitive before what it owns."""
    surface = scene.text(named)
    inflected = surface.endswith("s") and not scene.name_of(named.entity_id).endswith("s")
    return inflected and bool(_OWNED.match(scene.flow.text, named.end))


def ours_beside(scene: Scene, around: Span, row: Sequence[Named]) -> list[str]:
    """Return the issuer if its noun stands in a row of members: `regionen, tre städer och A`."""
    before = scene.flow.text[around.start : row[0].start if row else around.end]
    behind = scene.flow.text[row[-1].end : around.end] if row else ""
    told = scene.author is None and (_OURS_FIRST.search(before) or _OURS_LAST.match(behind))
    return [scene.issuer] if told and scene.issuer else []


def own_first(scene: Scene, told: Span) -> list[str]:
    """Return the issuer where its short name begins a row: `Almvik, Ekby kommun och Region B`."""
    name = scene.name_of(scene.issuer) if scene.issuer else ""
    first = scene.text(told).lstrip().partition(",")[0]
    short = len(first) >= _SHORTEST and first[0].isupper() and first in _SHORT_NAME.sub("", name)
    return [scene.issuer] if short and scene.issuer and first != name else []


def members_among(scene: Scene, listed: Sequence[Named]) -> list[Named]:
    """Return the names of a row or line that are of members.

    Places that only say where (`i Bryssel`), owners (`Sveriges regioner`), and beside other
    members countries (`Bornholm (Danmark)`) are none.
    """
    members: list[Named] = []
    placed: Named | None = None  # the last place that is part of a phrase
    for named in listed:
        if named.type == "place" and _is_placed(scene, named, placed):
            placed = named
        elif not is_owner(scene, named) and (named.type != "network" or is_member(scene, named)):
            members.append(named)
    others = [named for named in members if not _is_country(scene, named)]
    return others or members


def _is_country(scene: Scene, named: Named) -> bool:
    code = scene.registry.thing(named.entity_id).code
    return named.type == "place" and code is not None and code.isalpha()


def as_members(scene: Scene, names: Sequence[Named]) -> list[str]:
    """Return who is a member where names stand in a row or list.

    Towns stand for those that govern them (`Ale, Lerum och Partille`), and so do counties,
    unless others of the row have no such governor (`Gotland, Bornholm och Rügen`).
    """
    governing = [governor(scene, named) or "" for named in names]
    if all(governing):
        return governing
    return [
        member if member and not _is_county(scene, named) else named.entity_id
        for named, member in zip(names, governing, strict=True)
    ]


def governor(scene: Scene, named: Named) -> str | None:
    """Return who governs what a name in a row stands for, a town's name being a common word."""
    if scene.registry.thing(named.entity_id).known:
        return scene.member_id(named)
    return scene.registry.municipality(scene.text(named)) or scene.member_id(named)


def _is_county(scene: Scene, named: Named) -> bool:
    """Tell whether a name is of a county: its official code has two digits."""
    return (
        named.type == "place" and len(scene.registry.thing(named.entity_id).code or "") == _COUNTY
    )


def _is_placed(scene: Scene, named: Named, placed: Named | None) -> bool:
    """Tell whether a place is part of a phrase: `i Bryssel`, `i Estland och Lettland`."""
    text = scene.flow.text
    goes_on = placed is not None and text[placed.end : named.start] in BETWEEN
    return goes_on or bool(_PREPOSITION.search(text[max(0, named.start - _PHRASE) : named.start]))
