"""The project's own set of bad input: more than a hundred kinds, made by a script.

`python -m tests.bad_inputs FOLDER` writes them; `everything.KINDS` lists them, each with
what must come of it. Nothing of them is kept in the repository.
"""
