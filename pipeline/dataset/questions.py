"""Questions to a dataset, each asked in pandas and in SQL; the data dictionary ends with them."""

from typing import Final, NamedTuple


class Question(NamedTuple):
    """A question with two queries that give the same rows.

    `pandas` leaves its answer in `answer` and starts from `dataset`; `sql` is for DuckDB, run
    in the folder of the dataset.
    """

    text: str
    pandas: str
    sql: str


QUESTIONS: Final = (
    Question(
        "Who sat in which network in which year, and where is it written?",
        """\
seats = dataset.table("appointments", names=True).dropna(subset=["network"])
answer = seats[["year", "network", "person", "party", "role", "document_id", "page_number"]]
""",
        """\
SELECT a.year, n.name AS network, p.name AS person, a.party, a.role, a.document_id, a.page_number
FROM 'appointments/*.parquet' a
JOIN 'entities/*.parquet' n ON n.entity_id = a.network_id
JOIN 'entities/*.parquet' p ON p.entity_id = a.person_id
""",
    ),
    Question(
        "Which organisations are in which network, and since when?",
        """\
members = dataset.table("memberships", names=True)
answer = members.groupby(["network", "member"], as_index=False)["since"].min()
""",
        """\
SELECT n.name AS network, m.name AS member, min(since) AS since
FROM 'memberships/*.parquet'
JOIN 'entities/*.parquet' n ON n.entity_id = network_id
JOIN 'entities/*.parquet' m ON m.entity_id = member_id
GROUP BY ALL
""",
    ),
    Question(
        "How many projects does each programme or fund pay for?",
        """\
projects = dataset.table("projects", names=True)
answer = projects.groupby("funder", as_index=False)["project_id"].nunique()
""",
        """\
SELECT f.name AS funder, count(DISTINCT project_id) AS project_id
FROM 'projects/*.parquet'
JOIN 'entities/*.parquet' f ON f.entity_id = funder_id
GROUP BY ALL
""",
    ),
    Question(
        "What does each network cost, year by year?",
        """\
networks = dataset.entities.query("entity_type == 'network'")[["entity_id", "name"]]
costs = dataset.costs.merge(networks, left_on="subject_id", right_on="entity_id")
told = costs.dropna(subset=["year", "amount"])
answer = told.groupby(["name", "year", "currency"], as_index=False)["amount"].max()
""",
        """\
SELECT name, year, currency, max(amount) AS amount
FROM 'costs/*.parquet'
JOIN 'entities/*.parquet' ON entity_id = subject_id
WHERE entity_type = 'network' AND year IS NOT NULL AND amount IS NOT NULL
GROUP BY ALL
""",
    ),
    Question(
        "Which goals are set for a year, under which heading, on which page of which plan?",
        """\
sections = dataset.sections[["section_id", "heading"]]
goals = dataset.table("goals", names=True).merge(sections, on="section_id", how="left")
answer = goals[["year", "heading", "text", "document", "page_number"]]
""",
        """\
SELECT g.year, s.heading, g.text, d.title AS document, g.page_number
FROM 'goals/*.parquet' g
LEFT JOIN 'sections/*.parquet' s USING (section_id)
JOIN 'documents/*.parquet' d ON d.document_id = g.document_id
""",
    ),
)
