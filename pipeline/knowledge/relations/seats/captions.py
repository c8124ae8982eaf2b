"""Captions: the network, body and role that short lines tell of those who stand below them.

A list of representatives is set in lines: a network, below it a body, below that perhaps a
role, and then the persons. Each caption holds until the next of its rank or a higher one.
"""

import re
from dataclasses import replace
from typing import Final

from pipeline.knowledge.anchored import Anchored
from pipeline.knowledge.relations.leads import is_prose, leads_in
from pipeline.knowledge.relations.seats.caption_lines import (
    NOBODIES,
    OF_ONE,
    Caption,
    Reader,
    is_caption,
    told_in,
)
from pipeline.knowledge.relations.seats.name_lines import person_of_item, title_below
from pipeline.knowledge.relations.seats.role_words import NO_SEAT
from pipeline.knowledge.relations.seats.vocabulary import Word
from pipeline.knowledge.scene import Scene, Span
from pipeline.knowledge.structure.wording import is_chrome
from pipeline.knowledge.textflow import Block, BlockKind

# A line that begins something else: few words, no name, no number.
_OTHER: Final = re.compile(r"[^\W\d_a-zåäö][a-zåäö-]+(?: [a-zåäö-]+){0,3}:?")
_PRESIDIUM: Final = re.compile(r".*presidi(?:um|et)s?", re.IGNORECASE)
# Who came to a meeting and who did not, all of one body.
_ATTENDANCE: Final = re.compile(
    r"närvarande|beslutande|frånvarande|(?:anmält )?förhinder", re.IGNORECASE
)
# What heads a column beside that of the persons.
_COLUMN: Final = re.compile(
    r"(?:namn|person|parti|kommun|region|landsting|organisation|ort|sektor|telefon|e-post|titel"
    r"|uppdrag|funktion|mandatperiod)(?:er)?:?",
    re.IGNORECASE,
)
# `Beslutande enligt förteckning`: who they are is told elsewhere.
_ELSEWHERE: Final = Anchored(
    r"^(?:Närvarande|Beslutande|Ledamöter)\W+enligt (?:\w+ )?(?:\w*förteckning|\w*lista|bilaga)",
    re.IGNORECASE,
)
# Where somebody is to sign.
_TO_SIGN: Final = re.compile(r"[ .…_]{4,}$")
# A paragraph that tells who sits in a body, as lists of those do below it.
_COMPOSED: Final = Anchored(r"\b(?:består av|utgörs av|ingår|har (?:\w+ )?ledamöter)\b")
# `Kommitténs ledamöter`: of another body than that told of above.
_OF_BODY: Final = re.compile(
    r"(\w*(?:kommittén|rådet|utskottet|styrelsen|gruppen))s (?=\w)", re.IGNORECASE
)
# `Offentlig sektor`, `Ideella föreningar`: part of those who sit in a body.
_SECTOR: Final = re.compile(
    r"\w+ (?:sektorn?|näringsliv(?:et)?|föreningar|företag|medlemmar):?"
    r"|(?:Näringslivet|Akademin|Politiker|Tjänstepersoner|Civilsamhället|Föreningslivet|Övriga):?",
    re.IGNORECASE,
)
# Who stands in a column for nobody.
_NOBODY: Final = re.compile(r"\b(?:N\.?N\b|[Vv]akant)")
# The same in lines of its own.
_NOBODY_LINE: Final = re.compile(r"[–—-]|N\.? ?N|vakant|utses|väljs|tillsätts", re.IGNORECASE)
# Heads a column of those who serve, beside columns of seats: `Handläggare för nätverket`.
_SERVES: Final = re.compile(r"(?: (?:för|i|på|vid|inom) \w+)?:?")
_ENDING: Final = re.compile(r"(?:n|en|et|t)$")
# Below it stand those who work for a network.
_STAFF: Final = re.compile(
    r"(?:våra? |\w+s )?(?:personal|medarbetare|anställda)(?:en)?:?"
    r"|(?:kontoret|kansli(?:et)?)(?: i \w+)?:?",
    re.IGNORECASE,
)
# Below it stands whom to ask.
_WHOM_TO_ASK: Final = re.compile(
    r"(?:Kontakt(?:er|uppgifter)?|Kontakta oss|(?:För )?(?:[Mm]er|[Yy]tterligare) information"
    r"|Frågor|Vid frågor|Har du frågor\??|Upplysningar|Presskontakt)"
    r"(?:,? (?:kontakta|lämnas av|ges av|kontakt))?:?"
)
_CONTACTS: Final = Anchored(r"kontakt|frågor|information|redaktion", re.IGNORECASE)


