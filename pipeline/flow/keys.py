"""Keys of results: what a result depends on, and nothing else.

Key of a stage's result = digest of the stage's code, its settings, the versions of the
tools it uses, and the content (`before`) of what it starts from. The same input never costs
twice; a change of code or settings redoes that stage, and later ones only if something came
out differently.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.config import section_digest
from pipeline.flow.code import code_version
from pipeline.flow.stages import STAGES
from pipeline.flow.tools import Tools
from pipeline.model.ids import digest
from pipeline.model.page import PageFailure
from pipeline.model.run_rows import SCHEMA_VERSION
from pipeline.model.source import Document

_SHARES: Final = 4
"""A range is at most this part of the pages that are left: two for each of two cores."""


def chunk_key(tools: Tools, document: Document, first: int, last: int) -> str:
    """Return the key of what ingest reads from pages `first` to `last` of a document."""
    return digest(
        "ingest",
        SCHEMA_VERSION,
        code_version("ingest"),
        section_digest(tools.config.ingest),
        tools.lexicon_digest,
        document.sha256,
        first,
        last,
    )


def ocr_key(tools: Tools, document: Document, first: int, last: int, before: str) -> str:
    """Return the key of a chunk after its images were read."""
    return digest(
        "ocr",
        code_version("ocr"),
        section_digest(tools.config.ocr),
        tools.config.ingest.max_pixels,
        tools.engine.version(tools.config.ocr.models),
        document.sha256,
        first,
        last,
        before,
    )


def repair_key(tools: Tools, lost: Sequence[PageFailure], before: Sequence[str]) -> str:
    """Return the key of a repaired document; `lost` are pages that no worker could read."""
    return digest(
        "repair",
        code_version("repair"),
        section_digest(tools.config.repair),
        _confusions(tools),
        tools.lexicon_digest,
        *(part for page in lost for part in (page.page_number, page.reason, page.message)),
        *before,
    )


def knowledge_key(tools: Tools, document: Document, before: str) -> str:
    """Return the key of what was understood from a document."""
    return digest(
        "knowledge",
        code_version("knowledge"),
        section_digest(tools.config.knowledge),
        tools.entities.digest,
        document.sha256,
        *document.notes,
        before,
    )


def name_forms_key(tools: Tools) -> str:
    """Return the key of the entity lexicon's names as tokens, the same for all documents."""
    return digest(
        "name forms",
        code_version("knowledge"),
        section_digest(tools.config.knowledge),
        tools.entities.digest,
    )


def rows_key(document: Document, repaired: str, understood: str) -> str:
    """Return the key of a document's rows."""
    return digest("rows", code_version("dataset"), document.sha256, repaired, understood)


def run_key(tools: Tools) -> str:
    """Return a digest of code, settings and lexicons: while it stays, so does what is made.

    The OCR engine is asked for by itself, where it was used. The key tells more apart than
    those of results do; where it changed, they are asked.
    """
    config = tools.config
    return digest(
        *(code_version(stage) for stage in STAGES),
        *(section_digest(s) for s in (config.ingest, config.ocr, config.repair, config.knowledge)),
        _confusions(tools),
        tools.lexicon_digest,  # the entities' files are in it
    )


def _confusions(tools: Tools) -> str:
    """Return a digest of the settings' own confusions; those of the lexicon are in its digest."""
    folder = tools.config.repair.confusions_folder
    if folder is None:
        return ""
    from pipeline.repair.tables import confusions_digest

    return confusions_digest(folder)


def chunks_of(
    tools: Tools, document: Document, lost: Sequence[PageFailure] = ()
) -> list[tuple[int, int]]:
    """Return the page ranges, both ends included, that are read as one unit of work.

    Those whose pages are lost are left out.
    """
    absent = {failure.page_number for failure in lost}
    ranges = page_ranges(document.page_count, tools.config.ingest.chunk_pages)
    return [(first, last) for first, last in ranges if first not in absent]


def page_ranges(pages: int, size: int) -> Iterator[tuple[int, int]]:
    """Yield ranges of `size` pages that together are pages 1 to `pages`.

    In a long document they become shorter towards its end, so that no core waits long for
    the one that is at the last of them.
    """
    is_long = pages > _SHARES * size
    first = 1
    while first <= pages:
        left = pages - first + 1
        fair = max(left // _SHARES, 1) if is_long else left
        last = first + min(size, fair) - 1
        yield first, last
        first = last + 1
