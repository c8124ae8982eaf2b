from pathlib import Path

import pytest

from corpus.render.__main__ import build
from corpus.render.source import DOCUMENT_COLUMNS, load_source, parse_knowledge
from pipeline.errors import UsageError

DOCUMENT = "[document]\n" + "".join(f'{name} = "x"\n' for name in DOCUMENT_COLUMNS)


def _write(folder: Path, header: str, gold: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "en-plan.plan.txt"
    path.write_text(f"+++\n{header}+++\n# Syfte\nText.\n", encoding="utf-8")
    (folder / "en-plan.gold.txt").write_text(gold, encoding="utf-8")
    return path


def test_a_source_is_header_body_and_gold(tmp_path: Path) -> None:
    header = f'kind = "text"\ncopies = ["kopia.txt"]\n{DOCUMENT}[text]\nwidth = 70\n'
    source = load_source(_write(tmp_path, header, "[memberships]\nRegionen | Nätet | 2001 |\n"))
    assert source.stem == "en-plan"
    assert source.text.width == 70
    assert source.copies == ("kopia.txt",)
    assert source.knowledge["memberships"] == (("Regionen", "Nätet", "2001", ""),)


@pytest.mark.parametrize(
    "header",
    [
        f'kind = "papyrus"\n{DOCUMENT}',
        f'kind = "text"\n{DOCUMENT}[text]\nheight = 70\n',
        f'kind = "text"\n{DOCUMENT}[paper]\n',
        'kind = "text"\n[document]\ntitle = "x"\n',
        f"kind = \n{DOCUMENT}",
    ],
)
def test_a_malformed_header_is_refused_by_name(tmp_path: Path, header: str) -> None:
    with pytest.raises(UsageError, match=r"en-plan\.plan\.txt"):
        load_source(_write(tmp_path, header))


@pytest.mark.parametrize("gold", ["[goals]\n2024 | 2.1\n", "[gools]\n2024 | 2.1 | x\n"])
def test_malformed_gold_is_refused(gold: str) -> None:
    with pytest.raises(UsageError, match="no row"):
        parse_knowledge(gold)


def test_parts_of_a_cell_are_divided_by_bars() -> None:
    rows = parse_knowledge("[effects]\n1 | a // b | c | d\n")["effects"]
    assert rows == (("1", "a | b", "c", "d"),)


def test_building_writes_samples_copies_and_gold(tmp_path: Path) -> None:
    _write(tmp_path / "sources", f'kind = "text"\ncopies = ["arkiv/kopia.txt"]\n{DOCUMENT}')
    build([], tmp_path)
    sample = tmp_path / "samples/en-plan.txt"
    assert sample.read_text(encoding="utf-8") == "Syfte\n\nText.\n\n"
    assert (tmp_path / "samples/arkiv/kopia.txt").read_bytes() == sample.read_bytes()
    assert (tmp_path / "gold/en-plan/text.txt").read_text(encoding="utf-8") == "Syfte\nText.\n"


def test_an_unknown_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="okänd"):
        build(["okänd"], tmp_path)
