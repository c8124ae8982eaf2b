"""Measuring results against gold: texts and tables."""

from pipeline.review.knowledge_metrics import Score, read_gold, score_rows, score_tables
from pipeline.review.metrics import (
    Accuracy,
    RepairEffect,
    TextQuality,
    evaluate_files,
    evaluate_texts,
)

__all__ = [
    "Accuracy",
    "RepairEffect",
    "Score",
    "TextQuality",
    "evaluate_files",
    "evaluate_texts",
    "read_gold",
    "score_rows",
    "score_tables",
]
