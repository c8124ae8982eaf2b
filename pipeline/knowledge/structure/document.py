"""The document as a whole: title, kind, years, date, language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from pipeline.knowledge.dates import dates_alone, years_in
from pipeline.knowledge.structure.fields import field_of
from pipeline.knowledge.structure.labels import number_of
from pipeline.knowledge.structure.validity import (
    document_date,
    first_day,
    tells_date,
    years_of,
)
from pipeline.knowledge.structure.wording import YEAR, is_chrome
from pipeline.knowledge.textflow import Block, BlockKind
from pipeline.model.rows import DocumentType
from pipeline.model.source import MediaType

_KINDS: Final[Mapping[DocumentType, re.Pattern[str]]] = MappingProxyType(
    {
        "other": re.compile(
            r"\b(?:tjänsteskrivelse|kallelse|remissvar|yttrande|förteckning|\w*katalog|nyhetsbrev"
            r"|stadgar|pressmeddelande|inbjudan|faktablad|samarbetsavtal"
            r"|(?:sammanträdes|mötes|tids?)plan)",
            re.IGNORECASE,
        ),
        "action_plan": re.compile(
            r"\b(?:handlings|aktivitets|verksamhets|åtgärds|genomförande|insats|arbets|års|projekt)"
            r"(?:plan|program)|\bplan för .*arbete",
            re.IGNORECASE,
        ),
        "minutes": re.compile(r"protokoll|minnesanteckning|mötesanteckning", re.IGNORECASE),
        "report": re.compile(
            r"rapport|redovisning|uppföljning|utvärdering|bokslut|analys|kartläggning|(?:års|verksamhets)berättelse",
            re.IGNORECASE,
        ),
        "strategy": re.compile(
            r"strategi(?!område)|policy|program(?!punkt|områd)|positionspapper|vision(?!är)|riktlinje"
            r"|utvecklingsplan|[a-zåäö]agenda|agenda 20|\b[\w-]*plan(?:en)?\b",
            re.IGNORECASE,
        ),
    }
)
"""Words that say of what kind a document is; those before others in a title go first."""
# What a text calls itself in its first paragraphs, where it has no title.
_SELF: Final[Mapping[DocumentType, re.Pattern[str]]] = MappingProxyType(
    {
        "action_plan": re.compile(
            r"\b(?:denna|den här|årets)? ?(?:handlings|aktivitets)planen?\b", re.IGNORECASE
        ),
        "strategy": re.compile(
            r"\b(?:denna|den)(?: \w+)? ?(?:strategi|policy|program)(?:n|en|met)?\b|\bstrategin\b",
            re.IGNORECASE,
        ),
        "report": re.compile(r"\b(?:denna|den här) \w*rapport\w*\b|\brapporten\b", re.IGNORECASE),
    }
)
_WEB: Final = re.compile(
    r"senast (?:uppdaterad|granskad|ändrad)|öppnas i nytt fönster|sidan uppdaterad|till innehållet"
    r"|du är här|dela sidan",
    re.IGNORECASE,
)
# A letterhead: `Region Almvik`, `Almviks kommun`, `KOMMUNSTYRELSEN`.
_SENDER: Final = re.compile(
    r"(?:Region|Landstinget|Länsstyrelsen|Kommunförbundet|Regionförbundet) [A-ZÅÄÖ][\w-]+(?: län)?"
    r"|(?:[A-ZÅÄÖ][\w-]+ ){1,2}(?:[Kk]ommun|[Ss]tad|[Rr]egion|[Ll]än|[Ll]andsting)"
    r"|(?:[A-ZÅÄÖ][\w-]+ )?[A-ZÅÄÖ]?\w*(?:styrelsen|nämnden|kontoret|förvaltningen)"
    r"|[A-ZÅÄÖ -]+(?:KOMMUN|STAD|REGION|LANDSTING|LÄN|FÖRBUND|STYRELSEN|NÄMNDEN)"
)
_TRAIL: Final = re.compile(r" [/>»›] ")
_CAPITAL: Final = re.compile(r"(?<= )[A-ZÅÄÖ]")
_YEARS_LAST: Final = re.compile(rf"(?:.{{0,60}} )?{YEAR}(?: ?[–-] ?{YEAR})?")
_SWEDISH: Final = frozenset(
    [
        "och",
        "att",
        "som",
        "för",
        "är",
        "av",
        "med",
        "den",
        "till",
        "på",
        "i",
        "det",
        "en",
        "ett",
        "om",
        "har",
        "inte",
    ]
)
_ENGLISH: Final = frozenset(
    [
        "the",
        "and",
        "of",
        "to",
        "in",
        "for",
        "is",
        "that",
        "with",
        "on",
        "as",
        "are",
        "by",
        "this",
        "be",
        "from",
    ]
)
_OPENING_BLOCKS: Final = 12
_FIRST_BLOCKS: Final = 3
_LAST_BLOCKS: Final = 4
# A sentence as long as this is a paragraph, no line of a title page.
_SENTENCE_LENGTH: Final = 70
_LONGEST_FIRST: Final = 100
_TITLE_LENGTH: Final = 140


@dataclass(frozen=True, slots=True)
class Profile:
    """What can be said of a document as a whole; `title_block` is the block of its title."""

    title: str | None
    title_block: int | None
    document_type: DocumentType
    year_from: int | None
    year_to: int | None
    document_date: date | None
    language: str | None


def make_profile(
    blocks: Sequence[Block], media_type: MediaType, furniture: Sequence[str] = ()
) -> Profile:
    """Return the profile of a document's blocks, and of the lines around its pages."""
    index = _title_block(blocks)
    title = _before_decision(blocks[index].text.strip()) if index is not None else None
    opening = " \n".join(block.text for block in blocks[:_OPENING_BLOCKS])
    kind = _document_type(title, opening, blocks, media_type)
    dated = document_date(blocks, furniture)
    subtitles = " ".join(block.text for block in blocks[:_FIRST_BLOCKS] if _is_title(block))
    # A letterhead may stand above the title, so that what is below it comes late.
    near = (*blocks[:_FIRST_BLOCKS], *(blocks[index + 1 : index + 2] if index is not None else ()))
    below = " ".join(block.text for block in near if _ends_in_years(block.text))
    years = years_of((title or "", subtitles, below), blocks, dated)
    return Profile(title, index, kind, *years, dated, _language(blocks))


