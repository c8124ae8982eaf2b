import sys
from importlib.metadata import PackageNotFoundError, distributions, version
from pathlib import Path

import pytest

from pipeline.model import versions
from pipeline.model.versions import installed_version


def test_versions_are_those_that_packages_tell_of_themselves() -> None:
    names = {found.name for found in distributions(path=sys.path)}
    assert {name: installed_version(name) for name in names} == {n: version(n) for n in names}


@pytest.mark.parametrize("name", ["pdfminer.six", "pdfminer-six", "PDFMiner_six"])
def test_a_name_is_the_same_however_it_is_spelled(name: str) -> None:
    assert installed_version(name) == version("pdfminer.six")


def test_a_package_in_another_form_is_looked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "odd.egg-info").mkdir()
    (tmp_path / "odd.egg-info" / "PKG-INFO").write_text("Name: odd\nVersion: 3.1\n")
    monkeypatch.syspath_prepend(tmp_path)
    versions._by_folder.cache_clear()
    assert installed_version("odd") == "3.1"


def test_a_package_that_is_not_there_is_an_error() -> None:
    with pytest.raises(PackageNotFoundError):
        installed_version("there-is-no-such-package")
