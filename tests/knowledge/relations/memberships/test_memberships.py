import pytest

from tests.knowledge.written import name_of, understood

TOP = "# Handlingsplan för Region Almvik 2024\n\n"


def members(text: str) -> set[tuple[str | None, str | None, str | None]]:
    """Return member, network and beginning of the memberships of a text."""
    knowledge = understood(TOP + text)
    return {
        (name_of(knowledge, m.member_id), name_of(knowledge, m.network_id), m.since)
        for m in knowledge.memberships
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Regionen är medlem i ERRIN, Energy Cities och, sedan den 1 mars 2020, i Eurocities.",
            {("ERRIN", None), ("Energy Cities", None), ("Eurocities", "2020-03-01")},
        ),
        (
            "Regionen är medlem i ERRIN och Energy Cities sedan 2015.",
            {("ERRIN", "2015"), ("Energy Cities", "2015")},
        ),
        (
            "Region Almvik är sedan 2018 medlem i Culture Across Europe.",
            {("Culture Across Europe", "2018")},
        ),
        ("Regionen är inte medlem i ERRIN. Vi ansöker om medlemskap i Energy Cities.", set()),
        (
            "Vi är med i dessa nätverk:\n• Nordliga fjällregioner (NFR), medlem sedan 2011\n"
            "• ERRIN, medlem sedan 2012",
            {("Nordliga fjällregioner", "2011"), ("ERRIN", "2012")},
        ),
        (
            "# Medlemsavgifter 2024\n\n| Nätverk | Avgift |\n| ERRIN | 68 tkr |",
            {("ERRIN", None)},
        ),
    ],
)
def test_what_the_issuer_is_a_member_of(text: str, expected: set[tuple[str, str | None]]) -> None:
    assert members(text) == {("Region Almvik", network, since) for network, since in expected}


