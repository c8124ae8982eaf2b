import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.config import RepairConfig
from pipeline.lexicon import Lexicon, open_lexicon
from pipeline.model.geometry import Box
from pipeline.model.page import Decision, Line, Page, TextSource, Word
from pipeline.model.repair import EditDecision, EditKind, Join, RepairedLine
from pipeline.repair import repair_document, repair_lines
from pipeline.text.derived import derive

RUINED = """\
Kommunen piverkas av utvecklingen i omvirlden. Vi lever i en alltmer globali-
serad virld vilket skapar nya mojligheter men ocksa fler utmaningar f6r alla.
Vi ska stirka v4rt arbete fér invinarna och bidra till hallbar utveckling.
e nyttja de natverk dar kommunen ar aktiv {or att paverka
e skapa bittre forutsattningar for foretagen, bade nationellt och i norra
Aren 2014-2020 deltog Anders Sjéberg (C) i EU-projekt om kust- och skargard.
Det finns 3 stader 1 linet, se www.abo.se eller skriv till sodra@abo.se.
Mal 1. Starka samarbetet med European Regions for Innovation
""".splitlines()

HEALTHY = """\
Arbetet ska också bidra till utveckling av länet i enlighet med målen.
Anna Grans (M) och Rene Olesen (S) valdes till ledamöter i Heathy Cities.
Se bilaga 1 i rapporten. Getting it right for every child är en modell.
""".splitlines()


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return open_lexicon()


@pytest.fixture(scope="module")
def ruined(lexicon: Lexicon) -> list[RepairedLine]:
    return list(repair_lines(RUINED, lexicon, RepairConfig()))


def undone(line: RepairedLine) -> str:
    text = line.text
    shift = sum(len(edit.after) - len(edit.before) for edit in line.applied)
    for edit in reversed(line.applied):
        shift -= len(edit.after) - len(edit.before)
        start = edit.start + shift
        assert text[start : start + len(edit.after)] == edit.after
        text = text[:start] + edit.before + text[start + len(edit.after) :]
    return text


def test_ruined_text_reads_as_it_was_written(ruined: list[RepairedLine]) -> None:
    assert [line.text for line in ruined] == [
        "Kommunen påverkas av utvecklingen i omvärlden. Vi lever i en alltmer globali-",
        "serad värld vilket skapar nya möjligheter men också fler utmaningar för alla.",
        "Vi ska stärka vårt arbete för invånarna och bidra till hållbar utveckling.",
        "• nyttja de nätverk där kommunen är aktiv för att påverka",
        "• skapa bättre förutsättningar för företagen, både nationellt och i norra",
        "Åren 2014-2020 deltog Anders Sjöberg (C) i EU-projekt om kust- och skärgård.",
        "Det finns 3 städer i länet, se www.abo.se eller skriv till sodra@abo.se.",
        "Mål 1. Stärka samarbetet med European Regions for Innovation",
    ]


def test_every_edit_tells_where_what_and_how_sure(ruined: list[RepairedLine]) -> None:
    edits = {edit.before: edit for line in ruined for edit in line.edits}
    assert edits["piverkas"].kind is EditKind.DIACRITIC
    assert edits["e"].kind is EditKind.BULLET
    assert edits["virld"].score > 0.99
    assert edits["virld"].decision is EditDecision.APPLIED


def test_a_word_broken_over_a_line_end_is_repaired_in_both_lines(lexicon: Lexicon) -> None:
    text = [
        *RUINED,
        "Kommunen arbetar med om-",
        "vitldsbevakning och forstirker £6-",
        "regaende ar",
    ]
    lines = list(repair_lines(text, lexicon, RepairConfig()))[-3:]
    assert [line.text for line in lines] == [
        "Kommunen arbetar med om-",
        "världsbevakning och förstärker fö-",
        "regående år",
    ]
    assert [line.join for line in lines] == [Join.DROP_HYPHEN, Join.DROP_HYPHEN, Join.NONE]
    assert "omvärldsbevakning och förstärker föregående" in derive(lines).text.replace("\n", " ")


