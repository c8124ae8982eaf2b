"""Projects in lists of a name and who runs it, below what says that grants follow."""

from tests.knowledge.written import name_of, understood

TOP = "# Nyheter från Region Almvik\n\n"
LIST = (
    "Blå bryggor, Almviks hamn AB\n\n"
    "Tysta stigar - en förstudie, Sundviks naturskola\n\n"
    "NORDLYS (Nordens ljusa skolgårdar), Havsby högskola\n\n"
)


def test_lines_of_a_name_and_who_runs_it() -> None:
    found = understood(
        TOP + "Nu är det klart vilka som får medel i Vinnovas utlysning om närmiljö.\n\n"
        "Här är listan på de tre förstudier som beviljats stöd:\n\n" + LIST
    )
    assert [(p.name, p.description, name_of(found, p.funder_id)) for p in found.projects] == [
        ("Blå bryggor", None, "Vinnova"),
        ("Tysta stigar", None, "Vinnova"),
        ("NORDLYS", "Nordens ljusa skolgårdar", "Vinnova"),
    ]


def test_such_lines_below_anything_else_are_no_projects() -> None:
    assert not understood(TOP + "Vi besökte tre platser under året:\n\n" + LIST).projects
