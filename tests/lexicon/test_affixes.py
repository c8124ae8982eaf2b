from pathlib import Path

from pipeline.lexicon.affixes import expand

AFFIXES = """SET UTF-8
FORBIDDENWORD %
ONLYINCOMPOUND Z
SFX A Y 1
SFX A 0 s .
SFX G Y 2
SFX G a or a
SFX G 0 ar [^a]
SFX E Y 1
SFX E a -/WX a
"""
DICTIONARY = "5\nflicka/AGE\nbil/G\nbilens/%\nabborr/Z\nSara/A\n"


def test_forms_come_from_rules_that_fit(tmp_path: Path) -> None:
    (tmp_path / "x.aff").write_text(AFFIXES, encoding="utf-8")
    (tmp_path / "x.dic").write_text(DICTIONARY, encoding="utf-8")
    forms = set(expand(tmp_path / "x.dic", tmp_path / "x.aff"))
    alone = {form.word for form in forms if form.stands_alone}
    parts = {form.word for form in forms if not form.stands_alone}
    assert alone == {"flicka", "flickas", "flickor", "bil", "bilar", "Sara", "Saras"}
    assert parts == {"flick", "abborr"}