def test_several_members_of_one_network() -> None:
    text = "Gränsrådet Tolvmila bildades 1996 av Habo kommun, Säters kommun och Region Almvik."
    assert members(text) == {
        (member, "Gränsrådet Tolvmila", "1996")
        for member in ("Habo kommun", "Säters kommun", "Region Almvik")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Euroregion Baltic\n\nMedlemmar\n\nI norr: Habo kommun, Säters kommun (från 2006)",
            {("Habo kommun", "ERB", None), ("Säters kommun", "ERB", "2006")},
        ),
        (
            "# Euroregion Baltic\n\nMedlemmar\n\nI norr: Habo kommun, Säters kommun (från 2006)",
            {("Habo kommun", "ERB", None), ("Säters kommun", "ERB", "2006")},
        ),
        (
            "Region Almvik har en plats i ERRIN och är sedan 2003 medlem i Euroregion Baltic.",
            {("Region Almvik", "ERB", "2003")},
        ),
        (
            "Vi arbetar med Euroregion Baltic, som regionen är medlem i sedan 2009, och ERRIN.",
            {("Region Almvik", "ERB", "2009")},
        ),
        (
            "# Euroregion Baltic\n\nRegion Almvik är en av fem medlemmar sedan 2016.",
            {("Region Almvik", "ERB", "2016")},
        ),
        (
            "Regionen öppnade 2005 tillsammans med Habo kommun kontoret Almviks Europakontor.",
            {
                ("Region Almvik", "Almviks Europakontor", "2005"),
                ("Habo kommun", "Almviks Europakontor", "2005"),
            },
        ),
    ],
)
def test_whose_membership_is_told(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    full = {"ERB": "Euroregion Baltic"}
    assert members(text) == {(who, full.get(net, net), since) for who, net, since in expected}


ERRIN_MEMBERS = {("Region Almvik", "ERRIN", None), ("Habo kommun", "ERRIN", None)}


@pytest.mark.parametrize(
    "text",
    [
        "# ERRIN\n\nMedlemmarna i samarbetet är Region Almvik och Habo kommun.",
        "ERRIN drivs av Region Almvik och Habo kommun.",
        "I dag består ERRIN av svenska orter samt Region Almvik och Habo kommun.",
        "ERRIN är Region Almviks och Habo kommuns gemensamma kontor i Bryssel.",
        "Region Almvik och Habo kommun står bakom ERRIN.",
        "# ERRIN\n\nSamarbetet omfattar Region Almvik och Habo kommun och leds av en styrgrupp.",
        "Bland medlemmarna i ERRIN finns såväl regionen som Habo kommun.",
        "# Medlemmar i ERRIN\n\n• Region Almvik\n• Habo kommun",
        "Huvudmän för ERRIN i Bryssel är Region Almvik och Habo kommun.",
        "ERRIN växer. Dessutom ingår Region Almvik och Habo kommun i samarbetet.",
        "# ERRIN\n\nDe nya medlemmarna är:\n• Region Almvik\n• Habo kommun",
    ],
)
def test_members_told_in_a_row(text: str) -> None:
    assert members(text) == ERRIN_MEMBERS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ERRIN ägs av Bornholm, Gotland och Rügen.", {"Bornholm", "Gotlands län", "Rügen"}),
        ("ERRIN ägs av Habo, Kalix och Rügen.", {"Habo kommun", "Kalix kommun", "Rügen"}),
        (
            "# ERRIN\n\nMedlemmar\n\nGotland (Sverige)\n\nRügen (Tyskland)",
            {"Gotlands län", "Rügen"},
        ),
        ("ERRIN har hundra medlemmar i tre länder: Sverige, Norge och Estland.", set()),
        ("ERRIN samlar Sveriges regioner i Lettland och Estland.", set()),
        ("# ERRIN\n\nMedlemmar\n\nNorge: Lillevik fjordby (2004)", {"Lillevik fjordby"}),
        (
            "ERRIN består av Habo, Kalix, Lillvik och Nordre Odby.",
            {"Habo kommun", "Kalix kommun", "Lillvik", "Nordre Odby"},
        ),
        (
            "Tre kommuner ingår i ERRIN. De är Habo, Eda och Kalix.",
            {"Habo kommun", "Eda kommun", "Kalix kommun"},
        ),
    ],
)
def test_places_that_are_members(text: str, expected: set[str]) -> None:
    assert {member for member, _, _ in members(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Region Almvik blev medlem av ERRIN 1997.", {("Region Almvik", "ERRIN", "1997")}),
        (
            "Vi är med i nätverk. Nätverken är ERRIN (sedan 1996) och Eurocities (sedan 2014).",
            {("Region Almvik", "ERRIN", "1996"), ("Region Almvik", "Eurocities", "2014")},
        ),
        (
            "Habo kommun har ansökt om medlemskap i ERRIN. Medlemskapet gäller från 1 mars 2019.",
            {("Habo kommun", "ERRIN", "2019-03-01")},
        ),
        (
            "ERRIN är sedan 2006 medlem i Eurocities.",
            {("ERRIN", "Eurocities", "2006")},
        ),
        (
            "ERRIN, som bildades 1991, är ett nätverk där regionen är medlem.",
            {("Region Almvik", "ERRIN", None)},
        ),
        (
            "Baltic Sail bildades 1996 som ett samarbete mellan Habo kommun och Säters kommun.",
            {("Habo kommun", "Baltic Sail", "1996"), ("Säters kommun", "Baltic Sail", "1996")},
        ),
        (
            "Vi är engagerade i:\n• ERRIN\n• Samarbete med vänorter",
            {("Region Almvik", "ERRIN", None)},
        ),
        (
            "• Eurocities – ett nätverk. Regionen är medlem sedan 2015.\n"
            "• ERRIN – ett nätverk. Regionen är medlem sedan 2018.",
            {("Region Almvik", "Eurocities", "2015"), ("Region Almvik", "ERRIN", "2018")},
        ),
        (
            "Eurocities, medlem sedan 2015\nERRIN, medlem sedan 2018\nICLEI, medlem sedan 2019",
            {
                ("Region Almvik", "Eurocities", "2015"),
                ("Region Almvik", "ERRIN", "2018"),
                ("Region Almvik", "ICLEI", "2019"),
            },
        ),
        ("Under året har vi varit medlem i ERRIN.", {("Region Almvik", "ERRIN", None)}),
        ("Under året blev vi medlem i ERRIN.", {("Region Almvik", "ERRIN", "2024")}),
        ("Bland medlemmarna i ERRIN finns Lunds kommun.", {("Lunds kommun", "ERRIN", None)}),
        ("Medlemmar i ERRIN\n\nLunds kommun", {("Lunds kommun", "ERRIN", None)}),
        ("ERRIN är ett av de nätverk som ingår i Nordiska ministerrådets samarbete.", set()),
        ("Anna Ek (S), som har varit aktiv i ERRIN sedan 2007, talade.", set()),
        ("Säters kommun kommer att ansluta sig till ERRIN inom kort.", set()),
        ("Mötet hölls i anslutning till ERRIN:s konferens.", set()),
    ],
)
def test_since_when_and_whether(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert members(text) == expected


def test_a_table_whose_cells_came_as_lines() -> None:
    rows = (
        "Nätverk",
        "Ombud",
        "Medlem sedan",
        "ERRIN",
        "Eva Ek 1996",
        "Eurocities",
        "Bo Berg 2014",
    )
    text = "\n\n".join(rows)
    assert members(text) == {
        ("Region Almvik", "ERRIN", "1996"),
        ("Region Almvik", "Eurocities", "2014"),
    }


def test_headings_below_a_paragraph_about_networks() -> None:
    text = (
        "Kommunen är medlem i ett flertal nätverk. Läs mer om dem nedan.\n\n# ERRIN\n\nEtt stort"
        " nätverk.\n\n# Eurocities\n\nFör städer.\n\n# Kontakt\n\nRing oss.\n\n# Energy Cities"
    )
    assert {network for _, network, _ in members(text)} == {"ERRIN", "Eurocities"}


def test_memberships_that_have_ended() -> None:
    text = "# Avslutade medlemskap\n\n• ERRIN (2004–2017)\n• Eurocities (2012–2020)"
    knowledge = understood(TOP + text)
    ended = {(m.since, m.until) for m in knowledge.memberships}
    assert ended == {("2004", "2017"), ("2012", "2020")}


def test_members_with_their_years_and_columns_of_figures() -> None:
    rows = ("Kommun", "Avgift, SEK", "Vitnäs 62 000 1984", "Tallbo turistråd (2009)")
    text = "# ERRIN\n\nMedlemmar 2005\n\n" + "\n\n".join(rows)
    assert members(text) == {("Vitnäs", "ERRIN", "1984"), ("Tallbo turistråd", "ERRIN", "2009")}


@pytest.mark.parametrize(
    "text",
    [
        "Fyra kommuner har tagits in som nya medlemmar i föreningen Energikontor Nordlanden:"
        "\n\nHabo, Lund, Klippan, Säter.",
        "Sedan i våras är 4 kommuner medlemmar i den ekonomiska föreningen Energikontor"
        " Nordlanden:\n\nHabo, Lund, Klippan och Säter",
        "Följande kommuner är nya medlemmar i föreningen Energikontor Nordlanden:\n\n• Habo\n\n"
        "• Lund\n\n• Klippan\n\n• Säter",
        "Följande kommuner är medlemmar i föreningen Energikontor Nordlanden: Habo, Lund, "
        "Klippan och Säter.",
        "Habo, Lund, Klippan och Säter är nya medlemmar i föreningen Energikontor Nordlanden.",
        "Habo, Lund, Klippan och Säter har gått med i föreningen Energikontor Nordlanden.",
    ],
)
def test_towns_that_joined_an_association(text: str) -> None:
    assert members(text) == {
        (f"{town} kommun", "Energikontor Nordlanden", None)
        for town in ("Habo", "Lunds", "Klippans", "Säters")
    }


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Sedan 2012 är Lund medlem i det nationella ERRIN-nätverket.", "2012"),
        ("Lund är sedan 2012 medlem i ERRIN.", "2012"),
        ("Lund gick med i ERRIN 2012.", "2012"),
        ("År 2012 blev Lund medlem i ERRIN.", "2012"),
        ("Lund är en av 40 svenska kommuner som är med i ERRIN.", None),
        ("Lund är en av totalt 40 kommuner som är medlemmar i ERRIN.", None),
        ("Lund är med i ERRIN.", None),
        ("Lund ingår i nätverket ERRIN.", None),
        ("Lund deltar i nätverket ERRIN.", None),
        ("ERRIN är ett nätverk som Lund gick med i 2012.", "2012"),
        ("Lund är en av grundarna till ERRIN, som bildades 2012.", "2012"),
        ("Lunds medlemskap i ERRIN inleddes 2012.", "2012"),
    ],
)
def test_a_town_by_its_name_alone_is_its_municipality(text: str, since: str | None) -> None:
    assert members(text) == {("Lunds kommun", "ERRIN", since)}


