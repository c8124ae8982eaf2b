"""Who a sum is of where a sentence says who pays, sets aside or is given it."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.knowledge.names import Named, Span
from pipeline.knowledge.relations.costs.subject import Subject, named_subject
from pipeline.knowledge.scene import Scene

_PAYS: Final = (
    r"(?:betalar|betalade|bidrar med|bidrog med|står för|stod för|svarar för|lämnar|skjuter till)"
)
_ABOUT: Final = r"(?:(?:ca|cirka|drygt|knappt|omkring|ungefär) )?"
# `Region Almvik betalar 3 mkr, Åby kommun 900 tkr och högskolan 500 tkr`
_STEP: Final = re.compile(
    rf"(?:[,;] ?|,? (?:och|samt|medan) )?(?P<who>[^\d,;:.()]{{3,60}}?)(?P<pays> {_PAYS})? {_ABOUT}"
)
# `Åby kommun betalar en halv avgift, 250 000 kronor`
_ONE: Final = re.compile(rf"(?P<who>[^\d,;:.()]{{3,60}}?) {_PAYS}(?: [^\d;:.()]{{3,40}})? {_ABOUT}")
_NOUN: Final = re.compile(r"[a-zåäö]{5,}(?:n|t)")
_SETS_ASIDE: Final = re.compile(
    r" (?:avsätter|avsatte|anslår|anslog|satsar|satsade|budgeterar|reserverar|lägger)\b"
)
# `till programmet`, `för strategins genomförande`: the whole of a plan names nothing.
_THE_WHOLE: Final = re.compile(
    r" (?:årligen |per år )?(?:för|till|på) (?:(?:[a-zåäö]*(?:plan|program|strategi|policy)\w*s )?"
    r"genomförande\w*|[a-zåäö]*(?:planen|programmet|strategin|policyn)|åtgärder(?:na)?"
    r"|insatser(?:na)?|aktiviteter(?:na)?)\b"
)
_IS_GIVEN: Final = re.compile(
    r"(?P<what>[^\W\d_a-zåäö][\w-]*(?: (?:för |i |och )?[\w-]+){1,4}?)"
    r" (?:får|fick|beviljas|beviljades|tilldelas|tilldelades|erhåller|erhöll)"
    rf"(?: (?:ett )?(?:bidrag|stöd|anslag)(?: (?:på|om))?)? {_ABOUT}"
)
_FOR_WHAT: Final = re.compile(r" (?:för|till|i) ")
# A sentence more, or what part of a sum is of: `188 000 kr, varav det mesta avsåg ERRIN`
_ELSEWHERE: Final = re.compile(r"[.!?] [^\W\d_a-zåäö]|\bvarav\b")
_FEWEST: Final = 2


def payers_in(scene: Scene, sentence: Span, sums: Sequence[Span]) -> list[Subject]:
    """Return who pays each sum of a sentence that tells of one payer after the other.

    One alone does so in what a network writes of its owners. Empty for any other sentence.
    """
    text = scene.flow.text
    if len(sums) == 1 and scene.author:
        match = _ONE.fullmatch(text, sentence.start, sums[0].start)
        who = _payer(scene, Span(*match.span("who"))) if match else None
        of_other = who is not None and who.entity_id != scene.issuer
        return [named_subject(scene, who)] if of_other else []
    ends = [sentence.start, *(one.end for one in sums)]
    steps = [_STEP.fullmatch(text, end, one.start) for end, one in zip(ends, sums, strict=False)]
    if len(sums) < _FEWEST or not all(steps) or not (steps[0] and steps[0]["pays"]):
        return []
    payers = [_payer(scene, Span(*step.span("who"))) for step in steps if step]
    return [named_subject(scene, who) for who in payers] if all(payers) else []


def _payer(scene: Scene, span: Span) -> Named | None:
    """Return the organisation that words are the name of, or `högskolan` stands for."""
    named = scene.within(Span(span.start, span.start + 1), "organisation")
    if named:
        return named[0] if named[0].end == span.end else None
    noun = scene.text(span)
    if _NOUN.fullmatch(noun) is None:
        return None
    stem = noun[:-1].removesuffix("e")
    told = reversed(scene.within(Span(0, span.start), "organisation"))
    return next((one for one in told if scene.text(one).casefold().endswith(stem)), None)


def set_aside(scene: Scene, sentence: Span, span: Span) -> Subject | None:
    """Return who sets a sum aside for the whole of a plan: `Region Almvik avsätter … till`."""
    begins = scene.within(Span(sentence.start, sentence.start + 1), "organisation")
    gives = begins and _SETS_ASIDE.match(scene.flow.text, begins[0].end)
    whole = gives and _THE_WHOLE.match(scene.flow.text, span.end)
    return named_subject(scene, begins[0]) if whole else None


def given(scene: Scene, sentence: Span, span: Span) -> Subject | None:
    """Return who is given a sum for something: `Almviks kammarkör får 25 tkr för en resa`."""
    match = _IS_GIVEN.fullmatch(scene.flow.text, sentence.start, span.start)
    if match is None or not _FOR_WHAT.match(scene.flow.text, span.end):
        return None
    named = scene.within(Span(sentence.start, sentence.start + 1), "organisation")
    if any(one.entity_id == scene.issuer for one in named):
        return None
    known = named and named[0].end == match.end("what")
    return named_subject(scene, named[0]) if known else Subject(None, match["what"])


def given_elsewhere(scene: Scene, span: Span, named: Named) -> bool:
    """Tell whether a name behind a sum is of another sentence, or of a part of the sum."""
    return bool(
        named.start > span.end and _ELSEWHERE.search(scene.flow.text, span.end, named.start + 1)
    )
