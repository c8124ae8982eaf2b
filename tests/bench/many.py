"""Many small sources, made in a moment, for what depends on their number."""

from pathlib import Path

_TEXT = """Handlingsplan {year}

Region Almvik deltar i nätverket Euroregion Baltic. Ärendet har nummer {number}.
Anna Ek (M), ordinarie ledamot, och Björn Å{letter} (S), ersättare.
Mål {year}:
• Fler möten med kommunerna i länet.
"""


def write_texts(folder: Path, count: int) -> None:
    """Fill a folder with `count` plans of a page, no two of which are the same."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        letter = "abcdefghijklmnopqrstuvwxyz"[number % 26]
        text = _TEXT.format(year=2000 + number % 30, number=number, letter=letter)
        (folder / f"plan-{number:06}.txt").write_text(text, encoding="utf-8")
