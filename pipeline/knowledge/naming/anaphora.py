"""What definite nouns stand for: `förbundet`, `kontoret`, `nätverket` (nominal anaphora).

A noun that names nothing by itself points back to the last thing named whose name is built on
the same noun: after `Sydrandens EU-kontor`, `kontoret` is that office. The issuer, of whom
a whole document speaks, comes first where its own noun is used.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.names import Named
from pipeline.knowledge.registry import Registry

# How far back brackets and attributes are looked for, in characters.
_LONGEST_BRACKET: Final = 80
_LONGEST_ATTRIBUTE: Final = 30
_TYPES: Final = frozenset({"organisation", "network"})
_COMMISSION: Final = re.compile(r"[Kk]ommissionens?\b(?! för\b)")
_IS_COMMISSION: Final = re.compile(r"kommission|\bcommission", re.IGNORECASE)
# How far above what a noun stands for is named, in characters.
_FAR: Final = 1500
METHOD: Final = "anaphor"
_KEPT_NAMES: Final = 16_384


@dataclass(frozen=True, slots=True)
class _Noun:
    """A definite noun, what names built on it look like, and whether any network will do."""

    form: str
    names: re.Pattern[str]
    any_network: bool = False

    def is_of(self, name: str) -> bool:
        """Tell whether a name is built on the noun."""
        return bool(self.names.pattern) and self.names.search(name) is not None


def _noun(form: str, names: str, *, any_network: bool = False) -> _Noun:
    return _Noun(form, re.compile(names, re.IGNORECASE), any_network)


# Governments and the like: the issuer, else the last one named that is so called.
_GOVERNING: Final = (
    _noun("regionen", r"region\b|\w+regionen$"),
    _noun("landstinget", r"landsting"),
    _noun("kommunen", r"kommun$"),
    _noun("staden", r"stad$|kommun$"),
    _noun("kommunalförbundet", r"kommunalförbund"),
    _noun("regionförbundet", r"regionförbund"),
    _noun("kommunförbundet", r"kommunförbund"),
    _noun("länsstyrelsen", r"länsstyrelse"),
    _noun("högskolan", r"högskola"),
    _noun("universitetet", r"universitet"),
    _noun("handelskammaren", r"handelskammar"),
    _noun("bolaget", r"\bAB\b|bolag"),
    *(
        _noun(f"{branch}bolaget", rf"{branch}.*(?:\bAB\b|bolag)")
        for branch in ("energi", "hamn", "vatten", "avfalls", "trafik", "turist", "fastighets")
    ),
)
_NETWORKS: Final = (
    _noun("kontoret", r"kontor|\boffice|\brepresentation"),
    _noun("förbundet", r"förbund"),
    _noun("föreningen", r"förening|\bassociation|\bforum", any_network=True),
    _noun("stiftelsen", r"stiftelse|\bfoundation"),
    _noun("kommittén", r"kommitté|\bcommittee|\bkomite"),
    _noun("rådet", r"råd(?:et)?\b|\bcouncil"),
    _noun("alliansen", r"allians|\balliance"),
    _noun("unionen", r"union"),
    _noun("kommissionen", r"kommission|\bcommission"),
    _noun("konferensen", r"konferens|\bconference"),
    _noun("forumet", r"[a-zåäö]forum\b|^forum "),
    _noun("plattformen", r"plattform|\bplatform"),
    _noun("nätverket", r"", any_network=True),
    _noun("samarbetet", r"samarbete|\bco-?operation|euroregion"),
    _noun("organisationen", r"", any_network=True),
    _noun("sammanslutningen", r"", any_network=True),
)
_NOUNS: Final = (*_GOVERNING, *_NETWORKS)
_FORMS: Final = "|".join(noun.form for noun in _NOUNS)
_DEFINITE: Final = Anchored(rf"\b(?i:(?P<noun>{_FORMS}))s?\b(?! (?:för|i|av)? ?[\"”“»]?[A-ZÅÄÖ])")
# Of another kind than the one spoken of: `det nationella nätverket`, `ett av kontoren`
_ATTRIBUTE: Final = re.compile(r"\b(?:de[nt] )?[\w-]*(?:ella|iska|nya|andra|egna|eget|lokala) $")


def anaphors(
    text: str, names: Sequence[Named], registry: Registry, issuer: str | None
) -> Iterator[Named]:
    """Yield the definite nouns that stand for something named before; `names` are in order."""
    taken = {place for named in names for place in range(named.start, named.end)}
    called = [named for named in names if named.type in _TYPES]
    ends = {named.end for named in called}
    candidates = [named for named in called if not _is_second_name(text, named, ends)]
    nouns = {named.entity_id: list(_nouns_for(named, registry, issuer)) for named in candidates}
    own = _meant_by_issuer(registry, issuer)
    last: dict[str, Named] = {}
    passed = 0
    for match in _DEFINITE.finditer(text):
        start = match.start()
        while passed < len(candidates) and candidates[passed].end <= start:
            last |= dict.fromkeys(nouns[candidates[passed].entity_id], candidates[passed])
            passed += 1
        noun = match["noun"].casefold()
        meant = own.get(noun) or last.get(noun)
        if meant is None or start in taken:
            continue
        if not _ATTRIBUTE.search(text, max(0, start - _LONGEST_ATTRIBUTE), start):
            yield meant._replace(start=start, end=match.end(), method=METHOD)


def nearest_commissions(text: str, names: Sequence[Named], registry: Registry) -> tuple[Named, ...]:
    """Return the names, `kommissionen` being of the last commission named not too far above.

    Alone it is the European one: what the lexicon knows by a noun is no anaphor by itself.
    """
    meant: list[Named] = []
    last: Named | None = None
    for named in names:
        alone = _COMMISSION.match(text, named.start)
        if alone and last is not None and named.start - last.end < _FAR:
            meant.append(named._replace(type=last.type, entity_id=last.entity_id))
            continue
        meant.append(named)
        if not alone and named.type in _TYPES and _IS_COMMISSION.search(_name(registry, named)):
            last = named
    return tuple(meant)


def _name(registry: Registry, named: Named) -> str:
    return registry.thing(named.entity_id).name


def _meant_by_issuer(registry: Registry, issuer: str | None) -> dict[str, Named]:
    """Return the issuer by the nouns that its name is built on."""
    if issuer is None:
        return {}
    thing = registry.thing(issuer)
    named = Named(0, 0, thing.type, issuer, METHOD)
    return {noun.form: named for noun in _nouns_of(thing.name)}


def _nouns_for(named: Named, registry: Registry, issuer: str | None) -> Iterator[str]:
    """Yield the nouns that may stand for something named."""
    name = registry.thing(named.entity_id).name
    other_network = named.type == "network" and named.entity_id != issuer
    own = _nouns_of(name)
    for noun in _NOUNS:
        if noun in own or (noun.any_network and other_network):
            yield noun.form


@lru_cache(_KEPT_NAMES)
def _nouns_of(name: str) -> tuple[_Noun, ...]:
    """Return the nouns that a name is built on."""
    return tuple(noun for noun in _NOUNS if noun.is_of(name))


def _is_second_name(text: str, named: Named, ends: Collection[int]) -> bool:
    """Tell whether a name stands in brackets behind another of the same thing."""
    bracket = text.rfind("(", max(0, named.start - _LONGEST_BRACKET), named.start)
    return bracket > 0 and bracket - 1 in ends and ")" not in text[bracket : named.start]
