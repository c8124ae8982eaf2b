"""Units of work: a page whose image cannot be had keeps the text that it has."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from pipeline.config import Config, IngestConfig
from pipeline.errors import FailureReason
from pipeline.flow.tools import Setup
from pipeline.flow.units import SourceUnit, images_read, take_in
from pipeline.model.page import Decision, Reading, TextSource
from tests.ingest.making import RUINED, pdf_bytes


def _read(folder: Path, *lines: str) -> Reading:
    """Return a page with an image of more pixels than are allowed, and these lines."""
    noise = np.random.default_rng(1).integers(0, 255, (400, 300), np.uint8)
    path = folder / "scan.pdf"
    path.write_bytes(pdf_bytes(lines, image=Image.fromarray(noise)))
    config = replace(Config(), ingest=IngestConfig(max_pixels=10_000))
    setup = Setup(config, folder / "cache")
    return images_read(setup.open(), take_in(SourceUnit(setup, path)), 1, 1).value()


def test_a_text_layer_stays_where_the_image_is_too_large(tmp_path: Path) -> None:
    reading = _read(tmp_path, *RUINED)
    (page,) = reading.pages
    assert [line.text for line in page.lines] == list(RUINED)
    assert (page.decision, page.text_source) == (Decision.REPAIR, TextSource.TEXT_LAYER)
    assert page.decision_reason.endswith("more than the 10,000 allowed, so the text layer stays")
    assert not reading.failures


def test_a_page_without_text_is_a_failure(tmp_path: Path) -> None:
    reading = _read(tmp_path)
    assert not reading.pages
    assert [failure.reason for failure in reading.failures] == [FailureReason.TOO_LARGE]
