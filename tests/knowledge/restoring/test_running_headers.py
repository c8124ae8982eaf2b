from dataclasses import replace

import pytest
from msgspec import structs

from pipeline.knowledge.reading.pages import read_flow
from pipeline.knowledge.restoring.running_headers import letterhead
from pipeline.model.page import Role
from pipeline.model.repair import RepairedPage
from tests.knowledge.written import pages_of


def _headed(text: str) -> RepairedPage:
    """Return a page whose first line is a running header."""
    (page,) = pages_of(text)
    header, *lines = page.page.lines
    read = replace(page.page, lines=(structs.replace(header, role=Role.HEADER), *lines))
    return replace(page, page=read)


def test_a_header_that_alone_names_who_issued_the_page_is_read() -> None:
    page = _headed("REGION ALMVIK PROTOKOLL\n\nRegionstyrelsen beslutar om val.")
    assert letterhead(page) == {1}
    assert read_flow([page]).text.startswith("REGION ALMVIK PROTOKOLL\n")


@pytest.mark.parametrize(
    "text",
    [
        "Protokoll 2024\n\nRegionstyrelsen beslutar om val.",
        "REGION ALMVIK PROTOKOLL\n\nStyrelsen för Region Almvik beslutar om val.",
    ],
)
def test_other_headers_are_furniture(text: str) -> None:
    assert letterhead(_headed(text)) == set()


def test_headers_of_later_pages_are_furniture() -> None:
    page = _headed("REGION ALMVIK PROTOKOLL\n\nRegionstyrelsen beslutar om val.")
    assert read_flow([page, page]).text.count("ALMVIK") == 1
