"""Headings where the print does not tell them: plain text, and pages read from images.

Layout sees one page and its lines; here the whole flow is known. A short line without an
end is a heading if it is built like one (`Område 2. Hav`, `§ 31 Val`, `B.2 Finansiera`) or
if what headings stand above follows it: a paragraph, a list, a table, a label. Lines that
layout took for headings are none inside a fact box or a table of contents.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pipeline.knowledge.dates import dates_alone
from pipeline.knowledge.reading.seat_lines import SEATED
from pipeline.knowledge.structure.announced import activity_labels, announced_activities
from pipeline.knowledge.structure.chapters import with_chapter_marks
from pipeline.knowledge.structure.fields import field_of
from pipeline.knowledge.structure.labels import (
    goal_lines,
    goals_follow,
    leads_to_items,
)
from pipeline.knowledge.structure.lettered import listed_by_letter
from pipeline.knowledge.structure.wording import LABELLED_GOAL, is_chrome
from pipeline.knowledge.textflow import Block, BlockKind

_BUILT: Final = re.compile(
    r"(?:(?:Del|DEL|Bilaga|BILAGA|Appendix|Kapitel|(?:[A-ZÅÄÖ][a-zåäö]+(?:t|a|at) )?"
    r"(?:[A-ZÅÄÖ][a-zåäö]*)?(?:[Oo]mråde|[Pp]rioritering|[Ii]nriktning|[Ff]okus|[Tt]ema|[Ss]pår)"
    r"|OMRÅDE|FOKUS|TEMA)"
    r" (?:\d{1,2}|[A-ZÅÄÖ])\b[.:]?(?: [–—-])?(?: \S.*)?|§+ ?\d+ +\S.*|[A-ZÅÄÖ]\.\d{1,2}\.? +\S.*"
    r"|(?:I{1,3}|IV|VI{0,3}|IX|X)\. +[A-ZÅÄÖ].*)"
)
_NO_TITLE: Final = re.compile(
    # Persons, lines of an address, captions, a quotation: short lines of other kinds.
    r".*\((?:[A-ZÅÄÖ]{1,3}|[A-Za-z][a-zåäö]{0,2})\).*|.*@.*|.*\d{3,}[- ]?\d{2}.*|(?:Tabell|Figur"
    r"|Diagram|Bild) \d.*"
    r"|(?:Sida|sid|Blad) ?\d.*|.*https?:.*|[^\w]+|.*\.{4,}.*"
    r"|.*\bFoto(?:graf)?:.*|(?:Dnr|Diarienummer|Datum|Tfn"
    r"|Telefon)\b.*"
)
# Who decided when, the number of a matter, a running header with its page, who has a task.
_NOTE: Final = re.compile(
    r"Ärendenummer\b.*|(?:Beslutad|Beslutat|Fastställ[dt]|Antag(?:en|et)|Reviderad|Godkänd)\b.*\d{4}.*"
    r"|.* \d+ ?\(\d+\)|(?:Projektledare|Kontaktperson|Handläggare|Samordnare|Ansvarig)\w*: .*"
)
_WITH_LETTERS: Final = re.compile(r"(?P<name>[A-ZÅÄÖ][^()]{3,60}) \([A-ZÅÄÖ]{3,}\)")
_LETTER: Final = re.compile(r"[A-H]\.")
_GOES_ON: Final = re.compile(
    r"\b(?:att|som|är|av|för|i|med|och|ska|har|till|om|på|den|det|de|en|ett|vid|från|ha|samt)$"
)
# `Nätverk som staden deltar i`, `Det vi arbetar med`: a clause that ends so.
_STRANDED: Final = re.compile(
    r"\b(?:som|vi)\b.* (?:\w+r|är med|är vi med) (?:i|med|för|till|på|av|om|vid)$", re.IGNORECASE
)
_VERB: Final = re.compile(r"\b(?:ska|skall|är|har|gäller|omfattar|innebär|består)\b")
_CONTENTS: Final = re.compile(r"innehåll(?:sförteckning)?", re.IGNORECASE)
# `Följande gällde för 2023:` is a sentence that goes on below, no label.
_LEAD_IN: Final = re.compile(r"(?:\S+ ){2,}\S+:$")
_TWO_SENTENCES: Final = re.compile(r"[a-zåäö]{2,}[.!?] [A-ZÅÄÖ]")
# From how many words on a line of two sentences is rather text than a title.
_SENTENCES_WORDS: Final = 8
_LONGEST: Final = 80
_MOST_WORDS: Final = 10
_PARAGRAPH: Final = 60


def mark_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, those that are headings or none by what stands around them marked so."""
    entries = _entries_of_contents(blocks)
    kept = [
        _demoted(block) if index in entries or _is_none(blocks, index) else block
        for index, block in enumerate(blocks)
    ]
    if any(block.font_size is not None for block in blocks):
        return with_chapter_marks(kept)
    labels = {label.block for label in (*goal_lines(kept), *activity_labels(kept))}
    lettered = listed_by_letter(kept, labels)
    for index in lettered:
        kept[index] = replace(kept[index], kind=BlockKind.ITEM)
    again = _told_again(kept)
    for index in range(len(kept) - 1, -1, -1):
        leads = index in labels and not _is_label(kept, index)
        told = leads or index in entries or index in lettered
        if not told and _is_heading(kept, index, labels, again):
            kept[index] = replace(kept[index], kind=BlockKind.HEADING)
    return with_chapter_marks(kept)