@pytest.mark.parametrize(
    "text",
    [
        "27 kommuner i Kalmar län är medlemmar i ERRIN.",
        "Totalt har sju regioner gått med i ERRIN.",
        "Anna Lund är medlem i styrelsen för ERRIN sedan 2012.",
    ],
)
def test_how_many_are_members_says_not_who(text: str) -> None:
    assert members(text) == set()


def test_bodies_below_a_heading_about_those_one_is_in() -> None:
    table = "| Organ | Uppdrag | Namn | Parti |\n| ERRIN | Ledamot | Anna Ek | S |\n"
    assert members(f"# Organ där regionen är medlem\n\n{table}") == {
        ("Region Almvik", "ERRIN", None)
    }


def test_a_municipality_by_the_name_of_its_town_though_no_list_has_it() -> None:
    found = understood(
        "# Internationellt arbete i Havsnäs kommun\n\nHavsnäs är en hamnstad.\n\n"
        "# Eurocities\n\nHavsnäs är associerad medlem sedan 2015.\n"
    )
    told = [(name_of(found, m.member_id), name_of(found, m.network_id)) for m in found.memberships]
    assert told == [("Havsnäs kommun", "Eurocities")]


def test_towns_are_members_where_the_text_calls_them_municipalities() -> None:
    told = "# ERRIN\n\nMedlemmar är kommunerna Dalvik, Åsele och Norrvik."
    assert {member for member, _, _ in members(told)} >= {"Dalvik", "Norrvik"}
    told = "Kommunerna Lund, Habo och Klippan är medlemmar i ERRIN."
    named = {"Lunds kommun", "Habo kommun", "Klippans kommun"}
    assert {member for member, _, _ in members(told)} == named


