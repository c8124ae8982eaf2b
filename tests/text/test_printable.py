from pipeline.text.printable import counted, on_screen, printable


def test_a_path_that_is_not_utf_8_becomes_printable() -> None:
    assert printable("väg/plan.pdf") == "väg/plan.pdf"
    assert printable("v\udce4g.pdf") == r"v\xe4g.pdf"
    assert printable("\ud800") == r"\ud800"


def test_a_name_gives_no_commands_to_a_terminal() -> None:
    assert on_screen("väg/plan 🐻.pdf") == "väg/plan 🐻.pdf"
    assert on_screen("a\x1b[31m\n\x9b\u202egnp.exe\udce4") == (
        r"a\x1b[31m\x0a\x9b\u202egnp.exe\xe4"
    )


def test_one_thing_is_no_plural() -> None:
    told = [counted(number, "page") for number in (0, 1, 4000)]
    assert told == ["0 pages", "1 page", "4,000 pages"]
