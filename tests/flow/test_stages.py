"""The lists of stages, settings, commands and DVC stages are proven to be the same."""

from dataclasses import fields
from pathlib import Path

import yaml

from pipeline.config import Config, load_config
from pipeline.flow.stages import STAGES

ROOT = Path(__file__).parents[2]
DVC = yaml.safe_load((ROOT / "dvc.yaml").read_text())["stages"]


def test_each_stage_has_a_section_of_settings() -> None:
    sections = {field.name for field in fields(Config)} - {"corpus", "limits"}
    assert sections == set(STAGES)


def test_dvc_has_each_stage_with_its_command() -> None:
    assert {name: stage["cmd"] for name, stage in DVC.items()} == {
        name: f".venv/bin/prickfri stage {name}" for name in STAGES
    }


def test_each_dvc_stage_is_triggered_by_its_settings() -> None:
    for name, stage in DVC.items():
        assert name in stage["params"]


def test_each_dvc_stage_starts_from_what_the_one_before_leaves() -> None:
    for name, stage in STAGES.items():
        outputs = [
            *DVC[name].get("outs", []),
            *(next(iter(m)) for m in DVC[name].get("metrics", [])),
        ]
        assert outputs == [stage.output]
        if stage.needs:
            assert STAGES[stage.needs].output in DVC[name]["deps"]


def test_a_change_of_code_triggers_the_stage_or_one_before_it() -> None:
    watched: set[str] = set()
    for name, stage in STAGES.items():
        watched |= set(DVC[name]["deps"])
        for room in stage.rooms:
            place = Path("pipeline", room)
            assert {str(place), str(place.parent)} & watched, f"{name} does not watch {place}"


def test_the_settings_file_holds_the_defaults() -> None:
    assert load_config(ROOT / "params.yaml") == Config()


def test_rooms_of_stages_exist() -> None:
    for stage in STAGES.values():
        for room in stage.rooms:
            assert (ROOT / "pipeline" / room).exists()
