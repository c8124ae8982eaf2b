"""Measures how many ways of telling a thing are understood: each thing in each setting.

A module a table holds things (names of networks, projects, sums) and settings (sentences, lists,
headings, tables) that a plan may tell them in. Crossed, they are some hundred short texts, each
with the one row that it has to give. What fails with one thing and not with another shows what
the rules know by heart.
"""
