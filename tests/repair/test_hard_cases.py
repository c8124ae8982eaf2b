"""Hard cases across the rooms of repair: each went wrong once."""

import pytest

from pipeline.config import RepairConfig
from pipeline.lexicon import Lexicon
from pipeline.repair import repair_lines
from pipeline.repair.channel import IMPOSSIBLE, Channel, Confusions

RUINED = [
    "Kommunfullmiktige beslutade i gar att skolan ska rustas upp under hésten.",
    "Barnens vig till skolan gar over en hart trafikerad gata, och manga f6raldrar ar oroliga.",
    "Därf6r f6reslar namnden att hastigheten sanks langs stranden for att skydda barnen.",
]


def repaired(lexicon: Lexicon, *lines: str) -> list[str]:
    text = [*RUINED, "", *lines]
    return [line.text for line in repair_lines(text, lexicon, RepairConfig())][len(RUINED) + 1 :]


def test_two_names_with_one_key_do_not_become_one(lexicon: Lexicon) -> None:
    found = repaired(lexicon, "Oberg och Aberg talar. Eva Oberg och Ivar Aberg svarar.")
    assert "Åberg" in found[0] or "Aberg" in found[0]


def test_undamaged_names_with_one_key_stay(lexicon: Lexicon) -> None:
    text = "Ramila och Ramola talar. Ramila och Ramola svarar. Vi tackar Ramila och Ramola."
    assert repaired(lexicon, text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Det finns platser i klass 1 eller 2.",
        "Se figur 1; allt syns.",
        "Grupp 1 samt grupp 2 reser.",
        "Under kvartal 1 och 2 reser de.",
    ],
)
def test_a_one_among_numbers_stays(lexicon: Lexicon, text: str) -> None:
    assert repaired(lexicon, text) == [text]


@pytest.mark.parametrize(
    ("printed", "true"),
    [
        ("5. MAL FOR 1997", "5. MÅL FÖR 1997"),
        ("PROJEKT MED STOD FRAN EU", "PROJEKT MED STÖD FRÅN EU"),
        ("AER OCH BSSSC", "AER OCH BSSSC"),
        ("KD MP SD", "KD MP SD"),
    ],
)
def test_short_words_of_a_line_in_capitals(lexicon: Lexicon, printed: str, true: str) -> None:
    assert repaired(lexicon, printed) == [true]


def test_an_unlisted_compound_is_spelled_where_its_parts_fit_badly(lexicon: Lexicon) -> None:
    assert repaired(lexicon, "Hon ingar i rapportérsgruppen.") == ["Hon ingår i rapportörsgruppen."]


@pytest.mark.parametrize(
    ("printed", "true"),
    [
        ("Kontaktman ar Ame Almvik, planeringssekreterare.", "Kontaktman är Arne Almvik,"),
        ("ledamot Yiva Ek (MP)", "ledamot Ylva Ek (MP)"),
        ("Gran Ek (S) talar.", "Göran Ek (S) talar."),
        ("Sten Ek (S) talar.", "Sten Ek (S) talar."),
        ("Gran Canaria ligger sider om oss.", "Gran Canaria"),
        ("Elna Ek (S) och Datia Al (M) talar.", "Elna Ek (S) och Datia Al (M)"),
    ],
)
def test_a_given_name_is_known_by_the_surname_behind_it(
    lexicon: Lexicon, printed: str, true: str
) -> None:
    assert repaired(lexicon, printed)[0].startswith(true)


@pytest.mark.parametrize("text", ["Temat var 'Die Stadt der Zukunft'.", "Ebba von Rosen talar."])
def test_foreign_words_and_names_get_no_accents(lexicon: Lexicon, text: str) -> None:
    assert repaired(lexicon, text) == [text]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Bo Skéld (S) talar.", "Bo Sköld (S) talar."),
        ("Ordférande (S) talar.", "Ordförande (S) talar."),
        ("Vi sag Bo L66f i hamnen.", "Vi såg Bo Lööf i hamnen."),
        ("Antalet EU-ans6kningar okar.", "Antalet EU-ansökningar ökar."),
    ],
)
def test_a_print_that_cannot_be_right_is_no_name_or_code(
    lexicon: Lexicon, printed: str, name: str
) -> None:
    assert repaired(lexicon, printed) == [name]


def test_letters_are_mended_where_the_whole_word_is_not_sure(lexicon: Lexicon) -> None:
    found = repaired(lexicon, "Regionen Sjémalaren talar om Region Havs6 igen.")
    assert found == ["Regionen Sjömalaren talar om Region Havsö igen."]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Medlemsavgiften for 2026 ar 9 000 euro.", "Medlemsavgiften för 2026 är 9 000 euro."),
        ("Region Almvik ar sedan 2009 medlem.", "Region Almvik är sedan 2009 medlem."),
        ("Bo Ek (C) ar sedan juni ersattare.", "Bo Ek (C) är sedan juni ersättare."),
        ("Det hande for 3 ar sedan.", "Det hände för 3 år sedan."),
        ("Natverket bildades ar 2009.", "Nätverket bildades år 2009."),
        ("Kostnaden: Tva ar sedan.", "Kostnaden: Två år sedan."),
    ],
)
def test_what_stands_beside_it_tells_is_from_year(
    lexicon: Lexicon, printed: str, expected: str
) -> None:
    assert repaired(lexicon, printed) == [expected]


def test_an_abbreviation_in_brackets_may_have_small_letters(lexicon: Lexicon) -> None:
    text = "Vård i glesbygd (ViG) bildades 2019."
    assert repaired(lexicon, "Vard i glesbygd (ViG) bildades 2019.") == [text]


def test_surnames_keep_the_accent_of_their_ending(lexicon: Lexicon) -> None:
    text = "Karolina Wessén och Sara Lodén talar med Bo Amvér (S)."
    assert repaired(lexicon, text) == [text]


def test_every_row_of_the_tables_is_possible(
    ruined_channel: Channel, confusions: Confusions
) -> None:
    rows = [*confusions.swedish, *confusions.ordinary]
    assert [row for row in rows if ruined_channel.chance(*row) <= IMPOSSIBLE] == []


def test_any_string_may_be_looked_up(lexicon: Lexicon) -> None:
    for text in ("", "\0"):
        assert lexicon.english(text) == 0
        assert not lexicon.contains(text)
