"""What the code must never do, looked for in all of it, and the versions it needs."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[1]
FILES = sorted(
    path for room in ("pipeline", "corpus", "scripts") for path in (ROOT / room).rglob("*.py")
)
# Orders and answers between a run and the processes that it started itself, and nobody else.
BETWEEN_OWN_PROCESSES = {"pickle": {"pipeline/engine/process.py", "pipeline/engine/worker.py"}}
UNPACKING_CODE = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib"}
NETWORK = {"requests", "urllib.request", "http.client", "httpx", "ftplib", "smtplib", "xmlrpc"}
CALLS = {"eval", "exec", "compile", "os.system", "os.popen", "__import__"}
LEAST = {"pdfminer-six": "20251230", "pillow": "12.3", "pyarrow": "23.0.1"}


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_code_from_data_and_no_network(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    place = path.relative_to(ROOT).as_posix()
    imported = set(_imports(tree))
    unpacking = imported & UNPACKING_CODE
    assert all(place in BETWEEN_OWN_PROCESSES.get(name, ()) for name in unpacking)
    assert not imported & NETWORK
    for name, call in _calls(tree):
        assert name not in CALLS
        assert not re.fullmatch(r"yaml\.(?!safe_load$).*load.*", name)
        assert not any(
            key.arg == "shell" and ast.unparse(key.value) != "False" for key in call.keywords
        )
        assert not (
            name.endswith("load") and any(key.arg == "allow_pickle" for key in call.keywords)
        )


def test_the_files_looked_through_are_all_there_are() -> None:
    assert len(FILES) > 150
    assert set().union(*BETWEEN_OWN_PROCESSES.values()) <= {
        p.relative_to(ROOT).as_posix() for p in FILES
    }


@pytest.mark.parametrize("package", LEAST)
def test_versions_with_known_holes_are_kept_out(package: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {_name(r.name): r for r in map(Requirement, project["dependencies"])}
    assert not named[package].specifier.contains(_before(LEAST[package]))
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = {
        _name(name): version
        for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", lock, re.MULTILINE)
    }
    assert Version(pins[package]) >= Version(LEAST[package])


def test_pdfium_comes_without_an_engine_for_javascript() -> None:
    assert not {"V8", "XFA"} & set(pypdfium2.PDFIUM_INFO.flags)


def _name(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


def _before(version: str) -> str:
    *kept, last = version.split(".")
    return ".".join([*kept, str(int(last) - 1)])