def test_healthy_text_stays(lexicon: Lexicon) -> None:
    lines = list(repair_lines(HEALTHY, lexicon, RepairConfig()))
    assert [line.edits for line in lines] == [()] * len(HEALTHY)


def test_encoding_is_mended_on_a_healthy_page_too(lexicon: Lexicon) -> None:
    text = [*HEALTHY, "FÃ¶rvaltningen har en ﬁn plan fÃ¶r Ã¥ret"]
    line = list(repair_lines(text, lexicon, RepairConfig()))[-1]
    assert line.text == "Förvaltningen har en fin plan för året"
    kinds = [edit.kind for edit in line.edits]
    assert kinds == [EditKind.ENCODING, EditKind.TYPOGRAPHY, EditKind.ENCODING, EditKind.ENCODING]
    assert undone(line) == line.raw


def test_a_stream_gives_a_line_for_each_line(lexicon: Lexicon) -> None:
    lines = RUINED * 150
    repaired = list(repair_lines(iter(lines), lexicon, RepairConfig()))
    assert [line.raw for line in repaired] == lines


def test_pages_keep_their_lines_and_are_estimated(lexicon: Lexicon) -> None:
    pages = [
        Page(number, 595, 842, TextSource.OCR, Decision.REPAIR, "", tuple(map(Line, text)))
        for number, text in enumerate((RUINED, HEALTHY, []), start=1)
    ]
    bad, good, empty = repair_document(pages, lexicon, RepairConfig())
    assert bad.quality_raw is not None
    assert bad.quality is not None
    assert bad.quality_raw < 0.8 < bad.quality <= 1
    assert good.quality_raw == good.quality is not None
    assert good.quality > 0.9
    assert empty.quality is None
    assert [line.text for line in good.lines] == HEALTHY


def test_an_edit_carries_the_confidence_of_its_word(lexicon: Lexicon) -> None:
    words = tuple(Word(text, Box(0, 0, 1, 1), 0.5) for text in RUINED[0].split())
    lines = (Line(RUINED[0], words=words), *map(Line, RUINED[1:]))
    page = Page(1, 595, 842, TextSource.OCR, Decision.REPAIR, "", lines)
    (repaired,) = repair_document([page], lexicon, RepairConfig())
    assert {edit.ocr_confidence for edit in repaired.lines[0].edits} == {0.5}
    assert {edit.ocr_confidence for edit in repaired.lines[1].edits} == {None}


def test_scores_decide_between_applied_suggested_and_nothing(lexicon: Lexicon) -> None:
    shy = RepairConfig(apply_score=1.0, suggest_score=1.0)
    bold = RepairConfig(apply_score=0.0, suggest_score=0.0)
    few = [edit for line in repair_lines(RUINED, lexicon, shy) for edit in line.edits]
    many = [edit for line in repair_lines(RUINED, lexicon, bold) for edit in line.edits]
    assert len(few) < len(many)
    assert all(edit.decision is EditDecision.APPLIED for edit in many)


def test_hyphens_are_left_to_the_print_if_so_wished(lexicon: Lexicon) -> None:
    config = RepairConfig(join_hyphens=False)
    assert {line.join for line in repair_lines(RUINED, lexicon, config)} == {Join.NONE}


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text("fördalnet 6é&{-\u00adﬁÃ¶\u0308O.1\ufffd", max_size=30), max_size=4))
def test_edits_applied_backwards_give_the_raw_line(lexicon: Lexicon, text: list[str]) -> None:
    lines = list(repair_lines([*RUINED, *text], lexicon, RepairConfig(suggest_score=0.1)))
    assert [line.raw for line in lines] == [*RUINED, *text]
    assert [undone(line) for line in lines] == [*RUINED, *text]
