import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from pipeline.flow.code import code_version
from pipeline.flow.stages import STAGES

ROOT = Path(__file__).parents[2]

ASK = """
import sys
from pathlib import Path
from pipeline.flow.code import code_version
if len(sys.argv) > 1:
    with Path(sys.argv[1]).open("a") as file:
        file.write("# edited")
print(code_version("ocr"))
"""


def test_a_file_that_is_edited_while_a_process_runs_is_not_the_code_that_runs(
    tmp_path: Path,
) -> None:
    shutil.copytree(ROOT / "pipeline", tmp_path / "pipeline")

    def asked(*edited: str) -> str:
        command = [sys.executable, "-c", ASK, *edited]
        return subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, check=True, env={}
        ).stdout

    before = asked()
    assert asked("pipeline/ocr/clean.py") == before
    assert asked() != before


@pytest.mark.parametrize("stage", STAGES)
def test_the_libraries_of_a_stage_are_those_of_the_project(stage: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = {re.split("[<>=]", name)[0] for name in project["dependencies"]}
    assert set(STAGES[stage].libraries) <= declared
    assert code_version(stage)
