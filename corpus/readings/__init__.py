"""Texts printed, scanned and read by Tesseract, each line beside the words truly printed.

`load` yields the lines of a part. `python -m corpus.readings` makes them anew.
"""

from corpus.readings.record import Part, ReadLine, load

__all__ = ["Part", "ReadLine", "load"]
