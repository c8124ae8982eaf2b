"""What the package offers at its top."""

import subprocess
import sys

import pytest

import pipeline


def test_offers_the_dataset_and_the_spacy_pipeline() -> None:
    assert pipeline.Dataset.__module__ == "pipeline.dataset.reading"
    doc = pipeline.load_nlp()("Anna Berg (S) är ledamot i Assembly of European Regions (AER).")
    found = {span.text for span in doc.spans["names"]}
    assert found >= {"Anna Berg", "Assembly of European Regions"}


def test_names_what_it_does_not_have() -> None:
    with pytest.raises(AttributeError, match="load_npl"):
        pipeline.load_npl  # noqa: B018 - the access is what is tested


def test_imports_neither_pandas_nor_spacy() -> None:
    told = "import sys, pipeline; print(sorted({'pandas', 'spacy'} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
