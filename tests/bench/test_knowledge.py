from pathlib import Path

import pytest

from tests.bench.cases import of_issuer
from tests.bench.facts import Facts, gold_facts
from tests.bench.knowledge import Tally, added, main, matched, tally, tally_alike

TEXT = "Region Almvik\n\nRegion Almvik är medlem i Euroregion Baltic sedan 1998.\n"


def test_tally_counts_what_is_right_wrong_and_missed() -> None:
    counted = tally(frozenset({("a",), ("b",)}), frozenset({("b",), ("c",), ("d",)}))
    assert counted == Tally(1, 2, 1)
    assert (counted.precision, counted.recall) == pytest.approx((1 / 3, 1 / 2))
    assert counted.f1 == pytest.approx(0.4)
    assert added([counted, Tally(1, 0, 0)]) == Tally(2, 2, 1)


def test_a_gold_may_use_any_name_that_the_lexicon_leads_to_one_thing() -> None:
    def fact(payer: str) -> Facts:
        row = {"project": "Havsro", "description": "", "funder": payer}
        return gold_facts("projects", [row])

    agency = "Styrelsen för internationellt utvecklingssamarbete"
    assert fact("Sida") == fact("SIDA") == fact(agency)
    assert fact("Sidas fond") != fact(agency)


def test_columns_are_told_of_the_nearest_fact_and_each_found_one_once() -> None:
    gold = frozenset({("anna", "ledamot", "rådet"), ("anna", "ordförande", ""), ("bo", "", "")})
    found = frozenset({("anna", "ledamot", "styrelsen"), ("siv", "", "")})
    told = dict(zip(gold, matched(gold, found), strict=True))
    assert told["anna", "ledamot", "rådet"] == (True, True, False)
    assert told["anna", "ordförande", ""] == told["bo", "", ""] == (False, False, False)


def test_a_description_is_right_that_has_the_words_of_the_gold() -> None:
    gold = frozenset(
        {
            ("havsro", "gora vikarna tystare for sjofagel", "life"),
            ("isfri", "", "life"),
            ("kajen", "varma hamnen med spillvarme", "life"),
        }
    )
    found = frozenset(
        {
            ("havsro", "att vikarna blir tystare for fagel", "life"),
            ("isfri", "prova isfria hamnar", "life"),
            ("kajen", "varma hamnen med spillvarme", "interreg"),
        }
    )
    assert tally_alike(gold, found, 1) == Tally(1, 2, 2)
    assert tally_alike(gold, gold, 1) == Tally(3, 0, 0)


def test_a_folder_of_texts_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inner = tmp_path / "first"
    inner.mkdir()
    (inner / "plan.txt").write_text(TEXT, "utf-8")
    (inner / "plan.memberships.tsv").write_text(
        "member\tnetwork\tsince\nRegion Almvik\tEuroregion Baltic\t1998\n", "utf-8"
    )
    (tmp_path / "without-gold.txt").write_text(TEXT, "utf-8")
    main(["folder", str(tmp_path), "--documents"])
    printed = capsys.readouterr().out
    assert "without-gold" not in printed
    rows = {line.split()[0]: line.split()[1:] for line in printed.splitlines()}
    assert rows["memberships"] == ["1", "1", "1.000", "1.000", "1.000"]
    assert "1.00" in rows["plan"]
    main(["folder", str(tmp_path), "--columns"])
    assert "member 1.000  network 1.000  since 1.000" in capsys.readouterr().out


def test_whom_seats_represent_is_measured_where_the_gold_tells(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def measured() -> dict[str, list[str]]:
        main(["folder", str(tmp_path)])
        lines = capsys.readouterr().out.splitlines()
        return {line[:14].strip(): line[14:].split() for line in lines}

    line = "\n\nÅsa Ek (S) är ledamot i Euroregion Baltic.\n"
    (tmp_path / "plan.txt").write_text("Region Almvik\n\nHandlingsplan 2019" + line, "utf-8")
    gold = tmp_path / "plan.appointments.tsv"
    head, row = "person\tparty\trole\tbody\tnetwork", "Åsa Ek\tS\tledamot\t\tEuroregion Baltic"
    gold.write_text(f"{head}\n{row}\n", "utf-8")
    assert measured().keys() & {"represented", "seat years"} == set()
    gold.write_text(f"{head}\torganisation\tyear\n{row}\tRegion Almvik\t2018\n", "utf-8")
    rows = measured()
    assert rows["appointments"][:2] == rows["represented"][:2] == ["1", "1"]
    assert rows["seat years"][:2] == ["1", "0"]


def test_sums_of_the_whole_plan_are_of_who_issues_it() -> None:
    document = frozenset({("title", "arsplan 2024"), ("organisation", "region almvik")})
    costs = frozenset({("arsplan 2024", "2024"), ("errin", "2024")})
    assert of_issuer(costs, document) == {("region almvik", "2024"), ("errin", "2024")}
