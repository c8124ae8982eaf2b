"""Lists of sums, a line each, and columns of working time."""

import pytest

from pipeline.knowledge.amounts import find_money
from pipeline.knowledge.names import Span
from pipeline.knowledge.relations.costs.rows import labels_in_run, names_behind
from tests.knowledge.written import understood

TOP = "# Handlingsplan för Region Almvik 2024\n\n# Avgifter\n\n"


def _told(text: str) -> list[tuple[str | None, float | None, float | None]]:
    return [(c.subject_text, c.amount, c.fte_percent) for c in understood(TOP + text).costs]


@pytest.mark.parametrize(
    "text",
    [
        "- Energy Cities: 12 000 kr\n- EU-dagen 9 maj: 45 000 kr",
        "- Energy Cities (12 000 kr)\n- EU-dagen 9 maj (45 000 kr per år)",
        "- Energy Cities, 12 000 kr\n- EU-dagen 9 maj, ca 45 000 kr",
        "Energy Cities ........ 12 000 kr\nEU-dagen 9 maj ....... 45 000 kr",
    ],
)
def test_the_label_of_a_row_is_what_its_sum_is_for(text: str) -> None:
    assert _told(text) == [("Energy Cities", 12_000, None), ("EU-dagen 9 maj", 45_000, None)]


def test_a_fee_to_one_has_a_name_in_its_label() -> None:
    text = "- Avgiften till Energy Cities: 12 000 kr\n- Bidrag till vänföreningar: 9 000 kr"
    assert [told[0] for told in _told(text)] == ["Energy Cities", "Bidrag till vänföreningar"]


def test_the_year_behind_a_label_is_none_of_it() -> None:
    text = "- Tolkning 2024: 12 000 kr\n- Resor 2024: 9 000 kr"
    assert [told[0] for told in _told(text)] == ["Tolkning", "Resor"]


def test_sums_of_a_sentence_are_no_rows() -> None:
    text = "Almviks kommun söker 275 tkr till resor, som kostar 400 tkr."
    assert "Almviks kommun söker" not in [told[0] for told in _told(text)]


def test_shares_of_working_time_make_a_column() -> None:
    text = (
        "| Nätverk | Avgift | Arbetsinsats\n| Energy Cities | 12 000 kr | en halv tjänst\n"
        "| Östersam | 9 000 kr | 5 procent av en heltid\n"
    )
    assert _told(text) == [("Energy Cities", 12_000, 50), ("Östersam", 9000, 5)]


def test_a_labelled_fee_is_of_the_heading_above_and_not_of_whom_the_lines_name() -> None:
    text = (
        "# Energy Cities\n\nDet bildades av Östersam.\n\nAnna Ek (S), ledamot i Eurocities\n\n"
        "Avgift 2024: 12 000 kr\n\nKontakt: Bo Al\n"
    )
    assert _told(text) == [("Energy Cities", 12_000, None)]


def test_heads_of_two_lines_lacking_the_first_column_are_those_of_the_sums() -> None:
    text = (
        "| Budget 2023 | Utfall 2024\n| tkr | tkr\n| Energy Cities | 12 | 13\n"
        "| Resor och boende | 380 | 294\n"
    )
    assert _told(text) == [
        ("Energy Cities", 12_000, None),
        ("Energy Cities", 13_000, None),
        ("Resor och boende", 380_000, None),
        ("Resor och boende", 294_000, None),
    ]


def test_staff_beside_the_sums_is_of_who_writes() -> None:
    text = "Energy Cities kostar mest.\n\nTill det kommer personal motsvarande 2,5 årsarbetare."
    assert _told(text)[-1] == ("Region Almvik", None, 250)


@pytest.mark.parametrize(
    "text",
    [
        "Kostnader Havsrådet medlemsavgift 7 900 kr Resor 143 tkr Hyra 90 tkr",
        "Kostnader 2015: Havsrådet 7 900 kr, Resor 143 tkr, Hyra 90 tkr.",
        "Nämnden har två tjänster. Utgifter: Havsrådet 7 900 kr; Resor 143 tkr och Hyra 90 tkr",
    ],
)
def test_labels_and_sums_that_have_run_together(text: str) -> None:
    head = "# Årsrapport 2015\n\nNätverket Havsrådet bildades 1998.\n\n"
    costs = {(c.subject_text, c.amount, c.year) for c in understood(head + text).costs}
    assert costs == {
        ("Havsrådet", 7900, 2015),
        ("Resor", 143_000, 2015),
        ("Hyra", 90_000, 2015),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Intäkterna uppgick till 612 300 kr. Härav utgjorde avgifterna 148 000 kr och bidrag 2 tkr",
        "Vi har 400 000 kr per år och från staten 300 000 kr",
        "Av 9 000 kr, varav 5 000 kr",
    ],
)
def test_sentences_are_no_runs(text: str) -> None:
    sums = [Span(money.start, money.end) for money in find_money(text)]
    assert labels_in_run(text, sums) == []


def test_names_behind_their_sums_reach_to_the_next_sum() -> None:
    text = "Regionens del är 2 mkr i Lammet och havet, 240 tkr i Isfri och 5 tkr i Ung röst i ring."
    sums = [Span(money.start, money.end) for money in find_money(text)]
    names = [text[name.start : name.end] for name in names_behind(text, sums)]
    assert names == ["Lammet och havet", "Isfri", "Ung röst i ring"]
    assert names_behind("Resor 40 tkr till Havsro och hyra 90 tkr.", sums[:2]) == []


def _of_payers(head: str, *projects: str) -> set[tuple[str | None, float | None]]:
    told = "\n\n".join(f"Projektet {name}, tystare motorer, söker pengar." for name in projects)
    rows = "| LIFE | 700 000 |\n| Bovik kommun | 350 000 |"
    knowledge = understood(f"# Ansökan\n\n{told}\n\n| {head} | Belopp, kr |\n{rows}")
    return {(c.subject_text, c.amount) for c in knowledge.costs}


def test_what_payers_pay_is_of_the_one_project_of_a_text() -> None:
    assert _of_payers("Finansiär", "Havsro") == {("Havsro", 700_000), ("Havsro", 350_000)}
    of_rows = {("LIFE", 700_000), ("Bovik kommun", 350_000)}
    assert _of_payers("Organisation", "Havsro") == of_rows
    assert _of_payers("Finansiär", "Havsro", "Isfri") == of_rows


def test_the_sum_of_an_entry_is_of_the_project_that_it_begins_with() -> None:
    text = (
        "# Anmälan av beviljade projekt\n\nAnmälan omfattar\n\n"
        "- Is i fält, mätning av tunn is (Interreg Nord), 1,9 mkr\n"
        "- Läsvagnen, bokbussar över gränsen (Erasmus+), 350 tkr"
    )
    assert {(told[0], told[1]) for told in _told(text)} == {
        ("Is i fält", 1_900_000),
        ("Läsvagnen", 350_000),
    }


def test_what_stands_in_brackets_behind_who_pays_is_no_part_of_the_name() -> None:
    text = "# Finansiering\n\n- Almviks kommun: 412 500 kr\n- Region Almvik (sökt): 400 000 kr"
    assert {told[0] for told in _told(text)} == {"Almviks kommun", "Region Almvik"}
