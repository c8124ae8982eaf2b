"""Arrangement that a text lost on its way, given back before it is read.

Tables whose cells ran together or whose columns were read one after the other, lists without
signs, pages in a line: rows of pages come in and go out with cells, roles and beginnings.
"""
