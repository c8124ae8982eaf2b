import shutil
from pathlib import Path

import pytest

from pipeline.lexicon.entity_checks import check_entities
from tests.lexicon.entity_folder import write, write_all

SHIPPED = Path(__file__).parents[2] / "lexicons" / "entities"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_all(tmp_path)


def test_shipped_files_have_no_problem() -> None:
    assert check_entities(SHIPPED) == []


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        (("B\t\t\t\t", "A\t\t\t\t"), "networks.tsv, line 3: A stands after B. Sort"),
        (("A\t\t\t\t", "A\t\t\t\t"), "networks.tsv, line 3: A stands after A. Sort"),
        (("A\u030a\t\t\t\t",), "line 2: A\u030a is not in Unicode form NFC. Compose"),
        (("A\tx|b\t\t\t",), "line 2: the aliases of A are not sorted and unique"),
        (("A\tA\t\t\t",), "line 2: the aliases of A are not sorted and unique"),
        (("A\t\t\t\ty:nät|x:nät",), "line 2: the aliases of A are not sorted and unique"),
        (("A\t |b\t\t\t",), "line 2: A has an empty alias or a stray space. Remove it"),
        (("A\tx\t\t\tx:nät",), "line 2: x is a name of A with and without cues. Keep one"),
        (("A\t\t\tNowhere\t",), "the parent Nowhere of A is the name of 0 rows. Name one"),
        (("A\tC-D\t\t\t", "B\tc d\t\t\t"), "shared by A (networks.tsv, line 2). Guard it"),
        (("A\t\t\t\tx:nät", "B\t\t\t\tX:nätverk"), "'x' near 'nätverk' is B and A"),
        (("A\t\t01\t\t",), "line 2: 01 is no code for A. Give it its official one, or none"),
        (("A\t\t\t\tno cues",), "line 2 guards no alias by cues: 'no cues'. Restore"),
        (("A\t\t\t\tx:nät,",), "line 2 guards no alias by cues"),
        (("A\t\t",), "line 2 is not a row of 5 columns"),
    ],
)
def test_a_fault_is_told_once_with_place_reason_and_remedy(
    folder: Path, rows: tuple[str, ...], problem: str
) -> None:
    write(folder, "networks", *rows)
    (told,) = check_entities(folder)
    assert problem in told


def test_aliases_may_be_shared_where_cues_tell_them_apart(folder: Path) -> None:
    write(folder, "networks", "A\t\t\t\tx:nät", "B\t\t\t\tx:moln")
    write(folder, "places", "X\t\t\t\t")
    assert check_entities(folder) == []


def test_parents_never_go_round(folder: Path) -> None:
    write(folder, "networks", "A\t\t\tB\t", "B\t\t\tA\t", "C\t\t\tA\t")
    told = check_entities(folder)
    assert [problem.partition(": ")[2].partition(".")[0] for problem in told] == [
        "A belongs to itself by its parent B",
        "B belongs to itself by its parent A",
    ]


def test_a_name_stands_in_one_file(folder: Path) -> None:
    write(folder, "networks", "Aurora\t\t\t\t")
    write(folder, "programmes", "Aurora\t\t\t\t")
    (told,) = check_entities(folder)
    assert "programmes.tsv, line 2: the alias 'aurora' of Aurora is shared by Aurora" in told


def test_names_that_differ_in_accents_alone_share_an_id(folder: Path) -> None:
    write(folder, "networks", "Kore\t\t\t\t", "Koré\t\t\t\t")
    (told,) = check_entities(folder)
    assert "line 3: Koré has the same id as Kore (networks.tsv, line 2)" in told
    write(folder, "networks")
    write(folder, "municipalities", "Habo\t\t0643\t\t", "Håbo\t\t0305\t\t")
    assert check_entities(folder) == []


def test_a_term_means_one_thing(folder: Path) -> None:
    write(folder, "roles", "ledamot\tombud\t\t\t", "ombud\t\t\t\t")
    (told,) = check_entities(folder)
    assert "roles.tsv, line 3: the alias 'ombud' of ombud is shared by ledamot" in told


@pytest.mark.parametrize(
    ("stem", "row", "problem"),
    [
        ("municipalities", "Ale kommun\t\t144\t\t", "144 is no code for Ale kommun"),
        ("municipalities", "Ale kommun\t\t\t\t", "Ale kommun has no code"),
        ("regions", "Region Ale\t\t07\tAle län\t", "code 07 of Region Ale is not of Ale län, 14"),
        ("parties", "Alepartiet\t\tale\t\t", "ale is no code for Alepartiet"),
        ("places", "Aleland\t\tALE\t\t", "ALE is no code for Aleland"),
        ("roles", "ledamot\t\tL\t\t", "L is no code for ledamot"),
    ],
)
def test_codes_are_official(folder: Path, stem: str, row: str, problem: str) -> None:
    write(folder, "counties", "Ale län\t\t14\t\t")
    write(folder, stem, row)
    (told,) = check_entities(folder)
    assert f"{stem}.tsv, line 2: " in told
    assert problem in told


def test_a_code_is_of_one_thing(folder: Path) -> None:
    write(folder, "parties", "A\t\tXY\t\t", "B\t\tXY\t\t")
    (told,) = check_entities(folder)
    assert "line 3: B has the code XY of A. Correct one of them" in told


def test_a_missing_file_is_told_and_the_others_are_checked(tmp_path: Path) -> None:
    copied = shutil.copytree(SHIPPED, tmp_path / "entities")
    (copied / "roles.tsv").unlink()
    (told,) = check_entities(copied)
    assert told.startswith("The entity lexicon roles.tsv cannot be read")
    assert told.endswith("Restore the folder lexicons/entities.")
