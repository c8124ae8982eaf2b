"""Asking whether Tesseract and its language models are here, apart from running it."""

from dataclasses import dataclass
from typing import Final

import pytesseract

from pipeline.config import OcrConfig
from pipeline.errors import MissingRequirementError

ORIENTATION_MODEL: Final = "osd"
_APT_INSTALL: Final = "apt-get install"


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something a run needs: `found` says what is here, None if it is missing."""

    name: str
    found: str | None
    remedy: str


def probe(config: OcrConfig) -> tuple[Requirement, ...]:
    """Return what OCR needs with these settings, and what of it is on this machine."""
    languages = _installed_languages()
    return (
        Requirement("Tesseract", tesseract_version(), install_remedy()),
        *(
            Requirement(
                f"Tesseract's model {language}",
                "installed" if language in languages else None,
                install_remedy(language),
            )
            for language in required_models(config)
        ),
    )


def required_models(config: OcrConfig) -> tuple[str, ...]:
    """Return the names of the models that the settings call for, in order."""
    models = [name for name in config.languages.split("+") if name]
    if config.detect_orientation:
        models.append(ORIENTATION_MODEL)
    return tuple(dict.fromkeys(models))


def tesseract_version() -> str | None:
    """Return the version of the `tesseract` on the search path, None without one."""
    try:
        return str(pytesseract.get_tesseract_version())
    except (pytesseract.TesseractNotFoundError, OSError):
        return None
    except SystemExit:
        # That is how pytesseract turns down an answer without a version it understands.
        return None


def install_remedy(language: str = "") -> str:
    """Return what to type to install Tesseract, or one of its models, on Debian and Ubuntu."""
    package = f"tesseract-ocr-{language.replace('_', '-')}" if language else "tesseract-ocr"
    return f"Install it: {_APT_INSTALL} {package}"


def missing(name: str, language: str = "") -> MissingRequirementError:
    """Return the error for a program or model that is not on this machine."""
    return MissingRequirementError(f"{name} is not installed.", install_remedy(language))


def _installed_languages() -> frozenset[str]:
    try:
        return frozenset(pytesseract.get_languages())
    except (pytesseract.TesseractNotFoundError, OSError):
        return frozenset()
