"""Which year a sum is for, and what it is for where its sentence names nothing."""

import pytest

from tests.knowledge.written import understood

TOP = "# Handlingsplan för Region Almvik 2024\n\n"


def _told(text: str) -> list[tuple[str | None, int | None, float | None]]:
    costs = understood(TOP + text).costs
    return [(cost.subject_text, cost.year, cost.amount or cost.fte_percent) for cost in costs]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Regionen lade 1 386 tkr på resor, att jämföra med 1,2 mkr för 2022.", 2024),
        ("Avgiften till ERRIN är 27 000 kr 2019.", 2019),
        ("Till ERRIN gick regionen in den 1 mars 2025; avgiften för 2027 är 5 000 euro.", 2027),
        ("Sedan hösten 2009 driver regionen projektet Havsro med 4 mkr.", None),
        ("Avgiften till ERRIN uppgår 2023 till 9 450 kr. Nästa år 2026 blir det mer.", 2023),
    ],
)
def test_the_year_of_a_sum(text: str, year: int | None) -> None:
    assert _told(text)[0][1] == year


def test_working_time_from_a_year_leaves_out_what_was_before() -> None:
    text = "Energistrategens tjänst är på heltid från 2015; tidigare avsattes 50 % av en tjänst."
    assert _told(text) == [("Energistrateg", 2015, 100)]


def test_nothing_told_is_the_whole_plan() -> None:
    text = "Interreg öppnar i maj.\n\n# Resurser\n\nInsatserna ryms inom en budget på 2 650 tkr."
    assert _told(text) == [("Region Almvik", 2024, 2_650_000)]


def test_a_noun_stands_for_the_network_that_is_paid() -> None:
    text = "Västerhavets EU-kontor är ett nätverk.\n\nRegionens avgift till kontoret är 2 mkr 2024."
    assert _told(text) == [("Västerhavets EU-kontor", 2024, 2_000_000)]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Medlemskapet kostar 21 tkr.", "Energy Cities"),
        ("Kostnaden för mässan är 40 tkr.", "Digital mässa om Energy Cities i Hansan"),
    ],
)
def test_a_title_above_tells_what_a_sum_is_for(sentence: str, subject: str) -> None:
    text = f"Planerade aktiviteter\n1. Digital mässa om Energy Cities i Hansan\n\n{sentence}"
    assert [subject_text for subject_text, *_ in _told(text)] == [subject]


def test_a_sum_told_again_in_a_table_is_one() -> None:
    text = (
        "Planerade aktiviteter\n1. Oljepannorna bort\n\nKostnaden är 11,4 mkr.\n\n"
        "| Åtgärd | Kostnad\n| Utbyte av oljepannor | 11,4 mkr\n| Solceller | 2 mkr\n"
    )
    assert [one[::2] for one in _told(text)] == [
        ("Utbyte av oljepannor", 11_400_000),
        ("Solceller", 2_000_000),
    ]


def test_sums_in_cells_of_activities_are_read() -> None:
    text = (
        "| Insats | Effekt\n| medfinansiera förstudien BlueSteps, med 150 tkr | underlag\n"
        "| ta emot en delegation | kunskap\n"
    )
    assert [one[::2] for one in _told(text)] == [("BlueSteps", 150_000)]


def test_a_project_that_takes_one_year_has_its_sum_in_it() -> None:
    text = (
        "| Projekt | Period | Kostnad\n| Unga röster | 2024 | 180 000 kr\n"
        "| Havsro | 2023–2025 | 400 000 kr\n"
    )
    assert _told(text) == [("Unga röster", 2024, 180_000), ("Havsro", None, 400_000)]


@pytest.mark.parametrize(
    "text",
    [
        "Vi beslutar att bevilja Energikontor Öst ett verksamhetsbidrag om 45 000 kr.",
        "Deltagandet i Energikontor Öst kostade 45 000 kr.",
        "Energikontor Östs medlemsavgift uppgår till 45 000 kr.",
        "Energikontor Öst\n\nSyfte: god energi\n\nAvgift 2024: 45 000 kr\n\nKontakt: Bo Al",
    ],
)
def test_what_no_list_knows_is_paid_by_its_name(text: str) -> None:
    assert [told[0] for told in _told(text)] == ["Energikontor Öst"]


