import pytest

from tests.knowledge.written import understood


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ERRIN är ett politiskt nätverk för regioner.", "politiskt nätverk"),
        ("Vi är med i ERRIN, en europeisk medlemsorganisation.", "europeisk medlemsorganisation"),
        ("ERRIN (European network) är idag en plattform för forskning.", "plattform"),
        ("ERRIN är en del av ett nätverk av regioner.", None),
        ("ERRIN är viktigt för oss.", None),
    ],
)
def test_what_a_network_is_said_to_be(text: str, kind: str | None) -> None:
    (errin,) = [e for e in understood(text).entities if e.name == "ERRIN"]
    assert errin.kind == kind


def test_the_kind_said_most_often_counts() -> None:
    said = (
        "ERRIN är ett nätverk för alla.",
        "ERRIN är en förening.",
        "ERRIN är ett nätverk i dag.",
    )
    text = "\n\n".join(said)
    assert {e.kind for e in understood(text).entities if e.name == "ERRIN"} == {"nätverk"}


def test_only_networks_and_their_like_have_a_kind() -> None:
    text = "Habo kommun är en kommun. Anna Ek (S), en plattform, är ledamot i ERRIN."
    assert {e.kind for e in understood(text).entities} == {None}
