import os
import subprocess
import sys

import pytest

from pipeline.knowledge.entities.person_words import PersonWords

PARTIES = """
from pipeline.knowledge.entities.person_words import PersonWords
print(PersonWords(frozenset({"Sp", "SP", "sP", "M", "KD"})).parties_by_key["sp"])
"""


@pytest.mark.parametrize("seed", ["0", "1", "2", "3"])
def test_of_parties_that_case_alone_parts_each_process_takes_the_same(seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    ran = subprocess.run(
        [sys.executable, "-c", PARTIES], env=environment, capture_output=True, text=True, check=True
    )
    assert ran.stdout == "sP\n"


def test_a_name_that_ran_into_others_is_cut_by_the_words_that_are_known() -> None:
    given = frozenset({"Åsa", "Bo", "Karl", "Erik"})
    words = PersonWords(titles=frozenset({"ledamot"}), given=given)
    assert [words.is_first_name(name) for name in ("Karl-Erik", "Karl-Almvik")] == [True, False]
    assert words.without_next_first_name("Åsa Ek Bo", " A") == "Åsa Ek"
    assert words.without_next_first_name("Åsa Ek Bo", ", ") == "Åsa Ek Bo"
    assert words.trim("kom från Almvik Åsa Ek", 9, "Almvik Åsa Ek") == (16, "Åsa Ek")
    assert words.trim("Åsa Ek Ledamot", 0, "Åsa Ek Ledamot") == (0, "Åsa Ek")
