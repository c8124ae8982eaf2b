"""The structure of a plan: sections, goals, activities, tables, and the document as a whole."""
