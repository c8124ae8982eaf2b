"""Where the data of the lexicon lies."""

from pathlib import Path

from pipeline.errors import MissingRequirementError


def lexicons_directory() -> Path:
    """Return the folder `lexicons/`: beside the package in a checkout, inside it in a wheel.

    Raises MissingRequirementError where neither is there.
    """
    package = Path(__file__).resolve().parents[1]
    for candidate in (package.parent / "lexicons", package / "lexicons"):
        if (candidate / "manifest.toml").is_file():
            return candidate
    raise MissingRequirementError(
        "The folder lexicons/ with its manifest.toml is missing.",
        "Install Prickfri again, or run it from a whole checkout.",
    )
