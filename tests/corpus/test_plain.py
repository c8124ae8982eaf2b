from corpus.render import parse_markup
from corpus.render.plain import TextStyle, to_text, typeset_text
from corpus.render.web import WebStyle, to_html, typeset_web

PLAN = parse_markup(
    "# Rubrik\nEn mening om länet & havet.\n\n- ett\n- två\n\n"
    "| Insats | Effekt |\n| Prioritering 1 |\n| a // <ul><li>b</li><li>c &amp; d</li></ul> | e |\n"
)


def test_a_text_file_holds_the_printed_lines() -> None:
    style = TextStyle(width=20, page_number="- {page} -", encoding="cp1252", newline="\r\n")
    written = to_text(parse_markup("# Rubrik\nEn mening om länet.\n\\page\nSlut."), style)
    pages = written.decode("cp1252").replace("\r\n", "\n").split("\f")
    assert pages == ["Rubrik\n\nEn mening om länet.\n\n- 1 -\n", "Slut.\n\n- 2 -\n"]


def test_gold_of_a_text_file_leaves_out_page_numbers() -> None:
    plan = typeset_text(
        parse_markup("ett två\n\\page\ntre"), TextStyle(width=4, page_number="{page}")
    )
    assert plan.text == "ett\ntvå\n\ftre\n"
    assert [line.text for page in plan.pages for line in page.furniture] == ["1", "2"]


def test_fragments_carry_tags_and_tabs() -> None:
    text = to_text(PLAN, TextStyle(tables="fragments")).decode()
    assert "Insats\tEffekt\nPrioritering 1\t\n" in text
    assert "<p>a</p> <ul><li>b</li><li>c &amp; d</li></ul>\te\n" in text


def test_gold_of_fragments_has_no_tags() -> None:
    lines = typeset_text(PLAN, TextStyle(tables="fragments")).text.splitlines()
    assert lines[-6:] == ["Effekt", "Prioritering 1", "a", "b", "c & d", "e"]


def test_pipes_divide_cells() -> None:
    text = to_text(PLAN[-1:], TextStyle(tables="pipes")).decode()
    assert text.splitlines()[:3] == ["| Insats | Effekt |", "|---|---|", "| Prioritering 1 |"]


def test_a_web_page_escapes_text_and_keeps_its_furniture_apart() -> None:
    style = WebStyle(navigation=("Start",), footer=("Om webbplatsen",))
    page = to_html(PLAN, "Titel", style).decode()
    assert "<p>En mening om länet &amp; havet.</p>" in page
    assert "<li>ett</li>\n      <li>två</li>" in page
    plan = typeset_web(PLAN, style)
    assert [line.text for line in plan.pages[0].furniture] == ["Start", "Om webbplatsen"]
    assert plan.text.splitlines()[:4] == ["Rubrik", "En mening om länet & havet.", "ett", "två"]
