"""When and where things happen: days of many forms and many places, told in many ways."""

from collections.abc import Iterator
from typing import Final

from tests.bench.forms.form import Form

# Days as they are written beside their year, with the first and the last of them.
DAYS: Final = (
    ("7 maj 2024", "2024-05-07", "2024-05-07"),
    ("den 7 maj 2024", "2024-05-07", "2024-05-07"),
    ("tisdagen den 7 maj 2024", "2024-05-07", "2024-05-07"),
    ("tisdag 7 maj 2024", "2024-05-07", "2024-05-07"),
    ("7 maj 2024 kl. 10–15", "2024-05-07", "2024-05-07"),
    ("2024-05-07", "2024-05-07", "2024-05-07"),
    ("2024.05.07", "2024-05-07", "2024-05-07"),
    ("7/5 2024", "2024-05-07", "2024-05-07"),
    ("7/5-2024", "2024-05-07", "2024-05-07"),
    ("7.5.2024", "2024-05-07", "2024-05-07"),
    ("07/05/2024", "2024-05-07", "2024-05-07"),
    ("9 sept. 2024", "2024-09-09", "2024-09-09"),
    ("9 sep 2024", "2024-09-09", "2024-09-09"),
    ("12 okt 2024", "2024-10-12", "2024-10-12"),
    ("den 1:a juni 2024", "2024-06-01", "2024-06-01"),
    ("7–9 maj 2024", "2024-05-07", "2024-05-09"),
    ("7-9 maj 2024", "2024-05-07", "2024-05-09"),
    ("den 7 – 9 maj 2024", "2024-05-07", "2024-05-09"),
    ("den 7 till 9 maj 2024", "2024-05-07", "2024-05-09"),
    ("den 7 till den 9 maj 2024", "2024-05-07", "2024-05-09"),
    ("den 7 och 8 maj 2024", "2024-05-07", "2024-05-08"),
    ("7/5–9/5 2024", "2024-05-07", "2024-05-09"),
    ("7–9/5 2024", "2024-05-07", "2024-05-09"),
    ("2024-05-07–2024-05-09", "2024-05-07", "2024-05-09"),
    ("2024-05-07 – 2024-05-09", "2024-05-07", "2024-05-09"),
    ("2024-05-07--09", "2024-05-07", "2024-05-09"),
    ("2024-05-07/09", "2024-05-07", "2024-05-09"),
    ("tisdag–torsdag 7–9 maj 2024", "2024-05-07", "2024-05-09"),
    ("30 september–2 oktober 2024", "2024-09-30", "2024-10-02"),
    ("30 sept–2 okt 2024", "2024-09-30", "2024-10-02"),
    ("den 30 september till den 2 oktober 2024", "2024-09-30", "2024-10-02"),
    ("30 december 2024–2 januari 2025", "2024-12-30", "2025-01-02"),
)
# The same day and the same days without their year, which the plan tells elsewhere.
YEARLESS: Final = (
    ("7 maj", "2024-05-07", "2024-05-07"),
    ("den 7 maj", "2024-05-07", "2024-05-07"),
    ("tisdag den 7 maj", "2024-05-07", "2024-05-07"),
    ("7/5", "2024-05-07", "2024-05-07"),
    ("9 sept", "2024-09-09", "2024-09-09"),
    ("7–9 maj", "2024-05-07", "2024-05-09"),
    ("7-9/5", "2024-05-07", "2024-05-09"),
    ("7/5–9/5", "2024-05-07", "2024-05-09"),
    ("30 sept–2 okt", "2024-09-30", "2024-10-02"),
    ("30 september – 2 oktober", "2024-09-30", "2024-10-02"),
    ("ti 7 maj", "2024-05-07", "2024-05-07"),
    ("v. 19, 7–9 maj", "2024-05-07", "2024-05-09"),
)
# Of no list, small ones and those abroad too; then how a place is told with more than its name.
PLACES: Final = (
    "Bryssel",
    "Almköping",
    "Ystad",
    "Alba Iulia",
    "Sankt Petersburg",
    "Ponta Delgada",
    "Mo i Rana",
    "Tallinn",
    "Kirkenes",
    "Hedviksund",
    "Sopot",
    "Nykarleby",
    "Santiago de Compostela",
    "Le Havre",
    "Åbo",
    "Visby",
    "Klaipėda",
    "Østerlund",
)

