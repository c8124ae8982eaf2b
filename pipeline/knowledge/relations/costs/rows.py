"""Rows of sums, in tables and in lists: a label, and the sum that ends the line."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from pipeline.knowledge.amounts import find_money
from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.costs.subject import OF_ROW, TYPES, Subject, named_subject
from pipeline.knowledge.scene import Named, Scene
from pipeline.knowledge.textflow import Block, BlockKind

# What stands before a sum: `Inlandet: `, `Inlandet (`, `Inlandet ....... `, `Kustbygden `
_LABEL: Final = re.compile(
    r"\W*(?P<what>[^\W\d_](?:[^.;!?]|\.(?! )){2,80}?)"
    r"(?P<parted> ?[.…]{3,}|:| [–-]|,| ?(?=\())? ?\(?(?:(?:ca|cirka|högst|drygt) )?"
)
# The same label's next sum: `Resor: 160 tkr 2016 och 190 tkr 2017`
_SAME: Final = re.compile(
    r" (?:för |år |under )?(?:19|20)\d\d(?:,|,? och|,? samt) (?:(?:ca|cirka|högst|drygt) )?"
)
_REST: Final = re.compile(
    r"(?: (?:för |år |under )?(?:19|20)\d\d)?"
    r"(?: ?(?:per år|/ ?år|om året|årligen|exkl\.? moms|inkl\.? moms))?\)?"
    r"(?: ?\([^()]*\))?[.,;]?\s*"
)
_YEAR: Final = re.compile(
    r"(?:,? (?:(?:medlem|med) )?(?:sedan|från(?: och med)?)(?: den)?(?: \d{1,2} [a-zåäö]+)?)?"
    r",? (?:år )?(?:19|20)\d\d$"
)
_SUMMED: Final = re.compile(
    r"(?:summa|totalt?|tillsammans|budget|kostnad|intäkt|(?:bidrag|stöd)(?! till)|medel|avgift"
    r"|EU-?(?:stöd|bidrag|medel|finansiering))",
    re.IGNORECASE,
)
_FEE_OF: Final = re.compile(
    r"(?:medlems|års)?avgift(?:en)?(?: till| i| för)?|medlemskap(?: i)?"
    r"|(?:med)?finansiering(?: av| till| i| för)?|ägarbidrag(?: till)?",
    re.IGNORECASE,
)
# Words that make a sentence of what stands before a sum: it is no label then.
_VERB: Final = re.compile(
    r"\b(?:är|var|har|hade|blir|blev|ska|får|fick|ger|gav|utgör(?:s|de|des)?|utgjorde|uppgår|uppgick|kosta(?:r|de)"
    r"|omsätter|omsatte|betala(?:r|de|s|ts)|bidrar|bidrog|beräknas|består|omfattar|avsätts?"
    r"|avsattes|anslås|står|stod|söker|sökte|kräver|\w{3,}(?:ades|ats|erar|ierade))\b"
)
# Labels and sums in one line, divided by commas or by nothing: `Resor 40 tkr Hyra 90 tkr`
_IN_RUN: Final = re.compile(
    r"(?:[,;]|,? och|,? samt)? ?"
    r"(?P<what>(?!(?:varav|[dh]ärav|per|av|ur|från|under|till|för|på|om|i|och|med|eller|år|är)\b)"
    r"[^\W\d_][\w&/-]*(?: [\w&/-]+){0,5}?)[:,]? (?:(?:ca|cirka|högst|drygt) )?"
)
_BEHIND: Final = re.compile(
    r" (?:i|till|för|åt) (?:projektet )?(?P<what>[^\W\d_a-zåäö][^,.;:()\d]{2,60}?)"
    r"(?:,|,? (?:och|samt)|[.;])?\s*$"
)
_CAPTION: Final = re.compile(
    r"(?:.*[.:;] |\W*(?:\d+(?:\.\d+)*\.? )?(?:Kostnader(?:na)?|Utgifter(?:na)?|Intäkter(?:na)?"
    r"|Budget|Ekonomi|Avgifter|Anslag)\b(?: och \w+)?(?: (?:för )?(?:år )?(?:19|20)\d\d)?:? )",
    re.DOTALL,
)
_RUN_ENDS: Final = re.compile(r"[.;,)]?\s*$| (?=[^\W\d_a-zåäö])")
# What leads to the sum of a row: `Resor .......... `
_LEADERS: Final = re.compile(r"\s*(?:\. ?|…|_){3,}$")
_FEWEST: Final = 2
# What a label says of the name it begins with.
_SET_OFF: Final = re.compile(r"(?:,| [–—-]| \().+", re.DOTALL)
_IN_BRACKETS: Final = re.compile(r" \([^()]*\)")
# A label that is hardly more than a name is it.
_WHOLE_SHARE: Final = 0.6


def row_label(scene: Scene, span: Span, *, parted: bool) -> Span | None:
    """Return the label of the line that a sum at `span` ends, among lines of the same form.

    Where it has to be `parted`, more than a space stands behind it. None for a label of what
    others add up to, or of where the money comes from.
    """
    blocks, index = scene.flow.blocks, scene.flow.block_at(span.start)
    rows = _rows(blocks[index], parted=parted)
    label = rows.get(span.start)
    if label is None or _SUMMED.match(scene.text(label)) or _VERB.search(scene.text(label)):
        return None
    around = (*blocks[max(index - 1, 0) : index], *blocks[index + 1 : index + 2])
    alike = len(rows) > 1 or any(_rows(block, parted=parted) for block in around)
    return label if alike else None


def labels_in_run(text: str, sums: Sequence[Span]) -> list[Span]:
    """Return the labels of the sums of a sentence that is no more than a run of such rows.

    What it begins with may be a caption, `Kostnader 2019:`, and other words may follow on it
    with a capital. Empty for any other sentence.
    """
    caption = _CAPTION.match(text[: sums[0].start]) if len(sums) >= _FEWEST else None
    ends = [caption.end() if caption else 0, *(one.end for one in sums)]
    read = [_IN_RUN.fullmatch(text, end, one.start) for end, one in zip(ends, sums, strict=False)]
    labels = [match for match in read if match and not _VERB.search(match["what"])]
    whole = len(sums) >= _FEWEST and len(labels) == len(sums)
    ended = whole and _RUN_ENDS.match(text, sums[-1].end)
    return [Span(*match.span("what")) for match in labels] if ended else []


def names_behind(text: str, sums: Sequence[Span]) -> list[Span]:
    """Return the names that follow the sums of a sentence: `2 mkr i Havsro och 3 mkr i Isfri`.

    Each reaches to the next sum, whatever its words. Empty where not every sum has one.
    """
    ends = [*(one.start for one in sums), len(text)][1:]
    read = [_BEHIND.match(text[:end], one.end) for one, end in zip(sums, ends, strict=False)]
    names = [Span(*match.span("what")) for match in read if match]
    return names if len(names) == len(sums) >= _FEWEST else []


@lru_cache(maxsize=8)  # it is asked for each of the sums of a block and of those beside it
def _rows(block: Block, *, parted: bool) -> Mapping[int, Span]:
    """Return the labels of a block that is a row, by where their sums begin.

    Rows that have run together have dots before their sums; in running text a comma parts no
    label from its sum.
    """
    found: dict[int, Span] = {}
    text, end, dotted = block.content, 0, True
    for money in () if block.kind is BlockKind.CELL else find_money(text):
        if found and _SAME.fullmatch(text, end, money.start):
            found[block.content_start + money.start] = next(reversed(found.values()))
            end = money.end
            continue
        label = _LABEL.fullmatch(text, end, money.start)
        if label is None:
            return {}
        by = label["parted"] or ""
        if (parted and not by) or (by == "," and block.kind is not BlockKind.ITEM):
            return {}
        dotted = dotted and by.strip().startswith((".", "…"))
        what = _YEAR.sub("", label["what"])
        start = block.content_start + label.start("what")
        found[block.content_start + money.start] = Span(start, start + len(what))
        end = money.end
    return found if (dotted or len({*found.values()}) == 1) and _REST.fullmatch(text, end) else {}


def label_subject(scene: Scene, label: Span) -> Subject:
    """Return what a label says that its row is for: the name that it is, or its words."""
    text = scene.text(label)
    if told := _explained(scene, label):
        return named_subject(scene, told)
    for named in scene.within(label, *OF_ROW):
        rest = text.replace(scene.text(named), "").strip(" ,–-")
        covers = named.end - named.start >= len(text) * _WHOLE_SHARE
        if covers or (named.type in TYPES and _FEE_OF.fullmatch(rest)):
            return named_subject(scene, named)
    return Subject(None, text)


def _explained(scene: Scene, label: Span) -> Named | None:
    """Return the name that a label begins with and explains: `Havsro, tystare vikar (LIFE)`.

    A project is set off by a comma, dash or bracket, another name by brackets to the end.
    """
    named = next(iter(scene.within(Span(label.start, label.start + 1), *OF_ROW)), None)
    if named is None or named.start != label.start:
        return None
    aside = _SET_OFF if named.type == "project" else _IN_BRACKETS
    return named if aside.fullmatch(scene.flow.text, named.end, label.end) else None


def subject_of_row(scene: Scene, cell: Sequence[Block]) -> Subject:
    """Return what a row of a table is for: the name that its cell is, or the cell's words."""
    for block in cell:
        if project := scene.project_of(block.start):
            return named_subject(scene, project)
        told = label_subject(scene, Span(block.content_start, block.end))
        if told.entity_id is not None:
            return told
    words = _LEADERS.sub("", " ".join(block.content for block in cell))
    return Subject(None, words or None)
