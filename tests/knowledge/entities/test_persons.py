import os
import subprocess
import sys

import pytest

PARTIES = """
from pipeline.knowledge.entities.persons import _by_key
print(_by_key(frozenset({"Sp", "SP", "sP", "M", "KD"}))["sp"])
"""


@pytest.mark.parametrize("seed", ["0", "1", "2", "3"])
def test_of_parties_that_case_alone_parts_each_process_takes_the_same(seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    ran = subprocess.run(
        [sys.executable, "-c", PARTIES], env=environment, capture_output=True, text=True, check=True
    )
    assert ran.stdout == "sP\n"
