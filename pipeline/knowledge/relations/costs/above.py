"""What a sum is for as what stands above it says: titles, headings, boxes, rows, the plan."""

import re
from typing import Final

from pipeline.knowledge.relations.costs.subject import OF_ROW, TYPES, Subject, named_subject
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.structure.fields import field_of
from pipeline.knowledge.structure.labels import name_told_first, named_activity, number_of
from pipeline.knowledge.structure.outline import Section
from pipeline.knowledge.textflow import Block, BlockKind

# Words that only point at what was told before.
_POINTERS: Final = re.compile(
    r"(?:(?:\w+ )?projekt(?:en)?|den|det|de|detta|denna|dessa|vi|hon|han"
    r"|(?:(?:sökt|beviljat|total|samlad|beräknad|uppskattad|årlig|egen|egna)\w* )?"
    r"(?:total|projekt)?(?:kostnad(?:en|er)?|budget(?:en)?|summan?|belopp(?:et)?|omslutning(?:en)?)"
    r"|(?:[\w-]+s )?(?:egna? )?(?:egen|med|kontant|projekt)?"
    r"(?:insats|finansiering|andel|del)(?:en)?"
    r"|(?:(?:region|kommun|landsting|förbund|regionförbund)(?:en|et)s|stadens|vår)"
    r" (?:(?:års|medlems|service)?avgift|bidrag|kostnad)"
    r"|avgiften|EU-?(?:medel|stöd|bidrag|finansiering)|projektet|insatsen|satsningen|arbetet|verksamheten|övningen|konferensen|uppdraget"
    r"|finansiär(?:en|er)?|uppgiften|genomförandet(?: av .*)?|åtgärder(?:na)?|insatser(?:na)?"
    r"|aktiviteter(?:na)?"
    r"|(?:strategi|program|plan|policy)\w*s genomförande|verksamhetsåret|personalen|bemanningen"
    r"|strategin|(?:handlings|verksamhets)?planen|kontoret|kansliet|sekretariatet"
    r"|internationellt arbete|medfinansiering|bidrag|stöd|helåret"
    r"|(?:region|kommun|stad|landsting|förbund|regionförbund)(?:en|et)s?|stadens|år \d{4}"
    r"|(?:19|20)\d\d|året|åren.*|perioden|ändamålet|medlen)$",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    r"\b(?:budgeten|årlig budget|samlade? (?:budget|kostnad|ram)|kostnader(?:na)? för|arbetet"
    r"|personal(?:insats|resurs)\w*|personal motsvarande"
    r"|(?:personalen|bemanningen|kansliet|enheten) (?:motsvarar|omfattar|uppgår|består))\b",
    re.IGNORECASE,
)
_OF_PROJECT: Final = re.compile(r"(?i:projekt)|\b(?:[Bb]udgeten|[Bb]eviljats)\b")
# What several projects are given is of who gives it: `Nio nya projekt får 13 mkr`.
_OF_PROJECTS: Final = re.compile(
    r"\b(?i:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|\d+) (?:[\w-]+ ){0,3}?[\w-]*projekt\b"
)
FEE: Final = re.compile(
    r"avgift|^medlemskapet\b|^kosta(?:r|de)\b|^(?:Den|Dess) (?:\w+ )?\w*(?:kostnad|budget)(?:en)?\b"
    r"|\bbetalar\b[^.;]*\d[^.;]{1,20}(?:om året|per år|årligen|(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""Of the network told of before: `avgiften är 3 000 euro`, `och betalar 3 000 euro om året`."""
_DEFINITE: Final = re.compile(r"[A-ZÅÄÖa-zåäö]+(?:en|et|an|n|na)")
_QUOTED: Final = re.compile(r"[\"”“»](?P<name>[^\"”“«»]{3,})[\"”“«]")
# A title that says what kind of part it is, not what is done.
_KIND_OF_PART: Final = re.compile(r"(?:särskil[td]a? )?utvecklingsspår", re.IGNORECASE)
# Of a line that tells what something costs, whatever its section is about.
_SUM_LABEL: Final = re.compile(
    r"(?:(?:\w+ )?(?:medlems|års|service)?avgift|kostnad|personella resurser|arbets(?:tid|insats))",
    re.IGNORECASE,
)
# A name of several words, each with a capital: `Energikontor Öst`
_NAME: Final = re.compile(r"[A-ZÅÄÖ][\w-]+(?: (?:för |i |och )?[A-ZÅÄÖ][\w–-]+){1,5}")
_TITLE_ENDS: Final = re.compile(r"(?: \([^()]*\))? [A-ZÅÄÖ][a-zåäö]")
# A heading that says what its sums are for: `Budget delprogram Norr`
_BUDGET_OF: Final = re.compile(
    r"(?:Budget|Kostnader|Ekonomi|Finansiering) (?:för |av )?"
    r"(?P<what>(?!(?:och|i|tkr|kr|år|åren|kronor|helår\w*)\b)[^\W\d][^\d:;.]{3,60})"
)
# `Genomförandet av strategin kostar`: of the plan by its title, which has the same noun
_OF_PLAN: Final = re.compile(
    r"(?:\b(?:genomförandet av|till)|^för) (?:den )?(?:strategi|[a-zåäö]*(?P<noun>plan|program))"
    r"(?:n|en|met)\b(?! (?-i:[A-ZÅÄÖ]))",
    re.IGNORECASE,
)
# How far above such a line stands what it is of, in blocks.
_FARTHEST: Final = 30
_FEWEST_LABELS: Final = 2
_LONGEST_TITLE: Final = 80


def points(scene: Scene, what: str, span: Span) -> bool:
    """Tell whether words only point at something told before, such as the title above."""
    if _POINTERS.match(what):
        return True
    if _DEFINITE.fullmatch(what) is None:
        return False
    index = scene.flow.block_at(span.start)
    return (title_above(scene, index) or _part(scene, scene.outline.section_at(index))) is not None


def boxed(scene: Scene, span: Span) -> Subject | None:
    """Return what the title of the labelled lines is that a sum is told in one of.

    What stands in quotes in the title, or what it names.
    """
    box = scene.box_at(span.start)
    if box is None or box.title is None:
        return None
    title = scene.flow.blocks[box.title]
    if quoted := _QUOTED.search(title.content):
        return Subject(None, quoted["name"])
    if len(box.fields) < _FEWEST_LABELS:
        return None
    named = scene.within(Span(title.content_start, title.end), *OF_ROW)
    return named_subject(scene, named[0]) if named else None


def labelled(scene: Scene, span: Span) -> Subject | None:
    """Return what the lines above tell of, where a sum stands in a line labelled so: `Avgift: `.

    The heading that has its name, or a block that a title has run into: `Havsrådet (HR) Ett råd`.
    """
    index = scene.flow.block_at(span.start)
    field = field_of(scene.flow.blocks[index], index)
    if field is None or not _SUM_LABEL.match(field.label):
        return None
    title = _title_of_box(scene, span)
    for block in reversed(scene.flow.blocks[max(index - _FARTHEST, 0) : index]):
        headed = block.kind is BlockKind.HEADING
        end = block.end if headed else block.content_start + 1
        named = scene.within(Span(block.content_start, end), *TYPES)
        if block is title:
            return Subject(None, block.content.strip())
        if headed or (named and _TITLE_ENDS.match(scene.flow.text, named[0].end)):
            return named_subject(scene, named[0]) if named else None
    return None


def _title_of_box(scene: Scene, span: Span) -> Block | None:
    """Return the title of the labelled lines that a sum stands in, an unknown name by its form."""
    box = scene.box_at(span.start)
    if box is None or box.title is None or len(box.fields) < _FEWEST_LABELS:
        return None
    title = scene.flow.blocks[box.title]
    known = scene.within(Span(title.start, title.end))
    return title if _NAME.fullmatch(title.content.strip()) and not known else None


def titled(scene: Scene, span: Span) -> Subject | None:
    """Return what the title of the activity that a sum stands in says."""
    title = title_above(scene, scene.flow.block_at(span.start))
    if title is None:
        return None
    named = named_activity(title)
    start = title.end - len(named.title) if named else title.content_start
    told = None if named else name_told_first(title)
    end = start + len(told) if told else title.end
    text = scene.flow.text[start:end]
    within = scene.within(Span(start, end), *TYPES)
    covers = within and within[0].end - within[0].start == len(text)
    covers = covers or [n.type for n in within if n.end == end] == ["project"]
    return named_subject(scene, within[-1]) if covers else Subject(None, text.strip(" .:"))


def above(scene: Scene, sentence: Span, span: Span) -> Subject:
    """Return what the headings above are about, else the whole plan."""
    section = scene.outline.owner(scene.section_at(span.start))
    title = scene.flow.blocks[section.first].content.strip() if section is not None else ""
    begins = title and scene.text(sentence).startswith(f"{title} ")
    if told := title if begins else _own_plan(scene, sentence):
        return Subject(None, told)
    headed = scene.headed(section, *TYPES)
    if headed is not None:
        return named_subject(scene, headed)
    if (part := _part(scene, section)) is not None:
        return Subject(None, part.content.strip(" .:"))
    budgeted = _BUDGET_OF.fullmatch(title)
    if budgeted and not _DEFINITE.fullmatch(budgeted["what"]):
        return Subject(None, budgeted["what"])
    if not _WHOLE.search(scene.text(sentence)):
        return _told_last(scene, sentence)
    return (
        named_subject(scene, own) if (own := _own_project(scene)) else _entity(scene, scene.issuer)
    )


def _own_plan(scene: Scene, sentence: Span) -> str | None:
    """Return the title of the plan where a sentence says that the sum is for that plan."""
    match, title = _OF_PLAN.search(scene.text(sentence)), scene.profile.title
    noun = (match["noun"] or "strategi") if match else None
    return title if noun and title and noun.casefold() in title.casefold() else None


def _own_project(scene: Scene) -> Named | None:
    """Return the project that a text's title names, if it names no other anywhere."""
    projects = [named for named in scene.names if named.type == "project"]
    block = scene.profile.title_block
    titled = projects and block is not None and scene.flow.block_at(projects[0].start) <= block
    return projects[0] if titled and len({one.entity_id for one in projects}) == 1 else None


def _told_last(scene: Scene, sentence: Span) -> Subject:
    """Return what a sentence goes on about that names nothing itself, else who writes.

    A fee is of the network told last, else first below; what a sentence about a project tells,
    of the project told last; anything else of what its own section has named last.
    """
    section = scene.section_at(sentence.start)
    text, first = scene.text(sentence), 0
    types: tuple[str, ...] = TYPES
    if FEE.search(text):
        types = ("network",)
    elif _OF_PROJECTS.search(text):
        types = ("programme",)
    elif _OF_PROJECT.search(text):
        types = ("project",)
    elif section is not None:
        first = scene.flow.blocks[section.first].start
    told = scene.within(Span(first, sentence.start), *types)[-1:]
    if not told and types != TYPES:
        told = scene.within(Span(sentence.start, len(scene.flow.text)), *types)[:1]
    return named_subject(scene, told[0]) if told else _entity(scene, scene.issuer)


def title_above(scene: Scene, index: int) -> Block | None:
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
    told = told and not _KIND_OF_PART.fullmatch(block.content.strip())
    return block if told and (number_of(block) or named_activity(block)) else None


def _is_short(block: Block) -> bool:
    return len(block.content) <= _LONGEST_TITLE


def _part(scene: Scene, section: Section | None) -> Block | None:
    """Return the heading of a small numbered part, as of one activity: `2.1 Vattendag`."""
    heading = scene.flow.blocks[section.first] if section is not None else None
    return heading if heading is not None and len(number_of(heading)) > 1 else None


def _entity(scene: Scene, entity_id: str | None) -> Subject:
    return Subject(entity_id, scene.name_of(entity_id)) if entity_id else Subject()
