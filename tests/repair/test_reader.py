"""The reader: what it leaves alone, what it is sure of, how good it thinks a text is."""

import pytest

from pipeline.config import RepairConfig
from pipeline.lexicon import Lexicon
from pipeline.model.page import Line
from pipeline.model.repair import RepairedLine
from pipeline.repair.channel import Confusions, Rates
from pipeline.repair.choices import Case
from pipeline.repair.edits import Draft
from pipeline.repair.lines import clean_line
from pipeline.repair.reader import Quality, Reader
from pipeline.repair.sentences import Unit, sentences
from pipeline.repair.vocabulary import Form

CONFIG = RepairConfig(apply_score=0.7, suggest_score=0.4)
RUINED = Rates(0.8, 0.002)


@pytest.fixture(scope="module")
def reader(lexicon: Lexicon, confusions: Confusions) -> Reader:
    return Reader(lexicon, confusions, RUINED)


def units(text: str) -> list[list[Unit]]:
    return sentences([Line(text)], [clean_line(text)], [None])


def repair(reader: Reader, text: str) -> tuple[str, Quality]:
    draft = Draft([clean_line(text)], CONFIG)
    quality = reader.repair(draft, units(text))
    return RepairedLine(text, draft.finish(0)).text, quality


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Skolan ligger 1 centrum och ar stangd.", "Skolan ligger i centrum och är stängd."),
        ("Hon ar fodd 1 Goteborg.", "Hon är född 1 Göteborg."),
        ("Skolan har 1 200 elever och 1 rektor.", None),
        ("1. atgarder mot buller", "1. åtgärder mot buller"),
        ("Skolan startar 1 augusti.", "Skolan startar 1 augusti."),
    ],
)
def test_a_one_before_a_small_word_may_be_the_word_i(
    reader: Reader, printed: str, expected: str | None
) -> None:
    text, _ = repair(reader, printed)
    if expected is None:
        assert "1 200" in text
    else:
        assert text == expected


def test_a_one_stays_a_one_where_little_is_lost(lexicon: Lexicon, confusions: Confusions) -> None:
    reader = Reader(lexicon, confusions, Rates(0.003, 0.002))
    assert repair(reader, "Skolan ligger 1 centrum.")[0] == "Skolan ligger 1 centrum."


@pytest.mark.parametrize(
    "text",
    [
        "Enligt bil. A och B, jfr kap. 3 samt t.ex. SFS, ROT och KS.",
        "Vi, dvs. AU och RF, ses kl. 9 hos MSB.",
        "RK:s och EU:s regler",
    ],
)
def test_abbreviations_single_letters_and_short_capitals_stay(reader: Reader, text: str) -> None:
    assert repair(reader, text)[0] == text


def test_a_line_in_capitals_is_read_like_any_other(reader: Reader) -> None:
    assert repair(reader, "MAL OCH ATGARDER FOR SKARGARDEN")[0] == "MÅL OCH ÅTGÄRDER FÖR SKÄRGÅRDEN"


def test_an_r_by_itself_is_the_word_are(reader: Reader) -> None:
    assert repair(reader, "Skolan r stangd.")[0] == "Skolan är stängd."


def test_a_title_before_a_name_is_a_word(reader: Reader) -> None:
    text = "Kommunalrad Maja Fryxbom (KD) ar ledamot."
    assert repair(reader, text)[0] == "Kommunalråd Maja Fryxbom (KD) är ledamot."


def test_only_words_read_for_sure_are_shown(reader: Reader, lexicon: Lexicon) -> None:
    seen = reader.survey(units("Skolan ar stangd 3 dagar, sager Brimvik. Skolan ar liten."))
    words = {lexicon.word(number): count for number, count in seen.items()}
    assert words["skolan"] == words["är"] == 2
    assert words["stängd"] == 1
    assert not words.keys() & {"ar", "stangd", "brimvik"}
    assert lexicon.number not in seen


def test_quality_tells_the_words_and_how_many_are_right(reader: Reader) -> None:
    _, ruined = repair(reader, "Namnden foreslar battre stod till aldre 2024.")
    assert ruined.words == 6
    assert ruined.right < 3
    assert ruined.right < ruined.repaired <= ruined.words
    _, well = repair(reader, "Skolan har en stor gymnastiksal.")
    assert well.repaired == pytest.approx(5, abs=0.2)
    assert well.right == pytest.approx(well.repaired, abs=0.2)
    assert repair(reader, "– 12 :")[1] == Quality()


def test_names_in_several_prints_are_read_as_one(lexicon: Lexicon, confusions: Confusions) -> None:
    reader = Reader(lexicon, confusions, RUINED)
    reader.settle([Form(word, Case.CAPITAL, 2) for word in ("hékesund", "hokesund", "hdkesund")])
    for printed in ("Hékesund", "Hokesund", "Hdkesund"):
        assert repair(reader, f"Vi bor i {printed}.")[0] == "Vi bor i Hökesund."


def test_what_the_document_shows_helps_where_neighbours_do_not(
    lexicon: Lexicon, confusions: Confusions
) -> None:
    held, plain = Reader(lexicon, confusions, RUINED), Reader(lexicon, confusions, RUINED)
    number = lexicon.word_id("bår")
    assert number is not None
    held.believe({number: 500.0})
    plain.believe({})
    assert "bår" in repair(held, "Bar, bar och bar")[0]
    assert "bår" not in repair(plain, "Bar, bar och bar")[0]
