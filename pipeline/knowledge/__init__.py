"""Understanding plans: structure, names, and what is said of them.

`understand` turns the repaired pages of a document into rows of the dataset; `load_nlp`
gives the spaCy pipeline behind it for use on any text, sooner with `name_forms` made before.
"""

from pipeline.knowledge.entities.lexicon_names import NameForms
from pipeline.knowledge.language import COMPONENTS, load_nlp, name_forms
from pipeline.knowledge.understanding import understand

__all__ = ["COMPONENTS", "NameForms", "load_nlp", "name_forms", "understand"]
