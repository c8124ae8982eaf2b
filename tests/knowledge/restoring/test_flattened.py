"""Pages whose lines were joined: where headings, labels and lists stand inside a paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.knowledge.reading.pages import read_flow
from pipeline.knowledge.restoring.flattened import parted
from pipeline.knowledge.textflow import BlockKind, Flow
from tests.knowledge.written import pages_of, understood

_FILLER = (
    "Planen gäller alla nämnder i Almviks kommun och följs upp i bokslutet varje år av styrelsen. "
)
_PAGE = (
    _FILLER * 3 + "MÅL Målet är att fler ska må bra genom: att stärka mötesplatserna i alla orter. "
    "att utbudet är brett och lockar många. AKTIVITETER Vi vill nå alla åldrar i kommunen. "
)


def _parted(text: str) -> Flow:
    return parted(read_flow(pages_of(text)))


def test_capitals_and_clauses_are_headings_and_items() -> None:
    blocks = [(b.kind, b.text) for b in _parted(_PAGE).blocks[1:]]
    assert blocks == [
        (BlockKind.HEADING, "MÅL"),
        (BlockKind.TEXT, "Målet är att fler ska må bra genom:"),
        (BlockKind.ITEM, "att stärka mötesplatserna i alla orter."),
        (BlockKind.ITEM, "att utbudet är brett och lockar många."),
        (BlockKind.HEADING, "AKTIVITETER"),
        (BlockKind.TEXT, "Vi vill nå alla åldrar i kommunen."),
    ]


def test_the_goals_of_a_page_in_one_line() -> None:
    found = understood("# Folkhälsoplan 2027\n\n" + _PAGE).goals
    assert [goal.text for goal in found] == [
        "att stärka mötesplatserna i alla orter.",
        "att utbudet är brett och lockar många.",
    ]


def test_a_heading_that_a_sentence_follows_without_a_stop() -> None:
    text = _FILLER * 4 + (
        "Mål för arbetet i Norden Det gemensamma arbetet ska: Underlätta för skolor att mötas. "
        "Öka utbytet mellan orterna Stärka banden till Nordkusten Prioriterade områden Följande "
        "områden har valts."
    )
    blocks = [(b.kind, b.text) for b in _parted(text).blocks[1:]]
    assert blocks == [
        (BlockKind.HEADING, "Mål för arbetet i Norden"),
        (BlockKind.TEXT, "Det gemensamma arbetet ska:"),
        (BlockKind.ITEM, "Underlätta för skolor att mötas."),
        (BlockKind.ITEM, "Öka utbytet mellan orterna"),
        (BlockKind.ITEM, "Stärka banden till Nordkusten"),
        (BlockKind.HEADING, "Prioriterade områden"),
        (BlockKind.TEXT, "Följande områden har valts."),
    ]


def test_labels_and_counted_parts_of_minutes() -> None:
    text = _FILLER * 4 + (
        "Närvarande: Åsa Ek och Bo Al Förhinder: Cia Dal 1. Mötet öppnas Åsa hälsar alla "
        "välkomna. 2. Val av justerare Bo väljs."
    )
    blocks = [b.text for b in _parted(text).blocks[1:]]
    assert blocks == [
        "Närvarande: Åsa Ek och Bo Al",
        "Förhinder: Cia Dal",
        "1. Mötet öppnas Åsa hälsar alla välkomna.",
        "2. Val av justerare Bo väljs.",
    ]


def test_running_text_stays_whole() -> None:
    assert len(_parted(_FILLER * 8).blocks) == 1


@given(
    st.lists(st.sampled_from([*_PAGE.split(" "), "1.", "2.", "Det", "Närvarande:"]), max_size=120)
)
def test_no_letter_is_lost_and_every_block_stands_where_it_says(words: list[str]) -> None:
    before = read_flow(pages_of(_FILLER * 4 + " ".join(words)))
    after = parted(before)
    assert after.text.replace("\n", " ") == before.text.replace("\n", " ")
    assert all(after.text[b.start : b.end] == b.text for b in after.blocks)


def test_bullets_and_labels_with_their_year_stand_inside_a_page() -> None:
    text = _FILLER * 4 + (
        "3. VERKSAMHET Mål 2012 • fler unga reser • alla skolor har en vän Aktiviteter 2012 "
        "1. Ordna läger. 2. Skriva brev."
    )
    blocks = [(b.kind, b.marker, b.text) for b in _parted(text).blocks[1:]]
    assert [block for block in blocks if block[2]] == [
        (BlockKind.HEADING, "3.", "3. VERKSAMHET"),
        (BlockKind.HEADING, "", "Mål 2012"),
        (BlockKind.ITEM, "•", "• fler unga reser"),
        (BlockKind.ITEM, "•", "• alla skolor har en vän"),
        (BlockKind.HEADING, "", "Aktiviteter 2012"),
        (BlockKind.ITEM, "1.", "1. Ordna läger."),
        (BlockKind.ITEM, "2.", "2. Skriva brev."),
    ]


def test_the_numbers_that_pages_begin_with_are_no_text() -> None:
    flow = _parted(f"1 (3) {_FILLER * 5}\n\n2 Aktiviteter 2012 1. Ordna läger. 2. Skriva brev.")
    assert [block.text for block in flow.blocks][1:] == [
        "Aktiviteter 2012",
        "1. Ordna läger.",
        "2. Skriva brev.",
    ]
    assert flow.blocks[0].text.startswith("Planen gäller")


def test_one_number_alone_is_no_page() -> None:
    text = f"3 skolor deltar. {_FILLER * 5}"
    assert [block.text for block in _parted(text).blocks] == [text.strip()]


def test_parts_that_are_counted_stand_below_their_label() -> None:
    found = understood(
        f"# Handlingsplan 2012\n\n1 {_FILLER * 5}\n\n2 Mål A: Kommunen ska vara känd i norr "
        "Åtgärder A1 Hålla vänortsting A2 Byta praktikanter Mål B: Kommunen ska söka nya medel "
        "Åtgärder B1 Utbilda chefer B2 Ordna möten"
    )
    assert [goal.text for goal in found.goals] == [
        "Kommunen ska vara känd i norr",
        "Kommunen ska söka nya medel",
    ]
    assert [(one.number, one.title) for one in found.activities] == [
        ("A1", "Hålla vänortsting"),
        ("A2", "Byta praktikanter"),
        ("B1", "Utbilda chefer"),
        ("B2", "Ordna möten"),
    ]
    blocks = _parted(f"{_FILLER * 5}3. Aktiviteter 3.1 Möte i Riga 3.2 Besök i Tartu").blocks[1:]
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.HEADING, "3. Aktiviteter"),
        (BlockKind.ITEM, "3.1 Möte i Riga"),
        (BlockKind.ITEM, "3.2 Besök i Tartu"),
    ]


_TRANSCRIPT = "Verksamhetsplan 2016 Almviks kontor\n\nTranskript\n\n1 Verksamhetsplan 2016\n\n"


def test_goals_and_parts_that_are_counted_below_headings_in_capitals() -> None:
    found = understood(
        _TRANSCRIPT + "2 2. DELMÅL Vid årets slut ska två delmål vara nådda. "
        "Delmål 1 Alla kommuner har en plan. Delmål 2 Elanvändningen har minskat till hälften.\n\n"
        "3 3. AKTIVITETER 3.1 Frukostmöten om solel 3.2 Slutkonferens i Almvik PROJEKT Ljus på "
        "landet avslutas i december."
    )
    assert [goal.text for goal in found.goals] == [
        "Alla kommuner har en plan.",
        "Elanvändningen har minskat till hälften.",
    ]
    assert [(one.number, one.title) for one in found.activities] == [
        ("3.1", "Frukostmöten om solel"),
        ("3.2", "Slutkonferens i Almvik"),
    ]


def test_the_last_of_items_of_one_sentence_each_ends_with_its_sentence() -> None:
    found = understood(
        _TRANSCRIPT + "2 Utskottet fastställer följande mål för 2016: 1. Varje sjukhus har ett "
        "utbyte. 2. Tio anställda har fått stipendium. Utskottet beslutar att anslå medel."
    )
    assert [goal.text for goal in found.goals] == [
        "Varje sjukhus har ett utbyte.",
        "Tio anställda har fått stipendium.",
    ]