def _told_again(blocks: Sequence[Block]) -> set[int]:
    """Return the lines that stand in more than one part: `Läget i dag`, `Så gör vi`."""
    counts = Counter(block.text for block in blocks)
    return {index for index, block in enumerate(blocks) if counts[block.text] > 1}


def _is_label(blocks: Sequence[Block], index: int) -> bool:
    return bool(goals_follow(blocks, index) or announced_activities(blocks, index))


def _demoted(block: Block) -> Block:
    return replace(block, kind=BlockKind.TEXT, marker="")


def _is_none(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line that layout took for a heading is none.

    It is a person, of the web site, or labelled as the line before or after it is.
    """
    block = blocks[index]
    if block.kind is not BlockKind.HEADING:
        return False
    text = block.text.strip()
    plain = block.font_size is None and block.level is None
    if is_chrome(text) or (plain and (SEATED.match(text) or _NOTE.fullmatch(text))):
        return True
    if field_of(block, index) is None:
        return False
    around = [place for place in (index - 1, index + 1) if 0 <= place < len(blocks)]
    return any(field_of(blocks[place], place) for place in around)


def _entries_of_contents(blocks: Sequence[Block]) -> set[int]:
    """Return the entries of a table of contents: the lines up to the first that comes again."""
    start = next((i for i, b in enumerate(blocks) if _CONTENTS.fullmatch(b.content.strip())), None)
    if start is None or start + 1 >= len(blocks):
        return set()
    captions = [_caption(block) for block in blocks]
    for index in range(start + 2, len(blocks)):
        if len(blocks[index].text) > _LONGEST * 2:
            return set()
        if captions[index] == captions[start + 1]:
            return set(range(start + 1, index))
    return set()


def _caption(block: Block) -> str:
    return re.sub(r"[ .…_]*\d*$", "", block.content.casefold())


def _is_heading(blocks: Sequence[Block], index: int, labels: set[int], again: set[int]) -> bool:
    block = blocks[index]
    text = block.text.strip()
    if block.kind not in {BlockKind.TEXT, BlockKind.ITEM}:
        return False
    if not (_is_title(text) or _is_told_below(blocks, index)):
        return False
    if _BUILT.fullmatch(text) or _is_goal_of_table(blocks, index):
        return True
    listed = block.kind is BlockKind.ITEM and not _is_lettered_alone(blocks, index)
    labelled = listed or field_of(block, index) is not None
    return not labelled and _heads(blocks, index, labels, again)


def _is_goal_of_table(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a goal stands right above the table of its activities."""
    tabled = index + 1 < len(blocks) and blocks[index + 1].kind is BlockKind.CELL
    return tabled and LABELLED_GOAL.fullmatch(blocks[index].text.strip()) is not None


def _is_lettered_alone(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line such as `B. Hav` has no such line right above or below it."""
    around = (*blocks[max(index - 1, 0) : index], *blocks[index + 1 : index + 2])
    letters = [bool(_LETTER.fullmatch(block.marker)) for block in around]
    return bool(_LETTER.fullmatch(blocks[index].marker)) and not any(letters)


def _is_told_below(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether the paragraph below begins with a name that stands alone with its letters.

    `Euroregion Baltic (ERB)` is then no person with a party.
    """
    named = _WITH_LETTERS.fullmatch(blocks[index].text.strip())
    if named is None or index + 1 >= len(blocks):
        return False
    below = blocks[index + 1].text
    return len(below) >= _PARAGRAPH and below.startswith(named["name"])


def _is_title(text: str) -> bool:
    short = len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS
    opens = text[:1].isupper() or text[:1] in '§"”'
    two = _TWO_SENTENCES.search(text) and not _BUILT.fullmatch(text)
    if not (short and opens) or (two and len(text.split()) >= _SENTENCES_WORDS):
        return False
    goes_on = _GOES_ON.search(text) and not (_STRANDED.search(text) or _BUILT.fullmatch(text))
    whole = text[-1] not in ".,;:!" and not goes_on
    other = is_chrome(text) or _NO_TITLE.fullmatch(text) or _NOTE.fullmatch(text)
    return whole and not other


def _heads(blocks: Sequence[Block], index: int, labels: set[int], again: set[int]) -> bool:
    """Tell whether a short line stands between an end and what headings stand above."""
    if index + 1 >= len(blocks) or (index and not _ends(blocks[index - 1])):
        return False
    below = blocks[index + 1]
    if _is_of_list(blocks, index) or (index not in labels and _leads(blocks, index)):
        return False
    # Between two days stands what happens on the first.
    of_day = index > 0 and bool(dates_alone(blocks[index - 1].content))
    told = (dates_alone(below.content) and not of_day) or LABELLED_GOAL.fullmatch(
        below.content.strip()
    )
    if index + 1 in labels or told or leads_to_items(blocks, index + 1):
        return True
    if below.kind is BlockKind.TEXT:
        end = below.text.rstrip()[-1:]
        if len(below.text) >= _PARAGRAPH:
            return end in ".:?!"
        whole = end in ".?!" or (end == ":" and bool(_LEAD_IN.match(below.text)))
        return whole and " " in below.text.strip() and field_of(below, index + 1) is None
    labels_parts = below.kind is BlockKind.HEADING and (index in labels or index + 1 in again)
    return labels_parts or below.kind in {BlockKind.CELL, BlockKind.ITEM}


def _leads(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line is a sentence that the list below it ends."""
    listed = blocks[index + 1].kind is BlockKind.ITEM
    return listed and bool(_VERB.search(blocks[index].text)) and "?" not in blocks[index].text


def _is_of_list(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether the line above has the same form, as in a list of persons with places."""
    above = blocks[index - 1].text.rstrip() if index else ""
    alike = ", " in above and ", " in blocks[index].text
    return alike and len(above) <= _LONGEST and above[-1] not in ".:"


def _ends(block: Block) -> bool:
    """Tell whether nothing of a block goes on below it."""
    if block.kind in {BlockKind.CELL, BlockKind.ITEM, BlockKind.HEADING}:
        return True
    return block.text.rstrip()[-1:] in ".!?:" or len(block.text) <= _LONGEST