def _ends_in_years(line: str) -> bool:
    """Tell whether a line of the title page ends in years, and is no date."""
    return bool(_YEARS_LAST.fullmatch(line.strip())) and not (first_day(line) or tells_date(line))


def _before_decision(title: str) -> str:
    """Return a title without who decided it and when, where that stands on the next line."""
    told = (match.start() for match in _CAPITAL.finditer(title) if match.start())
    end = next((start for start in told if tells_date(title[start:])), len(title))
    return title[:end].rstrip(" ,.–-")


def _title_block(blocks: Sequence[Block]) -> int | None:
    """Return the title: an unnumbered heading before the first numbered one and any list.

    Without print to tell it, a line at the top that says what the document is, best with
    the years it is for, stands before letterheads and slogans.
    """
    if (page := _below_trail(blocks)) is not None:
        return page
    opening: list[int] = []
    for index, block in enumerate(blocks[:_OPENING_BLOCKS]):
        if number_of(block):
            break
        heading = block.kind is BlockKind.HEADING and len(block.text) <= _TITLE_LENGTH
        if heading and not _is_letterhead(block):
            opening.append(index)
    if not any(block.font_size for block in blocks):
        told = (index for index in _top(blocks) if _may_be_title(blocks, index))
        best = max(told, key=lambda i: _rank(blocks, i), default=None)
        if best is not None:
            return best
    plain = next((i for i, b in enumerate(blocks[:_FIRST_BLOCKS]) if _is_title(b)), None)
    if not opening or (plain is not None and plain < opening[0]):
        return plain if plain is not None else _first_line(blocks)
    largest = max(blocks[index].font_size or 0 for index in opening)
    at_top = [index for index in opening if (blocks[index].font_size or 0) == largest]
    sizes = [block.font_size or 0 for block in blocks if block.kind is BlockKind.HEADING]
    stands_out = largest > 0 and sizes.count(largest) <= 2
    first = next((i for i, block in enumerate(blocks) if not _is_letterhead(block)), 0)
    plainly = at_top[0] == first and not _is_plain(blocks)
    if stands_out or _names_kind(blocks[at_top[0]]) or plainly:
        return at_top[0]
    return None if largest else _first_line(blocks)


