"""Tokens of a line with their places, tolerant of what OCR puts inside words."""

import re
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct


class TokenKind(StrEnum):
    """What a token looks like."""

    WORD = "word"
    NUMBER = "number"
    CODE = "code"
    URL = "url"
    EMAIL = "email"
    PUNCTUATION = "punctuation"


class Token(Struct, frozen=True, gc=False):
    """A stretch of a line: characters `start` to `end` (not included), and its look."""

    text: str
    start: int
    end: int
    kind: TokenKind


# Signs that OCR engines read in place of letters; they count as letters beside one.
_STRAY = "£{}€¢&!$\ufffd"

# Digits that OCR engines read for å, ä, ö at the end of a word (`ocks4`, `Vaxj6`, `f8`).
_LAST_DIGITS = "468"

# Endings of addresses, and of files, whose names are left alone like addresses.
_DOMAINS = "se|nu|eu|com|org|net|info|no|dk|fi|pdf|docx?|xlsx?|pptx?|html?"

_PATTERN = re.compile(
    rf"""
    (?P<email>   (?<![\w.+-])[\w.+-]*@[\w-]+(?:\.[\w-]+)+ )
  | (?P<url>     (?:https?://|www\.)[^\s<>"”]*[^\s<>"”.,;:!?)\]]
               | (?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:{_DOMAINS})\b
                 (?:/[^\s<>"”,;)]*)? )
  | (?P<number>  \d+(?:[.,:/–−-]\d+)*(?![^\W_]|[£{{&\ufffd][^\W_]) )
  | (?P<code>    (?<![^\W_]) (?: [A-ZÅÄÖ]{{1,5}}[a-zåäö]?[A-Z]?-? | [^\W\d_]{{2,}}- )
                 \d+[\w-]* (?<=[\dA-Z]) (?![^\W_]) )
  | (?P<abbreviation> (?<![^\W_])(?:[^\W\d_]{{1,4}}\.){{1,3}}[^\W\d_]{{1,4}}\.?(?![^\W_]) )
  | (?P<word>
        (?: [£{{€¢&\ufffd]{{1,3}}(?=[^\W_]) )?
        [^\W_]
        (?: [^\W\d_] | \d+(?=[{_STRAY}]*[^\W\d_]) | [\u0300-\u036f]
          | [{_STRAY}@]{{1,3}} (?=[^\W_])
          | [-‐‑'’\u00ad] (?=[^\W_])
          | : (?=[a-zåäö]{{1,4}}(?![^\W_]))
        )*
        (?: (?<=[a-zåäö])[&\ufffd{_LAST_DIGITS}](?![^\W_]|[.,]\d) )?
    )
  | (?P<punctuation> \S )
    """,
    re.VERBOSE,
)

_LETTERS_OF_A_WORD = 3  # small ones after a capital: `Vaxj6`, but `Bil4`
_CACHE_SIZE = 10_000
_LABELS = "abcdefgh"  # `2a` is a label; `4r` is a word
_DIGIT = re.compile(r"\d")
_TWO_VOWELS = re.compile("[A-ZÅÄÖ]66[a-zåäö]+")  # `L66f` is *Lööf*
_KINDS = {
    "email": TokenKind.EMAIL,
    "url": TokenKind.URL,
    "number": TokenKind.NUMBER,
    "code": TokenKind.CODE,
    "abbreviation": TokenKind.WORD,
    "word": TokenKind.WORD,
    "punctuation": TokenKind.PUNCTUATION,
}


def tokenise(line: str) -> list[Token]:
    """Return the tokens of a line in order.

    Words keep inner hyphens, apostrophes and colons (`EU:s`), and signs that stand for
    letters (`£6regatts`, `{or`, `d&`); abbreviations keep their dots (`t.ex.`). A hyphen
    at the end of a line is punctuation.
    """
    tokens = []
    place = 0
    for chunk in line.split():
        start = line.index(chunk, place)
        place = start + len(chunk)
        if chunk.isalpha():
            tokens.append(Token(chunk, start, place, TokenKind.WORD))
            continue
        tokens += [
            Token(token.text, start + token.start, start + token.end, token.kind)
            for token in _tokens(chunk)
        ]
    return tokens


@lru_cache(_CACHE_SIZE)
def _tokens(chunk: str) -> tuple[Token, ...]:
    """Return the tokens of a stretch without white space, which none goes beyond."""
    return tuple(
        Token(match.group(), match.start(), match.end(), _kind(match))
        for match in _PATTERN.finditer(chunk)
    )


def _kind(match: re.Match[str]) -> TokenKind:
    kind = _KINDS[match.lastgroup or "punctuation"]
    if kind is TokenKind.WORD and _DIGIT.search(match.group()) and is_code(match.group()):
        return TokenKind.CODE
    return kind


def words(line: str) -> list[str]:
    """Return the words of a line: no numbers, codes, addresses or punctuation."""
    found: list[str] = []
    for chunk in line.split():
        if chunk.isalpha():
            found.append(chunk)
        else:
            found += [token.text for token in _tokens(chunk) if token.kind is TokenKind.WORD]
    return found


def is_code(text: str) -> bool:
    """Tell whether a token with digits is a code (`E4`, `SoU2020`, `Covid-19`).

    The others are words in which OCR read a letter as a digit (`m6jlig`, `4r`, `16pande`).
    Parts with hyphens between them are judged by themselves (`EU-ans6kan`).
    """
    if "-" in text:
        return any(is_code(part) for part in text.split("-") if _DIGIT.search(part))
    if _TWO_VOWELS.fullmatch(text):
        return False
    digits = sum(character.isdigit() for character in text)
    lower = sum(character.islower() for character in text)
    upper = sum(character.isupper() for character in text)
    if digits >= 3 or lower == 0 or upper > 1:
        return True
    if upper and not text[0].isupper():
        return True
    if digits > lower or (lower == 1 and text[-1] in _LABELS):
        return True
    short = upper > 0 and lower < _LETTERS_OF_A_WORD
    return text[-1].isdigit() and (digits > 1 or "-" in text or short)