def test_a_fee_in_the_past_is_of_the_year_of_the_report() -> None:
    costs = understood(
        "# Årsrapport 2017\n\nRegion Almvik är med i ERRIN. Avgiften var 7 200 euro."
    )
    assert [(c.subject_text, c.year) for c in costs.costs] == [("ERRIN", 2017)]
    costs = understood("# Årsrapport 2017\n\nRegion Almvik är med i ERRIN. Avgiften är 7 200 euro.")
    assert [(c.subject_text, c.year) for c in costs.costs] == [("ERRIN", None)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Lokaler kostade 620 000 kr och resor 340 000 kr.",
            [("Lokaler", 620_000), ("resor", 340_000)],
        ),
        (
            "Hyran beräknas till 410 tkr och avgiften till ERRIN till 5 500 euro.",
            [("Hyran", 410_000), ("ERRIN", 5_500)],
        ),
        (
            "Avgifter 2024: ERRIN 82 tkr. Resor och konferenser 210 tkr.",
            [("ERRIN", 82_000), ("Resor och konferenser", 210_000)],
        ),
        (
            "Av summan kommer 3 mkr från LIFE och 2 mkr från norska statliga medel.",
            [("LIFE", 3_000_000), ("norska statliga medel", 2_000_000)],
        ),
        (
            "Internationella funktionen består av 1,5 tjänster.",
            [("Internationella funktionen", 150)],
        ),
        (
            "ERRIN är ett nätverk. Medlemsavgifterna uppgår sammanlagt till 3 mkr.",
            [("Medlemsavgifterna", 3_000_000)],
        ),
    ],
)
def test_each_sum_of_a_sentence_is_for_its_own(text: str, told: list[tuple[str, float]]) -> None:
    assert [(subject, amount) for subject, _, amount in _told(text)] == told


def test_a_heading_says_what_its_budget_is_of() -> None:
    text = "# Budget delprogram Kust\n\nNationella medel bidrar med 2 086 750 euro."
    assert _told(text)[0][0] == "delprogram Kust"


def test_what_several_projects_are_given_is_of_the_programme() -> None:
    text = (
        "Interreg Nord är öppet. Nio nya projekt i länet får 13,4 miljoner euro. Projektet Havsro"
        " leds av Region Almvik."
    )
    assert ("Interreg Nord", 2024, 13_400_000) in _told(text)


def test_what_has_a_budget() -> None:
    assert _told("Delprogram Kust har en budget på 30 miljoner euro.")[0][0] == "Delprogram Kust"


def test_the_budget_of_the_one_project_that_the_title_names_and_who_pays_a_part() -> None:
    text = (
        "# Havsro – Interreg Nord\n\nHavsro är ett projekt som ska dämpa bullret.\n\nDen totala"
        " budgeten är 14 mkr, varav Almviks kommun bidrar med 900 tkr."
    )
    found = understood(text)
    assert [(c.subject_text, c.amount) for c in found.costs] == [
        ("Havsro", 14_000_000),
        ("Almviks kommun", 900_000),
    ]
    assert [project.description for project in found.projects] == ["dämpa bullret"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Totalt kostade det internationella arbetet 4,6 mkr.", "internationella arbetet"),
        ("Arvoden och resor för de två uppdragen beräknas till högst 60 000 kronor.", None),
        ("Havsro, cykelvägar till hamnen, stöds av LIFE. Regionens egeninsats är 75 000 kr.", ""),
        ("# ERRIN\n\nRegionen blev delägare den 1 januari 2017 och betalar 50 000 kr.", "ERRIN"),
    ],
)
def test_what_a_sentence_calls_what_it_costs(text: str, subject: str | None) -> None:
    whole = "Arvoden och resor för de två uppdragen"
    told = {None: whole, "": "Havsro"}.get(subject, subject)
    assert [told[0] for told in _told(text)] == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Regionens andel i Almvik Hub, som drivs med Växby högskola, uppgick till 1,7 mkr.",
            [("Almvik Hub", 2024, 1_700_000)],
        ),
        ("Kostnaden för vänortsdagarna stannade på 265 tkr.", [("vänortsdagarna", 2024, 265_000)]),
        ("Kostnad för vårforum: 65 000 kr.", [("vårforum", 2024, 65_000)]),
        (
            "Konferensen i Visby belastade budgeten med 140 tkr.",
            [("Konferensen i Visby", 2024, 140_000)],
        ),
        ("Till översättningar gick 35 tkr.", [("översättningar", 2024, 35_000)]),
        ("Vårmötet bör få kosta 110 000 kronor.", [("Vårmötet", 2024, 110_000)]),
        ("Nämndens anslag för 2023 var 1 250 000 kronor.", [("Nämndens anslag", 2023, 1_250_000)]),
        (
            "- B.1 Resebidrag till föreningar, sammanlagt 150 000 kronor under 2024",
            [("Resebidrag till föreningar", 2024, 150_000)],
        ),
        (
            "Vi besökte Västerhavets EU-kontor. Kontoret kostade landstinget 290 000 kronor under"
            " 2002 och beräknas kosta 305 000 kronor 2003.",
            [
                ("Västerhavets EU-kontor", 2002, 290_000),
                ("Västerhavets EU-kontor", 2003, 305_000),
            ],
        ),
        (
            "Avgiften till Euroregion Baltic blev 410 000 kr under 2023, mot 385 000 kr året före.",
            [("Euroregion Baltic", 2023, 410_000), ("Euroregion Baltic", 2022, 385_000)],
        ),
    ],
)
def test_what_costs_stands_beside_its_verb(
    text: str, told: list[tuple[str | None, int | None, float | None]]
) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "På kontoret har Gudrun Björk Sellman arbetat heltid och Nils Frost 40 procent.",
            [("Gudrun Björk Sellman", 2024, 100), ("Nils Frost", 2024, 40)],
        ),
        (
            "- Internationell samordnare: 60 procent av heltid",
            [("Internationell samordnare", 2024, 60)],
        ),
        ("- Internationella enheten har två tjänster.", [("Internationella enheten", 2024, 200)]),
        ("Kansliet har två tjänster för resor.", []),
    ],
)
def test_who_works_how_much(
    text: str, told: list[tuple[str | None, int | None, float | None]]
) -> None:
    assert _told(text) == told


