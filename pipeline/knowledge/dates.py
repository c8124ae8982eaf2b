"""Dates, periods and years as Swedish plans write them."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from pipeline.text.months import MONTHS, SHORT_MONTHS, month_number

_MONTH: Final = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(SHORT_MONTHS)})\.?)"
_YEAR: Final = r"(?:19|20)\d\d"
_DASH: Final = r"(?: ?[–—-] ?| till(?: och med)? | t\.?o\.?m\.? )"
_DAY: Final = r"(?:[1-3]\d|0?[1-9])"
_ISO: Final = rf"{_YEAR}[-.](?:0[1-9]|1[0-2])[-.](?:[0-2]\d|3[01])"

_MONTH_NUMBER: Final = r"(?:1[0-2]|0?[1-9])"
# `4:e maj`, and `4. maj` as it is written in Finland and Norway.
_TH: Final = r"(?::[ea]|\.(?= ?(?-i:[a-zåäö–—-])))?"

_PATTERNS: Final = re.compile(
    # `2024-05-07--09`: the last day alone, by the standard for dates
    rf"(?P<iso1>{_ISO})(?:{_DASH}(?P<iso2>{_ISO})|(?:--|[/–])(?P<iso3>[0-3]\d)(?![\d-]))?"
    # `21.4.2018`, `25.–29.6.2018`, `30.6–2.7.2018`
    rf"|(?P<dotted>(?:(?P<d11>{_DAY})(?:\.(?P<m11>{_MONTH_NUMBER}))?(?:\.(?P<y11>{_YEAR})?)?"
    rf" ?[–-] ?)?(?P<d7>{_DAY})\.(?P<m7>{_MONTH_NUMBER})\.(?P<y8>{_YEAR}))(?!\d)"
    # `lördagen den 9/6`, `9–11/6 2018`
    rf"|(?P<slashed>(?:(?P<d5>{_DAY})(?:/(?P<m5>{_MONTH_NUMBER}))? ?[–-] ?)?"
    rf"(?P<d6>{_DAY})/(?P<m6>{_MONTH_NUMBER})(?:[ /-](?P<y9>{_YEAR}))?)(?![\d/])"
    # `4, 11 och 18 maj`
    rf"|(?P<days>{_DAY}{_TH}(?:, ?{_DAY}{_TH})*,? (?:och|samt|&) {_DAY}{_TH})"
    rf" (?P<m8>{_MONTH})(?: (?P<y10>{_YEAR}))?"
    rf"|(?P<d1>{_DAY}){_TH}(?: (?P<m1>{_MONTH}))?(?: (?P<y1>{_YEAR}))?{_DASH}"
    rf"(?:den )?(?P<d2>{_DAY}){_TH} (?P<m2>{_MONTH})(?:,? (?P<y2>{_YEAR}))?"
    rf"|(?P<d3>{_DAY}){_TH} (?P<m3>{_MONTH})(?:,? (?P<y3>{_YEAR}))?"
    rf"|(?:(?P<m9>{_MONTH}){_DASH})?"
    rf"(?P<m4>{_MONTH}) (?P<y4>{_YEAR})(?:{_DASH}(?P<m10>{_MONTH}) (?P<y5>{_YEAR}))?"
    rf"|(?P<y6>{_YEAR})(?: ?[–—-] ?(?P<y7>{_YEAR}))?(?!\d|-tal)",
    re.IGNORECASE,
)
# Before a fraction such as `9/6` stands what makes it a day, or around it what parts an entry.
_DAY_BEFORE: Final = re.compile(r"(?:\bden|dag(?:en)?|\b(?:mån|tis|ons|tors?|fre|lör|sön)\.?) $")
_ENTRY_BEFORE: Final = re.compile(
    r"[a-zåäö][,:(] ?\(?$"
    r"|\b(?!Blad|Sid|Del|Tabell|Punkt|Skala|Version|Bilaga|Nr|Dnr|Nummer)[A-ZÅÄÖ][a-zåäö]{2,} $"
)
_ENTRY_AFTER: Final = re.compile(r"[:,)]|\.?$|\. [A-ZÅÄÖ]| kl")
_FIGURES: Final = re.compile(r"\d+")
_MONTH_BEFORE: Final = re.compile(rf"(?:{_MONTH}{_DASH})?{_MONTH} $", re.IGNORECASE)
_MONTH_ENDS: Final = tuple(
    f"{month} " for month in (*MONTHS, *SHORT_MONTHS, *(f"{short}." for short in SHORT_MONTHS))
)
_ONE_MONTH: Final = max(map(len, _MONTH_ENDS))
_KEPT_TEXTS: Final = 4_096
_LONGEST_MONTH: Final = len("september till och med september ")


@dataclass(frozen=True, slots=True)
class Period:
    """A time told in the text, `text[start:end]`.

    `first` and `last` are its days; None where the text names a day without a year.
    `precision` says what the text names: a day, a month or a year. `day` and `month` of
    the first and last day stand in `partial` for a year to be filled in.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    precision: str
    partial: tuple[int, int, int, int] | None = None

    def in_year(self, year: int) -> "Period | None":
        """Return the period with the year filled in; None if there is no such day."""
        if self.partial is None:
            return self
        day, month, last_day, last_month = self.partial
        first, last = _day(year, month, day), _day(year, last_month, last_day)
        if first is None or last is None:
            return None
        return Period(self.start, self.end, first, last, "day")

    def holds(self, other: "Period") -> bool:
        """Tell whether another day lies in these: `11–12 juni` holds `12/6`, in any year told."""
        known = self.first or other.first
        whole, part = (one.in_year(known.year) if known else None for one in (self, other))
        if not (whole and part and whole.first and whole.last and part.first and part.last):
            return False
        return whole.first < whole.last and whole.first <= part.first <= part.last <= whole.last


