import pickle
from pathlib import Path

from pipeline import errors
from pipeline.errors import FailureReason, PrickfriError, SourceError


def classes() -> dict[str, type[PrickfriError]]:
    found = [value for value in vars(errors).values() if isinstance(value, type)]
    return {c.__name__: c for c in found if issubclass(c, PrickfriError)}


def test_every_error_and_its_exit_code_stands_in_the_tree() -> None:
    tree = errors.__doc__ or ""
    drawn = {}
    for line in tree.splitlines():
        parts = line.replace("├──", "").replace("└──", "").replace("│", "").split()
        if parts and parts[0].endswith("Error"):
            drawn[parts[0]] = int(parts[1])
    assert drawn == {name: c.exit_code for name, c in classes().items()}


def test_exit_codes_are_those_of_the_design() -> None:
    design = (Path(__file__).parents[1] / "docs" / "design.md").read_text(encoding="utf-8")
    codes = {c.exit_code for c in classes().values()}
    line = next(line for line in design.splitlines() if line.startswith("Exit codes:"))
    assert all(f" {code} " in line for code in codes)


def test_a_source_error_crosses_process_borders_whole() -> None:
    error = SourceError(FailureReason.ENCRYPTED, "a.pdf is locked.", "Unlock it.")
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.reason, copy.message, copy.remedy) == (
        FailureReason.ENCRYPTED,
        "a.pdf is locked.",
        "Unlock it.",
    )
