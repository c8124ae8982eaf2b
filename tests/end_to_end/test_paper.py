"""A plan that was printed, scanned and read tells what its text tells."""

from pathlib import Path

import pytest

from pipeline.config import IngestConfig, KnowledgeConfig, RepairConfig
from pipeline.ingest import read_pages, take_in
from pipeline.knowledge import understand
from pipeline.lexicon import open_lexicon
from pipeline.repair import repair_document
from tests.bench.facts import Facts, facts, open_entities_once
from tests.bench.rereading import Reader, Way, read_again
from tests.typefaces import needs_typefaces

PLAN = """Handlingsplan för internationellt arbete 2025
Region Almvik

1. Inledning
Region Almvik deltar i internationella nätverk för att lära av andra och för
att stärka länets röst i Europa. Regionen är medlem i Euroregion Baltic sedan
1998 och i Energy Cities sedan 2011.

2. Prioriterade områden

2.1 Verksamhetsutveckling

Mål 2025:
• Förvaltningarna deltar i minst tio projekt med internationell finansiering.
• Länets skolor erbjuds utbyten med skolor i Klaipeda, Elblag och på
Bornholm.

3. Nätverk

3.1 Euroregion Baltic (ERB)
I styrelsen representeras regionen av Pernilla Tornvall (M), ledamot, och Amira
Hosseini (S), ersättare.

Region Almviks politiska företrädare i Energy Cities är:
• Jörgen Vångstedt (L), ledamot
• Åsa Nybrink (KD), ersättare
"""
TABLES = ("appointments", "memberships", "goals")


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plan") / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def as_written(plan: Path) -> dict[str, Facts]:
    lexicon, config = open_lexicon(), IngestConfig()
    document = take_in(plan, config)
    reading = read_pages(document, 1, 1, lexicon, config)
    pages = repair_document(reading.pages, lexicon, RepairConfig())
    return facts(understand(document, pages, open_entities_once(), KnowledgeConfig()))


@needs_typefaces
@pytest.mark.parametrize("printed", ["typed", "set"])
def test_a_scan_tells_what_the_text_tells(
    plan: Path, as_written: dict[str, Facts], tmp_path: Path, printed: str
) -> None:
    pages = read_again(plan, Way(Reader.SCAN, printed), tmp_path)
    read = facts(understand(*pages, open_entities_once(), KnowledgeConfig()))
    assert [len(as_written[table]) for table in TABLES] == [4, 2, 2]
    for table in TABLES:
        assert read[table] == as_written[table]