def test_the_office_of_a_heading_has_the_owners_told_below() -> None:
    told = "# Central Almvik Brussels Office\n\nRegionen äger kontoret tillsammans med Habo kommun."
    office = "Central Almvik Brussels Office"
    assert members(told) == {("Region Almvik", office, None), ("Habo kommun", office, None)}


def test_a_membership_that_is_only_sought_is_none() -> None:
    assert members("Medlemskap i ERRIN söks under 2024.") == set()


def test_members_and_networks_told_in_turn_are_paired() -> None:
    text = (
        "Havsnäs kommun är sedan 2010 medlem i ERRIN och Bergs kommun sedan 2016 i Energy Cities."
    )
    told = members(text)
    assert ("Havsnäs kommun", "ERRIN", "2010") in told
    assert ("Bergs kommun", "Energy Cities", "2016") in told
    assert len(told) == 2


def test_following_leads_to_members() -> None:
    text = "# ERRIN\n\nFöljande är med i nätverket.\n\n• Havsnäs kommun\n• Bergs kommun"
    assert {member for member, _, _ in members(text)} == {"Havsnäs kommun", "Bergs kommun"}


def test_owners_have_the_time_told_before_them() -> None:
    told = members("ERRIN ägs sedan januari 2016 av Havsnäs kommun och Bergs kommun.")
    assert {since for _, _, since in told} == {"2016-01"}


def test_members_in_a_clause_about_the_network() -> None:
    text = (
        "Region Almvik är medlem i STRING, som förutom Region Almvik omfattar Region Skåne, Malmö"
        " stad och Region Halland."
    )
    assert members(text) == {
        (name, "STRING", None)
        for name in ("Region Almvik", "Region Skåne", "Malmö stad", "Region Halland")
    }


