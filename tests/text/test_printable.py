from pipeline.text.printable import printable


def test_a_path_that_is_not_utf_8_becomes_printable() -> None:
    assert printable("väg/plan.pdf") == "väg/plan.pdf"
    assert printable("v\udce4g.pdf") == r"v\xe4g.pdf"
    assert printable("\ud800") == r"\ud800"
