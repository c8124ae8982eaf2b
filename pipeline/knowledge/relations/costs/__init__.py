"""Sums of money and shares of working time, and what they are for."""