def test_a_programme_that_gives_a_project_money_costs_nothing_itself() -> None:
    text = (
        "Det största projektet heter Långa linjen och gäller nattåg. Finansiär är Interreg Nord,"
        " som ger 6 miljoner kronor."
    )
    assert _told(text) == [("Långa linjen", None, 6_000_000)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Av dessa är 150 tkr reserverade för resan till Åbo och 95 tkr för montern på mässan"
            " i Kiel.",
            {("resan till Åbo", 150_000), ("montern på mässan i Kiel", 95_000)},
        ),
        (
            "Till arvoden gick 164 000 kronor och till tolkning 37 500 kronor.",
            {("arvoden", 164_000), ("tolkning", 37_500)},
        ),
        ("Firandet har en budget på 120 000 kronor.", {("Firandet", 120_000)}),
        ("Årsmötet 2024 beräknas kosta omkring 1,4 mkr.", {("Årsmötet", 1_400_000)}),
        (
            "1) Resor: 160 tkr 2023 och 190 tkr 2024.\n2) Monter i Kiel: 275 tkr 2024.",
            {("Resor", 160_000), ("Resor", 190_000), ("Monter i Kiel", 275_000)},
        ),
        (
            "# Samarbeten\n\n- ERRIN – med sedan 2004. Regioner i hela EU. Kostar 85 000 kr 2024.",
            {("ERRIN", 85_000)},
        ),
        (
            "# Projekt\n\nProjektet Varma ord, som prövar tolk på telefon, har LIFE gett 2 mkr.",
            {("Varma ord", 2_000_000)},
        ),
    ],
)
def test_what_words_around_a_sum_call_it(text: str, expected: set[tuple[str, float]]) -> None:
    costs = understood(f"# Handlingsplan för Region Almvik 2024\n\n{text}\n").costs
    assert {(c.subject_text, c.amount) for c in costs} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Åsa Ek arbetar 30 procent med planen och Bo Alm 20 procent.",
            [("Åsa Ek", 30), ("Bo Alm", 20)],
        ),
        ("Samordnaren Åsa Ek arbetar 50 procent för kommunen.", [("Åsa Ek", 50)]),
        ("Åsa Ek har ägnat halva sin arbetstid åt rådet.", [("Åsa Ek", 50)]),
    ],
)
def test_how_much_a_person_works(text: str, expected: list[tuple[str, float]]) -> None:
    costs = understood(f"# Handlingsplan för Region Almvik 2024\n\n{text}\n").costs
    assert [(c.subject_text, c.fte_percent) for c in costs] == expected


@pytest.mark.parametrize(
    "told", ["Regionens avgift", "Landstingets bidrag", "Vår medlemsavgift", "Förbundets kostnad"]
)
def test_what_one_pays_is_for_the_network_of_the_heading(told: str) -> None:
    text = f"# Kustens EU-kontor\n\nKontoret följer utvecklingen.\n\n{told} är 210 tkr för 2024."
    assert _told(text) == [("Kustens EU-kontor", 2024, 210_000)]


@pytest.mark.parametrize("other", ["ERRIN", "Energy Cities", "Union of the Baltic Cities"])
def test_a_fee_is_of_the_network_of_the_heading_whatever_others_are_named(other: str) -> None:
    text = f"# Euroregion Baltic (ERB)\n\nEtt råd inom {other}. Medlemsavgiften är 48 tkr 2024."
    assert _told(text) == [("Euroregion Baltic", 2024, 48_000)]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Internationella beredningen har 65 tkr i budget.", "Internationella beredningen"),
        ("Kulturnämnden disponerar 65 tkr.", "Kulturnämnden"),
        ("Årlig budget för medlemsavgifter, resor och möten är 65 tkr.", "Region Almvik"),
        (
            "Kostnaden för genomförandet av planen är 65 tkr.",
            "Handlingsplan för Region Almvik 2024",
        ),
        (
            "Vi ger ett seminarium om vatten i Vika i maj. Seminariet kostar 65 tkr.",
            "seminarium om vatten",
        ),
    ],
)
def test_what_a_sum_is_for_by_who_has_it_or_what_was_just_told(sentence: str, subject: str) -> None:
    found = _told(f"{sentence}\n\n# Nätverk\n\nVi är med i ERRIN.")
    assert [(what, amount) for what, _, amount in found] == [(subject, 65_000)]
