"""Sums of money and shares of working time as Swedish plans write them."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from pipeline.knowledge.anchored import Anchored

# A sum may have lost the first of its blanks: `1150 000`; no year stands there.
_NUMBER: Final = (
    r"\d{1,3}(?:[ .]\d{3})+|(?!(?:19|20)\d\d )\d{4}(?: \d{3})+"
    r"|\d+(?:,\d+|\.\d{1,2}(?= (?:miljon|miljard|m)))?"
)
_SCALES: Final = {
    **dict.fromkeys(("mnkr", "mkr", "msek", "meur", "m€", "mdkk", "mnok"), 1_000_000),
    **dict.fromkeys(("miljoner", "miljon", "milj.", "milj"), 1_000_000),
    **dict.fromkeys(("tkr", "tsek", "ksek", "kkr", "keur", "k€", "tusen"), 1_000),
    "miljarder": 1_000_000_000,
}
# Of what may be no money, where no currency stands behind it: `2 miljoner gäster`
_OF_ANYTHING: Final = {"miljoner", "miljon", "milj.", "milj", "miljarder"}
_CURRENCIES: Final = {
    "euro": "EUR",
    "eur": "EUR",
    "€": "EUR",
    "ecu": "XEU",
    "dkk": "DKK",
    "nok": "NOK",
    "danska kronor": "DKK",
    "norska kronor": "NOK",
    "isländska kronor": "ISK",
    "pund": "GBP",
    "finska mark": "FIM",
    **dict.fromkeys(("dollar", "usd", "us-dollar"), "USD"),
}
_UNIT: Final = (
    r"(?P<scale>mnkr|mkr|msek|meur|m€|mdkk|mnok|tkr|tsek|ksek|kkr|keur|k€|miljoner|miljon|miljarder"
    r"|milj\b\.?|tusen)?(?: ?(?P<currency>(?:svenska )?kronor|:[-–]"
    r"|(?:danska|norska|isländska) kronor|pund\b|finska mark\b|kr\b|sek\b"
    r"|euro\b|eur\b|€|dkk\b|nok\b|ecu\b"
    r"|(?:us-)?dollar\b|usd\b))?"
)
_WHOLE: Final = {
    **{"en": 1.0, "ett": 1.0, "två": 2.0, "tre": 3.0, "fyra": 4.0, "fem": 5.0, "sex": 6.0},
    **{"sju": 7.0, "åtta": 8.0, "nio": 9.0, "tio": 10.0, "elva": 11.0, "tolv": 12.0},
    **{"femton": 15.0, "tjugo": 20.0, "trettio": 30.0, "fyrtio": 40.0, "femtio": 50.0},
}
_COUNTED: Final = {
    **{f"{words} och en halv": number + 0.5 for words, number in _WHOLE.items()},
    **{"en halv": 0.5, **_WHOLE},
}
_AMOUNT: Final = re.compile(
    r"(?:(?P<before>\b(?-i:SEK|EUR|DKK|NOK|USD)|€) ?)?"
    rf"(?:(?<![\d,])(?P<number>{_NUMBER})"
    rf"|\b(?P<words>{'|'.join(_COUNTED)})(?= (?:miljon(?:er)?|miljarder)\b))"
    rf" ?{_UNIT}(?:\b|(?=[ .,;:)])|$)",
    re.IGNORECASE,
)
# Without a figure, or millions told in words, a text has no sum.
_HAS_SUM: Final = re.compile(r"\d|milj", re.IGNORECASE)
# Whose currency goes without saying: `Sundby kommun får 6,7 miljoner till projektet`
_RECEIVED: Final = re.compile(
    r"\b(?:får|fått|fick|beviljas|beviljades|beviljats|beviljar|beviljade|tilldelas|tilldelades)"
    r"(?: \w+){0,3}? $"
)
_UNIT_ALONE: Final = re.compile(
    r"\b(?:(?:tusen(?:tal)?|miljoner) (?:svenska )?(?:kronor|kr|euro)"
    r"|mkr|mnkr|tkr|kkr|msek|tsek|kr|sek|kronor|euro|eur|dkk|nok)\b|€",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(r"(?:(?:ca|cirka|c:a|högst|upp till|drygt|knappt|totalt)\b\.?)?")
_BESIDE: Final = 2
_BARE: Final = re.compile(r"\d{1,3}(?:[ .]\d{3})*(?:,\d+)?|\d+")
# `Belopp i SEK 2024` is no sum.
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
# What is paid is a cost, in whichever column of a result it stands: `-742 000`.
_MINUS: Final = re.compile(r"^[-–−] ?(?=\d)")
# Millions of what is counted, not of money: `2 miljoner gäster`
_NO_COUNT: Final = re.compile(r"(?:$|[.,;:)]| (?:till|för|från|ur|av|i|under|är|var|varav|som)\b)")
# A rate, a comparison or a limit is no sum: `2 kr per invånare`, `300 tkr lägre än`.
_NO_SUM: Final = re.compile(
    r" ?=| ?(?:per|/) ?(?:invånare|capita|elev|person|deltagare)"
    r"|\.? ?(?:lägre|högre|mer|mindre) än",
    re.IGNORECASE,
)
_LIMIT: Final = re.compile(
    r"(?:\b(?:överstig\w*|understig\w*|mer än|mindre än|minst|gräns\w*)|=) ?$", re.IGNORECASE
)
_COUNT: Final = rf"{_NUMBER}|\b(?:{'|'.join(_COUNTED)})"
# `en kvarts tjänst`
_FRACTIONS: Final = {
    **{"en kvarts": 0.25, "tre kvarts": 0.75, "en tredjedels": 0.33, "en femtedels": 0.2},
    **{"en tiondels": 0.1, "en hel": 1.0},
}
_IN_WORDS: Final = {**_COUNTED, **_FRACTIONS}
_SHARE: Final = Anchored(
    rf"(?P<number>{_COUNT}) ?(?:%|procents?|-procentig)(?: av)?(?: en)?(?: \w+)? ?"
    r"(?:heltid\w*|årsarbet\w*|tjänst\w*|arbetstid\w*)"
    rf"|(?<!av )(?P<posts>{_COUNT})(?: av)?(?: en)?"
    r" (?:heltid(?:stjänst\w*|sekvivalent\w*|er)?\b|årsarbet\w*)"
    # Tjänster are services too, but nobody counts halves of them.
    rf"|(?P<part>\d+,\d+|(?:\w+ och )?\ben halv|{'|'.join(_FRACTIONS)}) tjänst(?:er)?\b"
    rf"|\w(?:are|ator|strateg|ekonom) på (?P<role>{_NUMBER}) ?(?:%|procent)(?! av\b)"
    # `Kansliet har två tjänster`: staff, where a unit is told to have them
    rf"|(?:enheten|funktionen|avdelningen|staben|kontoret|kansliet|sekretariatet)"
    rf" (?:har|hade|består av|bemannas (?:av|med)) (?P<staff>{_COUNT}) tjänster\b(?! (?:som|för|i))"
    r"|(?P<half>\ben halvtid(?:stjänst)?\b"
    r"|\bhalva (?:sin |hennes |hans )?(?:arbetstid|tjänst)(?:en)?\b"
    r"|\b(?:på|arbeta(?:r|t|de)) halvtid)"
    r"|(?P<full>\b(?:på|arbeta(?:r|t|de)) heltid)",
    re.IGNORECASE,
)
_PERCENT: Final = Anchored(rf"(?P<number>{_NUMBER}) ?(?:%|procent)", re.IGNORECASE)
# `kommunikatör (50 %)`, `anställdes som informatör på 50 procent`
_OF_PERSON: Final = Anchored(
    rf"\((?P<inside>{_NUMBER}) ?(?:%|procent)\)"
    rf"|\barbeta(?:r|t|de) (?:(?:ca|cirka) )?(?P<works>{_NUMBER}) ?(?:%|procent)(?! av\b)"
    rf"|\bpå (?P<number>{_NUMBER}) ?(?:%|procent)(?! av\b)",
    re.IGNORECASE,
)
_OF_TIME: Final = Anchored(
    r"\b\w*(?:tjänst(?:en|er|erna)?|heltid\w*|halvtid\w*|deltid\w*|arbetstid\w*|årsarbet\w*|bemann\w*)\b",
    re.IGNORECASE,
)
# `Åsa Ek har arbetat heltid och Bo Al 40 procent`: of the next person, of the same kind
_OF_NEXT: Final = re.compile(
    r"(?: (?:med|för|åt) [a-zåäö]+)?(?:,|,? och|,? samt) "
    rf"[^\W\d_a-zåäö][\w-]+(?: [^\W\d_a-zåäö][\w-]+)+ (?P<number>{_NUMBER})"
    r" ?(?:%|procent)(?! av\b)"
)
_NEW_SHARE: Final = re.compile(r"\bfrån \d+(?: ?%| procent)? (?:till|upp till) $")


class Money(NamedTuple):
    """A sum in whole units of a currency, and where it stands in its text."""

    start: int
    end: int
    amount: float
    currency: str


class Share(NamedTuple):
    """A share of a full-time post in percent, and where it stands in its text."""

    start: int
    end: int
    percent: float


def find_money(text: str) -> Iterator[Money]:
    """Yield the sums of a text; rates, comparisons and limits are none.

    Millions without a currency are in that of the sum before them, as in `3 miljoner euro, varav
    en miljon …`; those that somebody receives, in kronor where no sum stands before.
    """
    currency: str | None = None
    for match in _AMOUNT.finditer(text) if _HAS_SUM.search(text) else ():
        before = text[: match.start()]
        implied = currency or ("SEK" if _RECEIVED.search(before) else None)
        money = _money(match, implied if _NO_COUNT.match(text, match.end()) else None)
        if money and not _NO_SUM.match(text, match.end()) and not _LIMIT.search(before):
            currency = money.currency
            yield money


def money_of_cell(text: str, unit: str | None) -> Money | None:
    """Return the sum in a cell; a bare number is in the unit that the table tells."""
    if money := next(filter(None, map(_money, _AMOUNT.finditer(text))), None):
        return money
    number = _MINUS.sub("", text.strip(), count=1)
    if unit is None or not _BARE.fullmatch(number):
        return None
    match = _AMOUNT.match(f"{number} {unit}")
    return _money(match) if match else None


def is_sum(text: str) -> bool:
    """Tell whether a text is a sum and no more: `ca 450 000 kr`."""
    money = money_of_cell(text, None)
    rest = text[: money.start] + text[money.end :] if money else text
    return money is not None and _ABOUT.fullmatch(rest.strip(" .,")) is not None


def unit_in(text: str) -> str | None:
    """Return the unit of money that a header or caption names, such as `tkr`."""
    match = _UNIT_ALONE.search(text)
    return match[0].replace("tusental", "tusen") if match else None


def find_shares(text: str, *, of_person: bool = False) -> Iterator[Share]:
    """Yield the shares of working time of a text, of `från 50 till 80 procent` the new one.

    Where the text is `of_person`, a percentage in brackets is one too.
    """
    found = [Share(m.start(), m.end(), _share(m)) for m in _SHARE.finditer(text)]
    # `två på heltid, 200 % tjänst`: the number says what the words before it come to.
    found = found[1:] if len(found) > 1 and found[1].start - found[0].end <= _BESIDE else found
    if not found and _OF_TIME.search(text):
        percents = list(_PERCENT.finditer(text))
        new = [m for m in percents if _NEW_SHARE.search(text[: m.start()])]
        found = [Share(m.start(), m.end(), _value(m["number"])) for m in new or percents]
    if of_person:
        told = (m for m in _OF_PERSON.finditer(text) if not m["inside"] or not found)
        others = [Share(*m.span(), _value(next(filter(None, m.groups())))) for m in told]
        found += [
            one for one in others if all(one.start >= s.end or one.end <= s.start for s in found)
        ]
    for share in sorted(found)[-1:] if of_person else ():
        if other := _OF_NEXT.match(text, share.end):
            found.append(Share(other.start("number"), other.end(), _value(other["number"])))
    yield from sorted(found)


def percent_of_cell(text: str) -> float | None:
    """Return the share of working time in a cell, or its percentage; None if it holds none."""
    share = next(find_shares(text), None)
    match = _PERCENT.search(text)
    return share.percent if share else _value(match["number"]) if match else None


def _share(match: re.Match[str]) -> float:
    if posts := match["posts"] or match["part"] or match["staff"]:
        return 100 * _value(posts)
    if match["half"] or match["full"]:
        return 50.0 if match["half"] else 100.0
    return _value(match["number"] or match["role"])


def _money(match: re.Match[str], implied: str | None = None) -> Money | None:
    """Return an amount in whole units and its currency; None if it is no money."""
    told = match["currency"] or match["before"]
    if not told and (match["scale"] or "").lower() in _OF_ANYTHING:
        told = implied
    scale, currency = (match["scale"] or "").lower(), (told or "").lower().strip()
    number = match["number"] or match["words"]
    if match["before"] and not match["currency"] and _YEAR.fullmatch(number + scale):
        return None
    if not currency and scale in {"", "tusen", *_OF_ANYTHING}:
        return None
    inside = next((code for sign, code in _CURRENCIES.items() if sign in scale), "SEK")
    code = _CURRENCIES.get(currency, inside)
    return Money(*match.span(), round(_value(number) * _SCALES.get(scale, 1), 2), code)


def _value(number: str) -> float:
    if (counted := _IN_WORDS.get(number.lower())) is not None:
        return counted
    return float(re.sub(r"[ .](?=\d{3})", "", number).replace(",", "."))
