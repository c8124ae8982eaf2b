import pytest

from pipeline.knowledge import load_nlp
from pipeline.knowledge.entities.names import found, names
from pipeline.lexicon import open_entities


def named(text: str) -> set[tuple[str, str, str]]:
    """Return text, type and canonical name of all names found."""
    doc = load_nlp()(text)
    known = open_entities().by_id
    things = found(doc)
    return {
        (span.text, span.label_, (known.get(span.kb_id_) or things[span.kb_id_]).name)
        for span in names(doc)
    }


SBHSS = "Småland Blekinge Halland South Sweden"
NORTH_SEA = "CPMR North Sea Commission"
SOUTH = "Interreg Södra Östersjön"
BOTNIA = "Interreg Botnia-Atlantica"
LEONARDO = "Leonardo da Vinci-programmet"


@pytest.mark.parametrize(
    ("text", "surface", "kind", "name"),
    [
        (
            "Vi deltar i Euroregion Baltics arbete.",
            "Euroregion Baltics",
            "network",
            "Euroregion Baltic",
        ),
        ("ENERGY CITIES", "ENERGY CITIES", "network", "Energy Cities"),
        ("Positioner inom Heathy Cities antas.", "Heathy Cities", "network", "Healthy Cities"),
        ("Inom Smaland-Blekinge-Halland drivs", "Smaland-Blekinge-Halland", "network", SBHSS),
        (
            "södra Östersjöprogrammet öppnar",
            "södra Östersjöprogrammet",
            "programme",
            "Interreg Södra Östersjön",
        ),
        ("Interreg: Nordsjön och andra.", "Nordsjön", "programme", "Interreg Nordsjön"),
        ("Vågorna på Nordsjön är höga.", "Nordsjön", "place", "Nordsjön"),
        ("Projektet Havsro startar.", "Havsro", "project", "Havsro"),
        ("Region Fjällmarks mål", "Region Fjällmarks", "organisation", "Region Fjällmark"),
        (
            "Nordic Archipelago Network (NAN) bildas.",
            "Nordic Archipelago Network",
            "network",
            "Nordic Archipelago Network",
        ),
        ("Vald är Åsa von Ek (kd), Växjö.", "Åsa von Ek", "person", "Åsa von Ek"),
        ("Ansvarig är miljöstrateg Per-Olof Ek.", "Per-Olof Ek", "person", "Per-Olof Ek"),
        ("Vi är med i Nordsjökommissionen.", "Nordsjökommissionen", "network", NORTH_SEA),
        ("Interreg V A South Baltic öppnar.", "Interreg V A South Baltic", "programme", SOUTH),
        ("Skolan söker ur Comenius, Leonardo och Nordplus.", "Leonardo", "programme", LEONARDO),
        ("Resan betalas av ICLD.", "ICLD", "organisation", "ICLD"),
        ("Botnia-Atlanticaprogrammet ger stöd.", "Botnia-Atlanticaprogrammet", "programme", BOTNIA),
        (
            "Interreg South Baltic växer. Möt South Baltic i Visby.",
            "South Baltic",
            "programme",
            SOUTH,
        ),
        ("Besök i Kuressaare i maj.", "Kuressaare", "place", "Kuressaare"),
    ],
)
def test_finds(text: str, surface: str, kind: str, name: str) -> None:
    assert (surface, kind, name) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Region Pommern (PL) och Elblag (PL) deltar.",
        "Union of the Baltic Cities (UBC) deltar.",
        "Det vara ale berg. Sida 3",
    ],
)
def test_finds_no_persons_and_no_common_words(text: str) -> None:
    assert {kind for _, kind, _ in named(text)} <= {"organisation", "place", "network"}
    assert not {surface for surface, _, _ in named(text)} & {"vara", "ale", "berg", "Sida"}


