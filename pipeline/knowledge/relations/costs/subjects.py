"""What a sum is for: something with a name, or else what the text calls it."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.knowledge.relations.costs.above import (
    FEE,
    above,
    boxed,
    labelled,
    points,
    title_above,
    titled,
)
from pipeline.knowledge.relations.costs.echoes import echoed_title, taken_up
from pipeline.knowledge.relations.costs.pairs import paired
from pipeline.knowledge.relations.costs.payers import given, given_elsewhere, set_aside
from pipeline.knowledge.relations.costs.phrases import called
from pipeline.knowledge.relations.costs.rows import label_subject, row_label
from pipeline.knowledge.relations.costs.subject import TYPES, Subject, named_subject
from pipeline.knowledge.relations.costs.together import given_together
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.textflow import BlockKind

# Who pays is not what is paid for: `300 000 kr från Klimatklivet`, `medel ur Erasmus+`.
_PAYS: Final = re.compile(
    r"\b(?:från|ur|av|genom|via|inom|bekostas av)(?: den| det| de)?(?: [a-zåäö-]+){0,2} $",
    re.IGNORECASE,
)
# Who pays as the subject: `Klimatklivet bekostar`, or in brackets behind what it pays for.
_PAYING: Final = re.compile(
    r"\)|(?:(?:, som|s)? (?:har )?(?:bekosta|betala|finansiera|stöd(?:j|er|de)|bidr[ao]|bevilja"
    r"|ge[rt]t?|gav|sk(?:jut|öt)|lämna|st(?:år|od) för))"
)
_PART_OF: Final = re.compile(
    r"\b(?:varav|därav|medan) (?P<who>[^.;:\d]{4,60}?) (?:betalar|bidrar med|står för|svarar för) $"
)
# Of whom a part is, whom nobody knows: `och 2,6 miljoner euro från norska statliga medel`
_PART_PAID: Final = re.compile(
    r" (?:(?:från|ur) (?:den |det |de )?)?"
    r"(?P<what>(?:[a-zåäö]+[ae] ){0,2}(?:[A-ZÅÄÖ][\w-]*)?[a-zåäö-]*(?:medel|midler|pengar))"
    r"(?=[.,;]| (?:och|samt)\b|$)"
)
# `avgift till kontoret`, `köper EU-bevakning av kontoret`, `Kontorets kostnader`
_PAID_TO: Final = re.compile(
    r"(?:[Aa]vgift\w*|[Bb]idrag\w*|[Aa]ndel\w*) (?:till|i|för|av) $|\bköper [\w -]{3,40} av $"
)
# `Kontoret kostade landstinget`, as its sentence begins
_COSTS: Final = re.compile(r" (?:kostar|kostade|har kostat|(?:beräknas|väntas) kosta)\b")
_OWN_COST: Final = re.compile(r" (?:\w+ )?(?:kostnad|utgift|budget|omslutning)")
# `Avgiften till Klimatnavet Norr uppgår till`: a name, and the verb that ends it
_FEE_TO: Final = re.compile(
    r"(?:[Aa]vgift(?:en)? (?:till|i)|[Aa]ndel(?:en)? i) "
    r"(?P<what>[^\W\d_a-zåäö][\w-]*(?: [^\W\d_a-zåäö][\w-]*){0,5})"
    r"(?=(?:, (?:som|där) [^.,;:]{3,120},)?"
    r" (?:är|var|blir|blev|uppgår|uppgick|har|kostar|höjs|höjdes)\b)"
)
# `Havsrådet Östs medlemsavgift uppgår till`
_FEE_OF: Final = re.compile(
    r"(?<!\w)(?P<what>[A-ZÅÄÖ][\w-]+(?: (?:(?:för|i|och) )?[A-ZÅÄÖ][\w-]+){1,5}?)(?<!s)s "
    r"(?:års|medlems|service)?avgift(?:er)?\b"
)
# `2 500 euro till Norrlandsförbundet`, unknown by itself, in a row of such sums
_GIVEN_TO: Final = re.compile(
    r" till (?P<what>[^\W\d_a-zåäö][\w-]+(?: [^\W\d_a-zåäö][\w-]+){0,4})(?=[.,;]|$| och )"
)
_OF_MEMBER: Final = re.compile(r"(?:Medlems|Års)avgiften\b")
# Of many, and so of no one network: `Medlemsavgifterna är sammanlagt 3 mkr`
_FEES: Final = re.compile(
    r"^(?:Medlems|Års)?avgifter(?:na)? |\bbudget(?:en)? för (?:medlems|års)?avgifter\b",
    re.IGNORECASE,
)
_OF_PROGRAMME: Final = re.compile(
    r"^Programmet (?:har|omfattar|omsluter)\b|\b(?:i|inom) programmet\b"
)
# `561 000 kr för projektet "Isfri hamn"`, `2 mkr av egna medel till Isfri hamn`
_TO_PROJECT: Final = re.compile(
    r"[^.;:]{0,120}? (?:för|till) (?:projektet|förstudien) [\"”“»]?"
    r"|(?! och\b)[^.;:\d]{0,60}? (?:för|till) "
)
# A second name in brackets: `Havsrådet (Sea Council, SC)`
_OPEN_BRACKET: Final = re.compile(r"\([^()\n]*$")
_BRACKETED: Final = re.compile(r"(?:\([^()]*\))?")
# Who takes part pays for what it is: `Deltagandet i Havsrådet Öst kostade`
_TAKING_PART: Final = re.compile(
    r"^(?:[Dd]eltagandet|[Mm]edverkan|[Mm]edlemskapet|[Ee]ngagemanget) i (?=[A-ZÅÄÖ])"
)
# A fee is of what was told of before, where anything was.
_THE_FEE: Final = re.compile(r"(?:medlems|års)?avgift(?:en)?|medlemskapet", re.IGNORECASE)


def subject_of(scene: Scene, sentence: Span, span: Span, sums: Sequence[Span] = ()) -> Subject:
    """Return what a sum at `span`, one of its sentence's `sums`, is for.

    Looked for in turn: who gives several projects a sum together, a name of its sentence, the
    project whose entry or box it stands in, a phrase of the sentence, what was told before in
    its paragraph, the title of its activity, who pays, the headings above, and the whole plan.
    """
    if together := given_together(scene, sentence, span):
        return together
    own = scene.telling_at(span.start)
    told_in = own.whole if own else sentence
    around = Span(max(sentence.start, told_in.start), min(sentence.end, told_in.end))
    named = scene.within(around, *TYPES)
    near = [n for n in named if not _pays(scene, around, n)]
    near = [n for n in near if not given_elsewhere(scene, span, n)]
    if own is not None:  # a programme there is the project's
        near = [n for n in near if n.type in {"project", "network"}]
    if own is not None and not any(n.type == "project" for n in near):
        return named_subject(scene, scene.project_of(span.start))
    told = _of_row(scene, span, parted=True) or set_aside(scene, sentence, span)
    told = told or (None if near else given(scene, sentence, span))
    told = told or _named_in(scene, sentence, span, near, sums)
    told = told or labelled(scene, span) or boxed(scene, span)
    if told is not None:
        return told
    told = _fee_named(scene, sentence, span) or _spoken_of(scene, sentence)
    told = told or _earlier_network(scene, sentence)
    told = told or _only_programme(scene, sentence)
    echo = None if told else echoed_title(scene, sentence)
    told = Subject(None, echo) if echo else told or _whose_part(scene, sentence, span)
    told = told or phrase_of(scene, sentence, span)
    told = told or taken_up(scene, sentence, span) or earlier_project(scene, sentence)
    told = told or titled(scene, span)
    if told is not None:
        return told
    if named:
        part = _PART_PAID.match(scene.flow.text, span.end, sentence.end)
        return Subject(None, part["what"]) if part else named_subject(scene, named[0])
    return _of_row(scene, span, parted=False) or above(scene, sentence, span)


def _of_row(scene: Scene, span: Span, *, parted: bool) -> Subject | None:
    label = row_label(scene, span, parted=parted)
    told = label is not None and not points(scene, scene.text(label), span)
    return label_subject(scene, label) if label and told else None


def _named_in(
    scene: Scene, sentence: Span, span: Span, near: Sequence[Named], sums: Sequence[Span]
) -> Subject | None:
    """Return what a sentence names that a sum is for; `near` are its names but who pays."""
    given = _given_to_project(scene, near, span)
    if given or (pairs := paired(scene.flow.text, near, span, sums)):
        nearest = given or min(pairs, key=lambda named: abs(named.start - span.start))
        return named_subject(scene, nearest)
    told = _given_to(scene, span, sums) or (phrase_of(scene, sentence, span) if near else None)
    if told is None and near and not all(named.start > span.start for named in near):
        nearest = min(near, key=lambda named: abs(named.start - span.start))
        return named_subject(scene, nearest)
    return told


def _given_to_project(scene: Scene, near: Sequence[Named], span: Span) -> Named | None:
    """Return the project that a sentence says a sum is given to: `2 mkr till projektet Havsro`."""
    behind = (named for named in near if named.type == "project" and named.start > span.end)
    first = next(behind, None)
    led = first and _TO_PROJECT.fullmatch(scene.flow.text, span.end, first.start)
    return first if led else None


def _given_to(scene: Scene, span: Span, sums: Sequence[Span]) -> Subject | None:
    given = _GIVEN_TO.match(scene.flow.text, span.end) if len(sums) > 1 else None
    return Subject(None, given["what"]) if given else None


def before_in_paragraph(scene: Scene, sentence: Span) -> Span:
    """Return what stands before a sentence in its paragraph."""
    block = scene.flow.blocks[scene.flow.block_at(sentence.start)]
    return Span(block.start, sentence.start)


def _fee_named(scene: Scene, sentence: Span, span: Span) -> Subject | None:
    """Return the network, unknown by itself, that a sentence says a fee is paid to."""
    match = _FEE_TO.search(scene.flow.text, sentence.start, span.start)
    if match is None:
        match = _FEE_OF.search(scene.flow.text, sentence.start, span.start)
        if match and scene.within(Span(*match.span())):
            return None  # who pays: `Region Almviks avgift`
    return Subject(None, match["what"]) if match else None


def _spoken_of(scene: Scene, sentence: Span) -> Subject | None:
    """Return the network that a noun stands for which the sum is paid to: `till kontoret`."""
    for noun in scene.spoken_of:
        inside = sentence.start <= noun.start and noun.end <= sentence.end
        if not inside or noun.type != "network":
            continue
        genitive = scene.flow.text[noun.start : noun.end].endswith("s")
        begins = (_OWN_COST if genitive else _COSTS).match(scene.flow.text, noun.end)
        if begins or _PAID_TO.search(scene.flow.text, sentence.start, noun.start):
            return named_subject(scene, noun)
    return None


def _earlier_network(scene: Scene, sentence: Span) -> Subject | None:
    """Return the network that a fee is of: the last that its paragraph or title tells of."""
    if not FEE.search(scene.text(sentence)) or _FEES.search(scene.text(sentence)):
        return None
    if titled := _titled_network(scene, sentence):
        return named_subject(scene, titled)
    networks = scene.within(before_in_paragraph(scene, sentence), "network")
    if not networks and (title := title_above(scene, scene.flow.block_at(sentence.start))):
        networks = scene.within(Span(title.start, title.end), "network")
    if not networks and _OF_MEMBER.match(scene.text(sentence)):
        return _only(scene, "network")
    full = [n for n in networks if not _OPEN_BRACKET.search(scene.flow.text, n.start - 60, n.start)]
    return named_subject(scene, (full or networks)[-1]) if networks else None


def _titled_network(scene: Scene, sentence: Span) -> Named | None:
    """Return the network whose name is all that the heading right above a paragraph says."""
    place = scene.flow.block_at(sentence.start)
    above = scene.flow.blocks[max(place - 1, 0)]
    if above.kind is not BlockKind.HEADING:
        return None
    named = scene.within(Span(above.start, above.end), "network")
    rest = above.content.removeprefix(scene.text(named[0])) if named else above.content
    return named[0] if named and _BRACKETED.fullmatch(rest.strip(" .:")) else None


def earlier_project(scene: Scene, sentence: Span) -> Subject | None:
    """Return the project that the paragraph of a sentence has named last."""
    projects = scene.within(before_in_paragraph(scene, sentence), "project")
    return named_subject(scene, projects[-1]) if projects else None


def _only_programme(scene: Scene, sentence: Span) -> Subject | None:
    """Return the one programme of a text that a sentence takes up: `inom programmet`."""
    if not _OF_PROGRAMME.search(scene.text(sentence)):
        return None
    return _only(scene, "programme")


def _only(scene: Scene, kind: str) -> Subject | None:
    """Return the one thing of a type that a text names."""
    told = {named.entity_id: named for named in scene.names if named.type == kind}
    return named_subject(scene, next(iter(told.values()))) if len(told) == 1 else None


def _whose_part(scene: Scene, sentence: Span, span: Span) -> Subject | None:
    """Return who a sentence says pays a part: `14 mkr, varav Almviks kommun bidrar med 2 mkr`."""
    part = _PART_OF.search(scene.flow.text, sentence.start, span.start)
    named = scene.within(Span(*part.span("who")), "organisation") if part else []
    return named_subject(scene, named[0]) if named else None


def phrase_of(scene: Scene, sentence: Span, span: Span) -> Subject | None:
    """Return what the sentence itself calls the thing that costs."""
    start, end = span.start - sentence.start, span.end - sentence.start
    payers = {scene.text(named) for named in scene.within(sentence, "programme", "fund")}
    for told in called(scene.text(sentence), start, end):
        what = _TAKING_PART.sub("", told)
        of_other = _THE_FEE.fullmatch(what) and scene.within(Span(0, span.start), "network")
        if not of_other and what not in payers and not points(scene, what, span):
            return Subject(None, what)
    return None


def _pays(scene: Scene, sentence: Span, named: Named) -> bool:
    before = scene.flow.text[sentence.start : named.start]
    if named.type not in {"fund", "programme"}:
        return False
    return bool(_PAYS.search(before) or _PAYING.match(scene.flow.text, named.end))
