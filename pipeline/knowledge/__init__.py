"""Understanding plans: structure, names, and what is said of them.

`understand` turns the repaired pages of a document into rows of the dataset; `load_nlp`
gives the spaCy pipeline behind it for use on any text.
"""

from pipeline.knowledge.language import COMPONENTS, load_nlp
from pipeline.knowledge.understanding import understand

__all__ = ["COMPONENTS", "load_nlp", "understand"]
