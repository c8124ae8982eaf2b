from tests.knowledge.written import understood


def networks(text: str) -> set[str]:
    """Return the names of the networks that a text names."""
    return {e.name for e in understood(text).entities if e.entity_type == "network"}


def test_a_network_called_by_its_noun_alone_is_the_one_named_in_full() -> None:
    text = (
        "Gränskommittén Tolvmila bildades 1996.\n\n"
        "Gränskommitténs styrelse möts i maj. Vi är med i Gränskommittén Tolvmila."
    )
    assert networks(text) == {"Gränskommittén Tolvmila"}


def test_a_noun_that_two_networks_have_is_neither() -> None:
    text = (
        "Gränskommittén Tolvmila och Gränskommittén Femmila samarbetar.\n\n"
        "Gränskommitténs styrelse möts i maj."
    )
    assert {"Gränskommittén Tolvmila", "Gränskommittén Femmila"} <= networks(text)


def test_two_letters_changed_about_make_no_other_network() -> None:
    text = (
        "Vi är med i nätverket Europavägarna.\n\nRegionen har ett ombud i nätverket Eurpoavägarna."
    )
    assert networks(text) == {"Europavägarna"}


def test_an_office_told_of_by_its_place_is_the_one_named_in_full() -> None:
    text = (
        "## Norra Almkusten European Office\n\nEU-kontoret i Bryssel ägs av Region Almvik och "
        "Region Sundmark. Kontoret arbetar med påverkan."
    )
    assert networks(text) == {"Norra Almkusten European Office"}
