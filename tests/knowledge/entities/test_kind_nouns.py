import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.knowledge.entities.kind_nouns import named_by_kind
from tests.knowledge.written import understood


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vi driver Nordiska småstäders forum, en mötesplats.", "Nordiska småstäders forum"),
        ("Nordiskt bryggeriforum – slottsfogde Ada Lo är med", "Nordiskt bryggeriforum"),
        ("Norrhavets Brysselrepresentation", "Norrhavets Brysselrepresentation"),
        ("Ådalarnas europeiska råd, styrelsen", "Ådalarnas europeiska råd"),
        (
            "i styrelsen för Näset–Fjordbygda interregionala sällskap väljs",
            "Näset–Fjordbygda interregionala sällskap",
        ),
        ("som görs inom Slättkommunernas Europanät, ett", "Slättkommunernas Europanät"),
        ("3. Dansk-svenska sundrådet", "Dansk-svenska sundrådet"),
        ("med i Ostviks vätgaskluster sedan 2011", "Ostviks vätgaskluster"),
        ("Samarbetsorganet Tre Vattens Råd möts", "Tre Vattens Råd"),
        ("Namn Parti Norra Insjöns Brysselkontor", "Norra Insjöns Brysselkontor"),
    ],
)
def test_a_noun_of_kind_with_what_tells_it_apart_is_a_name(text: str, name: str) -> None:
    assert [text[start:end] for start, end in named_by_kind(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Europeiska nätverk",
        "Nordiska samarbeten",
        "Europeiskt samarbete för unga",
        "och Internationella kommittén har beslutat",
        "i Luleås ungdomsråd sitter",
        "med Kommunernas nätverk för skolmat",
        "i EU:s nätverk för landsbygd",
        "medlem i Kustbygdens hembygdsförening",
        "Ådalarnas europeiska råd är som andras råd",
        "invigdes i Ystad. Gemenskapen växer",
    ],
)
def test_what_is_spoken_of_in_general_is_no_name(text: str) -> None:
    assert not list(named_by_kind(text))


@given(st.text("Aå –,.s\n", max_size=30).map(lambda words: f"{words} forum, X:s råd i Ås nätverk"))
def test_names_lie_in_the_text_and_begin_with_a_capital(text: str) -> None:
    for start, end in named_by_kind(text):
        assert text[start:end].strip() == text[start:end]
        assert text[start].isupper()


def test_a_name_may_stand_behind_a_colon() -> None:
    knowledge = understood(
        "Region Almvik är medlem i två nätverk: Mittnordiska Europakontoret (MNEK) och "
        "Energy Cities.\n\nI MNEK:s styrgrupp företräds regionen av Åsa Ek (S)."
    )
    assert {e.name for e in knowledge.entities if e.entity_type == "network"} == {
        "Mittnordiska Europakontoret",
        "Energy Cities",
    }


@pytest.mark.parametrize("title", ["kommunalråd", "oppositionsråd", "borgarråd"])
def test_a_councillor_is_no_council(title: str) -> None:
    assert not list(named_by_kind(f"Adjungerad är Ekbygdens {title} Åsa Ek (S)."))
