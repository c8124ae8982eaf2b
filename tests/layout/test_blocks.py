"""Lines of an image as blocks: their boxes are those of the ink."""

import pytest

from pipeline.layout import arrange
from pipeline.layout.lines import letter_height, level, line_of
from pipeline.model.geometry import Box
from pipeline.model.page import Line, Role, Word

SIZE = 11.0
ASCENTS = {"ÅÄÖ": 0.86, "bdfhklåäöABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789•": 0.67, "ijt": 0.66}


def ink(text: str, x: float, baseline: float, size: float = SIZE) -> list[Word]:
    """Return the words of a line as an engine boxes them, from the highest to the lowest ink."""
    words = []
    for part in text.split():
        ascent = max(next((a for s, a in ASCENTS.items() if c in s), 0.46) for c in part)
        descent = 0.22 if set(part) & set("gjpqy,;()") else 0.0
        width = 0.45 * size * len(part)
        box = Box(x, baseline - ascent * size, x + width, baseline + descent * size)
        words.append(Word(part, box))
        x += width + 0.25 * size
    return words


def lines(texts: list[str], step: float = 1.3 * SIZE, left: float = 72) -> list[Word]:
    """Return lines below each other; an empty one is room for a line."""
    return [w for n, text in enumerate(texts) for w in ink(text, left, 100 + step * n)]


def blocks(words: list[Word]) -> list[str]:
    found: list[list[Line]] = []
    for line in arrange(words)[0]:
        if line.block == len(found):
            found.append([])
        found[line.block].append(line)
    return [" ".join(line.text for line in block) for block in found]


@pytest.mark.parametrize(
    "text", ["Ansvar och en uppgift", "Ärenden i nämnden", "eller annat", "om en"]
)
def test_the_letters_of_a_line_tell_its_size_and_its_baseline(text: str) -> None:
    line = line_of(ink(text, 72, 200, 14))
    assert letter_height(line) == pytest.approx(14, rel=0.08)
    assert level(line) == pytest.approx(200, abs=1.0)


PARAGRAPHS = [
    "Regionen ska stärka sin kompetens och öka sin samverkan",
    "med kommuner i hela länet. Målet är att alla invånarna",
    "får tillgång till en god vård på lika villkor i länet.",
]


def test_widely_set_lines_are_paragraphs() -> None:
    words = lines([part for line in PARAGRAPHS * 2 for part in (line, "")])
    assert blocks(words) == [" ".join(PARAGRAPHS * 2)]


def test_a_title_stands_close_to_its_text_among_widely_set_lines() -> None:
    words = lines([part for line in PARAGRAPHS * 2 for part in (line, "")])
    following = [*ink("Planerade aktiviteter i hela länet", 72, 100 + 1.3 * SIZE * 11)]
    assert blocks(words + following)[-1] == "Planerade aktiviteter i hela länet"


def test_half_a_line_of_room_parts_paragraphs() -> None:
    lower = [w for n, t in enumerate(PARAGRAPHS) for w in ink(t, 72, 100 + 14.3 * (3.45 + n))]
    upper = lines([*PARAGRAPHS[:2], "får en god vård på lika villkor på sikt och i hela länet."])
    assert len(blocks(upper + lower)) == 2


def test_items_that_do_not_hang_go_on_at_the_margin() -> None:
    texts = [
        "• Regionen stärker sin kunskap om finansiering inom EU samt",
        "Norden.",
        "• Tuulia Loop, återbruk av trä i offentliga hus (Horisont",
        "Europa)",
        "• Regionen skapar goda förutsättningar för ännu flera nya",
        "samarbeten.",
        "Arbetet följs upp varje år i mars och redovisas för alla.",
    ]
    assert blocks(lines(texts)) == [" ".join(texts[n : n + 2]) for n in (0, 2, 4)] + texts[-1:]


def test_a_short_line_nearer_to_what_is_above_heads_nothing() -> None:
    words = lines(["Styrelsen", "Anna Ek", "Bo Ek", "", "", "Arbetsgruppen", *PARAGRAPHS])
    roles = {line.text: line.role for line in arrange(words)[0]}
    assert roles["Bo Ek"] is Role.BODY
    assert roles["Arbetsgruppen"] is Role.HEADING


def test_a_sentence_goes_on_although_the_letters_seem_larger() -> None:
    texts = ["Ett informationskontor öppnas i stadsbiblioteket den 1", "mars 1999 av kommunerna."]
    sizes = (1.2 * SIZE, SIZE)
    words = [
        word
        for n, (text, size) in enumerate(zip(texts, sizes, strict=True))
        for word in ink(text, 72, 100 + 1.3 * SIZE * n, size)
    ]
    assert blocks(words) == [" ".join(texts)]


def test_what_a_line_had_no_room_for_goes_on() -> None:
    texts = [
        "Projektet finansieras av Erasmus och samordnas av kommunens egen",
        "rektor",
        "Jorunn Ås som leder arbetet tillsammans med skolans lärare i språk.",
    ]
    assert blocks(lines(texts)) == [" ".join(texts)]


def test_clauses_with_room_between_them_do_not_set_lines_widely() -> None:
    texts = [
        "Nämnden föreslår styrelsen",
        "",
        "att välja Marcus Ås och Viveka By till ordinarie ledamöter samt Hans",
        "Ek till ersättare i kommissionens församling med den ordning som",
        "",
        "att nominera Hans Ek som ledamot i kommittén för programmet Central",
        "Baltic, med Lotta Ås som",
        "ersättare i samma kommitté,",
    ]
    found = blocks(lines(texts))
    assert found[1] == " ".join(texts[2:4])
    assert found[2] == " ".join(texts[5:])
