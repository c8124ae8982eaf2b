import pytest

from pipeline.knowledge.entities.extents import is_whole, name_end, nominative_end


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Eurocities sedan 2016", "Eurocities"),
        ("Kustens kök, ett nätverk", "Kustens kök"),
        ("Ljusa städer har funnits länge", "Ljusa städer"),
        ("Klimatkommunerna arbetar brett", "Klimatkommunerna"),
        ("Tre kuster bildades 2017", "Tre kuster"),
        ("Network of the Regions for Health och andra", "Network of the Regions for Health"),
        ("Nätverket för gränslös sjukvård har", "Nätverket för gränslös sjukvård"),
        ("Nordeuropeiska fjällregioner 2021", "Nordeuropeiska fjällregioner"),
        ("Kalksten 2.0 är", "Kalksten 2.0"),
        ("Blå Bälten och Tre kuster", "Blå Bälten"),
        ("Näset–Sundet bildades 1988", "Näset–Sundet"),
        ("Sjökommunernas styrelse möts", "Sjökommunernas"),
        ("Ljusa nätter 2040 växer. Läs mer om Ljusa nätter 2040.", "Ljusa nätter 2040"),
        ("Rådet för Dal och Østmark möts", "Rådet för Dal och Østmark"),
        ("Nordiskt nätverk för gles vård är", "Nordiskt nätverk för gles vård"),
        ("Ljusa nätter 2040 går ut. I Ljusa nätter ingår", "Ljusa nätter"),
    ],
)
def test_a_name_ends_where_its_words_do(text: str, name: str) -> None:
    assert text[: name_end(text, 0)] == name


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Små städers nätverk", True),
        ("Forum för hållbar turism", True),
        ("Tillsammans med kommunerna", False),
        ("Staden har koordinerat", False),
        ("Nordeuropeiska fjällregioner 2021", False),
    ],
)
def test_a_clause_is_no_name(words: str, whole: bool) -> None:
    assert is_whole(words) is whole


def test_a_name_before_its_own_group_stands_in_the_genitive() -> None:
    text = "Vattenrådet Norra Åns styrgrupp"
    assert text[: nominative_end(text, 0, len("Vattenrådet Norra Åns"))] == "Vattenrådet Norra Ån"
    for name in ("Energy Cities", "Kustens Havsallians", "Network of Ports"):
        assert nominative_end(f"{name} styrgrupp", 0, len(name)) == len(name)


def test_a_name_goes_on_as_far_as_it_always_does() -> None:
    text = "Grannstäder i samverkan bildades. Vi är med i Grannstäder i samverkan."
    assert text[: name_end(text, 0)] == "Grannstäder i samverkan"
    once = "Grannstäder i samverkan bildades. Vi är med i Grannstäder."
    assert once[: name_end(once, 0)] == "Grannstäder"
