"""What a sum is for: something with a name, or else what the text calls it."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from pipeline.knowledge.relations.cost_echoes import echoed_title
from pipeline.knowledge.relations.cost_phrases import called, post_called, unit_called
from pipeline.knowledge.relations.cost_rows import row_label
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.structure.labels import name_told_first, named_activity, number_of
from pipeline.knowledge.structure.outline import Section
from pipeline.knowledge.textflow import Block, BlockKind

_TYPES: Final = ("project", "network", "programme", "fund")
_OF_ROW: Final = (*_TYPES, "organisation")
# Who pays is not what is paid for: `300 000 kr från Klimatklivet`, `medel ur Erasmus+`.
_PAYS: Final = re.compile(
    r"\b(?:från|ur|av|genom|via|inom|bekostas av)(?: den| det| de)?(?: [a-zåäö-]+){0,2} $",
    re.IGNORECASE,
)
# Who pays as the subject: `Klimatklivet bekostar`, or in brackets behind what it pays for.
_PAYING: Final = re.compile(
    r"\)|(?:s? (?:har )?(?:bekosta|betala|finansiera|stöd(?:j|er|de)|bidra|bevilja|ger|gav"
    r"|står för))"
)
# Of the network told of before: `avgiften är 3 000 euro`, `och betalar 3 000 euro om året`
_FEE: Final = re.compile(
    r"avgift|^(?:Den|Dess) (?:\w+ )?\w*(?:kostnad|budget)(?:en)?\b"
    r"|\bbetalar\b[^.;]*\d[^.;]{1,20}(?:om året|per år|årligen)",
    re.IGNORECASE,
)
# `Avgiften till Klimatnavet Norr uppgår till`: a name, and the verb that ends it
_FEE_TO: Final = re.compile(
    r"[Aa]vgift(?:en)? (?:till|i) (?P<what>[^\W\d_a-zåäö][\w-]*(?: [^\W\d_a-zåäö][\w-]*){0,5})"
    r"(?= (?:är|var|blir|blev|uppgår|uppgick|har|kostar|höjs|höjdes)\b)"
)
_BEFORE_BRACKET: Final = re.compile(
    r"(?P<what>(?:[a-zåäö]+ )?(?!halvtid|deltid|heltid)[\w-]{4,}) \($"
)
_OF_PERSON: Final = re.compile(r"\b(?:hennes|hans|hon|han|dennes)\b", re.IGNORECASE)
_DEFINITE: Final = re.compile(r"[A-ZÅÄÖa-zåäö]+(?:en|et|an|n|na)")
# `2 500 euro till Norrlandsförbundet`, unknown by itself, in a row of such sums
_GIVEN_TO: Final = re.compile(
    r" till (?P<what>[^\W\d_a-zåäö][\w-]+(?: [^\W\d_a-zåäö][\w-]+){0,4})(?=[.,;]|$| och )"
)
_OF_PROGRAMME: Final = re.compile(r"^Programmet (?:har|omfattar|omsluter)\b|\b(?:i|inom) programmet\b")
# `561 000 kr för projektet "Isfri hamn"`, `2 mkr av egna medel till Isfri hamn`
_TO_PROJECT: Final = re.compile(
    r"[^.;:]{0,120}? (?:för|till) (?:projektet|förstudien) [\"”“»]?|(?! och\b)[^.;:\d]{0,60}? (?:för|till) "
)
# A second name in brackets: `Havsrådet (Sea Council, SC)`
_OPEN_BRACKET: Final = re.compile(r"\([^()\n]*$")
# Words that only point at what was told before.
_POINTERS: Final = re.compile(
    r"(?:(?:\w+ )?projekt(?:en)?|den|det|de|detta|denna|dessa|vi|hon|han|kostnad(?:en|er)?|budgeten?|summan|avgiften"
    r"|projektet|insatsen|satsningen|arbetet|verksamheten|övningen|konferensen|uppdraget|uppgiften"
    r"|kontoret|kansliet|sekretariatet|internationellt arbete"
    r"|medfinansiering|bidrag|stöd|helåret|regionens?|kommunens?|år \d{4}|(?:19|20)\d\d|året"
    r"|åren.*|perioden|ändamålet|medlen)$",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    r"\b(?:budgeten|samlade? (?:budget|kostnad|ram)|kostnader(?:na)? för|arbetet"
    r"|personalinsats\w*)\b",
    re.IGNORECASE,
)
_FEE_OF: Final = re.compile(
    r"(?:medlems|års)?avgift(?:en)?(?: till| i| för)?|medlemskap(?: i)?", re.IGNORECASE
)
# A cell that is hardly more than a name is it.
_WHOLE_SHARE: Final = 0.6
_LONGEST_TITLE: Final = 80


class Subject(NamedTuple):
    """What a sum is for: an entity's id if it is one, and its name or the text's own words."""

    entity_id: str | None = None
    name: str | None = None


def subject_of(scene: Scene, sentence: Span, span: Span, sums: Sequence[Span] = ()) -> Subject:
    """Return what a sum at `span`, one of its sentence's `sums`, is for.

    Looked for in turn: a name of its sentence, the project whose entry or box it stands in,
    a phrase of the sentence, what was told before in its paragraph, the title of its
    activity, who pays, the headings above, and the whole plan.
    """
    own = scene.telling_at(span.start)
    told_in = own.whole if own else sentence
    around = Span(max(sentence.start, told_in.start), min(sentence.end, told_in.end))
    named = scene.within(around, *_TYPES)
    near = [n for n in named if not _pays(scene, around, n)]
    if own is not None:  # a programme there is the project's
        near = [n for n in near if n.type in {"project", "network"}]
    if own is not None and not any(n.type == "project" for n in near):
        return _named(scene, scene.project_of(span.start))
    if given := _given_to_project(scene, near, span):
        return _named(scene, given)
    if paired := _paired(near, span, sums):
        return _named(scene, min(paired, key=lambda named: abs(named.start - span.start)))
    told = _given_to(scene, span, sums) or (_phrase(scene, sentence, span) if near else None)
    if told is not None:
        return told
    if near and not all(named.start > span.start for named in near):
        return _named(scene, min(near, key=lambda named: abs(named.start - span.start)))
    told = _fee_named(scene, sentence, span) or _earlier_network(scene, sentence)
    told = told or _only_programme(scene, sentence)
    echo = None if told else echoed_title(scene, sentence)
    told = Subject(None, echo) if echo else told or _phrase(scene, sentence, span)
    told = told or _earlier_project(scene, sentence) or _titled(scene, span)
    if told is not None:
        return told
    return _named(scene, named[0]) if named else _above(scene, sentence, span)


def _paired(near: Sequence[Named], span: Span, sums: Sequence[Span]) -> list[Named]:
    """Return the names that a sum may be for, where its sentence tells of several sums.

    No other sum stands between. Where names stand before no sum but behind the last, they
    follow their sums: `3 000 euro till A, 2 000 euro till B`.
    """
    if len(sums) < 2:
        return list(near)
    first = max((one.end for one in sums if one.end <= span.start), default=0)
    last = min((one.start for one in sums if one.start >= span.end), default=span.end + 10**6)
    follow = not any(named.start < sums[0].start for named in near)
    follow = follow and any(named.start > sums[-1].end for named in near)
    lead = any(named.start < sums[0].start for named in near)
    lead = lead and not any(named.start > sums[-1].end for named in near)
    return [
        named
        for named in near
        if (span.end if follow else first) <= named.start < (span.start if lead else last)
    ]


def _given_to_project(scene: Scene, near: Sequence[Named], span: Span) -> Named | None:
    """Return the project that a sentence says a sum is given to: `2 mkr till projektet Havsro`."""
    behind = (named for named in near if named.type == "project" and named.start > span.end)
    first = next(behind, None)
    led = first and _TO_PROJECT.fullmatch(scene.flow.text, span.end, first.start)
    return first if led else None


def _given_to(scene: Scene, span: Span, sums: Sequence[Span]) -> Subject | None:
    given = _GIVEN_TO.match(scene.flow.text, span.end) if len(sums) > 1 else None
    return Subject(None, given["what"]) if given else None


def _before_in_paragraph(scene: Scene, sentence: Span) -> Span:
    block = scene.flow.blocks[scene.flow.block_at(sentence.start)]
    return Span(block.start, sentence.start)


def _fee_named(scene: Scene, sentence: Span, span: Span) -> Subject | None:
    """Return the network, unknown by itself, that a sentence says a fee is paid to."""
    match = _FEE_TO.search(scene.flow.text, sentence.start, span.start)
    return Subject(None, match["what"]) if match else None


def _earlier_network(scene: Scene, sentence: Span) -> Subject | None:
    """Return the network that a fee is of: the last that its paragraph has told of."""
    if not _FEE.search(scene.text(sentence)):
        return None
    networks = scene.within(_before_in_paragraph(scene, sentence), "network")
    full = [n for n in networks if not _OPEN_BRACKET.search(scene.flow.text, n.start - 60, n.start)]
    return _named(scene, (full or networks)[-1]) if networks else None


def _earlier_project(scene: Scene, sentence: Span) -> Subject | None:
    projects = scene.within(_before_in_paragraph(scene, sentence), "project")
    return _named(scene, projects[-1]) if projects else None


def _only_programme(scene: Scene, sentence: Span) -> Subject | None:
    """Return the one programme of a text that a sentence takes up: `inom programmet`."""
    if not _OF_PROGRAMME.search(scene.text(sentence)):
        return None
    told = {named.entity_id: named for named in scene.names if named.type == "programme"}
    return _named(scene, next(iter(told.values()))) if len(told) == 1 else None


def subject_of_share(scene: Scene, sentence: Span, span: Span) -> Subject:
    """Return whose working time or for what a share at `span` is.

    A person of the sentence, a post, what it is worked for, a person told just before.
    """
    text = scene.text(sentence)
    persons = scene.within(sentence, "person")
    if post := post_called(text) or _role_before(scene, sentence, span, persons):
        return Subject(None, post)
    if persons:
        return _named(scene, min(persons, key=lambda n: abs(n.start - span.start)))
    for types in (_TYPES, ("organisation",)):
        if near := scene.within(sentence, *types):
            return _named(scene, min(near, key=lambda n: abs(n.start - span.start)))
    unit, project = unit_called(text), scene.project_of(span.start)
    if unit or project:
        return Subject(None, unit) if unit else _named(scene, project)
    earlier = scene.within(_before_in_paragraph(scene, sentence), "person")
    if earlier and _OF_PERSON.search(text):
        return _named(scene, earlier[-1])
    return _phrase(scene, sentence, span) or _titled(scene, span) or _above(scene, sentence, span)


def _role_before(scene: Scene, sentence: Span, span: Span, persons: Sequence[Named]) -> str | None:
    """Return the role right before a share in brackets, if no name stands there."""
    match = _BEFORE_BRACKET.search(scene.flow.text[sentence.start : span.start])
    named = any(person.end == span.start - 2 for person in persons)
    return match["what"].strip() if match and not named else None


def subject_of_row(scene: Scene, cell: Sequence[Block]) -> Subject:
    """Return what a row of a table is for: the name that its cell is, or the cell's words."""
    for block in cell:
        if project := scene.project_of(block.start):
            return _named(scene, project)
        for named in scene.within(Span(block.start, block.end), *_OF_ROW):
            rest = block.content.replace(scene.text(named), "").strip()
            covers = named.end - named.start >= len(block.content) * _WHOLE_SHARE
            if covers or (named.type == "network" and _FEE_OF.fullmatch(rest)):
                return _named(scene, named)
    return Subject(None, " ".join(block.content for block in cell) or None)


