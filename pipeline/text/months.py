"""The months in Swedish: their names, what they are shortened to, and their numbers."""

from typing import Final

MONTHS: Final = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
SHORT_MONTHS: Final = ("jan", "feb", "apr", "aug", "sept", "sep", "okt", "nov", "dec")
"""What names of months are shortened to, with a full stop behind it or none."""

STEMS: Final = tuple(month[:3] for month in MONTHS)
"""What names of months begin with, shortened or not."""


def month_number(name: str) -> int:
    """Return the number of a month, from 1, by its name, shortened or not, in any case.

    Raises ValueError for what is no month.
    """
    return STEMS.index(name.lower()[:3]) + 1
