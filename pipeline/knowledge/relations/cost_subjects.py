"""What a sum is for: something with a name, or else what the text calls it."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.structure.labels import number_of
from pipeline.knowledge.textflow import Block, BlockKind

_TYPES: Final = ("project", "network", "programme", "fund")
_OF_ROW: Final = (*_TYPES, "organisation")
# Who pays is not what is paid for: `300 000 kr från Klimatklivet`, `medel ur Erasmus+`.
_PAYS: Final = re.compile(
    r"\b(?:från|ur|av|genom|via|inom|bekostas av)(?: den| det| de)?(?: [a-zåäö-]+){0,2} $",
    re.IGNORECASE,
)
_PHRASE: Final = r"(?P<what>[^\W\d_][\w -]{2,60}?)"
_ABOUT_SUM: Final = (
    # `En resefond om 400 tkr`, before the sum
    re.compile(r"\b(?:[Ee]n|[Ee]tt) (?P<what>[\w-]+(?: [\w-]+){0,3}) (?:om|på) (?:\w+ )?$"),
    # `För medlemsavgifter avsätts årligen`
    re.compile(
        rf"\b[Ff]ör {_PHRASE} (?:avsätts?|avsattes|avsatts|anslås|anslogs|reserveras"
        r"|budgeteras|används|användes|betalas|betalades)\b"
    ),
    # `Kostnaden för konferensen är`, `anslaget till kulturutbyten uppgår till`
    re.compile(
        r"\b(?:[\w-]*(?:kostnad|budget|utgift|anslag|avgift|ram)\w*) (?:för|till) "
        rf"{_PHRASE} (?:är|var|blir|uppgår|uppgick|beräknas|uppskattas|har)\b"
    ),
    # `Den största kostnaden är personal, ca`
    re.compile(r"\b(?:kostnaden|utgiften|posten) är (?P<what>[\w -]{3,40}?),? (?:ca|cirka|om)? ?$"),
    # `Förstudien kostar ca`, `Lokalen på Rue Montoyer hyrs för`
    re.compile(
        r"^(?P<what>[^\W\d_a-zåäö][\w'’-]*(?: (?:på|i|för|om|av|till|vid) [\w -]{2,40}?)?) "
        r"(?:kostar|kostade|beräknas kosta|väntas kosta|kräver|krävde|hyrs|motsvarar)\b"
    ),
)
# `312 000 kronor i medlemsavgifter`, behind the sum
_BEHIND_SUM: Final = re.compile(
    r" (?:årligen |per år )?(?:i|för|på|till) (?:en |ett )?"
    r"(?P<what>[a-zåäö][a-zåäö-]{3,}(?: och [a-zåäö-]+)?)(?=[.,;]|$| under| per)"
)
_FEE: Final = re.compile(r"\bavgift|medlemsavgift", re.IGNORECASE)
_DEFINITE: Final = re.compile(r"[A-ZÅÄÖa-zåäö]+(?:en|et|an|n|na)")
# Words that only point at what was told before.
_POINTERS: Final = re.compile(
    r"(?:den|det|de|detta|denna|dessa|vi|hon|han|kostnaden?\w*|budgeten?|summan|avgiften"
    r"|projektet|insatsen|satsningen|arbetet|verksamheten|övningen|konferensen|uppdraget|uppgiften"
    r"|kontoret|kansliet|sekretariatet|internationellt arbete"
    r"|regionens?|kommunens?|(?:19|20)\d\d|året|åren.*|perioden|ändamålet|medlen)$",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    r"\b(?:budgeten|samlade? (?:budget|kostnad|ram)|kostnader(?:na)? för|arbetet"
    r"|personalinsats\w*)\b",
    re.IGNORECASE,
)
_SUM: Final = re.compile(r"summa|totalt?\b|budget", re.IGNORECASE)
_LONGEST_TITLE: Final = 80


class Subject(NamedTuple):
    """What a sum is for: an entity's id if it is one, and its name or the text's own words."""

    entity_id: str | None = None
    name: str | None = None


def subject_of(scene: Scene, sentence: Span, span: Span) -> Subject:
    """Return what a sum at `span` is for.

    Looked for in turn: a name or phrase of its sentence, the project told before in its
    paragraph, the title of its activity, the headings above, and the whole plan.
    """
    block = scene.flow.blocks[scene.flow.block_at(span.start)]
    near = [n for n in scene.within(sentence, *_TYPES) if not _pays(scene, sentence, n)]
    if near:
        return _named(scene, min(near, key=lambda named: abs(named.start - span.start)))
    told = _phrase(scene, sentence, span)
    if told is not None:
        return told
    told_of = ("project", "network") if _FEE.search(scene.text(sentence)) else ("project",)
    earlier = scene.within(Span(block.start, sentence.start), *told_of)
    if earlier:
        return _named(scene, earlier[-1])
    return _above(scene, sentence, span)


def subject_of_row(scene: Scene, cell: Sequence[Block]) -> Subject:
    """Return what a row of a table is for: the name in its first cell, or the cell's words."""
    for block in cell:
        for named in scene.within(Span(block.start, block.end), *_OF_ROW):
            return _named(scene, named)
        if _SUM.match(block.text):
            return _entity(scene, scene.issuer)
    return Subject(None, " ".join(block.content for block in cell) or None)


def _phrase(scene: Scene, sentence: Span, span: Span) -> Subject | None:
    """Return what the sentence itself calls the thing that costs."""
    text = scene.text(sentence)
    before = text[: span.start - sentence.start]
    for pattern in _ABOUT_SUM:
        match = pattern.search(before) or (pattern.search(text) if "^" in pattern.pattern else None)
        if match and not _points(scene, match["what"], span):
            return Subject(None, match["what"].strip())
    behind = _BEHIND_SUM.match(text, span.end - sentence.start)
    if behind and not _points(scene, behind["what"], span):
        return Subject(None, behind["what"])
    return None


def _points(scene: Scene, what: str, span: Span) -> bool:
    """Tell whether words only point at something told before, such as the title above."""
    if _POINTERS.match(what):
        return True
    titled = _title(scene, scene.flow.block_at(span.start)) is not None
    return titled and bool(_DEFINITE.fullmatch(what))


def _pays(scene: Scene, sentence: Span, named: Named) -> bool:
    before = scene.flow.text[sentence.start : named.start]
    return named.type in {"fund", "programme"} and bool(_PAYS.search(before))


def _above(scene: Scene, sentence: Span, span: Span) -> Subject:
    """Return what the title or headings above are about, else the whole plan."""
    section = scene.section_at(span.start)
    title = _title(scene, scene.flow.block_at(span.start))
    headed = scene.headed(section, *_TYPES)
    if title is not None:
        within = scene.within(Span(title.content_start, title.end), *_TYPES)
        covers = within and within[0].end - within[0].start == len(title.content)
        return _named(scene, within[0]) if covers else Subject(None, title.content.strip(" .:"))
    if headed is not None:
        return _named(scene, headed)
    return _entity(scene, scene.issuer) if _WHOLE.search(scene.text(sentence)) else Subject()


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
    short = len(block.content) <= _LONGEST_TITLE and block.kind is not BlockKind.CELL
    return block if short and number_of(block) else None


def _named(scene: Scene, named: Named) -> Subject:
    return Subject(named.entity_id, scene.name_of(named.entity_id))


def _entity(scene: Scene, entity_id: str | None) -> Subject:
    return Subject(entity_id, scene.name_of(entity_id)) if entity_id else Subject()
