from pipeline.knowledge.restoring.header_lines import Kind, columns_of


def _words(line: str) -> list[tuple[str, Kind | None]]:
    return [(line[c.start : c.end], c.kind) for c in columns_of(line)]


def test_each_capital_begins_a_word_above_a_column() -> None:
    assert _words("Projekt Vad det handlar om EU-program Stöd 2015 Period") == [
        ("Projekt", Kind.NAME),
        ("Vad det handlar om", Kind.TEXT),
        ("EU-program", Kind.KNOWN),
        ("Stöd 2015", Kind.SUM),
        ("Period", Kind.TIME),
    ]
    assert _words("Insats Förväntad effekt") == [
        ("Insats", Kind.TEXT),
        ("Förväntad effekt", Kind.TEXT),
    ]


def test_of_many_words_one_may_be_unknown() -> None:
    assert _words("Namn Innehåll Finansiering Förbundets roll")[-1] == ("Förbundets roll", None)
    assert not columns_of("Mål Verksamhet")


def test_headings_labels_and_tables_of_persons_are_no_such_lines() -> None:
    assert not columns_of("MEDLEMSKAP OCH AVGIFTER")
    assert not columns_of("Program: Mål 1")
    assert not columns_of("Projekt och program 2015")
    assert not columns_of("Projekt Program Period anges i tabellen.")


def test_a_column_of_names_is_of_persons_beside_parties_and_roles() -> None:
    assert _kinds("Namn Parti Uppdrag") == [Kind.PERSON, Kind.PARTY, Kind.ROLE]
    assert _kinds("Organ Plats Namn Parti") == [Kind.BODY, Kind.ROLE, Kind.PERSON, Kind.PARTY]
    assert _kinds("Namn Handlar om Finansiär") == [Kind.NAME, Kind.TEXT, Kind.KNOWN]
    assert _kinds("Datum Möte Plats") == [Kind.TIME, Kind.TEXT, Kind.PLACE]


def test_networks_stand_beside_time_fees_and_who_sits_there() -> None:
    of_networks = [Kind.KNOWN, Kind.TIME, Kind.SUM, Kind.PERSON]
    assert _kinds("Organisation Inträde Årsavgift 2006 Kommunens ombud") == of_networks
    assert _kinds("Nätverk Medlem från Avgift, tkr Handläggare") == of_networks
    assert _kinds("Organisation Med sedan Andel av heltid Företrädare") == of_networks
    assert _kinds("Organisation Fr.o.m. T.o.m.") == [Kind.KNOWN, Kind.TIME, Kind.TIME]


def test_years_above_columns_are_of_sums_where_there_are_several() -> None:
    assert _kinds("Organisation 2010 2011") == [Kind.KNOWN, Kind.SUM, Kind.SUM]
    assert not _kinds("Internationell strategi 2028–2032")
    assert not _kinds("Strategi 2028")


def test_what_came_of_a_goal_is_no_sum() -> None:
    assert _kinds("Mål Utfall") == [Kind.TEXT, Kind.STATE]
    assert _kinds("Post Budget Utfall") == [Kind.KNOWN, Kind.SUM, Kind.SUM]


def _kinds(line: str) -> list[Kind | None]:
    return [column.kind for column in columns_of(line)]
