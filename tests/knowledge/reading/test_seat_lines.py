import pytest

from pipeline.knowledge.reading.seat_lines import is_listed


@pytest.mark.parametrize(
    ("above", "text"),
    [
        ("Åsa Ek (S), Almviks kommun", "Bo af Al (–), Region Almvik, ersättare"),
        ("Beslutande ledamöter", "Åsa Ek (S), Almviks kommun"),
        ("Åsa Ek, (s), Almvik", "Bo Al, (avl), Almvik"),
        ("Bo Al (M)", "Kust i samverkan, styrelse"),
        ("Ersättare: Bo Al (M), Eva Lund (S)", "Tjänstemannaberedning"),
        ("Eva B. Lund, prorektor Kustens högskola", "Ersättare"),
        ("Åsa Ek Centerpartiet Ordförande 1", "Bo Al Moderaterna Ledamot 2"),
        ("Till styrelsen för Kustrådet utses", "ledamöter Åsa Ek (S)"),
        ("Åsa Ek (S)", "ersättare Bo Al (M), Almvik"),
        ("Åsa Ek (S)", "vakant (M)"),
        ("vakant (M)", "Till ordförande utses Åsa Ek (S)."),
        ("b) Bo Al (M)", "med följande ersättare:"),
        ("Skolchef Bo Al", "Regionens näringslivsdirektör Eva Lund"),
        ("Kommunstyrelsens ordförande Åsa Ek (S), sammankallande", "Skolchef Bo Al"),
    ],
)
def test_lines_of_lists(above: str, text: str) -> None:
    assert is_listed(above, text)


@pytest.mark.parametrize(
    ("above", "text"),
    [
        ("Regionen företräds i styrelsen av de båda ledamöterna", "Åsa Ek (S) och Bo Al (M)."),
        ("Kustens Samarbete (KUSA)", "Havets Samarbete (HAVS)"),
        ("", "Arbetet fortsätter."),
        ("Till styrelsen väljs Åsa Ek (S) och", "ersättare Bo Al (M)"),
        ("Till styrelsen väljs som", "ersättare för Åsa Ek (S) den nya ledamoten"),
        ("Åsa Ek (S), Bo Al (M) och", "Styrelsen"),
        ("Mötet leddes av skolchef Eva Lund och", "Näringslivschef Bo Al"),
        ("Skolchef Bo Al", "Näringslivschef Eva Lund har sedan dess tagit över"),
    ],
)
def test_lines_of_running_text(above: str, text: str) -> None:
    assert not is_listed(above, text)
