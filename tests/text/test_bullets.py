import pytest

from pipeline.text.bullets import bullet_at_start, is_bullet, private_bullet

PRIVATE = ["\uf0b7", "\uf0a7", "\uf0d8", "\uf0fc", "\uf0fe", "\uf02d", "\uf076"]
SURE = ["•", "●", "○", "▪", "■", "➢", "➤", "✓", "✔", "✔\ufe0f", "☐", "☑", "☒", "❑", "❖", *PRIVATE]
APART = ["–", "—", "-", "*", ">", "»", "·", "→"]


@pytest.mark.parametrize("sign", [*SURE, *APART])
def test_a_sign_before_an_item_is_a_bullet(sign: str) -> None:
    for blank in (" ", "\t"):
        found = bullet_at_start(f"{sign}{blank}Fler bostäder")
        assert found is not None
        assert found[0] == sign
    assert is_bullet(sign)


@pytest.mark.parametrize("sign", SURE)
def test_what_is_nothing_but_a_bullet_may_touch_its_word(sign: str) -> None:
    found = bullet_at_start(f"{sign}Fler bostäder")
    assert found is not None
    assert found[0] == sign


@pytest.mark.parametrize("text", ["–5 grader", "-årig", "*not", "»Ja«", "o dyl", "Fler •", "", "1"])
def test_what_begins_otherwise_has_no_bullet(text: str) -> None:
    assert bullet_at_start(text) is None
    assert not is_bullet(text)


@pytest.mark.parametrize("sign", PRIVATE)
def test_a_bullet_of_a_lost_font_is_known_where_a_line_begins(sign: str) -> None:
    for line in (f"{sign} Fler", f"  {sign}\tFler", f"{sign}Fler"):
        found = private_bullet(line)
        assert found is not None
        assert found[1] == sign
    for line in (sign, f"Tel {sign} 5", "• Fler", "✓ Fler"):
        assert private_bullet(line) is None