def test_members_where_they_work_together() -> None:
    text = "Central Sweden är en ideell förening där Region Dalarna och Region Gävleborg samverkar."
    assert members(text) == {
        ("Region Dalarna", "Central Sweden", None),
        ("Region Gävleborg", "Central Sweden", None),
    }


def test_members_in_brackets() -> None:
    text = "KIMO Sverige har idag tre medlemskommuner (Tanum, Orust och Malmö)."
    assert {member for member, _, _ in members(text)} == {
        "Tanums kommun",
        "Orusts kommun",
        "Malmö stad",
    }


def test_what_a_network_is_made_up_of_is_not_the_issuer() -> None:
    assert members(
        "Östersjökommissionen bildades 1996 och består av regioner från sex länder."
    ) == (set())


def test_what_she_does_is_no_membership() -> None:
    text = "Åsa Ek leder Eurocities. Hon har även uppdrag i ERRIN sedan 2015 och ingår i styrelsen."
    assert members(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "# Skären i norr\n\nMedlem sedan: 2012\n\nÅrsavgift: 45 000 kr",
        "# Skären i norr\n\nInträdesår: 2012",
        "# Skären i norr (medlem sedan 2012)\n\nArbetet rör energi.",
    ],
)
def test_a_network_of_any_form_where_it_is_said_to_have_members(text: str) -> None:
    assert members(text) == {("Region Almvik", "Skären i norr", "2012")}


@pytest.mark.parametrize(
    "table",
    [
        "| Sedan | Nätverk | Avgift |\n| 2012 | ERRIN | 45 000 kr |\n| 2015 | ICLEI | 20 000 kr |",
        "| Nätverk | Gick med |\n| ERRIN | 2012 |\n| ICLEI | 2015 |",
    ],
)
def test_columns_in_any_order(table: str) -> None:
    assert members(table) == {
        ("Region Almvik", "ERRIN", "2012"),
        ("Region Almvik", "ICLEI", "2015"),
    }


def test_a_table_of_labels_and_values() -> None:
    table = "| Namn | ERRIN |\n| Medlem sedan | 2012 |\n| Årsavgift | 45 000 kr |"
    assert members(table) == {("Region Almvik", "ERRIN", "2012")}


def test_tables_of_members() -> None:
    told = {("Lunds kommun", "ERRIN", "2012"), ("Region Skåne", "ERRIN", "2015")}
    rows = "| Lunds kommun | 2012 |\n| Region Skåne | 2015 |"
    assert members(f"# ERRIN\n\n| Medlem | Inträdde |\n{rows}") == told
    table = "| Nätverk | Medlemmar |\n| ERRIN | Lunds kommun och Region Skåne |"
    assert members(table) == {(member, network, None) for member, network, _ in told}


@pytest.mark.parametrize(
    ("header", "cell", "since", "until"),
    [
        ("Medlemskap", "2012–2018", "2012", "2018"),
        ("Medlemsperiod", "sedan 2012", "2012", None),
        ("Medlemsavgift", "45 000 kr", None, None),
    ],
)
def test_tables_of_how_long_or_for_what_somebody_is_a_member(
    header: str, cell: str, since: str | None, until: str | None
) -> None:
    text = f"| Nätverk | {header} |\n| ERRIN | {cell} |\n| Eurocities | {cell} |"
    told = understood(TOP + text).memberships
    assert [(one.since, one.until) for one in told] == [(since, until)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Medlemsavgiften till ERRIN uppgår 2024 till 45 000 kr.",
        "Regionen är medlem i flera nätverk. Dessa är ERRIN.",
        "Medlemsavgifter:\n\nERRIN 45 000 kr",
        "# Årsavgifter 2024\n\nERRIN 45 000 kr",
    ],
)
def test_members_by_what_they_pay_or_how_they_are_counted(text: str) -> None:
    assert members(text) == {("Region Almvik", "ERRIN", None)}


def test_a_fee_that_is_not_paid_tells_of_no_member() -> None:
    assert members("Medlemsavgiften till ERRIN skulle bli 45 000 kr.") == set()