@pytest.mark.parametrize(
    "text",
    [
        "Fler är med i nätverk för hälsofrämjande sjukvård.",
        "På sida 4 står mer om bistånd och utvecklingssamarbete.",
        "Kommunen vill bli en ny demokrati att lita på.",
        "Maten går från jord till bord på en dag.",
        "Atlas och karta finns i biblioteket, och företagarna är nöjda.",
        "Mål 1: fler resor. Mål 2 är bättre luft.",
        "Visionen heter Horisont 2030. Planen är Kultur 2030.",
        "Skånes kommuner samverkar om en trafikanalys.",
    ],
)
def test_plain_words_name_nothing(text: str) -> None:
    assert {kind for _, kind, _ in named(text)} <= {"place"}


def test_an_abbreviation_defined_once_is_known_everywhere() -> None:
    text = "Baltic Islands Forum (BIF) bildades 2001. BIF:s styrelse möts i maj."
    assert ("BIF:s", "network", "Baltic Islands Forum") in named(text)


def test_two_of_one_name_in_different_parties_stay_two() -> None:
    doc = load_nlp()("Anna Ek (S) och Anna Ek (M) samt Anna Ek (S).")
    assert len({span.kb_id_ for span in names(doc)}) == 2


def test_components_are_restored_from_bytes() -> None:
    nlp = load_nlp()
    for name in ("prickfri_lexicon", "prickfri_persons", "prickfri_spelling"):
        component = nlp.get_pipe(name)
        data = component.to_bytes()  # type: ignore[attr-defined]
        fresh = nlp.create_pipe(name)
        assert fresh.from_bytes(data).to_bytes() == data  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "party"),
    [("Lisbet Rönn KD\nledamot", "KD"), ("Anna Ek, M\nersättare", "M"), ("Anna Ek IT", None)],
)
def test_a_party_in_bare_letters_is_no_surname(text: str, party: str | None) -> None:
    doc = load_nlp()(text)
    persons = [found(doc)[span.kb_id_] for span in names(doc) if span.label_ == "person"]
    assert [person.party for person in persons] == [party]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Namn Parti Norra Insjöns Brysselkontor", "Norra Insjöns Brysselkontor"),
        ("Birgit Mård CPMR Baltic Sea Commission", "CPMR Baltic Sea Commission"),
        ("Vi är med i Clean Cities and Villages.", "Clean Cities and Villages"),
        ("Föreningen Kvarkenrådets styrelse möts.", "Kvarkenrådets"),
        ("Kommunen är medlem i nätverket Trähus i norr.", "Trähus i norr"),
        ("Vi är medlem i Energy Cities Dnr KS 7.", "Energy Cities"),
    ],
)
def test_how_far_networks_reach(text: str, surface: str) -> None:
    assert surface in {found_ for found_, kind, _ in named(text) if kind == "network"}


@pytest.mark.parametrize(
    "text",
    [
        "Konferens om ungas språk\nEn konferens hålls i maj.",
        "Vid årsmötet i Västersund valdes en ny styrelse.",
        "Bo Ek utses till kontaktpolitiker i EU-frågor.",
        "Vi reser till European Week of Regions and Cities.",
    ],
)
def test_occasions_and_questions_are_no_networks(text: str) -> None:
    assert "network" not in {kind for _, kind, _ in named(text)}


def test_two_names_that_a_line_end_divided_are_two() -> None:
    doc = load_nlp()("tjänstgör för Klas Ek Anna Berg (S)")
    assert "Anna Berg" in {span.text for span in names(doc)}


def test_a_plan_is_not_called_with_the_word_before_it() -> None:
    text = "Ersätter Internationell strategi 2016–2019."
    assert ("Internationell strategi 2016–2019", "plan") in {one[:2] for one in named(text)}


def test_letters_of_an_association_behind_a_name_are_none_of_it() -> None:
    text = "Närvarande: Anna Berg SKIK (ordförande) Karin Holm SKIK (kassör)"
    assert {name for _, kind, name in named(text) if kind == "person"} == {
        "Anna Berg",
        "Karin Holm",
    }


def test_a_person_begins_with_the_first_name() -> None:
    assert ("Eva Skog", "person", "Eva Skog") in named("för Interreg South Baltic Eva Skog (C)")
