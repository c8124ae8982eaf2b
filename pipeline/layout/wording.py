"""What the wording of a line tells of its part on the page."""

import re
from collections.abc import Sequence

from pipeline.text.bullets import bullet_at_start

# Second bullets of typewriters and of Word, and what recognition makes of others.
_LETTER_BULLET = re.compile(r"[o«](?=\s)")
# `b. en vinterväg`, `A. Nordisk konferens 2027`, but not `f. Kr.`, `d. v. s.` or `A. Ek`.
_ENUMERATOR = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,2}(?:\.\d{1,2})+|[a-zåäö]\))\s+\S"
    r"|[a-h]\.(?!\s+(?:Kr|ex)\b)\s+[^\W\d_]{2}"
    r"|[A-H]\.\s+[A-ZÅÄÖ][^\W\d_]+\s+[a-zåäö]{2}"
)
_CAPITAL_LETTER = re.compile(r"[A-H]\.\s")
_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
# Dirt before a number is read as a quotation mark, and the full stop behind it as a comma;
# `2 950 000 kr` is a sum.
_NUMBERED = re.compile(
    r"(?:[\"”'’‘](?=\d{1,2}\.))?(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})[.,]?"
    r"(?:\s+(?!\d{3}(?!\d))[A-ZÅÄÖÉ0-9”\"]|(?=[A-ZÅÄÖ](?:[A-ZÅÄÖ]+|[a-zåäö]{2,})(?: |$)))"
)
_MISREAD_BULLET = re.compile(r"(?:e¢?|[¢©®¥¤°>]|[*+][®©]?)\s+\S|«\s*\S|[–—][^\W\d_]|-[A-ZÅÄÖ]")
_MISREAD_NUMBER = re.compile(r"\d{1,2}(?:[.,]\d{1,2})*,\s+[A-ZÅÄÖ]")
_PERSON = re.compile(r"\w \((?:[A-ZÅÄÖ][A-Za-zåäö]{0,2}|[smcvl]|fp|kds?|mp|sd)\)|, [a-zåäö]")

# Words that no line of text ends with unless it goes on; engines that know no Swedish print them
# without their dots.
_LEADS_ON = re.compile(
    r"(?<!\w)(?:och|eller|samt|att|som|i|p[aå]|f[oöé]r|med|av|till|fr[aå]n|om|inom|vid|under|mellan|genom|mot"
    r"|kring|hos|per|ur|bland|enligt|utan|[aä]n|en|ett|den|det|de|denna|detta|dessa|v[aå]r|v[aå]rt|v[aå]ra|sin|sitt|sina"
    r"|[aä]r|ska|skall|kan|har|inte|sedan)$"
    r"|[a-zåäöé]-$"
    r"|^(?:I|På|För|Med|Av|Till|Från|Om|Inom|Vid|Under|Mellan|Genom|Den|Det|De|En|Ett|Att)$"
)
_LONGEST_LEADING_ON = len("mellan")

# A label and what it stands for: `Program: Interreg Nord`.
_LABELLED = re.compile(r"[A-ZÅÄÖ][\w-]*(?: [a-zåäö/]+){0,3}: ?\S")
_CLOSERS = "”\"’')]»"


def starts_with_bullet(text: str) -> bool:
    """Tell whether a line begins with a bullet or dash that stands apart from its word."""
    sign = bullet_at_start(text) or _LETTER_BULLET.match(text)
    return sign is not None and bool(text[sign.end() :].strip())


def starts_with_enumerator(text: str) -> bool:
    """Tell whether a line begins with `1.`, `1.2`, `3)`, `a)` or `a.`."""
    return _ENUMERATOR.match(text) is not None


def starts_with_capital_letter(text: str) -> bool:
    """Tell whether a line begins with `A.` to `H.`, as items do and headings of parts."""
    return _CAPITAL_LETTER.match(text) is not None


def starts_with_misread_bullet(text: str) -> bool:
    """Tell whether a line begins with what engines read where a bullet stands (`e Mål`)."""
    return _MISREAD_BULLET.match(text) is not None


def starts_item(text: str) -> bool:
    """Tell whether a line begins a list item or a numbered part."""
    return starts_with_bullet(text) or starts_with_enumerator(text)


def item_starts(texts: Sequence[str]) -> list[bool]:
    """Tell of each line whether it begins a list item or a numbered part.

    A comma stands for the full stop of a number after the end of a sentence.
    """
    return [
        starts_item(text)
        or misread
        or (_MISREAD_NUMBER.match(text) is not None and ends_sentence(before or "."))
        for before, text, misread in zip(("", *texts), texts, misread_items(texts), strict=False)
    ]


def misread_items(texts: Sequence[str]) -> list[bool]:
    """Tell of each line whether it begins with what engines read where a bullet stands.

    That counts where it comes twice or more, or where a line beside it begins with a bullet.
    """
    misread = [starts_with_misread_bullet(text) for text in texts]
    if sum(misread) >= 2:
        return misread
    items = [False, *map(starts_with_bullet, texts), False]
    beside = zip(items, items[2:], strict=False)
    return [one and any(pair) for one, pair in zip(misread, beside, strict=True)]


def is_contents_entry(text: str) -> bool:
    """Tell whether a line has the leaders of a table of contents (`Syfte ....... 4`)."""
    return _LEADERS.search(text) is not None


def is_labelled(text: str) -> bool:
    """Tell whether a line begins with a label before what it stands for (`Budget: 2 mkr`)."""
    return _LABELLED.match(text) is not None


def names_one_of_many(text: str) -> bool:
    """Tell whether a line is one of a list of persons (`Anna Ek (S)`, `Bo Ek, sekreterare`)."""
    return _PERSON.search(text) is not None


def heading_number(text: str) -> str | None:
    """Return the number before a heading (`2.1` in `2.1 Mål`), None where there is none."""
    match = _NUMBERED.match(text)
    return match["number"] if match else None


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends where a sentence or its opening clause ends (`.!?:`)."""
    return text.rstrip().rstrip(_CLOSERS).endswith((".", "!", "?", ":"))


def is_unfinished(text: str) -> bool:
    """Tell whether a line cannot end here: a bracket is open, a word broken, or it leads on."""
    last = max(len(text) - _LONGEST_LEADING_ON, 0)
    return text.rfind("(") > text.rfind(")") or _LEADS_ON.search(text, last) is not None


def goes_on(before: str, after: str) -> bool:
    """Tell whether a sentence goes on from one line to the next."""
    inside = starts_lower(after) or after.startswith("(")
    return is_unfinished(before) or (inside and not ends_sentence(before))


def starts_lower(text: str) -> bool:
    """Tell whether the first character of a line is a small letter."""
    return text[:1].islower()


def starts_like_title(text: str) -> bool:
    """Tell whether a line begins with a capital, a digit or a quotation mark."""
    return text[:1].isupper() or text[:1].isdigit() or text[:1] in '”"“»('


def is_all_capitals(text: str) -> bool:
    """Tell whether a line has four letters or more, none of them small."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= 4 and all(not letter.islower() for letter in letters)
