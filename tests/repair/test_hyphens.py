import pytest

from pipeline.lexicon import Lexicon, open_lexicon
from pipeline.model.page import Line, Role
from pipeline.model.repair import Join
from pipeline.repair.hyphens import decide, line_end


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return open_lexicon()


@pytest.mark.parametrize(
    ("left", "right", "join"),
    [
        ("globali", "serad", Join.DROP_HYPHEN),
        ("Kro", "nobergs", Join.DROP_HYPHEN),
        ("för", "rätt", Join.DROP_HYPHEN),
        ("HANDLINGS", "PLAN", Join.DROP_HYPHEN),
        ("£6", "regatts", Join.DROP_HYPHEN),
        ("kust", "och", Join.NONE),
        ("samarbets", "och", Join.NONE),
        ("2014", "2020", Join.KEEP_HYPHEN),
        ("EU", "projekt", Join.KEEP_HYPHEN),
        ("Småland", "Blekinge", Join.KEEP_HYPHEN),
        ("20", "talet", Join.KEEP_HYPHEN),
    ],
)
def test_a_hyphen_means_what_a_reader_takes_it_for(
    left: str, right: str, join: Join, lexicon: Lexicon
) -> None:
    assert decide(left, right, lexicon)[0] is join


def test_a_cell_goes_on_in_its_own_block_only(lexicon: Lexicon) -> None:
    cells = [
        Line("globali-", Role.TABLE_CELL, block=0),
        Line("serad", Role.TABLE_CELL, block=1),
    ]
    assert line_end(cells, 0, lexicon) is None
    same = [Line("globali-", Role.TABLE_CELL), Line("serad", Role.TABLE_CELL)]
    end = line_end(same, 0, lexicon)
    assert end is not None
    assert (end.join, end.following) == (Join.DROP_HYPHEN, 1)


def test_blank_lines_and_page_numbers_do_not_hold_the_rest_of_a_word(lexicon: Lexicon) -> None:
    lines = [Line("Kro-", block=0), Line("", block=1), Line("nobergs län", block=2)]
    end = line_end(lines, 0, lexicon)
    assert end is not None
    assert end.following == 2
    foot = [Line("Kro-", block=0), Line("nobergs", Role.FOOTER, block=1)]
    assert line_end(foot, 0, lexicon) is None