@lru_cache(_KEPT_TEXTS)
def find_periods(text: str) -> tuple[Period, ...]:
    """Return the times that a text names, in order."""
    found: list[Period] = []
    for match in _told(text):
        if not (match.start() and text[match.start() - 1].isdigit()):
            found += _listed_days(match) if match["days"] else filter(None, [_period(match)])
    return tuple(found)


def _told(text: str) -> Iterator[re.Match[str]]:
    """Yield what the patterns find: each begins with a figure, or with months right before one."""
    position = 0
    for figures in _FIGURES.finditer(text):
        start, end = figures.span()
        month = None
        if text[max(start - _ONE_MONTH, 0) : start].lower().endswith(_MONTH_ENDS):
            month = _MONTH_BEFORE.search(text, max(position, start - _LONGEST_MONTH), start)
        for first in ([month.start()] if month else []) + list(range(start, end)):
            if first >= position and (match := _PATTERNS.match(text, first)):
                yield match
                position = match.end()


def written(period: Period) -> str | None:
    """Return the beginning of a period as precisely as the text names it, in ISO form."""
    length = {"year": 4, "month": 7, "day": 10}[period.precision]
    return period.first.isoformat()[:length] if period.first else None


_DATES_ALONE: Final = re.compile(
    r"(?:[\s\d,;.:•/–—-]|:[ea]\b|\b(?:och|samt|den|till|med|kl|klo|klockan?)\b"
    rf"|\b(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag(?:en)?)?\b|{_MONTH})*",
    re.IGNORECASE,
)


def dates_alone(text: str) -> list[Period]:
    """Return the times of a text that tells nothing else; none where it does.

    `7–8 februari, 14 mars` is such a text; weekdays and hours may stand between.
    """
    periods = list(find_periods(text)) if _DATES_ALONE.fullmatch(text) else []
    return periods if any(period.precision == "day" for period in periods) else []


_NOT_OF_STATEMENT: Final = re.compile(
    r"(?:sedan|bildades|grundades|etablerades|startade|öppnade|från"
    rf"|till och med|t\.o\.m\.)(?: år)?(?: den)?(?: \d\d?)?(?: (?:{_MONTH}|våren|sommaren|hösten"
    rf"|vintern|starten))? {_YEAR}|{_YEAR}[–-]{_YEAR}|(?:än|mot|med) {_YEAR}",
    re.IGNORECASE,
)


def year_of_statement(text: str) -> int | None:
    """Return the one year that a statement is of, leaving out since and until when."""
    years = set(years_in(_NOT_OF_STATEMENT.sub("", text)))
    return years.pop() if len(years) == 1 else None


_FILE: Final = re.compile(rf"\b[A-ZÅÄÖ]{{1,4}}[ -]?{_YEAR}(?:[/:]|-(?!{_YEAR}|\d\d-\d\d))\d+")


def years_in(text: str) -> list[int]:
    """Return all years in a text, in order; `1905-027` and `KS 2023/871` are of files."""
    told = _FILE.sub("", text)
    return [int(year) for year in re.findall(rf"(?<!\d){_YEAR}(?!\d|-\d{{3}}(?!\d))", told)]


_YEARS_BESIDE: Final = re.compile(
    rf"s?,? ?\(?(?:för )?(?:programperioden "
    rf"|perioden )?(?P<first>{_YEAR}) ?[–—-] ?(?P<last>{_YEAR})"
)


def period_beside(text: str, start: int, end: int) -> tuple[int | None, int | None]:
    """Return the first and last year of `Interreg Nord 2021–2027`, `text[start:end]` the name.

    The years stand in the name itself or right behind it; both are None where none do.
    """
    own = years_in(text[start:end])
    if own:
        return min(own), max(own)
    match = _YEARS_BESIDE.match(text, end)
    return (int(match["first"]), int(match["last"])) if match else (None, None)


