"""Who has granted what a text lists, where only a sentence about all of it says so."""

import re
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.scene import Named, Scene

# `Styrkommittén för Interreg Nord har beviljat fyra projekt 1,6 miljoner euro`
_GRANTS: Final = Anchored(
    r"\bbevilja\w*\b[^.:]*\b(?:[\w-]*projekt|projekten)\b(?! [A-ZÅÄÖ\"”])"
    r"|\bbif(?:öll|aller)\w*\b[^.:]*\b(?:[\w-]*projekt|ansökningar)\b"
    r"|\b[Dd]e (?:[\w-]+ )?projekt(?:en)? [^.:]*\bbevilja\w*"
)
_MONEY: Final = r"\b(?:miljon(?:er)?|mkr|mnkr|euro|kronor)\b"
# The same, told at the beginning of what is all about it: `42 projekt får medel inom`
_TELLS_OF_GRANTS: Final = Anchored(
    r"\bprioriterat\b[^.:]*\b(?:[\w-]*projekt|projekten)\b(?! [A-ZÅÄÖ\"”])"
    r"|\bbeslut\w* (?:[\w-]+ )?om (?:finansiering|stöd|medel|bidrag)\b[^.:]*\b[\w-]*projekt\b"
    r"|\b(?i:\d+|två|tre|fyra|fem|sex|sju|åtta|nio|tio|nya|flera) (?:[\w-]+ ){0,2}[\w-]*projekt"
    r" (?:[\w-]+ ){0,2}?(?:får|fick|har fått|ska|arbetar|startar)\b"
    r"[^.:]*\b(?:stöd|medel|pengar|finansiering|bidrag) (?:från|av|ur|inom|genom|via)\b"
    r"|\bgodkän(?:de|ner|t)\b[^.:]*\b[\w-]*projekt\b(?! [A-ZÅÄÖ\"”])"
    r"|\bansökningar(?:na)?\b[^.:]*\b(?:vidare|godkänd\w*|antogs)\b"
    rf"|\b(?:lägger|lade|satsar|satsade|fördelar|fördelade|delar ut|delade ut)\b[^.:]*{_MONEY}"
    r"[^.:]*\b(?:[\w-]*projekt|projekten|samarbeten|satsningar)\b(?! [A-ZÅÄÖ\"”])"
    rf"|\b[\w-]*projekt\b[^.:]*\b(?:får|fick|delar på|delade på)\b[^.:]*{_MONEY}"
)
# That somebody has said yes, in other words, beside what was asked about.
_SAYS_YES: Final = Anchored(
    r"\bs(?:a|ade|äger|agt)\b[^.:]{0,120}? ja\b|\b(?:får|fick|fått)\b[^.:]{0,60}? ja\b"
    r"|\bprioritera(?:r|s|de|des|t|ts)\b|\b(?:klartecken|grönt ljus)\b"
    r"|\b(?:går|gick|gått)\b[^.:]{0,60}? igenom\b|\bdela(?:r|de|t) ut\b"
    r"|\b(?:väljs|valdes|välj?er|valde|valt)(?: [\w-]+){0,4}? ut\b|\bställde sig bakom\b",
)
_PROJECTS: Final = re.compile(
    r"\b(?:[\w-]*projekt(?:en)?|(?:projekt)?ansökningar(?:na)?|förstudier(?:na)?)\b"
    r"(?! [A-ZÅÄÖ\"”])"
)
_BEGINNING: Final = 8  # blocks
# `Tredje ansökningsomgången i Interreg Nord är avslutad`
_CALL: Final = Anchored(r"\b(?:ansökningsomgång|utlysning|beslutsmöte)\w*")


def granting_programme(scene: Scene) -> str | None:
    """Return the one programme or fund that a text says has granted its projects money.

    A compound with its name counts too: `Nordprogrammet beviljade fyra projekt`.
    """
    known = {scene.text(n): n.entity_id for n in scene.names if n.type in {"programme", "fund"}}
    found: set[str] = set()
    for sentence in scene.sentences if known else ():
        text = scene.text(sentence)
        top = scene.flow.block_at(sentence.start) < _BEGINNING
        yes = _TELLS_OF_GRANTS.search(text) or (_SAYS_YES.search(text) and _PROJECTS.search(text))
        if _GRANTS.search(text) or (top and yes):
            named = scene.within(sentence, "programme", "fund")
            # A fund named beside a programme pays through it.
            named = [n for n in named if n.type == "programme"] or named
            compounds = (key for name, key in known.items() if name in text)
            found.update((n.entity_id for n in named) if named else compounds)
    found = _closest(scene, found)
    if len(found) != 1:
        found = {n.entity_id for n in scene.names if n.type == "programme" and _asked(scene, n)}
    return found.pop() if len(found) == 1 else None


def _closest(scene: Scene, payers: set[str]) -> set[str]:
    """Return the programmes of those told that none other is a part of, else the funds."""
    programmes = {one for one in payers if scene.registry.thing(one).type == "programme"}
    kept = programmes or payers
    return kept - {scene.registry.thing(one).parent_id for one in kept}


def _asked(scene: Scene, named: Named) -> bool:
    """Tell whether a sentence says that a programme is asked for money for projects."""
    return _CALL.search(scene.text(scene.sentence_at(named.start))) is not None
