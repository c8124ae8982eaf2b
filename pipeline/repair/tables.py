"""Tables of confusions as files: a folder with `swedish-letters.tsv` and `ordinary.tsv`.

Columns: `true`, the letters; `printed`, what stands in their place, empty for a lost
letter; `weight` above 0.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.lexicon import lexicons_directory
from pipeline.lexicon.sources import read_rows
from pipeline.model.ids import digest
from pipeline.repair.channel import Confusion, Confusions

SWEDISH_FILE, ORDINARY_FILE = "swedish-letters.tsv", "ordinary.tsv"

_REMEDY = (
    f"A folder of confusions holds {SWEDISH_FILE} and {ORDINARY_FILE}; "
    "`prickfri lexicon learn` writes one."
)


def load_confusions(folder: Path | None = None) -> Confusions:
    """Read the tables of a folder; without one, those that Prickfri comes with.

    Raises UsageError that names the file for one that is missing or is no such table.
    """
    folder = folder or lexicons_directory() / "confusions"
    return Confusions(_read(folder / SWEDISH_FILE), _read(folder / ORDINARY_FILE))


def write_confusions(folder: Path, confusions: Confusions, origin: str) -> None:
    """Write the tables into a folder, which is made; `origin` is told in their first line.

    Rows are sorted by letters, what is printed most often first.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in ((SWEDISH_FILE, confusions.swedish), (ORDINARY_FILE, confusions.ordinary)):
        (folder / name).write_text(f"# {origin}\n{_rows(table)}", encoding="utf-8")


def confusions_digest(folder: Path | None) -> str:
    """Return a digest of the tables' content; without a folder, an empty string.

    The tables that Prickfri comes with are part of the lexicon's digest.
    """
    if folder is None:
        return ""
    load_confusions(folder)
    paths = (folder / SWEDISH_FILE, folder / ORDINARY_FILE)
    return digest(*(sha256(path.read_bytes()).hexdigest() for path in paths))


def _read(path: Path) -> dict[Confusion, float]:
    try:
        return dict(_weighed(row) for row in read_rows(path))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.", _REMEDY) from error
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{path} is no table of confusions: {error}.", _REMEDY) from error


def _weighed(row: Mapping[str, str]) -> tuple[Confusion, float]:
    pair, weight = Confusion(row["true"], row["printed"] or ""), float(row["weight"])
    if not pair.true or not weight > 0:
        raise ValueError(f"{pair.true!r} printed {pair.printed!r} has the weight {weight}")
    return pair, weight


def _rows(table: Mapping[Confusion, float]) -> str:
    ordered = sorted(table.items(), key=lambda row: (row[0].true, -row[1], row[0].printed))
    lines = (f"{pair.true}\t{pair.printed}\t{weight:.3g}\n" for pair, weight in ordered)
    return "true\tprinted\tweight\n" + "".join(lines)
