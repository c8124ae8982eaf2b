"""The judge: what is to be done with a page before anything else, and why."""

from dataclasses import dataclass
from typing import NamedTuple

from pipeline.config import IngestConfig
from pipeline.ingest.signals import TextSignals, surely_below
from pipeline.model.page import Decision

_MOJIBAKE = 0.01
_UNREADABLE = 0.05
_SPARSE = 100 / (595 * 842)
"""Characters a square point: below a hundred on an A4 page, the image holds the text."""
_FIGURE_SHARE = 0.2
"""From this share of the page on, an image may hold a page's text, a table as a picture."""
_SOME_WORDS = 8
_TITLE_PRINT = 18.0
_DRAWN_TEXT = 200
"""From so many lines and curves on, a page without text may have its letters as drawings."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a page has beside its text.

    `area` in square points; `image_share` is the share that images cover, 0 to 1; `hidden`
    tells that the text is invisible; `print_size` is that of its largest print in points;
    `drawn` counts lines and curves. `own_characters` are those of the text that do not lie
    over the page, where some do: a stamp says nothing of what it was put on.
    """

    area: float
    image_share: float = 0.0
    hidden: bool = False
    print_size: float = 0.0
    drawn: int = 0
    own_characters: int | None = None


class Verdict(NamedTuple):
    """A decision and its reason, one sentence for a person."""

    decision: Decision
    reason: str


def judge_page(text: TextSignals, paper: Paper, config: IngestConfig) -> Verdict:
    """Decide whether a PDF page's text layer is kept, repaired, or its image read again."""
    has_image = paper.image_share >= config.full_page_image_share
    over = f"over an image on {_percent(paper.image_share)} of the page"
    characters = text.characters if paper.own_characters is None else paper.own_characters
    if characters == 0:
        return _judge_without_text(paper, has_image)
    if paper.image_share >= _FIGURE_SHARE and _is_sparse(characters, paper):
        reason = f"almost no text ({characters} characters) {over}: image read"
        return Verdict(Decision.READ_IMAGE, reason)
    if text.unreadable > _UNREADABLE:
        share = _percent(text.unreadable)
        reason = f"text layer does not tell its letters ({share} of them): page read as an image"
        return Verdict(Decision.READ_IMAGE, reason)
    figures = _figures(text)
    if (has_image or paper.hidden) and looks_ruined(text, config):
        where = over if has_image else "hidden behind an image"
        reason = f"text layer read wrongly: {figures}, {where}: image read again"
        return Verdict(Decision.READ_IMAGE, reason)
    if is_ruined(text, config):
        reason = f"text layer read wrongly: {figures}, no image of the page: text repaired"
        return Verdict(Decision.REPAIR, reason)
    return Verdict(Decision.KEEP, f"text layer kept: {figures}")


def judge_plain(text: TextSignals, config: IngestConfig) -> Verdict:
    """Decide whether a plain text or a web page is kept or repaired."""
    if text.characters == 0:
        return Verdict(Decision.KEEP, "blank page")
    if is_ruined(text, config):
        return Verdict(Decision.REPAIR, f"text read wrongly: {_figures(text)}: text repaired")
    return Verdict(Decision.KEEP, f"text kept: {_figures(text)}")


def judge_image() -> Verdict:
    """Return the only thing to do with a page that is an image."""
    return Verdict(Decision.READ_IMAGE, "the source is an image: image read")


def is_ruined(text: TextSignals, config: IngestConfig) -> bool:
    """Tell whether a text was read wrongly, beyond what chance does in so few words."""
    return (
        text.mojibake >= _MOJIBAKE
        or surely_below(text.known, text.words, config.healthy_lexicon_share)
        or surely_below(text.diacritics, text.swedish, config.healthy_diacritic_share)
    )


def looks_ruined(text: TextSignals, config: IngestConfig) -> bool:
    """Tell whether a text seems to be read wrongly, chance left out of account.

    Enough where an image of the page is at hand: to read it again harms no page.
    """
    return text.mojibake >= _MOJIBAKE or (
        text.words >= _SOME_WORDS
        and (
            text.known_share < config.healthy_lexicon_share
            or (text.swedish > 0 and text.diacritic_share < config.healthy_diacritic_share)
        )
    )


def _judge_without_text(paper: Paper, has_image: bool) -> Verdict:
    if has_image or paper.image_share > 0.05:
        share = _percent(paper.image_share)
        return Verdict(
            Decision.READ_IMAGE, f"no text layer, an image on {share} of the page: image read"
        )
    if paper.drawn >= _DRAWN_TEXT:
        return Verdict(
            Decision.READ_IMAGE, f"no text layer, {paper.drawn} drawn shapes: page read as an image"
        )
    return Verdict(Decision.KEEP, "blank page")


def _is_sparse(characters: int, paper: Paper) -> bool:
    """Tell whether a page has almost no text, and is no cover with its title in large print.

    Where something lies over it, the large print may be that.
    """
    is_cover = paper.print_size >= _TITLE_PRINT and not paper.hidden
    is_cover = is_cover and paper.own_characters is None
    return characters < _SPARSE * paper.area and not is_cover


def _figures(text: TextSignals) -> str:
    """Return the figures that the decision rests on."""
    if text.words == 0:
        return "names and figures only"
    parts = [f"{_percent(text.known_share)} of {text.words} words known"]
    if text.swedish:
        parts.append(f"{_percent(text.diacritic_share)} with å/ä/ö")
    else:
        parts.append("in English")
    if text.mojibake:
        parts.append(f"{_percent(text.mojibake)} in a wrong encoding")
    return ", ".join(parts)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
