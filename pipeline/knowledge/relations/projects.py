"""Projects as a document tells of them: lists, boxes, tables, and what running text adds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.dates import find_periods
from pipeline.knowledge.relations.telling import Telling
from pipeline.knowledge.scene import Named, Scene, Span
from pipeline.knowledge.textflow import BlockKind
from pipeline.lexicon import entity_id

_INLINE: Final = re.compile(r", (?P<description>[^().]{5,160}) \((?P<funder>[^()]+)\)")
_ABOUT: Final = re.compile(
    r"\"?(?:, som)? (?:handlar om|går ut på(?: att)?|syftar till(?: att)?|avser|gäller|är(?= (?:ett"
    r"|en) (?:\w+ )?\w*(?:projekt|samarbete|förstudie|satsning)))"
    r" (?P<description>[^.;]{5,160})[.;]"
)
# `Laxtrappan, fria vandringsvägar för fisk i gränsälvar.`
_APPOSED: Final = re.compile(
    r"\"?(?: \([^()\n]*\))?, (?:(?:en|ett) (?:satsning|projekt|samarbete) (?:på|om|kring) )?"
    r"(?P<description>(?!(?:som|där|och|samt|med|vilke\w+|i|på|av|till|från"
    r"|för att"
    r"|om|vid|inom|genom|via|under|tillsammans|både|även|bland|men|eller|när|då|efter|dock|dels)\b)"
    r"[a-zåäö][^.,;:()\n]{5,120})"
    r"(?=[.;\n]|$|, (?:har|som|där|ska|fick|får|är|leds|pågår|finansieras|avslut\w+|start\w+"
    r"|blev)\b)"
)
_ABOUT_LATER: Final = re.compile(
    r"(?: \([^()]*\))? (?:stöds|finansieras|leds|drivs) [^.;\n]{3,60}?"
    r"\b(?:handlar om|går ut på(?: att)?|syftar till(?: att)?"
    r"|gäller) (?P<description>[^.;\n]{5,160})[.;]"
)
# `Det handlar om styrning av ventilation.`, after the sentence that names the project
_FUNDED_NEXT: Final = re.compile(
    r" (?:och (?:finansieras|stöds|leds|drivs)|med (?:stöd|medel) (?:av|från|ur)) .*$"
)
_ABOUT_IT: Final = re.compile(
    r"(?:Det|Den|Projektet|Förstudien|Satsningen) (?:handlar om|går ut på|syftar till(?: att)?"
    r"|avser) (?P<description>[^.;]{5,160})[.;]"
)
_DASHED: Final = re.compile(r" [–—] (?P<description>[^–—.\n]{5,160}) [–—] ")
_FUNDED: Final = Anchored(
    r"\b\w*finansi[eä]r\w*|\bmedel (?:från|ur)|\bstöd (?:av|från)|\bstöds av|\bbeviljats"
    r"|\binom ramen för|\bmed hjälp av|\b(?:fick|får|fått|sökt|söker)\b[^.;]{0,40}\b(?:från|ur"
    r"|av)\b",
    re.IGNORECASE,
)
_LEAD: Final = Anchored(
    r"\b(?:lead ?partner|leds av|koordineras av|samordnas av|projektägare(?: är)?|huvudpartner"
    r"|drivs av|samordnare|samordnande part|lead)\b",
    re.IGNORECASE,
)
_LED_BY: Final = Anchored(
    r"\bmed (?P<who>[^.,;()]{3,60}) som (?:koordinator|samordnare|lead|projektägare|huvudpartner)"
)
_PARTNERS: Final = Anchored(
    r"\b(?:partner|partners|parter|övriga parter|i samarbete med|i samverkan med|tillsammans med"
    r"|projektpart\w*)\b",
    re.IGNORECASE,
)
_PERIOD: Final = Anchored(
    r"\b(?:pågår|pågick|period|projekttid|löper|genomförs|genomfördes)", re.IGNORECASE
)
_STARTS: Final = re.compile(r"\b(?:start\w*|påbörja\w*|inled\w*)\b[^.;]*$", re.IGNORECASE)
_ENDS: Final = re.compile(
    r"\b(?:avsluta\w*|slutredovisa\w*|slutar|till och med|t\.o\.m\.|pågår till|fram till)[^.;]*$",
    re.IGNORECASE,
)
_VERB: Final = re.compile(
    r"\b(?:är|var|har|hade|ska|skall|kan|får|fick|blir|blev|bör|måste|vill|då)\b", re.IGNORECASE
)
_TELLS: Final = re.compile(r"\bprojekt|\d|\b\w+(?:er|as|ade|ades) \b", re.IGNORECASE)
_LONGEST_SUMMARY: Final = 100
_FUNDERS: Final = ("programme", "fund", "organisation", "network")
_PARTIES: Final = ("organisation", "network")


@dataclass(frozen=True, slots=True)
class Project:
    """A project as told; ids are of entities."""

    name: str
    evidence: Span
    description: str | None = None
    funder_id: str | None = None
    programme_id: str | None = None
    lead_id: str | None = None
    partner_ids: tuple[str, ...] = ()
    start_date: date | None = None
    end_date: date | None = None

    @property
    def tells(self) -> bool:
        """Whether more than the name is told."""
        told = (self.description, self.funder_id, self.lead_id, self.start_date)
        return any(told) or bool(self.partner_ids)


def find_projects(scene: Scene) -> list[Project]:
    """Return the projects that a document tells more of than the name, each once."""
    found: dict[str, Project] = {}
    told_first = (_of_telling(scene, telling) for telling in scene.tellings)
    for told in (*told_first, *_from_text(scene)):
        key = entity_id("project", told.name)
        before = found.get(key)
        found[key] = _merge(before, told) if before else told
    return [project for project in found.values() if project.tells]


def _merge(one: Project, other: Project) -> Project:
    return replace(
        one,
        description=one.description or other.description,
        funder_id=one.funder_id or other.funder_id,
        programme_id=one.programme_id or other.programme_id,
        lead_id=one.lead_id or other.lead_id,
        partner_ids=one.partner_ids or other.partner_ids,
        start_date=one.start_date or other.start_date,
        end_date=one.end_date or other.end_date,
    )


def _of_telling(scene: Scene, telling: Telling) -> Project:
    """Return what an entry, box or row tells in its places, and in the sentences of its blocks."""
    funder = _first(scene, telling.funder, *_FUNDERS) or _first(scene, telling.programme, *_FUNDERS)
    programme = _first(scene, telling.programme, "programme") or _first(
        scene, telling.funder, "programme"
    )
    first, last = _slot_period(scene, telling.period)
    told = Project(
        _plain(scene, telling.name),
        telling.name,
        _plain(scene, telling.description) if telling.description else None,
        funder,
        programme,
        _first(scene, telling.lead, *_PARTIES),
        tuple(_all(scene, telling.partners, *_PARTIES)),
        _slot_period(scene, telling.start)[0] or first,
        _slot_period(scene, telling.end)[1] or last,
    )
    for sentence in scene.sentences_in(telling.whole):
        if scene.flow.blocks[scene.flow.block_at(sentence.start)].kind is not BlockKind.CELL:
            told = _with_details(scene, told, sentence)
    return _with_clause_of_years(told, scene.text(telling.whole))


def _plain(scene: Scene, span: Span) -> str:
    return " ".join(scene.text(span).split())


def _all(scene: Scene, slot: Span | None, *types: str) -> list[str]:
    named = scene.within(slot, *types) if slot is not None else []
    return list(dict.fromkeys(name.entity_id for name in named))


def _first(scene: Scene, slot: Span | None, *types: str) -> str | None:
    return next(iter(_all(scene, slot, *types)), None)


def _slot_period(scene: Scene, slot: Span | None) -> tuple[date | None, date | None]:
    periods = list(find_periods(scene.text(slot))) if slot is not None else []
    return (periods[0].first, periods[-1].last) if periods else (None, None)


def _with_clause_of_years(told: Project, text: str) -> Project:
    """Add the years that stand in an entry by themselves, as in `Interreg Nord, 2023–2025`."""
    for period in find_periods(text):
        alone = text[: period.start].endswith((", ", "(", ". ")) and period.precision != "day"
        if alone and told.start_date is None and told.end_date is None:
            return replace(told, start_date=period.first, end_date=period.last)
    return told


def _told_inline(scene: Scene, named: Named) -> Project:
    """Read what follows a project's name: `Havsro, tystare vikar (Interreg Central Baltic)`."""
    told = Project(scene.name_of(named.entity_id), Span(named.start, named.end))
    match = _INLINE.match(scene.flow.text, named.end)
    if match is None:
        patterns = (_ABOUT, _ABOUT_LATER, _DASHED, _APPOSED)
        matches = (pattern.match(scene.flow.text, named.end) for pattern in patterns)
        about = next(filter(None, matches), None)
        if about is None or _VERB.search(about["description"]):
            return told
        return replace(told, description=_FUNDED_NEXT.sub("", about["description"]))
    funders = scene.within(Span(*match.span("funder")), *_FUNDERS)
    funder = funders[0] if funders else None
    return replace(
        told,
        description=match["description"].strip(),
        funder_id=funder.entity_id if funder else None,
        programme_id=funder.entity_id if funder and funder.type == "programme" else None,
    )


