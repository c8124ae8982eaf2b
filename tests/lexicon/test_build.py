from pathlib import Path

import pytest

from pipeline.errors import MissingRequirementError
from pipeline.lexicon import build as building
from pipeline.lexicon import places, sources


def test_a_build_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRICKFRI_CACHE", str(tmp_path))

    def fail(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(building, "_collect", fail)
    with pytest.raises(OSError, match="no space"):
        building.build()
    assert list((tmp_path / "lexicon").iterdir()) == []


def test_a_compiled_lexicon_is_not_compiled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRICKFRI_CACHE", str(tmp_path))
    digest = building.inputs_digest(places.lexicons_directory())
    (tmp_path / "lexicon" / digest[:16]).mkdir(parents=True)
    monkeypatch.setattr(building, "_collect", lambda _: pytest.fail("compiled again"))
    assert building.build().name == digest[:16]


def test_a_missing_folder_or_package_names_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "__file__", str(tmp_path / "a" / "b" / "places.py"))
    with pytest.raises(MissingRequirementError, match="lexicons/"):
        places.lexicons_directory()
    monkeypatch.setattr("pipeline.lexicon.sources.metadata.files", lambda _: [])
    with pytest.raises(MissingRequirementError, match="make run"):
        next(sources.hunspell_forms())
