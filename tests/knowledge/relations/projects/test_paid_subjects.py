"""Projects as subjects of sentences, with who pays in brackets behind their names."""

import pytest

from tests.knowledge.written import told_projects


@pytest.mark.parametrize(
    "before", ["", "Nämnden leder arbetet. Pågående projekt ", "Våra EU-projekt "]
)
def test_several_in_one_paragraph(before: str) -> None:
    text = (
        f"{before}Vägen ut (Europeiska socialfonden) vänder sig till unga utan arbete."
        " Gröna gårdar (LIFE) provar dagvatten på skolgårdar."
    )
    assert sorted(told_projects(text)) == [
        ("Gröna gårdar", "provar dagvatten på skolgårdar", "LIFE"),
        ("Vägen ut", "vänder sig till unga utan arbete", "Europeiska socialfonden"),
    ]


def test_one_alone_may_be_anything() -> None:
    assert told_projects("Vår rådgivare (LIFE) svarar på frågor om dagvatten.") == []
