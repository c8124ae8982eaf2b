"""Rows of sums, in tables and in lists: a label, and the sum that ends the line."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.amounts import find_money
from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.costs.subject import OF_ROW, TYPES, Subject, named_subject
from pipeline.knowledge.scene import Scene
from pipeline.knowledge.textflow import Block, BlockKind

# What stands before a sum: `Inlandet: `, `Inlandet (`, `Inlandet ....... `, `Kustbygden `
_LABEL: Final = re.compile(
    r"\W*(?P<what>[^\W\d_](?:[^.;!?]|\.(?! )){2,80}?)"
    r"(?P<parted> ?[.…]{3,}|:| [–-]|,| ?(?=\())? ?\(?(?:(?:ca|cirka|högst|drygt) )?"
)
_REST: Final = re.compile(
    r"(?: ?(?:per år|/ ?år|om året|årligen|exkl\.? moms|inkl\.? moms))?\)?"
    r"(?: ?\([^()]*\))?[.,;]?\s*"
)
_YEAR: Final = re.compile(r",? (?:år )?(?:19|20)\d\d$")
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
# A label that is hardly more than a name is it.
_WHOLE_SHARE: Final = 0.6


def row_label(scene: Scene, span: Span, *, parted: bool) -> Span | None:
    """Return the label of the line that a sum at `span` ends, among lines of the same form.

    Where it has to be `parted`, more than a space stands behind it. None for a label of what
    others add up to, or of where the money comes from.
    """
    blocks, index = scene.flow.blocks, scene.flow.block_at(span.start)
    rows = dict(_rows(blocks[index], parted=parted))
    label = rows.get(span.start)
    if label is None or _SUMMED.match(scene.text(label)):
        return None
    around = (*blocks[max(index - 1, 0) : index], *blocks[index + 1 : index + 2])
    alike = len(rows) > 1 or any(any(_rows(block, parted=parted)) for block in around)
    return label if alike else None


def _rows(block: Block, *, parted: bool) -> Iterator[tuple[int, Span]]:
    """Yield the labels of a block that is a row, by where their sums begin.

    Rows that have run together have dots before their sums; in running text a comma parts no
    label from its sum.
    """
    found: list[tuple[int, Span]] = []
    text, end, dotted = block.content, 0, True
    for money in () if block.kind is BlockKind.CELL else find_money(text):
        label = _LABEL.fullmatch(text, end, money.start)
        if label is None:
            return
        by = label["parted"] or ""
        if (parted and not by) or (by == "," and block.kind is not BlockKind.ITEM):
            return
        dotted = dotted and by.strip().startswith((".", "…"))
        what = _YEAR.sub("", label["what"])
        start = block.content_start + label.start("what")
        found.append((block.content_start + money.start, Span(start, start + len(what))))
        end = money.end
    if (dotted or len(found) == 1) and _REST.fullmatch(text, end):
        yield from found


def label_subject(scene: Scene, label: Span) -> Subject:
    """Return what a label says that its row is for: the name that it is, or its words."""
    text = scene.text(label)
    for named in scene.within(label, *OF_ROW):
        rest = text.replace(scene.text(named), "").strip(" ,–-")
        covers = named.end - named.start >= len(text) * _WHOLE_SHARE
        if covers or (named.type in TYPES and _FEE_OF.fullmatch(rest)):
            return named_subject(scene, named)
    return Subject(None, text)


def subject_of_row(scene: Scene, cell: Sequence[Block]) -> Subject:
    """Return what a row of a table is for: the name that its cell is, or the cell's words."""
    for block in cell:
        if project := scene.project_of(block.start):
            return named_subject(scene, project)
        told = label_subject(scene, Span(block.content_start, block.end))
        if told.entity_id is not None:
            return told
    return Subject(None, " ".join(block.content for block in cell) or None)