def captions(scene: Scene, reader: Reader) -> tuple[Caption, ...]:
    """Return, for each block, what the captions above it tell."""
    above: list[Caption] = []
    caption = title = _of_title(scene, reader)
    below_names: set[int] = set()
    for index, block in enumerate(scene.flow.blocks):
        if caption.columns and block.cell is None and scene.flow.blocks[index - 1].cell:
            caption = caption._replace(roles=(), columns=False)  # what heads columns ends with them
        if NO_SEAT.match(block.content) or _ELSEWHERE.search(block.content):
            caption = caption._replace(roles=(), persons=0, seatless=True)
        caption = _without_substitutes(scene, reader, block, caption)
        above.append(caption)
        if (told := title_below(scene, reader.roles, index)) is not None:
            below_names.add(told.start)
        if block.start in below_names and _is_role(scene, reader, block):
            continue
        if block.kind is BlockKind.ITEM and person_of_item(scene, reader.roles, index):
            continue
        caption = _below_columns(scene, reader, block, caption)
        if caption == Caption() and not _CONTACTS.search(block.content):
            caption = title
    return tuple(above)


def _without_substitutes(scene: Scene, reader: Reader, block: Block, above: Caption) -> Caption:
    """Return a caption without `Ersättare` where somebody who presides is the first below it."""
    if above.persons or [role.name for role in above.roles] != ["ersättare"]:
        return above
    span = Span(block.start, block.end)
    presides = any(role.name == "ordförande" for role in reader.roles(span))
    return above._replace(roles=()) if presides and scene.within(span, "person") else above


def _is_role(scene: Scene, reader: Reader, block: Block) -> bool:
    """Tell whether a line begins with a role, and so tells of the person above it."""
    roles = reader.roles(Span(block.start, block.end))[:1]
    return bool(roles) and roles[0].start == block.content_start


def _of_title(scene: Scene, reader: Reader) -> Caption:
    """Return what holds in a document that is about a body, or those who sit in a network.

    `Valberedningen`; `Länets ledamöter i Regionkommittén`.
    """
    title = scene.profile.title_block
    if title is None:
        return Caption()
    block = scene.flow.blocks[title]
    told = told_in(scene, reader, Span(block.content_start, block.end))
    if told.body is not None:
        return told._replace(roles=())
    return told if told.network is not None and told.roles else Caption()


def _below_columns(scene: Scene, reader: Reader, block: Block, above: Caption) -> Caption:
    """Return what holds below a block, the columns counted on in which nobody stands."""
    nobody = NOBODIES.search(block.content) if len(above.roles) > 1 else None
    if nobody is None or above.beside:
        return _below(scene, reader, block, above)
    whole = len(nobody[0]) == len(block.content)
    text = block.text[: len(block.text) - len(nobody[0])]
    held = above if whole else _below(scene, reader, replace(block, text=text), above)
    return held._replace(persons=held.persons + len(_NOBODY_LINE.findall(nobody[0])))


def _below(scene: Scene, reader: Reader, block: Block, above: Caption) -> Caption:
    """Return what holds below a block."""
    if is_chrome(block.content):
        return above
    span = Span(block.content_start, block.end)
    if leads_in(block.content):
        lead = scene.sentence_at(block.end - 1)
        span = Span(max(lead.start, block.content_start), lead.end)
    if persons := scene.within(span, "person"):
        prose = block.kind is BlockKind.TEXT and is_prose(block.content)
        held = above._replace(roles=()) if prose and len(above.roles) == 1 else above
        nobody = len(_NOBODY.findall(scene.text(span)))
        told = 0 if above.beside else above.persons + len(persons) + nobody
        return held._replace(persons=told)
    if block.kind is BlockKind.CELL:
        labels = block.content.rstrip().endswith(":")
        return above if labels else _below_cell(reader, span, above)
    if NO_SEAT.match(block.content) or _ELSEWHERE.search(block.content):
        return above
    if block.kind is BlockKind.HEADING or is_caption(_TO_SIGN.sub("", scene.text(span).strip())):
        return _below_line(scene, reader, span, block, above)
    return _below_paragraph(reader, block, above)


def _below_line(scene: Scene, reader: Reader, span: Span, block: Block, above: Caption) -> Caption:
    """Return what holds below a heading, a caption, or the sentence that leads into a list."""
    if _ATTENDANCE.fullmatch(block.content.rstrip(" :")):
        return above._replace(roles=(), persons=0, seatless=False)
    told = told_in(scene, reader, span)
    if told == Caption() and (below := _below_label(scene, reader, span, block, above)):
        return below
    below = _below_caption(above, told, block)
    if told != Caption() and leads_in(block.content) and is_prose(scene.text(span)):
        return below._replace(led=True, outer=above.outer if above.led else above)
    return below


def _below_label(
    scene: Scene, reader: Reader, span: Span, block: Block, above: Caption
) -> Caption | None:
    """Return what holds below a line that names neither a network nor a body nor a seat."""
    line = block.content.strip()
    if above.columns and (title := _serves(scene, reader, span)):
        return _with_roles(above, (title,), columns=True)
    if _WHOM_TO_ASK.fullmatch(line):
        asked = Word(span.start, span.end, "kontaktperson")
        return Caption(network=above.network, roles=(asked,), seatless=True)
    if _STAFF.fullmatch(line):
        return Caption(network=above.network, staff=True)
    return above if is_group(line) or _is_whose(scene, span) else None


