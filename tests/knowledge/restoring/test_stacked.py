"""Tables of persons whose cells stand in lines of their own."""

from pipeline.knowledge.restoring.stacked import stacked_cells
from pipeline.knowledge.textflow import CellPlace
from tests.knowledge.written import understood

_HEAD = ["Styrgruppen", "Befattning", "Namn", "Parti"]
_ROWS = ["Ledamot", "Anna Ek", "S", "Ersättare", "Bo af Al", "SJVP"]


def test_lines_below_column_words_are_rows_as_long_as_they_fit() -> None:
    """What follows the last whole row belongs to no table."""
    cells = stacked_cells([*_HEAD, *_ROWS, "Arbetsgruppen", "Namn"], 3)

    assert sorted(cells) == list(range(1, 10))
    assert cells[1] == CellPlace(3, 0, 0)
    assert cells[8] == CellPlace(3, 2, 1)


def test_a_party_may_be_left_out_where_it_stands_last() -> None:
    """Nobody has none, nor has an official."""
    lines = [*_HEAD, "Ersättare", "Vakant", "Kontaktperson", "Cia Dal, strateg", *_ROWS]

    cells = stacked_cells(lines, 0)

    assert cells[7] == CellPlace(0, 2, 1)
    assert cells[13] == CellPlace(0, 4, 2)


def test_words_above_no_persons_head_nothing() -> None:
    """Columns without names, or with none below them, are no table of seats."""
    assert not stacked_cells(["Uppdrag", "Parti", "Ledamot", "S"], 0)
    assert not stacked_cells(["Uppdrag", "Namn", "Syfte", "Mål"], 0)


def test_other_tables_are_known_by_their_days_and_sums() -> None:
    """Each row has a number where the column above holds one; a sentence ends the table."""
    head = ["Projekt", "Innehåll", "Program", "Projekttid"]
    rows = ["Havsro", "Tystare vikar", "LIFE", "2020–2022", "Isfri", "Kajer", "LIFE", "2021"]

    cells = stacked_cells(["Bilaga 3", *head, *rows, "Projekten leds av Almvik.", "2024"], 0)

    assert sorted(cells) == list(range(1, 13))
    assert cells[12] == CellPlace(0, 2, 3)
    assert not stacked_cells([*head, *rows[:4]], 0)
    assert not stacked_cells(["Projekt", "Innehåll", "Program", *rows], 0)


def test_months_and_seasons_are_times_of_rows() -> None:
    head = ["Aktivitet", "Ansvarig", "Tid"]
    rows = ["Läger för unga", "Åsa Ek", "maj", "Brev till skolorna", "Bo Al", "Hösten"]

    assert len(stacked_cells([*head, *rows], 0)) == 9
    assert not stacked_cells([*head, "Läger för unga", "Åsa Ek", "Bo Al"], 0)


_PLAN = "Handlingsplan 2023\nFör Almviks kommun.\n\n"


def _in_sections(table: str) -> list[tuple[str, str]]:
    """Return the heading above each activity of a plan, with its title."""
    found = understood(_PLAN + table)
    heading = {one.section_id: one.heading for one in found.sections}
    return [(heading[one.section_id or ""], one.title) for one in found.activities]


def test_lines_head_parts_of_a_table_without_columns() -> None:
    rows = "Hälsa\nOrdna kurser\nHR-chefen\nMars\nVård\nByta jourer\nBo Al\n2023\nDela bilar\n"
    table = f"Insats\nAnsvarig\nKlart\n{rows}Åsa Ek\nHt 2023\n\nPlanen följs upp."
    assert _in_sections(table) == [
        ("Hälsa", "Ordna kurser"),
        ("Vård", "Byta jourer"),
        ("Vård", "Dela bilar"),
    ]


def test_a_column_of_areas_is_told_once_for_the_rows_of_a_part() -> None:
    head = "Område | Vad ska vi göra | Vem | När\n"
    rows = "Skola\nStarta utbyten\nRektor\nVt 2023\nSöka medel\nSkolkontoret\nHösten\n"
    kultur = "Kultur\nBjuda in dansare\nKulturchefen\nJuni 2023\n"
    assert _in_sections(head + rows + kultur) == [
        ("Skola", "Starta utbyten"),
        ("Skola", "Söka medel"),
        ("Kultur", "Bjuda in dansare"),
    ]


def test_goals_head_parts_of_a_table() -> None:
    rows = "{}\nBo Al\nLöpande\n{}\nÅsa Ek\nVarje kvartal\n"
    table = "Mål 1 Fler företag säljer i Polen\nÅtgärd\nVem\nNär\n" + rows.format(
        "Ordna en mässa", "Ge ut en guide"
    )
    table += "Mål 2 Kommunen är känd i EU\n" + rows.format("Delta i möten", "Skriva brev")
    goals = [goal.text for goal in understood(_PLAN + table).goals]
    assert goals == ["Fler företag säljer i Polen", "Kommunen är känd i EU"]
    assert [section for section, _ in _in_sections(table)] == [
        *["Mål 1 Fler företag säljer i Polen"] * 2,
        *["Mål 2 Kommunen är känd i EU"] * 2,
    ]
