"""Measures what each kind of bad input takes, and whether it is accounted for.

    python -m tests.bench.bad [--cpu-seconds 20] [--wall-seconds 90] [NAME...]

Each kind is imported by a run of its own with one worker, the limits of memory as they are by
default: how its source ended, seconds on the clock, and the most memory that any process of
the run had (RSS at its peak, files that are mapped included). With NAMEs, those kinds alone.
"""

import argparse
import tempfile
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from pipeline.flow.accounts import accounts
from tests.bad_inputs.everything import KINDS
from tests.bad_inputs.kinds import Kind
from tests.bench.alone import taken_by


class Measured(NamedTuple):
    """What became of a kind: states of its sources, whether as stated, seconds, MiB."""

    name: str
    states: str
    as_stated: bool
    seconds: float
    mebibytes: float


def main() -> None:
    """Measure, and print a table and what holds for all kinds together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--cpu-seconds", type=int, default=20)
    parser.add_argument("--wall-seconds", type=int, default=90)
    options = parser.parse_args()
    settings = f"{{cpu_seconds: {options.cpu_seconds}, wall_seconds: {options.wall_seconds}}}"
    found = []
    print("| kind | ended as | seconds | peak, MiB |\n|---|---|---|---|", flush=True)
    for kind in KINDS:
        if not options.names or kind.name in options.names:
            one = _measured(kind, settings)
            found.append(one)
            told = f"| {one.states} | {one.seconds:.1f} | {one.mebibytes:.0f} |"
            print(f"| {one.name} {told}", flush=True)
    wrong = [one.name for one in found if not one.as_stated]
    most = max(found, key=attrgetter("mebibytes"))
    print(f"\n{len(found)} kinds, {len(wrong)} of them not as stated: {', '.join(wrong) or '-'}.")
    print(f"The most memory that a process had: {most.mebibytes:.0f} MiB ({most.name}).")


def _measured(kind: Kind, limits: str) -> Measured:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sources").mkdir()
        kind.make(folder / "sources" / kind.name)
        (folder / "params.yaml").write_text(f"limits: {limits}\n", encoding="utf-8")
        options = ("--dataset", "ds", "--jobs", "1", "--config", "params.yaml")
        taken = taken_by(folder, "run", "sources", *options)
        rows = [(row.state, row.reason) for row in accounts(folder / "ds").sources]
    as_stated = (kind.state, kind.reason) in rows
    told = ", ".join(f"{state} ({reason})" if reason else state for state, reason in rows)
    return Measured(kind.name, told, as_stated, *taken)


if __name__ == "__main__":
    main()
