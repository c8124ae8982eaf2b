"""Finding what a text names: components of the spaCy pipeline, and what becomes of it."""
