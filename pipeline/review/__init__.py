"""Measuring results against gold: texts, the scores of edits, and tables."""

from pipeline.review.calibration import Calibration, JudgedEdit, Tally, judge_edits
from pipeline.review.damage import DamageKind, damage_kind
from pipeline.review.knowledge_metrics import Row, Score, plain, read_gold, score_rows, score_tables
from pipeline.review.metrics import (
    Accuracy,
    KindCount,
    RepairEffect,
    TextQuality,
    evaluate_texts,
)
from pipeline.review.plots import plot_calibration

__all__ = [
    "Accuracy",
    "Calibration",
    "DamageKind",
    "JudgedEdit",
    "KindCount",
    "RepairEffect",
    "Row",
    "Score",
    "Tally",
    "TextQuality",
    "damage_kind",
    "evaluate_texts",
    "judge_edits",
    "plain",
    "plot_calibration",
    "read_gold",
    "score_rows",
    "score_tables",
]
