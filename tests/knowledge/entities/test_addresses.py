import pytest

from pipeline.knowledge.entities.addresses import names_in_addresses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Åsa Ek\nasa.ek@almvik.se", [(0, "Åsa Ek")]),
        ("Fråga Eva-Li Öst, eva-li.ost@almvik.se", [(6, "Eva-Li Öst")]),
        ("Åsa Ek Bo, asa.ek@almvik.se", []),
        ("vi frågar åsa ek, asa.ek@almvik.se", []),
        ("Region Almvik, region@almvik.se", []),
    ],
)
def test_names_that_addresses_spell(text: str, expected: list[tuple[int, str]]) -> None:
    assert list(names_in_addresses(text)) == expected