def test_who_pays_a_fee_is_the_member() -> None:
    told = "Lunds kommun betalar årsavgift till ERRIN och Eurocities."
    assert {(member, network) for member, network, _ in members(told)} == {
        ("Lunds kommun", "ERRIN"),
        ("Lunds kommun", "Eurocities"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Regionen var medlem i ERRIN fram till den 30 juni 2022.", {("ERRIN", None)}),
        ("# ERRIN\n\nRegionen går ur nätverket den 30 juni 2018.", {("ERRIN", None)}),
        ("ERRIN, där regionen har haft plats sedan 1977, leds av Bo Al.", {("ERRIN", "1977")}),
        (
            "Vi har gått in i Assembly of European Regions, AER (2006) och ERRIN (2010).",
            {("Assembly of European Regions", "2006"), ("ERRIN", "2010")},
        ),
        (
            "B7 Baltic Islands Network\n\nMedlem 1989–2018.",
            {("B7 Baltic Islands Network", "1989")},
        ),
        (
            "Nätverk vi har lämnat\n\nEurotowns (2015–2021)\n\nERRIN (2012–2019)",
            {("Eurotowns", "2015"), ("ERRIN", "2012")},
        ),
        ("Se över om regionen ska bli medlem i ERRIN.", set()),
    ],
)
def test_beginnings_and_ends(text: str, expected: set[tuple[str, str | None]]) -> None:
    assert members(text) == {("Region Almvik", network, since) for network, since in expected}


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("# ERRIN\n\nRegionen delar kontoret med Habo kommun.", None),
        ("Ägare av ERRIN i Bryssel är Region Almvik och Habo kommun.", None),
        ("ERRIN öppnade 2012 med Region Almvik och Habo kommun som huvudmän.", "2012"),
        ("# ERRIN\n\nRegion Almvik och Habo kommun öppnade kontoret 2012.", "2012"),
        ("# ERRIN\n\nBildades 2012 av Habo kommun och Region Almvik.", "2012"),
    ],
)
def test_who_owns_an_office(text: str, since: str | None) -> None:
    assert members(text) == {(member, "ERRIN", since) for member, _, _ in ERRIN_MEMBERS}


def test_a_line_of_facts_is_of_the_one_network_told_of_above_it() -> None:
    text = "# Italien\n\nGenom ERRIN möter våra skolor kollegor.\n\nMedlem sedan: 2007"
    assert members(text) == {("Region Almvik", "ERRIN", "2007")}
    assert members(text.replace("ERRIN", "ERRIN och ICLEI")) == set()


@pytest.mark.parametrize(
    ("line", "network", "since"),
    [
        (
            "Alliance of Stone Towns, medlem sedan 1 mars 2025",
            "Alliance of Stone Towns",
            "2025-03-01",
        ),
        ("Nordiska stadsnätet, medlem 2015–2026", "Nordiska stadsnätet", "2015"),
        ("Nordens nätverk för sten, NNS (medlem sedan 2007)", "Nordens nätverk för sten", "2007"),
    ],
)
def test_a_line_that_says_since_when_names_a_network(line: str, network: str, since: str) -> None:
    text = f"# {line}\n\n• Kontaktpolitiker: Åsa Ek (S)"
    assert members(text) == {("Region Almvik", network, since)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kustens Europakontor drivs med Region Ekdal och Region Åby.",
            {("Region Almvik", None), ("Region Ekdal", None), ("Region Åby", None)},
        ),
        (
            "Kustens Europakontor tillkom 1995 genom ett avtal mellan Ekdals kommun och Åby stad.",
            {("Ekdals kommun", "1995"), ("Åby stad", "1995")},
        ),
    ],
)
def test_with_whom_an_office_is_shared(text: str, expected: set[tuple[str, str | None]]) -> None:
    assert {(who, since) for who, _, since in members(text)} == expected


def test_a_network_that_was_left_and_a_paper_that_was_handed_in() -> None:
    left = understood(f"{TOP}EURADA lämnades den 31 december 2018.").memberships
    assert [one.until for one in left] == ["2018-12-31"]
    assert members("EURADA är ett nätverk. Ansökan lämnades den 3 maj 2018.") == set()
