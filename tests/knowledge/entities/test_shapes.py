"""Names found by their form."""

import pytest

from tests.knowledge.written import name_of, understood


def test_what_follows_a_local_action_group_makes_no_second_one() -> None:
    """`Leader Bergslagens verksamhet` is of the group that the text calls `Leader Bergslagen`."""
    text = "Leader Bergslagen har en styrelse. Leader Bergslagens verksamhet leds av den."
    knowledge = understood(text)

    assert [one.name for one in knowledge.entities if one.entity_type == "network"] == [
        "Leader Bergslagen"
    ]


@pytest.mark.parametrize(
    ("text", "network"),
    [
        ("Övervakningskommittén Interreg Sverige-Norge", "Interreg Sverige-Norge"),
        ("Generalförsamling Union of the Baltic Cities", "Union of the Baltic Cities"),
        ("Styrelsen Norra Kustens Brysselkontor", "Norra Kustens Brysselkontor"),
        ("Styrelsen Kustlänens energiforum", "Kustlänens energiforum"),
        ("Styrkommittén Norra Kusten", None),
    ],
)
def test_a_body_right_before_a_name_is_no_part_of_it(text: str, network: str | None) -> None:
    knowledge = understood(f"# Uppdrag i Region Almvik\n\nÅsa Ek (S) är ersättare i {text}.")
    assert [name_of(knowledge, seat.network_id) for seat in knowledge.appointments] == [network]
    networks = (e for e in knowledge.entities if e.entity_type == "network")
    assert {e.name for e in networks if e.source == "found"} <= {network}


@pytest.mark.parametrize(
    ("text", "type_", "name"),
    [
        ("Andelen i Almvik Brussels Hub är ny.", "network", "Almvik Brussels Hub"),
        ("Kontoret Kustbygden Brussels öppnade i maj.", "network", "Kustbygden Brussels"),
        (
            "Vi for till Almviks och Ekdals gemensamma Rigakontor.",
            "network",
            "Almviks och Ekdals gemensamma Rigakontor",
        ),
        ("Lasarettet i Ekby växer.", "organisation", "Lasarettet i Ekby"),
        ("Länssjukhuset i Ekby växer.", "organisation", "Länssjukhuset i Ekby"),
        ("Vi möter Högskolan vid Alm i dag.", "organisation", "Högskolan vid Alm"),
        ("Ekby stadsbibliotek är med sedan 2020.", "organisation", "Ekby stadsbibliotek"),
        ("Vi möter staden och Alms museum.", "organisation", "Alms museum"),
        ("LANDSTINGET VÄSTRA ALMVIK\nPM", "organisation", "Landstinget Västra Almvik"),
        ("Almviks Brysselhus öppnades 2017.", "network", "Almviks Brysselhus"),
        ("Almviks EU-byrå leds av Åsa Ek (S).", "network", "Almviks EU-byrå"),
        ("Almviks Europarepresentation är ny.", "network", "Almviks Europarepresentation"),
        ("Gränsregionen Övre Alm styrs av ett råd.", "network", "Gränsregionen Övre Alm"),
        ("Arbetet i Fiskeområde Norra Alm är nytt.", "network", "Fiskeområde Norra Alm"),
        ("Vi möter Almhögskolan och Alms folkhögskola.", "organisation", "Almhögskolan"),
        ("Vi möter Almhögskolan och Alms folkhögskola.", "organisation", "Alms folkhögskola"),
        ("Vi möter Ekby tekniska högskola.", "organisation", "Ekby tekniska högskola"),
        (
            "Mötet hölls i Regionförbundet i Almviks län.",
            "organisation",
            "Regionförbundet i Almviks län",
        ),
        (
            "Bo Al, Almviska landskapsförbundet, höll tal.",
            "organisation",
            "Almviska landskapsförbundet",
        ),
        ("Arbetet i Forum Mellanvik leds av regionerna.", "network", "Forum Mellanvik"),
        ("Föreningen Bottenkustrådets styrelse möts i maj.", "network", "Bottenkustrådet"),
        (
            "Regionen äger Brysselkontoret Norra Alms Office med andra.",
            "network",
            "Norra Alms Office",
        ),
        (
            "FJÄLLRÅDET TRE DALAR\nVERKSAMHETSPLAN 2017\nRådet har fyra kommuner.",
            "network",
            "Fjällrådet Tre Dalar",
        ),
    ],
)
def test_a_name_is_known_by_its_form(text: str, type_: str, name: str) -> None:
    """The noun of kind that a name says itself is no part of it."""
    found = [(one.entity_type, one.name) for one in understood(text).entities]

    assert (type_, name) in found


@pytest.mark.parametrize(
    ("text", "type_", "name"),
    [
        ("Eleverna sökte till Musikhögskolan i våras.", "organisation", "Musikhögskolan"),
        ("De möttes på Nordiskt Forum Malmö.", "network", "Forum Malmö"),
        ("UNGDOMSRÅDET PROTOKOLL", "network", "Ungdomsrådet Protokoll"),
        ("Åsa Ek sitter i dess Executive Committee.", "network", "Executive Committee"),
    ],
)
def test_a_form_like_it_is_no_name(text: str, type_: str, name: str) -> None:
    """What is taught, the middle of a name, and a council of a region's own name none."""
    found = [(one.entity_type, one.name) for one in understood(text).entities]

    assert (type_, name) not in found


def test_a_title_in_capitals_names_the_network_that_the_text_is_of() -> None:
    """`LEADER` is a programme by itself, and the beginning of a longer name here."""
    knowledge = understood(
        "LEADER ÅSBYGDEN\nUtvecklingsstrategi 2023–2027\n\n1 Vilka vi är\n\n"
        "Leader Åsbygden är en förening. Medlemmar är Norrby kommun och Söderby kommun.\n\n"
        "2 Styrelse\n\nOrdförande är Åsa Ek (S).\n"
    )
    kinds = {e.name: e.entity_type for e in knowledge.entities if "eader" in e.name}
    assert kinds == {"Leader Åsbygden": "network"}


@pytest.mark.parametrize(
    ("title", "network"),
    [
        ("NORRA ÅSDALARNAS EU OFFICE", "Norra Åsdalarnas Eu Office"),
        ("Norra Åsdalarnas EU Office", "Norra Åsdalarnas EU Office"),
        ("TRE KUSTER BRUSSELS OFFICE", "Tre Kuster Brussels Office"),
        ("KUSTBYGDENS HEMBYGDSFÖRENING", None),
        ("REGIONENS EUROPAARBETE", None),
    ],
)
def test_a_line_in_capitals_is_read_like_any_other(title: str, network: str | None) -> None:
    knowledge = understood(f"{title}\n\nBrev till ägarna\n\nÅret har gått fort.\n")
    assert {e.name for e in knowledge.entities} - {"Bryssel"} == ({network} - {None})


@pytest.mark.parametrize("kind", ["Kommunförbundet", "Kustförbundet", "Vattenrådet"])
@pytest.mark.parametrize("rest", ["Norrvik och Söderby", "Tre i Väst", "Norra & Södra"])
def test_a_name_that_never_stands_without_its_second_place(kind: str, rest: str) -> None:
    name = f"{kind} {rest}"
    knowledge = understood(
        f"{name}\n\nVerksamhetsplan 2012\n\n{name} har sju medlemmar. {name} är medlem i Polis.\n"
    )
    assert name in {e.name for e in knowledge.entities}
    longer = "Kustförbundet Norrvik och Söderby kom överens. Kustförbundet Norrvik betalar."
    assert "Kustförbundet Norrvik" in {e.name for e in understood(longer).entities}
