"""Matters of minutes whose number stands in a line of its own."""

from tests.knowledge.written import understood


def test_a_number_alone_and_the_line_below_are_one_heading() -> None:
    text = (
        "# Nämndens protokoll\n\nNämnden möttes i Almby hela dagen.\nBo Al, justerare\n"
        "§15\nVal av justerare\nBo Al utses\n§ 16\nRapporter\nÅsa Ek berättar om resan.\n"
    )
    headings = [(section.number, section.heading) for section in understood(text).sections]
    assert headings[-2:] == [("15", "Val av justerare"), ("16", "Rapporter")]
