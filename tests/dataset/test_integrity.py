from collections.abc import Callable
from dataclasses import replace

import pyarrow as pa
import pytest

from pipeline.dataset.integrity import check_published_keys
from pipeline.errors import IntegrityError
from pipeline.model.rows import Knowledge
from pipeline.model.tables import TABLES
from tests.dataset.builders import entry

Change = Callable[[Knowledge], Knowledge]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda k: replace(k, sections=()), r"goals\.section_id: '.*' leads to no row of sections"),
        (lambda k: replace(k, mentions=()), r"appointments\.mention_id"),
        (
            lambda k: replace(k, projects=(replace(k.projects[0], partner_ids=("ent-x",)),)),
            r"projects\.partner_ids: 'ent-x' leads to no row of entities",
        ),
        (
            lambda k: replace(k, document=replace(k.document, organisation_id="ent-x")),
            r"documents\.organisation_id",
        ),
        (
            lambda k: replace(k, document=replace(k.document, document_id="doc-x")),
            r"documents\.document_id: 'doc-x'",
        ),
        (
            lambda k: replace(k, goals=(replace(k.goals[0], document_id="doc-x"),)),
            r"goals\.document_id: 'doc-x'",
        ),
        (
            lambda k: replace(k, goals=k.goals * 2),
            r"goals\.goal_id: 'gdoc-.*' stands in more than one row",
        ),
        (
            lambda k: replace(k, projects=k.projects * 2),
            r"projects\.document_id and project_id: .* more than one row",
        ),
        (
            lambda k: replace(k, goals=(replace(k.goals[0], text=None),)),
            r"goals\.text: None may not be empty",
        ),
        (
            lambda k: replace(k, goals=(replace(k.goals[0], year=2**40),)),
            r"A value does not fit goals\.year",
        ),
        (
            lambda k: replace(k, goals=(replace(k.goals[0], text="\ud800"),)),
            r"A value does not fit goals\.text",
        ),
        (
            lambda k: replace(k, document=replace(k.document, document_type="novel")),
            r"documents\.document_type: 'novel' is not in the fixed list",
        ),
    ],
)
def test_what_breaks_a_promise_is_named_with_table_column_and_value(
    change: Change, message: str
) -> None:
    with pytest.raises(IntegrityError, match=message):
        list(entry(2, change).load())


def test_what_keeps_every_promise_passes() -> None:
    (rows,) = entry(1).load()
    tables = dict(rows.batches(entry(1).document))
    assert tables["goals"].num_rows == 1
    assert tables["documents"]["source_path"].to_pylist() == ["plan1.txt"]


def test_keys_of_a_file_are_unique() -> None:
    ids = pa.chunked_array([["a", "b"], ["c"]])
    check_published_keys(TABLES["goals"], ids)
    message = r"goals\.goal_id: 'b' stands in more than one row"
    with pytest.raises(IntegrityError, match=message):
        check_published_keys(TABLES["goals"], pa.chunked_array([*ids.chunks, pa.array(["b"])]))
