from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from pipeline.layout import mark_furniture
from pipeline.model.page import FURNITURE, Page, Role
from tests.layout.printing import page

BODY = [
    (f"Brödtext nummer {number} om regionens arbete i länet", 300.0 + number) for number in (1, 2)
]


def _roles(pages: list[Page]) -> list[list[str]]:
    return [[line.role.value for line in one.lines] for one in mark_furniture(pages)]


def test_headers_footers_and_page_numbers() -> None:
    pages = [
        page(n, [("Region Almvik", 30), *BODY, ("Antagen 2024", 790), (f"{n} (4)", 810)])
        for n in range(1, 5)
    ]
    assert _roles(pages) == [["header", "body", "body", "footer", "page_number"]] * 4


def test_left_and_right_pages_differ_and_digits_do_not_count() -> None:
    pages = [
        page(n, [(f"{n} Strategi 2020" if n % 2 else f"Region Almvik {n}", 30), *BODY])
        for n in range(1, 9)
    ]
    assert {roles[0] for roles in _roles(pages)} == {"header"}


def test_what_an_image_is_read_as_varies() -> None:
    texts = ["Region Almviks strategi", "Reglon Almviks strategi", "Region Almvlks strategi"]
    pages = [page(n, [(text, 30.0 + n), *BODY]) for n, text in enumerate(texts, 1)]
    assert [roles[0] for roles in _roles(pages)] == ["header"] * 3


@pytest.mark.parametrize("text", ["Sida {} av 9", "sid. {}", "- {} -", "{}/9", "{}", "– {} –"])
@pytest.mark.parametrize("plain", [False, True])
def test_forms_of_page_numbers(text: str, plain: bool) -> None:
    pages = [page(n, [*BODY, *BODY, (text.format(n + 4), 800)], plain=plain) for n in (1, 2, 3)]
    assert [roles[-1] for roles in _roles(pages)] == ["page_number"] * 3


def test_numbers_that_do_not_count_with_the_pages_are_text() -> None:
    pages = [page(n, [*BODY, (value, 800)]) for n, value in ((1, "17"), (2, "4"), (3, "250"))]
    assert all(roles[-1] != "page_number" for roles in _roles(pages))


def test_what_stands_once_or_in_the_middle_is_text() -> None:
    pages = [page(n, [(f"{word} i länet", 60), *BODY]) for n, word in ((1, "Mål"), (2, "Vård"))]
    assert _roles(pages) == [["body"] * 3] * 2


def test_a_single_page_has_a_page_number_only_if_it_says_so() -> None:
    assert _roles([page(1, [*BODY, ("Sida 1 av 1", 810)])]) == [["body", "body", "page_number"]]
    assert _roles([page(1, [*BODY, ("2024", 810)])]) == [["body", "body", "body"]]


@pytest.mark.parametrize(
    ("text", "role"),
    [("7/5", Role.BODY), ("3/6", Role.BODY), ("3/6", Role.TABLE_CELL), ("3 (6)", Role.TABLE_CELL)],
)
def test_days_and_cells_that_do_not_count_with_the_pages_are_text(text: str, role: Role) -> None:
    one = page(1, [*BODY, (text, 800), ("Styrelsemöte i Bryssel", 810)], plain=True)
    lines = tuple(structs.replace(line, role=role) for line in one.lines)
    assert _roles([replace(one, lines=lines)]) == [[role.value] * 4]


def test_a_page_of_so_many_that_are_there_is_numbered_once() -> None:
    pages = [page(1, [*BODY, ("1/2", 800)]), page(2, [*BODY, ("Bilagor", 800)])]
    assert _roles(pages) == [["body", "body", "page_number"], ["body"] * 3]


_LINES = st.lists(
    st.tuples(
        st.sampled_from(["Region", "3", "Sida 2", "Text om vård", "- 1 -"]), st.floats(0, 830)
    ),
    max_size=6,
)


@given(st.lists(_LINES, max_size=6), st.booleans())
def test_only_roles_change_and_only_once(
    contents: list[list[tuple[str, float]]], plain: bool
) -> None:
    pages = [page(n, lines, plain=plain) for n, lines in enumerate(contents, 1)]
    marked = mark_furniture(pages)
    for before, after in zip(pages, marked, strict=True):
        roles = [line.role for line in before.lines]
        lines = zip(after.lines, roles, strict=True)
        assert before == replace(after, lines=tuple(structs.replace(x, role=r) for x, r in lines))
        assert all(
            a.role is b.role or a.role in FURNITURE
            for a, b in zip(after.lines, before.lines, strict=True)
        )
    assert {Role.BODY} | FURNITURE >= {line.role for one in marked for line in one.lines}


@pytest.mark.parametrize(
    ("read", "role"), [("2.43)", "page_number"), ("2 (S)", "page_number"), ("Bo Ek", "body")]
)
def test_a_number_that_was_misread_stands_where_the_others_do(read: str, role: str) -> None:
    pages = [page(n, [*BODY, (text, 800.0)]) for n, text in ((1, "1 (3)"), (2, read), (3, "3 (3)"))]
    assert [roles[-1] for roles in _roles(pages)] == ["page_number", role, "page_number"]


def test_figures_elsewhere_at_the_bottom_are_no_page_numbers() -> None:
    pages = [
        page(n, [*BODY, (text, y)])
        for n, text, y in ((1, "1 (3)", 800.0), (2, "2.43", 770.0), (3, "3 (3)", 800.0))
    ]
    assert _roles(pages)[1][-1] == "body"
