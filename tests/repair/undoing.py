"""Takes edits back, as a reader of the dataset would."""

from pipeline.model.repair import RepairedLine


def undone(line: RepairedLine) -> str:
    """Return the text of a line with its edits in force taken back, the last one first."""
    text = line.text
    shift = sum(len(edit.after) - len(edit.before) for edit in line.applied)
    for edit in reversed(line.applied):
        shift -= len(edit.after) - len(edit.before)
        start = edit.start + shift
        assert text[start : start + len(edit.after)] == edit.after
        text = text[:start] + edit.before + text[start + len(edit.after) :]
    return text
