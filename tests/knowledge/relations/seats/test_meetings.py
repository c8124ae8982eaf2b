from tests.knowledge.written import appointed

TOP = "Kommunalförbundet Almbygden\n\nProtokoll från styrelsemöte\n\n# § 1 Mötets öppnande\n\n"


def test_who_opens_a_meeting_presides_over_those_whose_minutes_it_is_in() -> None:
    assert [seat[:4] for seat in appointed(f"{TOP}Ordföranden Åsa Ek (S) öppnar mötet.")] == [
        ("Åsa Ek", "S", "ordförande", "styrelse")
    ]


def test_who_speaks_without_presiding_has_no_seat_by_it() -> None:
    assert not appointed(f"{TOP}Bo Al (M) yrkar bifall till förslaget.")
