import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import MissingRequirementError
from pipeline.lexicon.entities import EntityLexicon, entity_id, name_key, open_entities
from pipeline.lexicon.entity_files import ENTITY_FILES, TERM_FILES
from tests.lexicon.entity_folder import write, write_all

SHIPPED = Path(__file__).parents[2] / "lexicons" / "entities"


@pytest.fixture(scope="module")
def shipped() -> EntityLexicon:
    return open_entities()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_all(tmp_path)


def rows(stem: str) -> list[list[str]]:
    lines = (SHIPPED / f"{stem}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def test_every_file_is_known() -> None:
    assert {path.stem for path in SHIPPED.glob("*.tsv")} == {*ENTITY_FILES, *TERM_FILES}


def test_counties_regions_and_municipalities_are_complete() -> None:
    counties = {code: name for name, _, code, _, _ in rows("counties")}
    assert len(counties) == len(rows("regions")) == len(rows("county_boards")) == 21
    municipalities = rows("municipalities")
    assert len({code for _, _, code, _, _ in municipalities}) == 290
    for name, _, code, parent, _ in municipalities + rows("municipality_places"):
        assert re.fullmatch(r"\d{4}", code), name
        assert counties[code[:2]] == parent, name
    per_county = Counter(code[:2] for _, _, code, _, _ in municipalities)
    assert (per_county["01"], per_county["07"], per_county["14"]) == (26, 8, 49)


def test_regions_lie_in_the_county_of_their_code() -> None:
    counties = {code: name for name, _, code, _, _ in rows("counties")}
    assert all(counties[code] == parent for _, _, code, parent, _ in rows("regions"))


def test_every_parent_is_an_entity(shipped: EntityLexicon) -> None:
    with_parent = [entity for entity in shipped.entities if entity.parent_id]
    assert len(with_parent) > 500
    assert all(entity.parent_id in shipped.by_id for entity in with_parent)
    assert len(shipped.by_id) == len(shipped.entities)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ERUF", "Europeiska regionala utvecklingsfonden"),
        ("Småland-Blekinge-Halland", "Småland Blekinge Halland South Sweden"),
        ("VÄXJÖ KOMMUN", "Växjö kommun"),
        ("Region Jamtland-Harjedalen", "Region Jämtland Härjedalen"),
        ("Regionförbundet Örebro", "Region Örebro län"),
        ("AER", "Assembly of European Regions"),
        ("BSSSC", "Baltic Sea States Subregional Co-operation"),
        ("NSPA", "Northern Sparsely Populated Areas"),
        ("Interreg IVA South Baltic", "Interreg Södra Östersjön"),
        ("Småland och Öarna 2014–2020", "Regionalfondsprogrammet Småland och Öarna"),
        ("Youth in Action", "Ung och aktiv i Europa"),
        ("CLRAE", "Europarådets kongress"),
        ("Östersjöstrategin", "EU:s strategi för Östersjöregionen"),
    ],
)
def test_finds_a_name_however_it_is_spelt(shipped: EntityLexicon, written: str, name: str) -> None:
    assert [entity.name for entity in shipped.named(written)] == [name]


def test_interreg_programmes_belong_to_interreg(shipped: EntityLexicon) -> None:
    (interreg,) = shipped.named("Interreg")
    names = ("Interreg Europe", "Södra Östersjöprogrammet", "Nordsjöprogrammet", "Kolarctic")
    for name in (*names, "ÖKS", "Interreg Aurora", "Central Baltic-programmet", "URBACT", "NPA"):
        (programme,) = shipped.named(name)
        assert programme.parent_id == interreg.id


def test_digest_follows_the_files(folder: Path) -> None:
    before = open_entities(folder).digest
    assert open_entities(folder).digest == before
    write(folder, "bodies", "styrelse\tstyrelsen\t\t\t")
    assert open_entities(folder).digest != before


def test_guards_are_read(folder: Path) -> None:
    write(folder, "programmes", "Interreg Nord\t\t\t\tNord:interreg,program")
    (entity,) = open_entities(folder).entities
    assert entity.guards == (("Nord", ("interreg", "program")),)


def test_a_missing_file_tells_the_remedy(folder: Path) -> None:
    (folder / "funds.tsv").unlink()
    with pytest.raises(MissingRequirementError, match=r"funds\.tsv.*Restore"):
        open_entities(folder)


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


def test_ids_follow_the_name_not_its_spelling() -> None:
    assert entity_id("person", "René Ek", "M") == entity_id("person", "Rene Ek", "M")
    assert entity_id("person", "René Ek", "M") != entity_id("person", "René Ek", "S")
    assert entity_id("person", "Öster") != entity_id("place", "Öster")