def _from_text(scene: Scene) -> Iterator[Project]:
    """Yield what sentences tell of the project that they or the heading above name."""
    for index, span in scene.paragraphs():
        if scene.flow.blocks[index].kind in {BlockKind.CELL, BlockKind.HEADING}:
            continue
        current = scene.project_of(span.start) or scene.headed(
            scene.outline.section_at(index), "project"
        )
        for place, sentence in enumerate(scene.sentences_in(span)):
            named = scene.within(sentence, "project")
            if current is not None and not named:
                yield from _about_it(scene, current, sentence)
                if not place:
                    yield from _summary(scene, current, sentence)
            current = named[0] if named else current
            if current is not None and len({n.entity_id for n in named}) <= 1:
                yield _with_details(scene, _told_inline(scene, current), sentence)


def _about_it(scene: Scene, project: Named, sentence: Span) -> Iterator[Project]:
    """Yield the description that the next sentence tells: `Det handlar om …`."""
    if match := _ABOUT_IT.match(scene.text(sentence)):
        name = scene.name_of(project.entity_id)
        yield Project(name, Span(project.start, project.end), match["description"])


def _summary(scene: Scene, project: Named, sentence: Span) -> Iterator[Project]:
    """Yield the description that stands below a project's name, no whole sentence."""
    text = scene.text(sentence).strip(" .")
    if (
        len(text) <= _LONGEST_SUMMARY
        and ":" not in text
        and not _VERB.search(text)
        and not _TELLS.search(text)
    ):
        name = scene.name_of(project.entity_id)
        yield Project(name, Span(project.start, project.end), text)


