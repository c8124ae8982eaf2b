from pipeline.knowledge.restoring.cut_tables import cut_tables
from pipeline.lexicon import open_entities
from tests.knowledge.written import name_of, told_projects, understood

TOP = "# Region Almvik\n\n"


def _cells(*lines: str) -> list[list[str]]:
    """Return the cells of the rows below the header, parts on lines of their own divided."""
    (table,) = cut_tables(lines, [0.0] * len(lines), open_entities())
    return [_row(lines, pieces) for pieces in table.rows[1:]]


def _row(lines: tuple[str, ...], pieces: dict[int, list[tuple[int, int, int]]]) -> list[str]:
    cells: dict[int, list[str]] = {}
    for number, of_line in pieces.items():
        for start, end, column in of_line:
            cells.setdefault(column, []).append(lines[number][start:end])
    return [" / ".join(cells[column]) for column in sorted(cells)]


def test_a_capital_a_known_name_and_a_sum_begin_cells() -> None:
    assert _cells(
        "Projekt Innehåll Program Tid Budget",
        "KUSTVAKA _ Larm för små hamnar Interreg Nord 2018-2020 1 150 000 euro",
        "Ung i Almvik Praktik utomlands Erasmus+ 2019 62 000 euro",
    ) == [
        ["KUSTVAKA", "Larm för små hamnar", "Interreg Nord", "2018-2020", "1 150 000 euro"],
        ["Ung i Almvik", "Praktik utomlands", "Erasmus+", "2019", "62 000 euro"],
    ]


def test_texts_may_all_begin_with_a_small_letter() -> None:
    assert _cells(
        "Projekt Syfte Program",
        "Crossing Words läsfrämjande över sundet Interreg Nord",
        "Leva lokalt språkpraktik hos småföretag Erasmus+",
    ) == [
        ["Crossing Words", "läsfrämjande över sundet", "Interreg Nord"],
        ["Leva lokalt", "språkpraktik hos småföretag", "Erasmus+"],
    ]


def test_cells_go_on_in_the_next_line() -> None:
    assert _cells(
        "Projekt Innehåll Finansiär Tid",
        "Kalk och Turism i nedlagda brott Europeiska regionala 2019-2021",
        "klint utvecklingsfonden",
        "FLIS Torg som tar hand om Interreg Nord 2018",
        "regn",
    ) == [
        [
            "Kalk och / klint",
            "Turism i nedlagda brott",
            "Europeiska regionala / utvecklingsfonden",
            "2019-2021",
        ],
        ["FLIS", "Torg som tar hand om / regn", "Interreg Nord", "2018"],
    ]


def test_a_table_ends_where_no_row_can_be() -> None:
    rows = _cells(
        "Insats Effekt",
        "Pröva samåkning i Almvik Lägre kostnader för hushållen",
        "Starta en saluhall Fler säljer direkt till kund",
        "Prioritering 2. Skolan",
        "Ge råd Bättre skolor",
    )
    assert rows == [
        ["Pröva samåkning i Almvik", "Lägre kostnader för hushållen"],
        ["Starta en saluhall", "Fler säljer direkt till kund"],
    ]


def test_prose_below_words_above_columns_is_no_table() -> None:
    lines = ("Projekt Program", "Projekten leds av Åsa Ek och pågår till 2019.")
    assert not list(cut_tables(lines, [0.0, 0.0], open_entities()))


def test_rows_are_read_like_any_table() -> None:
    text = TOP + (
        "Projekt Innehåll Program Kommunens del\n"
        "KUSTVAKA Larm för små hamnar Interreg Nord 90 000 kr\n"
        "Ung i rörelse Praktik utomlands Erasmus+ 62 000 kr\n"
    )
    assert told_projects(text) == [
        ("KUSTVAKA", "Larm för små hamnar", "Interreg Nord"),
        ("Ung i rörelse", "Praktik utomlands", "Erasmus+"),
    ]
    assert {c.amount for c in understood(text).costs} == {90_000, 62_000}


def test_days_places_and_what_happens_stand_in_a_row() -> None:
    text = TOP + (
        "Möten 2017\n\nDatum Plats Möte\n8-9 mars Rostock Styrelsemöte i Nordrådet\n"
        "27 april Almvik Styrgruppen för kontoret\n"
    )
    events = understood(text).events
    assert [(e.start_date.month, e.title) for e in events if e.start_date] == [
        (3, "Styrelsemöte i Nordrådet"),
        (4, "Styrgruppen för kontoret"),
    ]
    assert name_of(understood(text), events[0].place_id) == "Rostock"


def test_texts_go_on_where_the_next_word_had_no_room() -> None:
    assert _cells(
        "Insats Förväntad effekt Ansvar",
        "Utbilda femtio chefer i Fler ärenden bedöms ur Kommunstyrelsen",
        "EU-kunskap EU-perspektiv",
        "Erbjuda praktik i vänorten Ökat intresse för Skolnämnden",
        "Holbæk utlandsperioder",
        "Pröva nytt Lägre utsläpp och bättre Byggnadsnämnden",
        "luft",
    ) == [
        [
            "Utbilda femtio chefer i / EU-kunskap",
            "Fler ärenden bedöms ur / EU-perspektiv",
            "Kommunstyrelsen",
        ],
        [
            "Erbjuda praktik i vänorten / Holbæk",
            "Ökat intresse för / utlandsperioder",
            "Skolnämnden",
        ],
        ["Pröva nytt", "Lägre utsläpp och bättre / luft", "Byggnadsnämnden"],
    ]


