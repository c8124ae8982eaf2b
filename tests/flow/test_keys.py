from pathlib import Path

from pipeline.config import Config, RepairConfig
from pipeline.flow.keys import repair_key
from pipeline.flow.tools import Setup, Tools
from pipeline.repair.channel import Confusion, Confusions
from pipeline.repair.tables import write_confusions


def test_a_repair_is_kept_by_what_the_tables_of_confusions_hold(tmp_path: Path) -> None:
    folder = tmp_path / "confusions"
    config = RepairConfig(confusions=str(folder))
    keys = set()
    for printed in ("a", "i"):
        write_confusions(folder, Confusions({Confusion("å", printed): 1.0}, {}), "x")
        for settings in (RepairConfig(), config):
            setup = Setup(Config(repair=settings), tmp_path)
            keys.add(repair_key(Tools(setup), [], ["before"]))
    assert len(keys) == 3
