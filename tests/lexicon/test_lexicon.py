from hashlib import sha256

import pytest

from pipeline.lexicon import Lexicon, fold, lexicons_directory, open_lexicon
from pipeline.lexicon.inputs import data_digest
from pipeline.lexicon.sources import read_manifest


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return open_lexicon()


def test_every_file_is_the_one_that_the_manifest_lists() -> None:
    directory = lexicons_directory()
    for name, source in read_manifest(directory).items():
        assert source.licence, name
        assert source.path or source.package, name
        if source.sha256:
            assert sha256((directory / source.path).read_bytes()).hexdigest() == source.sha256


def test_no_count_or_list_lies_there_unlisted() -> None:
    directory = lexicons_directory()
    listed = {source.path for source in read_manifest(directory).values()}
    found = [*directory.glob("words/*"), *directory.glob("confusions/*"), *directory.glob("*.tsv")]
    assert {path.relative_to(directory).as_posix() for path in found} <= listed


def test_words_are_known_and_damaged_forms_are_not_healthy(lexicon: Lexicon) -> None:
    for word in ("värld", "Regionen", "och", "utvecklingsarbete"):
        assert lexicon.is_healthy(word), word
    for word in ("for", "ar", "pa", "virld", "mojligheter", "behover"):
        assert not lexicon.is_healthy(word), word
    assert lexicon.count("och") > lexicon.count("värld") > lexicon.count("virld") == 0


def test_compounds_and_hyphens_are_known_by_their_parts(lexicon: Lexicon) -> None:
    for word in ("besöksnäringsstrategi", "EU-projekt", "RK:s", "omvärldsbevakningsplan"):
        assert lexicon.knows(word), word
    for word in ("besoksnaringsstrategi", "virldsbevakning", "utvirderas"):
        assert not lexicon.knows(word), word


def test_the_share_of_known_words_tells_health_from_damage(lexicon: Lexicon) -> None:
    healthy = [
        "Arbetet",
        "ska",
        "också",
        "bidra",
        "till",
        "utveckling",
        "av",
        "länet",
        "i",
        "enlighet",
        "med",
        "målen",
    ]
    ruined = [
        "Arbctet",
        "ska",
        "ocksa",
        "bidra",
        "till",
        "utvcckling",
        "av",
        "linet",
        "i",
        "enlighct",
        "mcd",
        "malen",
    ]
    assert lexicon.known_share(healthy) == 1
    assert lexicon.known_share(ruined) < 0.6
    assert lexicon.known_share([]) == 0


def test_candidates_share_the_key_and_come_commonest_first(lexicon: Lexicon) -> None:
    numbers = lexicon.candidates(fold("for"))
    found = [lexicon.word(number) for number in numbers]
    assert found[0] == "för"
    assert "for" in found
    counts = [lexicon.count_of(number) for number in numbers]
    assert counts == sorted(counts, reverse=True)
    assert lexicon.candidates("no such key") == []


def test_the_words_of_a_key_come_the_commonest_first(lexicon: Lexicon) -> None:
    entries = lexicon.keyed(fold("for"))
    assert [entry.number for entry in entries] == lexicon.candidates(fold("for"))
    assert "för" in {entry.word for entry in entries}
    assert [e.prior for e in entries] == sorted((e.prior for e in entries), reverse=True)
    assert lexicon.keyed("no such key") == ()


def test_an_accented_e_is_found_from_a_plain_one(lexicon: Lexicon) -> None:
    assert "idé" in [lexicon.word(number) for number in lexicon.candidates(fold("ide"))]


def test_word_pairs_and_what_is_left_make_a_chance(lexicon: Lexicon) -> None:
    first, second = lexicon.word_id("för"), lexicon.word_id("att")
    assert first is not None
    assert second is not None
    assert 0.1 < lexicon.pair_chance(first, second) < 1
    assert lexicon.pair_chance(second, lexicon.sentence) == 0
    assert 0 < lexicon.backoff(first) < 1


def test_names_abbreviations_and_english_are_told(lexicon: Lexicon) -> None:
    kronoberg, kap = lexicon.word_id("kronoberg"), lexicon.word_id("kap")
    assert kronoberg is not None
    assert kap is not None
    assert lexicon.is_name(kronoberg)
    assert lexicon.is_abbreviation(kap)
    assert lexicon.english("every") > 0 == lexicon.english("åtgärd")


def test_the_digest_is_that_of_the_inputs(lexicon: Lexicon) -> None:
    assert lexicon.digest == data_digest(lexicons_directory())
