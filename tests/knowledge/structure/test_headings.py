"""Headings of plain text, by their form and by what follows them."""

from pipeline.knowledge.structure.headings import mark_headings
from pipeline.knowledge.textflow import Block, BlockKind

LONG = "Regionen deltar i flera nätverk och arbetar med frågor som rör hela länet i många år."


def _kinds(*texts: str) -> list[str]:
    blocks = [Block(BlockKind.TEXT, place * 1000, text) for place, text in enumerate(texts)]
    return [block.kind.value for block in mark_headings(blocks)]


def test_a_short_line_above_a_paragraph() -> None:
    assert _kinds("Vem gör vad?", LONG, "Nätverk", LONG) == ["heading", "text", "heading", "text"]


def test_lines_built_as_headings() -> None:
    texts = ("Område 2. Hav och klimat", "§ 31 Val av ombud", "Bilaga 2", "DEL B – VAD?")
    assert _kinds(*texts) == ["heading"] * 4


def test_persons_labels_and_half_sentences_are_none() -> None:
    assert _kinds("Anna Åkesson (S)", LONG)[0] == "text"
    assert _kinds("Telefon: 010-1234567", LONG)[0] == "text"
    assert _kinds("Kontorets uppdrag är att", LONG)[0] == "text"


def test_letters_after_a_name_that_the_paragraph_tells_of_are_no_party() -> None:
    told = "Euroregion Baltic (ERB) är en plattform för samarbete i södra Östersjön sedan 1998."
    assert _kinds("Euroregion Baltic (ERB)", told)[0] == "heading"
    assert _kinds("Nils Östberg (KSL)", LONG)[0] == "text"


def test_print_that_is_known_decides() -> None:
    blocks = [
        Block(BlockKind.TEXT, 0, "Vem gör vad?", font_size=10.0),
        Block(BlockKind.TEXT, 100, LONG, font_size=10.0),
    ]
    assert [block.kind for block in mark_headings(blocks)] == [BlockKind.TEXT] * 2


def test_a_clause_may_end_in_a_preposition() -> None:
    assert _kinds("Nätverk som staden deltar i", LONG)[0] == "heading"


def test_a_line_that_leads_in_stands_below_a_heading() -> None:
    assert _kinds("Planens mål", "Följande gällde för 2019:", LONG)[0] == "heading"


def test_a_lettered_line_among_its_like_is_an_item() -> None:
    lines = ("A. Gemensam katalog för alla", "B. Läsombud på äldreboenden", "C. Film i skolan")
    flow = [Block(BlockKind.ITEM, n * 1000, text, text[:2]) for n, text in enumerate(lines)]
    assert [block.kind for block in mark_headings(flow)][:2] == [BlockKind.ITEM] * 2
    alone = [flow[0], Block(BlockKind.TEXT, 500, LONG)]
    assert mark_headings(alone)[0].kind is BlockKind.HEADING


def test_who_decided_when_and_running_headers_are_none() -> None:
    texts = ("Fastställd av nämnden 2023-12-05", "Region Almvik | Strategi 2024–2030 2 (5)")
    blocks = [Block(BlockKind.HEADING, at * 100, text) for at, text in enumerate(texts)]
    assert [block.kind for block in mark_headings(blocks)] == [BlockKind.TEXT] * 2
