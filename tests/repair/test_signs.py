import pytest

from pipeline.config import RepairConfig
from pipeline.lexicon import Lexicon
from pipeline.model.page import Decision, Line, Page, TextSource
from pipeline.repair import repair_document
from pipeline.repair.signs import misread_signs


def mended(*lines: str) -> list[str]:
    texts = list(lines)
    for found in reversed(list(misread_signs(lines))):
        line, start, end = found.span.line, found.span.start, found.span.end
        texts[line] = texts[line][:start] + found.after + texts[line][end:]
    return texts


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("ledamot Stina Bergvall (5), och", "ledamot Stina Bergvall (S), och"),
        ("Bo Ek {S) och Li Ås (M}", "Bo Ek (S) och Li Ås (M)"),
        ("Ove von Ek (1)", "Ove von Ek (L)"),
        ("antagen den 18 november 2024, 8 104", "antagen den 18 november 2024, § 104"),
        ("beslut 2019-01-22, & 11", "beslut 2019-01-22, § 11"),
        ("enligt $ 12 i stadgan", "enligt § 12 i stadgan"),
        ("kl. 09.00—-12.15, 2021 — 2027", "kl. 09.00–12.15, 2021 – 2027"),
        ("Vassvik—-Åsby EU-kontor", "Vassvik–Åsby EU-kontor"),
        ("ca 40 96 av en heltidstjänst", "ca 40 % av en heltidstjänst"),
        ("minst 10 246 av sin arbetstid", "minst 10 % av sin arbetstid"),
        ("5 & av heltid", "5 % av heltid"),
        (".om 500 tkr till förstudier", "om 500 tkr till förstudier"),
        ("linjen till Fårhamn.'", "linjen till Fårhamn."),
        ("1.3, Lärande i nätverk", "1.3. Lärande i nätverk"),
        ("” Handläggare: Anna Ek", "Handläggare: Anna Ek"),
        ('"1. Informationskontor', "1. Informationskontor"),
        ("i Vika kommun. .Den samlade budgeten", "i Vika kommun. Den samlade budgeten"),
        ("en ledamot från varje kommun: .", "en ledamot från varje kommun:"),
        ("Ulla Ås (S),: Vika", "Ulla Ås (S), Vika"),
        ("2.2 | Resor till Bryssel", "2.2 Resor till Bryssel"),
        ("2LAG", "2 LAG"),
        ("3.1Mål för året", "3.1 Mål för året"),
        ("Nr_", "Nr"),
        ("ersättare Ebru Ås Vv", "ersättare Ebru Ås V"),
        ("Adnan Beli¢ (S), Mira Petrovié.", "Adnan Belić (S), Mira Petrović."),
        ("programmet Erasmust+ och Erasmust.", "programmet Erasmus+ och Erasmus+."),
        ("Gränsrådet för Dal och @stby i R@ros.", "Gränsrådet för Dal och Østby i Røros."),
        ("5. MAL 1997", "5. MÅL 1997"),
        ("MAL OCH AKTIVITETER", "MÅL OCH AKTIVITETER"),
        ("socialfondent+ betalar", "socialfonden+ betalar"),
        ("Åsa Hedgqvist och Bo Holmgqvist-Ek", "Åsa Hedqvist och Bo Holmqvist-Ek"),
    ],
)
def test_signs_are_known_by_what_stands_around_them(read: str, printed: str) -> None:
    assert mended(read) == [printed]


@pytest.mark.parametrize(
    "text",
    [
        "asa.ek@almvik.example, linda@ekby.almvik.se och B@almvik.se",
        "Följ oss på Instagram: @regionalmvik eller @almvik",
        "Anna Ek (S) och Bo Ek (KD)",
        "enligt bilaga (5) och sida 3 (8)",
        "det kostar $ 12 000",
        "hösten 2024, 8 104 kronor",
        "samarbete — och mer — än så",
        "kommittén och idé, 5 ¢ och rené",
        "Karin Bergqvist, Ola Högqvist och Eva Ljungqvist",
        "Erasmus+, Erasmustråden, art+design, 25 st + moms",
        "2021–2027",
        "12, Anna",
        "”Tillsammans för Östersjön” är strategins namn",
        '"1. Mål" och "2. Medel"',
        "och så vidare ...",
        "3,5 miljoner",
        "20 246 av länets invånare",
        "kallas 'det goda livet.'",
        ".se",
        "Projekt | Medel",
        "3D-skrivare",
        "anna_ek@vika.se",
    ],
)
def test_what_is_printed_so_stays(text: str) -> None:
    assert mended("punkterna 1 och", text) == ["punkterna 1 och", text]


def test_a_party_may_stand_on_the_line_below_the_name() -> None:
    assert mended("ersättare är Emma Falk", "(8), och") == ["ersättare är Emma Falk", "(S), och"]


def test_paragraphs_of_minutes_count_on() -> None:
    read = ("$ 12 Val", "8 13 Avsikt", "8 40 Annat", "Sidan")
    assert mended(*read) == ["§ 12 Val", "§ 13 Avsikt", "8 40 Annat", "Sidan"]
    assert mended("8 13 Avsikt", "8 14 Mer") == ["8 13 Avsikt", "8 14 Mer"]


@pytest.mark.parametrize(("source", "sign"), [(TextSource.OCR, "(S)"), (TextSource.PLAIN, "(5)")])
def test_healthy_text_that_nobody_read_is_left_alone(
    lexicon: Lexicon, source: TextSource, sign: str
) -> None:
    line = Line("Ledamöter är Stina Bergvall (5) och några till från länets kommuner.")
    page = Page(1, 0, 0, source, Decision.KEEP, "", (line,))
    (repaired,) = repair_document([page], lexicon, RepairConfig())
    assert sign in repaired.lines[0].text


@pytest.mark.parametrize(
    ("texts", "printed"),
    [
        (["« Bo Ek, ordförande"], ["• Bo Ek, ordförande"]),
        (["• Anna Ek (S)", "¢ Bo Ek (M)"], ["• Anna Ek (S)", "• Bo Ek (M)"]),
        (["¢ Bo Ek (M)"], ["¢ Bo Ek (M)"]),
    ],
)
def test_bullets_are_mended_in_what_was_read_well_too(
    lexicon: Lexicon, texts: list[str], printed: list[str]
) -> None:
    lines = ("Beredningen består av dessa ledamöter från länets kommuner:", *texts)
    page = Page(1, 0, 0, TextSource.OCR, Decision.KEEP, "", tuple(map(Line, lines)))
    (repaired,) = repair_document([page], lexicon, RepairConfig())
    assert [line.text for line in repaired.lines[1:]] == printed


def test_a_capital_of_a_numbered_heading_that_is_only_larger() -> None:
    assert mended("4.1 Kultur", "Det är bra.", "4.2 välfärd")[2] == "4.2 Välfärd"
    others = [
        ("Det är bra.", "4.2 välfärd"),  # no other heading
        ("4.1 Kultur", "enligt avsnitt", "4.2 och 4.3"),  # a sentence that goes on
        ("4.1 Kultur", "4.2 stärka", "bandet.", "4.3 öka"),  # items in small letters
    ]
    assert [mended(*lines) for lines in others] == [list(lines) for lines in others]
