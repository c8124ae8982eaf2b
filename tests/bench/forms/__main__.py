"""Prints how many forms of each setting are understood.

python -m tests.bench.forms [SET ...] [--misses]
"""

import argparse
import sys
from collections import defaultdict

from tests.bench.facts import open_entities_once
from tests.bench.forms import activities, costs, events, goals, memberships, projects, roles, seats
from tests.bench.forms.form import Outcome, outcomes

FORMS = {
    "seats": ("appointments", seats.forms),
    "roles": ("appointments", roles.forms),
    "memberships": ("memberships", memberships.forms),
    "costs": ("costs", costs.forms),
    "events": ("events", events.forms),
    "projects": ("projects", projects.forms),
    "goals": ("goals", goals.forms),
    "activities": ("activities", activities.forms),
}
"""The table that each set of forms tells of, and the forms."""


def main() -> None:
    """Measure the sets of forms that are named, else all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("chosen", nargs="*", choices=[[], *FORMS])
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    for name in given.chosen or FORMS:
        table, forms = FORMS[name]
        of_setting: dict[str, list[Outcome]] = defaultdict(list)
        for outcome in outcomes(table, forms(), open_entities_once()):
            of_setting[outcome.form.setting].append(outcome)
        _report(name, of_setting, misses=given.misses)


def _report(name: str, of_setting: dict[str, list[Outcome]], *, misses: bool) -> None:
    for setting, found in of_setting.items():
        right = sum(outcome.right for outcome in found)
        sys.stdout.write(f"{name:14}{setting:24}{right:5} of {len(found)}\n")
        for outcome in found if misses else ():
            if not outcome.right:
                rows = "; ".join(" | ".join(row) for row in outcome.found)
                sys.stdout.write(f"    {outcome.form.thing:44} {rows[:150]}\n")


if __name__ == "__main__":
    main()
