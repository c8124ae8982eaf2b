import pytest

from tests.knowledge.written import understood

TOP = "# Handlingsplan för Region Almvik 2024\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("För medlemsavgifter avsätts 1,6 mkr.", ("medlemsavgifter", 1_600_000, "SEK", None)),
        ("En resefond om 400 tkr inrättas.", ("resefond", 400_000, "SEK", None)),
        ("Avgiften till ERRIN är 3 500 euro.", ("ERRIN", 3500, "EUR", None)),
        (
            "Vi avsätter 90 tkr till seminarier om havet under 2024.",
            ("seminarier om havet", 90_000, "SEK", None),
        ),
        ("Lokalen på Storgatan hyrs för 62 000 kr.", ("Lokalen på Storgatan", 62_000, "SEK", None)),
        (
            "Planerade aktiviteter\n1. Språkvecka\n\nKostnaden är 90 000 kr. För uppgiften krävs "
            "en heltidstjänst.",
            ("Språkvecka", 90_000, "SEK", 100),
        ),
    ],
)
def test_what_a_sum_is_for(text: str, expected: tuple[str, float, str, float | None]) -> None:
    (cost,) = understood(TOP + text).costs
    assert (cost.subject_text, cost.amount, cost.currency, cost.fte_percent) == expected


@pytest.mark.parametrize(
    "text", ["Avgiften är 2 kr per invånare.", "Det är 300 tkr lägre än 2020.", "1 € = 10,27 kr"]
)
def test_rates_and_comparisons_are_no_sums(text: str) -> None:
    assert not understood(TOP + text).costs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lokalhyran uppgick till 910 000 kronor.", ["Lokalhyran"]),
        (
            "Ramen är 5,6 mkr, varav löner 4,1 mkr och resor 460 000 kronor.",
            ["löner", "resor"],
        ),
        (
            "För resor, tolkning och besök har för 2024 anvisats 425 tkr.",
            ["resor, tolkning och besök"],
        ),
    ],
)
def test_what_a_clause_calls_the_thing(text: str, expected: list[str]) -> None:
    named = [cost.subject_text for cost in understood(TOP + text).costs]
    assert named[-len(expected) :] == expected


def test_a_share_of_a_person_in_brackets() -> None:
    (cost,) = understood(TOP + "Karin Alm (S), informatör (50 %)").costs
    assert cost.fte_percent == 50


def test_dollars() -> None:
    (cost,) = understood(TOP + "Museet fick 40 000 dollar till resor.").costs
    assert (cost.amount, cost.currency) == (40_000, "USD")


def test_each_sum_has_the_year_behind_it() -> None:
    text = "Nämnden avsätter 70 000 kronor för år 2021 och 70 000 kronor för år 2022 till resor."
    assert [cost.year for cost in understood(TOP + text).costs] == [2021, 2022]


def test_a_sum_below_the_title_that_its_sentence_begins_with() -> None:
    text = "# Stödet Ung vid havet\n\nStödet Ung vid havet har gått till nio orter, 815 000 kronor."
    (cost,) = understood(TOP + text).costs
    assert cost.subject_text == "Stödet Ung vid havet"


@pytest.mark.parametrize(
    "table",
    [
        "Budget 2025 (tkr)\n\n| Avgifter | 310 |\n| Resor | 120 |\n\nKostnader\n\n"
        "| Lokaler | 90 |\n| Löner | 810 |",
        "| Post | 2025 |\n| Lokaler | 90 |\n| Löner | 810 |\n\nBelopp i tusental kronor.",
        "| Post | När | Belopp (tkr) |\n| Lokaler | våren 2025 | 90 |\n| Löner | 2025 | 810 |",
    ],
)
def test_unit_and_year_of_a_table_may_stand_around_it(table: str) -> None:
    costs = understood("# Strategi för Region Almvik\n\n" + table).costs
    told = {(c.subject_text, c.year, c.amount, c.currency) for c in costs}
    assert told >= {("Lokaler", 2025, 90_000, "SEK"), ("Löner", 2025, 810_000, "SEK")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Avgiften till Klimatnavet Öst är 4 500 euro.", {("Klimatnavet Öst", 4500)}),
        (
            "För resor betalar vi 1,1 mkr, varav 300 tkr går till Klimatnavet Öst.",
            {("resor", 1_100_000), ("Klimatnavet Öst", 300_000)},
        ),
        (
            "# 2 Kultur\n\n# 2.1 Nordisk natt\n\nVi bidrar med 250 tkr. För natten avsätts 9 tkr.",
            {("Nordisk natt", 250_000), ("Nordisk natt", 9_000)},
        ),
        ("# Nordisk natt\n\nResekostnaderna väntas bli 24 tkr.", {("Resekostnaderna", 24_000)}),
    ],
)
def test_subjects_named_around_a_sum(text: str, expected: set[tuple[str, float]]) -> None:
    costs = understood("# Strategi för Region Almvik\n\n" + text).costs
    assert {(c.subject_text, c.amount) for c in costs} == expected


