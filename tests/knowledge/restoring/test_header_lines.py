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
    assert not columns_of("Namn Parti Uppdrag")
    assert not columns_of("Projekt Program Period anges i tabellen.")
