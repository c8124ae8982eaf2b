"""The pipeline as an analyst uses it: loaded, saved, extended."""

import tomllib
from importlib import import_module
from pathlib import Path

import msgspec
import pytest
import spacy
from spacy.language import Language

from pipeline import load_nlp
from pipeline.config import KnowledgeConfig
from pipeline.knowledge import COMPONENTS, NameForms, name_forms
from pipeline.lexicon import open_entities

TEXT = (
    "Region Kronoberg är medlem i Euroregion Baltic (ERB). Anna Berg (M) är ledamot i "
    "nätverket Blå Skogen, som kallas Bla skogen i EU-programmet Interreg Europe. "
    "Havsbruset pågår till 2027."
)


def named(nlp: Language, text: str = TEXT) -> list[tuple[str, str, str]]:
    doc = nlp(text)
    return [(span.text, span.label_, span.id_) for span in doc.spans["names"]]


def test_a_saved_pipeline_finds_the_same_names(tmp_path: Path) -> None:
    nlp = load_nlp()
    nlp.to_disk(tmp_path / "model")
    restored = spacy.load(tmp_path / "model")
    assert named(restored) == named(nlp)
    assert ("Anna Berg", "person", "name_party") in named(restored)


def test_bytes_restore_it_too() -> None:
    nlp = load_nlp()
    restored = spacy.blank("sv")
    for name in COMPONENTS:
        restored.add_pipe(name)
    assert named(restored.from_bytes(nlp.to_bytes())) == named(nlp)


def test_with_its_names_divided_before_it_finds_the_same() -> None:
    config, entities = KnowledgeConfig(), open_entities()
    kept = msgspec.msgpack.encode(name_forms(config, entities))
    restored = load_nlp(config, entities, msgspec.msgpack.decode(kept, type=NameForms))
    text = f"{TEXT} {'. '.join(entity.name for entity in entities.entities)}."
    assert restored is not load_nlp()
    assert named(restored, text) == named(load_nlp(), text)
    assert len(named(restored, text)) > len(entities.entities) / 2


def test_names_of_another_lexicon_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="zip"):
        load_nlp(KnowledgeConfig(), open_entities(), NameForms(((("en", "ny"),),)))


def test_patterns_of_ones_own_are_added_to_the_names() -> None:
    nlp = spacy.blank("sv").from_config(load_nlp().config).from_bytes(load_nlp().to_bytes())
    ruler = nlp.add_pipe("span_ruler", config={"spans_key": "names", "overwrite": False})
    ruler.add_patterns([{"label": "project", "pattern": "Havsbruset"}])  # type: ignore[attr-defined]
    assert set(named(nlp)) - set(named(load_nlp())) == {("Havsbruset", "project", "")}


@pytest.mark.parametrize("component", COMPONENTS)
def test_spacy_finds_each_component_without_an_import_of_ours(component: str) -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    module, name = project["project"]["entry-points"]["spacy_factories"][component].split(":")
    assert callable(getattr(import_module(module), name))