def test_the_year_of_another_event_is_not_that_of_a_sum() -> None:
    text = "Kommunen gick med i Eurocities 2019 och betalar 7 500 euro om året."
    (cost,) = understood("# Strategi för Region Almvik\n\n" + text).costs
    assert (cost.year, cost.amount) == (None, 7500)


def test_working_time_of_a_role() -> None:
    (cost,) = understood(TOP + "Vi bidrar med en samordnare på 40 procent.").costs
    assert cost.fte_percent == 40


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vi betalar 8 000 euro till Eurocities, 2 000 euro till ERRIN och 900 euro till POLIS.",
            [8000, 2000, 900],
        ),
        ("Avgiften till Eurocities är 8 000 euro, till ERRIN 2 000 euro.", [8000, 2000]),
    ],
)
def test_several_sums_and_names(text: str, expected: list[float]) -> None:
    costs = understood(TOP + text).costs
    assert [cost.amount for cost in costs] == expected
    assert len({cost.subject_text for cost in costs}) == len(expected)


def test_a_name_behind_another_sum() -> None:
    text = "För EU-arbetet 2025 har nämnden avsatt 4 mkr, varav 600 tkr till ERRIN."
    assert {c.subject_text: c.amount for c in understood(TOP + text).costs}["EU-arbetet"] == 4e6


@pytest.mark.parametrize(("told", "percent"), [("arbetar halvtid", 50), ("har en hel tjänst", 100)])
def test_shares_in_words(told: str, percent: float) -> None:
    (cost,) = understood(f"{TOP}EU-samordnare Tilda Krok {told} med nätverken.").costs
    assert (cost.subject_text, cost.fte_percent) == ("Tilda Krok", percent)


def test_a_yearly_fee_is_of_no_year() -> None:
    (cost,) = understood(f"{TOP}Regionen är medlem i Eurocities. Avgiften är 900 euro.").costs
    assert (cost.subject_text, cost.year) == ("Eurocities", None)


def test_lines_of_a_label_and_a_sum() -> None:
    text = (
        "Så fördelas pengarna:\n\nKustbygden 3 500 000 kronor\n\nInlandet: 2,5 miljoner kronor\n\n"
    )
    sums = {(c.subject_text, c.amount) for c in understood(TOP + text).costs}
    assert sums == {("Kustbygden", 3_500_000), ("Inlandet", 2_500_000)}


def test_the_caption_of_a_table_stands_above_its_whole_header() -> None:
    text = (
        "Tabell 1. Driftbudget (belopp i tkr)\n\n"
        "| Post | Budget 2024 | Budget 2025 | Plan 2026 |\n"
        "| Kansli | 1 480 | 1 510 | 1 550 |\n"
        "| Resor | 310 | 260 | 260 |\n"
    )
    found = {(c.subject_text, c.year, c.amount) for c in understood(TOP + text).costs}
    assert found == {
        ("Kansli", 2024, 1_480_000),
        ("Kansli", 2025, 1_510_000),
        ("Kansli", 2026, 1_550_000),
        ("Resor", 2024, 310_000),
        ("Resor", 2025, 260_000),
        ("Resor", 2026, 260_000),
    }


