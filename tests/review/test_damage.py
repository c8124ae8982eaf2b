import pytest

from pipeline.review import DamageKind, damage_kind


@pytest.mark.parametrize(
    ("read", "gold", "kind"),
    [
        ("omvirlden", "omvärlden", DamageKind.DIACRITIC),
        ("f6r", "för", DamageKind.DIACRITIC),
        ("{6r", "för", DamageKind.DIACRITIC),
        ("ar", "är", DamageKind.DIACRITIC),
        ("rligen", "årligen", DamageKind.LOST_LETTER),
        ("synliggra", "synliggöra", DamageKind.LOST_LETTER),
        ("kommnen", "kommunen", DamageKind.LOST_LETTER),
        ("hiandelsen", "händelsen", DamageKind.DOUBLED_LETTER),
        ("foérvaltningar", "förvaltningar", DamageKind.DOUBLED_LETTER),
        ("kommmunen", "kommunen", DamageKind.DOUBLED_LETTER),
        ("korn", "kom", DamageKind.OCR_CONFUSION),
        ("DPositiva", "Positiva", DamageKind.OCR_CONFUSION),
        ("1", "i", DamageKind.OCR_CONFUSION),
        ("2O14", "2014", DamageKind.OCR_CONFUSION),
        ("Region", "region", DamageKind.CASE),
        ("fÃ¶r", "för", DamageKind.ENCODING),
        ("f\ufffdr", "för", DamageKind.ENCODING),
        ("o\ufb03ciell", "officiell", DamageKind.ENCODING),
        ("kom mun", "kommun", DamageKind.WORD_BOUNDARY),
        ("", "kommun", DamageKind.OTHER),
        ("e", "•", DamageKind.OTHER),
        ("mål", "mål,", DamageKind.OTHER),
        ("wxyz", "kommun", DamageKind.OTHER),
    ],
)
def test_kinds_of_damage(read: str, gold: str, kind: DamageKind) -> None:
    assert damage_kind(read, gold) is kind


def test_a_word_read_with_its_neighbour_is_damaged_at_its_boundary() -> None:
    assert damage_kind("ilänet", "länet", shared=True) is DamageKind.WORD_BOUNDARY
