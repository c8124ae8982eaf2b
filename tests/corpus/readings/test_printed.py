import numpy as np
import pytest

from corpus.readings.printed import printed_words, upright
from corpus.render import ScanSettings, Style, parse_markup, scan, to_pdf, typeset
from pipeline.model.geometry import Box
from tests.typefaces import needs_typefaces

pytestmark = needs_typefaces

DPI = 72


def test_every_word_on_the_page_has_its_place() -> None:
    blocks = parse_markup("# Rubrik\n- första punkten\n\n| a b | c |\n| d | e |")
    page = typeset(blocks, Style(page_number="{page}", justify=True)).pages[0]
    words = printed_words(page)
    assert " ".join(word.text for word in words) == "Rubrik • första punkten a b c d e 1"
    for line in page.lines:
        assert line.box is not None
        inside = [word for word in words if word.box and line.box.contains_centre_of(word.box)]
        assert " ".join(word.text for word in inside) == line.text


@pytest.mark.parametrize("slant", [-4.0, 0.0, 1.5])
def test_upright_undoes_the_slant(slant: float) -> None:
    plan = typeset(parse_markup("= Ö"), Style(size=40))
    dark = np.argwhere(scan(to_pdf(plan, slant=slant), ScanSettings(dpi=DPI))[0] < 128)
    (y0, x0), (y1, x1) = dark.min(axis=0), dark.max(axis=0) + 1
    seen = upright(Box(float(x0), float(y0), float(x1), float(y1)), plan.pages[0], slant)
    straight = np.argwhere(scan(to_pdf(plan), ScanSettings(dpi=DPI))[0] < 128)
    centre = (straight.min(axis=0) + straight.max(axis=0) + 1) / 2
    assert (seen.y0 + seen.y1) / 2 == pytest.approx(centre[0], abs=1.5)
    assert (seen.x0 + seen.x1) / 2 == pytest.approx(centre[1], abs=1.5)
