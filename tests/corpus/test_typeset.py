import pypdfium2
import pytest

from corpus.render import Style, Typeset, parse_markup, to_pdf, typeset
from corpus.render.style import A4_HEIGHT, A4_WIDTH
from pipeline.errors import UsageError
from pipeline.model.page import Role
from tests.typefaces import needs_typefaces

pytestmark = needs_typefaces

WORDS = "Regionens utvecklingsarbete för kust- och skärgårdsområdet stärks genom EU-projekt. "
PLAN = f"""
= Plan för länet
# 1 Inledning
{WORDS * 30}
- {WORDS}
- kort
| Insats | Effekt |
| möte | {WORDS} |

# 2 Slut
{WORDS * 60}
"""


@pytest.fixture(scope="module", params=[1, 2])
def plan(request: pytest.FixtureRequest) -> Typeset:
    style = Style(
        columns=request.param,
        justify=request.param == 2,
        header="Region Almvik",
        page_number="{page} ({pages})",
    )
    return typeset(parse_markup(PLAN), style)


def test_lines_hold_the_words_of_their_block(plan: Typeset) -> None:
    lines = [line for page in plan.pages for line in page.text_lines]
    for number, block in enumerate(plan.blocks):
        printed = "".join(line.text for line in lines if line.block == number)
        written = "".join(block.paragraphs)
        assert printed.replace("-", "").replace(" ", "") == written.replace("-", "").replace(
            " ", ""
        )


def test_lines_lie_on_the_page_and_do_not_overlap(plan: Typeset) -> None:
    for page in plan.pages:
        boxes = [line.box for line in page.lines if line.box]
        assert len(boxes) == len(page.lines)
        for place, box in enumerate(boxes):
            assert 0 <= box.x0 < box.x1 <= A4_WIDTH
            assert 0 <= box.y0 < box.y1 <= A4_HEIGHT
            for other in boxes[place + 1 :]:
                apart = box.x1 <= other.x0 or other.x1 <= box.x0
                assert apart or box.y1 <= other.y0 + 3 or other.y1 <= box.y0 + 3


def test_roles_are_those_of_the_blocks(plan: Typeset) -> None:
    page = plan.pages[0]
    assert page.lines[0].role is Role.HEADER
    assert page.lines[1].role is Role.HEADING
    assert page.lines[-1].role is Role.PAGE_NUMBER
    assert page.lines[-1].text == f"1 ({len(plan.pages)})"
    found = {line.role for page in plan.pages for line in page.lines}
    assert found == set(Role) - {Role.FOOTER}


def test_the_pdf_says_what_the_gold_says(plan: Typeset) -> None:
    with pypdfium2.PdfDocument(to_pdf(plan)) as document:
        assert len(document) == len(plan.pages)
        for page, printed in zip(document, plan.pages, strict=True):
            text = page.get_textpage()
            for line in printed.lines:
                assert line.box is not None
                box = line.box
                found = text.get_text_bounded(
                    box.x0 - 1, A4_HEIGHT - box.y1, box.x1 + 1, A4_HEIGHT - box.y0
                )
                assert line.text.rstrip("-") in found.replace("\r\n", " ").replace("\ufffe", "-")


def test_the_same_plan_gives_the_same_bytes(plan: Typeset) -> None:
    assert to_pdf(plan) == to_pdf(plan)


def test_sections_know_their_pages(plan: Typeset) -> None:
    sections = [(section.number, section.heading, section.level) for section in plan.sections]
    assert sections == [("1", "Inledning", 1), ("2", "Slut", 1)]
    assert plan.sections[0].page == 1


def test_a_row_higher_than_a_page_is_refused() -> None:
    with pytest.raises(UsageError, match="do not fit"):
        typeset(parse_markup(f"| a | b |\n| {WORDS * 80} | c |"), Style())


def test_an_unknown_typeface_is_refused() -> None:
    with pytest.raises(UsageError, match="no typeface"):
        typeset(parse_markup("text"), Style(typeface="comic-sans"))


def test_a_character_without_a_shape_is_refused() -> None:
    with pytest.raises(UsageError, match="cannot print '漢'"):
        typeset(parse_markup("en 漢 två"), Style())
