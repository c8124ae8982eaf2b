"""The questions of the data dictionary, asked of the samples."""

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from pipeline import Dataset
from pipeline.dataset.questions import QUESTIONS, Question

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("samples")]


def in_pandas(question: Question, folder: Path) -> pd.DataFrame:
    names: dict[str, pd.DataFrame | Dataset] = {"dataset": Dataset(folder)}
    exec(question.pandas, {}, names)
    answer = names["answer"]
    assert isinstance(answer, pd.DataFrame)
    return answer


def rows(frame: pd.DataFrame) -> list[tuple[str, ...]]:
    return sorted(
        tuple("" if pd.isna(value) else str(value).removesuffix(".0") for value in row)
        for row in frame.itertuples(index=False)
    )


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.text[:24])
def test_pandas_and_duckdb_give_the_same_answer(
    question: Question, imported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = in_pandas(question, imported)
    monkeypatch.chdir(imported)
    answered = duckdb.connect().execute(question.sql).df()
    assert list(asked.columns) == list(answered.columns)
    assert len(asked) > 5
    assert rows(asked) == rows(answered)
