"""Prints how many forms of each setting are understood.

python -m tests.bench.forms [TABLE ...] [--misses]
"""

import argparse
import sys
from collections import defaultdict

from tests.bench.facts import open_entities_once
from tests.bench.forms import activities, goals, projects, seats
from tests.bench.forms.form import Outcome, outcomes

FORMS = {
    "appointments": seats.forms,
    "projects": projects.forms,
    "goals": goals.forms,
    "activities": activities.forms,
}
"""The forms of each table."""


def main() -> None:
    """Measure the tables that are named, else all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("table", nargs="*", choices=[[], *FORMS])
    parser.add_argument("--misses", action="store_true")
    chosen = parser.parse_args()
    for table in chosen.table or FORMS:
        of_setting: dict[str, list[Outcome]] = defaultdict(list)
        for outcome in outcomes(table, FORMS[table](), open_entities_once()):
            of_setting[outcome.form.setting].append(outcome)
        _report(table, of_setting, misses=chosen.misses)


def _report(table: str, of_setting: dict[str, list[Outcome]], *, misses: bool) -> None:
    for setting, found in of_setting.items():
        right = sum(outcome.right for outcome in found)
        sys.stdout.write(f"{table:14}{setting:24}{right:5} of {len(found)}\n")
        for outcome in found if misses else ():
            if not outcome.right:
                rows = "; ".join(" | ".join(row) for row in outcome.found)
                sys.stdout.write(f"    {outcome.form.thing:44} {rows[:150]}\n")


if __name__ == "__main__":
    main()