def test_neither_a_programmes_years_nor_a_projects_end_are_of_its_budget() -> None:
    text = (
        "Projektet Havsro, tystare vikar (Horisont 2020), pågår till maj 2028 och kostar 3,1 mkr."
    )
    (cost,) = understood(TOP + text).costs
    assert (cost.subject_text, cost.year, cost.amount) == ("Havsro", None, 3_100_000)


def test_the_title_of_labelled_lines_is_what_their_sum_and_share_are_for() -> None:
    (cost,) = understood(
        TOP + "Energy Cities\n\nTyp: nätverk\n\nAvgift 2024: 8 500 euro\n\n"
        "Personella resurser: 20 % av en heltid"
    ).costs
    assert (cost.subject_text, cost.amount, cost.fte_percent) == ("Energy Cities", 8500, 20)


def test_what_is_given_to_a_project_is_for_it_and_not_of_a_year_in_its_name() -> None:
    text = (
        "Energy Cities beviljas 561 372 kr för projektet ”Isfri hamn 2019+”. Projektet ska ladda."
    )
    (cost,) = understood("# Beslut\n\n" + text).costs
    assert (cost.subject_text, cost.year) == ("Isfri hamn 2019+", None)


def test_what_several_projects_share_is_no_cost() -> None:
    assert not understood(TOP + "Mötet beviljade 1 636 359 euro till fyra projekt.").costs


def test_dots_lead_from_a_label_to_its_sum() -> None:
    text = "Resor för valda ........ 140 000 kr\n\nTolkning ........ 20 000 kr"
    assert [c.subject_text for c in understood(TOP + text).costs] == ["Resor för valda", "Tolkning"]


@pytest.mark.parametrize(
    "text",
    [
        "Styrkommittén beviljade 1,6 miljoner euro till fyra projekt. EU bidrar med 900 000 euro.",
        "Totalt fördelades ca 100 miljoner kronor till nio projekt inom Interreg Nord.",
        "Totalt har 1,3 mkr beviljats till projekten i norra länet. Stödet består av 900 000 kronor"
        " från Regionala utvecklingsfonden.",
    ],
)
def test_what_several_projects_share_is_of_none(text: str) -> None:
    assert understood("# Nyheter\n\n" + text).costs == ()


def test_a_sum_goes_on_with_what_its_paragraph_is_about() -> None:
    text = "För delprogram Fjäll satsas 4 mkr. Till detta kommer 2 mkr i nationell finansiering."
    named = [cost.subject_text for cost in understood("# Nyheter\n\n" + text).costs]
    assert named == ["delprogram Fjäll"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Interreg Aurora öppnar i vår.\n\n37 miljoner kronor finns kvar att söka inom programmet "
        "och två möten är inplanerade för 2025.",
        "Interreg Aurora är EU:s program. Programmet har 37 miljoner kronor från Regionala "
        "utvecklingsfonden.",
    ],
)
def test_the_one_programme_is_taken_up(text: str) -> None:
    (cost,) = understood("# Nyheter\n\n" + text).costs
    assert (cost.subject_text, cost.year) == ("Interreg Aurora", None)


def test_a_fee_is_of_the_one_network() -> None:
    text = (
        "# Nytt medlemskap\n\nAlmvik går med i ERRIN.\n\nMedlemsavgiften är 25 000 kronor per år."
    )
    (cost,) = understood(text).costs
    assert cost.subject_text == "ERRIN"


def test_the_unit_in_a_numbered_heading_holds_for_the_table_below_and_leaders_are_no_words() -> (
    None
):
    text = (
        f"{TOP}5. Bakgrund\n\nRegionen har arbetat länge med vatten och andra frågor.\n\n"
        "6. Kostnader (tkr)\n\n|  | Budget 2024 | Bokslut 2024 |\n"
        "| Arvoden .......... | 185 | 172 |\n| Resor ............ | 310 | 356 |\n"
    )
    found = [(cost.subject_text, cost.year, cost.amount) for cost in understood(text).costs]
    assert found == [
        ("Arvoden", 2024, 185_000),
        ("Arvoden", 2024, 172_000),
        ("Resor", 2024, 310_000),
        ("Resor", 2024, 356_000),
    ]
