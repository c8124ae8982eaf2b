"""Frozen records, ids, geometry and the tables of the dataset."""
