"""The samples, imported once for all tests that look at what came out."""

from pathlib import Path

import pytest

from tests.end_to_end.running import SAMPLES, fresh_cache, prickfri


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fresh_cache(tmp_path_factory.mktemp("whole") / "cache")


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    dataset = tmp_path_factory.mktemp("imported") / "dataset"
    result = prickfri("run", SAMPLES, "--dataset", dataset, cache=cache)
    assert result.returncode == 0, result.stdout + result.stderr
    return dataset
