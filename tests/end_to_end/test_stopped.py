"""Runs that are stopped, by the user or by force, and go on."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.flow.accounts import RunState, accounts
from pipeline.lexicon import open_lexicon
from tests.bench.kills import Campaign
from tests.bench.many import write_texts
from tests.end_to_end.running import COMMAND, fresh_cache, prickfri

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("stopped")]


def test_killed_at_random_and_given_again_a_run_comes_to_the_same_tables(tmp_path: Path) -> None:
    open_lexicon()
    campaign = Campaign(tmp_path, random.Random(5))
    campaign.prepare(12)
    while campaign.kills < 3:
        campaign.round(3)
    assert campaign.rounds >= 1


def test_ctrl_c_stops_cleanly_and_says_how_to_go_on(tmp_path: Path) -> None:
    write_texts(tmp_path / "sources", 40)
    cache = fresh_cache(tmp_path / "cache")
    command = ("run", "sources", "--dataset", "ds")
    run = subprocess.Popen(
        [COMMAND, *command],
        cwd=tmp_path,
        env={
            **os.environ,
            "PRICKFRI_CACHE": str(cache),
            "PYTHONPATH": os.pathsep.join(sys.path),
        },
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while True:
        assert time.monotonic() < deadline
        time.sleep(0.05)
        if (tmp_path / "ds.ledger.sqlite-wal").exists():
            seen = prickfri("status", "ds", "--json", cache=cache, cwd=tmp_path)
            if '"run": "under_way"' in seen.stdout and '"running": 0' not in seen.stdout:
                break
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does
    _, told = run.communicate(timeout=20)
    assert run.returncode == 130
    assert told == (
        "prickfri: Stopped.\n  What was done is kept: give the same command again to go on.\n"
    )
    assert accounts(tmp_path / "ds").run is RunState.STOPPED
    stopped = prickfri("status", "ds", cache=cache, cwd=tmp_path)
    assert "Give its command again to go on." in stopped.stdout
    assert prickfri(*command, cache=cache, cwd=tmp_path).returncode == 0
    assert accounts(tmp_path / "ds").counts["done"] == 40
