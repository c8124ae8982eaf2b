from pipeline.knowledge.restoring.text_columns import text_columns
from tests.knowledge.written import understood

LINES = (
    "Del 1. Vård",
    "Insats",
    "Bjuda in länets kommuner i",
    "Almvik",
    "Delta i mötet med Interreg",
    "Nord",
    "Del 2. Skola",
    "Insats",
    "Ge råd till skolor som vill",
    "söka",
    "Pröva utbyte",
    "Effekt",
    "Fler vet vad som kan sökas",
    "Bättre ansökningar",
    "Effekt",
    "Skolor söker medel",
    "Elever får vänner i andra",
    "länder",
)


def _cells(lines: tuple[str, ...]) -> list[list[list[str]]]:
    return [
        [[" ".join(lines[n] for n in cell) for cell in row.values()] for row in table.rows]
        for table in text_columns(lines)
    ]


def test_columns_of_several_tables_were_read_one_after_the_other() -> None:
    first, second = _cells(LINES)
    assert first == [
        ["Insats", "Effekt"],
        ["Bjuda in länets kommuner i Almvik", "Fler vet vad som kan sökas"],
        ["Delta i mötet med Interreg Nord", "Bättre ansökningar"],
    ]
    assert second[1:] == [
        ["Ge råd till skolor som vill söka", "Skolor söker medel"],
        ["Pröva utbyte", "Elever får vänner i andra länder"],
    ]


def test_columns_that_do_not_agree_are_left() -> None:
    assert not _cells(("Insats", "Ge råd", "Pröva utbyte", "Effekt", "Fler söker"))
    assert not _cells(("Insats", "Ge råd", "Pröva utbyte", "Möten", "Fler söker"))


def test_parts_stand_among_what_is_done() -> None:
    (table,) = _cells(
        ("Insats", "Del A. Vård", "Ge råd", "Del B. Skola", "Pröva utbyte", "Effekt", "Fler", "Mer")
    )
    assert table[1:] == [
        ["Del A. Vård"],
        ["Ge råd", "Fler"],
        ["Del B. Skola"],
        ["Pröva utbyte", "Mer"],
    ]


def test_what_is_done_is_told_with_what_it_leads_to() -> None:
    activities = understood("# Region Almvik\n\n" + "\n".join(LINES)).activities
    assert [(a.title, a.effect) for a in activities][:2] == [
        ("Bjuda in länets kommuner i Almvik", ("Fler vet vad som kan sökas",)),
        ("Delta i mötet med Interreg Nord", ("Bättre ansökningar",)),
    ]


def test_words_that_come_again_for_each_table_end_its_columns() -> None:
    told = ("Mål i planen", "Ett rent hav", "Ett rent hav", "Mål i planen", "Plats för alla")
    assert _cells((*LINES, *told)) == _cells(LINES)
