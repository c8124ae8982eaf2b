"""The quality of a dataset, measured against gold: the figures that DVC keeps."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from pipeline.dataset import Dataset
from pipeline.model.page import FURNITURE
from pipeline.review import Row, Score, TextQuality, evaluate_texts, plain, read_gold, score_rows

COMPARED: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "appointments": ("person", "party", "role", "network"),
        "memberships": ("member", "network", "since"),
        "projects": ("project", "funder"),
        "goals": ("year", "text"),
        "activities": ("number", "title"),
        "effects": ("title", "effects"),
        "events": ("start_date", "end_date"),
        "sections": ("number", "heading"),
    }
)
"""Columns of each table that are compared with gold.

Gold has activities of which effects are told apart from others, and no section for the title.
"""

_NAMES = frozenset({"person", "network", "member", "funder"})
"""Columns that name entities: `ESF+` and `Europeiska socialfonden` are the same row."""

Figures = dict[str, float]
_DECIMALS = 4


def measure(dataset: Path, gold: Path) -> dict[str, dict[str, Figures]]:
    """Return figures for texts and for knowledge, by document and by table.

    Each folder in `gold` is named as the document that it is the gold of, without ending.
    """
    tables = Dataset(dataset)
    documents = {
        Path(path).stem: document_id
        for document_id, first, others in _columns(
            tables, "documents", "document_id", "source_path", "other_paths"
        )
        for path in (first, *others)
    }
    folders = {folder.name: folder for folder in sorted(gold.iterdir()) if folder.is_dir()}
    pairs = {name: documents[name] for name in folders if name in documents}
    return {
        "text": _text_figures(tables, folders, pairs),
        "knowledge": _knowledge_figures(tables, folders, pairs),
    }


def _text_figures(
    tables: Dataset, folders: Mapping[str, Path], documents: Mapping[str, str]
) -> dict[str, Figures]:
    qualities: dict[str, TextQuality] = {}
    for name, document_id in documents.items():
        true = (folders[name] / "text.txt").read_text(encoding="utf-8")
        raw, repaired = _running_text(tables, document_id)
        qualities[name] = evaluate_texts(raw, true, repaired)
    figures = {name: _rounded(quality.figures) for name, quality in qualities.items()}
    if qualities:
        first, *rest = qualities.values()
        figures["all"] = _rounded(sum(rest, start=first).figures)
    return figures


def _running_text(tables: Dataset, document_id: str) -> tuple[str, str]:
    """Return a document's text as read and repaired, without running headers and footers."""
    columns = ("document_id", "role", "text_raw", "text")
    lines = [
        (raw, text)
        for owner, role, raw, text in _columns(tables, "lines", *columns)
        if owner == document_id and role not in FURNITURE
    ]
    return "\n".join(raw for raw, _ in lines), "\n".join(text for _, text in lines)


def _knowledge_figures(
    tables: Dataset, folders: Mapping[str, Path], documents: Mapping[str, str]
) -> dict[str, Figures]:
    golds = {name: read_gold(folders[name]) for name in documents}
    called = _called(tables)
    figures = {}
    for table, columns in COMPARED.items():
        found = _as_gold_has_them(tables, table)
        scores = (
            score_rows(
                found.get(document_id, ()),
                [_renamed(row, called) for row in _gold_rows(golds[name], table)],
                columns,
            )
            for name, document_id in documents.items()
        )
        total = sum(scores, start=Score())
        figures[table] = _rounded(
            {
                "precision": total.precision,
                "recall": total.recall,
                "f1": total.f1,
                "gold": total.gold,
            }
        )
    return figures


def _as_gold_has_them(tables: Dataset, table: str) -> dict[str, list[dict[str, str]]]:
    """Return the rows that are compared with the gold of a table, by document."""
    rows = _named_rows(tables, "activities" if table == "effects" else table)
    keep: dict[str, Callable[[Row], bool]] = {
        "activities": lambda row: not row["effect"],
        "effects": lambda row: bool(row["effect"]),
        "sections": lambda row: row["level"] != "0",
    }
    kept = keep.get(table, bool)
    return {
        document_id: [{**row, "effects": row.get("effect", "")} for row in own if kept(row)]
        for document_id, own in rows.items()
    }


def _gold_rows(gold: Mapping[str, Sequence[Row]], table: str) -> list[Row]:
    """Return the gold of a table, a cell of several activities as a row for each of them."""
    rows = list(gold.get(table, ()))
    if table != "effects":
        return rows
    return [{**row, "title": title} for row in rows for title in _titles(row["insats"])]


def _titles(cell: str) -> list[str]:
    """Return the activities of a cell; one that ends with a colon goes on in the others."""
    first, *rest = cell.split(" | ")
    return [" ".join([first, *rest])] if first.endswith(":") else [first, *rest]


def _called(tables: Dataset) -> dict[str, str]:
    """Return the names of entities by what else they are called, where that is of one alone."""
    meant: dict[str, set[str]] = {}
    for name, aliases in _columns(tables, "entities", "name", "aliases"):
        for called in (name, *aliases):
            meant.setdefault(plain(called), set()).add(name)
    return {called: names.pop() for called, names in meant.items() if len(names) == 1}


def _renamed(row: Row, called: Mapping[str, str]) -> Row:
    """Return a row of gold with entities called as the dataset calls them."""
    return {
        column: called.get(plain(value or ""), value) if column in _NAMES else value
        for column, value in row.items()
    }


def _named_rows(tables: Dataset, table: str) -> dict[str, list[dict[str, str]]]:
    """Return a table's rows by document, as texts, names in the place of ids."""
    frame = tables.table(table, names=True)
    rows: dict[str, list[dict[str, str]]] = {}
    for row in frame.to_dict("records"):
        texts = {str(column): _text(value) for column, value in row.items()}
        rows.setdefault(texts["document_id"], []).append(texts)
    return rows


def _text(value: object) -> str:
    if isinstance(value, list):
        return " | ".join(value)
    # What a frame has for an empty cell differs from type to type; none equals itself.
    missing = value is None or value != value or str(value) == "<NA>"  # noqa: PLR0124
    return "" if missing else str(value)


def _columns(tables: Dataset, table: str, *names: str) -> Sequence[tuple[str, ...]]:
    frame = tables.table(table, columns=names)
    return list(frame[list(names)].itertuples(index=False, name=None))


def _rounded(figures: Mapping[str, float]) -> Figures:
    return {name: round(value, _DECIMALS) for name, value in figures.items()}
