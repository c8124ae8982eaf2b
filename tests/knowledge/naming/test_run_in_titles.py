import pytest

from tests.knowledge.written import understood

TOP = "# Internationellt arbete i Region Almvik\n\nRegion Almvik deltar i flera samarbeten.\n\n"


def _networks(text: str) -> set[str]:
    return {e.name for e in understood(TOP + text).entities if e.entity_type == "network"}


@pytest.mark.parametrize(
    "text",
    [
        "Skärgårdar för klimat. Regionen är medlem sedan 2010.",
        "Skärgårdar för klimat. Ett nätverk för öar som vill minska sina utsläpp.",
        "Skärgårdar för klimat (SFK). Föreningen bildades 2004.",
    ],
)
def test_a_title_that_the_text_tells_of(text: str) -> None:
    assert "Skärgårdar för klimat" in _networks(text)


def test_titles_beside_known_networks() -> None:
    text = "Euroregion Baltic. Avgift 2 mkr.\n\nEnergy Cities. Avgift 1 mkr.\n\n{}. Ingen avgift."
    assert "Kustens Småstäder" in _networks(text.format("Kustens Småstäder"))
    assert "Övriga små samarbeten" not in _networks(text.format("Övriga små samarbeten"))


@pytest.mark.parametrize(
    "text",
    [
        "Tabell 2. Regionen är medlem sedan 2010.",
        "Frågor besvaras av Rune Berg. Regionen är medlem i Euroregion Baltic.",
        "Arbetet går framåt. Regionen är medlem i Euroregion Baltic.",
        "Insamling av förlorade fiskeredskap. Projektet stöds av Interreg Södra Östersjön.",
    ],
)
def test_what_is_no_title(text: str) -> None:
    assert _networks(text) <= {"Euroregion Baltic"}
