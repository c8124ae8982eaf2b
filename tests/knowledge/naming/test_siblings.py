import pytest

from pipeline.knowledge.names import Named
from pipeline.knowledge.naming.siblings import networks_beside
from pipeline.knowledge.textflow import Block, BlockKind, CellPlace


def blocks(kind: BlockKind, *texts: str) -> list[Block]:
    built, start = [], 0
    for row, text in enumerate(texts):
        place = CellPlace(0, row, 0) if kind is BlockKind.CELL else None
        built.append(Block(kind, start, text, cell=place))
        start += len(text) + 1
    return built


def beside(rows: list[Block], *known: str, method: str = "lexicon") -> list[str]:
    spans = [
        Named(b.start, b.start + len(name), "network", name, method)
        for b in rows
        for name in known
        if b.text.startswith(name)
    ]
    return [name for _, name in networks_beside(rows, spans)]


def test_an_item_beside_two_known_networks_names_one() -> None:
    rows = blocks(BlockKind.ITEM, "Eurocities", "Ringstäderna: Bo Ek (M)", "ICLEI – klimat")
    assert beside(rows, "Eurocities", "ICLEI") == ["Ringstäderna"]


def test_names_above_one_label_are_alike_however_much_it_tells() -> None:
    rows = blocks(
        BlockKind.HEADING,
        *("Eurocities", "Med sedan: 2004", "ICLEI", "Med sedan: 2012", "Ringstäderna"),
        "Med sedan: 1 januari 2016, tillsammans med Almviks kommun och Ekby högskola i söder",
    )
    assert beside(rows, "Eurocities", "ICLEI") == ["Ringstäderna"]


def test_one_known_network_tells_nothing_of_the_others() -> None:
    rows = blocks(BlockKind.ITEM, "Eurocities", "Ringstäderna: Bo Ek (M)")
    assert beside(rows, "Eurocities") == []


@pytest.mark.parametrize(("header", "found"), [("Organ", ["Ringstäderna"]), ("Post", [])])
def test_a_column_tells_in_its_header_whether_it_is_of_networks(
    header: str, found: list[str]
) -> None:
    rows = blocks(BlockKind.CELL, header, "Eurocities", "Ringstäderna, styrelsen", "ICLEI")
    assert beside(rows, "Eurocities", "ICLEI") == found


def test_lines_above_the_same_label_are_alike() -> None:
    texts = ("Eurocities", "Fakta", "Ringar i sjön", "Fakta", "ICLEI", "Fakta")
    assert beside(blocks(BlockKind.TEXT, *texts), "Eurocities", "ICLEI") == ["Ringar i sjön"]


def test_a_name_that_was_cut_short_reaches_as_far_as_its_item() -> None:
    rows = blocks(BlockKind.ITEM, "Eurocities", "Klimatnätet Öst i norr: Bo Ek", "ICLEI")
    spans = [Named(rows[1].start, rows[1].start + 15, "network", "x", "shape")]
    spans += [Named(b.start, b.end, "network", b.text, "lexicon") for b in (rows[0], rows[2])]
    assert [name for _, name in networks_beside(rows, spans)] == ["Klimatnätet Öst i norr"]