def _listed_days(match: re.Match[str]) -> Iterator[Period]:
    """Yield the days of `4, 5 och 18 maj`, those that follow each other as one period."""
    found = list(re.finditer(_DAY, match["days"]))
    month, year = month_number(match["m8"]), match["y10"]
    first = 0
    for place, one in enumerate(found):
        after = int(found[place + 1][0]) if place + 1 < len(found) else 0
        if after == int(one[0]) + 1:
            continue
        start = match.start() + found[first].start()
        end = match.end() if not after else match.start() + one.end()
        days = (int(found[first][0]), month, year), (int(one[0]), month, year)
        if period := _dated((start, end), *days):
            yield period
        first = place + 1


def _period(match: re.Match[str]) -> Period | None:
    told = next(group for group in _READERS if match[group])
    return _READERS[told](match)


def _of_iso(match: re.Match[str]) -> Period | None:
    first, told = _iso(match["iso1"]), match["iso2"]
    told = told or (match["iso1"][:-2] + match["iso3"] if match["iso3"] else None)
    return _days(match.span(), first, _iso(told) if told else first)


def _of_dots(match: re.Match[str]) -> Period | None:
    month, year = int(match["m7"]), match["y8"]
    first = (int(match["d11"] or match["d7"]), int(match["m11"] or month), match["y11"] or year)
    return _dated(match.span(), first, (int(match["d7"]), month, year))


def _of_days(match: re.Match[str]) -> Period | None:
    month, year = month_number(match["m2"]), match["y2"]
    first = month_number(match["m1"]) if match["m1"] else month
    begin = (int(match["d1"]), first, match["y1"] or year)
    return _dated(match.span(), begin, (int(match["d2"]), month, year))


def _of_day(match: re.Match[str]) -> Period | None:
    day = (int(match["d3"]), month_number(match["m3"]), match["y3"])
    return _dated(match.span(), day, day)


def _of_months(match: re.Match[str]) -> Period | None:
    year, month = int(match["y4"]), month_number(match["m4"])
    last_year = int(match["y5"]) if match["y5"] else year
    last_month = month_number(match["m10"]) if match["m10"] else month
    first = date(year, month_number(match["m9"]) if match["m9"] else month, 1)
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return Period(*match.span(), min(first, last), last, "month")


def _of_years(match: re.Match[str]) -> Period | None:
    first, last = int(match["y6"]), int(match["y7"] or match["y6"])
    return Period(*match.span(), date(first, 1, 1), date(last, 12, 31), "year")


def _of_slash(match: re.Match[str]) -> Period | None:
    """Return the period of `9–11/6`; None where the numbers may be a fraction or of a file."""
    text, start, end = match.string, match.start(), match.end()
    entry = _ENTRY_BEFORE.search(text, 0, start) and _ENTRY_AFTER.match(text, end)
    opens = not text[:start].strip(" -–•") and text[end : end + 1] in {":", ","}
    told = match["y9"] or entry or opens or _DAY_BEFORE.search(text, 0, start)
    return _slashed(match) if told else None


def day_in_figures(text: str) -> Period | None:
    """Return the day or days that a line begins with in figures: `9/6`, `17–19/10`."""
    match = _PATTERNS.match(text)
    return _slashed(match) if match and match["slashed"] else None


def _slashed(match: re.Match[str]) -> Period | None:
    month = int(match["m6"])
    first = int(match["d5"] or match["d6"])
    begin = (first, int(match["m5"] or month), match["y9"])
    return _dated(match.span(), begin, (int(match["d6"]), month, match["y9"]))


_READERS: Final[Mapping[str, Callable[[re.Match[str]], Period | None]]] = MappingProxyType(
    {
        "iso1": _of_iso,
        "dotted": _of_dots,
        "slashed": _of_slash,
        "d2": _of_days,
        "d3": _of_day,
        "m4": _of_months,
        "y6": _of_years,
    }
)


def _dated(
    span: tuple[int, int], first: tuple[int, int, str | None], last: tuple[int, int, str | None]
) -> Period | None:
    if first[2] is None or last[2] is None:
        return Period(*span, None, None, "day", (first[0], first[1], last[0], last[1]))
    begin, end = _day(int(first[2]), first[1], first[0]), _day(int(last[2]), last[1], last[0])
    return _days(span, begin, end)


def _days(span: tuple[int, int], first: date | None, last: date | None) -> Period | None:
    if first is None or last is None or last < first:
        return None
    return Period(*span, first, last, "day")


def _iso(text: str) -> date | None:
    year, month, day = map(int, re.split("[-.]", text))
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None
