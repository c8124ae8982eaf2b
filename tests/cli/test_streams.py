import os
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from pipeline.cli.streams import read_lines, writing
from pipeline.errors import UsageError


def test_lines_come_without_line_feeds_and_with_all_else(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_bytes("å\r\n\n \x0cö\u2028x\nslut".encode())
    assert list(read_lines(tmp_path / "in.txt")) == ["å\r", "", " \x0cö\u2028x", "slut"]


def test_standard_input_is_utf8_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = TextIOWrapper(BytesIO("år\r\n".encode()), encoding="latin-1")
    monkeypatch.setattr("sys.stdin", stream)
    assert list(read_lines(None)) == ["år\r"]
    stream = TextIOWrapper(BytesIO("år".encode("latin-1")), "utf-8", errors="surrogateescape")
    monkeypatch.setattr("sys.stdin", stream)
    with pytest.raises(UsageError, match=r"Standard input is no UTF-8 text.*iconv"):
        list(read_lines(None))


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"absent\.txt cannot be read: No such file"):
        list(read_lines(tmp_path / "absent.txt"))
    with pytest.raises(UsageError, match="cannot be read: Is a directory"):
        list(read_lines(tmp_path))


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    output = tmp_path / "out.txt"
    with writing(output) as target:
        target.write("första\n")
        assert not output.exists()
    assert output.read_text(encoding="utf-8") == "första\n"
    with pytest.raises(KeyboardInterrupt), writing(output) as target:
        target.writelines(stopped())
    assert output.read_text(encoding="utf-8") == "första\n"
    assert list(tmp_path.iterdir()) == [output]


def stopped() -> Iterator[str]:
    yield "andra\n"
    raise KeyboardInterrupt


def test_a_text_may_be_written_over_itself(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("a\nb\n")
    with writing(path) as target:
        target.writelines(line.upper() + "\n" for line in read_lines(path))
    assert path.read_text() == "A\nB\n"


def test_a_link_stays_a_link_and_a_device_a_device(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with writing(tmp_path / "link") as target:
        target.write("x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "x"
    with writing(Path(os.devnull)) as target:
        target.write("x")
    assert Path(os.devnull).is_char_device()


def test_what_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    absent, full = tmp_path / "absent" / "out.txt", Path("/dev/full")
    with pytest.raises(UsageError, match=r"out\.txt cannot be written to"), writing(absent):
        pytest.fail("there is nothing to write to")
    with pytest.raises(UsageError, match=r"full cannot be .* No space"), writing(full) as target:
        target.write("x")
