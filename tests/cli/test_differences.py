from io import StringIO

import pytest

from pipeline.cli.differences import show_differences
from pipeline.model.repair import Edit, EditDecision, EditKind, RepairedLine

LINES = [
    RepairedLine("En rad [utan] andring"),
    RepairedLine(
        "Virld och vag",
        (
            Edit(0, 5, "Virld", "Värld", EditKind.DIACRITIC, 0.99),
            Edit(10, 13, "vag", "väg", EditKind.DIACRITIC, 0.6, EditDecision.SUGGESTED),
        ),
    ),
    RepairedLine("[bold] pa", (Edit(7, 9, "pa", "på", EditKind.DIACRITIC, 0.99),)),
]


def shown(monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    target = StringIO()
    show_differences(LINES, target)
    return target.getvalue()


def test_a_pipe_gets_marks_for_the_applied_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, TERM="xterm-256color") == (
        "    2  [-Virld-]{+Värld+} och vag\n    3  [bold] [-pa-]{+på+}\n"
    )


def test_a_terminal_gets_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, TERM="xterm-256color", FORCE_COLOR="1")
    assert "\x1b[9;31mVirld\x1b[0m\x1b[32mVärld\x1b[0m och vag" in text
    assert "[-" not in text


@pytest.mark.parametrize("without", [{"TERM": "dumb"}, {"TERM": "xterm", "NO_COLOR": "1"}])
def test_a_terminal_without_colours_gets_marks(
    monkeypatch: pytest.MonkeyPatch, without: dict[str, str]
) -> None:
    assert "[-Virld-]{+Värld+}" in shown(monkeypatch, FORCE_COLOR="1", **without)
