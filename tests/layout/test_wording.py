from pipeline.layout.wording import item_starts


def test_dashes_that_touch_a_capital_begin_items() -> None:
    assert item_starts(["-Utbyte med Pommern", "-Stöd till byar"]) == [True, True]


def test_the_rest_of_broken_words_is_no_item() -> None:
    lines = ["Regionen betalar ur EU", "-projektens medel och regio-", "-nens egna."]
    assert item_starts(lines) == [False] * 3
