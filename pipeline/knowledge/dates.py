"""Dates, periods and years as Swedish plans write them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

MONTHS: Final = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_MONTH: Final = "(?:" + "|".join(MONTHS) + r"|(?:jan|feb|apr|aug|sept?|okt|nov|dec)\.?)"
_YEAR: Final = r"(?:19|20)\d\d"
_DASH: Final = r"(?: ?[–—-] ?| till(?: och med)? | t\.?o\.?m\.? )"
_DAY: Final = r"(?:[1-3]\d|0?[1-9])"
_ISO: Final = rf"{_YEAR}-(?:0[1-9]|1[0-2])-{_DAY}"

_PATTERNS: Final = re.compile(
    rf"(?P<iso1>{_ISO})(?:{_DASH}(?P<iso2>{_ISO}))?"
    rf"|(?P<d1>{_DAY})(?: (?P<m1>{_MONTH}))?(?: (?P<y1>{_YEAR}))?{_DASH}"
    rf"(?P<d2>{_DAY}) (?P<m2>{_MONTH})(?: (?P<y2>{_YEAR}))?"
    rf"|(?P<d3>{_DAY})(?::e|:a)? (?P<m3>{_MONTH})(?: (?P<y3>{_YEAR}))?"
    rf"|(?P<m4>{_MONTH}) (?P<y4>{_YEAR})(?:{_DASH}(?P<m5>{_MONTH}) (?P<y5>{_YEAR}))?"
    rf"|(?P<y6>{_YEAR})(?: ?[–—-] ?(?P<y7>{_YEAR}))?(?!\d)",
    re.IGNORECASE,
)
_FIGURES: Final = re.compile(r"\d+")
_MONTH_BEFORE: Final = re.compile(rf"{_MONTH} $", re.IGNORECASE)
_LONGEST_MONTH: Final = len("september ")


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


def find_periods(text: str) -> Iterator[Period]:
    """Yield the times that a text names, in order."""
    for match in _told(text):
        if match.start() and text[match.start() - 1].isdigit():
            continue
        period = _period(match)
        if period is not None:
            yield period


def _told(text: str) -> Iterator[re.Match[str]]:
    """Yield what the patterns find: each begins with a figure, or a month right before one."""
    position = 0
    for figures in _FIGURES.finditer(text):
        start, end = figures.span()
        month = _MONTH_BEFORE.search(text, max(position, start - _LONGEST_MONTH), start)
        for first in ([month.start()] if month else []) + list(range(start, end)):
            if first >= position and (match := _PATTERNS.match(text, first)):
                yield match
                position = match.end()


def written(period: Period) -> str | None:
    """Return the beginning of a period as precisely as the text names it, in ISO form."""
    length = {"year": 4, "month": 7, "day": 10}[period.precision]
    return period.first.isoformat()[:length] if period.first else None


_NOT_OF_STATEMENT: Final = re.compile(
    r"(?:sedan|bildades|grundades|etablerades|startade|öppnade|från|till och med|t\.o\.m\.)"
    rf"(?: år)?(?: den)?(?: \d\d? \w+)? {_YEAR}|{_YEAR}[–-]{_YEAR}|(?:än|mot|med) {_YEAR}",
)


def year_of_statement(text: str) -> int | None:
    """Return the one year that a statement is of, leaving out since and until when."""
    years = set(years_in(_NOT_OF_STATEMENT.sub("", text)))
    return years.pop() if len(years) == 1 else None


def years_in(text: str) -> list[int]:
    """Return all years in a text, in order; `1905-027` is a number of a file."""
    return [int(year) for year in re.findall(rf"(?<!\d){_YEAR}(?!\d|-\d{{3}}(?!\d))", text)]


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


def _period(match: re.Match[str]) -> Period | None:
    parts = match.groupdict()
    if parts["iso1"]:
        first = _iso(parts["iso1"])
        return _days(match, first, _iso(parts["iso2"]) if parts["iso2"] else first)
    if parts["d2"]:
        month2, year2 = _month(parts["m2"]), parts["y2"]
        month1 = _month(parts["m1"]) if parts["m1"] else month2
        return _dated(
            match,
            (int(parts["d1"]), month1, parts["y1"] or year2),
            (int(parts["d2"]), month2, year2),
        )
    if parts["d3"]:
        day = (int(parts["d3"]), _month(parts["m3"]), parts["y3"])
        return _dated(match, day, day)
    if parts["m4"]:
        year, month = int(parts["y4"]), _month(parts["m4"])
        last_year = int(parts["y5"]) if parts["y5"] else year
        last_month = _month(parts["m5"]) if parts["m5"] else month
        last = date(last_year, last_month, monthrange(last_year, last_month)[1])
        return Period(match.start(), match.end(), date(year, month, 1), last, "month")
    year, last_year = int(parts["y6"]), int(parts["y7"] or parts["y6"])
    return Period(match.start(), match.end(), date(year, 1, 1), date(last_year, 12, 31), "year")


def _dated(
    match: re.Match[str], first: tuple[int, int, str | None], last: tuple[int, int, str | None]
) -> Period | None:
    if first[2] is None or last[2] is None:
        partial = (first[0], first[1], last[0], last[1])
        return Period(match.start(), match.end(), None, None, "day", partial)
    begin, end = _day(int(first[2]), first[1], first[0]), _day(int(last[2]), last[1], last[0])
    return _days(match, begin, end)


def _days(match: re.Match[str], first: date | None, last: date | None) -> Period | None:
    if first is None or last is None or last < first:
        return None
    return Period(match.start(), match.end(), first, last, "day")


def _iso(text: str) -> date | None:
    year, month, day = map(int, text.split("-"))
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def _month(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))
