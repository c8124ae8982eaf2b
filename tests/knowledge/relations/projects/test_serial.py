"""Projects as a series of short titles, each above one paragraph, most of which say who pays."""

from tests.knowledge.written import name_of, understood

TOP = "# Handlingsplan för Region Almvik 2024\n\n"


def test_titles_above_paragraphs_that_say_who_pays() -> None:
    text = (
        "# På gång hos oss\n\n"
        "> Tångbyxan\nKläder vävs av tång från tre vikar. Bekostas av Interreg Nord.\n\n"
        "> Nattugglor\nBiblioteken håller öppet om natten. Erasmus+ betalar 400 tkr.\n\n"
        "> Stensoppa\nSkolor lagar mat av det som blir över. Klart 2026.\n"
    )
    knowledge = understood(TOP + text)
    found = {p.name: (p.description, name_of(knowledge, p.funder_id)) for p in knowledge.projects}
    assert found == {
        "Tångbyxan": ("Kläder vävs av tång från tre vikar", "Interreg Nord"),
        "Nattugglor": ("Biblioteken håller öppet om natten", "Erasmus+"),
        "Stensoppa": ("Skolor lagar mat av det som blir över", None),
    }
    assert [(c.subject_text, c.year, c.amount) for c in knowledge.costs] == [
        ("Nattugglor", None, 400_000)
    ]


def test_titles_that_nobody_pays_for_are_no_projects() -> None:
    text = (
        "# Om oss\n\n"
        "> Tångbyxan\nBarnen lekte vid havet hela sommaren.\n\n"
        "> Nattugglor\nBiblioteken håller öppet om natten.\n"
    )
    assert understood(TOP + text).projects == ()