def _serves(scene: Scene, reader: Reader, span: Span) -> Word | None:
    """Return the title that a line is, without whom those below it serve."""
    title = next(iter(reader.roles(span)), None)
    if title is None or title.start > span.start:
        return None
    if not _SERVES.fullmatch(scene.text(span), title.end - span.start):
        return None
    return title._replace(name=title.name.partition(" för ")[0].casefold())


def _below_paragraph(reader: Reader, block: Block, above: Caption) -> Caption:
    """Return what holds below running text: it ends a list, and may say who sits in a body."""
    if block.kind is not BlockKind.TEXT:
        return above._replace(roles=())
    held = ((above.outer if above.led else None) or above)._replace(roles=())
    body = _composed(reader, block)
    if body is None or _points_to(body, held.body):
        return held
    return held._replace(body=body, led=True, outer=held)


def _composed(reader: Reader, block: Block) -> Word | None:
    """Return the body that a paragraph says who sits in: `Styrelsen består av`, `ingår i rådet`."""
    told = None
    for match in _COMPOSED.finditer(block.text):
        point = block.start + match.start()
        bodies = reader.bodies(Span(block.start, block.end))
        before = [body for body in bodies if body.end <= point]
        told = before[-1] if before else next(iter(bodies), told)
    return told


def _points_to(body: Word, held: Word | None) -> bool:
    """Tell whether `styrelsen` is what holds already: `Regionstyrelsen`."""
    return held is not None and _ENDING.sub("", body.name.casefold()) in held.name.casefold()


def is_group(line: str) -> bool:
    """Tell whether a line is part of those who sit in a body, or heads a column of them."""
    return bool(_SECTOR.fullmatch(line) or _COLUMN.fullmatch(line))


def _is_whose(scene: Scene, span: Span) -> bool:
    """Tell whether a line is no more than whom the persons near it are of: a place."""
    named = scene.within(span, "organisation", "place")[:1]
    return bool(named) and named[0].end - named[0].start >= len(scene.text(span).rstrip(" :"))


def _below_cell(reader: Reader, span: Span, above: Caption) -> Caption:
    """Return what holds after a cell: one that is a role heads a column of it."""
    roles = [role for role in reader.roles(span) if not role.is_title]
    if not roles or roles[0].end - roles[0].start < span.end - span.start - 1:
        return above
    return _with_roles(above, (roles[0],), columns=True)


def _below_caption(above: Caption, told: Caption, block: Block) -> Caption:
    """Return what holds below a caption that tells something, or begins something else."""
    if told.network is not None:
        columns = above.roles if len(above.roles) > 1 else ()
        same = above.network and told.network.entity_id == above.network.entity_id
        if same and told.body is None and block.kind is not BlockKind.HEADING:
            told = told._replace(body=above.body)
        return told if told.roles else told._replace(roles=columns)
    if told.body is not None:
        own_name = " " in told.body.name and told.body.name.split()[-1][0].isupper()
        columns = above.roles if len(above.roles) > 1 else ()
        below = told if told.roles else told._replace(roles=columns)
        if _PRESIDIUM.fullmatch(told.body.name):
            below = below._replace(outer=above._replace(roles=(), persons=0))
        return below if own_name else below._replace(network=above.network)
    if told.roles:
        heads = block.kind is BlockKind.TEXT and not block.content.endswith(":")
        part = above.body is not None and _PRESIDIUM.fullmatch(above.body.name)
        ends = part and above.persons and told.roles[0].name not in OF_ONE
        held = (above.outer if ends else None) or above
        if (other := _OF_BODY.match(block.content)) and held.body is not None:
            body = held.body._replace(name=other[1])
            held = held if _points_to(body, held.body) else held._replace(body=None, led=False)
        return _with_roles(held, told.roles, columns=heads)._replace(beside=told.beside)
    if block.kind is BlockKind.HEADING:
        return Caption()
    other = _OTHER.fullmatch(block.content.strip())
    columns = above.roles if len(above.roles) > 1 and not above.persons else ()
    goes_on = above.led and not _CONTACTS.search(block.content)
    return Caption(network=above.network, roles=columns) if other and not goes_on else above


def _with_roles(above: Caption, roles: tuple[Word, ...], *, columns: bool) -> Caption:
    """Return a caption with roles; those that follow each other, nobody between, are columns.

    `Ledamöter` below `Ordinarie ledamöter` says the same again.
    """
    before = () if above.persons else above.roles
    if before and before[-1].name.endswith(roles[0].name):
        return above
    joined = (*before, *roles) if columns and above.columns else roles
    return above._replace(roles=joined, persons=0, columns=columns, seatless=False)
