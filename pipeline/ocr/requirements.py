"""Asking whether Tesseract and its language models are here, apart from running it."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from pipeline.config import OcrConfig
from pipeline.errors import MissingRequirementError

ORIENTATION_MODEL: Final = "osd"
LIBRARY: Final = "tesserocr"
LIBRARY_REMEDY: Final = "Install it: pip install tesserocr; or set ocr.engine to tesseract."
_PROGRAM: Final = "tesseract"
_VERSION = re.compile(r"tesseract v?(\d[\w.-]*)")
_TESSDATA = re.compile(r'available languages in "([^"]+)"')
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
    library = Requirement(LIBRARY, library_version(), LIBRARY_REMEDY)
    return (
        Requirement("Tesseract", tesseract_version(), install_remedy()),
        *([library] if config.engine == LIBRARY else []),
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
    models = config.models.split("+")
    if config.detect_orientation:
        models.append(ORIENTATION_MODEL)
    return tuple(dict.fromkeys(models))


def tesseract_version() -> str | None:
    """Return the version of the `tesseract` on the search path, None without one.

    Asked of the program itself: every worker does, and pytesseract brings pandas along.
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        return None
    try:
        told = subprocess.run([program, "--version"], capture_output=True, check=False, timeout=60)
    except OSError:
        return None
    found = _VERSION.match((told.stdout or told.stderr).decode(errors="replace"))
    return found[1] if found else None


def library_version() -> str | None:
    """Return the version of the package tesserocr, None without it."""
    try:
        return version(LIBRARY)
    except PackageNotFoundError:
        return None


def find_program() -> str:
    """Return the `tesseract` on the search path. Raises MissingRequirementError without one."""
    program = shutil.which(_PROGRAM)
    if program is None:
        raise missing("Tesseract")
    return program


def tessdata_directory() -> Path:
    """Return the folder of the models, as Tesseract names it."""
    listing = subprocess.run(
        [find_program(), "--list-langs"], capture_output=True, check=False, timeout=60
    )
    found = _TESSDATA.search(listing.stdout.decode(errors="replace"))
    return Path(found[1]) if found else Path(os.environ.get("TESSDATA_PREFIX", ""))


def models_digest(languages: str) -> str:
    """Return the names of the models for languages, each with the start of its SHA-256."""
    tessdata = tessdata_directory()
    models = [name for name in (*languages.split("+"), ORIENTATION_MODEL) if name]
    return " ".join(f"{name}:{_file_digest(tessdata / f'{name}.traineddata')}" for name in models)


def install_remedy(language: str = "") -> str:
    """Return what to type to install Tesseract, or one of its models, on Debian and Ubuntu."""
    package = f"tesseract-ocr-{language.replace('_', '-')}" if language else "tesseract-ocr"
    return f"Install it: {_APT_INSTALL} {package}"


def missing(name: str, language: str = "") -> MissingRequirementError:
    """Return the error for a program or model that is not on this machine."""
    return MissingRequirementError(f"{name} is not installed.", install_remedy(language))


def _installed_languages() -> frozenset[str]:
    import pytesseract  # Here, because it brings pandas along.

    try:
        return frozenset(pytesseract.get_languages())
    except (pytesseract.TesseractNotFoundError, OSError):
        return frozenset()


def _file_digest(path: Path) -> str:
    # A model that is not there is told of when it is needed, by the run that needs it.
    return sha256(path.read_bytes()).hexdigest()[:16] if path.is_file() else "none"
