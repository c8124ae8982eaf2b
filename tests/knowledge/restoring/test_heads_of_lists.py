"""Items that head the items below them."""

from pipeline.knowledge.restoring.heads_of_lists import with_heads_of_lists
from pipeline.knowledge.rows import Row
from pipeline.model.page import Line, Role

LIST = (
    "¤ Kustrådet",
    "• Med sedan: 2012",
    "• Styrelse: Åsa Ek (S), ledamot",
    "¤ Vattenringen",
    "• Med sedan: 2014",
    "¤ Möten under året",
    "• Vinterforum, Almvik, 3 mars 2026",
)


def _rows(*texts: str) -> list[Row]:
    places = [sum(len(text) + 1 for text in texts[:n]) for n in range(len(texts))]
    return [
        Row(0, start, text, Line(text, role=Role.LIST_ITEM), None, 400.0, 0.0, 0.0)
        for start, text in zip(places, texts, strict=True)
    ]


def _headings(*texts: str) -> list[str]:
    return [row.text for row in with_heads_of_lists(_rows(*texts)) if row.line.role is Role.HEADING]


def test_items_above_labelled_items_of_another_sign_head_them() -> None:
    assert _headings(*LIST) == ["Kustrådet", "Vattenringen", "Möten under året"]
    found = with_heads_of_lists(_rows(*LIST))
    assert found[3].start == _rows(*LIST)[3].start + 2
    assert [row.text for row in found if row.line.role is Role.LIST_ITEM] == [
        text for text in LIST if text.startswith("•")
    ]


def test_a_list_in_a_list_without_labels_stays() -> None:
    nested = [text.replace("Med sedan: ", "Delta i mötet ") for text in LIST if "Ek" not in text]
    assert _headings(*nested) == []


def test_items_that_end_as_sentences_head_nothing() -> None:
    assert _headings(*(text + "." if text.startswith("¤") else text for text in LIST)) == []


def test_one_sign_is_one_list() -> None:
    assert _headings(*(text.replace("¤", "•") for text in LIST)) == []
