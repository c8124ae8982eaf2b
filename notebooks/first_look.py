"""Shows what came out of a run: rows by table, and who sits in which network.

Usage: python notebooks/first_look.py DATASET
"""

import sys

import pandas as pd

from pipeline import Dataset
from pipeline.model.tables import TABLES

SHOWN = 12


def main() -> None:
    dataset = Dataset(sys.argv[1])
    pd.set_option("display.width", 160, "display.max_columns", 12, "display.max_colwidth", 44)
    print("\nRows by table:")
    print("  " + ", ".join(f"{name} {len(dataset.table(name)):,}" for name in TABLES))

    seats = dataset.table("appointments", names=True)
    columns = ["year", "person", "party", "role", "network", "document", "page_number"]
    print(f"\nWho sat in which network ({SHOWN} of {len(seats)} rows of appointments):")
    shown = seats.dropna(subset=["network"]).sort_values(["year", "network", "person"])
    print(shown[columns].head(SHOWN).to_string(index=False))

    edits = dataset.corrections.query("decision == 'applied' and kind != 'line_end_hyphen'")
    print(f"\nWhat was repaired ({SHOWN} of {len(edits):,} applied corrections):")
    columns = ["original", "corrected", "kind", "score", "page_number", "line_number"]
    print(edits[columns].head(SHOWN).to_string(index=False))
    print(f"\nMore: notebooks/who_sat_where.ipynb, and the README in {sys.argv[1]}.")


if __name__ == "__main__":
    main()