# `{days}` is told in full, as it stands in running text.
OF_DAYS: Final = {
    "sentence": """Internationellt arbete

Nätverkets årsmöte hålls i Visby {days}.
""",
    "list": """Kommande möten

- Årsmöte i Visby, {days}
- Styrelsemöte
""",
    "label": """Årsmötet

Värd: Region Almvik
Datum: {days}
Plats: Visby
""",
    "table": """Möten och konferenser

| Datum | Möte | Plats |
| --- | --- | --- |
| {days} | Årsmöte | Visby |
| 3 december 2024 | Styrelsemöte | Ystad |
""",
    "in brackets": """Möten

Nätverket har under året haft årsmöte (Visby, {days}) och flera digitala träffar.
""",
}
# `{days}` is told without its year, which a heading or the title tells.
OF_YEAR: Final = {
    "calendar": """Kalendarium 2024

{days}   Årsmöte, Visby
3 december   Styrelsemöte, Ystad
""",
    "list": """Möten under 2024

- {days}: årsmöte i Visby
- 3 december: styrelsemöte i Ystad
""",
    "table": """Mötesplan 2024

| Datum | Möte | Plats |
| --- | --- | --- |
| {days} | Årsmöte | Visby |
| 3 december | Styrelsemöte | Ystad |
""",
    "title of the plan": """Verksamhetsplan 2024 för Region Almvik

Möten

Årsmötet hålls i Visby {days}.
""",
    "behind": """Planerade möten 2024

Årsmöte, Visby, {days}
Styrelsemöte, Ystad, 3 december
""",
    "table of activities": """Aktivitetsplan 2024

| Aktivitet | Tid och plats | Ansvarig |
| --- | --- | --- |
| Årsmöte | {days}, Visby | Anna Ek |
| Styrelsemöte | 3 december, Ystad | Bo Al |
""",
}
# `{place}` is where the days from 7 to 9 May 2024 are spent.
OF_PLACES: Final = {
    "sentence": """Internationellt arbete

Nätverkets årsmöte hålls i {place} den 7–9 maj 2024.
""",
    "day first": """Internationellt arbete

Den 7–9 maj 2024 samlades medlemmarna till årsmöte i {place}.
""",
    "meeting with a place": """Internationellt arbete

Anna Ek (S) deltog i mötet i {place} den 7–9 maj 2024 tillsammans med Bo Al (M).
""",
    "travel": """Internationellt arbete

En delegation från Region Almvik reste till {place} den 7–9 maj 2024.
""",
    "list": """Kommande möten

- 7–9 maj 2024: årsmöte, {place}
- 3 december 2024: styrelsemöte, digitalt
""",
    "list, place first": """Genomförda resor 2024

• {place}, 7–9 maj, årsmöte
• Ystad, 3 december, styrelsemöte
""",
    "table": """Möten 2024

| Datum | Aktivitet | Ort |
| --- | --- | --- |
| 7–9 maj | Årsmöte | {place} |
| 3 december | Styrelsemöte | digitalt |
""",
    "columns": """Kalendarium 2024

7–9 maj        Årsmöte                        {place}
3 december     Styrelsemöte                   Ystad
""",
    "box": """Årsmöte

Tid: 7–9 maj 2024
Plats: {place}
Anmälan: senast den 1 april
""",
    "heading": """Kalender

7–9 maj 2024

Årsmöte i {place}. Anna Ek (S) deltar.
""",
}


def forms() -> Iterator[Form]:
    """Yield days and places, each in its settings."""
    for setting, text in OF_DAYS.items():
        for days, first, last in DAYS:
            yield _form(days, f"days: {setting}", text.format(days=days), (first, last, "Visby"))
    for setting, text in OF_YEAR.items():
        for days, first, last in YEARLESS:
            yield _form(
                days, f"yearless: {setting}", text.format(days=days), (first, last, "Visby")
            )
    for setting, text in OF_PLACES.items():
        for place in PLACES:
            told = ("2024-05-07", "2024-05-09", place)
            yield _form(place, f"place: {setting}", text.format(place=place), told)


def _form(thing: str, setting: str, text: str, told: tuple[str, str, str]) -> Form:
    return Form(
        thing, setting, text, dict(zip(("start_date", "end_date", "place"), told, strict=True))
    )