def _phrase(scene: Scene, sentence: Span, span: Span) -> Subject | None:
    """Return what the sentence itself calls the thing that costs."""
    start, end = span.start - sentence.start, span.end - sentence.start
    for what in called(scene.text(sentence), start, end):
        if not _points(scene, what, span):
            return Subject(None, what)
    return None


def _points(scene: Scene, what: str, span: Span) -> bool:
    """Tell whether words only point at something told before, such as the title above."""
    if _POINTERS.match(what):
        return True
    if _DEFINITE.fullmatch(what) is None:
        return False
    index = scene.flow.block_at(span.start)
    return (_title(scene, index) or _part(scene, scene.outline.section_at(index))) is not None


def _pays(scene: Scene, sentence: Span, named: Named) -> bool:
    before = scene.flow.text[sentence.start : named.start]
    if named.type not in {"fund", "programme"}:
        return False
    return bool(_PAYS.search(before) or _PAYING.match(scene.flow.text, named.end))


def _titled(scene: Scene, span: Span) -> Subject | None:
    """Return what the title of the activity that a sum stands in says."""
    title = _title(scene, scene.flow.block_at(span.start))
    if title is None:
        return None
    named = named_activity(title)
    start = title.end - len(named.title) if named else title.content_start
    told = None if named else name_told_first(title)
    end = start + len(told) if told else title.end
    text = scene.flow.text[start:end]
    within = scene.within(Span(start, end), *_TYPES)
    covers = within and within[0].end - within[0].start == len(text)
    covers = covers or [n.type for n in within if n.end == end] == ["project"]
    return _named(scene, within[-1]) if covers else Subject(None, text.strip(" .:"))