def _below_trail(blocks: Sequence[Block]) -> int | None:
    """Return the line that the trail of links above a web page ends in: `Start / Hav / Hamnar`."""
    texts = [block.text.strip() for block in blocks[:_OPENING_BLOCKS]]
    for index, text in enumerate(texts):
        *above, page = _TRAIL.split(text)
        if len(above) > 1 and page in texts[index + 1 :]:
            return texts.index(page, index + 1)
    return None


def _first_line(blocks: Sequence[Block]) -> int | None:
    """Return a first line that stands above a paragraph as a title does; no sender's name."""
    first = next((i for i, block in enumerate(blocks) if not _is_letterhead(block)), None)
    if first is None or first + 1 >= len(blocks) or blocks[first].kind is BlockKind.CELL:
        return None
    text = blocks[first].text.strip()
    whole = text[:1].isupper() and text[-1] not in ".,:;" and len(text) <= _LONGEST_FIRST
    return first if whole and not first_day(text) else None


def _is_letterhead(block: Block) -> bool:
    """Tell whether a line at the top tells who sends it or when, or is of the web site."""
    text = block.text.strip()
    return is_chrome(text) or bool(_SENDER.fullmatch(text) or dates_alone(text))


def _may_be_title(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line of the top tells the kind, or is the first of all with years.

    The kind alone is a title where it stands first, else what a label is followed by.
    """
    block = blocks[index]
    if not _is_title(block) or field_of(block, index) is not None:
        return index == 0 and bool(years_in(block.text)) and _first_line(blocks) == 0
    return " " in block.text.strip() or index < _FIRST_BLOCKS


def _rank(blocks: Sequence[Block], index: int) -> tuple[bool, bool, int]:
    """Return how well a line serves as the title: years, more than the kind alone, first.

    A day is none of its years: `PM 2020-02-12`.
    """
    text = blocks[index].text.strip()
    return bool(years_in(text)) and not first_day(text), " " in text, -index


def _top(blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the blocks before the first paragraph, list or number."""
    for index, block in enumerate(blocks[:_OPENING_BLOCKS]):
        sentence = len(block.text) > _SENTENCE_LENGTH and block.text.rstrip().endswith(".")
        long = len(block.text) > _TITLE_LENGTH or block.kind is BlockKind.ITEM
        if long or sentence or number_of(block):
            return
        if block.kind is not BlockKind.CELL:
            yield index


def _names_kind(block: Block) -> bool:
    return any(pattern.search(block.text) for pattern in _KINDS.values())


def _is_title(block: Block) -> bool:
    """Tell whether a paragraph at the very top is the title: it says what the document is."""
    text = block.text.strip()
    whole = text[-1:] not in ".:,;" and len(text) <= _TITLE_LENGTH
    return whole and _names_kind(block) and not tells_date(text)


def _is_plain(blocks: Sequence[Block]) -> bool:
    """Tell whether a text begins in the middle, with a heading such as any chapter has."""
    return blocks[0].text.strip().casefold() in {"inledning", "bakgrund", "syfte", "förord"}


def _document_type(
    title: str | None, opening: str, blocks: Sequence[Block], media_type: MediaType
) -> DocumentType:
    found = [(m.start(), kind) for kind, p in _KINDS.items() if (m := p.search(title or ""))]
    if found:
        return min(found, key=lambda one: one[0])[1]
    tail = " \n".join(block.text for block in blocks[-_LAST_BLOCKS:])
    if media_type is MediaType.HTML or _WEB.search(opening) or _WEB.search(tail):
        return "web_page"
    counts = {kind: len(pattern.findall(opening)) for kind, pattern in _SELF.items()}
    best = max(counts, key=lambda kind: counts[kind])
    return best if counts[best] else "other"


def _language(blocks: Sequence[Block]) -> str | None:
    words = [word for block in blocks for word in block.text.casefold().split()]
    swedish = sum(word in _SWEDISH for word in words)
    english = sum(word in _ENGLISH for word in words)
    if swedish == english:
        return None
    return "sv" if swedish > english else "en"
