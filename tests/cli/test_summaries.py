"""The end of a run names what a person should know and would not see in the tables."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.app import app
from tests.bad_inputs.pdf_content import KINDS


@pytest.mark.parametrize(("name", "told"), [("attachment.pdf", True), ("javascript.pdf", False)])
def test_documents_with_more_inside_than_is_read_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, told: bool
) -> None:
    (kind,) = (kind for kind in KINDS if kind.name == name)
    (tmp_path / "sources").mkdir()
    kind.make(tmp_path / "sources" / name)
    monkeypatch.chdir(tmp_path)
    run = ["run", "sources", "--dataset", "ds", "--backend", "in-process"]
    result = CliRunner().invoke(app, run, catch_exceptions=False)
    assert result.exit_code == 0
    line = "1 document with attachments or an XFA form, not read (documents.notes)."
    assert (line in result.output.splitlines()) == told
