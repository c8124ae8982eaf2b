"""Reliability diagram: how often edits of each score are right."""

from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.errors import MissingRequirementError, UsageError
from pipeline.review.calibration import BINS, Calibration

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_ENDINGS: Final = {".png": "png", ".svg": "svg", ".html": "svg"}
_TITLE: Final = "How often edits are right, by their score"


def plot_calibration(calibration: Calibration, path: Path) -> None:
    """Draw the diagram into a PNG, SVG or HTML file, as its ending says.

    The same figures give the same bytes. Raises UsageError for another ending or a file
    that cannot be written, MissingRequirementError without matplotlib.
    """
    ending = path.suffix.lower()
    if ending not in _ENDINGS:
        raise UsageError(f"{path} is no kind of plot.", f"Give it one of {', '.join(_ENDINGS)}.")
    image = _drawn(calibration, _ENDINGS[ending])
    if ending == ".html":
        image = _page(image.decode())
    try:
        path.write_bytes(image)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from error


def _drawn(calibration: Calibration, kind: str) -> bytes:
    try:
        from matplotlib import rc_context
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingRequirementError(
            "A plot needs matplotlib.", "Install it: pip install matplotlib"
        ) from error
    with rc_context({"svg.hashsalt": "prickfri", "svg.fonttype": "path"}):
        figure = Figure(figsize=(6, 6), layout="constrained")
        _draw(calibration, figure)
        image = BytesIO()
        dated = {"Date": None} if kind == "svg" else {}
        figure.savefig(image, format=kind, dpi=150, metadata=dated)
    return image.getvalue()


def _draw(calibration: Calibration, figure: "Figure") -> None:
    """Draw shares of right edits against mean scores, and below how many edits there are."""
    shares, counts = figure.subplots(2, 1, sharex=True, height_ratios=(3, 1))
    filled = [tally for tally in calibration.bins if tally.edits]
    scores = [tally.mean_score for tally in filled]
    shares.plot([0, 1], [0, 1], color="0.6", linestyle="--", label="as often as the score says")
    shares.plot(scores, [tally.share for tally in filled], marker="o", label="edits")
    shares.set(title=_TITLE, ylabel="share of right edits", ylim=(0, 1.02))
    shares.legend(loc="upper left")
    places = [(number + 0.5) / BINS for number in range(BINS)]
    bottom = [tally.edits for tally in calibration.suggested]
    counts.bar(places, bottom, 0.9 / BINS, color="0.7", label="suggested")
    applied = [tally.edits for tally in calibration.applied]
    counts.bar(places, applied, 0.9 / BINS, bottom=bottom, label="applied")
    counts.set(xlabel="score", ylabel="edits", xlim=(0, 1))
    counts.legend(loc="upper left")


def _page(svg: str) -> bytes:
    drawing = svg[svg.index("<svg") :]
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(_TITLE)}'
        f"</title></head>\n<body>{drawing}</body></html>\n"
    ).encode()
