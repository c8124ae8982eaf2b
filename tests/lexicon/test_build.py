from pathlib import Path

import pytest

from pipeline.errors import MissingRequirementError
from pipeline.lexicon import places, sources


def test_a_missing_folder_or_package_names_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "__file__", str(tmp_path / "a" / "b" / "places.py"))
    with pytest.raises(MissingRequirementError, match="lexicons/"):
        places.lexicons_directory()
    monkeypatch.setattr("importlib.metadata.files", lambda _: [])
    with pytest.raises(MissingRequirementError, match="make run"):
        next(sources.hunspell_forms())
