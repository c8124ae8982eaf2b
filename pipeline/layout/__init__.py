"""Lines, columns, blocks, roles and tables: words with places to a page in reading order.

Works alike for words of a text layer and words read from an image. `arrange` takes words
with boxes, `arrange_text` plain lines, `mark_furniture` the pages of a document.
"""

from pipeline.layout.arranging import arrange
from pipeline.layout.furniture import mark_furniture
from pipeline.layout.grids import Grid, GridCell
from pipeline.layout.running_text import arrange_text

__all__ = ["Grid", "GridCell", "arrange", "arrange_text", "mark_furniture"]
