from pathlib import Path

from pipeline.engine import Failure, State
from pipeline.errors import FailureReason
from pipeline.flow.records import lost_endings

DAMAGED = Failure(FailureReason.DAMAGED, "a.pdf has a page 1 whose content is lost.", 1)


def test_a_source_with_the_bytes_of_a_lost_one_says_so() -> None:
    endings = lost_endings([Path("/in/a.pdf"), Path("/in/b.pdf")], DAMAGED, "ocr", "ab", "code")
    first, second = endings.values()
    assert first.message == DAMAGED.message
    assert second.message == f"It holds the same bytes as /in/a.pdf. {DAMAGED.message}"
    assert {(one.state, one.sha256) for one in endings.values()} == {(State.FAILED, "ab")}
