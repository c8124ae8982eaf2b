"""Lines that name the members of a network, below `Medlemmar` or a sentence that leads there."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.once import once
from pipeline.knowledge.relations.leads import is_prose
from pipeline.knowledge.textflow import Block, BlockKind

TAKING_PART: Final = (
    r"(?:deltagande|ingående|anslutna|medverkande|samverkande)"
    r" (?:kommuner|regioner|landsting|städer|län|organisationer|universitet|högskolor)"
)
"""What a network calls those that are in it, and a project, too."""

_MEMBERS: Final = Anchored(
    r"(?:(?:bilaga|tabell) \w{1,3}[.:]? )?(?:[\w-]+(?:ens|ets|ande|a)? )?"
    r"(?:[\w-]*medlem(?:mar(?:na)?|s(?:kommuner|regioner|organisationer)(?:na)?)?|ägare|parter"
    r"|delägare|huvudmän)(?: i (?:[\w-]+ ?){1,4})?(?: (?:den \d\d? \w+ )?(?:19|20)\d\d)?"
    rf"|(?:vilka|vem) är med(?: i [\w ]{{3,40}})?\?|{TAKING_PART}"
    r"|till (?:ägarna|medlemmarna|huvudmännen|parterna)"
    r"|(?:vi som )?(?:finns|är) med|med är|bakom (?:det|den|kontoret )?står|står bakom|anslutna",
    re.IGNORECASE,
)
_OF_MEMBERS: Final = Anchored(
    r"\b[\w-]*(?:medlem(?:mar(?:na)?|s(?:kommuner|regioner|organisationer)\w*)|parterna|ägarna)\b",
    re.IGNORECASE,
)
# `Vi är medlemmar i:` tells of networks; `Medlemmarna utser:` of persons.
_OF_OTHERS: Final = re.compile(
    r"\b(?:är|som) (?:[\w-]+ )?medlemmar (?:i|inom|av)\b"
    r"|företrä|ledam|ledamöter|representant|ordförande|kontakt|utse|projekt|ska\b|kan\b|får\b",
    re.IGNORECASE,
)
# `Sju kommuner har antagits som nya medlemmar i föreningen X:` leads to who they are.
_COUNTED: Final = Anchored(
    r"(?:^|\b(?:är|har|blev|blir|(?<!av )totalt|ytterligare|minst|omkring|cirka|fler än) )"
    r"(?:\d+|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|flera|följande|dessa)"
    r" (?:[\w-]+ ){0,2}(?:kommuner|regioner|landsting|städer|län|organisationer|föreningar)\b"
    r".* (?:medlemmar i|anslutit sig till|gått med i|gick med i) ",
    re.IGNORECASE,
)
# `Följande är med i rådet.` leads to who they are, too.
_FOLLOWING: Final = Anchored(
    r"(?:^|[.!?] )[^.!?]*\b(?i:följande) (?:är |deltar |ingår )?(?:med|medlemmar|ingår|deltar|i)\b"
    r"[^.!?]*[.:]$"
)
# A sentence that ends where they begin: `Medlemmar i nätverket är`, `I föreningen ingår`
_ARE: Final = re.compile(
    r"(?:^|[.!?] )(?:[\w-]+ )?"
    r"(?:[\w-]*medlem(?:mar(?:na)?|s\w+)|(?:del)?ägare|huvudmän|parter(?:na)?)"
    r"(?: i [\w ]{3,40})? (?:är|var)$"
    r"|(?:^|[.!?] )I (?:nätverket|samarbetet|föreningen|organisationen|kontoret) (?:ingår|deltar)$",
    re.IGNORECASE,
)
_IN_ROW: Final = (
    r"[^\W\d_a-zåäö][\w'’&-]*(?: (?:[^\W\d_a-zåäö][\w'’&-]*|kommun|stad|län|landsting)){0,4}"
)
_ROW: Final = re.compile(rf"(?:{_IN_ROW}(?:, | och | samt |, samt )){{2,}}{_IN_ROW}\.?")
_SUBLABEL: Final = re.compile(
    r"(?:[\w-]+ ){0,2}(?:kommuner|regioner|landsting|städer|länder|organisationer|universitet"
    r"|högskolor|övriga|stödmedlemmar|sverige|norge|finland|danmark|estland|lettland|litauen"
    r"|polen|tyskland|ryssland|island|åland):?",
    re.IGNORECASE,
)
_OWNERS: Final = re.compile(r"ägar|huvudm", re.IGNORECASE)
_LABEL: Final = re.compile(r"[^\W\d_][\w -]{2,30}: ")
_COLUMN: Final = (
    r"avgift|insats|bidrag|andel|invånare|belopp|summa|totalt|antal|år|nr|roll|namn|tabell|bilaga"
)
_LEFT: Final = re.compile(r"\b(?:lämnade|utträdde|gick ur)\b", re.IGNORECASE)
_NO_MEMBER: Final = re.compile(
    rf"{_SUBLABEL.pattern}|{_MEMBERS.pattern.pattern}|{_COLUMN}", re.IGNORECASE
)
_NAME: Final = re.compile(
    r"(?P<name>[^\W\d_a-zåäö][\w'’&-]*(?: [\w'’&-]+){0,6}?)"
    r"(?P<more> ?\(|,? (?:sedan|från)\b| \d|, (?=\d))|(?P<whole>[^\W\d_a-zåäö][\w'’& -]*)$"
)
_CAPITALS: Final = re.compile(r"(?<!\w)[^\W\d_a-zåäö]")

# Persons, whose lines may begin with anything: `Medlemmar i direktionen`.
_OF_BODY: Final = Anchored(
    r".*\b(?i:medlemmar) (?:i|av) [a-zåäö]*(?:direktion|styrelse|nämnd|utskott|grupp|beredning|råd"
    r"|kommitté|presidi|församling)[a-zåäö]*"
)


def heads_members(block: Block) -> bool:
    """Tell whether a line says that members of a network stand below it."""
    text = block.content.strip()
    if _OF_BODY.fullmatch(text.rstrip(":")):
        return False
    if is_label_of_members(block):
        return True
    if not text.endswith(":"):
        return bool(_FOLLOWING.search(text) or _ARE.search(text))
    last = re.split(r"(?<=[.!?]) ", text)[-1]
    if counts_members(last):
        return True
    return bool(_OF_MEMBERS.search(last)) and not _OF_OTHERS.search(last)


def heads_owners(block: Block) -> bool:
    """Tell whether a line says that who owns something stands below: persons only act for them."""
    return is_label_of_members(block) and bool(_OWNERS.search(block.content))


def is_label_of_members(block: Block) -> bool:
    """Tell whether a line is but the label of members, and no sentence: `Medlemmar i X 2024`."""
    return bool(_MEMBERS.fullmatch(block.content.strip().rstrip(":")))


def counts_members(sentence: str) -> bool:
    """Tell whether a sentence leads to members, or says how many: `Sju kommuner gick med i X`."""
    return bool(_COUNTED.search(sentence) or _FOLLOWING.search(sentence.strip()))


def is_row(text: str) -> bool:
    """Tell whether a paragraph is a row of three names or more, and nothing else."""
    return bool(_ROW.fullmatch(text))


@once
def member_lines(blocks: Sequence[Block]) -> tuple[tuple[Block, Block], ...]:
    """Return the lines below such a line, each behind the line that it stands below.

    `Medlemmar: A, B och C` is both. A heading ends them, save one that only divides the members
    (`Kommuner`, `Norge`) or that is a line with its year: `Åsby kommun (2010)`.
    """
    return tuple(_member_lines(blocks))


def _member_lines(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    head: Block | None = None
    for block in blocks:
        text = block.content.strip()
        title, colon, rest = text.partition(":")
        if heads_members(block) or (colon and _MEMBERS.fullmatch(title)):
            head = block
            if rest:
                yield block, block
            continue
        if head is None:
            continue
        divides = _SUBLABEL.fullmatch(text) or text.endswith(")")
        ends = is_prose(text) and not is_row(text)
        if ends or (block.kind is BlockKind.HEADING and not divides):
            head = None
        elif not _LEFT.search(text):
            yield head, block


def listed_organisations(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Yield the members that such lines begin with, each with where it begins.

    One capital alone may be a column's header or a label: what follows then has to tell that
    it is a name, as a year or a bracket does.
    """
    for head, block in member_lines(blocks):
        start = label_end(block.content)
        match = _NAME.match(block.content[start:].strip())
        name = match and (match["name"] or match["whole"])
        if head is block or match is None or _NO_MEMBER.fullmatch(name or ""):
            continue
        if match["more"]:
            yield block.content_start + start, match["name"]
        elif len(_CAPITALS.findall(match["whole"])) > 1:
            yield block.content_start + start, match["whole"]


def label_end(line: str) -> int:
    """Return where the members begin in a line that says first of what kind: `Norge: A, B`."""
    label = _LABEL.match(line)
    return label.end() if label else 0
