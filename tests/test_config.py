from pathlib import Path

import pytest

from pipeline.config import Config, OcrConfig, load_config, parse_config, section_digest
from pipeline.errors import ConfigError


def test_without_a_file_the_defaults_hold() -> None:
    assert load_config(None) == Config()


def test_a_value_is_taken_and_the_rest_keeps_its_default() -> None:
    assert parse_config({"ocr": {"languages": "swe+eng"}}, "x").ocr == OcrConfig("swe+eng")


def test_an_unknown_setting_is_told_with_the_nearest_one() -> None:
    with pytest.raises(ConfigError, match="Did you mean languages"):
        parse_config({"ocr": {"langauges": "swe"}}, "params.yaml")


def test_an_unknown_section_is_told_with_the_nearest_one() -> None:
    with pytest.raises(ConfigError, match="Did you mean repair"):
        parse_config({"repiar": {}}, "params.yaml")


def test_a_wrong_type_is_told_with_its_place() -> None:
    with pytest.raises(ConfigError, match=r"ocr.*max_dpi"):
        parse_config({"ocr": {"max_dpi": "high"}}, "params.yaml")


@pytest.mark.parametrize("content", ["- a list", "ocr: [1]", "ocr: {", "just text"])
def test_what_is_no_settings_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "params.yaml"
    path.write_text(content)
    with pytest.raises(ConfigError):
        load_config(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"absent\.yaml"):
        load_config(tmp_path / "absent.yaml")


def test_the_digest_of_a_section_changes_with_a_value() -> None:
    assert section_digest(OcrConfig()) == section_digest(OcrConfig("swe"))
    assert section_digest(OcrConfig()) != section_digest(OcrConfig("swe+eng"))