def test_a_word_that_has_no_capital_elsewhere_begins_a_cell() -> None:
    lines = (
        "Vi frågar unga och länets kommuner",
        "",
        "Insats Effekt",
        "Ordna utbyte med Turku Unga får vänner",
        "Ge råd i Almvik Länets byar vet mer",
    )
    (table,) = cut_tables(lines, [0.0] * len(lines), open_entities())
    assert [_row(lines, pieces)[1] for pieces in table.rows[1:]] == [
        "Unga får vänner",
        "Länets byar vet mer",
    ]


def test_numbers_of_activities_are_of_their_cells() -> None:
    assert _cells(
        "Aktivitet Ansvarig Tid",
        "1.1 Delta i mötet i Turku Åsa Ek 11-12 juni",
        "1.2 Yttra sig över transporter Kontoret hösten",
    ) == [
        ["1.1 Delta i mötet i Turku", "Åsa Ek", "11-12 juni"],
        ["1.2 Yttra sig över transporter", "Kontoret", "hösten"],
    ]


def test_lines_that_are_no_rows_by_any_cut_are_left() -> None:
    lines = ("Insats Effekt", "Studieresa till Skåne om", "vård", "Nytt Sätt", "Mer Än Förr Nu")
    assert not list(cut_tables(lines, [0.0] * len(lines), open_entities()))


def test_seats_are_cut_by_first_names_parties_and_roles() -> None:
    assert _cells(
        "Organ Plats Namn Parti",
        "Nordic Hills, styrelsen vice ordförande Åsa Ek Cc",
        "ersättare Bo Al )",
        "Baltic Sea Commission, ledamot Bo Al S",
        "politiska gruppen ersättare Eva Berg -",
    ) == [
        ["Nordic Hills, styrelsen", "vice ordförande", "Åsa Ek", "Cc"],
        ["ersättare", "Bo Al", ")"],
        ["Baltic Sea Commission, / politiska gruppen", "ledamot", "Bo Al", "S"],
        ["ersättare", "Eva Berg", "-"],
    ]


def test_who_sits_in_a_network_stands_beside_its_fee() -> None:
    assert _cells(
        "Organisation Inträde Årsavgift 2006 Kommunens ombud",
        "Baltic Sea Commission 1995 84 000 kr Åsa Ek (s)",
        "Nordic Hills 2003 540 000 kr Bo Al (m)",
    ) == [
        ["Baltic Sea Commission", "1995", "84 000 kr", "Åsa Ek (s)"],
        ["Nordic Hills", "2003", "540 000 kr", "Bo Al (m)"],
    ]


def test_cells_of_several_persons_are_cut_where_they_are_wanted() -> None:
    lines = (
        "Huvudman Ledamot Ersättare",
        "Region Almvik Åsa Ek (S), ordf. Bo Al (L)",
        "Per Ask (M) Eva Berg (MP)",
        "Ekby kommun Karin Lund (S) Nils Hed (C)",
    )
    assert _cells(*lines) == [
        ["Region Almvik", "Åsa Ek (S), ordf.", "Bo Al (L)"],
        ["Per Ask (M)", "Eva Berg (MP)"],
        ["Ekby kommun", "Karin Lund (S)", "Nils Hed (C)"],
    ]
    assert not list(cut_tables(lines, [0.0] * len(lines), open_entities(), paired=False))


def test_rows_of_a_counted_table_are_no_headings() -> None:
    assert _cells(
        "Nr Aktivitet Tid Ort",
        "1 Hav och kust",
        "1.1 Seminarium om musslor 15 mars 2016 Bryssel",
        "1.2 Svar på kommissionens samråd andra kvartalet",
    ) == [
        ["1", "Hav och kust"],
        ["1.1", "Seminarium om musslor", "15 mars 2016", "Bryssel"],
        ["1.2", "Svar på kommissionens samråd", "andra kvartalet"],
    ]


def test_how_far_a_goal_has_come_is_a_cell() -> None:
    assert _cells(
        "Mål 2006 Resultat",
        "Tio lärare har tjänstgjort utomlands fjorton, uppnått",
        "Alla skolor har en kontaktperson ej uppnått",
    ) == [
        ["Tio lärare har tjänstgjort utomlands", "fjorton, uppnått"],
        ["Alla skolor har en kontaktperson", "ej uppnått"],
    ]


def test_a_share_of_working_time_keeps_its_sign() -> None:
    assert _cells(
        "Nätverk Avgift Andel av heltid", "Nordic Hills 1 385 000 kr 40 %", "Eurocities – 5 %"
    ) == [["Nordic Hills", "1 385 000 kr", "40 %"], ["Eurocities", "–", "5 %"]]


def test_nothing_stands_above_what_measures_are_of() -> None:
    lines = (
        "Avgift Andel av heltid",
        "Euroregion Baltic 5 500 euro 10%",
        "Almviks EU-kontor 1 250 000 kr 35 %",
        "Bilaga 2",
        "Program och fonder med betydelse för länet",
    )
    assert _cells(*lines) == [
        ["Euroregion Baltic", "5 500 euro", "10%"],
        ["Almviks EU-kontor", "1 250 000 kr", "35 %"],
    ]
    sums = ("Tid Budget", "2018-2020 150 000 kr", "2017-2019 240 000 kr")
    assert not [*cut_tables(sums, [0.0] * 3, open_entities())]
