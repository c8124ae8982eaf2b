"""Which line leads into the list that an item stands in."""

from collections.abc import Iterator
from hashlib import sha256

import pytest

from pipeline.config import KnowledgeConfig
from pipeline.knowledge.relations.leads import intro
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.understanding import read_scene
from pipeline.lexicon import open_entities
from pipeline.model.source import Document, MediaType
from tests.knowledge.written import pages_of

LEAD = "I styrelsen för Vikanätverket sitter:"


def _scene(text: str) -> Scene:
    data = text.encode()
    document = Document(sha256(data).hexdigest(), len(data), MediaType.TEXT, 1, ("plan.txt",))
    return read_scene(document, pages_of(text), open_entities(), KnowledgeConfig())[0]


def _intros(text: str) -> list[tuple[str, str | None]]:
    return list(_each(_scene(text)))


def _each(scene: Scene) -> Iterator[tuple[str, str | None]]:
    for index, block in enumerate(scene.flow.blocks):
        lead = intro(scene, index)
        yield block.content, scene.text(lead).strip() if lead is not None else None


def test_a_line_leads_into_all_items_below_it() -> None:
    text = f"Om nätverket finns mer.\n\n{LEAD}\n\n- Åsa Ek (S)\n- Bo Al (M)"
    assert _intros(text) == [
        ("Om nätverket finns mer.", None),
        (LEAD, None),
        ("Åsa Ek (S)", LEAD),
        ("Bo Al (M)", LEAD),
    ]


def test_a_line_leads_into_persons_that_are_paragraphs() -> None:
    assert _intros(f"{LEAD}\n\nÅsa Ek (S)\n\nBo Al (M)\n\nDe träffas i maj.") == [
        (LEAD, None),
        ("Åsa Ek (S)", LEAD),
        ("Bo Al (M)", LEAD),
        ("De träffas i maj.", None),
    ]


def test_what_stands_below_a_list_of_another_kind_has_none() -> None:
    found = dict(_intros(f"{LEAD}\n\n- Åsa Ek (S)\n\nBo Al (M)\n\nSiv By (C)"))
    assert found["Åsa Ek (S)"] == LEAD
    assert found["Bo Al (M)"] is None
    # It is the second of those below.
    assert found["Siv By (C)"] is None


def test_a_list_at_the_top_of_a_document_has_none() -> None:
    assert _intros("- Åsa Ek (S)\n- Bo Al (M)")[0] == ("Åsa Ek (S)", None)


def test_the_lines_above_are_looked_at_but_once(monkeypatch: pytest.MonkeyPatch) -> None:
    people = [
        f"{first} {last} (S)" for first in ("Åsa", "Bo", "Siv") for last in ("Ek", "Al", "By")
    ]
    scene = _scene(f"{LEAD}\n\n" + "\n\n".join(people))
    looked = 0
    within = Scene.within

    def counted(self: Scene, span: Span, *types: str) -> list[Named]:
        nonlocal looked
        looked += 1
        return within(self, span, *types)

    monkeypatch.setattr(Scene, "within", counted)
    assert [lead for _, lead in _each(scene)] == [None, *([LEAD] * len(people))]
    assert 0 < looked <= len(scene.flow.blocks)