def _above(scene: Scene, sentence: Span, span: Span) -> Subject:
    """Return what the headings above are about, else the whole plan."""
    section = scene.outline.owner(scene.section_at(span.start))
    if section is not None:
        title = scene.flow.blocks[section.first].content.strip()
        if title and scene.text(sentence).startswith(f"{title} "):
            return Subject(None, title)
    headed = scene.headed(section, *_TYPES)
    if headed is not None:
        return _named(scene, headed)
    if (row := _row(scene, scene.flow.block_at(span.start))) is not None:
        return row
    if (part := _part(scene, section)) is not None:
        return Subject(None, part.content.strip(" .:"))
    return _entity(scene, scene.issuer) if _WHOLE.search(scene.text(sentence)) else Subject()


def _row(scene: Scene, index: int) -> Subject | None:
    """Return what the line of a list of sums is for: the name that its label is, or its words."""
    label = row_label(scene.flow.blocks, index)
    if label is None or _POINTERS.match(scene.text(label)):
        return None
    named = next((n for n in scene.within(label, *_OF_ROW) if (n.start, n.end) == label), None)
    return _named(scene, named) if named else Subject(None, scene.text(label))


def _title(scene: Scene, index: int) -> Block | None:
    """Return the short numbered title of the activity that a block belongs to."""
    section = scene.outline.section_at(index)
    activities = [
        place
        for place in scene.outline.activities
        if place <= index and section is not None and place >= section.first
    ]
    if not activities:
        return None
    block = scene.flow.blocks[activities[-1]]
    told = block.kind is not BlockKind.CELL and (_is_short(block) or name_told_first(block))
    return block if told and (number_of(block) or named_activity(block)) else None


def _is_short(block: Block) -> bool:
    return len(block.content) <= _LONGEST_TITLE


def _part(scene: Scene, section: Section | None) -> Block | None:
    """Return the heading of a small numbered part, as of one activity: `2.1 Vattendag`."""
    heading = scene.flow.blocks[section.first] if section is not None else None
    return heading if heading is not None and len(number_of(heading)) > 1 else None


def _named(scene: Scene, named: Named | None) -> Subject:
    return Subject() if named is None else Subject(named.entity_id, scene.name_of(named.entity_id))


def _entity(scene: Scene, entity_id: str | None) -> Subject:
    return Subject(entity_id, scene.name_of(entity_id)) if entity_id else Subject()
