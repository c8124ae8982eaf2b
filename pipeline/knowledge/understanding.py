"""From pages to knowledge: the one function that the flow calls."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from pipeline import __version__
from pipeline.config import KnowledgeConfig
from pipeline.knowledge import tabling
from pipeline.knowledge.entities.lexicon_names import NameForms
from pipeline.knowledge.entities.names import found
from pipeline.knowledge.language import load_nlp, read
from pipeline.knowledge.naming.anaphora import nearest_commissions
from pipeline.knowledge.naming.arrangement import sentences_of, spans_of, with_structure
from pipeline.knowledge.naming.identity import Surfaces, resolve, same_things, surfaces_of
from pipeline.knowledge.naming.issuer import find_issuer
from pipeline.knowledge.naming.kinds import kinds_of
from pipeline.knowledge.naming.member_towns import member_towns, without_towns
from pipeline.knowledge.reading.pages import read_flow
from pipeline.knowledge.registry import Registry
from pipeline.knowledge.relations.projects.tellings import find_tellings
from pipeline.knowledge.relations.seats.vocabulary import Vocabulary, make_vocabulary
from pipeline.knowledge.restoring.counted_tables import with_counted_rows
from pipeline.knowledge.restoring.flattened import parted
from pipeline.knowledge.scene import Scene
from pipeline.knowledge.structure.document import Profile, make_profile
from pipeline.knowledge.structure.headings import mark_headings
from pipeline.knowledge.structure.outline import make_outline
from pipeline.lexicon import EntityLexicon
from pipeline.model.page import FURNITURE
from pipeline.model.repair import RepairedPage
from pipeline.model.rows import DocumentRow, Knowledge
from pipeline.model.source import Document

_KEPT_VOCABULARIES: Final = 2
_PAGES_WITH_DATE: Final = 3


def understand(
    document: Document,
    pages: Sequence[RepairedPage],
    entities: EntityLexicon,
    config: KnowledgeConfig,
    forms: NameForms | None = None,
) -> Knowledge:
    """Return all that is understood from a document's pages, in order of their numbers.

    Every id is a digest of what it names; every entity that a row refers to is among the
    entities. `status` is `done`: whoever knows of failed pages replaces it. `forms` are as
    for `load_nlp`.
    """
    scene, surfaces = read_scene(document, pages, entities, config, forms)
    rows = tabling.make_rows(scene, _vocabulary(entities))
    row = _document_row(document, pages, scene.profile, scene.issuer)
    years = (scene.profile.year_from, scene.profile.year_to)
    ids = tabling.referred(rows, scene.issuer)
    kinds = kinds_of(scene.flow, scene.names)
    return Knowledge(
        document=row,
        entities=scene.registry.rows(scene.names, surfaces, kinds, ids, years),
        **rows,
    )


def read_scene(
    document: Document,
    pages: Sequence[RepairedPage],
    entities: EntityLexicon,
    config: KnowledgeConfig,
    forms: NameForms | None = None,
) -> tuple[Scene, Surfaces]:
    """Return a document as it is read for relations, and what its entities are called."""
    flow = parted(read_flow(pages, entities))
    flow = replace(flow, blocks=mark_headings(with_counted_rows(flow.blocks)))
    profile = make_profile(flow.blocks, document.media_type, _around(pages))
    doc = read(load_nlp(config, entities, forms), flow.text)
    known = without_towns(flow, spans_of(doc))
    tellings = find_tellings(flow, known)
    spans, things = with_structure(flow, known, found(doc), tellings, entities)
    registry = Registry(entities, things)
    spans = sorted((*spans, *member_towns(flow, spans, registry.municipality)))
    same = same_things(flow, spans, things) | registry.merged_persons(spans)
    same |= registry.merged_programmes()
    names = nearest_commissions(flow.text, resolve(spans, same), registry)
    scene = Scene(
        document.id,
        flow,
        make_outline(flow.blocks, profile.title_block),
        profile,
        names,
        sentences_of(doc),
        registry,
        find_issuer(flow, names, registry, profile),
        tellings,
    )
    return scene, surfaces_of(flow, names)


def _around(pages: Sequence[RepairedPage]) -> tuple[str, ...]:
    """Return the headers and footers of the first pages, repaired, each once."""
    lines = (
        repaired.text
        for page in pages[:_PAGES_WITH_DATE]
        for line, repaired in zip(page.page.lines, page.lines, strict=True)
        if line.role in FURNITURE
    )
    return tuple(dict.fromkeys(lines))


@lru_cache(maxsize=_KEPT_VOCABULARIES)
def _vocabulary(entities: EntityLexicon) -> Vocabulary:
    return make_vocabulary(entities)


def _document_row(
    document: Document, pages: Sequence[RepairedPage], profile: Profile, issuer: str | None
) -> DocumentRow:
    words = [sum(len(line.text.split()) for line in page.lines) for page in pages]
    return DocumentRow(
        document_id=document.id,
        sha256=document.sha256,
        source_path=document.source_paths[0],
        other_paths=document.source_paths[1:],
        media_type=document.media_type,
        byte_size=document.byte_size,
        page_count=document.page_count,
        title=profile.title,
        document_type=profile.document_type,
        organisation_id=issuer,
        year_from=profile.year_from,
        year_to=profile.year_to,
        document_date=profile.document_date,
        language=profile.language,
        quality_raw=_mean_quality([page.quality_raw for page in pages], words),
        quality=_mean_quality([page.quality for page in pages], words),
        status="done",
        notes=document.notes,
        pipeline_version=__version__,
    )


def _mean_quality(qualities: Iterable[float | None], words: Iterable[int]) -> float | None:
    """Return the mean over pages, each counting as many times as it has words."""
    pairs = zip(qualities, words, strict=True)
    weighed = [(quality, weight) for quality, weight in pairs if quality is not None]
    total = sum(weight for _, weight in weighed)
    return sum(quality * weight for quality, weight in weighed) / total if total else None
