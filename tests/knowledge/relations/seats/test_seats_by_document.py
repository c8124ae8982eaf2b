"""Seats whose network, role or person the rest of a document tells."""

import pytest

from tests.knowledge.written import appointed

ERB = "Euroregion Baltic"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "KUSTBYGDENS EUROPAFÖRENING\n\n# Verksamhetsberättelse för 2016\n\n"
            "Styrelsen för Kustbygdens Europaförening lämnar denna berättelse.\n\n"
            "Revisor har varit Anna Berg.",
            ("Anna Berg", None, "revisor", None, "Kustbygdens Europaförening"),
        ),
        (
            "# Interreg Sverige-Norge\n\n# Årsrapport 2011\n\n"
            "Anna Berg (S) var ordförande i övervakningskommittén.",
            ("Anna Berg", "S", "ordförande", "övervakningskommittén", "Interreg Sverige-Norge"),
        ),
        (
            "# Resan till Bryssel\n\n# Delegationen\n\nAnna Berg (S)\n\nBo Ek, hamnchef",
            ("Bo Ek", None, "ledamot", "Delegationen", None),
        ),
    ],
)
def test_the_document_or_a_heading_tells_where(text: str, expected: tuple[str | None, ...]) -> None:
    """Whose paper it is, and what a heading names, hold for the seats below."""
    assert expected in appointed(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ordförande i Euroregion Baltic är Anna Berg (S). Hon efterträddes i maj av Bo Ek (M).",
            ("Bo Ek", "M", "ordförande", None, ERB),
        ),
        (
            "Ersättare för Anna Berg (S) i Euroregion Baltic är Bo Ek (M).",
            ("Bo Ek", "M", "ersättare", None, ERB),
        ),
        ("Anna Berg och Bo Ek är handläggare.", ("Anna Berg", None, "handläggare", None, None)),
        ("Förord av Anna Berg, kommunalråd (S)", ("Anna Berg", "S", "kommunalråd", None, None)),
        (
            "Anna Berg (S) leder styrgruppen för Euroregion Baltic.",
            ("Anna Berg", "S", "ordförande", "styrgruppen", ERB),
        ),
        (
            "I Euroregion Baltic har vi en plats. Den innehas av Anna Berg (S).",
            ("Anna Berg", "S", "ledamot", None, ERB),
        ),
    ],
)
def test_one_sentence_tells_of_another_s_seat(text: str, expected: tuple[str | None, ...]) -> None:
    """A place that passes on, is held, is led, or is shared."""
    assert expected in appointed(text)


def test_who_has_a_substitute_is_none() -> None:
    """The one before `är` is no substitute of anybody."""
    seats = appointed("Ersättare för Anna Berg (S) i Euroregion Baltic är Bo Ek (M).")

    assert [seat[0] for seat in seats] == ["Bo Ek"]