def _with_details(scene: Scene, told: Project, span: Span) -> Project:
    """Add what a sentence says of funder, lead, partners and period."""
    text = scene.text(span)
    funder = programme = None
    if match := _FUNDED.search(text):
        near = scene.within(span, "fund", "programme", "organisation")
        chosen = min(near, key=lambda n: abs(n.start - span.start - match.end()), default=None)
        funder = chosen.entity_id if chosen else None
        programme = chosen.entity_id if chosen and chosen.type == "programme" else None
    lead = (_led_by(scene, span) or _after(scene, span, _LEAD))[:1]
    partners = _after(scene, span, _PARTNERS)
    first, last = _period(text)
    return _merge(
        told,
        replace(
            told,
            funder_id=funder,
            programme_id=programme,
            lead_id=lead[0] if lead else None,
            partner_ids=tuple(partners),
            start_date=first,
            end_date=last,
        ),
    )


def _led_by(scene: Scene, span: Span) -> list[str]:
    match = _LED_BY.search(scene.text(span))
    if match is None:
        return []
    start, end = match.span("who")
    return _all(scene, Span(span.start + start, span.start + end), *_PARTIES)


def _after(scene: Scene, span: Span, cue: Anchored) -> list[str]:
    match = cue.search(scene.text(span))
    return _all(scene, Span(span.start + match.end(), span.end), *_PARTIES) if match else []


def _period(text: str) -> tuple[date | None, date | None]:
    """Return the first and last day that a sentence tells, each where it says so."""
    first = last = None
    about = _PERIOD.search(text)
    for period in find_periods(text):
        before = text[: period.start]
        if period.first is None or period.last is None:
            continue
        if _ENDS.search(before):
            last = last or period.last
        elif _STARTS.search(before):
            first = first or period.first
        elif about and (period.precision != "day" or period.last > period.first):
            return first or period.first, last or period.last
    return first, last
