from pipeline.knowledge.restoring.calendars import calendars
from pipeline.lexicon import open_entities
from tests.knowledge.written import name_of, understood


def _cells(*lines: str) -> list[list[str]]:
    """Return the cells of the rows of the calendars in some lines."""
    return [
        [lines[number][start:end] for start, end, _ in pieces]
        for table in calendars(lines, open_entities())
        for row in table.rows
        for number, pieces in row.items()
    ]


def test_a_day_what_happens_and_where_are_told_apart() -> None:
    assert _cells(
        "Större möten under året",
        "2-3 februari Vinterseminarium med grannarna Almvik",
        "27 april AER, arbetsgrupp om åldrande Bryssel",
        "9-12 november 2026 Årsmöte Palma",
    ) == [
        ["2-3 februari", "Vinterseminarium med grannarna", "Almvik"],
        ["27 april", "AER, arbetsgrupp om åldrande", "Bryssel"],
        ["9-12 november 2026", "Årsmöte", "Palma"],
    ]


def test_days_that_say_their_place_themselves_are_no_table() -> None:
    assert not _cells("14 mars 2024, Almvik", "22 maj 2024, Trento", "10 oktober 2024, Bryssel")
    assert not _cells("3 maj Årsmöte, Almvik", "4 juni Seminarium, Trento", "9 juli Resa, Bryssel")
    assert not _cells("3 maj – fest Almvik", "4 juni – möte Trento", "9 juli – resa Bryssel")
    assert not _cells("3 maj fest i Almvik", "4 juni möte i Trento", "9 juli resa till Bryssel")
    assert not _cells("3 maj Open Days", "4 juni Green Week", "9 juli Cohesion Forum")
    assert not _cells("3 maj Årsmöte Almvik", "4 juni Seminarium Trento")


def test_events_have_the_places_of_their_rows() -> None:
    text = (
        "Möten 2026\n\n7 februari Vintermöte med grannarna Steinkjer\n"
        "20 mars Utbildning för förtroendevalda Storåsen\n5 juni Övning med tre båtar Storlien"
    )
    knowledge = understood(text)
    assert [
        (str(event.start_date), name_of(knowledge, event.place_id)) for event in knowledge.events
    ] == [
        ("2026-02-07", "Steinkjer"),
        ("2026-03-20", "Storåsen"),
        ("2026-06-05", "Storlien"),
    ]
